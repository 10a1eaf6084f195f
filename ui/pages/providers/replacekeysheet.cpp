// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/replacekeysheet.h"

#include "ui/pages/providers/field.h"
#include "ui/pages/providers/keycheck.h"
#include "ui/pages/providers/keyfield.h"

#include <QVBoxLayout>

namespace omni::ui::pages::providers {

ReplaceKeySheet::ReplaceKeySheet(engine::EngineFace &engine, widgets::Theme &theme,
                                 const engine::AccountView &view, QWidget *parent)
    : Sheet(theme, parent)
    , m_engine(engine)
    , m_account(view.account)
    , m_key(new KeyField(theme, this))
    , m_check(new KeyCheck(engine, theme, this))
    , m_field(new Field(theme, m_key, m_key->edit(), this))
{
    setObjectName(QStringLiteral("replaceKeySheet"));
    setWindowTitle(tr("Replace key"));
    setHeading(view.prefix, view.providerName,
               tr("A new key for the account \"%1\"").arg(view.account.name));
    m_field->setName(tr("New key"));
    m_field->setHint(tr("The old key is forgotten. Name, order and history stay."));
    cancelButton()->setText(tr("Cancel"));
    actionButton()->setText(tr("Replace key"));
    body()->addWidget(m_field);
    body()->addWidget(m_check);
    body()->addStretch(1);
    connect(m_key, &KeyField::changed, this, [this] {
        m_wantsSaving = false;
        m_field->setProblem({});
        m_check->cancel();
    });
    connect(m_key, &KeyField::pasted, this, &ReplaceKeySheet::check);
    connect(m_check, &KeyCheck::saveAnywayRequested, this, &ReplaceKeySheet::save);
    connect(m_check, &KeyCheck::stateChanged, this, [this] {
        if (m_wantsSaving && m_check->state() == KeyCheck::State::Good)
            save();
        else if (m_check->state() != KeyCheck::State::Running)
            m_wantsSaving = false;
    });
    connect(actionButton(), &QPushButton::clicked, this, &ReplaceKeySheet::replace);
    m_key->setFocus();
}

bool ReplaceKeySheet::validate()
{
    if (m_key->isEmpty())
        m_field->setProblem(tr("Put in the key first."));
    else if (m_key->hasBlanks())
        m_field->setProblem(tr("There are blanks inside the key: was more copied than the key?"));
    else
        return true;
    m_key->setFocus();
    return false;
}

void ReplaceKeySheet::check()
{
    if (!validate())
        return;
    const engine::AccountDraft draft{.provider = m_account.provider,
                                     .name = m_account.name,
                                     .baseUrl = m_account.baseUrl,
                                     .proxy = m_account.proxy};
    m_check->start(draft, m_key->key(), true);
}

void ReplaceKeySheet::replace()
{
    if (!validate())
        return;
    if (m_check->state() == KeyCheck::State::Good)
        return save();
    m_wantsSaving = true;
    check();
}

void ReplaceKeySheet::save()
{
    m_wantsSaving = false;
    m_check->showBusy(tr("Storing the key"));
    actionButton()->setEnabled(false);
    m_engine.replaceAccountKey(m_account.id.text(), m_key->key(), this,
                               [this](const base::Result<void> &done) {
                                   actionButton()->setEnabled(true);
                                   if (!done) {
                                       m_check->showError(done.error());
                                       return;
                                   }
                                   emit replaced(m_account.id.text());
                                   accept();
                               });
}

} // namespace omni::ui::pages::providers

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/addsheet.h"

#include "ui/pages/providers/accountform.h"
#include "ui/pages/providers/catalogpicker.h"
#include "ui/pages/providers/customform.h"
#include "ui/pages/providers/providerrows.h"

#include <QEvent>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

namespace {

QHash<QString, QString> takenPrefixes(const engine::Snapshot &snapshot)
{
    QHash<QString, QString> taken;
    for (const engine::ProviderView &view : snapshot.providers) {
        taken.insert(view.provider.id.text(), view.provider.name);
        taken.insert(view.provider.prefix, view.provider.name);
        for (const QString &alias : view.provider.aliases)
            taken.insert(alias, view.provider.name);
    }
    return taken;
}

} // namespace

AddSheet::AddSheet(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Sheet(theme, parent)
    , m_engine(engine)
    , m_picker(new CatalogPicker(theme, this))
    , m_custom(new CustomForm(theme, this))
    , m_account(new AccountForm(engine, theme, this))
{
    setObjectName(QStringLiteral("addSheet"));
    link()->setObjectName(QStringLiteral("link"));
    body()->addWidget(m_picker);
    body()->addWidget(m_custom);
    body()->addWidget(m_account);
    m_picker->setProviders(engine.snapshot().providers);
    connect(m_picker, &CatalogPicker::currentChanged, this, &AddSheet::updateButtons);
    connect(m_picker, &CatalogPicker::accepted, this, &AddSheet::onAction);
    connect(m_account, &AccountForm::isAddingChanged, this, &AddSheet::updateButtons);
    connect(m_account, &AccountForm::added, this, [this](const QString &id) {
        emit added(id, m_provider.name);
        accept();
    });
    connect(actionButton(), &QPushButton::clicked, this, &AddSheet::onAction);
    connect(link(), &QPushButton::clicked, this, &AddSheet::onLink);
    setStep(Step::Pick);
}

void AddSheet::setStep(Step step)
{
    m_step = step;
    m_picker->setVisible(step == Step::Pick);
    m_custom->setVisible(step == Step::Custom);
    m_account->setVisible(step == Step::Account);
    retranslate();
    switch (step) {
    case Step::Pick:
        m_picker->focusSearch();
        break;
    case Step::Custom:
        m_custom->setTaken(takenPrefixes(m_engine.snapshot()));
        m_custom->focusFirst();
        break;
    case Step::Account:
        m_account->focusFirst();
        break;
    }
    // The steps are of different heights; the dialog follows.
    if (isVisible())
        adjustSize();
}

void AddSheet::retranslate()
{
    setWindowTitle(tr("Add account"));
    cancelButton()->setText(tr("Cancel"));
    switch (m_step) {
    case Step::Pick:
        setHeading({}, tr("Add an account"),
                   tr("Whose models may answer? Keys go to your keyring."));
        setLinkText(tr("Another provider…"));
        break;
    case Step::Custom:
        setHeading({}, tr("Another provider"),
                   tr("Any server that speaks like OpenAI or Anthropic. Its key comes next."));
        setLinkText(tr("Back to the list"));
        break;
    case Step::Account:
        setHeading(m_provider.prefix, m_provider.name,
                   m_hasAccounts ? tr("Another account of this provider")
                                 : tr("The first account of this provider"));
        setLinkText(tr("Back to the list"));
        break;
    }
    m_picker->retranslate();
    m_custom->retranslate();
    m_account->retranslate();
    updateButtons();
}

void AddSheet::updateButtons()
{
    const bool isLast = m_step == Step::Account;
    actionButton()->setText(isLast ? tr("Add account") : tr("Continue"));
    actionButton()->setEnabled(m_step == Step::Pick ? m_picker->isReady() : !m_account->isAdding());
    link()->setEnabled(!m_account->isAdding());
}

void AddSheet::openProvider(const QString &providerId)
{
    const engine::ProviderView *view = findProvider(m_engine.snapshot(), providerId);
    if (view && isTemplate(view->provider))
        openCustom(view->provider.format.value_or(chat::Format::OpenAiChat));
    else if (view && reachOf(view->provider) == Reach::Ready)
        showAccount(view->provider);
}

void AddSheet::openCustom(chat::Format format)
{
    m_custom->setFormat(format);
    setStep(Step::Custom);
}

void AddSheet::showAccount(const catalog::Provider &provider)
{
    m_provider = provider;
    QStringList names;
    for (const engine::AccountView &view : accountsOf(m_engine.snapshot(), provider.id.text()))
        names.append(view.account.name);
    m_hasAccounts = !names.isEmpty();
    m_account->setProvider(provider, names);
    setStep(Step::Account);
}

void AddSheet::onAction()
{
    switch (m_step) {
    case Step::Pick:
        return openProvider(m_picker->currentId());
    case Step::Custom:
        return makeProvider();
    case Step::Account:
        return m_account->add();
    }
}

void AddSheet::onLink()
{
    if (m_step != Step::Pick) {
        m_account->stop();
        m_picker->setProviders(m_engine.snapshot().providers);
        setStep(Step::Pick);
        return;
    }
    m_custom->setName(m_picker->currentId().isEmpty() ? m_picker->search() : QString());
    setStep(Step::Custom);
}

void AddSheet::makeProvider()
{
    if (!m_custom->validate())
        return;
    actionButton()->setEnabled(false);
    const engine::CustomProviderDraft draft = m_custom->draft();
    m_engine.addCustomProvider(draft, this, [this, draft](const base::Result<QString> &id) {
        updateButtons();
        if (!id) {
            m_custom->showError(id.error());
            return;
        }
        // The snapshot that holds it may still be on its way.
        catalog::Provider made;
        made.id = catalog::ProviderId(*id);
        made.prefix = draft.prefix;
        made.name = draft.name;
        made.baseUrl = draft.baseUrl;
        made.format = draft.format;
        made.auth = {catalog::AuthKind::ApiKey};
        made.isUserMade = true;
        const engine::ProviderView *view = findProvider(m_engine.snapshot(), *id);
        showAccount(view ? view->provider : made);
    });
}

void AddSheet::changeEvent(QEvent *event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddSheet::done(int result)
{
    m_account->stop();
    Sheet::done(result);
}

} // namespace omni::ui::pages::providers

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/keycheck.h"

#include "ui/pages/providers/accountwords.h"
#include "ui/widgets/spinner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPointer>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

KeyCheck::KeyCheck(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_spinner(new widgets::Spinner(theme, 16, this))
    , m_shape(new widgets::StateShape(theme, 14, this))
    , m_text(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_cancel(new widgets::SmallButton(theme, this))
    , m_saveAnyway(new widgets::SmallButton(theme, this))
{
    m_text->setObjectName(QStringLiteral("checkResult"));
    m_text->setWrapping(true);
    m_cancel->setObjectName(QStringLiteral("cancelCheck"));
    m_saveAnyway->setObjectName(QStringLiteral("saveAnyway"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_spinner);
    row->addWidget(m_shape);
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_saveAnyway);
    connect(m_cancel, &QPushButton::clicked, this, &KeyCheck::cancel);
    connect(m_saveAnyway, &QPushButton::clicked, this, &KeyCheck::saveAnywayRequested);
    retranslate();
    setState(State::Idle);
}

void KeyCheck::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the check"));
    m_saveAnyway->setText(tr("Save anyway"));
}

void KeyCheck::setState(State state)
{
    m_state = state;
    const bool isRunning = state == State::Running;
    m_spinner->setVisible(isRunning);
    m_cancel->setVisible(isRunning && m_running);
    m_shape->setVisible(state == State::Good || state == State::Failed);
    m_saveAnyway->setVisible(state == State::Failed && m_offersSaving);
    if (state == State::Idle)
        m_text->clear();
    setVisible(state != State::Idle);
    emit stateChanged();
}

void KeyCheck::start(const engine::AccountDraft &draft, const base::Secret &key, bool needsKey)
{
    m_running = std::make_unique<QObject>();
    m_text->setText(needsKey ? tr("Checking the key with one cheap call")
                             : tr("Asking whether it answers"));
    setState(State::Running);
    m_engine.checkKey(draft, key, m_running.get(),
                      [this, asked = QPointer<QObject>(m_running.get()),
                       needsKey](const base::Result<auth::CheckReport> &report) {
                          // An answer to a check that was given up is no answer.
                          if (!asked || asked != m_running.get())
                              return;
                          showWords(report ? checkWords(*report, needsKey)
                                           : checkWords(report.error()));
                      });
}

void KeyCheck::cancel()
{
    m_running.reset();
    setState(State::Idle);
}

void KeyCheck::showError(const base::Error &error)
{
    showWords(checkWords(error));
}

void KeyCheck::showBusy(const QString &step)
{
    m_running.reset();
    m_text->setText(step);
    setState(State::Running);
}

void KeyCheck::showWords(const LineWords &words)
{
    if (m_running)
        m_running.release()->deleteLater();
    m_shape->setState(words.state);
    m_text->setText(words.text);
    setState(words.state == widgets::State::Ok ? State::Good : State::Failed);
    setAccessibleName(words.text);
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

} // namespace omni::ui::pages::providers

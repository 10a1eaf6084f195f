// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/settings/unsaferow.h"

#include "ui/widgets/button.h"

#include <QVBoxLayout>

namespace omni::ui::pages::settings {

using widgets::Button;

UnsafeRow::UnsafeRow(widgets::Theme &theme, bool unsafePosition, QWidget *parent)
    : QWidget(parent)
    , m_unsafePosition(unsafePosition)
    , m_row(new widgets::FormRow(theme, this))
    , m_switch(new widgets::Switch(theme, this))
    , m_panel(new widgets::NotePanel(theme, widgets::NotePanel::Kind::Danger, this))
    , m_keep(new Button(theme, Button::Kind::Plain, m_panel))
    , m_accept(new Button(theme, Button::Kind::Danger, m_panel))
{
    m_keep->setObjectName(QStringLiteral("keepSafe"));
    m_accept->setObjectName(QStringLiteral("acceptRisk"));
    m_keep->setSmall(true);
    m_accept->setSmall(true);
    m_panel->addButton(m_keep);
    m_panel->addButton(m_accept);
    m_panel->hide();
    m_row->addControl(m_switch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_row);
    column->addWidget(m_panel);
    connect(m_switch, &QAbstractButton::clicked, this, &UnsafeRow::onClicked);
    connect(m_keep, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_accept, &QPushButton::clicked, this, [this] { decide(true); });
}

void UnsafeRow::setTexts(const QString &title, const QString &description)
{
    m_row->setTexts(title, description);
}

void UnsafeRow::setQuestion(const QString &question, const QString &consequence,
                            const QString &keep, const QString &accept)
{
    m_panel->setTexts(question, consequence);
    m_keep->setText(keep);
    m_keep->updateGeometry();
    m_accept->setText(accept);
    m_accept->updateGeometry();
}

void UnsafeRow::setOn(bool on)
{
    m_isOn = on;
    if (!isAsking())
        m_switch->setChecked(on);
}

void UnsafeRow::onClicked(bool on)
{
    if (isAsking()) {
        decide(false);
        return;
    }
    if (on != m_unsafePosition) {
        m_isOn = on;
        emit changed(on);
        return;
    }
    // The switch stays where it is until the second click.
    m_switch->setChecked(m_isOn);
    m_panel->show();
    layout()->setContentsMargins(0, 0, 0, 12);
    m_keep->setFocus(Qt::TabFocusReason);
}

void UnsafeRow::decide(bool accept)
{
    m_panel->hide();
    layout()->setContentsMargins(0, 0, 0, 0);
    if (accept) {
        m_isOn = m_unsafePosition;
        emit changed(m_isOn);
    }
    m_switch->setChecked(m_isOn);
    m_switch->setFocus();
}

} // namespace omni::ui::pages::settings

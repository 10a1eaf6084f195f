// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/limitcard.h"

#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

namespace {

constexpr int UsualWait = 20;
constexpr int LongestWait = 300;

} // namespace

LimitCard::LimitCard(widgets::Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_next(new widgets::RadioButton(theme, this))
    , m_wait(new widgets::RadioButton(theme, this))
    , m_seconds(new QSpinBox(this))
    , m_rest(new widgets::Label(theme, widgets::Type::Body, widgets::Ink::Text, this))
{
    m_next->setObjectName(QStringLiteral("tryNext"));
    m_wait->setObjectName(QStringLiteral("wait"));
    m_seconds->setObjectName(QStringLiteral("waitSeconds"));
    m_seconds->setRange(1, LongestWait);
    m_seconds->setValue(UsualWait);
    m_seconds->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_seconds->setFixedWidth(72);
    auto *wait = new QHBoxLayout;
    wait->setSpacing(8);
    wait->addWidget(m_wait);
    wait->addWidget(m_seconds);
    wait->addWidget(m_rest);
    wait->addStretch();
    body()->setContentsMargins(16, 0, 16, 12);
    body()->setSpacing(2);
    body()->addWidget(m_next);
    body()->addLayout(wait);

    connect(m_wait, &QRadioButton::toggled, this, &LimitCard::tell);
    connect(m_seconds, &QSpinBox::valueChanged, this, [this] {
        if (!m_isFilling)
            m_wait->setChecked(true);
        tell();
    });
}

void LimitCard::retranslate()
{
    setTitle(tr("When a model answers with a limit"));
    m_next->setText(tr("Try the next one at once"));
    m_wait->setText(tr("Wait up to"));
    m_wait->setAccessibleName(tr("Wait if the reset is near"));
    m_rest->setText(tr("if the reset is that near"));
    m_seconds->setSuffix(tr(" s", "seconds"));
    m_seconds->setAccessibleName(tr("Seconds to wait at most"));
}

void LimitCard::setSeconds(int seconds)
{
    m_isFilling = true;
    (seconds > 0 ? m_wait : m_next)->setChecked(true);
    if (seconds > 0)
        m_seconds->setValue(seconds);
    m_isFilling = false;
}

void LimitCard::tell()
{
    if (!m_isFilling)
        emit secondsEdited(m_wait->isChecked() ? m_seconds->value() : 0);
}

} // namespace omni::ui::pages::combos

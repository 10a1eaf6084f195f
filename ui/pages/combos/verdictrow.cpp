// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/verdictrow.h"

#include "ui/widgets/notepanel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

using widgets::Ink;
using widgets::Type;

VerdictRow::VerdictRow(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_arrow(new widgets::Glyph(theme, QStringLiteral("arrow-right"), 14, Ink::Accent, this))
    , m_shape(new widgets::StateShape(theme, 14, this))
    , m_number(new widgets::Label(theme, Type::Small, Ink::Text3, this))
    , m_target(new widgets::ElidedLabel(theme, Qt::ElideMiddle, Type::Mono, Ink::Text2, this))
    , m_words(new widgets::Label(theme, Type::Small, Ink::Text2, this))
{
    m_shape->setBehind(&widgets::Tokens::sunken);
    m_number->setAlignment(Qt::AlignCenter);
    m_number->setMinimumWidth(14);
    m_words->setWrapping(true);
    auto *sign = new QVBoxLayout;
    sign->setContentsMargins(0, 2, 0, 0);
    sign->addWidget(m_arrow);
    sign->addWidget(m_shape);
    sign->addWidget(m_number);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_target);
    texts->addWidget(m_words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 7, 0, 7);
    row->setSpacing(8);
    row->addLayout(sign);
    row->setAlignment(sign, Qt::AlignTop);
    row->addLayout(texts, 1);
}

void VerdictRow::setVerdict(const Verdict &verdict)
{
    const bool takes = verdict.kind == Verdict::Kind::Takes;
    m_arrow->setVisible(takes);
    m_shape->setVisible(verdict.kind == Verdict::Kind::Skipped);
    m_shape->setState(verdict.state);
    m_number->setVisible(verdict.kind == Verdict::Kind::Waits);
    m_number->setText(QString::number(verdict.number));
    m_target->setInk(takes ? Ink::Text : Ink::Text2);
    QFont font = m_theme.font(Type::Mono);
    font.setBold(takes);
    m_target->setFont(font);
    m_target->setFullText(verdict.target);
    m_words->setInk(takes ? Ink::Text : Ink::Text2);
    m_words->setText(verdict.words);
    setAccessibleName(verdict.target + QStringLiteral(": ") + verdict.words);
}

} // namespace omni::ui::pages::combos

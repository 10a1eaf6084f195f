// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::widgets {

EmptyState::EmptyState(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_heading(new Label(theme, Type::LargeTitle, Ink::Text, this))
    , m_sentence(new Label(theme, Type::Body, Ink::Text2, this))
    , m_button(new PrimaryButton(theme, this))
    , m_column(new QVBoxLayout)
{
    m_heading->setWrapping(true);
    m_sentence->setWrapping(true);
    m_column->setSpacing(4);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_sentence);
    m_column->addSpacing(12);
    m_column->addWidget(m_button, 0, Qt::AlignLeft);
    m_column->addStretch();
    auto *holder = new QWidget(this);
    holder->setLayout(m_column);
    holder->setMaximumWidth(640);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 56, 24, 24);
    row->addStretch();
    row->addWidget(holder, 1000);
    row->addStretch();
}

void EmptyState::setTexts(const QString &heading, const QString &sentence, const QString &action)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

} // namespace omni::ui::widgets

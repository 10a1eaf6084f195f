// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/field.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

Field::Field(widgets::Theme &theme, QWidget *control, QLineEdit *edit, QWidget *parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_name(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_below(new widgets::Label(theme, Type::Small, Ink::Text3, this))
    , m_head(new QHBoxLayout)
{
    m_below->setWrapping(true);
    m_below->hide();
    m_head->setSpacing(8);
    m_head->addWidget(m_name);
    m_head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_head);
    column->addWidget(control);
    column->addWidget(m_below);
    if (edit)
        m_name->setBuddy(edit);
}

void Field::setName(const QString &name)
{
    m_name->setText(name);
    if (m_edit)
        m_edit->setAccessibleName(name);
}

void Field::setHint(const QString &hint)
{
    m_hint = hint;
    showBelow();
}

void Field::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    if (m_edit) {
        m_edit->setProperty("wrong", !problem.isEmpty());
        m_edit->style()->polish(m_edit);
    }
    showBelow();
}

void Field::setSideWidget(QWidget *widget)
{
    m_head->addWidget(widget);
}

void Field::showBelow()
{
    const QString shown = m_problem.isEmpty() ? m_hint : m_problem;
    m_below->setInk(m_problem.isEmpty() ? Ink::Text3 : Ink::Err);
    m_below->setText(shown);
    m_below->setVisible(!shown.isEmpty());
    if (m_edit)
        m_edit->setAccessibleDescription(shown);
}

} // namespace omni::ui::pages::providers

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/formrows.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::widgets {

FormRow::FormRow(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(theme, Type::Body, Ink::Text, this))
    , m_description(new Label(theme, Type::Small, Ink::Text2, this))
    , m_controls(new QHBoxLayout)
{
    m_title->setWrapping(true);
    m_description->setWrapping(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(24);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    texts->addWidget(m_title);
    texts->addWidget(m_description);
    texts->addStretch();
    row->addLayout(texts, 1);
    m_controls->setSpacing(8);
    row->addLayout(m_controls);
    setMinimumHeight(56);
}

void FormRow::setTexts(const QString &title, const QString &description)
{
    m_title->setText(title);
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    for (QWidget *control : std::as_const(m_named)) {
        control->setAccessibleName(title);
        control->setAccessibleDescription(description);
    }
}

void FormRow::addControl(QWidget *control)
{
    m_controls->addWidget(control, 0, Qt::AlignVCenter);
    if (control->focusPolicy() != Qt::NoFocus && !control->inherits("QPushButton"))
        m_named.append(control);
    if (!m_title->buddy())
        m_title->setBuddy(control);
}

KeyValueRows::KeyValueRows(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
}

Label *KeyValueRows::addRow(const QString &label, QWidget *value)
{
    const int row = int(m_labels.size());
    auto *name = new Label(m_theme, Type::Body, Ink::Text2, this);
    name->setText(label);
    name->setBuddy(value);
    m_labels.append(name);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(value, row, 1);
    return name;
}

void KeyValueRows::setLabel(int row, const QString &label)
{
    m_labels.at(row)->setText(label);
}

} // namespace omni::ui::widgets

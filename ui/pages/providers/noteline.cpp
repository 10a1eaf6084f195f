// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/noteline.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

NoteLine::NoteLine(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_shape(new widgets::StateShape(theme, 14, this))
    , m_mono(new widgets::ElidedLabel(theme, Qt::ElideMiddle, Type::Mono, Ink::Text, this))
    , m_text(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_link(new widgets::LinkButton(theme, this))
{
    m_text->setWrapping(true);
    m_mono->hide();
    m_link->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(8);
    row->addWidget(m_shape, 0, Qt::AlignVCenter);
    row->addWidget(m_mono, 0, Qt::AlignVCenter);
    // The sentence takes what it needs and breaks when there is less; the link follows it.
    row->addWidget(m_text, 1000);
    row->addWidget(m_link, 0, Qt::AlignVCenter);
    row->addStretch(1);
    connect(&theme, &widgets::Theme::changed, this, &NoteLine::fit);
}

void NoteLine::setState(widgets::State state)
{
    m_shape->setState(state);
}

void NoteLine::setTexts(const QString &mono, const QString &text, const QString &spoken)
{
    m_mono->setFullText(mono);
    m_mono->setVisible(!mono.isEmpty());
    m_text->setText(text);
    m_text->setAccessibleName(spoken.isEmpty() ? text : spoken);
    fit();
}

void NoteLine::setAction(const QString &verb, const QString &name)
{
    m_link->setText(verb);
    m_link->setAccessibleName(name);
    m_link->updateGeometry();
    m_link->setVisible(!verb.isEmpty());
}

void NoteLine::fit()
{
    m_text->setMaximumWidth(m_text->fontMetrics().horizontalAdvance(m_text->text()) + 4);
}

} // namespace omni::ui::pages::providers

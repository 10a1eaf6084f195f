// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace omni::ui::widgets {

Card::Card(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_body(new QVBoxLayout)
{
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_body->setContentsMargins(16, 0, 16, 16);
    m_body->setSpacing(8);
    m_column->addLayout(m_body);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::ensureTitleRow()
{
    if (m_title)
        return;
    m_title = new Label(m_theme, Type::Section, Ink::Text, this);
    m_note = new Label(m_theme, Type::Small, Ink::Text3, this);
    m_link = new LinkButton(m_theme, this);
    m_note->hide();
    m_link->hide();
    connect(m_link, &LinkButton::clicked, this, &Card::linkActivated);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_note);
    row->addWidget(m_link);
    m_column->insertLayout(0, row);
    // The link is taller than the row's text; the row keeps its 44 all the same.
    row->setSizeConstraint(QLayout::SetMinimumSize);
    m_link->setMaximumHeight(20);
}

void Card::setTitle(const QString &title)
{
    ensureTitleRow();
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setNote(const QString &note)
{
    ensureTitleRow();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::setLink(const QString &text)
{
    ensureTitleRow();
    m_link->setText(text);
    m_link->updateGeometry();
    m_link->setVisible(!text.isEmpty());
}

void Card::setTrouble(bool on)
{
    m_hasTrouble = on;
    update();
}

void Card::setChosen(bool on)
{
    m_isChosen = on;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal pen = m_isChosen ? 2 : 1;
    const QColor line = m_isChosen ? t.accent : m_hasTrouble ? t.errLine : t.line;
    painter.setPen(QPen(line, pen));
    painter.setBrush(t.card);
    const qreal inset = pen / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);
}

Line::Line(Theme &theme, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Line::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().line);
}

Surface::Surface(Theme &theme, QColor Tokens::*color, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_color(color)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().*m_color);
}

} // namespace omni::ui::widgets

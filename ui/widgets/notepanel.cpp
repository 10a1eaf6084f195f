// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/notepanel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace omni::ui::widgets {

NotePanel::NotePanel(Theme &theme, Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_shape(new StateShape(theme, 14, this))
    , m_info(new Glyph(theme, QStringLiteral("info"), 14, Ink::Text2, this))
    , m_bold(new Label(theme, Type::SmallBold, Ink::Text, this))
    , m_text(new Label(theme, Type::Small, Ink::Text2, this))
    , m_buttons(new QHBoxLayout)
    , m_row(new QHBoxLayout(this))
{
    m_bold->setWrapping(true);
    m_text->setWrapping(true);
    m_row->setContentsMargins(13, 11, 13, 11);
    m_row->setSpacing(10);
    auto *signs = new QVBoxLayout;
    signs->setContentsMargins(0, 2, 0, 0);
    signs->addWidget(m_shape);
    signs->addWidget(m_info);
    // No stretch here: it would let the panel take the page's free height.
    m_row->addLayout(signs);
    m_row->setAlignment(signs, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(m_bold);
    column->addWidget(m_text);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    m_row->addLayout(column, 1);
    setKind(kind);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NotePanel::setKind(Kind kind)
{
    m_kind = kind;
    m_shape->setVisible(kind != Kind::Info);
    m_info->setVisible(kind == Kind::Info);
    m_shape->setState(State::Attention);
    m_shape->setInk(kind == Kind::Danger ? &Tokens::err : nullptr);
    m_shape->setBehind(kind == Kind::Danger ? &Tokens::errSoft : &Tokens::warnSoft);
    update();
}

void NotePanel::setTexts(const QString &bold, const QString &text)
{
    m_bold->setText(bold);
    m_bold->setVisible(!bold.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(bold.isEmpty() ? text : bold);
}

void NotePanel::addButton(QWidget *button)
{
    if (m_buttons->count() == 1)
        m_buttons->setContentsMargins(0, 8, 0, 0);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void NotePanel::setSideWidget(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignTop);
}

void NotePanel::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (m_kind) {
    case Kind::Info:
        painter.setPen(t.line), painter.setBrush(t.sunken);
        break;
    case Kind::Warning:
        painter.setPen(t.warnLine), painter.setBrush(t.warnSoft);
        break;
    case Kind::Danger:
        painter.setPen(t.errLine), painter.setBrush(t.errSoft);
        break;
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

Glyph::Glyph(Theme &theme, const QString &iconName, int size, Ink ink, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(iconName)
    , m_ink(ink)
{
    setFixedSize(size, size);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Glyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_theme.drawIcon(painter, m_name, m_theme.color(m_ink), rect(), width());
}

} // namespace omni::ui::widgets

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/tile.h"

#include <QPainter>

namespace omni::ui::widgets {

QString tileText(const QString &prefix)
{
    return prefix.size() > 3 ? prefix.left(2) : prefix;
}

void paintTile(QPainter &painter, const Theme &theme, const QRect &rect, const QString &prefix)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().tile);
    const int radius = rect.height() >= 36 ? 8 : rect.height() >= 28 ? 6 : 5;
    painter.drawRoundedRect(rect, radius, radius);
    QFont font = theme.font(Type::MonoBold);
    const double factor = rect.height() >= 36 ? 13.0 / 36 : 11.0 / 28;
    font.setPixelSize(std::max(9, qRound(rect.height() * factor)));
    painter.setFont(font);
    painter.setPen(theme.tokens().text2);
    painter.drawText(rect, Qt::AlignCenter, tileText(prefix));
    painter.restore();
}

ProviderTile::ProviderTile(Theme &theme, int size, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(size, size);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProviderTile::setPrefix(const QString &prefix)
{
    m_prefix = prefix;
    update();
}

void ProviderTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTile(painter, m_theme, rect(), m_prefix);
}

Tag::Tag(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Tag::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Type::Tag));
    return {metrics.horizontalAdvance(m_text) + 14, std::max(18, metrics.height() + 2)};
}

void Tag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().tile);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setFont(m_theme.font(Type::Tag));
    painter.setPen(m_theme.tokens().text2);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

KeyCap::KeyCap(Theme &theme, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyCap::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Type::Caption));
    return {metrics.horizontalAdvance(m_text) + 12, std::max(18, metrics.height() + 2)};
}

int KeyCap::paint(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text)
{
    const QFont font = theme.font(Type::Caption);
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(text) + 12, std::max(18, metrics.height() + 2));
    const QRect cap(rect.right() - size.width() + 1,
                    rect.top() + (rect.height() - size.height()) / 2, size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.tokens().line, 1));
    painter.setBrush(theme.tokens().sunken);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(font);
    painter.setPen(theme.tokens().text3);
    painter.drawText(cap, Qt::AlignCenter, text);
    painter.restore();
    return size.width();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, m_theme, rect(), m_text);
}

} // namespace omni::ui::widgets

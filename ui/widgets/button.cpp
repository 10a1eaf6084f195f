// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/button.h"

#include <QPainter>

namespace omni::ui::widgets {

namespace {

constexpr int GlyphSize = 16;
constexpr int GlyphGap = 7;

} // namespace

Button::Button(Theme &theme, Kind kind, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    restyle();
    connect(&theme, &Theme::changed, this, &Button::restyle);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    restyle();
}

void Button::setSmall(bool on)
{
    m_isSmall = on;
    restyle();
}

void Button::setGlyph(const QString &iconName)
{
    if (m_glyph == iconName)
        return;
    m_glyph = iconName;
    updateGeometry();
    update();
}

void Button::restyle()
{
    if (m_kind == Kind::Primary)
        setFont(m_theme.font(m_isSmall ? Type::SmallBold : Type::BodyBold));
    else
        setFont(m_theme.font(m_isSmall ? Type::Small : Type::Body));
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    const int height = m_theme.height(m_isSmall ? 26 : 30);
    int width =
        fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 2 * (m_isSmall ? 10 : 13);
    if (!m_glyph.isEmpty())
        width += GlyphSize + (text().isEmpty() ? 0 : GlyphGap);
    return {std::max(width, height), height};
}

QColor Button::fillColor() const
{
    const Tokens &t = m_theme.tokens();
    if (!isEnabled())
        return m_kind == Kind::Quiet ? QColor(Qt::transparent) : t.sunken;
    if (m_kind == Kind::Primary) {
        if (isDown())
            return t.accentFill.darker(118);
        return underMouse() ? t.accentFill.darker(108) : t.accentFill;
    }
    if (isDown() || isChecked())
        return t.select;
    if (underMouse())
        return t.hover;
    return m_kind == Kind::Quiet ? QColor(Qt::transparent) : t.card;
}

QColor Button::lineColor() const
{
    const Tokens &t = m_theme.tokens();
    if (m_kind == Kind::Quiet)
        return Qt::transparent;
    if (!isEnabled())
        return t.line;
    if (m_kind == Kind::Primary)
        return fillColor();
    return m_kind == Kind::Danger ? t.errLine : t.line2;
}

QColor Button::textColor() const
{
    const Tokens &t = m_theme.tokens();
    if (!isEnabled())
        return t.text3;
    switch (m_kind) {
    case Kind::Primary:
        return t.onAccent;
    case Kind::Danger:
        return t.err;
    default:
        return t.text;
    }
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lineColor(), 1));
    painter.setBrush(fillColor());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int glyphWidth = m_glyph.isEmpty() ? 0 : GlyphSize + (text().isEmpty() ? 0 : GlyphGap);
    int x = (width() - textWidth - glyphWidth) / 2;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    if (!m_glyph.isEmpty()) {
        const bool plain = m_kind == Kind::Plain || m_kind == Kind::Quiet;
        const QColor color = plain && isEnabled() ? m_theme.tokens().text2 : textColor();
        const int left = isMirrored ? width() - x - GlyphSize : x;
        m_theme.drawIcon(painter, m_glyph, color, QRect(left, 0, GlyphSize, height()), GlyphSize);
        x += glyphWidth;
    }
    painter.setPen(textColor());
    painter.setFont(font());
    const int left = isMirrored ? width() - x - textWidth : x;
    painter.drawText(QRect(left, 0, textWidth + 1, height()),
                     int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic), text());
}

LinkButton::LinkButton(Theme &theme, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    setFont(theme.font(Type::Small));
    connect(&theme, &Theme::changed, this, [this] {
        setFont(m_theme.font(Type::Small));
        updateGeometry();
    });
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 1,
            m_theme.height(24, Type::Small)};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(underMouse() && isEnabled());
    painter.setFont(shown);
    painter.setPen(isEnabled() ? m_theme.tokens().accent : m_theme.tokens().text3);
    painter.drawText(rect(), int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic),
                     text());
}

IconButton::IconButton(Theme &theme, const QString &iconName, int size, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_glyph(iconName)
    , m_size(size)
    , m_glyphSize(size >= 30 ? 20 : 14)
{
    setAttribute(Qt::WA_Hover);
    setFixedSize(size, size);
    // Qt gives tool buttons no keyboard focus by itself; everything here can be reached by Tab.
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::setGlyph(const QString &iconName)
{
    m_glyph = iconName;
    update();
}

void IconButton::setGlyphSize(int size)
{
    m_glyphSize = size;
    update();
}

void IconButton::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void IconButton::setBadge(int count)
{
    m_badge = count;
    update();
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEnabled() && (underMouse() || isDown() || isChecked())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() || isChecked() ? t.select : t.hover);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    m_theme.drawIcon(painter, m_glyph, isEnabled() ? m_theme.color(m_ink) : t.line2, rect(),
                     m_glyphSize);
    if (m_badge <= 0)
        return;
    QFont small = m_theme.font(Type::Caption);
    small.setPixelSize(10);
    small.setBold(true);
    painter.setFont(small);
    const QString text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const int badgeWidth = std::max(15, QFontMetrics(small).horizontalAdvance(text) + 7);
    const QRect spot(width() - badgeWidth, 1, badgeWidth, 15);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.warn);
    painter.drawRoundedRect(spot, 7.5, 7.5);
    painter.setPen(t.card);
    painter.drawText(spot, Qt::AlignCenter, text);
}

} // namespace omni::ui::widgets

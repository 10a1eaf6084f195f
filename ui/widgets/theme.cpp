// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/theme.h"

#include "ui/widgets/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QStyleFactory>

#include <algorithm>

namespace omni::ui::widgets {

namespace {

struct TypeRow
{
    double factor; ///< of the body size, which is 13 px in the design
    double line;   ///< of the body size
    bool isBold;
    bool isFixed;
};

TypeRow typeRow(Type type)
{
    constexpr double Px = 1.0 / 13.0;
    switch (type) {
    case Type::Figure:
        return {24 * Px, 30 * Px, false, false};
    case Type::LargeTitle:
        return {20 * Px, 28 * Px, true, false};
    case Type::Title:
        return {18 * Px, 24 * Px, true, false};
    case Type::Heading:
        return {15 * Px, 22 * Px, true, false};
    case Type::Section:
    case Type::BodyBold:
        return {1, 20 * Px, true, false};
    case Type::Body:
        return {1, 20 * Px, false, false};
    case Type::Small:
        return {12 * Px, 18 * Px, false, false};
    case Type::SmallBold:
        return {12 * Px, 18 * Px, true, false};
    case Type::Tag:
    case Type::Caption:
        return {11 * Px, 16 * Px, false, false};
    case Type::Mono:
        return {12 * Px, 18 * Px, false, true};
    case Type::MonoRow:
        return {1, 20 * Px, false, true};
    case Type::MonoBold:
        return {11 * Px, 16 * Px, true, true};
    }
    return {1, 20 * Px, false, false};
}

/// The desktop's font when it has chosen one; else the fonts the layout was drawn with.
QFont bodyFont()
{
    QFont font = QApplication::font();
    const QString family = font.family();
    const bool isGeneric = family.isEmpty() || family.startsWith(QLatin1String("Sans")) ||
                           family == QLatin1String("DejaVu Sans") ||
                           family == QLatin1String("Bitstream Vera Sans");
    if (!isGeneric)
        return font;
    const QStringList families = QFontDatabase::families();
    for (const auto &wanted : {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")}) {
        if (families.contains(wanted)) {
            font.setFamilies({wanted});
            break;
        }
    }
    // Qt's fallback is 9 points, which is too small for reading rows of figures.
    if (QFontInfo(font).pixelSize() < 13)
        font.setPixelSize(13);
    return font;
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QStringList families = QFontDatabase::families();
    for (const auto &wanted :
         {QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")}) {
        if (families.contains(wanted)) {
            font.setFamilies({wanted});
            break;
        }
    }
    return font;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.canvas);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.card);
    p.setColor(QPalette::AlternateBase, t.sunken);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.text3);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.err);
    p.setColor(QPalette::Highlight, t.accentFill);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.card);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Light, t.card);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.line2);
    p.setColor(QPalette::Dark, t.edge);
    p.setColor(QPalette::Shadow, t.line2);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.text3);
    return p;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_wasPaletteDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
    , m_body(bodyFont())
    , m_fixed(fixedFont())
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
    qApp->installEventFilter(this);
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setSystemDark(std::optional<bool> isDark)
{
    if (m_systemDark == isDark)
        return;
    m_systemDark = isDark;
    apply();
}

void Theme::apply()
{
    const bool isDark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System &&
                                                          m_systemDark.value_or(m_wasPaletteDark));
    m_tokens = isDark ? darkTokens() : lightTokens();
    m_isApplying = true;
    QApplication::setPalette(paletteOf(m_tokens));
    QApplication::setFont(m_body);
    qApp->setStyleSheet(styleSheetFor(*this));
    m_isApplying = false;
    emit changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop's font may change while we run; our own setFont() arrives here as well.
    if (watched == qApp && event->type() == QEvent::ApplicationFontChange && !m_isApplying &&
        QApplication::font() != m_body) {
        m_body = bodyFont();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

QColor Theme::color(Ink ink) const
{
    switch (ink) {
    case Ink::Text:
        return m_tokens.text;
    case Ink::Text2:
        return m_tokens.text2;
    case Ink::Text3:
        return m_tokens.text3;
    case Ink::Accent:
        return m_tokens.accent;
    case Ink::Warn:
        return m_tokens.warn;
    case Ink::Err:
        return m_tokens.err;
    case Ink::Cool:
        return m_tokens.cool;
    case Ink::OnAccent:
        return m_tokens.onAccent;
    }
    return m_tokens.text;
}

QFont Theme::font(Type type) const
{
    const TypeRow row = typeRow(type);
    QFont font = row.isFixed ? m_fixed : m_body;
    font.setPixelSize(std::max(10, qRound(QFontInfo(m_body).pixelSize() * row.factor)));
    font.setBold(row.isBold);
    return font;
}

int Theme::lineHeight(Type type) const
{
    return std::max(qRound(QFontInfo(m_body).pixelSize() * typeRow(type).line),
                    QFontMetrics(font(type)).height());
}

int Theme::height(int base, Type type, int padding) const
{
    return std::max(base, QFontMetrics(font(type)).height() + padding);
}

QPixmap Theme::pixmap(const QString &name, const QColor &color, int size, qreal ratio,
                      const QColor &behind) const
{
    return m_icons.pixmap(name, color, size, ratio, behind);
}

QIcon Theme::icon(const QString &name, Ink ink) const
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(pixmap(name, color(ink), 16, ratio, m_tokens.card));
        icon.addPixmap(pixmap(name, m_tokens.onAccent, 16, ratio), QIcon::Selected);
        icon.addPixmap(pixmap(name, m_tokens.text3, 16, ratio), QIcon::Disabled);
    }
    return icon;
}

void Theme::drawIcon(QPainter &painter, const QString &name, const QColor &color, const QRect &rect,
                     int size, const QColor &behind) const
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                       pixmap(name, color, size, ratio, behind));
}

} // namespace omni::ui::widgets

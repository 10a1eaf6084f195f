// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/iconstore.h"
#include "ui/widgets/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

#include <optional>

namespace omni::ui::widgets {

enum class ThemeChoice
{
    System,
    Light,
    Dark
};

/// The type scale. Every size is the system's font size times a factor.
enum class Type
{
    Figure,
    LargeTitle, ///< wizard and empty states
    Title,
    Heading,
    Section,
    Body,
    BodyBold,
    Small,
    SmallBold,
    Tag,
    Caption,
    Mono,
    MonoRow,
    MonoBold
};

/// What a text says by its colour.
enum class Ink
{
    Text,
    Text2,
    Text3,
    Accent,
    Warn,
    Err,
    Cool,
    OnAccent
};

/// The look: colours, type scale, icons. One object, made by the shell (or a test) and handed to
/// every widget as the first argument of its constructor. Widgets repaint on changed().
///
/// It sets the application's palette, font and style sheet.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    /// What the desktop says; absent = it says nothing, so the palette at start decides.
    void setSystemDark(std::optional<bool> isDark);
    /// Animations end at once while this is on.
    [[nodiscard]] bool isMotionReduced() const { return m_isMotionReduced; }
    void setMotionReduced(bool reduced) { m_isMotionReduced = reduced; }

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] bool isDark() const { return m_tokens.isDark; }
    [[nodiscard]] QColor color(Ink ink) const;
    [[nodiscard]] QFont font(Type type) const;
    /// Line height of a style, in logical pixels; grows with the system's font.
    [[nodiscard]] int lineHeight(Type type) const;
    /// A height of tokens.md that grows when the font needs more.
    [[nodiscard]] int height(int base, Type type = Type::Body, int padding = 8) const;

    /// A glyph of resources/icons in one colour. `behind` replaces the white of state shapes.
    [[nodiscard]] QPixmap pixmap(const QString &name, const QColor &color, int size, qreal ratio,
                                 const QColor &behind = {}) const;
    /// For menus and line edits; take it again on changed().
    [[nodiscard]] QIcon icon(const QString &name, Ink ink = Ink::Text2) const;
    /// Draws a glyph centred in `rect`.
    void drawIcon(QPainter &painter, const QString &name, const QColor &color, const QRect &rect,
                  int size, const QColor &behind = {}) const;

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    Tokens m_tokens;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_wasPaletteDark = false;
    std::optional<bool> m_systemDark;
    bool m_isMotionReduced = false;
    bool m_isApplying = false;
    QFont m_body;
    QFont m_fixed;
    mutable IconStore m_icons;
};

} // namespace omni::ui::widgets

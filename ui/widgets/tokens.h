// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

#include <array>

namespace omni::ui::widgets {

/// Every colour of the program, for one of the two looks. Named after the part it plays, never
/// after its hue; hex values stand in tokens.cpp and nowhere else.
struct Tokens
{
    QColor canvas, sidebar, card, sunken, hover, select;
    QColor line, line2, edge;
    QColor text, text2, text3;
    QColor accent, accentFill, onAccent, accentSoft;
    QColor ok, warn, err, cool, off;
    QColor warnSoft, warnLine, errSoft, errLine;
    QColor fill, track, warnFill, hatch, errFill;
    QColor add, del, tile, veil;
    /// For charts with several series, in the order in which they are given out.
    std::array<QColor, 6> series;
    bool isDark = false;
};

[[nodiscard]] Tokens lightTokens();
[[nodiscard]] Tokens darkTokens();

/// WCAG contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace omni::ui::widgets

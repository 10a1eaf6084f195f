// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <Qt>

namespace omni::ui::widgets {

/// What delegates of this program read beside Qt's own roles.
enum Role
{
    SecondTextRole = Qt::UserRole + 1, ///< QString: text3 in the same cell, or the second line
    StateRole,                         ///< int of State: a shape before the text
    StateWordRole,                     ///< QString: for screen readers when only the shape shows
    TileRole,                          ///< QString: the model prefix in a tile before the text
    MonoRole,                          ///< bool: fixed font, elided in the middle
    InkRole,                           ///< int of Ink
    BoldRole,                          ///< bool
    GlyphRole,                         ///< QString: an icon's name, centred
    CountRole,                         ///< QString: right side of a list row
    CaptionRole,                       ///< bool: the row is a group's name and cannot be chosen
    DotRole,                           ///< bool: a mark for unsaved changes
    IdRole                             ///< QString: what the row stands for
};

} // namespace omni::ui::widgets

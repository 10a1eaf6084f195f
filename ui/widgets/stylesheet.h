// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace omni::ui::widgets {

class Theme;

/// The small style sheet for what Qt draws itself: fields, menus, scroll bars, tables.
[[nodiscard]] QString styleSheetFor(const Theme &theme);

} // namespace omni::ui::widgets

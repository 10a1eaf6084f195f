// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

namespace omni::ui::pages::settings {

/// Whether the desktop starts the program at login. On Linux a file of the user's own in
/// `autostart`, which starts with the tray alone.
[[nodiscard]] bool startsAtLogin();
/// Internal when the file cannot be written or removed.
[[nodiscard]] base::Result<void> setStartsAtLogin(bool on);
/// False where this system has no such thing.
[[nodiscard]] bool canStartAtLogin();

} // namespace omni::ui::pages::settings

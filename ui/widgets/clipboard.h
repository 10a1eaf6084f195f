// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace omni::ui::widgets {

void copyText(const QString &text);

/// Copies marked as a secret, so that clipboard histories leave it out, and takes it back after
/// `life` unless something else was copied since.
void copySecret(const QString &text, std::chrono::milliseconds life = std::chrono::seconds(30));

} // namespace omni::ui::widgets

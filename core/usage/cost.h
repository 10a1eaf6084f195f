// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/catalog/provider.h"
#include "core/chat/usage.h"

#include <optional>

namespace omni::usage {

/// Millionths of a dollar by the list price; absent when a price or a counter that matters is
/// unknown.
[[nodiscard]] std::optional<qint64> costMicros(const chat::Usage &usage,
                                               const catalog::Price &price);

} // namespace omni::usage

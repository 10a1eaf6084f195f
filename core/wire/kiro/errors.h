// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

namespace omni::wire::kiro {

/// The error sorted by Kiro's `reason`, which says more than the exception's name.
[[nodiscard]] base::Error refined(base::Error error, const base::Json &body);

[[nodiscard]] base::Error decodeError(int status, QByteArrayView body);

} // namespace omni::wire::kiro

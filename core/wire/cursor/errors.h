// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

namespace omni::wire::cursor {

/// `{code, message, details}` of the Connect protocol, which comes with status 200.
[[nodiscard]] base::Error connectError(const base::Json &error, int status);
/// A refusal as a whole body, framed or not; `body` may be anything.
[[nodiscard]] base::Error decodeError(int status, QByteArrayView body);

} // namespace omni::wire::cursor

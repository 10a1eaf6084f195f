// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

namespace omni::wire::anthropic {

/// An upstream's error answer; see Codec::decodeError.
[[nodiscard]] base::Error decodeError(int status, QByteArrayView body);

/// An error that came with status 200, or inside a stream: the status follows from its type.
[[nodiscard]] base::Error errorInAnswer(const base::Json &body);

[[nodiscard]] QByteArray encodeError(const base::Error &error, int status,
                                     QByteArrayView requestId);

} // namespace omni::wire::anthropic

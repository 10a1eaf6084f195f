// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

namespace omni::wire::gemini {

/// What an upstream's error answer means; `body` may be anything.
[[nodiscard]] base::Error decodeError(int status, QByteArrayView body);

/// The same for an `error` object that came in a 200 answer or in a stream.
[[nodiscard]] base::Error errorInAnswer(const base::Json &body);

/// `{"error":{code,message,status,details}}` for a client.
[[nodiscard]] QByteArray encodeError(const base::Error &error, int status);

} // namespace omni::wire::gemini

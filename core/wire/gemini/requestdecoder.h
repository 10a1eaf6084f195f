// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::gemini {

/// The body of `generateContent`. Model and stream stand in the URL: they stay as the defaults
/// unless the body names a `model` all the same.
[[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body);

} // namespace omni::wire::gemini

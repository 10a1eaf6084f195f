// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::anthropic {

/// A Messages request, or one for `count_tokens` (the same without `max_tokens`).
[[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body);

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::bedrock {

/// The answer of `/converse`, which does not stream.
[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);

} // namespace omni::wire::bedrock

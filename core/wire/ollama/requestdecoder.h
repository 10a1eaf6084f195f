// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/ollama/words.h"

namespace omni::wire::ollama {

/// A request of `/api/chat` or `/api/generate`. `stream` is true when it is not given. Of generate,
/// `context` (an opaque conversation of one model) is refused, `suffix` becomes an instruction.
[[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body, Form form);

} // namespace omni::wire::ollama

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::ollama {

/// Ollama's own dialect, `/api/chat`.
[[nodiscard]] const Codec &codec();

/// `/api/generate`: the same, with `prompt` in and `response` out, for clients only. What it
/// encodes for an upstream is an `/api/chat` request; both forms of answers are read by either.
[[nodiscard]] const Codec &generateCodec();

} // namespace omni::wire::ollama

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openaicompletions {

inline constexpr auto Mine = chat::Format::OpenAiCompletions;

/// The prompt becomes one user message, `suffix` an instruction before it. Refused, with the
/// field: several prompts, tokens instead of text, `echo`.
[[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body);

/// A conversation of more than one message becomes a transcript that ends where the assistant
/// speaks. Unsupported for media and for a tool that must be called.
[[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                         const Traits &traits);

} // namespace omni::wire::openaicompletions

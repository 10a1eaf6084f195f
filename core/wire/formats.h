// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

/// The codec of a format, or null while none is built. One row a format in formats.cpp.
[[nodiscard]] const Codec *codecFor(chat::Format format);

/// Roughly 4 characters a token over all text of the request, for routing and for `count_tokens`
/// where the upstream has no counter. Always called an estimate.
[[nodiscard]] chat::TokenCount estimateTokens(const chat::ChatRequest &request);

} // namespace omni::wire

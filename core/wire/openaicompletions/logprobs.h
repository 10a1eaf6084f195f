// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

namespace omni::wire::openaicompletions {

/// `{tokens, token_logprobs, top_logprobs, text_offset}` as the newer `{content:[…]}`; null when it
/// says nothing.
[[nodiscard]] base::Json chatLogprobs(const base::Json &legacy);

/// The other way; `offset` is where the text of the first token begins, in characters.
[[nodiscard]] base::Json legacyLogprobs(const base::Json &chat, qint64 offset = 0);

} // namespace omni::wire::openaicompletions

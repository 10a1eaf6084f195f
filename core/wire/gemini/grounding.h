// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/response.h"

namespace omni::wire::gemini {

/// The sources that a candidate's `groundingMetadata` and `citationMetadata` name, each with `url`,
/// `title` and, where it is known, `cited_text`. Null when there are none.
[[nodiscard]] base::Json citationsOf(const base::Json &candidate);

/// Other vendors' citations as `groundingMetadata`; null when none of them names a page.
[[nodiscard]] base::Json groundingOf(const base::Json &citations);

/// `logprobsResult` as OpenAI writes log probabilities, and back. Null for null.
[[nodiscard]] base::Json openAiLogprobs(const base::Json &result);
[[nodiscard]] base::Json logprobsResult(const base::Json &openAi);

} // namespace omni::wire::gemini

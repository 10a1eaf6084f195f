// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/usage.h"
#include "core/wire/jsonout.h"

namespace omni::wire {

/// `usage` in all spellings of compatible upstreams; nothing for null and for all zeros, which some
/// send as a placeholder.
[[nodiscard]] chat::Usage decodeOpenAiUsage(const base::Json &usage);

/// What of `usage` has no counter of ours: kept for the same format.
[[nodiscard]] base::Json openAiUsageLeftOver(const base::Json &usage);

/// The `usage` object as OpenAI writes it.
void writeOpenAiUsage(JsonOut &out, const chat::Usage &usage, const base::Json &leftOver = {});

} // namespace omni::wire

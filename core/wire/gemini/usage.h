// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

namespace omni::wire::gemini {

struct DecodedUsage
{
    chat::Usage usage;
    base::Json rest; ///< details by modality and whatever else stands there; null when nothing does
};

/// `usageMetadata`. The prompt's count leaves out what tools added and the candidates' count leaves
/// out thinking: both are part of the canonical totals.
[[nodiscard]] DecodedUsage decodeUsage(const base::Json &json);

/// `rest` comes back as it was decoded. Null when nothing is known.
[[nodiscard]] base::Json encodeUsage(const chat::Usage &usage, const base::Json &rest);

} // namespace omni::wire::gemini

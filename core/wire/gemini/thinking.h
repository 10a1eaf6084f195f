// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::gemini {

/// `thinkingConfig` for this request: a level where the model knows levels, else a budget, never
/// both. Null when the client said nothing or the model has no thinking to control.
[[nodiscard]] base::Json planThinking(const chat::ChatRequest &request, const Traits &traits,
                                      Losses &losses);

} // namespace omni::wire::gemini

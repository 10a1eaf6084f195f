// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"
#include "core/wire/toolnames.h"

namespace omni::wire::ollama {

/// Writes `messages`. The history must have its calls and results paired. Unsupported, with the
/// field, for media other than images with their data at hand.
[[nodiscard]] base::Result<void> writeMessages(JsonOut &out,
                                               const std::vector<chat::Message> &messages,
                                               ToolNames &names, Losses &losses);

} // namespace omni::wire::ollama

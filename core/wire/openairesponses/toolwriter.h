// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/openairesponses/words.h"
#include "core/wire/toolnames.h"

namespace omni::wire::openairesponses {

/// Writes `tools` and `tool_choice`; nothing when no tool is left. Unsupported when the choice
/// names a tool that only another provider runs.
[[nodiscard]] base::Result<void> writeTools(JsonOut &out, const chat::ChatRequest &request,
                                            ToolNames &names, Losses &losses);

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/fields.h"

namespace omni::wire::anthropic {

bool decodeTools(FieldReader &in, const base::Json &tools, const FieldPath &where,
                 std::vector<chat::ToolSpec> &specs);

/// `tool_choice` with its `disable_parallel_tool_use`.
bool decodeToolChoice(FieldReader &in, const base::Json &choice, const FieldPath &where,
                      chat::ChatRequest &request);

} // namespace omni::wire::anthropic

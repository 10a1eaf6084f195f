// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/fields.h"

namespace omni::wire::gemini {

/// `tools`: each declared function is one tool, each of the API's own tools too.
bool decodeTools(FieldReader &in, const base::Json &tools, const FieldPath &where,
                 std::vector<chat::ToolSpec> &specs);

/// `toolConfig`; what only this format knows goes to `rest.toolConfig`.
bool decodeToolConfig(FieldReader &in, const base::Json &config, const FieldPath &where,
                      chat::ChatRequest &request, base::Json &rest);

} // namespace omni::wire::gemini

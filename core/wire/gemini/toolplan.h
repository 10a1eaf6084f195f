// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"
#include "core/wire/toolnames.h"

namespace omni::wire::gemini {

/// What goes into `tools` and `toolConfig`.
struct ToolPlan
{
    base::Json functions = base::Json::array(); ///< declarations, ready to be written
    base::Json builtIns = base::Json::array();
    QByteArray mode;
    std::vector<QByteArray> names;
};

/// Function names as this API takes them.
[[nodiscard]] ToolNames geminiToolNames();

/// Unsupported when the choice names a tool that only another provider has.
[[nodiscard]] base::Result<ToolPlan>
planTools(const chat::ChatRequest &request, const Traits &traits, ToolNames &names, Losses &losses);

/// `tools` and `toolConfig`; `extra` is what this format's own client had in its `toolConfig`.
void writeTools(JsonOut &out, const ToolPlan &plan, const base::Json &extra);

} // namespace omni::wire::gemini

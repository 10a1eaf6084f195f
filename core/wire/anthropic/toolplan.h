// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/anthropic/conversation.h"
#include "core/wire/jsonout.h"
#include "core/wire/toolnames.h"

namespace omni::wire::anthropic {

/// The tools of a request as Anthropic takes them.
struct ToolPlan
{
    std::vector<chat::ToolSpec> tools;
    chat::ToolChoice choice;
    std::optional<bool> disableParallel;
    /// A sentence for the system prompt where the switch that was wanted does not exist.
    QByteArray instruction;
    /// The answer's shape goes out as `output_config.format`.
    bool nativeShape = false;
};

/// Renames tools in the conversation too. Unsupported when `tool_choice` insists on a tool that
/// cannot be offered.
[[nodiscard]] base::Result<ToolPlan> planTools(const chat::ChatRequest &request,
                                               const Traits &traits, bool thinks, ToolNames &names,
                                               Conversation &conversation, Losses &losses);

void writeTools(JsonOut &out, const ToolPlan &plan);

} // namespace omni::wire::anthropic

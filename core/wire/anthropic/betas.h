// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/anthropic/thinking.h"
#include "core/wire/anthropic/toolplan.h"

namespace omni::wire::anthropic {

/// The value of `anthropic-beta` that this request's features need; empty when none.
[[nodiscard]] QByteArray betasFor(const chat::ChatRequest &request,
                                  const Conversation &conversation, const ThinkingPlan &thinking,
                                  const ToolPlan &tools);

} // namespace omni::wire::anthropic

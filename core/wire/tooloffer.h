// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

/// The tools to send to an upstream that has no `tool_choice`: what the choice allows is offered,
/// that one of them must be called cannot be said and is noted. Tools of other providers are
/// noted too, or Unsupported when the choice insists on one. The pointers are into `request`.
[[nodiscard]] base::Result<std::vector<const chat::ToolSpec *>>
offeredTools(const chat::ChatRequest &request, Losses &losses);

} // namespace omni::wire

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"
#include "core/wire/members.h"

namespace omni::wire::anthropic {

inline constexpr auto Mine = chat::Format::Anthropic;

/// The tool that stands in for native structured output. Its call is the answer's text, so both
/// decoders know it by this name.
inline constexpr char JsonOutputTool[] = "omniroute_json_output";

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"

namespace omni::wire::openaichat {

/// The reasoning of a message or delta in any of the vendors' spellings: `reasoning_content`,
/// `reasoning`, `reasoning_details`. Nothing when there is none. The details stay in the part's
/// extensions, since their vendor wants them back unchanged.
[[nodiscard]] std::vector<chat::Part> reasoningOf(const base::Json &message);

/// `cache_control` of a part or tool.
[[nodiscard]] std::optional<chat::CacheMark> cacheMarkOf(const base::Json &object);

/// One entry of `tool_calls`; lenient, for answers. The id may be empty.
[[nodiscard]] chat::ToolCallPart toolCallOf(const base::Json &call);

/// What is left of an object once the known keys are gone; null values count as absent.
[[nodiscard]] base::Json leftOver(const base::Json &object,
                                  std::initializer_list<QByteArrayView> known);

/// `reasoning_details[].format` of what Anthropic bound to its thinking.
inline constexpr char AnthropicDetails[] = "anthropic-claude-v1";

} // namespace omni::wire::openaichat

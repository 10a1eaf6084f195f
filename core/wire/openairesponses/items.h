// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/openairesponses/words.h"

namespace omni::wire::openairesponses {

/// One piece of a message's content, input or output. Lenient: what is missing is empty; unknown
/// types become opaque parts.
[[nodiscard]] chat::Part contentPartOf(const base::Json &json);

/// The content of a message item, a string or a list of parts.
void appendContent(std::vector<chat::Part> &parts, const base::Json &content);

/// What an item of the model's says: one part for reasoning and calls, one for each piece of a
/// message's content. Items that only OpenAI knows become opaque parts.
void appendItem(std::vector<chat::Part> &parts, const base::Json &item);

/// True for what stands in a message's content, false for what is an item of its own.
[[nodiscard]] bool isContent(const chat::Part &part);

struct ItemRange
{
    size_t begin = 0;
    size_t end = 0;
};
/// The parts that belong to one item each, in order.
[[nodiscard]] std::vector<ItemRange> itemRanges(const std::vector<chat::Part> &parts);

[[nodiscard]] chat::Part reasoningOf(const base::Json &item);
/// `function_call` and `custom_tool_call`.
[[nodiscard]] chat::Part callOf(const base::Json &item);
/// `function_call_output` and `custom_tool_call_output`.
[[nodiscard]] chat::Part resultOf(const base::Json &item);

} // namespace omni::wire::openairesponses

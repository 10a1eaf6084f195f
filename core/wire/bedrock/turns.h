// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::bedrock {

/// What Converse calls the conversation: system blocks apart, the user and the assistant by turns.
struct Turns
{
    std::vector<chat::Part> system;
    std::vector<chat::Message> turns; ///< of User and Assistant
};

/// Results join the user's turn behind them, neighbours of one speaker become one turn, the first
/// is the user's, none is empty.
[[nodiscard]] Turns arrange(const chat::ChatRequest &request, const Traits &traits, Losses &losses);

} // namespace omni::wire::bedrock

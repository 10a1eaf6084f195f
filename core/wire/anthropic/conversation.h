// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/codec.h"

namespace omni::wire::anthropic {

struct Turn
{
    chat::Role role = chat::Role::User; ///< User, Assistant, or System for one in its place
    std::vector<chat::Part> parts;
    base::Json extra; ///< fields of the message that only this format knows
};

/// A history the API accepts: system prompt apart, turns alternate, the first is the user's, every
/// call has its result at the start of the next turn, ids are unique, no block is empty.
struct Conversation
{
    std::vector<chat::Part> system;
    std::vector<Turn> turns;
};

/// Brings the messages into that form. Whatever cannot go along is noted as a loss; media that
/// Anthropic refuses are an error with their path.
[[nodiscard]] base::Result<Conversation> arrange(const chat::ChatRequest &request,
                                                 const Traits &traits, Losses &losses);

} // namespace omni::wire::anthropic

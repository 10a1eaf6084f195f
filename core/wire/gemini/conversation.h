// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/toolnames.h"

namespace omni::wire::gemini {

struct Turn
{
    bool isModel = false;
    std::vector<chat::Part> parts;
    base::Json extra; ///< unknown members of the content
};

/// The history as this API takes it: a leading user turn, results behind their calls in number and
/// order, nothing empty, no other vendor's thinking, names of functions that it accepts.
struct Conversation
{
    std::vector<chat::Part> system;
    base::Json systemExtra;
    std::vector<Turn> turns;
};

[[nodiscard]] base::Result<Conversation>
arrange(const chat::ChatRequest &request, const Traits &traits, ToolNames &names, Losses &losses);

} // namespace omni::wire::gemini

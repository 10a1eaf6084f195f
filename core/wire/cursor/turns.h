// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::cursor {

struct Result
{
    chat::ToolCallPart call; ///< that it answers
    QByteArray text;
};

/// One message as Cursor knows them: words and, of the user, the results of tools.
struct Turn
{
    bool isAssistant = false;
    QByteArray text;
    std::vector<Result> results;
};

/// System turns stand in front of the first user's words; calls go along with their results; what
/// has no place is noted.
[[nodiscard]] std::vector<Turn> arrange(const chat::ChatRequest &request, Losses &losses);

} // namespace omni::wire::cursor

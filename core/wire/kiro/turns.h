// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::kiro {

inline constexpr auto Mine = chat::Format::Kiro;

/// One turn of the history in Kiro's pieces. Of an assistant's turn only `text` and `calls` are
/// set.
struct Turn
{
    bool isAssistant = false;
    QByteArray text;
    std::vector<chat::ToolCallPart> calls;
    std::vector<chat::MediaPart> images;       ///< with their data
    std::vector<chat::ToolResultPart> results; ///< text only
};

/// User and assistant strictly by turns, the first and the last the user's, none without text;
/// system turns stand in front of the first user's words. What has no place is noted.
[[nodiscard]] std::vector<Turn> arrange(const chat::ChatRequest &request, Losses &losses);

} // namespace omni::wire::kiro

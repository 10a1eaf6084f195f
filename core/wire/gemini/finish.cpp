// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/finish.h"

#include <algorithm>
#include <array>

namespace omni::wire::gemini {

using chat::FinishReason;

namespace {

struct Row
{
    const char *word;
    FinishReason reason;
};

/// The first word of each reason is the one we write for it.
constexpr std::array<Row, 20> Rows{{
    {"STOP", FinishReason::Stop},
    {"MAX_TOKENS", FinishReason::Length},
    {"SAFETY", FinishReason::ContentFilter},
    {"RECITATION", FinishReason::ContentFilter},
    {"BLOCKLIST", FinishReason::ContentFilter},
    {"PROHIBITED_CONTENT", FinishReason::ContentFilter},
    {"SPII", FinishReason::ContentFilter},
    {"LANGUAGE", FinishReason::ContentFilter},
    {"MODEL_ARMOR", FinishReason::ContentFilter},
    {"IMAGE_SAFETY", FinishReason::ContentFilter},
    {"IMAGE_PROHIBITED_CONTENT", FinishReason::ContentFilter},
    {"IMAGE_RECITATION", FinishReason::ContentFilter},
    {"OTHER", FinishReason::Error},
    {"MALFORMED_FUNCTION_CALL", FinishReason::Error},
    {"UNEXPECTED_TOOL_CALL", FinishReason::Error},
    {"TOO_MANY_TOOL_CALLS", FinishReason::Error},
    {"MALFORMED_RESPONSE", FinishReason::Error},
    {"MISSING_THOUGHT_SIGNATURE", FinishReason::Error},
    {"NO_IMAGE", FinishReason::Error},
    {"IMAGE_OTHER", FinishReason::Error},
}};

} // namespace

DecodedFinish decodeFinish(const QByteArray &word, bool hasCalls)
{
    DecodedFinish decoded;
    const auto row =
        std::find_if(Rows.begin(), Rows.end(), [&](const Row &each) { return word == each.word; });
    if (row != Rows.end())
        decoded.reason = row->reason;
    if (!word.isEmpty() && finishWord(decoded.reason, {}) != word)
        decoded.word = word;
    if (hasCalls &&
        (decoded.reason == FinishReason::Stop || decoded.reason == FinishReason::Unknown))
        decoded.reason = FinishReason::ToolCalls;
    return decoded;
}

QByteArray finishWord(FinishReason reason, const QByteArray &word)
{
    if (!word.isEmpty())
        return word;
    for (const Row &row : Rows) {
        if (row.reason == reason)
            return row.word;
    }
    return "STOP";
}

} // namespace omni::wire::gemini

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/finish.h"

#include <array>

namespace omni::wire::anthropic {

using chat::FinishReason;

namespace {

struct Row
{
    const char *word;
    FinishReason reason;
    bool exact; ///< the canonical reason gives this word back
};

constexpr std::array<Row, 7> Rows{{
    {"end_turn", FinishReason::Stop, true},
    {"stop_sequence", FinishReason::StopSequence, true},
    {"max_tokens", FinishReason::Length, true},
    {"tool_use", FinishReason::ToolCalls, true},
    {"refusal", FinishReason::ContentFilter, true},
    {"pause_turn", FinishReason::Pause, true},
    {"model_context_window_exceeded", FinishReason::Length, false},
}};

} // namespace

DecodedFinish decodeFinish(const base::Json &object, bool hasCalls)
{
    DecodedFinish decoded;
    decoded.stopSequence = object["stop_sequence"].toBytes();
    const QByteArray &word = object["stop_reason"].toBytes();
    decoded.word = word;
    for (const Row &row : Rows) {
        if (word != row.word)
            continue;
        decoded.reason = row.reason;
        if (row.exact)
            decoded.word.clear();
    }
    if (hasCalls &&
        (decoded.reason == FinishReason::Stop || decoded.reason == FinishReason::Unknown))
        decoded.reason = FinishReason::ToolCalls;
    return decoded;
}

QByteArray stopReason(const FinishFacts &facts)
{
    if (!facts.word.isEmpty())
        return facts.word;
    switch (facts.reason) {
    case FinishReason::Stop:
    case FinishReason::Unknown:
    case FinishReason::Error:
        if (facts.hasCalls)
            return "tool_use";
        return facts.hasRefusal ? "refusal" : "end_turn";
    default:
        break;
    }
    for (const Row &row : Rows) {
        if (row.reason == facts.reason)
            return row.word;
    }
    return "end_turn";
}

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/words.h"

#include <array>

namespace omni::wire::bedrock {

using base::Json;
using chat::FinishReason;

namespace {

struct Kind
{
    const char *format;
    const char *mediaType;
};

constexpr std::array<Kind, 4> Images{
    {{"png", "image/png"}, {"jpeg", "image/jpeg"}, {"gif", "image/gif"}, {"webp", "image/webp"}}};

constexpr std::array<Kind, 9> Documents{
    {{"pdf", "application/pdf"},
     {"txt", "text/plain"},
     {"csv", "text/csv"},
     {"html", "text/html"},
     {"md", "text/markdown"},
     {"doc", "application/msword"},
     {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
     {"xls", "application/vnd.ms-excel"},
     {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}};

template<size_t N>
QByteArray formatIn(const std::array<Kind, N> &kinds, const QByteArray &mediaType)
{
    for (const Kind &kind : kinds) {
        if (mediaType == kind.mediaType)
            return kind.format;
    }
    return {};
}

template<size_t N>
QByteArray mediaTypeIn(const std::array<Kind, N> &kinds, const QByteArray &format)
{
    for (const Kind &kind : kinds) {
        if (format == kind.format)
            return kind.mediaType;
    }
    return {};
}

struct Word
{
    const char *word;
    FinishReason reason;
};

constexpr std::array<Word, 9> Reasons{{{"end_turn", FinishReason::Stop},
                                       {"tool_use", FinishReason::ToolCalls},
                                       {"max_tokens", FinishReason::Length},
                                       {"model_context_window_exceeded", FinishReason::Length},
                                       {"stop_sequence", FinishReason::StopSequence},
                                       {"guardrail_intervened", FinishReason::ContentFilter},
                                       {"content_filtered", FinishReason::ContentFilter},
                                       {"malformed_model_output", FinishReason::Error},
                                       {"malformed_tool_use", FinishReason::Error}}};

} // namespace

QByteArray imageFormat(const QByteArray &mediaType)
{
    return formatIn(Images, mediaType == "image/jpg" ? QByteArray("image/jpeg") : mediaType);
}

QByteArray documentFormat(const QByteArray &mediaType)
{
    return formatIn(Documents, mediaType);
}

QByteArray mediaTypeOfImage(const QByteArray &format)
{
    return mediaTypeIn(Images, format);
}

QByteArray mediaTypeOfDocument(const QByteArray &format)
{
    return mediaTypeIn(Documents, format);
}

FinishReason finishOf(const QByteArray &stopReason)
{
    for (const Word &known : Reasons) {
        if (stopReason == known.word)
            return known.reason;
    }
    return FinishReason::Unknown;
}

chat::Usage usageOf(const Json &json)
{
    chat::Usage usage;
    usage.cachedRead = json["cacheReadInputTokens"].asInt();
    usage.cacheWrite = json["cacheWriteInputTokens"].asInt();
    if (const auto fresh = json["inputTokens"].asInt())
        usage.input = *fresh + usage.cachedRead.value_or(0) + usage.cacheWrite.value_or(0);
    usage.output = json["outputTokens"].asInt();
    const auto total = json["totalTokens"].asInt();
    if (total && usage.input && usage.output && *total != *usage.input + *usage.output)
        usage.total = total;
    return usage;
}

} // namespace omni::wire::bedrock

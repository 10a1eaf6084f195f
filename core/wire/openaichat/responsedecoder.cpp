// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/response.h"

#include "core/wire/openaichat/pieces.h"
#include "core/wire/openaierror.h"
#include "core/wire/openaiusage.h"
#include "core/wire/toolnames.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace omni::wire::openaichat {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::FinishReason;
using chat::Format;
using chat::Part;
using chat::TextPart;
using chat::ToolCallPart;

namespace {

struct Word
{
    const char *word;
    FinishReason reason;
};

/// The first word of each reason is OpenAI's own.
constexpr std::array<Word, 13> Words{{{"stop", FinishReason::Stop},
                                      {"length", FinishReason::Length},
                                      {"tool_calls", FinishReason::ToolCalls},
                                      {"content_filter", FinishReason::ContentFilter},
                                      {"function_call", FinishReason::ToolCalls},
                                      {"eos", FinishReason::Stop},
                                      {"end_turn", FinishReason::Stop},
                                      {"stop_sequence", FinishReason::StopSequence},
                                      {"max_tokens", FinishReason::Length},
                                      {"model_length", FinishReason::Length},
                                      {"tool_use", FinishReason::ToolCalls},
                                      {"sensitive", FinishReason::ContentFilter},
                                      {"error", FinishReason::Error}}};

/// Mistral and some bridges answer with a list of parts.
void readContent(const Json &content, std::vector<Part> &parts)
{
    if (content.isString() && !content.toBytes().isEmpty()) {
        parts.emplace_back(TextPart{.text = content.toBytes()});
        return;
    }
    for (const Json &item : content.items()) {
        if (item["type"].toBytes() == "text") {
            parts.emplace_back(TextPart{.text = item["text"].toBytes()});
        } else if (item["type"].toBytes() == "thinking") {
            QByteArray text = item["thinking"].toBytes();
            for (const Json &piece : item["thinking"].items())
                text += piece["text"].toBytes();
            parts.emplace_back(chat::ReasoningPart{.text = text, .origin = Format::OpenAiChat});
        } else {
            parts.emplace_back(chat::OpaquePart{Format::OpenAiChat, item});
        }
    }
}

void readCalls(const Json &message, const QByteArray &responseId, std::vector<Part> &parts)
{
    int position = 0;
    for (const Json &call : message["tool_calls"].items()) {
        ToolCallPart made = toolCallOf(call);
        if (made.id.isEmpty())
            made.id = makeCallId("call_", responseId, position, made.name);
        ++position;
        Part part(std::move(made));
        part.extensions.put(Format::OpenAiChat,
                            leftOver(call, {"id", "type", "function", "custom", "index"}));
        parts.push_back(std::move(part));
    }
    const Json &legacy = message["function_call"];
    if (legacy["name"].toBytes().isEmpty())
        return;
    ToolCallPart made{.name = legacy["name"].toBytes()};
    made.arguments = legacy["arguments"].toBytes();
    made.id = makeCallId("call_", responseId, position, made.name);
    Part part(std::move(made));
    part.extensions.put(Format::OpenAiChat, Json::object({{"function_call", true}}));
    parts.push_back(std::move(part));
}

void readMessage(const Json &message, const QByteArray &responseId, Choice &choice)
{
    choice.message.role = chat::Role::Assistant;
    auto &parts = choice.message.parts;
    parts = reasoningOf(message);
    readContent(message["content"], parts);
    const Json &annotations = message["annotations"];
    Json rest =
        leftOver(message, {"role", "content", "reasoning_content", "reasoning", "reasoning_details",
                           "refusal", "tool_calls", "function_call", "annotations"});
    const auto text = std::find_if(parts.begin(), parts.end(),
                                   [](const Part &part) { return part.as<TextPart>(); });
    if (annotations.size() > 0 && text != parts.end()) {
        text->as<TextPart>()->citations = annotations;
        text->as<TextPart>()->citationsFormat = Format::OpenAiChat;
    } else if (annotations.isArray()) {
        rest.set("annotations", annotations);
    }
    if (!message["refusal"].toBytes().isEmpty())
        parts.emplace_back(chat::RefusalPart{message["refusal"].toBytes()});
    readCalls(message, responseId, parts);
    choice.message.extensions.put(Format::OpenAiChat, std::move(rest));
}

Choice readChoice(const Json &json, const QByteArray &responseId)
{
    Choice choice;
    // A few upstreams answer a plain request with the shape of a stream's chunk.
    readMessage(json["message"].isObject() ? json["message"] : json["delta"], responseId, choice);
    const auto &parts = choice.message.parts;
    const bool hasCalls = std::any_of(parts.begin(), parts.end(),
                                      [](const Part &part) { return part.as<ToolCallPart>(); });
    choice.finish = finishWithCalls(finishOf(json["finish_reason"]), hasCalls);
    choice.logprobs = json["logprobs"];
    choice.extensions.put(Format::OpenAiChat, leftOver(json, {"index", "message", "delta",
                                                              "finish_reason", "logprobs"}));
    return choice;
}

} // namespace

FinishReason finishOf(const Json &reason)
{
    for (const Word &known : Words) {
        if (reason.toBytes() == known.word)
            return known.reason;
    }
    return FinishReason::Unknown;
}

QByteArray finishName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_calls";
    case FinishReason::ContentFilter:
        return "content_filter";
    case FinishReason::Unknown:
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::Pause:
    case FinishReason::Error:
        break;
    }
    return "stop";
}

FinishReason finishWithCalls(FinishReason reason, bool hasCalls)
{
    const bool isPlainEnd = reason == FinishReason::Unknown || reason == FinishReason::Stop ||
                            reason == FinishReason::StopSequence;
    if (hasCalls && isPlainEnd)
        return FinishReason::ToolCalls;
    return !hasCalls && reason == FinishReason::ToolCalls ? FinishReason::Stop : reason;
}

QByteArray answerId(const QByteArray &upstreamId, const QByteArray &fallback)
{
    for (const char *prefix : {"msg_", "resp_"}) {
        if (upstreamId.startsWith(prefix))
            return "chatcmpl-" + upstreamId.mid(qsizetype(std::strlen(prefix)));
    }
    if (!upstreamId.isEmpty())
        return upstreamId;
    return fallback.isEmpty() || fallback.startsWith("chatcmpl-") ? fallback
                                                                  : "chatcmpl-" + fallback;
}

base::Result<ChatResponse> decodeResponse(const Json &body)
{
    if (!body.isObject() || isOpenAiErrorBody(body))
        return base::fail(decodeOpenAiErrorJson(200, body));
    if (body["choices"].items().isEmpty())
        return base::fail({.code = base::ErrorCode::UpstreamFailed,
                           .detail = QStringLiteral("the upstream's answer has no choices"),
                           .upstreamStatus = 200});
    ChatResponse response;
    response.id = body["id"].toBytes();
    response.model = body["model"].toBytes();
    response.createdSeconds = body["created"].asInt();
    response.serviceTier = body["service_tier"].toBytes();
    Json rest =
        leftOver(body, {"id", "object", "model", "created", "choices", "usage", "service_tier"});
    const Json &usage = body["usage"].isObject() ? body["usage"] : body["x_groq"]["usage"];
    response.usage = decodeOpenAiUsage(usage);
    rest.setIfPresent("usage", openAiUsageLeftOver(body["usage"]));
    for (const Json &choice : body["choices"].items()) {
        response.choices.push_back(readChoice(choice, response.id));
        if (response.usage.isEmpty())
            response.usage = decodeOpenAiUsage(choice["usage"]);
    }
    response.extensions.put(Format::OpenAiChat, std::move(rest));
    return response;
}

} // namespace omni::wire::openaichat

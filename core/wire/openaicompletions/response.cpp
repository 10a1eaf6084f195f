// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaicompletions/response.h"

#include "core/wire/members.h"
#include "core/wire/openaicompletions/logprobs.h"
#include "core/wire/openaicompletions/request.h"
#include "core/wire/openaierror.h"
#include "core/wire/openaiusage.h"

#include <cstring>

namespace omni::wire::openaicompletions {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::FinishReason;
using chat::Part;

namespace {

Choice readChoice(const Json &json)
{
    Choice choice;
    choice.message.role = chat::Role::Assistant;
    if (!json["text"].toBytes().isEmpty())
        choice.message.parts.emplace_back(chat::TextPart{.text = json["text"].toBytes()});
    choice.finish = finishOf(json["finish_reason"].toBytes());
    choice.logprobs = chatLogprobs(json["logprobs"]);
    choice.extensions.put(Mine, leftOver(json, {"index", "text", "finish_reason", "logprobs"}));
    return choice;
}

QByteArray textOf(const Choice &choice, Losses *losses)
{
    QByteArray text;
    for (const Part &part : choice.message.parts) {
        if (const auto *said = part.as<chat::TextPart>())
            text += said->text;
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            text += refusal->text;
        else if (losses)
            losses->append(Loss{"choices[].text", part.as<chat::ToolCallPart>()
                                                      ? "tool calls: completions have none"
                                                      : "something that is no text"});
    }
    return text;
}

} // namespace

FinishReason finishOf(const QByteArray &reason)
{
    if (reason == "stop" || reason == "eos")
        return FinishReason::Stop;
    if (reason == "length")
        return FinishReason::Length;
    return reason == "content_filter" ? FinishReason::ContentFilter : FinishReason::Unknown;
}

QByteArray finishName(FinishReason reason)
{
    if (reason == FinishReason::Length)
        return "length";
    return reason == FinishReason::ContentFilter ? "content_filter" : "stop";
}

QByteArray answerId(const QByteArray &upstreamId, const QByteArray &fallback)
{
    const QByteArray &id = upstreamId.isEmpty() ? fallback : upstreamId;
    for (const char *prefix : {"chatcmpl-", "msg_", "resp_"}) {
        if (id.startsWith(prefix))
            return "cmpl-" + id.mid(qsizetype(std::strlen(prefix)));
    }
    return upstreamId.isEmpty() && !id.startsWith("cmpl-") ? "cmpl-" + id : id;
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
    response.usage = decodeOpenAiUsage(body["usage"]);
    for (const Json &choice : body["choices"].items())
        response.choices.push_back(readChoice(choice));
    Json rest = leftOver(body, {"id", "object", "model", "created", "choices", "usage"});
    rest.setIfPresent("usage", openAiUsageLeftOver(body["usage"]));
    response.extensions.put(Mine, std::move(rest));
    return response;
}

QByteArray encodeResponse(const ChatResponse &response, Losses *losses)
{
    const Json &rest = response.extensions.of(Mine);
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.textMember("id", answerId(response.id, "0"));
    out.textMember("object", "text_completion");
    out.key("created").number(response.createdSeconds.value_or(0));
    out.textMember("model", response.model);
    out.key("choices").beginArray();
    int index = 0;
    for (const Choice &choice : response.choices) {
        out.beginObject();
        out.textMember("text", textOf(choice, losses));
        out.key("index").number(index++);
        out.key("logprobs").value(legacyLogprobs(choice.logprobs));
        out.textMember("finish_reason", finishName(choice.finish));
        writeMembers(out, choice.extensions.of(Mine));
        out.endObject();
    }
    out.endArray();
    if (!response.usage.isEmpty()) {
        out.key("usage");
        writeOpenAiUsage(out, response.usage, rest["usage"]);
    }
    writeMembers(out, leftOver(rest, {"usage"}));
    out.endObject();
    return body;
}

} // namespace omni::wire::openaicompletions

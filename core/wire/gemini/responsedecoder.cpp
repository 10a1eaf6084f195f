// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/response.h"

#include "core/wire/gemini/errors.h"
#include "core/wire/gemini/finish.h"
#include "core/wire/gemini/grounding.h"
#include "core/wire/gemini/partdecoder.h"
#include "core/wire/gemini/streamdecoder.h"
#include "core/wire/gemini/usage.h"
#include "core/wire/gemini/words.h"
#include "core/wire/toolnames.h"

#include <QDateTime>

namespace omni::wire::gemini {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::Part;

namespace {

base::Failure malformed(const QString &why)
{
    return base::fail({.code = base::ErrorCode::UpstreamFailed,
                       .detail = QStringLiteral("the upstream's answer is malformed: ") + why,
                       .upstreamStatus = 502});
}

/// The chunks of an array, read as the stream they were.
base::Result<ChatResponse> decodeChunks(const Json &chunks)
{
    StreamDecoder decoder;
    chat::ResponseBuilder builder;
    const auto take = [&](const chat::StreamEvents &events) {
        for (const chat::StreamEvent &event : events)
            builder.add(event);
    };
    for (const Json &chunk : chunks.items()) {
        if (!decoder.isEnded())
            take(decoder.decodeChunk(chunk));
    }
    if (!decoder.isEnded())
        take(decoder.finish());
    if (builder.error())
        return base::fail(*builder.error());
    return builder.response();
}

void addCitations(Choice &choice, const Json &candidate)
{
    const Json citations = citationsOf(candidate);
    if (citations.isNull())
        return;
    auto &parts = choice.message.parts;
    const auto text = std::find_if(parts.rbegin(), parts.rend(),
                                   [](const Part &part) { return part.as<chat::TextPart>(); });
    if (text == parts.rend())
        return;
    text->as<chat::TextPart>()->citations = citations;
    text->as<chat::TextPart>()->citationsFormat = Mine;
}

bool decodeCandidate(FieldReader &in, const Json &candidate, const FieldPath &where,
                     const QByteArray &answerId, Choice &choice)
{
    choice.message.role = chat::Role::Assistant;
    const Json &parts = candidate["content"]["parts"];
    int calls = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        Part part;
        if (!decodePart(in, parts.at(i), where["content"]["parts"].at(i), part))
            return false;
        if (const auto *call = part.as<chat::ToolCallPart>()) {
            if (call->id.isEmpty())
                setMadeId(part, makeCallId("call_", answerId, calls, call->name));
            ++calls;
        }
        choice.message.parts.push_back(std::move(part));
    }
    const DecodedFinish finish = decodeFinish(candidate["finishReason"].toBytes(), calls > 0);
    choice.finish = finish.reason;
    choice.logprobs = openAiLogprobs(candidate["logprobsResult"]);
    Json rest = candidateRest(candidate);
    if (!finish.word.isEmpty())
        rest.set("finishReason", finish.word);
    choice.extensions.put(Mine, rest);
    addCitations(choice, candidate);
    return true;
}

} // namespace

bool isRefusedPrompt(const Json &body)
{
    return body["candidates"].size() == 0 && body["promptFeedback"].isObject();
}

std::optional<qint64> createdSecondsOf(const Json &body)
{
    const QDateTime time = QDateTime::fromString(body["createTime"].toText(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

Json candidateRest(const Json &candidate)
{
    Json rest = leftOver(candidate, {"content", "finishReason", "index"});
    const Json content = leftOver(candidate["content"], {"parts", "role"});
    rest.setIfPresent("content", content);
    return rest;
}

base::Result<ChatResponse> decodeResponse(const Json &body)
{
    if (body.isArray())
        return decodeChunks(body);
    if (!body["error"].isNull())
        return base::fail(errorInAnswer(body));
    const Json &candidates = body["candidates"];
    if (!body.isObject() || (candidates.size() == 0 && !isRefusedPrompt(body)))
        return malformed(QStringLiteral("it has no candidates"));
    ChatResponse response;
    response.id = body["responseId"].toBytes();
    response.model = body["modelVersion"].toBytes();
    response.createdSeconds = createdSecondsOf(body);
    FieldReader in;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        Choice choice;
        if (!decodeCandidate(in, candidates.at(i), FieldPath()["candidates"].at(i), response.id,
                             choice))
            return malformed(in.error->detail);
        response.choices.push_back(std::move(choice));
    }
    if (response.choices.empty())
        response.choices.push_back({.message = {.role = chat::Role::Assistant},
                                    .finish = chat::FinishReason::ContentFilter});
    const DecodedUsage usage = decodeUsage(body["usageMetadata"]);
    response.usage = usage.usage;
    Json rest = leftOver(body, {"candidates", "responseId", "modelVersion", "usageMetadata"});
    rest.setIfPresent("usageMetadata", usage.rest);
    response.extensions.put(Mine, rest);
    return response;
}

} // namespace omni::wire::gemini

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/response.h"

#include "core/wire/anthropic/blockdecoder.h"
#include "core/wire/anthropic/blockencoder.h"
#include "core/wire/anthropic/errors.h"
#include "core/wire/anthropic/finish.h"
#include "core/wire/anthropic/usage.h"
#include "core/wire/anthropic/words.h"
#include "core/wire/media.h"

namespace omni::wire::anthropic {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::Part;
using chat::ToolCallPart;

namespace {

/// Fields of a message that say how it ended, so that they stand in the finish of a stream too.
constexpr std::array<const char *, 3> EndFields{"stop_details", "container", "context_management"};

bool hasCalls(const std::vector<Part> &parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [](const Part &part) { return part.as<ToolCallPart>(); });
}

void writeBlocks(JsonOut &out, const Choice &choice, Losses *losses)
{
    out.key("content").beginArray();
    const auto &parts = choice.message.parts;
    for (size_t i = 0; i < parts.size(); ++i) {
        const auto said = sayable(parts[i]);
        if (said)
            writeBlock(out, *said);
        else if (losses)
            losses->append(Loss{"content[" + QByteArray::number(qint64(i)) + ']',
                                "only its own format knows this part"});
    }
    out.endArray();
}

} // namespace

bool isJsonOutput(const Part &part)
{
    const auto *call = part.as<ToolCallPart>();
    return call && call->name == JsonOutputTool;
}

QByteArray messageId(const QByteArray &id, const QByteArray &fallback)
{
    const QByteArray &known = id.isEmpty() ? fallback : id;
    if (known.startsWith("msg_"))
        return known;
    return "msg_" + known;
}

std::optional<Part> sayable(const Part &part)
{
    if (const auto *opaque = part.as<chat::OpaquePart>(); opaque && opaque->format != Mine)
        return std::nullopt;
    if (part.as<chat::ToolResultPart>())
        return std::nullopt;
    if (const auto *media = part.as<chat::MediaPart>())
        return Part(chat::TextPart{.text = noteFor(*media)});
    Part said = part;
    said.cache.reset();
    return said;
}

base::Result<ChatResponse> decodeResponse(const Json &body)
{
    if (body["type"].toBytes() == "error" || !body["error"].isNull())
        return base::fail(errorInAnswer(body));
    if (!body["content"].isArray())
        return base::fail(base::ErrorCode::UpstreamFailed,
                          QStringLiteral("the upstream's answer is no message: `content` is "
                                         "missing"));
    ChatResponse response;
    Choice choice;
    choice.message.role = chat::Role::Assistant;
    FieldReader in;
    if (!decodeContent(in, body["content"], FieldPath()["content"], choice.message.parts))
        return base::fail(base::ErrorCode::UpstreamFailed,
                          QStringLiteral("the upstream's answer is malformed: ") +
                              in.error->detail);
    for (Part &part : choice.message.parts) {
        if (isJsonOutput(part))
            part = Part(chat::TextPart{.text = part.as<ToolCallPart>()->arguments});
    }
    const DecodedUsage usage = decodeUsage(body["usage"]);
    response.id = body["id"].toBytes();
    response.model = body["model"].toBytes();
    response.usage = usage.usage;
    response.serviceTier = usage.tier;

    const bool calls = hasCalls(choice.message.parts);
    const DecodedFinish finish = decodeFinish(body, calls);
    choice.finish = finish.reason;
    if (choice.finish == chat::FinishReason::ToolCalls && !calls)
        choice.finish = chat::FinishReason::Stop;
    choice.stopSequence = finish.stopSequence;
    Json end;
    if (!finish.word.isEmpty())
        end.set("stop_reason", finish.word);
    Json rest = leftOver(
        body, {"type", "role", "id", "model", "content", "usage", "stop_reason", "stop_sequence"});
    for (const char *key : EndFields) {
        if (rest.contains(key))
            end.set(key, rest.take(key));
    }
    rest.setIfPresent("usage", usage.rest);
    choice.extensions.put(Mine, end);
    response.extensions.put(Mine, rest);
    response.choices.push_back(std::move(choice));
    return response;
}

QByteArray encodeResponse(const ChatResponse &response, Losses *losses)
{
    static const Choice nothing;
    const Choice &choice = response.choices.empty() ? nothing : response.choices.front();
    if (losses && response.choices.size() > 1)
        losses->append(Loss{"choices", "an answer has one message only: the first was taken"});
    const auto &parts = choice.message.parts;
    const Json &end = choice.extensions.of(Mine);
    const Json &extra = response.extensions.of(Mine);

    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.textMember("id", messageId(response.id, {}));
    out.textMember("type", "message");
    out.textMember("role", "assistant");
    out.textMember("model", response.model);
    writeBlocks(out, choice, losses);
    out.textMember(
        "stop_reason",
        stopReason({.reason = choice.finish,
                    .word = end["stop_reason"].toBytes(),
                    .hasCalls = hasCalls(parts),
                    .hasRefusal = std::any_of(parts.begin(), parts.end(), [](const Part &part) {
                        return part.as<chat::RefusalPart>();
                    })}));
    out.key("stop_sequence");
    if (choice.stopSequence.isEmpty())
        out.null();
    else
        out.text(choice.stopSequence);
    Json usageRest = extra["usage"];
    // A stream's end may know more than its beginning.
    Json endUsage = end["usage"];
    addMissing(endUsage, usageRest);
    out.key("usage").value(encodeUsage(response.usage, response.serviceTier, endUsage, true));
    Json rest = leftOver(end, {"stop_reason", "usage"});
    addMissing(rest, leftOver(extra, {"usage"}));
    writeMembers(out, rest);
    out.endObject();
    return body;
}

} // namespace omni::wire::anthropic

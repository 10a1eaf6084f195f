// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/response.h"

#include "core/wire/openairesponses/responseobject.h"
#include "core/wire/toolnames.h"

namespace omni::wire::openairesponses {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::Part;
using chat::ToolCallPart;

namespace {

const char *prefixOf(const Part &part)
{
    if (part.as<chat::ReasoningPart>())
        return "rs_";
    if (const auto *call = part.as<ToolCallPart>())
        return call->isFreeForm ? "ctc_" : "fc_";
    return "msg_";
}

std::vector<Part> sayableParts(const Choice &choice, const QByteArray &id, Losses *losses)
{
    std::vector<Part> parts;
    const auto &all = choice.message.parts;
    for (size_t i = 0; i < all.size(); ++i) {
        auto said = sayable(all[i], itemId("ig_", id, int(i)));
        if (said)
            parts.push_back(std::move(*said));
        else if (losses)
            losses->append(Loss{"output[" + QByteArray::number(qint64(i)) + ']',
                                "only its own format knows this part"});
    }
    return parts;
}

} // namespace

std::optional<Part> sayable(const Part &part, const QByteArray &id)
{
    if (const auto *opaque = part.as<chat::OpaquePart>(); opaque && opaque->format != Mine)
        return std::nullopt;
    if (part.as<chat::ToolResultPart>())
        return std::nullopt;
    const auto *media = part.as<chat::MediaPart>();
    if (!media || media->kind != chat::MediaKind::Image || media->data.isEmpty())
        return part;
    return Part(chat::OpaquePart{Mine, Json::object({{"type", "image_generation_call"},
                                                     {"id", id},
                                                     {"status", "completed"},
                                                     {"result", media->data}})});
}

QByteArray idOfItem(std::span<const Part> parts, const QByteArray &responseId, int index)
{
    const Part &first = parts.front();
    QByteArray own;
    if (const auto *thought = first.as<chat::ReasoningPart>())
        own = thought->origin == Mine ? thought->id : QByteArray();
    else if (const auto *call = first.as<ToolCallPart>())
        own = call->itemId;
    else
        own = first.extensions.of(Mine)[ItemKey]["id"].toBytes();
    return own.isEmpty() ? itemId(prefixOf(first), responseId, index) : own;
}

QByteArray statusOfItem(std::span<const Part> parts, const QByteArray &fallback)
{
    const Part &first = parts.front();
    if (first.as<chat::ReasoningPart>())
        return {};
    const Json &mine = first.extensions.of(Mine);
    const Json &own = isContent(first) ? mine[ItemKey]["status"] : mine["status"];
    return own.isString() ? own.toBytes() : fallback;
}

void addLogprobs(std::span<Part> parts, const Json &logprobs)
{
    const Json &tokens = logprobs["content"];
    if (tokens.size() == 0)
        return;
    for (Part &part : parts) {
        if (!part.as<chat::TextPart>())
            continue;
        Json mine = part.extensions.of(Mine);
        if (!mine.contains("logprobs")) {
            mine.set("logprobs", tokens);
            part.extensions.put(Mine, std::move(mine));
        }
        return;
    }
}

void writeOutputItem(JsonOut &out, std::span<const Part> parts, const ItemHead &head)
{
    const Part &first = parts.front();
    if (isContent(first)) {
        writeAssistantMessage(out, parts, head, Side::Answer);
    } else if (first.as<chat::ReasoningPart>()) {
        writeReasoning(out, first, head);
    } else if (const auto *call = first.as<ToolCallPart>()) {
        const QByteArray id =
            call->id.isEmpty() ? makeCallId("call_", head.id, 0, call->name) : call->id;
        writeCall(out, first, call->name, id, head);
    } else if (const auto *opaque = first.as<chat::OpaquePart>()) {
        out.value(opaqueItem(*opaque));
    }
}

QByteArray encodeResponse(const ChatResponse &response, Losses *losses)
{
    static const Choice nothing;
    const Choice &choice = response.choices.empty() ? nothing : response.choices.front();
    if (losses && response.choices.size() > 1)
        losses->append(Loss{"choices", "an answer has one message only: the first was taken"});
    AnswerHead head;
    // A stream's end knows more than its beginning.
    head.rest = choice.extensions.of(Mine);
    addMissing(head.rest, response.extensions.of(Mine));
    head.id = responseId(response.id, "0", head.rest["status"].isString());
    head.model = response.model;
    head.createdSeconds = response.createdSeconds.value_or(0);
    head.serviceTier = response.serviceTier;
    AnswerState state = finalState(choice.finish);
    state.usage = &response.usage;
    state.isUpstreams = true;

    std::vector<Part> parts = sayableParts(choice, head.id, losses);
    addLogprobs(parts, choice.logprobs);
    const auto ranges = itemRanges(parts);
    JsonOut items(state.output);
    for (size_t i = 0; i < ranges.size(); ++i) {
        const std::span<const Part> own(parts.data() + ranges[i].begin,
                                        ranges[i].end - ranges[i].begin);
        const bool isCut = i + 1 == ranges.size() && state.status == "incomplete";
        writeOutputItem(items, own,
                        {idOfItem(own, head.id, int(i)),
                         statusOfItem(own, isCut ? state.status : QByteArray("completed"))});
    }
    QByteArray body;
    body.reserve(state.output.size() + 2048);
    JsonOut out(body);
    writeResponse(out, head, state);
    return body;
}

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/streamdecoder.h"

#include "core/wire/openaichat/pieces.h"
#include "core/wire/openaichat/response.h"
#include "core/wire/openaierror.h"
#include "core/wire/openaiusage.h"

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::FinishReason;
using chat::Format;
using chat::Part;
using chat::ReasoningPart;
using chat::TextPart;
using chat::event::Field;

chat::StreamEvents ChunkDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    const QByteArrayView text = data.trimmed();
    if (m_ended || text.isEmpty())
        return {};
    if (text == "[DONE]") {
        finishChoices(false);
        m_ended = true;
        return take();
    }
    auto json = Json::parse(text);
    if (!json)
        json = Json::parse(m_halves.join(text));
    if (!json || !json->isObject()) {
        fail(QStringLiteral("the upstream's stream holds something that is no JSON object"));
    } else if (name == "error" || isOpenAiErrorBody(*json)) {
        fail(decodeOpenAiErrorJson(200, *json));
    } else {
        chunk(*json);
    }
    return take();
}

chat::StreamEvents ChunkDecoder::finish()
{
    if (!m_ended) {
        finishChoices(true);
        m_ended = true;
    }
    return take();
}

void ChunkDecoder::fail(base::Error error)
{
    m_events.emplace_back(chat::event::Failed{std::move(error)});
    m_ended = true;
}

void ChunkDecoder::fail(const QString &why)
{
    fail(
        base::Error{.code = base::ErrorCode::UpstreamFailed, .detail = why, .upstreamStatus = 200});
}

void ChunkDecoder::chunk(const Json &json)
{
    const Json &choices = json["choices"];
    if (choices.size() > 0) {
        if (!m_started)
            start(json);
        for (const Json &each : choices.items())
            choice(each);
    } else if (!m_started) {
        // Azure begins with a chunk of its own that has neither id nor choices.
        const Json fields =
            leftOver(json, {"id", "object", "created", "model", "choices", "usage"});
        for (const JsonMember &member : fields.members())
            m_early.set(member.key, member.value);
    }
    usage(json["usage"].isObject() ? json["usage"] : json["x_groq"]["usage"]);
}

void ChunkDecoder::start(const Json &json)
{
    m_started = true;
    m_id = json["id"].toBytes();
    Json rest =
        leftOver(json, {"id", "object", "created", "model", "choices", "usage", "obfuscation"});
    for (const JsonMember &member : m_early.members())
        rest.set(member.key, member.value);
    chat::event::Started started{m_id, json["model"].toBytes(), json["created"].asInt(), {}};
    started.extensions.put(Format::OpenAiChat, std::move(rest));
    m_events.emplace_back(std::move(started));
}

void ChunkDecoder::choice(const Json &json)
{
    const int index = int(std::clamp<qint64>(json["index"].toInt(), 0, 127));
    ChoiceState &state = m_choices[index];
    if (state.isFinished)
        return;
    const Json &grown = json["delta"].isObject() ? json["delta"] : json["message"];
    if (grown.size() > 0)
        delta(grown, state, index);
    if (json["logprobs"].isObject())
        keepLogprobs(json["logprobs"], state);
    // Some write "" in every chunk: that is no reason.
    const Json &reason = json["finish_reason"];
    if (!reason.toBytes().isEmpty() && !state.hasReason) {
        state.hasReason = true;
        state.reason = finishOf(reason);
    }
    for (const JsonMember &member : json.members()) {
        if (member.value.isNull() || member.key == "index" || member.key == "delta" ||
            member.key == "message" || member.key == "finish_reason" || member.key == "logprobs")
            continue;
        if (member.key == "usage")
            usage(member.value);
        else if (!member.value.isObject() || member.value.size() > 0)
            state.rest.set(member.key, member.value);
    }
}

void ChunkDecoder::delta(const Json &delta, ChoiceState &state, int choice)
{
    reasoning(delta, state, choice);
    const Json &said = delta["content"];
    if (!said.isNull())
        content(said, state, choice);
    const Json &refusal = delta["refusal"];
    if (!refusal.toBytes().isEmpty()) {
        closeOthers(state, Kind::Refusal);
        grow(state.refusal, Part(chat::RefusalPart()), refusal.toBytes(), choice);
        state.hasContent = true;
    }
    if (delta["annotations"].isArray())
        annotations(delta["annotations"], state);
    for (const Json &call : delta["tool_calls"].items())
        toolCall(call, state, choice, false);
    if (delta["function_call"].isObject() && delta["function_call"].size() > 0)
        toolCall(Json::object({{"function", delta["function_call"]}}), state, choice, true);
}

void ChunkDecoder::content(const Json &content, ChoiceState &state, int choice)
{
    const auto say = [&](const QByteArray &text) {
        if (text.isEmpty())
            return;
        closeOthers(state, Kind::Text);
        grow(state.text, Part(TextPart()), text, choice);
        state.hasContent = true;
    };
    if (content.isString()) {
        say(content.toBytes());
        return;
    }
    for (const Json &item : content.items()) {
        if (item["type"].toBytes() == "text") {
            say(item["text"].toBytes());
        } else if (item["type"].toBytes() == "thinking") {
            QByteArray text = item["thinking"].toBytes();
            for (const Json &piece : item["thinking"].items())
                text += piece["text"].toBytes();
            reasoning(Json::object({{"reasoning_content", text}}), state, choice);
        }
    }
}

void ChunkDecoder::reasoning(const Json &delta, ChoiceState &state, int choice)
{
    const Json &plain =
        delta["reasoning_content"].isString() ? delta["reasoning_content"] : delta["reasoning"];
    const Json &details = delta["reasoning_details"];
    if (plain.toBytes().isEmpty() && details.size() == 0)
        return;
    ReasoningPart opened{.origin = Format::OpenAiChat};
    const auto grew = [&](Field field, const QByteArray &value, std::optional<Format> origin) {
        if (!value.isEmpty())
            m_events.emplace_back(chat::event::PartGrew{state.reasoning, field, value, 0, origin});
    };
    closeOthers(state, Kind::Reasoning);
    if (!plain.toBytes().isEmpty())
        grow(state.reasoning, Part(opened), plain.toBytes(), choice);
    for (const Json &detail : details.items()) {
        const QByteArray &text =
            detail["text"].isString() ? detail["text"].toBytes() : detail["summary"].toBytes();
        // The same words stand in the plain field where both are sent.
        grow(state.reasoning, Part(opened), plain.toBytes().isEmpty() ? text : QByteArray(),
             choice);
        const Format origin =
            detail["format"].toBytes() == AnthropicDetails ? Format::Anthropic : Format::OpenAiChat;
        grew(Field::Signature, detail["signature"].toBytes(), origin);
        grew(Field::Encrypted, detail["data"].toBytes(), origin);
    }
    state.hasContent = true;
}

void ChunkDecoder::annotations(const Json &list, ChoiceState &state)
{
    if (state.text < 0)
        return;
    for (const Json &annotation : list.items())
        m_events.emplace_back(chat::event::PartGrew{state.text, Field::Citation,
                                                    annotation.toJson(), 0, Format::OpenAiChat});
}

/// Opens the part when it is not, then lets it grow.
void ChunkDecoder::grow(int &part, Part opened, const QByteArray &text, int choice)
{
    if (part < 0) {
        part = m_parts++;
        m_events.emplace_back(chat::event::PartOpened{part, std::move(opened), choice});
    }
    if (!text.isEmpty())
        m_events.emplace_back(chat::event::PartGrew{part, Field::Text, text, 0, std::nullopt});
}

void ChunkDecoder::close(int &part)
{
    if (part >= 0)
        m_events.emplace_back(chat::event::PartClosed{part});
    part = -1;
}

/// A part of another kind ends what was open; calls stay, since their pieces may interleave.
void ChunkDecoder::closeOthers(ChoiceState &state, Kind kept)
{
    if (kept != Kind::Reasoning)
        close(state.reasoning);
    if (kept != Kind::Text)
        close(state.text);
    if (kept != Kind::Refusal)
        close(state.refusal);
}

void ChunkDecoder::closeAll(ChoiceState &state)
{
    closeOthers(state, Kind::Calls);
    for (Call &call : state.calls)
        close(call.part);
}

void ChunkDecoder::usage(const Json &json)
{
    if (!json.isObject())
        return;
    const chat::Usage counted = decodeOpenAiUsage(json);
    if (counted.isEmpty())
        return;
    m_events.emplace_back(chat::event::UsageChanged{counted});
}

void ChunkDecoder::keepLogprobs(const Json &logprobs, ChoiceState &state)
{
    for (const JsonMember &member : logprobs.members()) {
        if (!member.value.isArray()) {
            if (!state.logprobs.contains(member.key))
                state.logprobs.set(member.key, member.value);
            continue;
        }
        Json all = state.logprobs.take(member.key);
        for (const Json &item : member.value.items())
            all.append(item);
        state.logprobs.set(member.key, all.isNull() ? Json::array() : std::move(all));
    }
}

void ChunkDecoder::finishChoices(bool isCut)
{
    if (!m_started || m_choices.empty()) {
        fail(QStringLiteral("the upstream's stream ended without an answer"));
        return;
    }
    for (auto &[index, state] : m_choices) {
        if (!finishChoice(state, index, isCut))
            return;
    }
}

/// `[DONE]` without a reason ends an answer that has content: several vendors never say one
/// (translation.md trap 32). A connection that just ends does not.
bool ChunkDecoder::finishChoice(ChoiceState &state, int index, bool isCut)
{
    if (state.isFinished)
        return true;
    for (const Call &call : state.calls) {
        if (call.part < 0 && call.name.isEmpty()) {
            fail(QStringLiteral("the upstream's tool call has no name"));
            return false;
        }
    }
    const bool hasCalls = !state.calls.empty();
    if (!state.hasReason) {
        const bool isWhole =
            std::all_of(state.calls.begin(), state.calls.end(), [](const Call &call) {
                return call.isFreeForm || call.arguments.isEmpty() || Json::parse(call.arguments);
            });
        if (isCut || !isWhole || !(state.hasContent || hasCalls)) {
            fail(isCut ? QStringLiteral("the upstream's stream broke off")
                       : QStringLiteral("the upstream's stream ended without an answer"));
            return false;
        }
    }
    closeAll(state);
    state.isFinished = true;
    chat::event::Finished finished{.reason = finishWithCalls(state.reason, hasCalls),
                                   .choice = index};
    finished.extensions.put(Format::OpenAiChat, std::move(state.rest));
    finished.logprobs = std::move(state.logprobs);
    m_events.emplace_back(std::move(finished));
    return true;
}

} // namespace omni::wire::openaichat

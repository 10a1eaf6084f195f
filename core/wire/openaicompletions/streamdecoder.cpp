// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaicompletions/streamdecoder.h"

#include "core/wire/members.h"
#include "core/wire/openaicompletions/logprobs.h"
#include "core/wire/openaicompletions/request.h"
#include "core/wire/openaicompletions/response.h"
#include "core/wire/openaierror.h"
#include "core/wire/openaiusage.h"

#include <algorithm>

namespace omni::wire::openaicompletions {

using base::Json;

namespace {

constexpr qint64 MaxChoice = 127;

} // namespace

chat::StreamEvents ChunkDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    const QByteArrayView text = data.trimmed();
    if (m_ended || text.isEmpty())
        return {};
    if (text == "[DONE]") {
        end(false);
        return std::exchange(m_events, {});
    }
    const auto json = Json::parse(text);
    if (!json || !json->isObject())
        fail(QStringLiteral("the upstream's stream holds something that is no JSON object"));
    else if (name == "error" || isOpenAiErrorBody(*json))
        fail(decodeOpenAiErrorJson(200, *json));
    else
        chunk(*json);
    return std::exchange(m_events, {});
}

chat::StreamEvents ChunkDecoder::finish()
{
    if (!m_ended)
        end(true);
    return std::exchange(m_events, {});
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
    if (!m_started && json["choices"].size() > 0) {
        m_started = true;
        chat::event::Started started{
            json["id"].toBytes(), json["model"].toBytes(), json["created"].asInt(), {}};
        started.extensions.put(
            Mine, leftOver(json, {"id", "object", "created", "model", "choices", "usage"}));
        m_events.emplace_back(std::move(started));
    }
    for (const Json &each : json["choices"].items())
        choice(each);
    const chat::Usage usage = decodeOpenAiUsage(json["usage"]);
    if (!usage.isEmpty())
        m_events.emplace_back(chat::event::UsageChanged{usage});
}

void ChunkDecoder::choice(const Json &json)
{
    const int index = int(std::clamp<qint64>(json["index"].toInt(), 0, MaxChoice));
    ChoiceState &state = m_choices[index];
    const QByteArray &text = json["text"].toBytes();
    if (!text.isEmpty()) {
        if (state.part < 0) {
            state.part = m_parts++;
            m_events.emplace_back(
                chat::event::PartOpened{state.part, chat::Part(chat::TextPart()), index});
        }
        m_events.emplace_back(
            chat::event::PartGrew{state.part, chat::event::Field::Text, text, 0, std::nullopt});
    }
    const Json logprobs = chatLogprobs(json["logprobs"]);
    for (const Json &entry : logprobs["content"].items())
        state.logprobs.append(entry);
    if (state.reason.isEmpty())
        state.reason = json["finish_reason"].toBytes();
    const Json rest = leftOver(json, {"index", "text", "logprobs", "finish_reason"});
    for (const base::JsonMember &member : rest.members())
        state.rest.set(member.key, member.value);
}

/// `[DONE]` without a reason ends an answer that has content; a connection that just ends does not.
void ChunkDecoder::end(bool isCut)
{
    if (m_choices.empty()) {
        fail(QStringLiteral("the upstream's stream ended without an answer"));
        return;
    }
    for (auto &[index, state] : m_choices) {
        if (state.reason.isEmpty() && (isCut || state.part < 0)) {
            fail(isCut ? QStringLiteral("the upstream's stream broke off")
                       : QStringLiteral("the upstream's stream ended without an answer"));
            return;
        }
    }
    for (auto &[index, state] : m_choices) {
        if (state.part >= 0)
            m_events.emplace_back(chat::event::PartClosed{state.part});
        chat::event::Finished finished{.reason = finishOf(state.reason), .choice = index};
        finished.extensions.put(Mine, std::move(state.rest));
        if (!state.logprobs.isNull())
            finished.logprobs = Json::object({{"content", std::move(state.logprobs)}});
        m_events.emplace_back(std::move(finished));
    }
    m_ended = true;
}

} // namespace omni::wire::openaicompletions

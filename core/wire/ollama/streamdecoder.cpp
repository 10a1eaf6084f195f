// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/streamdecoder.h"

#include "core/wire/ollama/errors.h"
#include "core/wire/ollama/response.h"

namespace omni::wire::ollama {

using base::Json;
using chat::Part;

chat::StreamEvents LineDecoder::decode(QByteArrayView, QByteArrayView data)
{
    const QByteArrayView text = data.trimmed();
    if (m_ended || text.isEmpty())
        return {};
    const auto json = Json::parse(text);
    if (!json || !json->isObject())
        fail(QStringLiteral("the upstream's stream holds something that is no JSON object"));
    else if (isErrorBody(*json))
        fail(decodeErrorJson(200, *json));
    else
        line(*json);
    return std::exchange(m_events, {});
}

chat::StreamEvents LineDecoder::finish()
{
    if (!m_ended)
        fail(m_started ? QStringLiteral("the upstream's stream broke off")
                       : QStringLiteral("the upstream's stream ended without an answer"));
    return std::exchange(m_events, {});
}

void LineDecoder::fail(base::Error error)
{
    m_events.emplace_back(chat::event::Failed{std::move(error)});
    m_ended = true;
}

void LineDecoder::fail(const QString &why)
{
    fail(
        base::Error{.code = base::ErrorCode::UpstreamFailed, .detail = why, .upstreamStatus = 200});
}

void LineDecoder::line(const Json &json)
{
    const bool isChat = json["message"].isObject();
    const bool isDone = json["done"].toBool();
    if (!isChat && !json["response"].isString() && !isDone) {
        fail(QStringLiteral("the upstream's stream holds a line without an answer"));
        return;
    }
    if (!m_started)
        start(json);
    const Json &said = isChat ? json["message"] : json;
    say(true, said["thinking"].toBytes());
    say(false, said[isChat ? "content" : "response"].toBytes());
    for (const Json &each : said["tool_calls"].items())
        call(each);
    for (const Json &each : json["logprobs"].items())
        m_logprobs.append(each);
    if (isDone)
        done(json);
}

void LineDecoder::start(const Json &json)
{
    m_started = true;
    m_createdAt = json["created_at"].toBytes();
    chat::event::Started started{{}, json["model"].toBytes(), secondsOf(m_createdAt), {}};
    Json own = Json::object();
    own.setIfPresent("created_at", json["created_at"]);
    started.extensions.put(Mine, std::move(own));
    m_events.emplace_back(std::move(started));
}

void LineDecoder::say(bool isThought, const QByteArray &text)
{
    if (text.isEmpty())
        return;
    if (m_open >= 0 && m_isThought != isThought)
        close();
    if (m_open < 0) {
        m_open = m_parts++;
        m_isThought = isThought;
        m_events.emplace_back(chat::event::PartOpened{
            m_open, isThought ? Part(chat::ReasoningPart{.origin = Mine}) : Part(chat::TextPart()),
            0});
    }
    m_events.emplace_back(
        chat::event::PartGrew{m_open, chat::event::Field::Text, text, 0, std::nullopt});
}

void LineDecoder::call(const Json &json)
{
    if (json["function"]["name"].toBytes().isEmpty()) {
        fail(QStringLiteral("the upstream's tool call has no name"));
        return;
    }
    close();
    Part part(toolCallOf(json, m_createdAt, m_calls++));
    if (json["id"].toBytes().isEmpty())
        part.extensions.put(Mine, Json::object({{"unnamed", true}}));
    const int index = m_parts++;
    m_events.emplace_back(chat::event::PartOpened{index, std::move(part), 0});
    m_events.emplace_back(chat::event::PartClosed{index});
}

void LineDecoder::close()
{
    if (m_open >= 0)
        m_events.emplace_back(chat::event::PartClosed{m_open});
    m_open = -1;
}

void LineDecoder::done(const Json &json)
{
    if (m_ended)
        return;
    close();
    m_ended = true;
    const chat::Usage usage = usageOf(json);
    if (!usage.isEmpty())
        m_events.emplace_back(chat::event::UsageChanged{usage});
    chat::event::Finished finished{.reason = finishOf(json["done_reason"].toBytes(), m_calls > 0)};
    finished.extensions.put(Mine, ownFacts(json));
    if (!m_logprobs.isNull())
        finished.logprobs = Json::object({{"content", std::move(m_logprobs)}});
    m_events.emplace_back(std::move(finished));
}

} // namespace omni::wire::ollama

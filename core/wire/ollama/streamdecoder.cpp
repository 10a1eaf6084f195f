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
    if (isEnded() || text.isEmpty())
        return {};
    const auto json = Json::parse(text);
    if (!json || !json->isObject())
        m_parts.fail(
            QStringLiteral("the upstream's stream holds something that is no JSON object"));
    else if (isErrorBody(*json))
        m_parts.fail(decodeErrorJson(200, *json));
    else
        line(*json);
    return m_parts.take();
}

chat::StreamEvents LineDecoder::finish()
{
    m_parts.fail(m_parts.isStarted()
                     ? QStringLiteral("the upstream's stream broke off")
                     : QStringLiteral("the upstream's stream ended without an answer"));
    return m_parts.take();
}

void LineDecoder::line(const Json &json)
{
    const bool isChat = json["message"].isObject();
    const bool isDone = json["done"].toBool();
    if (!isChat && !json["response"].isString() && !isDone) {
        m_parts.fail(QStringLiteral("the upstream's stream holds a line without an answer"));
        return;
    }
    if (!m_parts.isStarted())
        start(json);
    const Json &said = isChat ? json["message"] : json;
    m_parts.grow(PartStream::Kind::Reasoning, said["thinking"].toBytes());
    m_parts.grow(PartStream::Kind::Text, said[isChat ? "content" : "response"].toBytes());
    for (const Json &each : said["tool_calls"].items())
        call(each);
    for (const Json &each : json["logprobs"].items())
        m_logprobs.append(each);
    if (isDone && !isEnded())
        done(json);
}

void LineDecoder::start(const Json &json)
{
    m_createdAt = json["created_at"].toBytes();
    chat::event::Started started{{}, json["model"].toBytes(), secondsOf(m_createdAt), {}};
    Json own = Json::object();
    own.setIfPresent("created_at", json["created_at"]);
    started.extensions.put(Mine, std::move(own));
    m_parts.start(std::move(started));
}

void LineDecoder::call(const Json &json)
{
    if (json["function"]["name"].toBytes().isEmpty()) {
        m_parts.fail(QStringLiteral("the upstream's tool call has no name"));
        return;
    }
    Part part(toolCallOf(json, m_createdAt, m_parts.calls()));
    if (json["id"].toBytes().isEmpty())
        part.extensions.put(Mine, Json::object({{"unnamed", true}}));
    m_parts.openCall(std::move(part));
    m_parts.close();
}

void LineDecoder::done(const Json &json)
{
    chat::event::Finished finished{
        .reason = finishOf(json["done_reason"].toBytes(), m_parts.calls() > 0)};
    finished.extensions.put(Mine, ownFacts(json));
    if (!m_logprobs.isNull())
        finished.logprobs = Json::object({{"content", std::move(m_logprobs)}});
    m_parts.finish(usageOf(json), std::move(finished));
}

} // namespace omni::wire::ollama

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/streamdecoder.h"

#include "core/wire/awserror.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/members.h"

namespace omni::wire::bedrock {

using base::Json;
using chat::Part;
using chat::event::Field;

chat::StreamEvents EventDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    if (m_ended)
        return {};
    const auto json = Json::parse(data);
    if (!json || !json->isObject()) {
        fail(QStringLiteral("the upstream's stream holds something that is no JSON object"));
    } else if (name == "error" || name.endsWith("Exception")) {
        fail(awsException(name == "error" ? QByteArrayView((*json)["code"].toBytes()) : name, *json,
                          200));
    } else if (name == "messageStart") {
        if (!m_started)
            m_events.emplace_back(chat::event::Started{});
        m_started = true;
    } else if (name == "contentBlockStart") {
        blockStart(*json);
    } else if (name == "contentBlockDelta") {
        blockDelta(*json);
    } else if (name == "contentBlockStop") {
        blockStop((*json)["contentBlockIndex"].toInt());
    } else if (name == "messageStop") {
        m_finished = chat::event::Finished{.reason = finishOf((*json)["stopReason"].toBytes())};
        const Json &more = (*json)["additionalModelResponseFields"];
        m_finished->stopSequence = more["stop_sequence"].toBytes();
        m_finished->extensions.put(Mine, leftOver(*json, {"stopReason", "p"}));
    } else if (name == "metadata") {
        metadata(*json);
    }
    return std::exchange(m_events, {});
}

chat::StreamEvents EventDecoder::finish()
{
    // Without its last event the answer is whole; only the usage is unknown.
    if (!m_ended && m_finished)
        end();
    else if (!m_ended)
        fail(m_started ? QStringLiteral("the upstream's stream broke off")
                       : QStringLiteral("the upstream's stream ended without an answer"));
    return std::exchange(m_events, {});
}

void EventDecoder::fail(base::Error error)
{
    m_events.emplace_back(chat::event::Failed{std::move(error)});
    m_ended = true;
}

void EventDecoder::fail(const QString &why)
{
    fail(
        base::Error{.code = base::ErrorCode::UpstreamFailed, .detail = why, .upstreamStatus = 200});
}

int EventDecoder::open(qint64 block, Part part)
{
    if (const auto known = m_open.find(block); known != m_open.end())
        return known->second;
    if (!m_started)
        m_events.emplace_back(chat::event::Started{});
    m_started = true;
    const int index = m_parts++;
    m_open[block] = index;
    m_events.emplace_back(chat::event::PartOpened{index, std::move(part), 0});
    return index;
}

void EventDecoder::grow(int part, Field field, const QByteArray &delta)
{
    if (!delta.isEmpty())
        m_events.emplace_back(chat::event::PartGrew{
            part, field, delta, 0,
            field == Field::Text || field == Field::Arguments ? std::nullopt
                                                              : std::optional(Mine)});
}

void EventDecoder::blockStart(const Json &json)
{
    const qint64 block = json["contentBlockIndex"].toInt();
    const Json &start = json["start"];
    const Json &use = start["toolUse"];
    if (use.isObject() && use["type"].toBytes() != "server_tool_use") {
        open(block, Part(chat::ToolCallPart{.id = use["toolUseId"].toBytes(),
                                            .name = use["name"].toBytes()}));
    } else if (start.size() > 0) {
        // Bedrock's own tools and their results.
        open(block, Part(chat::OpaquePart{Mine, start}));
    }
}

void EventDecoder::blockDelta(const Json &json)
{
    const qint64 block = json["contentBlockIndex"].toInt();
    const Json &delta = json["delta"];
    const auto known = m_open.find(block);
    if (delta["text"].isString()) {
        grow(open(block, Part(chat::TextPart())), Field::Text, delta["text"].toBytes());
    } else if (delta["reasoningContent"].isObject()) {
        reasoning(block, delta["reasoningContent"]);
    } else if (delta["citation"].isObject()) {
        grow(open(block, Part(chat::TextPart())), Field::Citation, delta["citation"].toJson());
    } else if (delta["toolUse"]["input"].isString() && known != m_open.end()) {
        grow(known->second, Field::Arguments, delta["toolUse"]["input"].toBytes());
    } else if (delta.size() > 0) {
        grow(open(block, Part(chat::OpaquePart{Mine, Json::object()})), Field::Opaque,
             delta.toJson());
    }
}

void EventDecoder::reasoning(qint64 block, const Json &delta)
{
    const int part = open(block, Part(chat::ReasoningPart{.origin = Mine}));
    grow(part, Field::Text, delta["text"].toBytes());
    grow(part, Field::Signature, delta["signature"].toBytes());
    grow(part, Field::Encrypted, delta["redactedContent"].toBytes());
}

void EventDecoder::blockStop(qint64 block)
{
    const auto known = m_open.find(block);
    if (known == m_open.end())
        return;
    m_events.emplace_back(chat::event::PartClosed{known->second});
    m_open.erase(known);
}

void EventDecoder::metadata(const Json &json)
{
    const chat::Usage usage = usageOf(json["usage"]);
    if (!usage.isEmpty())
        m_events.emplace_back(chat::event::UsageChanged{usage});
    if (!m_finished)
        return;
    Json kept = m_finished->extensions.of(Mine);
    const Json rest = leftOver(json, {"usage", "p"});
    for (const base::JsonMember &member : rest.members())
        kept.set(member.key, member.value);
    m_finished->extensions.put(Mine, std::move(kept));
    end();
}

void EventDecoder::end()
{
    if (!m_started)
        m_events.emplace_back(chat::event::Started{});
    while (!m_open.empty())
        blockStop(m_open.begin()->first);
    m_events.emplace_back(std::move(*m_finished));
    m_ended = true;
}

} // namespace omni::wire::bedrock

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/kiro/streamdecoder.h"

#include "core/wire/awserror.h"
#include "core/wire/kiro/errors.h"
#include "core/wire/toolnames.h"

#include <cmath>

namespace omni::wire::kiro {

using base::Json;
using chat::event::Field;

namespace {

/// Kiro tells the used share of a context whose size it does not tell; its Claude models have this
/// many tokens.
constexpr double ContextTokens = 200000;

bool isException(QByteArrayView name)
{
    return name == "error" || name.endsWith("Exception");
}

} // namespace

chat::StreamEvents EventDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    if (isEnded())
        return {};
    const auto parsed =
        data.trimmed().isEmpty() ? base::Result<Json>(Json::object()) : Json::parse(data);
    if (!parsed || !parsed->isObject()) {
        m_parts.fail(
            QStringLiteral("the upstream's stream holds something that is no JSON object"));
        return m_parts.take();
    }
    // Some bridges keep the event's name around its fields.
    const Json &json = (*parsed)[name].isObject() ? (*parsed)[name] : *parsed;
    if (isException(name)) {
        m_parts.fail(refined(
            awsException(name == "error" ? json["code"].toBytes() : name.toByteArray(), json, 200),
            json));
    } else if (name == "invalidStateEvent") {
        m_parts.fail(refined(awsException("InvalidStateException", json, 200), json));
    } else if (name == "messageStopEvent") {
        m_stopped = true;
    } else if (!content(name, json) && !counters(name, json)) {
        // Follow-up prompts, web links, code references.
        m_parts.add(chat::event::Unknown{Mine, name.toByteArray(), json});
    }
    return m_parts.take();
}

chat::StreamEvents EventDecoder::finish()
{
    if (isEnded())
        return {};
    if (m_parts.hasHalfCall())
        m_parts.fail(QStringLiteral("the upstream's stream broke off in a tool call"));
    else if (!m_parts.isStarted() && !m_stopped)
        m_parts.fail(QStringLiteral("the upstream's stream ended without an answer"));
    else
        end();
    return m_parts.take();
}

bool EventDecoder::content(QByteArrayView name, const Json &json)
{
    if (name == "assistantResponseEvent" || name == "codeEvent") {
        m_parts.grow(PartStream::Kind::Text, json["content"].toBytes());
    } else if (name == "reasoningContentEvent") {
        m_parts.grow(PartStream::Kind::Reasoning, json["text"].toBytes());
        m_parts.grow(PartStream::Kind::Reasoning, json["signature"].toBytes(), Field::Signature);
        m_parts.grow(PartStream::Kind::Reasoning, json["redactedContent"].toBytes(),
                     Field::Encrypted);
    } else if (name == "toolUseEvent") {
        toolUse(json);
    } else {
        return false;
    }
    return true;
}

bool EventDecoder::counters(QByteArrayView name, const Json &json)
{
    if (name == "metricsEvent") {
        m_usage.input = json["inputTokens"].asInt();
        m_usage.output = json["outputTokens"].asInt();
    } else if (json["tokenUsage"].isObject()) {
        // `metadataEvent` of newer services; its fields are as Amazon's own clients name them, seen
        // in no recording.
        const Json &counted = json["tokenUsage"];
        m_usage.cachedRead = counted["cacheReadInputTokens"].asInt();
        m_usage.cacheWrite = counted["cacheWriteInputTokens"].asInt();
        if (const auto fresh = counted["uncachedInputTokens"].asInt())
            m_usage.input =
                *fresh + m_usage.cachedRead.value_or(0) + m_usage.cacheWrite.value_or(0);
        m_usage.output = counted["outputTokens"].asInt();
    } else if (name == "contextUsageEvent") {
        if (json["contextUsagePercentage"].isNumber())
            m_contextShare = json["contextUsagePercentage"].toDouble();
    } else if (name == "meteringEvent") {
        m_metering = json;
    } else {
        return false;
    }
    return true;
}

/// Comes in pieces: the input's text bit by bit, or once as an object; the last one says `stop`.
void EventDecoder::toolUse(const Json &json)
{
    const QByteArray &id = json["toolUseId"].toBytes();
    const QByteArray &name = json["name"].toBytes();
    const bool isOpen = m_parts.openKind() == PartStream::Kind::Call;
    if (!isOpen || (!id.isEmpty() && id != m_parts.openCallId())) {
        if (name.isEmpty()) {
            m_parts.fail(QStringLiteral("the upstream's tool call has no name"));
            return;
        }
        m_parts.openCall(chat::ToolCallPart{
            .id = id.isEmpty() ? makeCallId("tooluse_", "kiro", m_parts.calls(), name) : id,
            .name = name});
    }
    const Json &input = json["input"];
    if (!input.isObject())
        m_parts.growCall(input.toBytes());
    else if (m_parts.openArguments().isEmpty())
        m_parts.growCall(input.toJson());
    if (json["stop"].toBool())
        m_parts.close();
}

chat::Usage EventDecoder::estimated() const
{
    chat::Usage usage = m_parts.estimatedUsage();
    if (m_contextShare && *m_contextShare > 0 && *m_contextShare <= 100)
        usage.input = qint64(std::llround(*m_contextShare / 100 * ContextTokens));
    return usage;
}

void EventDecoder::end()
{
    chat::event::Finished finished{.reason = chat::FinishReason::Stop};
    if (!m_metering.isNull())
        finished.extensions.put(Mine, Json::object({{"metering", m_metering}}));
    m_parts.finish(m_usage.isEmpty() ? estimated() : m_usage, std::move(finished));
}

} // namespace omni::wire::kiro

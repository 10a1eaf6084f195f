// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/streamdecoder.h"

#include "core/wire/anthropic/blockdecoder.h"
#include "core/wire/anthropic/errors.h"
#include "core/wire/anthropic/textdelta.h"
#include "core/wire/anthropic/usage.h"
#include "core/wire/anthropic/words.h"

namespace omni::wire::anthropic {

using base::ErrorCode;
using base::Json;
using chat::Part;
using chat::StreamEvents;
using namespace chat::event;

StreamEvents StreamDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    m_events.clear();
    if (m_ended || data.isEmpty() || data == "[DONE]" || decodeTextQuickly(data))
        return std::move(m_events);
    auto json = Json::parse(data);
    if (!json)
        json = Json::parse(m_halves.join(data));
    if (json && json->isObject())
        dispatch(name, *json);
    else
        fail({.code = ErrorCode::UpstreamFailed,
              .detail = QStringLiteral("the upstream sent a stream event that is no JSON object"),
              .upstreamStatus = 502});
    return std::move(m_events);
}

StreamEvents StreamDecoder::finish()
{
    m_events.clear();
    if (m_ended)
        return {};
    if (m_finishSeen)
        end();
    else if (!m_started)
        fail({.code = ErrorCode::UpstreamFailed,
              .detail = QStringLiteral("the upstream sent an empty stream"),
              .upstreamStatus = 502});
    else
        fail({.code = ErrorCode::Network,
              .detail = QStringLiteral("the upstream's stream ended in the middle of the answer"),
              .upstreamStatus = 502});
    return std::move(m_events);
}

void StreamDecoder::dispatch(QByteArrayView name, const Json &json)
{
    const QByteArray type = json["type"].isString() ? json["type"].toBytes() : name.toByteArray();
    if (type == "error" || (type.isEmpty() && json["error"].isObject()))
        fail(errorInAnswer(json));
    else if (type == "content_block_delta")
        onBlockDelta(json);
    else if (type == "content_block_start")
        onBlockStart(json);
    else if (type == "content_block_stop")
        onBlockStop(json["index"].toInt());
    else if (type == "message_start")
        onMessageStart(json["message"]);
    else if (type == "message_delta")
        onMessageDelta(json);
    else if (type == "message_stop")
        onMessageStop();
    else if (type == "ping")
        m_events.emplace_back(Pinged{});
    else
        m_events.emplace_back(Unknown{Mine, type, json});
}

void StreamDecoder::onMessageStart(const Json &message)
{
    const QByteArray &id = message["id"].toBytes();
    if (m_started) {
        // A repeated start is noise; another message inside this one cannot be told apart from it.
        if (id != m_id)
            fail({.code = ErrorCode::UpstreamFailed,
                  .detail = QStringLiteral("the upstream began a second answer inside the first"),
                  .upstreamStatus = 502});
        return;
    }
    m_started = true;
    m_id = id;
    const DecodedUsage usage = decodeUsage(message["usage"]);
    Json rest = leftOver(message, {"id", "type", "role", "model", "content", "usage", "stop_reason",
                                   "stop_sequence"});
    rest.setIfPresent("usage", usage.rest);
    Started started;
    started.id = id;
    started.model = message["model"].toBytes();
    started.extensions.put(Mine, rest);
    m_events.emplace_back(std::move(started));
    if (usage.usage != chat::Usage())
        m_events.emplace_back(UsageChanged{usage.usage});
}

void StreamDecoder::ensureStarted()
{
    if (m_started)
        return;
    m_started = true;
    m_events.emplace_back(Started{});
}

void StreamDecoder::onBlockStart(const Json &event)
{
    ensureStarted();
    const qint64 index = event["index"].toInt();
    const Json &block = event["content_block"];
    const QByteArray &type = block["type"].toBytes();
    if (type == "tool_use") {
        openTool(index, block);
        return;
    }
    FieldReader in;
    Part part;
    if (!decodeBlock(in, block, FieldPath()["content_block"], part)) {
        fail({.code = ErrorCode::UpstreamFailed,
              .detail = QStringLiteral("the upstream sent a malformed block: ") + in.error->detail,
              .upstreamStatus = 502});
        return;
    }
    if (auto *reasoning = part.as<chat::ReasoningPart>())
        reasoning->origin = Mine;
    const Kind kind = part.as<chat::TextPart>()        ? Kind::Text
                      : part.as<chat::ReasoningPart>() ? Kind::Reasoning
                                                       : Kind::Opaque;
    if (kind == Kind::Opaque && !part.as<chat::OpaquePart>())
        part = Part(chat::OpaquePart{Mine, block});
    open(index, kind, std::move(part));
}

void StreamDecoder::openTool(qint64 index, const Json &block)
{
    const QByteArray &name = block["name"].toBytes();
    if (name.isEmpty()) {
        fail({.code = ErrorCode::UpstreamFailed,
              .detail = QStringLiteral("the upstream called a tool without naming it"),
              .upstreamStatus = 502});
        return;
    }
    const Json &input = block["input"];
    const QByteArray whole = input.isObject() && input.size() > 0 ? input.toJson() : QByteArray();
    if (name == JsonOutputTool) {
        open(index, Kind::JsonText, Part(chat::TextPart{}), whole);
        return;
    }
    chat::ToolCallPart call;
    call.id = block["id"].toBytes();
    if (call.id.isEmpty())
        call.id = "toolu_" + m_id + '_' + QByteArray::number(index);
    call.name = name;
    m_hasCalls = true;
    Part part(std::move(call));
    part.extensions.put(Mine, leftOver(block, {"type", "id", "name", "input"}));
    open(index, Kind::ToolCall, std::move(part), whole);
}

void StreamDecoder::open(qint64 index, Kind kind, Part part, const QByteArray &input)
{
    if (m_open.contains(index))
        close(index);
    const int number = m_parts++;
    m_open.insert(index, {number, kind, input});
    m_events.emplace_back(PartOpened{number, std::move(part)});
}

StreamDecoder::Block &StreamDecoder::blockFor(qint64 index, Kind kind)
{
    const auto found = m_open.find(index);
    const bool fits =
        found != m_open.end() && (found->kind == kind || found->kind == Kind::Opaque ||
                                  (found->kind == Kind::JsonText && kind == Kind::ToolCall));
    if (fits)
        return *found;
    ensureStarted();
    if (kind == Kind::Reasoning)
        open(index, kind, Part(chat::ReasoningPart{.origin = Mine}));
    else
        open(index, kind, Part(chat::TextPart{}));
    return m_open[index];
}

void StreamDecoder::onBlockDelta(const Json &event)
{
    const qint64 index = event["index"].toInt();
    const Json &delta = event["delta"];
    const QByteArray &type = delta["type"].toBytes();
    struct Row
    {
        const char *type;
        Kind kind;
        Field field;
        const char *member;
    };
    static constexpr std::array<Row, 5> rows{
        {{"text_delta", Kind::Text, Field::Text, "text"},
         {"thinking_delta", Kind::Reasoning, Field::Text, "thinking"},
         {"signature_delta", Kind::Reasoning, Field::Signature, "signature"},
         {"input_json_delta", Kind::ToolCall, Field::Arguments, "partial_json"},
         {"citations_delta", Kind::Text, Field::Citation, "citation"}}};
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row &r) { return type == r.type; });
    const auto found = m_open.constFind(index);
    if (found != m_open.constEnd() && found->kind == Kind::Opaque) {
        grow(found->part, Field::Opaque, delta.toJson());
        return;
    }
    // Arguments without a call have no name to go to.
    const bool homeless = row != rows.end() && row->kind == Kind::ToolCall &&
                          (found == m_open.constEnd() ||
                           (found->kind != Kind::ToolCall && found->kind != Kind::JsonText));
    if (row == rows.end() || homeless) {
        m_events.emplace_back(Unknown{Mine, "content_block_delta", event});
        return;
    }
    Block &block = blockFor(index, row->kind);
    block.input.clear();
    const Json &value = delta[row->member];
    const Field field = block.kind == Kind::JsonText ? Field::Text : row->field;
    grow(block.part, field, row->field == Field::Citation ? value.toJson() : value.toBytes());
}

void StreamDecoder::grow(int part, Field field, QByteArray delta)
{
    const bool bound = field == Field::Signature || field == Field::Citation;
    m_events.emplace_back(
        PartGrew{part, field, std::move(delta), 0, bound ? std::optional(Mine) : std::nullopt});
}

void StreamDecoder::onBlockStop(qint64 index)
{
    if (m_open.contains(index))
        close(index);
}

void StreamDecoder::close(qint64 index)
{
    const Block block = m_open.take(index);
    if (!block.input.isEmpty())
        grow(block.part, block.kind == Kind::JsonText ? Field::Text : Field::Arguments,
             block.input);
    m_events.emplace_back(PartClosed{block.part});
}

void StreamDecoder::closeAll()
{
    QList<qint64> indexes = m_open.keys();
    std::sort(indexes.begin(), indexes.end());
    for (const qint64 index : indexes)
        close(index);
}

void StreamDecoder::onMessageDelta(const Json &event)
{
    ensureStarted();
    const DecodedUsage usage = decodeUsage(event["usage"]);
    if (usage.usage != chat::Usage())
        m_events.emplace_back(UsageChanged{usage.usage});
    m_delta = event["delta"];
    m_finishSeen = m_finishSeen || m_delta["stop_reason"].isString();
    Json end = leftOver(m_delta, {"stop_reason", "stop_sequence"});
    addMissing(end, leftOver(event, {"type", "delta", "usage"}));
    end.setIfPresent("usage", usage.rest);
    addMissing(end, m_end);
    m_end = end;
    if (m_delta["stop_reason"].isString())
        m_finish = decodeFinish(m_delta, m_hasCalls);
}

void StreamDecoder::onMessageStop()
{
    ensureStarted();
    end();
}

void StreamDecoder::end()
{
    closeAll();
    Finished finished;
    finished.reason = m_finish.reason;
    if (finished.reason == chat::FinishReason::ToolCalls && !m_hasCalls)
        finished.reason = chat::FinishReason::Stop;
    finished.stopSequence = m_finish.stopSequence;
    if (!m_finish.word.isEmpty())
        m_end.set("stop_reason", m_finish.word);
    finished.extensions.put(Mine, m_end);
    m_events.emplace_back(std::move(finished));
    m_ended = true;
}

void StreamDecoder::fail(base::Error error)
{
    m_events.emplace_back(Failed{std::move(error)});
    m_ended = true;
}

bool StreamDecoder::decodeTextQuickly(QByteArrayView data)
{
    TextDelta delta;
    if (!readTextDelta(data, delta))
        return false;
    const auto found = m_open.constFind(delta.index);
    if (found == m_open.constEnd() || found->kind != Kind::Text)
        return false;
    grow(found->part, Field::Text, std::move(delta.text));
    return true;
}

} // namespace omni::wire::anthropic

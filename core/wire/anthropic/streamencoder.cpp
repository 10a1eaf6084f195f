// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/streamencoder.h"

#include "core/wire/anthropic/blockencoder.h"
#include "core/wire/anthropic/finish.h"
#include "core/wire/anthropic/response.h"
#include "core/wire/anthropic/usage.h"
#include "core/wire/anthropic/words.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/sse.h"
#include "core/wire/toolnames.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::anthropic {

using base::Json;
using chat::Part;
using namespace chat::event;

QByteArray StreamEncoder::encode(const chat::StreamEvent &event)
{
    m_out.clear();
    if (m_isOver)
        return {};
    if (const auto *grew = std::get_if<PartGrew>(&event)) {
        onGrew(*grew);
    } else if (const auto *opened = std::get_if<PartOpened>(&event)) {
        onOpened(*opened);
    } else if (const auto *closed = std::get_if<PartClosed>(&event)) {
        onClosed(closed->index);
    } else if (const auto *usage = std::get_if<UsageChanged>(&event)) {
        m_usage.mergeCumulative(usage->usage);
    } else if (const auto *started = std::get_if<Started>(&event)) {
        m_startEvent = *started;
    } else if (const auto *finished = std::get_if<Finished>(&event)) {
        if (finished->choice == 0) {
            m_finishEvent = *finished;
            m_isFinished = true;
        }
    } else if (std::get_if<Failed>(&event)) {
        // The error itself is written by Codec::encodeStreamError, which knows the request.
        m_isOver = true;
    } else if (std::get_if<Pinged>(&event)) {
        if (m_isStarted)
            appendSse(m_out, "ping", R"({"type": "ping"})");
    } else if (const auto *unknown = std::get_if<Unknown>(&event)) {
        if (m_isStarted && unknown->format == Mine)
            appendSse(m_out, unknown->name, unknown->json.toJson());
    }
    return std::move(m_out);
}

QByteArray StreamEncoder::finish()
{
    m_out.clear();
    if (m_isOver || !m_isFinished)
        return {};
    m_isOver = true;
    writeStart();
    if (m_kind != Kind::None)
        endBlock();
    for (auto &[index, waiting] : m_waiting)
        waiting.isClosed = true;
    writeWaiting();
    // Some clients cannot read a message without a block.
    if (m_blocks == 0) {
        beginBlock(0, Part(chat::TextPart{}));
        endBlock();
    }
    writeEnd();
    return std::move(m_out);
}

/// Held until there is something to say: by then an Anthropic upstream has told the input tokens.
void StreamEncoder::writeStart()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    const Json &extra = m_startEvent.extensions.of(Mine);
    QByteArray json;
    JsonOut out(json);
    out.beginObject();
    out.textMember("type", "message_start");
    out.key("message").beginObject();
    out.textMember("id", messageId(m_startEvent.id, m_options.fallbackId));
    out.textMember("type", "message");
    out.textMember("role", "assistant");
    out.textMember("model", m_options.model.isEmpty() ? m_startEvent.model : m_options.model);
    out.key("content").beginArray();
    out.endArray();
    out.key("stop_reason").null();
    out.key("stop_sequence").null();
    out.key("usage").value(encodeUsage(m_usage, {}, extra["usage"], true));
    writeMembers(out, leftOver(extra, {"usage"}));
    out.endObject();
    out.endObject();
    appendSse(m_out, "message_start", json);
}

void StreamEncoder::onOpened(const PartOpened &opened)
{
    if (opened.choice != 0)
        return;
    const auto said = sayable(opened.part);
    if (!said)
        return;
    writeStart();
    if (m_kind == Kind::None)
        beginBlock(opened.index, *said);
    else
        m_waiting[opened.index].part = *said;
}

void StreamEncoder::onGrew(const PartGrew &grew)
{
    if (grew.index == m_part) {
        writeGrowth(grew);
        return;
    }
    const auto found = m_waiting.find(grew.index);
    if (found == m_waiting.end())
        return;
    auto &growth = found->second.growth;
    const bool joins = !growth.empty() && growth.back().field == grew.field &&
                       growth.back().subIndex == grew.subIndex && grew.field != Field::Citation &&
                       grew.field != Field::Opaque;
    if (joins)
        growth.back().delta += grew.delta;
    else
        growth.push_back(grew);
}

void StreamEncoder::onClosed(int index)
{
    if (index == m_part) {
        endBlock();
        writeWaiting();
    } else if (const auto found = m_waiting.find(index); found != m_waiting.end()) {
        found->second.isClosed = true;
    }
}

void StreamEncoder::writeWaiting()
{
    while (m_kind == Kind::None && !m_waiting.empty()) {
        const auto node = m_waiting.extract(m_waiting.begin());
        const Waiting &waiting = node.mapped();
        beginBlock(node.key(), waiting.part);
        for (const PartGrew &grew : waiting.growth)
            writeGrowth(grew);
        if (waiting.isClosed)
            endBlock();
    }
}

void StreamEncoder::beginBlock(int part, const Part &content)
{
    m_part = part;
    ++m_blocks;
    // The block opens empty; what is known already follows as deltas, as the vendor does it.
    Part start = content;
    start.cache.reset();
    m_kind = Kind::Opaque;
    const auto *text = content.as<chat::TextPart>();
    const auto *refusal = content.as<chat::RefusalPart>();
    const auto *reasoning = content.as<chat::ReasoningPart>();
    const auto *call = content.as<chat::ToolCallPart>();
    m_hasRefusal = m_hasRefusal || refusal;
    const bool redacted = reasoning && isRedacted(*reasoning);
    if (text || refusal) {
        m_kind = Kind::Text;
        chat::TextPart empty;
        if (text && text->citationsFormat == Mine && text->citations.isArray()) {
            empty.citations = Json::array();
            empty.citationsFormat = Mine;
        }
        start.body = empty;
    } else if (reasoning && !redacted) {
        m_kind = Kind::Reasoning;
        start.body = chat::ReasoningPart{.origin = Mine};
    } else if (call) {
        m_kind = Kind::ToolCall;
        m_call = *call;
        m_hasCalls = true;
        if (m_call.id.isEmpty())
            m_call.id = "toolu_" + m_options.fallbackId + '_' + QByteArray::number(m_blocks - 1);
        start.body = chat::ToolCallPart{.id = m_call.id, .name = m_call.name};
    }
    QByteArray json;
    JsonOut out(json);
    out.beginObject();
    out.textMember("type", "content_block_start");
    out.key("index").number(m_blocks - 1);
    out.key("content_block");
    writeBlock(out, start);
    out.endObject();
    appendSse(m_out, "content_block_start", json);

    if (text) {
        writeTextDelta(text->text);
        const Json citations = ownCitations(*text);
        for (const Json &citation : citations.items())
            writeGrowth({part, Field::Citation, citation.toJson()});
    } else if (refusal) {
        writeTextDelta(refusal->text);
    } else if (m_kind == Kind::Reasoning) {
        beginReasoning(*reasoning);
    } else if (call) {
        m_call.arguments.clear();
        m_hasArguments = false;
        if (!call->arguments.isEmpty())
            writeGrowth({part, Field::Arguments, call->arguments});
    }
}

void StreamEncoder::beginReasoning(const chat::ReasoningPart &reasoning)
{
    m_reasoning = reasoning;
    m_summary = reasoning.summary.empty() ? -1 : int(reasoning.summary.size()) - 1;
    const QByteArray shown = shownThinking(reasoning);
    if (!shown.isEmpty())
        writeDelta("thinking_delta", "thinking", shown);
}

void StreamEncoder::writeGrowth(const PartGrew &grew)
{
    switch (m_kind) {
    case Kind::Text:
        if (grew.field == Field::Text) {
            writeTextDelta(grew.delta);
        } else if (grew.field == Field::Citation) {
            const auto citation = Json::parse(grew.delta);
            if (citation && (*citation)["type"].toBytes().endsWith("_location"))
                writeJsonDelta(R"({"type":"citations_delta","citation":)" + grew.delta + '}');
        }
        break;
    case Kind::Reasoning:
        growReasoning(grew);
        break;
    case Kind::ToolCall:
        if (grew.field != Field::Arguments)
            break;
        if (m_call.isFreeForm) {
            m_call.arguments += grew.delta;
        } else {
            m_hasArguments = true;
            writeDelta("input_json_delta", "partial_json", grew.delta);
        }
        break;
    case Kind::Opaque:
        if (grew.field == Field::Opaque)
            writeJsonDelta(grew.delta);
        break;
    case Kind::None:
        break;
    }
}

void StreamEncoder::growReasoning(const PartGrew &grew)
{
    if (grew.origin)
        m_reasoning.origin = grew.origin;
    switch (grew.field) {
    case Field::Text:
        m_reasoning.text = "shown";
        writeDelta("thinking_delta", "thinking", grew.delta);
        break;
    case Field::Summary: {
        const bool next = m_summary >= 0 && grew.subIndex != m_summary;
        m_summary = grew.subIndex;
        if (m_reasoning.summary.empty())
            m_reasoning.summary.emplace_back();
        writeDelta("thinking_delta", "thinking", next ? "\n\n" + grew.delta : grew.delta);
        break;
    }
    case Field::Signature:
        m_reasoning.signature += grew.delta;
        break;
    case Field::Encrypted:
        m_reasoning.encrypted += grew.delta;
        break;
    default:
        break;
    }
}

void StreamEncoder::writeTextDelta(QByteArrayView text)
{
    if (text.isEmpty())
        return;
    m_out.reserve(m_out.size() + text.size() + 160);
    m_out += "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":";
    m_out += QByteArray::number(m_blocks - 1);
    m_out += ",\"delta\":{\"type\":\"text_delta\",\"text\":";
    base::appendJsonString(m_out, text);
    m_out += "}}\n\n";
}

void StreamEncoder::writeDelta(const char *type, const char *member, QByteArrayView text)
{
    QByteArray delta;
    JsonOut out(delta);
    out.beginObject();
    out.textMember("type", type);
    out.textMember(member, text);
    out.endObject();
    writeJsonDelta(delta);
}

void StreamEncoder::writeJsonDelta(QByteArrayView delta)
{
    QByteArray json;
    JsonOut out(json);
    out.beginObject();
    out.textMember("type", "content_block_delta");
    out.key("index").number(m_blocks - 1);
    out.key("delta").raw(delta);
    out.endObject();
    appendSse(m_out, "content_block_delta", json);
}

void StreamEncoder::endBlock()
{
    const bool isReasoning = m_kind == Kind::Reasoning;
    if (isReasoning)
        endReasoning();
    else if (m_kind == Kind::ToolCall)
        endToolCall();
    appendSse(m_out, "content_block_stop",
              "{\"type\":\"content_block_stop\",\"index\":" + QByteArray::number(m_blocks - 1) +
                  '}');
    m_kind = Kind::None;
    m_part = -1;
    if (isReasoning && m_reasoning.origin == Mine && !m_reasoning.encrypted.isEmpty()) {
        const chat::ReasoningPart hidden{.encrypted = m_reasoning.encrypted, .origin = Mine};
        beginBlock(-1, Part(hidden));
        endBlock();
    }
}

/// The signature is the last thing of its block, whenever it came. What another vendor bound to its
/// reasoning travels in it and comes back in it.
void StreamEncoder::endReasoning()
{
    const bool own = m_reasoning.origin == Mine;
    const QByteArray owed = own ? m_reasoning.signature : packReasoning(m_reasoning);
    if (!owed.isEmpty())
        writeDelta("signature_delta", "signature", owed);
}

void StreamEncoder::endToolCall()
{
    if (m_call.isFreeForm)
        writeDelta("input_json_delta", "partial_json", argumentsAsObject(m_call));
    else if (!m_hasArguments)
        writeDelta("input_json_delta", "partial_json", "{}");
}

void StreamEncoder::writeEnd()
{
    const Json &end = m_finishEvent.extensions.of(Mine);
    QByteArray json;
    JsonOut out(json);
    out.beginObject();
    out.textMember("type", "message_delta");
    out.key("delta").beginObject();
    out.textMember("stop_reason", stopReason({.reason = m_finishEvent.reason,
                                              .word = end["stop_reason"].toBytes(),
                                              .hasCalls = m_hasCalls,
                                              .hasRefusal = m_hasRefusal}));
    out.key("stop_sequence");
    if (m_finishEvent.stopSequence.isEmpty())
        out.null();
    else
        out.text(m_finishEvent.stopSequence);
    writeMembers(out, leftOver(end, {"stop_reason", "usage", "context_management"}));
    out.endObject();
    chat::Usage usage = m_usage;
    usage.output = usage.output.value_or(0);
    out.key("usage").value(encodeUsage(usage, {}, end["usage"], false));
    if (end.contains("context_management"))
        out.key("context_management").value(end["context_management"]);
    out.endObject();
    appendSse(m_out, "message_delta", json);
    appendSse(m_out, "message_stop", R"({"type":"message_stop"})");
}

} // namespace omni::wire::anthropic

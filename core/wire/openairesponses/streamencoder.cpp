// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/streamencoder.h"

#include "core/wire/openaierror.h"

namespace omni::wire::openairesponses {

using base::Json;
using chat::Part;
using chat::TextPart;
using chat::ToolCallPart;
using chat::event::Field;

QByteArray EventEncoder::encode(const chat::StreamEvent &event)
{
    m_out.clear();
    if (m_ended)
        return {};
    if (const auto *grew = std::get_if<chat::event::PartGrew>(&event)) {
        grow(*grew);
    } else if (const auto *opened = std::get_if<chat::event::PartOpened>(&event)) {
        if (opened->choice == 0)
            open(*opened);
    } else if (const auto *closed = std::get_if<chat::event::PartClosed>(&event)) {
        close(closed->index);
    } else if (const auto *usage = std::get_if<chat::event::UsageChanged>(&event)) {
        m_usage.mergeCumulative(usage->usage);
    } else if (const auto *started = std::get_if<chat::event::Started>(&event)) {
        start(*started);
    } else if (const auto *end = std::get_if<chat::event::Finished>(&event)) {
        if (end->choice == 0 && !m_finished)
            finished(*end);
    } else if (std::get_if<chat::event::Failed>(&event)) {
        m_ended = true;
    } else if (const auto *unknown = std::get_if<chat::event::Unknown>(&event)) {
        if (unknown->format == Mine && m_started) {
            beginEvent(unknown->name);
            JsonOut out(m_out);
            writeMembers(out, leftOver(unknown->json, {"type", "sequence_number"}));
            endEvent();
        }
    }
    return std::move(m_out);
}

QByteArray EventEncoder::finish()
{
    m_out.clear();
    // Without a reason nothing ended well, and no end may be invented.
    if (m_ended || !m_finished)
        return {};
    m_ended = true;
    for (const QByteArray &item : m_output) {
        if (item.isEmpty())
            continue;
        if (!m_end.output.isEmpty())
            m_end.output += ',';
        m_end.output += item;
    }
    m_end.usage = &m_usage;
    responseEvent(m_end.status == "incomplete" ? "response.incomplete" : "response.completed",
                  m_end);
    return std::move(m_out);
}

void EventEncoder::beginEvent(QByteArrayView type)
{
    m_out += "event: ";
    m_out.append(type);
    m_out += "\ndata: {\"type\":\"";
    m_out.append(type);
    m_out += "\",\"sequence_number\":";
    m_out += QByteArray::number(m_sequence++);
}

void EventEncoder::beginItemEvent(QByteArrayView type, const Item &item)
{
    beginEvent(type);
    m_out += ",\"item_id\":";
    base::appendJsonString(m_out, item.id);
    m_out += ",\"output_index\":";
    m_out += QByteArray::number(item.outputIndex);
}

void EventEncoder::beginPieceEvent(QByteArrayView type, const Item &item, const char *indexKey,
                                   qint64 index)
{
    beginItemEvent(type, item);
    m_out += ",\"";
    m_out += indexKey;
    m_out += "\":";
    m_out += QByteArray::number(index);
}

void EventEncoder::textMember(const char *key, QByteArrayView text)
{
    m_out += ",\"";
    m_out += key;
    m_out += "\":";
    base::appendJsonString(m_out, text);
}

void EventEncoder::responseEvent(QByteArrayView type, const AnswerState &state)
{
    beginEvent(type);
    JsonOut out(m_out);
    out.key("response");
    writeResponse(out, m_head, state);
    endEvent();
}

void EventEncoder::start(const chat::event::Started &started)
{
    if (m_started)
        return;
    m_started = true;
    m_head.rest = started.extensions.of(Mine);
    if (m_head.rest.isNull())
        m_head.rest = m_options.echo;
    m_head.id = responseId(started.id, m_options.fallbackId, m_head.rest["status"].isString());
    m_head.model = m_options.model.isEmpty() ? started.model : m_options.model;
    m_head.createdSeconds = started.createdSeconds.value_or(m_options.createdSeconds);
    responseEvent("response.created", {});
    responseEvent("response.in_progress", {});
}

void EventEncoder::ensureStarted()
{
    if (!m_started)
        start({});
}

void EventEncoder::open(const chat::event::PartOpened &opened)
{
    ensureStarted();
    auto said = sayable(opened.part, itemId("ig_", m_head.id, int(m_output.size())));
    if (!said) {
        m_losses.append(Loss{"output[" + QByteArray::number(opened.index) + ']',
                             "only its own format knows this part"});
        return;
    }
    if (isContent(*said)) {
        openContent(opened.index, std::move(*said));
        return;
    }
    endMessage();
    // What is known already follows as deltas, so that the item begins empty.
    Part begin = std::move(*said);
    chat::ReasoningPart thought;
    QByteArray arguments;
    if (auto *reasoning = begin.as<chat::ReasoningPart>()) {
        thought = *reasoning;
        reasoning->text.clear();
        reasoning->summary.clear();
    } else if (auto *call = begin.as<ToolCallPart>()) {
        arguments = std::exchange(call->arguments, {});
    }
    Item &item = addItem({std::move(begin)});
    m_places[opened.index] = {item.outputIndex, 0};
    if (item.parts.front().as<chat::ReasoningPart>())
        openReasoning(item, thought);
    else if (item.parts.front().as<ToolCallPart>())
        growCall(item, arguments);
}

EventEncoder::Item &EventEncoder::addItem(std::vector<Part> parts)
{
    const int index = int(m_output.size());
    m_output.emplace_back();
    Item &item = m_items[index];
    item.outputIndex = index;
    item.id = idOfItem(parts, m_head.id, index);
    item.parts = std::move(parts);
    auto *call = item.parts.front().as<ToolCallPart>();
    if (call && call->id.isEmpty())
        call->id = "call_" + item.id;
    beginEvent("response.output_item.added");
    m_out += ",\"output_index\":" + QByteArray::number(index);
    JsonOut out(m_out);
    out.key("item");
    const Part &first = item.parts.front();
    if (isContent(first)) {
        out.beginObject();
        out.textMember("type", "message");
        out.textMember("id", item.id);
        out.textMember("status", "in_progress");
        out.textMember("role", "assistant");
        out.key("content").raw("[]");
        writeMembers(out, leftOver(first.extensions.of(Mine)[ItemKey], {"id", "status"}));
        out.endObject();
    } else if (call) {
        out.beginObject();
        out.textMember("type", call->isFreeForm ? "custom_tool_call" : "function_call");
        out.textMember("id", item.id);
        out.textMember("status", "in_progress");
        out.textMember("call_id", call->id);
        out.textMember("name", call->name);
        out.textMemberIfSet("namespace", call->nameSpace);
        out.textMember(call->isFreeForm ? "input" : "arguments", "");
        out.endObject();
    } else if (const auto *opaque = first.as<chat::OpaquePart>()) {
        out.value(leftOver(opaque->json, {"deltas"}));
    } else {
        out.beginObject();
        out.textMember("type", "reasoning");
        out.textMember("id", item.id);
        out.key("summary").raw("[]");
        out.endObject();
    }
    endEvent();
    return item;
}

void EventEncoder::grow(const chat::event::PartGrew &grew)
{
    const auto place = m_places.find(grew.index);
    if (place == m_places.end())
        return;
    const auto found = m_items.find(place->second.item);
    if (found == m_items.end())
        return;
    Item &item = found->second;
    const Part &part = item.parts[place->second.part];
    if (isContent(part))
        growContent(item, place->second.part, grew);
    else if (part.as<chat::ReasoningPart>())
        growReasoning(item, grew);
    else if (part.as<chat::OpaquePart>())
        growOpaque(item, grew.delta);
    else if (grew.field == Field::Arguments)
        growCall(item, grew.delta);
}

void EventEncoder::close(int index)
{
    const auto place = m_places.find(index);
    if (place == m_places.end())
        return;
    const Place where = place->second;
    m_places.erase(place);
    const auto found = m_items.find(where.item);
    if (found == m_items.end())
        return;
    Item &item = found->second;
    const Part &part = item.parts[where.part];
    if (isContent(part)) {
        closeContent(item, where.part);
        --item.openParts;
        if (item.isEnding && item.openParts == 0)
            endItem(where.item);
        return;
    }
    if (part.as<chat::ReasoningPart>())
        closeReasoning(item);
    else if (part.as<ToolCallPart>())
        closeCall(item);
    endItem(where.item);
}

/// Text that comes later belongs to another message.
void EventEncoder::endMessage()
{
    const int message = std::exchange(m_message, -1);
    const auto found = m_items.find(message);
    if (found == m_items.end())
        return;
    if (found->second.openParts == 0)
        endItem(message);
    else
        found->second.isEnding = true;
}

void EventEncoder::endItem(int index, const QByteArray &status)
{
    const auto node = m_items.extract(index);
    if (!node)
        return;
    const Item &item = node.mapped();
    QByteArray &json = m_output[size_t(index)];
    JsonOut whole(json);
    writeOutputItem(whole, item.parts, {item.id, statusOfItem(item.parts, status)});
    beginEvent("response.output_item.done");
    m_out += ",\"output_index\":" + QByteArray::number(index) + ",\"item\":";
    m_out += json;
    endEvent();
}

void EventEncoder::finished(const chat::event::Finished &finished)
{
    ensureStarted();
    m_finished = true;
    m_end = finalState(finished.reason);
    while (!m_places.empty())
        close(m_places.begin()->first);
    const int message = std::exchange(m_message, -1);
    if (const auto found = m_items.find(message); found != m_items.end()) {
        addLogprobs(found->second.parts, finished.logprobs);
        endItem(message, m_end.status);
    }
    Json end = finished.extensions.of(Mine);
    addMissing(end, m_head.rest);
    m_head.rest = std::move(end);
    m_end.isUpstreams = finished.extensions.of(Mine)["status"].isString();
}

/// What Codex and the typed clients read: the error alone, then a whole response that failed.
QByteArray EventEncoder::encodeFailure(const base::Error &error, int status)
{
    m_out.clear();
    m_ended = true;
    ensureStarted();
    QByteArray details;
    JsonOut body(details);
    writeOpenAiError(body, error, status);
    beginEvent("error");
    m_out += ",\"error\":" + details;
    endEvent();
    const Json known = Json::parse(details).value_or(Json());
    AnswerState state;
    state.status = "failed";
    state.error = Json::object({{"code", known["code"].isNull() ? known["type"] : known["code"]},
                                {"message", known["message"]}})
                      .toJson();
    state.usage = &m_usage;
    responseEvent("response.failed", state);
    return std::move(m_out);
}

QByteArray failedStream(const base::Error &error, int status, QByteArrayView requestId)
{
    EventEncoder encoder({.fallbackId = requestId.toByteArray()});
    const QByteArray all = encoder.encodeFailure(error, status);
    // It goes on a stream that has begun already.
    return all.mid(all.indexOf("event: error\n"));
}

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/streamencoder.h"

// How the pieces of each kind of item are written.
namespace omni::wire::openairesponses {

using base::Json;
using chat::Part;
using chat::TextPart;
using chat::ToolCallPart;
using chat::event::Field;

void EventEncoder::openContent(int index, Part part)
{
    const bool isNext = part.extensions.of(Mine).contains(ItemKey) || m_message < 0;
    if (isNext)
        endMessage();
    TextPart known;
    QByteArray refused;
    if (auto *text = part.as<TextPart>()) {
        known = *text;
        text->text.clear();
        text->citations = Json();
    } else if (auto *refusal = part.as<chat::RefusalPart>()) {
        refused = std::exchange(refusal->text, {});
    }
    if (isNext)
        m_message = addItem({std::move(part)}).outputIndex;
    Item &item = m_items[m_message];
    if (!isNext)
        item.parts.push_back(std::move(part));
    ++item.openParts;
    const size_t place = item.parts.size() - 1;
    m_places[index] = {m_message, place};
    beginPieceEvent("response.content_part.added", item, "content_index", qint64(place));
    JsonOut out(m_out);
    out.key("part");
    writeOutputPart(out, item.parts[place], Side::Answer);
    endEvent();
    textDelta(item, place, known.text.isEmpty() ? refused : known.text);
    for (const Json &citation : known.citations.items())
        addCitation(item, place, citation);
}

void EventEncoder::growContent(Item &item, size_t part, const chat::event::PartGrew &grew)
{
    if (grew.field == Field::Text) {
        textDelta(item, part, grew.delta);
    } else if (grew.field == Field::Citation) {
        auto *text = item.parts[part].as<TextPart>();
        const auto citation = Json::parse(grew.delta);
        if (!text || !citation)
            return;
        if (grew.origin)
            text->citationsFormat = grew.origin;
        addCitation(item, part, *citation);
    }
}

void EventEncoder::textDelta(Item &item, size_t part, const QByteArray &delta)
{
    if (delta.isEmpty())
        return;
    if (auto *text = item.parts[part].as<TextPart>()) {
        text->text += delta;
        m_out.reserve(m_out.size() + delta.size() + 256);
        beginPieceEvent("response.output_text.delta", item, "content_index", qint64(part));
        textMember("delta", delta);
        m_out += R"(,"logprobs":[])";
        endEvent();
    } else if (auto *refusal = item.parts[part].as<chat::RefusalPart>()) {
        refusal->text += delta;
        beginPieceEvent("response.refusal.delta", item, "content_index", qint64(part));
        textMember("delta", delta);
        endEvent();
    }
}

void EventEncoder::addCitation(Item &item, size_t part, const Json &citation)
{
    auto *text = item.parts[part].as<TextPart>();
    const Json annotation =
        text ? annotationOf(citation, text->citationsFormat, charactersIn(text->text)) : Json();
    if (annotation.isNull())
        return;
    const qint64 index = text->citations.size();
    text->citations.append(annotation);
    beginPieceEvent("response.output_text.annotation.added", item, "content_index", qint64(part));
    m_out += ",\"annotation_index\":" + QByteArray::number(index) + ",\"annotation\":";
    annotation.appendTo(m_out);
    endEvent();
}

void EventEncoder::closeContent(Item &item, size_t part)
{
    Part &content = item.parts[part];
    if (auto *text = content.as<TextPart>()) {
        // From here on they are in this format's words, whoever cited.
        if (!text->citations.isNull())
            text->citationsFormat = Mine;
        beginPieceEvent("response.output_text.done", item, "content_index", qint64(part));
        textMember("text", text->text);
        m_out += R"(,"logprobs":[])";
        endEvent();
    } else if (const auto *refusal = content.as<chat::RefusalPart>()) {
        beginPieceEvent("response.refusal.done", item, "content_index", qint64(part));
        textMember("refusal", refusal->text);
        endEvent();
    }
    beginPieceEvent("response.content_part.done", item, "content_index", qint64(part));
    JsonOut out(m_out);
    out.key("part");
    writeOutputPart(out, content, Side::Answer);
    endEvent();
}

void EventEncoder::openReasoning(Item &item, const chat::ReasoningPart &known)
{
    if (!known.text.isEmpty() && isRawThought(known.origin))
        thoughtDelta(item, known.text);
    else if (!known.text.isEmpty())
        textAsSummary(item, known.text);
    for (size_t i = 0; i < known.summary.size(); ++i)
        summaryDelta(item, int(i), known.summary[i]);
}

void EventEncoder::growReasoning(Item &item, const chat::event::PartGrew &grew)
{
    auto &thought = *item.parts.front().as<chat::ReasoningPart>();
    if (grew.origin)
        thought.origin = grew.origin;
    switch (grew.field) {
    case Field::Signature:
        thought.signature += grew.delta;
        break;
    case Field::Encrypted:
        thought.encrypted += grew.delta;
        break;
    case Field::Summary:
        summaryDelta(item, grew.subIndex, grew.delta);
        break;
    default:
        if (isRawThought(thought.origin))
            thoughtDelta(item, grew.delta);
        else
            textAsSummary(item, grew.delta);
    }
}

/// Another vendor's thinking is shown as a summary of one paragraph, but it stays the text that
/// its maker signed.
void EventEncoder::textAsSummary(Item &item, const QByteArray &delta)
{
    item.isTextShown = true;
    summaryDelta(item, 0, delta);
}

void EventEncoder::summaryDelta(Item &item, int paragraph, const QByteArray &delta)
{
    auto &thought = *item.parts.front().as<chat::ReasoningPart>();
    if (item.summaryIndex != paragraph) {
        endParagraph(item);
        item.summaryIndex = paragraph;
        if (thought.summary.size() <= size_t(paragraph))
            thought.summary.resize(size_t(paragraph) + 1);
        beginPieceEvent("response.reasoning_summary_part.added", item, "summary_index", paragraph);
        m_out += R"(,"part":{"type":"summary_text","text":""})";
        endEvent();
    }
    if (delta.isEmpty())
        return;
    thought.summary[size_t(paragraph)] += delta;
    beginPieceEvent("response.reasoning_summary_text.delta", item, "summary_index", paragraph);
    textMember("delta", delta);
    endEvent();
}

void EventEncoder::endParagraph(Item &item)
{
    if (item.summaryIndex < 0)
        return;
    const int paragraph = std::exchange(item.summaryIndex, -1);
    const auto &thought = *item.parts.front().as<chat::ReasoningPart>();
    const QByteArray &text = thought.summary[size_t(paragraph)];
    beginPieceEvent("response.reasoning_summary_text.done", item, "summary_index", paragraph);
    textMember("text", text);
    endEvent();
    beginPieceEvent("response.reasoning_summary_part.done", item, "summary_index", paragraph);
    m_out += R"(,"part":{"type":"summary_text","text":)";
    base::appendJsonString(m_out, text);
    m_out += '}';
    endEvent();
}

void EventEncoder::thoughtDelta(Item &item, const QByteArray &delta)
{
    if (delta.isEmpty())
        return;
    auto &thought = *item.parts.front().as<chat::ReasoningPart>();
    if (!item.hasThought) {
        item.hasThought = true;
        beginPieceEvent("response.content_part.added", item, "content_index", 0);
        m_out += R"(,"part":{"type":"reasoning_text","text":""})";
        endEvent();
    }
    thought.text += delta;
    beginPieceEvent("response.reasoning_text.delta", item, "content_index", 0);
    textMember("delta", delta);
    endEvent();
}

void EventEncoder::closeReasoning(Item &item)
{
    endParagraph(item);
    auto &thought = *item.parts.front().as<chat::ReasoningPart>();
    if (item.isTextShown && !thought.summary.empty()) {
        thought.text = thought.summary.front();
        thought.summary.erase(thought.summary.begin());
    }
    if (!item.hasThought)
        return;
    beginPieceEvent("response.reasoning_text.done", item, "content_index", 0);
    textMember("text", thought.text);
    endEvent();
    beginPieceEvent("response.content_part.done", item, "content_index", 0);
    m_out += R"(,"part":{"type":"reasoning_text","text":)";
    base::appendJsonString(m_out, thought.text);
    m_out += '}';
    endEvent();
}

void EventEncoder::growCall(Item &item, const QByteArray &delta)
{
    if (delta.isEmpty())
        return;
    auto &call = *item.parts.front().as<ToolCallPart>();
    call.arguments += delta;
    beginItemEvent(call.isFreeForm ? "response.custom_tool_call_input.delta"
                                   : "response.function_call_arguments.delta",
                   item);
    textMember("delta", delta);
    endEvent();
}

void EventEncoder::closeCall(Item &item)
{
    const auto &call = *item.parts.front().as<ToolCallPart>();
    // A tool without parameters: clients parse the text, and "" is no JSON.
    if (call.arguments.isEmpty() && !call.isFreeForm)
        growCall(item, "{}");
    beginItemEvent(call.isFreeForm ? "response.custom_tool_call_input.done"
                                   : "response.function_call_arguments.done",
                   item);
    if (!call.isFreeForm)
        textMember("name", call.name);
    textMember(call.isFreeForm ? "input" : "arguments", call.arguments);
    endEvent();
}

/// An upstream's own event about its item, with our numbers; its last word is kept for the end.
void EventEncoder::growOpaque(Item &item, const QByteArray &delta)
{
    auto json = Json::parse(delta);
    if (!json || !json->isObject())
        return;
    auto &opaque = *item.parts.front().as<chat::OpaquePart>();
    if ((*json)["type"].toBytes() == "response.output_item.done") {
        opaque.json = (*json)["item"];
        return;
    }
    if (json->contains("output_index"))
        json->set("output_index", item.outputIndex);
    beginEvent((*json)["type"].toBytes());
    JsonOut out(m_out);
    writeMembers(out, leftOver(*json, {"type", "sequence_number"}));
    endEvent();
}

} // namespace omni::wire::openairesponses

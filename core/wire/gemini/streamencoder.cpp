// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/streamencoder.h"

#include "core/wire/gemini/finish.h"
#include "core/wire/gemini/grounding.h"
#include "core/wire/gemini/partwriter.h"
#include "core/wire/gemini/usage.h"
#include "core/wire/gemini/words.h"
#include "core/wire/reasoningcarrier.h"

namespace omni::wire::gemini {

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
        start(*started);
    } else if (const auto *finished = std::get_if<Finished>(&event)) {
        m_ends.insert_or_assign(finished->choice, *finished);
    } else if (std::get_if<Failed>(&event)) {
        // The error itself is written by Codec::encodeStreamError, which knows the request.
        m_isOver = true;
    }
    return std::move(m_out);
}

/// The end waits until here: usage may come behind the last word and belongs to the last chunk.
QByteArray StreamEncoder::finish()
{
    m_out.clear();
    if (m_isOver || m_ends.empty())
        return {};
    while (!m_open.empty())
        onClosed(m_open.begin()->first);
    m_isOver = true;
    start({});
    const Json &first = m_ends.begin()->second.extensions.of(Mine);
    const Json &feedback = first["promptFeedback"];
    const bool refused = !feedback.isNull() && !m_saidAnything && first["finishReason"].isNull();
    m_out += "data: ";
    JsonOut out(m_out);
    out.beginObject();
    if (!refused) {
        out.key("candidates").beginArray();
        for (const auto &[choice, end] : m_ends)
            writeEnd(out, end);
        out.endArray();
    }
    if (!feedback.isNull())
        out.key("promptFeedback").value(feedback);
    const Json usage = encodeUsage(m_usage, first["usageMetadata"]);
    if (!usage.isNull())
        out.key("usageMetadata").value(usage);
    m_out += m_tail;
    return std::move(m_out);
}

void StreamEncoder::start(const Started &started)
{
    if (m_started)
        return;
    m_started = true;
    m_startExtra = started.extensions.of(Mine);
    m_tail = ",";
    JsonOut out(m_tail);
    m_tail += R"("modelVersion":)";
    base::appendJsonString(m_tail, m_options.model.isEmpty() ? started.model : m_options.model);
    out.textMemberIfSet("responseId", started.id.isEmpty() ? m_options.fallbackId : started.id);
    writeMembers(out, m_startExtra);
    m_tail += "}\n\n";
}

void StreamEncoder::beginChunk()
{
    start({});
    m_saidAnything = true;
    m_out += R"(data: {"candidates":[{"content":{"parts":[)";
}

void StreamEncoder::endChunk(int choice)
{
    m_out += R"(],"role":"model"},"index":)";
    m_out += QByteArray::number(choice);
    m_out += "}]";
    m_out += m_tail;
}

void StreamEncoder::writeText(int choice, QByteArrayView text)
{
    if (text.isEmpty())
        return;
    m_out.reserve(m_out.size() + text.size() + m_tail.size() + 128);
    beginChunk();
    m_out += R"({"text":)";
    base::appendJsonString(m_out, text);
    m_out += '}';
    endChunk(choice);
}

void StreamEncoder::writeThoughtChunk(int choice, QByteArrayView text, const QByteArray &signature)
{
    if (text.isEmpty() && signature.isEmpty())
        return;
    beginChunk();
    JsonOut out(m_out);
    m_out += '{';
    writeThought(out, text, signature);
    m_out += '}';
    endChunk(choice);
}

void StreamEncoder::writeWhole(int choice, const Part &part)
{
    const auto *opaque = part.as<chat::OpaquePart>();
    if ((opaque && opaque->format != Mine) || part.as<chat::ToolResultPart>())
        return;
    beginChunk();
    JsonOut out(m_out);
    writePart(out, part);
    endChunk(choice);
}

void StreamEncoder::onOpened(const PartOpened &opened)
{
    OpenPart open{.choice = opened.choice, .part = opened.part};
    const Json &rest = opened.part.extensions.of(Mine);
    const bool isCode = rest.contains("executableCode") || rest.contains("codeExecutionResult");
    if (isCode) {
        writeWhole(open.choice, opened.part);
    } else if (const auto *text = opened.part.as<chat::TextPart>()) {
        open.kind = Kind::Text;
        writeText(open.choice, text->text);
        if (text->citationsFormat != Mine) {
            for (const Json &citation : text->citations.items())
                m_citations[open.choice].append(citation);
        }
    } else if (const auto *refusal = opened.part.as<chat::RefusalPart>()) {
        open.kind = Kind::Text;
        writeText(open.choice, refusal->text);
    } else if (const auto *thought = opened.part.as<chat::ReasoningPart>()) {
        open.kind = Kind::Thought;
        open.summary = int(thought->summary.size()) - 1;
        const QByteArray shown = shownThinking(*thought);
        open.hasText = !thought->text.isEmpty();
        writeThoughtChunk(open.choice, shown, {});
    } else if (opened.part.as<chat::ToolCallPart>()) {
        open.kind = Kind::Call;
    } else {
        writeWhole(open.choice, opened.part);
    }
    m_open.insert_or_assign(opened.index, std::move(open));
}

void StreamEncoder::onGrew(const PartGrew &grew)
{
    const auto found = m_open.find(grew.index);
    if (found == m_open.end())
        return;
    OpenPart &open = found->second;
    switch (open.kind) {
    case Kind::Text:
        if (grew.field == Field::Text) {
            writeText(open.choice, grew.delta);
        } else if (grew.field == Field::Citation && grew.origin != Mine) {
            if (const auto citation = Json::parse(grew.delta))
                m_citations[open.choice].append(*citation);
        }
        break;
    case Kind::Thought:
        growThought(open, grew);
        break;
    case Kind::Call:
        growCall(open, grew);
        break;
    case Kind::Other:
        break;
    }
}

void StreamEncoder::growThought(OpenPart &open, const PartGrew &grew)
{
    auto *thought = open.part.as<chat::ReasoningPart>();
    if (grew.origin)
        thought->origin = grew.origin;
    switch (grew.field) {
    case Field::Text:
        open.hasText = true;
        writeThoughtChunk(open.choice, grew.delta, {});
        break;
    case Field::Summary: {
        const bool next = open.summary >= 0 && grew.subIndex != open.summary;
        open.summary = grew.subIndex;
        writeThoughtChunk(open.choice, next ? "\n\n" + grew.delta : grew.delta, {});
        break;
    }
    case Field::Signature:
        thought->signature += grew.delta;
        break;
    case Field::Encrypted:
        thought->encrypted += grew.delta;
        break;
    default:
        break;
    }
}

void StreamEncoder::growCall(OpenPart &open, const PartGrew &grew) const
{
    auto *call = open.part.as<chat::ToolCallPart>();
    if (grew.field == Field::Arguments) {
        call->arguments += grew.delta;
    } else if (grew.field == Field::Signature) {
        call->signature += grew.delta;
        if (grew.origin)
            call->signatureOrigin = grew.origin;
    }
}

void StreamEncoder::onClosed(int index)
{
    const auto node = m_open.extract(index);
    if (!node)
        return;
    OpenPart &open = node.mapped();
    if (open.kind == Kind::Call) {
        writeWhole(open.choice, open.part);
    } else if (open.kind == Kind::Thought) {
        auto *thought = open.part.as<chat::ReasoningPart>();
        // What is packed says whether the text shown was the thinking itself or its summary.
        thought->text = open.hasText ? "shown" : "";
        if (!open.hasText && open.summary >= 0)
            thought->summary = {"shown"};
        writeThoughtChunk(open.choice, {}, signatureFor(*thought));
    }
}

void StreamEncoder::writeEnd(JsonOut &out, const Finished &end)
{
    const Json &extra = end.extensions.of(Mine);
    out.beginObject();
    out.key("content").beginObject();
    out.key("parts").raw(R"([{"text":""}])");
    out.textMember("role", "model");
    writeMembers(out, extra["content"]);
    out.endObject();
    out.textMember("finishReason", finishWord(end.reason, extra["finishReason"].toBytes()));
    out.key("index").number(end.choice);
    Json rest = leftOver(extra, {"finishReason", "usageMetadata", "promptFeedback", "content"});
    const auto cited = m_citations.find(end.choice);
    if (!rest.contains("groundingMetadata") && cited != m_citations.end())
        rest.setIfPresent("groundingMetadata", groundingOf(cited->second));
    if (!rest.contains("logprobsResult"))
        rest.setIfPresent("logprobsResult", logprobsResult(end.logprobs));
    writeMembers(out, rest);
    out.endObject();
}

} // namespace omni::wire::gemini

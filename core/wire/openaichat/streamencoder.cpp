// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/streamencoder.h"

#include "core/wire/openaichat/answerpieces.h"
#include "core/wire/openaichat/response.h"
#include "core/wire/openaiusage.h"

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::Format;
using chat::Part;
using chat::event::Field;

namespace {

constexpr QByteArrayView DeltaMark(R"(,"delta":{)");

} // namespace

QByteArray ChunkEncoder::encode(const chat::StreamEvent &event)
{
    m_out.clear();
    if (m_ended)
        return {};
    if (const auto *grew = std::get_if<chat::event::PartGrew>(&event))
        grow(*grew);
    else if (const auto *opened = std::get_if<chat::event::PartOpened>(&event))
        open(*opened);
    else if (const auto *closed = std::get_if<chat::event::PartClosed>(&event))
        close(closed->index);
    else if (const auto *usage = std::get_if<chat::event::UsageChanged>(&event))
        m_usage.mergeCumulative(usage->usage);
    else if (const auto *started = std::get_if<chat::event::Started>(&event))
        start(*started);
    else if (const auto *end = std::get_if<chat::event::Finished>(&event))
        finished(*end);
    else if (std::get_if<chat::event::Failed>(&event))
        m_ended = true;
    return std::move(m_out);
}

QByteArray ChunkEncoder::finish()
{
    // Without a reason nothing ended well, and no end may be invented.
    if (m_ended || !m_finished)
        return {};
    m_ended = true;
    m_out.clear();
    if (m_options.includeUsage) {
        QByteArrayView head(m_prefix);
        head.chop(QByteArrayView(R"([{"index":)").size());
        m_out.append(head);
        m_out += R"([],"usage":)";
        JsonOut out(m_out);
        writeOpenAiUsage(out, m_usage);
        m_out += "}\n\n";
    }
    m_out += "data: [DONE]\n\n";
    return std::move(m_out);
}

void ChunkEncoder::start(const chat::event::Started &started)
{
    if (m_started)
        return;
    m_started = true;
    m_prefix = "data: ";
    JsonOut out(m_prefix);
    out.beginObject();
    out.textMember("id", answerId(started.id, m_options.fallbackId));
    out.textMember("object", "chat.completion.chunk");
    out.key("created").number(started.createdSeconds.value_or(m_options.createdSeconds));
    out.textMember("model", m_options.model.isEmpty() ? started.model : m_options.model);
    const Json &rest = started.extensions.of(Format::OpenAiChat);
    for (const char *key : {"system_fingerprint", "service_tier"}) {
        if (rest[key].isString())
            out.key(key).value(rest[key]);
    }
    out.key("choices");
    m_prefix += R"([{"index":)";
    // Where the usage chunk is asked for, every other chunk says `null`.
    m_suffix = m_options.includeUsage ? R"(,"finish_reason":null}],"usage":null})"
                                      : R"(,"finish_reason":null}]})";
    m_suffix += "\n\n";
    choiceFor(0);
}

void ChunkEncoder::ensureStarted()
{
    if (!m_started)
        start({});
}

ChunkEncoder::ChoiceState &ChunkEncoder::choiceFor(int index)
{
    ensureStarted();
    ChoiceState &state = m_choices[index];
    if (!state.hasRole) {
        state.hasRole = true;
        beginDelta(index);
        m_out += R"("role":"assistant","content":"")";
        endDelta();
    }
    return state;
}

void ChunkEncoder::beginDelta(int choice)
{
    m_out += m_prefix;
    m_out += QByteArray::number(choice);
    m_out.append(DeltaMark);
}

void ChunkEncoder::endDelta()
{
    m_out += '}';
    m_out += m_suffix;
}

void ChunkEncoder::textDelta(int choice, QByteArrayView field, QByteArrayView text)
{
    if (text.isEmpty())
        return;
    m_out.reserve(m_out.size() + m_prefix.size() + m_suffix.size() + text.size() + 64);
    beginDelta(choice);
    m_out += '"';
    m_out.append(field);
    m_out += "\":";
    base::appendJsonString(m_out, text);
    endDelta();
}

void ChunkEncoder::open(const chat::event::PartOpened &opened)
{
    ChoiceState &state = choiceFor(opened.choice);
    OpenPart &part = m_parts[opened.index];
    part.choice = opened.choice;
    const Part &what = opened.part;
    if (const auto *text = what.as<chat::TextPart>()) {
        part.kind = OpenPart::Kind::Text;
        part.begin = state.characters;
        part.citations = text->citationsFormat;
        part.characters = charactersIn(text->text);
        state.characters += part.characters;
        textDelta(part.choice, "content", text->text);
        for (const Json &each : text->citations.items())
            citation(part, each);
    } else if (const auto *thought = what.as<chat::ReasoningPart>()) {
        part.kind = OpenPart::Kind::Reasoning;
        part.reasoning = *thought;
        textDelta(part.choice, "reasoning_content", thought->text);
        for (const QByteArray &paragraph : thought->summary)
            textDelta(part.choice, "reasoning_content", paragraph + "\n\n");
    } else if (const auto *refusal = what.as<chat::RefusalPart>()) {
        part.kind = OpenPart::Kind::Refusal;
        textDelta(part.choice, "refusal", refusal->text);
    } else if (const auto *call = what.as<chat::ToolCallPart>()) {
        openCall(what, *call, part);
    }
}

void ChunkEncoder::openCall(const Part &part, const chat::ToolCallPart &call, OpenPart &into)
{
    ChoiceState &state = choiceFor(into.choice);
    const Json &kept = part.extensions.of(Format::OpenAiChat);
    into.kind = OpenPart::Kind::Call;
    into.isFreeForm = call.isFreeForm;
    into.isLegacy = kept["function_call"].toBool();
    into.callIndex = state.calls++;
    state.isLegacy = into.isLegacy;
    beginDelta(into.choice);
    JsonOut out(m_out);
    if (into.isLegacy) {
        m_out += R"("function_call":)";
        out.beginObject();
        out.textMember("name", call.name);
        out.textMember("arguments", "");
        out.endObject();
    } else {
        const char *kind = call.isFreeForm ? "custom" : "function";
        m_out += R"("tool_calls":[{"index":)";
        m_out += QByteArray::number(into.callIndex);
        out.textMember("id", call.id);
        out.textMember("type", kind);
        out.key(kind).beginObject();
        out.textMember("name", call.name);
        out.textMember(call.isFreeForm ? "input" : "arguments", "");
        out.endObject();
        if (call.signatureOrigin == Format::Gemini)
            out.key("extra_content")
                .value(Json::object(
                    {{"google", Json::object({{"thought_signature", call.signature}})}}));
        m_out += "}]";
    }
    endDelta();
    arguments(into, call.arguments);
}

void ChunkEncoder::arguments(OpenPart &part, QByteArrayView delta)
{
    if (delta.isEmpty())
        return;
    part.hasArguments = true;
    beginDelta(part.choice);
    if (part.isLegacy) {
        m_out += R"("function_call":{"arguments":)";
        base::appendJsonString(m_out, delta);
        m_out += '}';
    } else {
        m_out += R"("tool_calls":[{"index":)";
        m_out += QByteArray::number(part.callIndex);
        m_out += part.isFreeForm ? R"(,"custom":{"input":)" : R"(,"function":{"arguments":)";
        base::appendJsonString(m_out, delta);
        m_out += "}}]";
    }
    endDelta();
}

void ChunkEncoder::grow(const chat::event::PartGrew &grew)
{
    const auto found = m_parts.find(grew.index);
    if (found == m_parts.end())
        return;
    OpenPart &part = found->second;
    switch (part.kind) {
    case OpenPart::Kind::Text:
        if (grew.field == Field::Text) {
            const qsizetype characters = charactersIn(grew.delta);
            part.characters += characters;
            m_choices[part.choice].characters += characters;
            textDelta(part.choice, "content", grew.delta);
        } else if (grew.field == Field::Citation) {
            if (grew.origin)
                part.citations = grew.origin;
            if (const auto json = Json::parse(grew.delta))
                citation(part, *json);
        }
        break;
    case OpenPart::Kind::Reasoning:
        growReasoning(part, grew);
        break;
    case OpenPart::Kind::Refusal:
        textDelta(part.choice, "refusal", grew.delta);
        break;
    case OpenPart::Kind::Call:
        if (grew.field == Field::Arguments)
            arguments(part, grew.delta);
        break;
    case OpenPart::Kind::Other:
        break;
    }
}

void ChunkEncoder::growReasoning(OpenPart &part, const chat::event::PartGrew &grew)
{
    if (grew.origin)
        part.reasoning.origin = grew.origin;
    switch (grew.field) {
    case Field::Signature:
        part.reasoning.signature += grew.delta;
        break;
    case Field::Encrypted:
        part.reasoning.encrypted += grew.delta;
        break;
    case Field::Summary:
        // Paragraphs of a summary are kept apart.
        if (part.summaryIndex >= 0 && part.summaryIndex != grew.subIndex)
            textDelta(part.choice, "reasoning_content", "\n\n");
        part.summaryIndex = grew.subIndex;
        textDelta(part.choice, "reasoning_content", grew.delta);
        break;
    default:
        if (part.reasoning.origin == Format::Anthropic)
            part.reasoning.text += grew.delta;
        textDelta(part.choice, "reasoning_content", grew.delta);
    }
}

void ChunkEncoder::citation(const OpenPart &part, const Json &citation)
{
    const Json annotation =
        annotationOf(citation, part.citations, part.begin, part.begin + part.characters);
    if (annotation.isNull())
        return;
    beginDelta(part.choice);
    m_out += R"("annotations":[)";
    annotation.appendTo(m_out);
    m_out += ']';
    endDelta();
}

void ChunkEncoder::close(int index)
{
    const auto found = m_parts.find(index);
    if (found == m_parts.end())
        return;
    OpenPart &part = found->second;
    // A tool without parameters: clients parse the text, and "" is no JSON.
    if (part.kind == OpenPart::Kind::Call && !part.hasArguments && !part.isFreeForm)
        arguments(part, "{}");
    if (part.kind == OpenPart::Kind::Reasoning) {
        const Json detail = reasoningDetailOf(part.reasoning, m_choices[part.choice].details);
        if (!detail.isNull()) {
            ++m_choices[part.choice].details;
            beginDelta(part.choice);
            m_out += R"("reasoning_details":[)";
            detail.appendTo(m_out);
            m_out += ']';
            endDelta();
        }
    }
    m_parts.erase(found);
}

void ChunkEncoder::finished(const chat::event::Finished &finished)
{
    ChoiceState &state = choiceFor(finished.choice);
    if (state.isFinished)
        return;
    state.isFinished = true;
    m_finished = true;
    for (auto part = m_parts.begin(); part != m_parts.end();) {
        const int index = part->first;
        ++part;
        if (m_parts[index].choice == finished.choice)
            close(index);
    }
    beginDelta(finished.choice);
    m_out += '}';
    JsonOut out(m_out);
    out.textMember("finish_reason",
                   state.isLegacy ? QByteArray("function_call")
                                  : finishName(finishWithCalls(finished.reason, state.calls > 0)));
    if (!finished.logprobs.isNull())
        out.key("logprobs").value(finished.logprobs);
    for (const JsonMember &member : finished.extensions.of(Format::OpenAiChat).members())
        out.key(member.key).value(member.value);
    m_out += m_options.includeUsage ? R"(}],"usage":null})" : "}]}";
    m_out += "\n\n";
}

} // namespace omni::wire::openaichat

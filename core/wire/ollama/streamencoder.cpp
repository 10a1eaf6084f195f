// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/streamencoder.h"

#include "core/wire/members.h"
#include "core/wire/ollama/response.h"
#include "core/wire/reasoningcarrier.h"

namespace omni::wire::ollama {

using base::Json;
using chat::Part;
using chat::event::Field;

QByteArray LineEncoder::encode(const chat::StreamEvent &event)
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
    else if (const auto *end = std::get_if<chat::event::Finished>(&event)) {
        if (end->choice == 0 && !m_finished)
            m_finished = *end;
    } else if (std::get_if<chat::event::Failed>(&event))
        m_ended = true;
    return std::move(m_out);
}

QByteArray LineEncoder::finish()
{
    if (m_ended || !m_finished)
        return {};
    m_out.clear();
    while (!m_parts.empty())
        close(m_parts.begin()->first);
    m_ended = true;
    writeLast();
    return std::move(m_out);
}

void LineEncoder::start(const chat::event::Started &started)
{
    if (!m_head.isEmpty())
        return;
    JsonOut out(m_head);
    out.beginObject();
    out.textMember("model", m_options.model.isEmpty() ? started.model : m_options.model);
    out.textMember("created_at", createdAt(started.extensions, started.createdSeconds.value_or(
                                                                   m_options.createdSeconds)));
}

void LineEncoder::writeText(const QByteArray &text)
{
    if (text.isEmpty())
        return;
    m_out.reserve(m_out.size() + m_head.size() + text.size() + 80);
    m_out += m_head;
    m_out +=
        m_form == Form::Chat ? R"(,"message":{"role":"assistant","content":)" : R"(,"response":)";
    base::appendJsonString(m_out, text);
    m_out += m_form == Form::Chat ? R"(},"done":false})" : R"(,"done":false})";
    m_out += '\n';
}

void LineEncoder::writeThinking(const QByteArray &text)
{
    if (text.isEmpty())
        return;
    m_out += m_head;
    m_out += m_form == Form::Chat ? R"(,"message":{"role":"assistant","content":"","thinking":)"
                                  : R"(,"response":"","thinking":)";
    base::appendJsonString(m_out, text);
    m_out += m_form == Form::Chat ? R"(},"done":false})" : R"(,"done":false})";
    m_out += '\n';
}

void LineEncoder::writeCall(const chat::ToolCallPart &call)
{
    // `/api/generate` is never asked with tools.
    if (m_form == Form::Generate)
        return;
    m_out += m_head;
    m_out += R"(,"message":{"role":"assistant","content":"","tool_calls":[)";
    JsonOut out(m_out);
    writeToolCall(out, call);
    m_out += R"(]},"done":false})";
    m_out += '\n';
}

void LineEncoder::open(const chat::event::PartOpened &opened)
{
    if (opened.choice != 0)
        return;
    start({});
    OpenPart &part = m_parts[opened.index];
    const Part &what = opened.part;
    if (const auto *text = what.as<chat::TextPart>()) {
        part.kind = OpenPart::Kind::Text;
        writeText(text->text);
    } else if (const auto *refusal = what.as<chat::RefusalPart>()) {
        part.kind = OpenPart::Kind::Text;
        writeText(refusal->text);
    } else if (const auto *thought = what.as<chat::ReasoningPart>()) {
        part.kind = OpenPart::Kind::Reasoning;
        writeThinking(shownThinking(*thought));
    } else if (const auto *call = what.as<chat::ToolCallPart>()) {
        part.kind = OpenPart::Kind::Call;
        part.call = *call;
        if (what.extensions.of(Mine)["unnamed"].toBool())
            part.call.id.clear();
    }
}

void LineEncoder::grow(const chat::event::PartGrew &grew)
{
    const auto found = m_parts.find(grew.index);
    if (found == m_parts.end())
        return;
    OpenPart &part = found->second;
    if (part.kind == OpenPart::Kind::Text && grew.field == Field::Text) {
        writeText(grew.delta);
    } else if (part.kind == OpenPart::Kind::Call && grew.field == Field::Arguments) {
        part.call.arguments += grew.delta;
    } else if (part.kind == OpenPart::Kind::Reasoning && grew.field == Field::Text) {
        writeThinking(grew.delta);
    } else if (part.kind == OpenPart::Kind::Reasoning && grew.field == Field::Summary) {
        const bool isNext = part.summaryIndex >= 0 && part.summaryIndex != grew.subIndex;
        part.summaryIndex = grew.subIndex;
        writeThinking(isNext ? "\n\n" + grew.delta : grew.delta);
    }
}

void LineEncoder::close(int index)
{
    const auto found = m_parts.find(index);
    if (found == m_parts.end())
        return;
    if (found->second.kind == OpenPart::Kind::Call)
        writeCall(found->second.call);
    m_parts.erase(found);
}

void LineEncoder::writeLast()
{
    start({});
    m_out += m_head;
    JsonOut out(m_out);
    if (m_form == Form::Chat)
        out.key("message").raw(R"({"role":"assistant","content":""})");
    else
        out.textMember("response", "");
    out.key("done").boolean(true);
    const Json &own = m_finished->extensions.of(Mine);
    if (!own.contains("done_reason"))
        out.textMemberIfSet("done_reason", doneReason(m_finished->reason));
    if (m_finished->logprobs["content"].isArray())
        out.key("logprobs").value(m_finished->logprobs["content"]);
    writeUsage(out, m_usage);
    writeMembers(out, own);
    out.endObject();
    m_out += '\n';
}

} // namespace omni::wire::ollama

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaicompletions/streamencoder.h"

#include "core/wire/members.h"
#include "core/wire/openaicompletions/logprobs.h"
#include "core/wire/openaicompletions/request.h"
#include "core/wire/openaicompletions/response.h"
#include "core/wire/openaiusage.h"

namespace omni::wire::openaicompletions {

QByteArray ChunkEncoder::encode(const chat::StreamEvent &event)
{
    m_out.clear();
    if (m_ended)
        return {};
    if (const auto *grew = std::get_if<chat::event::PartGrew>(&event)) {
        const auto text = m_texts.find(grew->index);
        if (text != m_texts.end() && grew->field == chat::event::Field::Text)
            writeText(text->second, grew->delta);
    } else if (const auto *opened = std::get_if<chat::event::PartOpened>(&event)) {
        open(*opened);
    } else if (const auto *closed = std::get_if<chat::event::PartClosed>(&event)) {
        m_texts.erase(closed->index);
    } else if (const auto *usage = std::get_if<chat::event::UsageChanged>(&event)) {
        m_usage.mergeCumulative(usage->usage);
    } else if (const auto *started = std::get_if<chat::event::Started>(&event)) {
        start(*started);
    } else if (const auto *end = std::get_if<chat::event::Finished>(&event)) {
        finished(*end);
    } else if (std::get_if<chat::event::Failed>(&event)) {
        m_ended = true;
    }
    return std::move(m_out);
}

QByteArray ChunkEncoder::finish()
{
    // Without a reason nothing ended well, and no end may be invented.
    if (m_ended || m_finished.empty())
        return {};
    m_ended = true;
    m_out.clear();
    if (m_options.includeUsage) {
        m_out += m_prefix + R"([],"usage":)";
        JsonOut out(m_out);
        writeOpenAiUsage(out, m_usage);
        m_out += "}\n\n";
    }
    m_out += "data: [DONE]\n\n";
    return std::move(m_out);
}

void ChunkEncoder::start(const chat::event::Started &started)
{
    if (!m_prefix.isEmpty())
        return;
    m_prefix = "data: ";
    JsonOut out(m_prefix);
    out.beginObject();
    out.textMember("id", answerId(started.id, m_options.fallbackId));
    out.textMember("object", "text_completion");
    out.key("created").number(started.createdSeconds.value_or(m_options.createdSeconds));
    out.textMember("model", m_options.model.isEmpty() ? started.model : m_options.model);
    const base::Json &fingerprint = started.extensions.of(Mine)["system_fingerprint"];
    if (fingerprint.isString())
        out.key("system_fingerprint").value(fingerprint);
    out.key("choices");
    m_suffix = m_options.includeUsage ? "}],\"usage\":null}\n\n" : "}]}\n\n";
}

void ChunkEncoder::open(const chat::event::PartOpened &opened)
{
    start({});
    const auto *text = opened.part.as<chat::TextPart>();
    const auto *refusal = opened.part.as<chat::RefusalPart>();
    if (!text && !refusal)
        return;
    m_texts[opened.index] = opened.choice;
    writeText(opened.choice, text ? text->text : refusal->text);
}

void ChunkEncoder::writeText(int choice, QByteArrayView text)
{
    if (text.isEmpty())
        return;
    m_out.reserve(m_out.size() + m_prefix.size() + text.size() + 96);
    m_out += m_prefix;
    m_out += R"([{"text":)";
    base::appendJsonString(m_out, text);
    m_out += R"(,"index":)" + QByteArray::number(choice);
    m_out += R"(,"logprobs":null,"finish_reason":null)";
    m_out += m_suffix;
}

void ChunkEncoder::finished(const chat::event::Finished &finished)
{
    start({});
    if (!m_finished.insert(finished.choice).second)
        return;
    m_out += m_prefix;
    m_out += R"([{"text":"")";
    JsonOut out(m_out);
    out.key("index").number(finished.choice);
    out.key("logprobs").value(legacyLogprobs(finished.logprobs));
    out.textMember("finish_reason", finishName(finished.reason));
    writeMembers(out, finished.extensions.of(Mine));
    m_out += m_suffix;
}

} // namespace omni::wire::openaicompletions

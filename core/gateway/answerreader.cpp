// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/answerreader.h"

#include "core/gateway/streamreaders.h"
#include "core/gateway/wholereader.h"

namespace omni::gateway {

void AnswerReader::note(const chat::StreamEvent &event)
{
    if (const auto *grew = std::get_if<chat::event::PartGrew>(&event)) {
        if (grew->field == chat::event::Field::Text || grew->field == chat::event::Field::Arguments)
            m_contentBytes += grew->delta.size();
    } else if (const auto *changed = std::get_if<chat::event::UsageChanged>(&event)) {
        m_usage.mergeCumulative(changed->usage);
    } else if (const auto *started = std::get_if<chat::event::Started>(&event)) {
        m_started = *started;
    } else if (std::holds_alternative<chat::event::PartOpened>(event)) {
        m_hasOpenedPart = true;
    }
}

std::unique_ptr<AnswerReader> makeAnswerReader(const AnswerSpec &spec,
                                               std::optional<net::Framing> streamed)
{
    if (!streamed)
        return std::make_unique<WholeReader>(spec);
    if (spec.isRaw && spec.clientStreams)
        return std::make_unique<RawStreamReader>(spec, *streamed);
    return std::make_unique<TranslatedStreamReader>(spec, *streamed);
}

Reading readingOf(BodyKind kind, const AnswerSpec &spec)
{
    using net::Framing;
    const Framing own = spec.upstream->framing();
    const chat::Format format = spec.upstream->format();
    const bool isGoogle = format == chat::Format::Gemini || format == chat::Format::CodeAssist;
    switch (kind) {
    case BodyKind::JsonObject:
        // Lines and a whole answer begin alike. An answer that is one line is a stream, too.
        if (own == Framing::Ndjson && spec.clientStreams)
            return {.streamed = own};
        return {};
    case BodyKind::JsonArray:
        if (isGoogle)
            return {.streamed = Framing::JsonArray};
        return {};
    case BodyKind::EventStream:
        return {.streamed = Framing::Sse};
    case BodyKind::Other:
        if (own == Framing::AwsEvents || own == Framing::Connect)
            return {.streamed = own};
        break;
    case BodyKind::Undecided:
    case BodyKind::WebPage:
        break;
    }
    return {.isReadable = false};
}

BodyKind sniffBody(QByteArrayView begin)
{
    if (begin.startsWith("\xEF\xBB\xBF"))
        begin = begin.sliced(3);
    for (const char c : begin) {
        switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            continue;
        case '{':
            return BodyKind::JsonObject;
        case '[':
            return BodyKind::JsonArray;
        case '<':
            return BodyKind::WebPage;
        // data, event, id, retry, comment
        case 'd':
        case 'e':
        case 'i':
        case 'r':
        case ':':
            return BodyKind::EventStream;
        default:
            return BodyKind::Other;
        }
    }
    return BodyKind::Undecided;
}

} // namespace omni::gateway

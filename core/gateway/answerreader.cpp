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

std::unique_ptr<AnswerReader> makeAnswerReader(const AnswerSpec &spec, bool isEventStream)
{
    if (!isEventStream)
        return std::make_unique<WholeReader>(spec);
    if (spec.isRaw && spec.clientStreams)
        return std::make_unique<RawStreamReader>(spec);
    return std::make_unique<TranslatedStreamReader>(spec);
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
        case '[':
            return BodyKind::Json;
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

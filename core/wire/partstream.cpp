// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/partstream.h"

#include <algorithm>

namespace omni::wire {

using chat::Part;
using chat::event::Field;

namespace {

constexpr qint64 CharactersPerToken = 4;

qint64 charactersIn(QByteArrayView utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char byte) { return (uchar(byte) & 0xC0U) != 0x80U; });
}

} // namespace

void PartStream::start(chat::event::Started started)
{
    if (!m_started && !m_ended)
        m_events.emplace_back(std::move(started));
    m_started = true;
}

void PartStream::grow(Kind kind, const QByteArray &delta, Field field)
{
    if (delta.isEmpty() || m_ended)
        return;
    start();
    if (m_open != kind) {
        close();
        m_open = kind;
        Part part = kind == Kind::Text ? Part(chat::TextPart())
                                       : Part(chat::ReasoningPart{.origin = m_origin});
        m_events.emplace_back(chat::event::PartOpened{m_parts++, std::move(part), 0});
    }
    const bool isText = field == Field::Text;
    if (isText)
        m_characters += charactersIn(delta);
    m_events.emplace_back(chat::event::PartGrew{m_parts - 1, field, delta, 0,
                                                isText ? std::nullopt : std::optional(m_origin)});
}

void PartStream::openCall(Part part)
{
    if (m_ended)
        return;
    start();
    close();
    m_open = Kind::Call;
    ++m_calls;
    const auto *call = part.as<chat::ToolCallPart>();
    m_callId = call->id;
    m_arguments = call->arguments;
    m_characters += charactersIn(call->name) + charactersIn(call->arguments);
    m_events.emplace_back(chat::event::PartOpened{m_parts++, std::move(part), 0});
}

void PartStream::growCall(const QByteArray &arguments)
{
    if (arguments.isEmpty() || m_open != Kind::Call || m_ended)
        return;
    m_arguments += arguments;
    m_characters += charactersIn(arguments);
    m_events.emplace_back(
        chat::event::PartGrew{m_parts - 1, Field::Arguments, arguments, 0, std::nullopt});
}

void PartStream::close()
{
    if (m_open != Kind::None && !m_ended)
        m_events.emplace_back(chat::event::PartClosed{m_parts - 1});
    m_open = Kind::None;
    m_arguments.clear();
}

bool PartStream::hasHalfCall() const
{
    return m_open == Kind::Call && !m_arguments.isEmpty() && !base::Json::parse(m_arguments);
}

void PartStream::finish(const chat::Usage &usage, chat::event::Finished finished)
{
    if (m_ended)
        return;
    start();
    close();
    if (!usage.isEmpty())
        m_events.emplace_back(chat::event::UsageChanged{usage});
    const bool isPlainEnd = finished.reason == chat::FinishReason::Unknown ||
                            finished.reason == chat::FinishReason::Stop;
    if (m_calls > 0 && isPlainEnd)
        finished.reason = chat::FinishReason::ToolCalls;
    m_events.emplace_back(std::move(finished));
    m_ended = true;
}

void PartStream::fail(base::Error error)
{
    if (m_ended)
        return;
    m_events.emplace_back(chat::event::Failed{std::move(error)});
    m_ended = true;
}

void PartStream::fail(const QString &why)
{
    fail(
        base::Error{.code = base::ErrorCode::UpstreamFailed, .detail = why, .upstreamStatus = 200});
}

chat::Usage PartStream::estimatedUsage() const
{
    chat::Usage usage{.isEstimated = true};
    usage.output = (m_characters + CharactersPerToken - 1) / CharactersPerToken;
    return usage;
}

} // namespace omni::wire

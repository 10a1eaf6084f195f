// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/streamreaders.h"

#include "core/wire/answerfacts.h"
#include "core/wire/requestfacts.h"

namespace omni::gateway {

using base::ErrorCode;

namespace {

base::Error faultyStream(const QString &fault)
{
    return {.code = ErrorCode::UpstreamFailed,
            .detail = QStringLiteral("the upstream sent ") + fault};
}

} // namespace

base::Error emptyAnswer()
{
    return {.code = ErrorCode::UpstreamFailed,
            .detail = QStringLiteral("empty_response: the upstream ended without an answer")};
}

RawStreamReader::RawStreamReader(const AnswerSpec &spec, net::Framing framing)
    : m_spec(spec)
    , m_framing(spec.client->framing())
    , m_keepsFrames(framing == m_framing)
    , m_frames(net::makeFrameReader(framing))
    , m_decoder(spec.upstream->streamDecoder())
{}

AnswerPiece RawStreamReader::feed(const QByteArray &data)
{
    AnswerPiece piece;
    for (const net::Frame &event : m_frames->feed(data)) {
        if (m_decoder->isEnded() || piece.error)
            break;
        relay(event, piece);
    }
    if (const QString fault = m_frames->fault(); !fault.isEmpty() && !piece.error)
        piece.error = faultyStream(fault);
    return piece;
}

void RawStreamReader::relay(const net::Frame &event, AnswerPiece &piece)
{
    if (event.isComment) {
        piece.bytes += event.raw;
        return;
    }
    m_sawEvent = true;
    if (m_isPastCommit) {
        // Nearly every event of a stream. The decoder has seen the text begin; that it grows
        // changes nothing there.
        const chat::Format format = m_spec.client->format();
        if (const auto delta = wire::readTextDelta(format, event.name, event.data)) {
            m_contentBytes += delta->textBytes;
            piece.hasContent = true;
            append(event, wire::patchModel(event.data, delta->spans, m_spec.encoding.model), piece);
            return;
        }
    }
    for (const chat::StreamEvent &decoded : m_decoder->decode(event.name, event.data)) {
        if (const auto *failed = std::get_if<chat::event::Failed>(&decoded)) {
            piece.error = failed->error;
            return;
        }
        note(decoded);
        piece.hasContent = piece.hasContent || chat::isContent(decoded);
    }
    m_isPastCommit = m_isPastCommit || piece.hasContent;
    piece.isEnd = m_decoder->isEnded();
    if (!m_spec.encoding.includeUsage &&
        wire::isUsageOnlyChunk(m_spec.client->format(), event.data))
        return;
    append(
        event,
        event.data.contains("\"model")
            ? wire::patchModelInAnswer(m_spec.client->format(), event.data, m_spec.encoding.model)
            : event.data,
        piece);
}

/// The event with this data; all around it as it came, where the client frames alike.
void RawStreamReader::append(const net::Frame &event, const QByteArray &data,
                             AnswerPiece &piece) const
{
    QByteArray &out = piece.bytes;
    const bool isLines = m_framing == net::Framing::Ndjson;
    // Data of several lines stands nowhere in one piece.
    const qsizetype at = m_keepsFrames ? event.raw.indexOf(event.data) : -1;
    if (at < 0 && isLines) {
        out.append(data).append('\n');
        return;
    }
    if (at < 0) {
        out.reserve(out.size() + data.size() + event.name.size() + 20);
        if (!event.name.isEmpty())
            out.append("event: ").append(event.name).append('\n');
        out.append("data: ").append(data).append("\n\n");
        return;
    }
    const QByteArrayView raw(event.raw);
    out.append(raw.first(at)).append(data).append(raw.sliced(at + event.data.size()));
    if (isLines)
        out += event.raw.endsWith('\n') ? "" : "\n";
    else if (!event.raw.endsWith("\n\n") && !event.raw.endsWith("\r\n\r\n") &&
             !event.raw.endsWith("\r\r"))
        out += event.raw.endsWith('\n') ? "\n" : "\n\n";
}

AnswerPiece RawStreamReader::finish()
{
    AnswerPiece piece;
    if (m_decoder->isEnded()) {
        piece.isEnd = true;
        return piece;
    }
    for (const net::Frame &event : m_frames->finish()) {
        if (!piece.error && !m_decoder->isEnded())
            relay(event, piece);
    }
    // A message that was cut off shows only here.
    if (const QString fault = m_frames->fault(); !fault.isEmpty() && !piece.error)
        piece.error = faultyStream(fault);
    if (piece.error || piece.isEnd)
        return piece;
    if (!m_sawEvent) {
        piece.error = emptyAnswer();
        return piece;
    }
    for (const chat::StreamEvent &decoded : m_decoder->finish()) {
        if (const auto *failed = std::get_if<chat::event::Failed>(&decoded)) {
            piece.error = failed->error;
            return piece;
        }
        note(decoded);
    }
    piece.isEnd = true;
    return piece;
}

TranslatedStreamReader::TranslatedStreamReader(const AnswerSpec &spec, net::Framing framing)
    : m_spec(spec)
    , m_frames(net::makeFrameReader(framing))
    , m_decoder(spec.upstream->streamDecoder())
    , m_encoder(spec.clientStreams ? spec.client->streamEncoder(spec.encoding) : nullptr)
    , m_tools(spec.renamedTools)
{
    if (spec.signatures)
        m_signatures.emplace(*spec.signatures);
    if (m_encoder && spec.alreadyStarted)
        (void)m_encoder->encode(*spec.alreadyStarted);
}

AnswerPiece TranslatedStreamReader::feed(const QByteArray &data)
{
    AnswerPiece piece;
    for (const net::Frame &event : m_frames->feed(data)) {
        if (m_isOver || piece.error)
            break;
        if (event.isComment)
            continue;
        m_sawEvent = true;
        take(m_decoder->decode(event.name, event.data), piece);
        if (m_decoder->isEnded() && !piece.error)
            end(piece);
    }
    if (const QString fault = m_frames->fault(); !fault.isEmpty() && !piece.error)
        piece.error = faultyStream(fault);
    return piece;
}

void TranslatedStreamReader::take(chat::StreamEvents events, AnswerPiece &piece)
{
    if (!m_spec.renamedTools.isEmpty())
        events = m_tools.restored(std::move(events));
    for (const chat::StreamEvent &event : events) {
        if (const auto *failed = std::get_if<chat::event::Failed>(&event)) {
            piece.error = failed->error;
            return;
        }
        note(event);
        if (m_signatures)
            m_signatures->see(event);
        piece.hasContent = piece.hasContent || chat::isContent(event);
        if (!m_encoder)
            m_whole.add(event);
        else if (!m_spec.alreadyStarted || !std::holds_alternative<chat::event::Started>(event))
            piece.bytes += m_encoder->encode(event);
    }
}

void TranslatedStreamReader::end(AnswerPiece &piece)
{
    m_isOver = true;
    piece.isEnd = true;
    if (m_encoder) {
        piece.bytes += m_encoder->finish();
        m_losses = m_encoder->losses();
        return;
    }
    chat::ChatResponse response = m_whole.response();
    if (response.choices.empty()) {
        piece.error = emptyAnswer();
        return;
    }
    wire::completeAnswer(response, m_spec.client->format(), m_spec.encoding);
    piece.bytes = m_spec.client->encodeResponse(response, &m_losses);
}

AnswerPiece TranslatedStreamReader::finish()
{
    AnswerPiece piece;
    if (m_isOver) {
        piece.isEnd = true;
        return piece;
    }
    for (const net::Frame &event : m_frames->finish()) {
        if (event.isComment || piece.error || m_decoder->isEnded())
            continue;
        m_sawEvent = true;
        take(m_decoder->decode(event.name, event.data), piece);
    }
    // A message that was cut off shows only here.
    if (const QString fault = m_frames->fault(); !fault.isEmpty() && !m_decoder->isEnded())
        piece.error = faultyStream(fault);
    else if (!m_sawEvent)
        piece.error = emptyAnswer();
    if (!piece.error && !m_decoder->isEnded())
        take(m_decoder->finish(), piece);
    if (!piece.error)
        end(piece);
    return piece;
}

} // namespace omni::gateway

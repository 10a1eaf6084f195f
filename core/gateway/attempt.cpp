// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/attempt.h"

#include "core/gateway/streamreaders.h"

namespace omni::gateway {

using base::ErrorCode;

namespace {

constexpr qsizetype KeptErrorBytes = 64 << 10;
constexpr qsizetype SniffBytes = 4 << 10;
constexpr int BadGateway = 502;

} // namespace

Attempt::Attempt(Listener &listener, Setup setup)
    : m_listener(listener)
    , m_setup(std::move(setup))
{}

void Attempt::send(net::HttpClient &client, const net::HttpRequest &request)
{
    m_reply = client.send(
        request,
        {.onHead = [this](int status, const net::HeaderList &headers) { onHead(status, headers); },
         .onData = [this](const QByteArray &data) { onData(data); },
         .onDone = [this] { onDone(); },
         .onError = [this](const base::Error &error) { onError(error); }});
}

void Attempt::setPaused(bool paused)
{
    if (m_reply && !m_isOver)
        m_reply->setPaused(paused);
}

void Attempt::onHead(int status, const net::HeaderList &headers)
{
    m_status = status;
    m_headers = headers;
}

void Attempt::onData(const QByteArray &data)
{
    if (m_isOver)
        return;
    if (!isGood()) {
        m_begin += data.left(std::max<qsizetype>(0, KeptErrorBytes - m_begin.size()));
        return;
    }
    if (m_reader)
        return deliver(m_reader->feed(data));
    m_begin += data;
    if (!chooseReader() || !m_reader)
        return;
    deliver(m_reader->feed(std::exchange(m_begin, {})));
}

bool Attempt::chooseReader()
{
    const BodyKind kind = sniffBody(m_begin);
    if (kind == BodyKind::Undecided && m_begin.size() <= SniffBytes)
        return true;
    if (const Reading reading = readingOf(kind, m_setup.spec); reading.isReadable) {
        m_reader = makeAnswerReader(m_setup.spec, reading.streamed);
        return true;
    }
    if (kind == BodyKind::WebPage) {
        fail({.code = ErrorCode::UpstreamFailed,
              .detail = QStringLiteral("it answered with a web page instead of JSON; "
                                       "check the account's base URL")});
        return false;
    }
    fail({.code = ErrorCode::UpstreamFailed,
          .detail = QStringLiteral("it answered with something that is neither JSON nor an event "
                                   "stream (content type %1)")
                        .arg(QString::fromLatin1(net::headerValue(m_headers, "content-type")))});
    return false;
}

void Attempt::onDone()
{
    if (m_isOver)
        return m_listener.onReleased();
    if (!isGood())
        return fail(statusError());
    if (!m_reader)
        return fail(emptyAnswer());
    AnswerPiece piece = m_reader->finish();
    if (!piece.error && !piece.isEnd)
        piece.error = emptyAnswer();
    const bool isGoodEnd = piece.isEnd && !piece.error;
    m_isOver = true;
    Listener &listener = m_listener;
    listener.onPiece(std::move(piece));
    // `this` is gone when the listener let go of a failed attempt.
    if (isGoodEnd)
        listener.onReleased();
}

void Attempt::onError(const base::Error &error)
{
    if (m_isOver)
        return m_listener.onReleased();
    // A refusal whose text was cut off is still a refusal.
    if (m_status != 0 && !isGood())
        return fail(statusError());
    fail(error);
}

void Attempt::deliver(AnswerPiece piece)
{
    if (piece.error || piece.isEnd)
        m_isOver = true;
    if (piece.error || piece.isEnd || !piece.bytes.isEmpty() || piece.hasContent)
        m_listener.onPiece(std::move(piece));
}

void Attempt::fail(base::Error error)
{
    m_isOver = true;
    if (error.upstreamStatus == 0 && m_status != 0)
        error.upstreamStatus = isGood() ? BadGateway : m_status;
    m_listener.onFailed(error);
}

base::Error Attempt::statusError() const
{
    if (m_status >= 300 && m_status < 400)
        return {.code = ErrorCode::UpstreamFailed,
                .detail = QStringLiteral("it answered with a redirect (%1), which is not followed; "
                                         "check the account's base URL")
                              .arg(m_status),
                .upstreamStatus = BadGateway};
    return m_setup.adapter->decodeError(*m_setup.provider, m_status, m_headers, m_begin,
                                        m_setup.now);
}

} // namespace omni::gateway

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/budgets.h"
#include "core/gateway/exchange.h"

#include "core/wire/statuscodes.h"

namespace omni::gateway {

using base::ErrorCode;

namespace {

constexpr qsizetype MostHeldBytes = 32 << 10;
constexpr std::chrono::seconds LongestHold{1};
constexpr std::chrono::seconds LongestLinger{2};
constexpr int ClientClosedRequest = 499;

QByteArray streamType(net::Framing framing)
{
    return framing == net::Framing::Ndjson ? QByteArrayLiteral("application/x-ndjson")
                                           : QByteArrayLiteral("text/event-stream");
}

} // namespace

void Exchange::onPiece(AnswerPiece piece)
{
    if (m_phase == Phase::Over)
        return;
    if (!m_firstPiece) {
        m_firstPiece = m_gateway.rooms().clock.now();
        m_firstByteWallMs = m_record.startedMs + sinceStartMs();
        m_record.firstByteMs = sinceStartMs();
    }
    const bool isPastCommit = m_phase == Phase::Answering;
    if (piece.error && !isPastCommit && !(m_facts.stream && piece.hasContent))
        return attemptFailed(*piece.error);
    if (!m_facts.stream) {
        if (piece.isEnd)
            answered(piece);
        return;
    }
    m_held += piece.bytes;
    if (!isPastCommit && (piece.hasContent || piece.isEnd || m_held.size() > MostHeldBytes)) {
        m_phase = Phase::Answering;
        begin(false);
        emit m_gateway.liveChanged();
    }
    if (m_phase != Phase::Answering)
        return;
    send(std::exchange(m_held, {}));
    if (m_phase == Phase::Over)
        return;
    if (piece.error) {
        const route::Candidate &candidate = m_plan.candidates.at(m_next - 1);
        closeAttemptRecord(usage::AttemptRecord::Outcome::Failed, &*piece.error);
        m_gateway.rooms().cooldowns.reportFailure(candidate.target.account, candidate.target.model,
                                                  *piece.error);
        return failClient(*piece.error);
    }
    if (piece.isEnd)
        answered(piece);
}

void Exchange::onFailed(const base::Error &error)
{
    if (m_phase == Phase::Over)
        return;
    if (m_phase == Phase::Answering)
        return onPiece({.error = error});
    attemptFailed(error);
}

void Exchange::onReleased()
{
    m_isReleased = true;
    if (m_phase == Phase::Over)
        m_gateway.queueSweep();
}

ReplySink::Headers Exchange::headers() const
{
    ReplySink::Headers headers;
    headers.reserve(8);
    headers.emplaceBack(QByteArrayLiteral("content-type"),
                        m_facts.stream && !m_array ? streamType(m_client->framing())
                                                   : QByteArrayLiteral("application/json"));
    headers.emplaceBack(QByteArrayLiteral("x-omniroute-trace-id"), m_request.requestId);
    if (m_tried == 0)
        return headers;
    headers.emplaceBack(QByteArrayLiteral("x-omniroute-attempts"), QByteArray::number(m_tried));
    if (m_attempt && !m_record.attempts.isEmpty()) {
        const usage::AttemptRecord &last = m_record.attempts.constLast();
        headers.emplaceBack(QByteArrayLiteral("x-omniroute-provider"), last.provider.toUtf8());
        headers.emplaceBack(QByteArrayLiteral("x-omniroute-model"), last.model);
        // A label is the user's text: header values are ASCII.
        headers.emplaceBack(QByteArrayLiteral("x-omniroute-account"),
                            last.account.toUtf8().toPercentEncoding(" @+()"));
        const QStringList losses = m_record.losses + last.losses;
        if (m_request.tellsLosses && !losses.isEmpty())
            headers.emplaceBack("x-omniroute-losses", lossHeader(losses));
    }
    return headers;
}

void Exchange::begin(bool flushNow)
{
    if (m_hasBegun)
        return;
    m_sink->beginStream(headers() << std::pair<QByteArray, QByteArray>{"cache-control", "no-cache"},
                        flushNow);
    m_hasBegun = true;
}

void Exchange::send(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_lastSent = m_gateway.rooms().clock.now();
    m_sink->sendChunk(m_array ? m_array->wrap(bytes) : bytes);
    // The client may have left inside the write.
    if (m_phase != Phase::Over && m_attempt && m_sink->isCongested())
        m_attempt->setPaused(true);
}

void Exchange::tick()
{
    const auto now = m_gateway.rooms().clock.now();
    if (m_phase == Phase::Over) {
        m_isReleased = m_isReleased || (m_over && now - *m_over > LongestLinger);
        return;
    }
    if (m_phase != Phase::Answering && now - m_started > m_gateway.budgets().of(m_facts.stream)) {
        const base::Error error{
            .code = ErrorCode::Timeout,
            .detail = QStringLiteral("no target answered within %1 s (setting %2)")
                          .arg(sinceStartMs() / 1000)
                          .arg(m_facts.stream ? QStringLiteral("gateway.streamBudgetSeconds")
                                              : QStringLiteral("gateway.plainBudgetSeconds"))};
        if (m_attempt)
            closeAttemptRecord(usage::AttemptRecord::Outcome::Failed, &error);
        return failClient(error);
    }
    if (m_phase == Phase::Waiting && m_waitUntil && now >= *m_waitUntil) {
        m_waitUntil.reset();
        plan();
        if (m_phase == Phase::Over)
            return;
    }
    if (!m_facts.stream)
        return;
    if (m_phase == Phase::Trying && m_firstPiece && now - *m_firstPiece > LongestHold)
        flushStartFrame();
    if (now - m_lastSent >= m_gateway.budgets().ping && !m_sink->isCongested())
        ping();
}

/// The start frame alone goes out: should the attempt still fail, the next one goes on behind it.
void Exchange::flushStartFrame()
{
    const AnswerReader *reader = m_attempt ? m_attempt->reader() : nullptr;
    if (m_held.isEmpty() || m_sentStart || !reader || !reader->started() || reader->hasOpenedPart())
        return;
    m_sentStart = reader->started();
    begin(false);
    send(std::exchange(m_held, {}));
}

void Exchange::ping()
{
    begin(true);
    send(m_client->encodePing(m_phase == Phase::Answering || m_sentStart));
}

void Exchange::answered(const AnswerPiece &piece)
{
    const route::Candidate &candidate = m_plan.candidates.at(m_next - 1);
    const Rooms &rooms = m_gateway.rooms();
    rooms.cooldowns.reportSuccess(candidate.target.account, candidate.target.model);
    rooms.accounts.noteUsed(candidate.target.account);
    closeAttemptRecord(usage::AttemptRecord::Outcome::Answered, nullptr);
    constexpr int Ok = 200;
    keepAnswer(piece.bytes);
    // Whoever leaves during the last write has his answer.
    m_sink->onGone(nullptr);
    if (m_array)
        m_sink->sendChunk(m_array->end());
    if (m_facts.stream)
        m_sink->endStream();
    else
        m_sink->sendWhole(Ok, headers(), m_compacting ? compacted(piece.bytes) : piece.bytes);
    finish(Ok, std::nullopt);
}

void Exchange::failClient(const base::Error &error)
{
    const int status = wire::clientStatus(error, m_request.dialect);
    m_sink->onGone(nullptr);
    if (m_hasBegun) {
        sendStreamError(error, status);
        m_sink->abortStream();
    } else {
        // The error's own type, whatever was asked for.
        ReplySink::Headers sent = headers();
        sent.front().second = "application/json";
        if (error.retryAfter) {
            const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter);
            sent.emplaceBack("retry-after", QByteArray::number(qint64(seconds.count())));
        }
        const QByteArray body = m_client->encodeError(error, status, m_request.requestId);
        m_sink->sendWhole(status, sent, m_array ? '[' + body + ']' : body);
    }
    m_attempt.reset();
    finish(status, error);
}

void Exchange::sendStreamError(const base::Error &error, int status)
{
    QByteArray event = m_attempt ? m_attempt->failure(error, status) : QByteArray();
    if (event.isEmpty())
        event = m_client->encodeStreamError(error, status, m_request.requestId);
    m_sink->sendChunk(m_array ? m_array->wrap(event) + m_array->end() : event);
}

void Exchange::clientGone()
{
    if (m_phase == Phase::Over)
        return;
    const base::Error error{.code = ErrorCode::Cancelled,
                            .detail = QStringLiteral("the client went away")};
    if (m_attempt)
        closeAttemptRecord(usage::AttemptRecord::Outcome::Cancelled, &error);
    finish(ClientClosedRequest, error);
    m_attempt.reset();
}

void Exchange::cancel()
{
    if (m_phase == Phase::Over)
        return;
    const base::Error error{.code = ErrorCode::Cancelled,
                            .detail = QStringLiteral("cancelled in OmniRoute")};
    if (m_attempt)
        closeAttemptRecord(usage::AttemptRecord::Outcome::Cancelled, &error);
    failClient(error);
}

} // namespace omni::gateway

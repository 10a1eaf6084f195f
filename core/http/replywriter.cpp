// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/replywriter.h"

#include "core/base/log.h"

namespace omni::http {

namespace {

/// Larger bodies are written on their own instead of being copied behind their head.
constexpr qsizetype OneWriteBytes = 64 << 10;

void appendChunk(QByteArray &out, const QByteArray &bytes, bool chunked)
{
    if (!chunked) {
        out += bytes;
        return;
    }
    char digits[16];
    int at = int(sizeof digits);
    for (auto size = quint64(bytes.size()); size > 0; size >>= 4)
        digits[--at] = "0123456789abcdef"[size & 15];
    out.append(digits + at, int(sizeof digits) - at);
    out += "\r\n";
    out += bytes;
    out += "\r\n";
}

} // namespace

ReplyWriter::ReplyWriter(ConnectionGuard &guard, const Limits &limits, AnswerFacts facts,
                         chat::Format dialect)
    : m_guard(&guard)
    , m_limits(limits)
    , m_facts(std::move(facts))
    , m_dialect(dialect)
{
    guard.attach(this);
}

ReplyWriter::~ReplyWriter()
{
    if (!m_guard || m_stage == Stage::Over)
        return;
    m_onGone = nullptr;
    if (m_stage == Stage::Streaming) {
        abortStream();
        return;
    }
    qCCritical(lcHttp, "A request was dropped without an answer");
    m_stage = Stage::Fresh;
    sendError({.code = base::ErrorCode::Internal, .detail = u"The gateway gave no answer."_qs},
              500);
}

void ReplyWriter::settle()
{
    m_facts.keepAlive = m_facts.keepAlive && !m_guard->closesAfterAnswer();
}

ConnectionGuard *ReplyWriter::release()
{
    m_stage = Stage::Over;
    m_onGone = nullptr;
    m_onDrained = nullptr;
    m_guard->detach();
    return std::exchange(m_guard, nullptr);
}

void ReplyWriter::sendWhole(int status, const Headers &headers, const QByteArray &body)
{
    if (!m_guard || m_stage != Stage::Fresh)
        return;
    settle();
    const bool reusable = m_facts.keepAlive;
    const bool apart = body.size() > OneWriteBytes && !m_facts.headOnly;
    const QByteArray first = apart
                                 ? answerHead(status, m_facts, headers, Length::Known, body.size())
                                 : wholeAnswer(status, m_facts, headers, body);
    ConnectionGuard *guard = release();
    guard->send(first);
    if (apart)
        guard->send(body);
    guard->answerDone(reusable);
}

void ReplyWriter::sendError(const base::Error &error, int status)
{
    if (!m_guard || m_stage != Stage::Fresh)
        return;
    settle();
    const bool reusable = m_facts.keepAlive;
    const QByteArray answer = errorAnswer(m_dialect, error, status, m_facts);
    ConnectionGuard *guard = release();
    guard->send(answer);
    guard->answerDone(reusable);
}

void ReplyWriter::beginStream(const Headers &headers, bool flushNow)
{
    if (!m_guard || m_stage != Stage::Fresh)
        return;
    settle();
    m_head = answerHead(200, m_facts, headers, Length::Chunked);
    m_stage = Stage::HeadHeld;
    if (!flushNow)
        return;
    m_stage = Stage::Streaming;
    m_guard->send(std::exchange(m_head, {}));
}

void ReplyWriter::sendChunk(const QByteArray &bytes)
{
    if (!m_guard || bytes.isEmpty() || m_facts.headOnly)
        return;
    if (m_stage != Stage::HeadHeld && m_stage != Stage::Streaming)
        return;
    m_stage = Stage::Streaming;
    QByteArray out = std::exchange(m_head, {});
    out.reserve(out.size() + bytes.size() + 20);
    appendChunk(out, bytes, m_facts.chunkable);
    m_guard->send(out);
}

void ReplyWriter::endStream()
{
    if (!m_guard || (m_stage != Stage::HeadHeld && m_stage != Stage::Streaming))
        return;
    QByteArray out = std::exchange(m_head, {});
    if (m_facts.chunkable)
        out += "0\r\n\r\n";
    const bool reusable = m_facts.keepAlive && m_facts.chunkable;
    ConnectionGuard *guard = release();
    guard->send(out);
    guard->answerDone(reusable);
}

void ReplyWriter::abortStream()
{
    if (!m_guard || m_stage == Stage::Over)
        return;
    const QByteArray out = std::exchange(m_head, {});
    ConnectionGuard *guard = release();
    guard->send(out);
    guard->answerDone(false);
}

bool ReplyWriter::isCongested() const
{
    const bool congested = m_guard && m_guard->unsentBytes() > m_limits.congestedAbove;
    m_wasCongested = m_wasCongested || congested;
    return congested;
}

void ReplyWriter::clientGone()
{
    m_guard = nullptr;
    m_stage = Stage::Over;
    m_onDrained = nullptr;
    if (const auto callback = std::exchange(m_onGone, nullptr))
        callback();
}

void ReplyWriter::bytesLeft()
{
    if (!m_wasCongested || m_guard->unsentBytes() >= m_limits.drainedBelow)
        return;
    m_wasCongested = false;
    // A copy: the callback may set another, or end the answer.
    if (const auto callback = m_onDrained)
        callback();
}

} // namespace omni::http

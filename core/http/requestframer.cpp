// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/requestframer.h"

namespace omni::http {

void RequestFramer::fail(FrameFault fault)
{
    m_fault = fault;
    m_stage = Stage::Failed;
}

qsizetype RequestFramer::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    switch (m_stage) {
    case Stage::Head:
        used = m_scanner.feed(bytes, m_head);
        if (m_scanner.state() == HeadScanner::State::Failed)
            fail(m_scanner.fault());
        else if (m_scanner.state() == HeadScanner::State::Complete)
            m_stage = Stage::Admission;
        // Declared too large: said before a byte of it is read.
        if (m_stage == Stage::Admission && m_head.contentLength > m_limits.bodyBytes)
            fail(FrameFault::BodyTooLarge);
        break;
    case Stage::Body:
        if (isChunked()) {
            used = m_chunks.feed(bytes, m_body);
            if (m_chunks.fault() != FrameFault::None)
                fail(m_chunks.fault());
            else if (m_chunks.isDone())
                m_stage = Stage::Complete;
        } else {
            used = qsizetype(std::min<qint64>(bytes.size(), bodyLeft()));
            m_body.append(bytes.first(used));
            if (bodyLeft() == 0)
                m_stage = Stage::Complete;
        }
        break;
    case Stage::Admission:
    case Stage::Complete:
    case Stage::Failed:
        break;
    }
    return used;
}

void RequestFramer::startBody()
{
    Q_ASSERT(m_stage == Stage::Admission);
    m_stage = m_head.body == RequestHead::Body::None ? Stage::Complete : Stage::Body;
    // Address space only: the pages are touched when the bytes have really come.
    if (m_head.body == RequestHead::Body::Length)
        m_body.reserve(qsizetype(m_head.contentLength));
}

qint64 RequestFramer::bodyLeft() const
{
    return isChunked() ? 0 : m_head.contentLength - m_body.size();
}

char *RequestFramer::bodyRoom(qint64 count)
{
    const qsizetype old = m_body.size();
    m_body.resize(old + qsizetype(count));
    return m_body.data() + old;
}

void RequestFramer::bodyRead(qint64 room, qint64 count)
{
    m_body.chop(qsizetype(room - count));
    if (bodyLeft() == 0)
        m_stage = Stage::Complete;
}

QByteArray RequestFramer::takeBody()
{
    return std::exchange(m_body, {});
}

void RequestFramer::next()
{
    m_scanner.reset();
    m_chunks.reset();
    m_head.clear();
    m_body = {};
    m_stage = Stage::Head;
    m_fault = FrameFault::None;
}

} // namespace omni::http

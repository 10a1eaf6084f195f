// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/framefault.h"
#include "core/http/limits.h"
#include "core/http/requesthead.h"

namespace omni::http {

/// Reads the head of a request strictly and byte by byte if need be: the same bytes give the same
/// verdict however they were cut. No sockets, no clock.
class HeadScanner
{
public:
    enum class State
    {
        Reading,
        Complete,
        Failed
    };

    explicit HeadScanner(const Limits &limits)
        : m_limits(limits)
    {}

    /// Appends to `head.bytes` what belongs to the head and returns how many bytes that were.
    qsizetype feed(QByteArrayView bytes, RequestHead &head);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] FrameFault fault() const { return m_fault; }
    [[nodiscard]] bool hasStarted() const { return m_started; }
    void reset();

private:
    void fail(FrameFault fault);
    void takeLine(RequestHead &head, quint32 end);
    void takeRequestLine(RequestHead &head, QByteArrayView line);
    void takeTarget(RequestHead &head, quint32 at, quint32 size);
    void takeField(RequestHead &head, QByteArrayView line);
    void takeKnownField(RequestHead &head, QByteArrayView name, RequestHead::Span valueSpan);
    void takeLength(RequestHead &head, QByteArrayView value);
    void takeEncoding(QByteArrayView value);
    void finish(RequestHead &head);

    const Limits &m_limits;
    State m_state = State::Reading;
    FrameFault m_fault = FrameFault::None;
    quint32 m_lineStart = 0;
    bool m_started = false;
    bool m_haveRequestLine = false;
    int m_hosts = 0;
    int m_lengths = 0;
    int m_encodings = 0;
    bool m_encodingIsChunked = false;
    bool m_encodingIsList = false;
    bool m_close = false;
    bool m_keepAlive = false;
};

/// Content-Length's grammar: digits alone, at most 2^53.
[[nodiscard]] bool parseLength(QByteArrayView text, qint64 &value);
/// A field name by RFC 9110 (a token).
[[nodiscard]] bool isToken(QByteArrayView text);
/// No control characters but tab.
[[nodiscard]] bool isFieldValue(QByteArrayView text);

} // namespace omni::http

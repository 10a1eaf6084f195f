// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/chunkdecoder.h"
#include "core/http/headscanner.h"

namespace omni::http {

/// Cuts the bytes of a connection into requests: one head, then its body. Pure: bytes in, state
/// out, so that it can be fed anything from anywhere.
class RequestFramer
{
public:
    enum class Stage
    {
        Head,
        Admission, ///< the head is complete; call `startBody` to go on
        Body,
        Complete, ///< call `next` to go on
        Failed
    };

    explicit RequestFramer(const Limits &limits)
        : m_limits(limits)
        , m_scanner(limits)
        , m_chunks(limits)
    {}

    /// Takes bytes until the stage changes; returns how many were used.
    qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] FrameFault fault() const { return m_fault; }
    /// A request has begun that is not complete.
    [[nodiscard]] bool hasStarted() const { return m_scanner.hasStarted(); }
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] bool isChunked() const { return m_head.body == RequestHead::Body::Chunked; }

    void startBody();
    /// Bytes of a body of declared length that are still to come; 0 for a chunked one.
    [[nodiscard]] qint64 bodyLeft() const;
    /// Room at the end of such a body for `count` bytes (at most `bodyLeft()`), to be filled by the
    /// caller; then `bodyRead` says how many there are. Saves a copy.
    [[nodiscard]] char *bodyRoom(qint64 count);
    void bodyRead(qint64 room, qint64 count);
    [[nodiscard]] QByteArray takeBody();

    void next();

private:
    void fail(FrameFault fault);

    const Limits &m_limits;
    HeadScanner m_scanner;
    ChunkDecoder m_chunks;
    RequestHead m_head;
    QByteArray m_body;
    Stage m_stage = Stage::Head;
    FrameFault m_fault = FrameFault::None;
};

} // namespace omni::http

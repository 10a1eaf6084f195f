// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/framefault.h"
#include "core/http/limits.h"

namespace omni::http {

/// Takes the chunked framing off a request body, however the bytes are cut. Extensions are
/// skipped, trailers are checked and thrown away.
class ChunkDecoder
{
public:
    explicit ChunkDecoder(const Limits &limits)
        : m_limits(limits)
    {}

    /// Appends the data to `body`; returns how many bytes were used (all, unless it ended).
    qsizetype feed(QByteArrayView bytes, QByteArray &body);
    [[nodiscard]] bool isDone() const { return m_stage == Stage::Done; }
    [[nodiscard]] FrameFault fault() const { return m_fault; }
    void reset();

private:
    enum class Stage
    {
        SizeLine,
        Data,
        DataEnd,
        Trailer,
        Done
    };

    /// One line without its CR LF is in m_line. False while it is not complete.
    bool readLine(QByteArrayView bytes, qsizetype &used, qsizetype limit);
    void takeSize(const QByteArray &body);
    void takeTrailer();

    const Limits &m_limits;
    Stage m_stage = Stage::SizeLine;
    FrameFault m_fault = FrameFault::None;
    QByteArray m_line;
    qint64 m_left = 0;
    qsizetype m_trailerBytes = 0;
};

} // namespace omni::http

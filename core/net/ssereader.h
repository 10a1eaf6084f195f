// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/framereader.h"

#include <QVarLengthArray>

namespace omni::net {

/// Splits a byte stream into events: CR, LF, CRLF, BOM, split UTF-8 (invalid bytes become U+FFFD in
/// `data`), several `data:` lines, a last event without its blank line. The events are the same
/// however the bytes are cut; each byte is looked at once.
class SseReader final : public FrameReader
{
public:
    enum class Mode
    {
        Sse,
        Ndjson
    };

    explicit SseReader(Mode mode = Mode::Sse)
        : m_mode(mode)
    {}

    [[nodiscard]] QList<Frame> feed(QByteArrayView bytes) override;
    [[nodiscard]] QList<Frame> finish() override;
    [[nodiscard]] QString fault() const override;

private:
    /// A piece of the block that is being read, counted from the block's first byte.
    struct Span
    {
        qsizetype from = 0;
        qsizetype size = 0;
    };

    void scan(QByteArrayView bytes, QList<Frame> *events, bool atEnd);
    void readLine(const char *block, Span line);
    void endBlock(QByteArrayView block, QList<Frame> *events);
    [[nodiscard]] QByteArray joinData(const char *block) const;

    Mode m_mode;
    bool m_atStart = true;
    bool m_overflown = false;
    bool m_afterLoneCr = false; ///< the last line ended in CR without LF
    bool m_hasLines = false;    ///< the block holds more than blank lines
    QByteArray m_buffer;        ///< the unfinished block
    qsizetype m_line = 0;       ///< where its unfinished line starts
    qsizetype m_scanned = 0;    ///< no line end before this
    qsizetype m_used = 0;       ///< bytes of finished blocks in the last scan
    QVarLengthArray<Span, 4> m_data;
    Span m_name;
    Span m_id;
    QByteArray m_lastName; ///< streams repeat few names: share one copy
};

} // namespace omni::net

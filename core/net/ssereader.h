// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QVarLengthArray>

namespace omni::net {

/// One event of a stream. For NDJSON `data` is the line and the other fields are empty.
struct SseEvent
{
    QByteArray name;
    QByteArray data;
    QByteArray id;
    /// The bytes of the event as they came, blank line included; for pass-through. Blank lines
    /// between two events belong to the second one. A byte order mark is left out.
    QByteArray raw;
    /// Nothing to decode (a comment, or a block without any `data` field): only `raw` is set.
    bool isComment = false;
    bool operator==(const SseEvent &) const = default;
};

/// Splits a byte stream into events: CR, LF, CRLF, BOM, split UTF-8 (invalid bytes become U+FFFD in
/// `data`), several `data:` lines, a last event without its blank line. The events are the same
/// however the bytes are cut; each byte is looked at once.
class SseReader
{
public:
    enum class Mode
    {
        Sse,
        Ndjson
    };
    static constexpr qsizetype MaxEventBytes = 32 << 20;

    explicit SseReader(Mode mode = Mode::Sse)
        : m_mode(mode)
    {}

    /// The events completed by these bytes. Empty and `isOverflown()` when one event is too large.
    [[nodiscard]] QList<SseEvent> feed(QByteArrayView bytes);
    /// The connection ended: the last event, if it was not closed by a blank line.
    [[nodiscard]] QList<SseEvent> finish();
    [[nodiscard]] bool isOverflown() const { return m_overflown; }

private:
    /// A piece of the block that is being read, counted from the block's first byte.
    struct Span
    {
        qsizetype from = 0;
        qsizetype size = 0;
    };

    void scan(QByteArrayView bytes, QList<SseEvent> *events, bool atEnd);
    void readLine(const char *block, Span line);
    void endBlock(QByteArrayView block, QList<SseEvent> *events);
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

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace omni::net {

/// One event of a stream. For NDJSON `data` is the line and the other fields are empty.
struct SseEvent
{
    QByteArray name;
    QByteArray data;
    QByteArray id;
    /// The bytes of the event as they came, blank line included; for pass-through.
    QByteArray raw;
    bool isComment = false; ///< a keep-alive: only `raw` is set
    bool operator==(const SseEvent &) const = default;
};

/// Splits a byte stream into events: CR, LF, CRLF, BOM, split UTF-8 (invalid bytes become U+FFFD in
/// `data`), several `data:` lines, a last event without its blank line.
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
    [[nodiscard]] QList<SseEvent> takeComplete();
    [[nodiscard]] static SseEvent parse(QByteArrayView block, Mode mode);

    Mode m_mode;
    QByteArray m_buffer;
    qsizetype m_scanned = 0;
    bool m_atStart = true;
    bool m_overflown = false;
};

} // namespace omni::net

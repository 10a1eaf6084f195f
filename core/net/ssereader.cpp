// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/ssereader.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace omni::net {

namespace {

constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

/// Where the next CR and LF stand. Each is searched again only when it lies behind, so that a
/// stream without CR is not searched for one at every line.
class LineEnds
{
public:
    LineEnds(QByteArrayView bytes, bool withCr)
        : m_bytes(bytes)
        , m_cr(withCr ? -1 : bytes.size())
    {}

    qsizetype nextAfter(qsizetype from)
    {
        if (m_lf < from)
            m_lf = find('\n', from);
        if (m_cr < from)
            m_cr = find('\r', from);
        return std::min(m_lf, m_cr);
    }

private:
    [[nodiscard]] qsizetype find(char c, qsizetype from) const
    {
        if (from >= m_bytes.size())
            return m_bytes.size();
        const void *hit = std::memchr(m_bytes.data() + from, c, size_t(m_bytes.size() - from));
        return hit ? static_cast<const char *>(hit) - m_bytes.data() : m_bytes.size();
    }

    QByteArrayView m_bytes;
    qsizetype m_lf = -1;
    qsizetype m_cr;
};

} // namespace

QList<Frame> SseReader::feed(QByteArrayView bytes)
{
    QList<Frame> events;
    if (m_overflown || bytes.isEmpty())
        return events;
    if (m_buffer.isEmpty()) {
        scan(bytes, &events, false);
        m_buffer.append(bytes.sliced(m_used));
    } else {
        m_buffer.append(bytes);
        scan(m_buffer, &events, false);
        m_buffer.remove(0, m_used);
    }
    if (m_overflown) {
        events.clear();
        m_buffer = {};
    }
    return events;
}

QList<Frame> SseReader::finish()
{
    QList<Frame> events;
    if (m_overflown)
        return events;
    const QByteArray rest = std::exchange(m_buffer, {});
    scan(rest, &events, true);
    const QByteArrayView open = QByteArrayView(rest).sliced(m_used);
    if (m_line < open.size())
        readLine(open.data(), {m_line, open.size() - m_line});
    if (m_hasLines && !open.isEmpty())
        endBlock(open, &events);
    return events;
}

/// Reads lines from `m_scanned` on. `bytes` starts with the unfinished block; `m_used` says
/// afterwards how many bytes belong to finished ones.
void SseReader::scan(QByteArrayView bytes, QList<Frame> *events, bool atEnd)
{
    const qsizetype size = bytes.size();
    m_used = 0;
    if (m_atStart) {
        if (!atEnd && size < ByteOrderMark.size() && ByteOrderMark.startsWith(bytes))
            return;
        if (bytes.startsWith(ByteOrderMark))
            m_used = ByteOrderMark.size();
        m_atStart = false;
    }
    const bool ndjson = m_mode == Mode::Ndjson;
    LineEnds ends(bytes, !ndjson);
    // Inside this function positions count from the start of `bytes`.
    qsizetype line = m_used + m_line;
    qsizetype from = m_used + m_scanned;
    for (qsizetype end; (end = ends.nextAfter(from)) < size; from = line) {
        const bool isBlank = end == line;
        qsizetype next = end + 1;
        bool isLoneCr = false;
        if (bytes[end] == '\r') {
            // Among lines that end in CR a blank one is complete at once: waiting for an LF
            // that never comes would hold back each event until the next one.
            const bool complete = isBlank && m_afterLoneCr;
            if (!complete && next == size && !atEnd)
                break;
            isLoneCr = complete || next == size || bytes[next] != '\n';
            if (!isLoneCr)
                ++next;
        }
        m_afterLoneCr = isLoneCr;
        if (!isBlank)
            readLine(bytes.data() + m_used, {line - m_used, end - line});
        if (m_hasLines && (isBlank || ndjson)) {
            endBlock(bytes.sliced(m_used, next - m_used), events);
            m_used = next;
        }
        line = next;
    }
    m_line = line - m_used;
    m_scanned = std::min(ends.nextAfter(from), size) - m_used;
    if (size - m_used > MaxFrameBytes)
        m_overflown = true;
}

void SseReader::readLine(const char *block, Span line)
{
    const QByteArrayView text(block + line.from, line.size);
    if (m_mode == Mode::Ndjson) {
        if (text.endsWith('\r'))
            --line.size;
        if (line.size > 0) {
            m_data.append(line);
            m_hasLines = true;
        }
        return;
    }
    m_hasLines = true;
    // Only the names that matter are looked at: an unknown field costs one comparison.
    Span value = line;
    const auto isField = [&](QByteArrayView name) {
        if (!text.startsWith(name))
            return false;
        qsizetype skip = name.size();
        if (text.size() > skip) {
            if (text[skip] != ':')
                return false;
            ++skip;
            if (text.size() > skip && text[skip] == ' ')
                ++skip;
        }
        value = {line.from + skip, line.size - skip};
        return true;
    };
    if (isField("data"))
        m_data.append(value);
    else if (isField("event"))
        m_name = value;
    else if (isField("id"))
        m_id = value;
}

void SseReader::endBlock(QByteArrayView block, QList<Frame> *events)
{
    if (block.size() > MaxFrameBytes) {
        m_overflown = true;
    } else {
        Frame event;
        event.raw = block.toByteArray();
        event.isComment = m_data.isEmpty();
        if (!event.isComment) {
            event.data = joinData(block.data());
            const QByteArrayView name = block.sliced(m_name.from, m_name.size);
            if (name != m_lastName)
                m_lastName = name.toByteArray();
            event.name = m_lastName;
            if (m_id.size > 0)
                event.id = block.sliced(m_id.from, m_id.size).toByteArray();
        }
        events->append(std::move(event));
    }
    m_data.clear();
    m_name = {};
    m_id = {};
    m_hasLines = false;
}

QByteArray SseReader::joinData(const char *block) const
{
    QByteArray data;
    if (m_data.size() == 1) {
        data = QByteArray(block + m_data[0].from, m_data[0].size);
    } else {
        qsizetype size = 0;
        for (const Span &span : m_data)
            size += span.size + 1;
        data.reserve(size);
        for (const Span &span : m_data) {
            if (&span != &m_data[0])
                data.append('\n');
            data.append(block + span.from, span.size);
        }
    }
    if (!data.isValidUtf8())
        data = QString::fromUtf8(data).toUtf8();
    return data;
}

QString SseReader::fault() const
{
    return m_overflown ? QStringLiteral("one event of more than 32 MiB") : QString();
}

} // namespace omni::net

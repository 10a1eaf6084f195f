// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/jsonarrayreader.h"

#include <QString>

namespace omni::net {

namespace {

constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

QList<Frame> JsonArrayReader::feed(QByteArrayView bytes)
{
    QList<Frame> frames;
    if (m_overflown || bytes.isEmpty())
        return frames;
    if (m_buffer.isEmpty()) {
        scan(bytes, &frames);
        m_buffer.append(bytes.sliced(m_used));
    } else {
        m_buffer.append(bytes);
        scan(m_buffer, &frames);
        m_buffer.remove(0, m_used);
    }
    m_scanned -= m_used;
    m_begin -= m_used;
    if (m_state == State::Behind) {
        m_buffer = {};
        m_scanned = 0;
    }
    if (m_overflown || m_buffer.size() > MaxFrameBytes) {
        m_overflown = true;
        frames.clear();
        m_buffer = {};
    }
    return frames;
}

QList<Frame> JsonArrayReader::finish()
{
    QList<Frame> frames;
    if (m_overflown || m_buffer.isEmpty())
        return frames;
    m_used = 0;
    const QByteArray rest = std::exchange(m_buffer, {});
    // Half an element is none; a number or a word may be whole.
    if (m_state == State::Element && m_isBare)
        addElement(rest, rest.size(), &frames);
    return frames;
}

QString JsonArrayReader::fault() const
{
    return m_overflown ? QStringLiteral("one element of more than 32 MiB") : QString();
}

void JsonArrayReader::scan(QByteArrayView bytes, QList<Frame> *frames)
{
    m_used = 0;
    qsizetype at = m_scanned;
    while (at < bytes.size() && !m_overflown) {
        const char c = bytes[at];
        if (m_state == State::Element) {
            // A bare element's end mark belongs to what follows.
            const bool bare = m_isBare;
            if (isEnd(c))
                addElement(bytes, bare ? at : at + 1, frames);
            at += bare && m_state != State::Element ? 0 : 1;
            continue;
        }
        ++at;
        if (m_state == State::Behind || isSpace(c))
            continue;
        if (m_state == State::Start && ByteOrderMark.contains(c))
            continue;
        if (m_state == State::Start && c == '[') {
            m_state = State::Between;
        } else if (m_state == State::Between && c == ']') {
            m_state = State::Behind;
        } else if (m_state == State::Start || c != ',') {
            m_isSingle = m_state == State::Start;
            begin(c, at - 1);
        }
    }
    m_scanned = at;
}

void JsonArrayReader::begin(char c, qsizetype at)
{
    m_state = State::Element;
    m_begin = at;
    m_inString = c == '"';
    m_isEscaped = false;
    m_depth = c == '{' || c == '[' ? 1 : 0;
    m_isBare = !m_inString && m_depth == 0;
}

bool JsonArrayReader::isEnd(char c)
{
    if (m_inString) {
        if (m_isEscaped)
            m_isEscaped = false;
        else if (c == '\\')
            m_isEscaped = true;
        else if (c == '"')
            m_inString = false;
        return !m_inString && m_depth == 0;
    }
    if (m_isBare)
        return c == ',' || c == ']' || isSpace(c);
    if (c == '"')
        m_inString = true;
    else if (c == '{' || c == '[')
        ++m_depth;
    else if (c == '}' || c == ']')
        --m_depth;
    return m_depth == 0 && !m_inString;
}

void JsonArrayReader::addElement(QByteArrayView bytes, qsizetype end, QList<Frame> *frames)
{
    m_state = m_isSingle ? State::Behind : State::Between;
    Frame frame;
    frame.data = bytes.sliced(m_begin, end - m_begin).toByteArray();
    if (frame.data.size() > MaxFrameBytes)
        m_overflown = true;
    if (!frame.data.isValidUtf8())
        frame.data = QString::fromUtf8(frame.data).toUtf8();
    frame.raw = bytes.sliced(m_used, end - m_used).toByteArray();
    m_used = end;
    frames->append(std::move(frame));
}

} // namespace omni::net

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/chunkdecoder.h"

#include "core/http/headscanner.h"

namespace omni::http {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr int MaxSizeDigits = 8;

} // namespace

void ChunkDecoder::reset()
{
    m_stage = Stage::SizeLine;
    m_fault = FrameFault::None;
    m_line.resize(0);
    m_left = 0;
    m_trailerBytes = 0;
}

bool ChunkDecoder::readLine(QByteArrayView bytes, qsizetype &used, qsizetype limit)
{
    const QByteArrayView rest = bytes.sliced(used);
    const qsizetype end = rest.indexOf('\n');
    const qsizetype piece = end < 0 ? rest.size() : end + 1;
    const FrameFault wrong =
        m_stage == Stage::Trailer ? FrameFault::BadTrailer : FrameFault::BadChunk;
    if (m_line.size() + piece > limit) {
        m_fault = wrong;
        return false;
    }
    m_line.append(rest.first(piece));
    used += piece;
    if (end < 0)
        return false;
    if (!m_line.endsWith("\r\n")) {
        m_fault = wrong;
        return false;
    }
    m_line.chop(2);
    return true;
}

qsizetype ChunkDecoder::feed(QByteArrayView bytes, QByteArray &body)
{
    qsizetype used = 0;
    while (used < bytes.size() && m_fault == FrameFault::None && m_stage != Stage::Done) {
        switch (m_stage) {
        case Stage::SizeLine:
            if (readLine(bytes, used, m_limits.chunkLineBytes))
                takeSize(body);
            break;
        case Stage::Data: {
            const qsizetype piece = std::min(bytes.size() - used, qsizetype(m_left));
            body.append(bytes.sliced(used, piece));
            used += piece;
            m_left -= piece;
            if (m_left == 0)
                m_stage = Stage::DataEnd;
            break;
        }
        case Stage::DataEnd:
            // Exactly CR LF, one byte at a time: anything else is seen at its first byte.
            m_line.append(bytes[used++]);
            if (m_line == "\r\n") {
                m_line.resize(0);
                m_stage = Stage::SizeLine;
            } else if (m_line != "\r") {
                m_fault = FrameFault::BadChunk;
            }
            break;
        case Stage::Trailer:
            if (readLine(bytes, used, m_limits.trailerBytes - m_trailerBytes))
                takeTrailer();
            break;
        case Stage::Done:
            break;
        }
    }
    return used;
}

void ChunkDecoder::takeSize(const QByteArray &body)
{
    qint64 size = 0;
    int digits = 0;
    while (digits < m_line.size() && hexValue(m_line[digits]) >= 0) {
        size = size * 16 + hexValue(m_line[digits]);
        if (++digits > MaxSizeDigits)
            break;
    }
    const QByteArrayView rest = trimmedBlanks(QByteArrayView(m_line).sliced(digits));
    if (digits == 0 || digits > MaxSizeDigits || !isFieldValue(m_line) ||
        (rest.isEmpty() ? digits != m_line.size() : !rest.startsWith(';'))) {
        m_fault = FrameFault::BadChunk;
        return;
    }
    if (size > m_limits.bodyBytes - body.size()) {
        m_fault = FrameFault::BodyTooLarge;
        return;
    }
    m_line.resize(0);
    m_left = size;
    m_stage = size == 0 ? Stage::Trailer : Stage::Data;
}

void ChunkDecoder::takeTrailer()
{
    if (m_line.isEmpty()) {
        m_stage = Stage::Done;
        return;
    }
    const qsizetype colon = m_line.indexOf(':');
    if (colon <= 0 || !isToken(QByteArrayView(m_line).first(colon)) || !isFieldValue(m_line)) {
        m_fault = FrameFault::BadTrailer;
        return;
    }
    m_trailerBytes += m_line.size() + 2;
    m_line.resize(0);
}

} // namespace omni::http

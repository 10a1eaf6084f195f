// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <array>

namespace omni::test {

/// One gzip stream, made with what Qt has: its zlib stream in another coat.
inline QByteArray gzipped(const QByteArray &text)
{
    quint32 crc = 0xffffffff;
    for (const char c : text) {
        crc ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    crc = ~crc;
    const auto littleEndian = [](quint32 value) {
        return QByteArray(
            std::array{char(value), char(value >> 8), char(value >> 16), char(value >> 24)}.data(),
            4);
    };
    // Behind Qt's four bytes of length: two bytes of zlib's head, the data, four of its checksum.
    const QByteArray deflated =
        text.isEmpty() ? QByteArray("\x03\x00", 2) : qCompress(text).sliced(6).chopped(4);
    return QByteArray::fromHex("1f8b08000000000000ff") + deflated + littleEndian(crc) +
           littleEndian(quint32(text.size()));
}

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QtEndian>

namespace omni::test {

/// The checksum of AWS event streams, from its definition: a second opinion on the reader's.
inline quint32 awsChecksum(QByteArrayView bytes)
{
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) ? (sum >> 1U) ^ 0xedb88320U : sum >> 1U;
    }
    return ~sum;
}

inline QByteArray awsNumber(quint32 value)
{
    QByteArray out(4, '\0');
    qToBigEndian(value, out.data());
    return out;
}

/// The first twelve bytes of a message.
inline QByteArray awsPrelude(quint32 total, quint32 headers)
{
    const QByteArray lengths = awsNumber(total) + awsNumber(headers);
    return lengths + awsNumber(awsChecksum(lengths));
}

/// A header with text as its value.
inline QByteArray awsHeader(const QByteArray &name, const QByteArray &value)
{
    QByteArray out = char(name.size()) + name + '\7';
    out += char(value.size() >> 8);
    out += char(value.size() & 0xff);
    return out + value;
}

inline QByteArray awsMessage(const QByteArray &headers, const QByteArray &payload)
{
    const auto total = quint32(16 + headers.size() + payload.size());
    const QByteArray all = awsPrelude(total, quint32(headers.size())) + headers + payload;
    return all + awsNumber(awsChecksum(all));
}

/// An event as AWS services send it.
inline QByteArray awsEvent(const QByteArray &type, const QByteArray &json)
{
    return awsMessage(awsHeader(":event-type", type) +
                          awsHeader(":content-type", "application/json") +
                          awsHeader(":message-type", "event"),
                      json);
}

inline QByteArray awsException(const QByteArray &type, const QByteArray &json)
{
    return awsMessage(awsHeader(":exception-type", type) +
                          awsHeader(":content-type", "application/json") +
                          awsHeader(":message-type", "exception"),
                      json);
}

} // namespace omni::test

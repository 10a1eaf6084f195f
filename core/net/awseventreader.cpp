// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/awseventreader.h"

#include "core/base/json.h"

#include <QtEndian>

#include <zlib.h>

namespace omni::net {

namespace {

constexpr qsizetype PreludeSize = 12; ///< total length, length of the headers, their checksum
constexpr qsizetype ChecksumSize = 4;
constexpr qsizetype LeastSize = PreludeSize + ChecksumSize;

quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

quint32 checksumOf(QByteArrayView bytes)
{
    return quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), uInt(bytes.size())));
}

/// The headers of a message, one after another. What is not a string is skipped.
class HeaderCursor
{
public:
    explicit HeaderCursor(QByteArrayView bytes)
        : m_rest(bytes)
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    /// False when the header is cut off or of an unknown type.
    bool next()
    {
        QByteArrayView type;
        if (!takeCounted(1, name) || !take(1, type))
            return false;
        value = {};
        QByteArrayView skipped;
        switch (uchar(type.front())) {
        case 0: // true
        case 1: // false
            return true;
        case 2: // byte
            return take(1, skipped);
        case 3: // 16 bits
            return take(2, skipped);
        case 4: // 32 bits
            return take(4, skipped);
        case 5: // 64 bits
        case 8: // a time
            return take(8, skipped);
        case 6: // bytes
            return takeCounted(2, skipped);
        case 7: // a string
            return takeCounted(2, value);
        case 9: // a UUID
            return take(16, skipped);
        default:
            return false;
        }
    }

    QByteArrayView name;
    QByteArrayView value;

private:
    bool take(qsizetype count, QByteArrayView &out)
    {
        if (count > m_rest.size())
            return false;
        out = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return true;
    }
    /// A value behind its own length of one or two bytes.
    bool takeCounted(qsizetype lengthBytes, QByteArrayView &out)
    {
        QByteArrayView length;
        if (!take(lengthBytes, length))
            return false;
        const qsizetype count = lengthBytes == 1 ? qsizetype(uchar(length.front()))
                                                 : qFromBigEndian<quint16>(length.data());
        return take(count, out);
    }

    QByteArrayView m_rest;
};

} // namespace

QList<Frame> AwsEventReader::feed(QByteArrayView bytes)
{
    QList<Frame> frames;
    if (!m_fault.isEmpty() || bytes.isEmpty())
        return frames;
    const bool wasEmpty = m_buffer.isEmpty();
    if (!wasEmpty)
        m_buffer.append(bytes);
    QByteArrayView rest = wasEmpty ? bytes : QByteArrayView(m_buffer);
    qsizetype used = 0;
    for (qsizetype size = sizeOf(rest); size > 0 && size <= rest.size(); size = sizeOf(rest)) {
        Frame frame;
        if (!read(rest.first(size), frame))
            break;
        frames.append(std::move(frame));
        rest = rest.sliced(size);
        used += size;
    }
    if (!m_fault.isEmpty())
        m_buffer = {};
    else if (wasEmpty)
        m_buffer.append(rest);
    else
        m_buffer.remove(0, used);
    return frames;
}

QList<Frame> AwsEventReader::finish()
{
    if (m_fault.isEmpty() && !m_buffer.isEmpty())
        fail(QStringLiteral("half an event at its end"));
    m_buffer = {};
    return {};
}

bool AwsEventReader::fail(const QString &why)
{
    m_fault = why;
    return false;
}

qsizetype AwsEventReader::sizeOf(QByteArrayView bytes)
{
    if (bytes.size() < PreludeSize)
        return 0;
    if (checksumOf(bytes.first(8)) != numberAt(bytes, 8)) {
        fail(QStringLiteral("an event whose lengths have a wrong checksum"));
        return 0;
    }
    const qsizetype total = numberAt(bytes, 0);
    const qsizetype headers = numberAt(bytes, 4);
    if (total > MaxFrameBytes)
        fail(QStringLiteral("one event of more than 32 MiB"));
    else if (total < LeastSize || headers > total - LeastSize)
        fail(QStringLiteral("an event whose lengths contradict each other"));
    return m_fault.isEmpty() ? total : 0;
}

bool AwsEventReader::read(QByteArrayView message, Frame &frame)
{
    const qsizetype end = message.size() - ChecksumSize;
    if (checksumOf(message.first(end)) != numberAt(message, end))
        return fail(QStringLiteral("an event with a wrong checksum"));
    const qsizetype headerSize = numberAt(message, 4);
    QByteArrayView kind;
    QByteArrayView event;
    QByteArrayView exception;
    QByteArrayView code;
    QByteArrayView words;
    HeaderCursor header(message.sliced(PreludeSize, headerSize));
    while (!header.atEnd()) {
        if (!header.next())
            return fail(QStringLiteral("an event with a damaged header"));
        if (header.name == ":message-type")
            kind = header.value;
        else if (header.name == ":event-type")
            event = header.value;
        else if (header.name == ":exception-type")
            exception = header.value;
        else if (header.name == ":error-code")
            code = header.value;
        else if (header.name == ":error-message")
            words = header.value;
    }
    frame.raw = message.toByteArray();
    frame.data =
        message.sliced(PreludeSize + headerSize, end - PreludeSize - headerSize).toByteArray();
    if (kind == "error") {
        frame.name = "error";
        frame.data =
            base::Json::object({{"code", code.toByteArray()}, {"message", words.toByteArray()}})
                .toJson();
    } else {
        frame.name = (kind == "exception" ? exception : event).toByteArray();
    }
    return true;
}

} // namespace omni::net

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/connectreader.h"

#include "core/base/gunzip.h"

#include <QtEndian>

namespace omni::net {

namespace {

constexpr qsizetype HeadSize = 5; ///< flags and length
constexpr uchar IsPacked = 1;
constexpr uchar IsEnd = 2;

} // namespace

QByteArray connectFrame(QByteArrayView message, bool isEnd)
{
    QByteArray out(HeadSize, '\0');
    out[0] = char(isEnd ? IsEnd : 0);
    qToBigEndian(quint32(message.size()), out.data() + 1);
    return out.append(message);
}

QList<Frame> ConnectReader::feed(QByteArrayView bytes)
{
    QList<Frame> frames;
    if (!m_fault.isEmpty() || m_ended)
        return frames;
    m_buffer.append(bytes);
    QByteArrayView rest(m_buffer);
    for (qsizetype size = sizeOf(rest); size > 0 && size <= rest.size() && !m_ended;
         size = sizeOf(rest)) {
        Frame frame;
        if (!read(rest.first(size), frame))
            break;
        frames.append(std::move(frame));
        rest = rest.sliced(size);
    }
    if (m_fault.isEmpty() && !m_ended)
        m_buffer.remove(0, m_buffer.size() - rest.size());
    else
        m_buffer = {};
    return frames;
}

QList<Frame> ConnectReader::finish()
{
    if (m_fault.isEmpty() && !m_buffer.isEmpty())
        fail(QStringLiteral("half a message at its end"));
    m_buffer = {};
    return {};
}

qsizetype ConnectReader::sizeOf(QByteArrayView bytes)
{
    if (bytes.size() < HeadSize)
        return 0;
    const qsizetype length = qFromBigEndian<quint32>(bytes.data() + 1);
    if (uchar(bytes.front()) > (IsPacked | IsEnd))
        fail(QStringLiteral("something that is no message of the Connect protocol"));
    else if (length > MaxFrameBytes)
        fail(QStringLiteral("one message of more than 32 MiB"));
    return m_fault.isEmpty() ? HeadSize + length : 0;
}

bool ConnectReader::read(QByteArrayView message, Frame &frame)
{
    const uchar flags = uchar(message.front());
    const QByteArrayView payload = message.sliced(HeadSize);
    m_ended = (flags & IsEnd) != 0;
    frame.raw = message.toByteArray();
    if (m_ended)
        frame.name = "end";
    // Errors are JSON, and some come as they are under the flag of packed ones.
    if ((flags & IsPacked) == 0 || payload.isEmpty() || payload.startsWith('{')) {
        frame.data = payload.toByteArray();
        return true;
    }
    auto unpacked = base::gunzip(payload, MaxFrameBytes);
    if (!unpacked) {
        fail(QStringLiteral("a message that does not unpack"));
        return false;
    }
    frame.data = std::move(*unpacked);
    return true;
}

} // namespace omni::net

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/requestpipe.h"

#include <QHostAddress>

#include <cstring>

namespace omni::http {

RequestPipe::RequestPipe(QObject *parent)
    : QTcpSocket(parent)
{
    setOpenMode(QIODevice::ReadWrite);
    setPeerAddress(QHostAddress::LocalHost);
    setSocketState(QAbstractSocket::ConnectedState);
}

RequestPipe::~RequestPipe()
{
    // The base class would otherwise disconnect, with signals, from a host it never knew.
    setSocketState(QAbstractSocket::UnconnectedState);
}

void RequestPipe::offer(const QByteArray &request)
{
    m_bytes = request;
    m_read = 0;
    emit readyRead();
}

qint64 RequestPipe::bytesAvailable() const
{
    // Not the base class's: that one asks its own buffer, which is never filled here.
    return QIODevice::bytesAvailable() + m_bytes.size() - m_read;
}

qint64 RequestPipe::readData(char *data, qint64 maxSize)
{
    const qsizetype count = std::min(qsizetype(maxSize), m_bytes.size() - m_read);
    std::memcpy(data, m_bytes.constData() + m_read, size_t(count));
    m_read += count;
    return count;
}

qint64 RequestPipe::readLineData(char *data, qint64 maxSize)
{
    const QByteArrayView rest = QByteArrayView(m_bytes).sliced(m_read);
    const qsizetype end = rest.indexOf('\n');
    return readData(data, end < 0 ? maxSize : std::min<qint64>(maxSize, end + 1));
}

qint64 RequestPipe::writeData(const char *, qint64 size)
{
    return size;
}

void RequestPipe::disconnectFromHost()
{
    // Asked for when the parser gave up; the adapter notices that nothing was dispatched.
}

void RequestPipe::close()
{}

} // namespace omni::http

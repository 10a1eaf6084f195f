// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTcpSocket>

namespace omni::http {

/// A socket that is connected to nothing but us: QHttpServer reads from it one complete, canonical
/// request at a time. What it might write goes nowhere; answers leave through our own writer.
///
/// With it QHttpServer never sees bytes of a network: no half requests, no pipelining, no client
/// that disappears under it, on every version of Qt.
class RequestPipe : public QTcpSocket
{
    Q_OBJECT

public:
    explicit RequestPipe(QObject *parent = nullptr);
    ~RequestPipe() override;

    /// Offers one request; returns when QHttpServer has dispatched it.
    void offer(const QByteArray &request);
    /// Everything offered was read.
    [[nodiscard]] bool isDrained() const { return bytesAvailable() == 0; }

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return isDrained(); }
    void disconnectFromHost() override;
    void close() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 readLineData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_read = 0;
};

} // namespace omni::http

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTcpServer>

#include <functional>

namespace omni::http {

/// A listening socket. Accepted connections go to our own guards; what QHttpServer gets from it is
/// only the pipe that `announce` offers.
class TcpServer : public QTcpServer
{
    Q_OBJECT

public:
    using Accept = std::function<void(qintptr descriptor)>;

    explicit TcpServer(Accept accept, int backlog);

    /// Makes QHttpServer pick up this socket as a new connection.
    void announce(QTcpSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Accept m_accept;
};

} // namespace omni::http

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/tcpserver.h"

#include <QTcpSocket>

namespace omni::http {

TcpServer::TcpServer(Accept accept, int backlog)
    : m_accept(std::move(accept))
{
    setListenBacklogSize(backlog);
}

void TcpServer::announce(QTcpSocket *socket)
{
    addPendingConnection(socket);
}

void TcpServer::incomingConnection(qintptr descriptor)
{
    m_accept(descriptor);
}

} // namespace omni::http

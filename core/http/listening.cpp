// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/listening.h"

#include "core/http/server.h"

#include <QHostAddress>

namespace omni::http {

namespace {

constexpr int TriesForAnyPort = 20;

base::Failure cannotListen(const TcpServer &server, const QString &host, quint16 port)
{
    QString text = u"Cannot listen on %1, port %2: "_qs.arg(host).arg(port);
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError: {
        const PortHolder holder = portHolder(port);
        if (holder.pid == 0)
            text += u"another program uses this port."_qs;
        else
            text += u"the port is used by %1 (process %2)."_qs
                        .arg(holder.program.isEmpty() ? u"a program"_qs : holder.program)
                        .arg(holder.pid);
        break;
    }
    case QAbstractSocket::SocketAccessError:
        text += u"the system does not allow it; ports below 1024 need special rights."_qs;
        break;
    case QAbstractSocket::SocketAddressNotAvailableError:
        text += u"this computer does not have that address."_qs;
        break;
    default:
        text += server.errorString();
    }
    return base::fail(base::ErrorCode::Network, text);
}

bool isLoopbackHost(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// One failed because somebody else has the port; not because the address does not exist here.
bool isTaken(const TcpServer &server)
{
    return server.serverError() == QAbstractSocket::AddressInUseError;
}

} // namespace

base::Result<Listeners> listenOn(const QString &host, quint16 port, const TcpServer::Accept &accept,
                                 int backlog)
{
    const bool loopback = isLoopbackHost(host);
    const QHostAddress address = loopback       ? QHostAddress(QHostAddress::LocalHost)
                                 : host == u"*" ? QHostAddress(QHostAddress::Any)
                                                : QHostAddress(host);
    if (address.isNull())
        return base::fail(base::ErrorCode::InvalidRequest,
                          u"\"%1\" is no address of this computer."_qs.arg(host));
    for (int tries = 1;; ++tries) {
        Listeners listeners;
        listeners.push_back(std::make_unique<TcpServer>(accept, backlog));
        TcpServer &first = *listeners.front();
        if (!first.listen(address, port))
            return cannotListen(first, host, port);
        if (!loopback)
            return listeners;
        auto second = std::make_unique<TcpServer>(accept, backlog);
        if (second->listen(QHostAddress::LocalHostIPv6, first.serverPort())) {
            listeners.push_back(std::move(second));
            return listeners;
        }
        if (!isTaken(*second))
            return listeners;
        // With a port of its own choice another one may be free in both families.
        if (port != 0 || tries >= TriesForAnyPort)
            return cannotListen(*second, u"::1"_qs, first.serverPort());
    }
}

} // namespace omni::http

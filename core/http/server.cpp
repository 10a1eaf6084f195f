// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/server.h"

#include "core/http/connectionpool.h"
#include "core/http/gatekeeper.h"
#include "core/http/listening.h"
#include "core/http/qthttpadapter.h"

#include <QHostAddress>

namespace omni::http {

namespace {

constexpr int PortsToTry = 50;

} // namespace

struct Server::Private
{
    Private(gateway::RequestHandler &handler, KeyCheck keyCheck, const base::Clock &clock,
            base::Random &random, const Limits &ofLimits)
        : limits(ofLimits)
        , pool(limits, clock)
        , gatekeeper({.handler = handler,
                      .pool = pool,
                      .adapter = adapter,
                      .limits = limits,
                      .clock = clock,
                      .random = random},
                     std::move(keyCheck))
    {
        pool.start(gatekeeper, [this] { return gatekeeper.fullAnswer(); });
    }

    Limits limits;
    QtHttpAdapter adapter;
    ConnectionPool pool;
    Gatekeeper gatekeeper;
    QList<TcpServer *> listeners; ///< owned by the adapter's QHttpServer
};

Server::Server(gateway::RequestHandler &handler, KeyCheck keyCheck, const base::Clock &clock,
               base::Random &random, QObject *parent)
    : Server(handler, std::move(keyCheck), clock, random, Limits(), parent)
{}

Server::Server(gateway::RequestHandler &handler, KeyCheck keyCheck, const base::Clock &clock,
               base::Random &random, const Limits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(handler, std::move(keyCheck), clock, random, limits))
{}

Server::~Server()
{
    // While the gatekeeper still lives: connections tell it that they end.
    stopListening();
    closeAll();
}

void Server::setOptions(const Options &options)
{
    d->limits.bodyBytes = options.maxBodyBytes;
    d->gatekeeper.configure(options);
}

base::Result<quint16> Server::listen(const QString &host, quint16 port)
{
    auto listeners = listenOn(
        host, port, [this](qintptr descriptor) { d->pool.accept(descriptor); }, d->limits.backlog);
    if (!listeners)
        return base::fail(std::move(listeners.error()));
    const QList<TcpServer *> old = std::exchange(d->listeners, {});
    for (auto &listener : *listeners) {
        d->adapter.bind(*listener);
        d->listeners.append(listener.release());
    }
    for (TcpServer *listener : old) {
        listener->close();
        listener->deleteLater();
    }
    return this->port();
}

quint16 Server::nextFreePort(const QString &host, quint16 port)
{
    for (int next = port + 1; next <= port + PortsToTry && next <= 65'535; ++next) {
        if (listenOn(
                host, quint16(next), [](qintptr) {}, 1))
            return quint16(next);
    }
    return 0;
}

void Server::stopListening()
{
    for (TcpServer *listener : std::exchange(d->listeners, {})) {
        listener->close();
        listener->deleteLater();
    }
    d->pool.closeSoon();
}

void Server::closeAll()
{
    d->pool.abortAll();
}

quint16 Server::port() const
{
    return d->listeners.isEmpty() ? 0 : d->listeners.first()->serverPort();
}

int Server::connectionCount() const
{
    return d->pool.count();
}

QList<store::SettingRow> settingRows()
{
    using Type = store::SettingRow::Type;
    using base::Json;
    return {
        {.key = u"server.port"_qs,
         .type = Type::Int,
         .fallback = Json(20'128),
         .min = 0,
         .max = 65'535,
         .about = u"TCP port of the gateway; 0 takes any that is free."_qs},
        {.key = u"server.host"_qs,
         .type = Type::Text,
         .fallback = Json("127.0.0.1"),
         .about = u"Address to listen on; 127.0.0.1 stands for this computer alone."_qs},
        {.key = u"server.requireKey"_qs,
         .type = Type::Bool,
         .fallback = Json(true),
         .about = u"Ask programs on this computer for a client key, too."_qs},
        {.key = u"server.maxBodyMiB"_qs,
         .type = Type::Int,
         .fallback = Json(64),
         .min = 1,
         .max = 512,
         .about = u"Largest request body, in MiB."_qs},
        {.key = u"server.extraHosts"_qs,
         .type = Type::Text,
         .fallback = Json(""),
         .about = u"Further host names of this computer, separated by commas."_qs},
        {.key = u"server.allowedOrigins"_qs,
         .type = Type::Text,
         .fallback = Json(""),
         .about = u"Web origins that may use the gateway, separated by commas."_qs},
    };
}

} // namespace omni::http

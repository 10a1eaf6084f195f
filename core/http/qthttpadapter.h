// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/requesthead.h"

#include <QHttpServer>
#include <QPointer>

#include <functional>

namespace omni::http {

class RequestPipe;
class TcpServer;

/// Everything that differs between versions of QHttpServer (6.4 to the newest).
///
/// The guard has framed, limited and admitted a request before it comes here; QHttpServer gets its
/// method and path as a canonical head, parses that and calls the one catch-all. Body and fields
/// stay beside it with the connection: QHttpServer would copy the body twice and mangle fields.
class QtHttpAdapter
{
public:
    QtHttpAdapter();
    ~QtHttpAdapter();
    QtHttpAdapter(const QtHttpAdapter &) = delete;
    QtHttpAdapter &operator=(const QtHttpAdapter &) = delete;

    /// Takes the listening server into possession; its parent becomes the QHttpServer.
    void bind(TcpServer &server);
    /// Runs `serve` from inside QHttpServer's catch-all. False when it was not reached, which means
    /// that QHttpServer read the request differently.
    [[nodiscard]] bool dispatch(Method method, const std::function<void()> &serve);

private:
    void catchAll(const QHttpServerRequest &request);

    QHttpServer m_server;
    QPointer<RequestPipe> m_pipe;
    QByteArray m_text;
    Method m_method = Method::Get;
    const std::function<void()> *m_serve = nullptr;
};

} // namespace omni::http

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/qthttpadapter.h"

#include "core/base/log.h"
#include "core/http/requestpipe.h"
#include "core/http/tcpserver.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>

namespace omni::http {

namespace {

QHttpServerRequest::Method qtMethod(Method method)
{
    switch (method) {
    case Method::Get:
        return QHttpServerRequest::Method::Get;
    case Method::Head:
        return QHttpServerRequest::Method::Head;
    case Method::Post:
        return QHttpServerRequest::Method::Post;
    case Method::Put:
        return QHttpServerRequest::Method::Put;
    case Method::Patch:
        return QHttpServerRequest::Method::Patch;
    case Method::Delete:
        return QHttpServerRequest::Method::Delete;
    case Method::Options:
        return QHttpServerRequest::Method::Options;
    }
    return QHttpServerRequest::Method::Unknown;
}

} // namespace

QtHttpAdapter::QtHttpAdapter()
{
    // The responder is dropped at once: it writes to the pipe, which leads nowhere, and newer
    // versions read the next request only after that.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_server.setMissingHandler(&m_server, [this](const QHttpServerRequest &request,
                                                 QHttpServerResponder &) { catchAll(request); });
#else
    m_server.setMissingHandler(
        [this](const QHttpServerRequest &request, QHttpServerResponder &&) { catchAll(request); });
#endif
}

QtHttpAdapter::~QtHttpAdapter()
{
    delete m_pipe.data();
}

void QtHttpAdapter::bind(TcpServer &server)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (!m_server.bind(&server))
        qCCritical(lcHttp, "QHttpServer did not take the listening socket");
#else
    m_server.bind(&server);
#endif
    if (m_pipe)
        return;
    m_pipe = new RequestPipe;
    server.announce(m_pipe);
}

bool QtHttpAdapter::dispatch(Method method, const std::function<void()> &serve)
{
    if (!m_pipe)
        return false;
    m_text.resize(0);
    m_text += methodName(method);
    // Qt reads a request byte by byte, and the path is found in our own head: the less the better.
    m_text += " / HTTP/1.1\r\n\r\n";
    m_method = method;
    m_serve = &serve;
    m_pipe->offer(m_text);
    const bool served = m_serve == nullptr && m_pipe && m_pipe->isDrained();
    m_serve = nullptr;
    return served;
}

void QtHttpAdapter::catchAll(const QHttpServerRequest &request)
{
    // Called for nothing we offered, or with another method: both parsers disagree.
    if (!m_serve || request.method() != qtMethod(m_method))
        return;
    (*std::exchange(m_serve, nullptr))();
}

} // namespace omni::http

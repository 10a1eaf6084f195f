// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/net/httprequest.h"

#include <QObject>

#include <functional>
#include <memory>

namespace omni::net {

/// One running request. Deleting it cancels it; deleting from inside one of its own callbacks is
/// allowed. All callbacks come on the client's thread, never from inside `HttpClient::send`.
class HttpReply
{
public:
    struct Callbacks
    {
        /// The final status line and headers (100 and 103 are skipped). Content-Encoding is undone
        /// and its header removed.
        std::function<void(int status, const HeaderList &headers)> onHead;
        /// A piece of the decoded body; pieces that arrive together come merged.
        std::function<void(const QByteArray &data)> onData;
        /// The answer is complete.
        std::function<void()> onDone;
        /// Network, Timeout, UpstreamFailed (cut body, broken encoding, too large) or
        /// InvalidRequest (bad URL or header: nothing was sent). Nothing follows.
        std::function<void(const base::Error &error)> onError;
    };

    virtual ~HttpReply() = default;
    /// Back-pressure: while paused nothing is read and the idle timer stands still.
    virtual void setPaused(bool paused) = 0;
    /// True once any byte of the request may have left: then it must not be sent again by anybody
    /// who cannot tell whether it was answered.
    [[nodiscard]] virtual bool mayHaveBeenDelivered() const = 0;
};

/// Sends requests to upstreams. Lives on the gateway thread.
class HttpClient
{
public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual std::unique_ptr<HttpReply> send(const HttpRequest &request,
                                                          HttpReply::Callbacks callbacks) = 0;
    /// Ports of our own listeners: on this computer they are never connected to.
    virtual void setOwnPorts(const QList<quint16> &ports) = 0;
};

/// The client on libcurl's multi interface in Qt's event loop (qt-network.md §4). HTTP/1.1 and
/// HTTP/2, pooled connections, no redirects, no cookies. Must be made on the thread that uses it
/// and outlive none of its callbacks; replies may outlive it and are then dead.
[[nodiscard]] std::unique_ptr<HttpClient> makeCurlClient();

} // namespace omni::net

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <curl/curl.h>

#include <functional>
#include <memory>
#include <span>

namespace omni::net {

/// The sockets that libcurl wants to hear about, in Qt's event loop.
class SocketSet
{
public:
    struct Ready
    {
        curl_socket_t socket;
        int bits; ///< CURL_CSELECT_*
    };
    using Handler = std::function<void(std::span<const Ready>)>;

    virtual ~SocketSet() = default;
    /// `what` is one of CURL_POLL_*.
    virtual void watch(curl_socket_t socket, int what) = 0;
    /// A socket opened through the open-socket callback: its closing will be announced.
    virtual void opened(curl_socket_t socket) = 0;
    /// Called before the descriptor is closed.
    virtual void closing(curl_socket_t socket) = 0;
};

/// A notifier for each socket; works everywhere.
[[nodiscard]] std::unique_ptr<SocketSet> makeNotifierSet(SocketSet::Handler handler);

/// The best one of this platform.
[[nodiscard]] std::unique_ptr<SocketSet> makeSocketSet(SocketSet::Handler handler);

} // namespace omni::net

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/http/tcpserver.h"

#include <memory>
#include <vector>

namespace omni::http {

using Listeners = std::vector<std::unique_ptr<TcpServer>>;

/// Listens on `host`; for a loopback host (or `localhost`) on 127.0.0.1 and ::1 at the same port.
/// A computer without IPv6 gets the first alone. Port 0 = any that is free.
[[nodiscard]] base::Result<Listeners> listenOn(const QString &host, quint16 port,
                                               const TcpServer::Accept &accept, int backlog);

} // namespace omni::http

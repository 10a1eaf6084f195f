// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/answer.h"
#include "core/control/platform.h"

#include <QLocalServer>
#include <QObject>

namespace omni::control {

/// The local socket of the running instance. Gateway thread.
///
/// Only the process's own user may connect: the socket file is 0600 and the kernel is asked who
/// the peer is. A command that is too large, too slow or no good JSON is refused.
class ControlServer : public QObject
{
    Q_OBJECT

public:
    using Dispatch = std::function<void(const Request &, Answer &)>;
    struct Options
    {
        uint allowedUser = ownUserId();
        std::chrono::milliseconds requestDeadline = limits::RequestDeadline;
    };

    explicit ControlServer(Dispatch dispatch, QObject *parent = nullptr);
    ControlServer(Dispatch dispatch, const Options &options, QObject *parent = nullptr);
    ~ControlServer() override;

    /// Takes the path over from a process that died; so only the holder of the data folder's lock
    /// may call it.
    [[nodiscard]] base::Result<void> listen(const QString &path);
    void close();
    [[nodiscard]] int connectionCount() const { return m_connections; }

private:
    void onNewConnection();

    Dispatch m_dispatch;
    Options m_options;
    QLocalServer m_server{this};
    int m_connections = 0;
};

/// Runs the handlers of the command table on these rooms.
[[nodiscard]] ControlServer::Dispatch dispatcher(const Rooms &rooms);

} // namespace omni::control

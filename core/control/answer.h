// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/protocol.h"
#include "core/control/rooms.h"

#include <QObject>

#include <memory>

namespace omni::control {

/// Where a command's answer goes. Lives as long as the connection; it is the context for everything
/// the command starts, so that a client that goes away cancels it.
class Answer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The answer; ends the command unless it streams.
    virtual void result(const base::Json &data) = 0;
    /// Call before `result` when items follow; the connection then stays until the client leaves.
    virtual void keepOpen() = 0;
    virtual void item(const base::Json &data) = 0;
    /// Ends the command; handlers rather call `fail`.
    virtual void refuse(const Problem &problem) = 0;

    void fail(const base::Error &error) { refuse(problemOf(error)); }
    void fail(ExitCode exit, const QByteArray &code, const QString &message)
    {
        refuse(Problem{.exit = exit, .code = code, .message = message});
    }
};

/// Does one command. Small; one file a noun in commands/.
using Handler = void (*)(const Rooms &rooms, const Request &request, Answer &answer);

/// Null for a command that no instance does.
[[nodiscard]] Handler handlerFor(const Command &command);

} // namespace omni::control

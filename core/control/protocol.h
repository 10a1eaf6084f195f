// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/base/secret.h"
#include "core/control/exitcode.h"
#include "core/control/invocation.h"

#include <chrono>

/// What goes over the local socket: one JSON object a line. A connection carries one command and
/// its answers; the end of the connection is the end of the answer.
namespace omni::control {

/// Limits of the local socket (security.md §3): all have a test.
namespace limits {
inline constexpr qsizetype Request = 1 << 20;
inline constexpr qsizetype Reply = 64 << 20;
inline constexpr int Depth = 64;
inline constexpr int Connections = 32;
/// From connecting to the whole command.
inline constexpr std::chrono::milliseconds RequestDeadline{10'000};
/// What may wait for a client that does not read; more ends the connection.
inline constexpr qint64 Unread = 4 << 20;
} // namespace limits

/// A command on its way: what was asked, and the secret that belongs to it.
struct Request
{
    Invocation invocation;
    base::Secret secret;
};
[[nodiscard]] QByteArray requestLine(const Request &request);
/// InvalidRequest for anything but one known command with good values.
[[nodiscard]] base::Result<Request> parseRequest(QByteArrayView line);

/// What went wrong, for the user and the exit code.
struct Problem
{
    ExitCode exit = ExitCode::Failed;
    QByteArray code; ///< an ErrorCode's name, or a word of ours
    QString message; ///< what happened, why, what to do
    bool operator==(const Problem &) const = default;
};
[[nodiscard]] Problem problemOf(const base::Error &error);

struct Reply
{
    enum class Kind
    {
        Result, ///< the answer, or the first part of a stream
        Item,   ///< one more of a stream
        Failed
    };
    Kind kind = Kind::Result;
    base::Json data; ///< of Result and Item
    Problem problem; ///< of Failed
};
[[nodiscard]] QByteArray replyLine(const Reply &reply);
[[nodiscard]] base::Result<Reply> parseReply(QByteArrayView line);

} // namespace omni::control

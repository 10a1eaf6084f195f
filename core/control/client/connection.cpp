// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/connection.h"

#include "core/control/platform.h"

#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

namespace {

constexpr int ConnectMs = 3000;

Problem notRunning()
{
    return {.exit = ExitCode::NotRunning,
            .code = "not_running",
            .message = u"OmniRoute does not run for this data folder. Start it with: omniroute "
                       "(tray and window) or omniroute serve."_s};
}

Problem broken(const QString &message)
{
    return {.exit = ExitCode::Failed, .code = "internal", .message = message};
}

std::optional<Problem> connectTo(QLocalSocket &socket, const QString &path)
{
    socket.connectToServer(path);
    if (!socket.waitForConnected(ConnectMs)) {
        if (socket.error() == QLocalSocket::SocketAccessError)
            return Problem{.exit = ExitCode::NotPermitted,
                           .code = "forbidden",
                           .message = u"The running instance belongs to another user."_s};
        return notRunning();
    }
    // Somebody else's process must not be handed a key.
    const auto user = peerUserId(socket.socketDescriptor());
    if (!user || !isOwnUser(*user))
        return Problem{.exit = ExitCode::NotPermitted,
                       .code = "forbidden",
                       .message = u"The local socket belongs to another user; nothing was "
                                  "sent."_s};
    return std::nullopt;
}

/// One line, or what prevented it. An empty line is the end of the connection.
std::optional<Problem> readLine(QLocalSocket &socket, QByteArray &buffer, QByteArray &line,
                                int patienceMs)
{
    for (;;) {
        const qsizetype end = buffer.indexOf('\n');
        if (end >= 0) {
            line = buffer.left(end);
            buffer.remove(0, end + 1);
            return std::nullopt;
        }
        if (buffer.size() > limits::Reply)
            return broken(u"The running instance's answer is too large."_s);
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patienceMs)) {
            if (socket.state() == QLocalSocket::ConnectedState)
                return Problem{.exit = ExitCode::Timeout,
                               .code = "timeout",
                               .message = u"The running instance did not answer in time. It may "
                                          "be waiting for the keyring, or hang; see: omniroute "
                                          "doctor"_s};
            if (socket.bytesAvailable() == 0) {
                line.clear();
                return std::nullopt;
            }
        }
        buffer += socket.readAll();
    }
}

} // namespace

std::optional<Problem> ask(const Question &question)
{
    QLocalSocket socket;
    if (auto problem = connectTo(socket, question.socket))
        return problem;
    socket.write(requestLine(question.request));
    socket.waitForBytesWritten(ConnectMs);
    QByteArray buffer;
    QByteArray line;
    int patience = int(question.patience.count());
    bool isAnswered = false;
    for (;;) {
        if (auto problem = readLine(socket, buffer, line, patience))
            return problem;
        if (line.isEmpty()) {
            if (isAnswered)
                return std::nullopt;
            return broken(u"The running instance closed the connection without an answer."_s);
        }
        const auto reply = parseReply(line);
        if (!reply)
            return broken(reply.error().detail);
        if (reply->kind == Reply::Kind::Failed)
            return reply->problem;
        isAnswered = true;
        if (question.request.invocation.has(u"follow"_s))
            patience = -1;
        if (!question.onReply(*reply))
            return std::nullopt;
    }
}

bool isListening(const QString &path)
{
    QLocalSocket socket;
    return !connectTo(socket, path);
}

} // namespace omni::control

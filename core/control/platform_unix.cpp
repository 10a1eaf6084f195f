// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/platform.h"

#include "core/control/exitcode.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace omni::control {

bool isOwnUser(uint userId)
{
    return userId == ::geteuid();
}

QString ownUserText()
{
    return QString::number(::geteuid());
}

uint ownUserId()
{
    return ::geteuid();
}

std::optional<uint> peerUserId(qintptr socket)
{
#if defined(SO_PEERCRED)
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return std::nullopt;
    return peer.uid;
#else
    uid_t user = 0;
    gid_t group = 0;
    if (::getpeereid(int(socket), &user, &group) != 0)
        return std::nullopt;
    return user;
#endif
}

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

std::optional<QByteArray> askSecret(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return std::nullopt;
    termios shown{};
    if (::tcgetattr(terminal, &shown) != 0) {
        ::close(terminal);
        return std::nullopt;
    }
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    // Ctrl+C must not leave a terminal that shows nothing: read it as a character.
    hidden.c_lflag &= ~tcflag_t(ISIG);
    ::tcsetattr(terminal, TCSAFLUSH, &hidden);
    const QByteArray text = question.toLocal8Bit();
    (void)!::write(terminal, text.constData(), size_t(text.size()));
    QByteArray answer;
    bool isCancelled = false;
    char letter = 0;
    while (::read(terminal, &letter, 1) == 1 && letter != '\n') {
        isCancelled = isCancelled || letter == '\x03';
        if (isCancelled)
            break;
        answer.append(letter);
    }
    (void)!::write(terminal, "\n", 1);
    ::tcsetattr(terminal, TCSAFLUSH, &shown);
    ::close(terminal);
    if (isCancelled)
        return std::nullopt;
    return answer;
}

void exitOnInterrupt()
{
    struct sigaction action
    {};
    action.sa_handler = [](int) { ::_exit(int(ExitCode::Interrupted)); };
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace omni::control

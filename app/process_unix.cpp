// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/process.h"

#include "core/control/exitcode.h"

#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace omni::app {

namespace {

/// Written by the signal handler, read by the event loop.
int signalSockets[2] = {-1, -1};

void onPosixSignal(int)
{
    const int error = errno;
    const char byte = 1;
    (void)!::write(signalSockets[0], &byte, 1);
    errno = error;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// The leak checker looks at the process from outside.
constexpr bool ClosesMemory = false;
#else
constexpr bool ClosesMemory = true;
#endif

} // namespace

void harden()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    if (ClosesMemory)
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

QStringList commandLineWords(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

EndRequests::EndRequests(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalSockets) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalSockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &EndRequests::onSignal);
    struct sigaction action
    {};
    action.sa_handler = &onPosixSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

EndRequests::~EndRequests()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        (void)std::signal(signal, SIG_DFL);
    ::close(signalSockets[0]);
    ::close(signalSockets[1]);
}

void EndRequests::onSignal()
{
    // Two signals may have come before this ran: each wrote a byte.
    char bytes[16];
    for (ssize_t count = 0; (count = ::read(signalSockets[1], bytes, sizeof bytes)) > 0;)
        m_count += int(count);
    if (m_count > 1)
        ::_exit(int(control::ExitCode::Interrupted));
    emit endRequested();
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

QString becomeWindowProgram(char **argv)
{
    const QString folder = QFileInfo(u"/proc/self/exe"_s).symLinkTarget().section(u'/', 0, -2);
    for (const QString &place : {folder, folder + u"/../lib/omniroute"_s}) {
        const QByteArray program = QFile::encodeName(place + u"/omniroute-window"_s);
        ::execv(program.constData(), argv);
        if (errno != ENOENT)
            return u"The program with the windows, %1, does not start: %2."_s.arg(
                QFile::decodeName(program), QString::fromLocal8Bit(std::strerror(errno)));
    }
    return u"This installation has no windows (omniroute-window is missing). Start the gateway "
           "without them: omniroute serve"_s;
}

} // namespace omni::app

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/halfclose.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace omni::http {

void shutdownSending(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(descriptor), SD_SEND);
#else
    ::shutdown(int(descriptor), SHUT_WR);
#endif
}

qint64 sendNow(qintptr descriptor, QByteArrayView bytes)
{
#ifdef Q_OS_WIN
    return ::send(SOCKET(descriptor), bytes.data(), int(bytes.size()), 0);
#elif defined(MSG_NOSIGNAL)
    return ::send(int(descriptor), bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
#else
    return ::send(int(descriptor), bytes.data(), size_t(bytes.size()), MSG_DONTWAIT);
#endif
}

void closeDescriptor(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::closesocket(SOCKET(descriptor));
#else
    ::close(int(descriptor));
#endif
}

} // namespace omni::http

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/connection.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace omni::test {

void resetConnection(QTcpSocket *socket)
{
    // Lingering for no time makes the system send RST on close.
    const linger none{1, 0};
#ifdef Q_OS_WIN
    const auto handle = SOCKET(socket->socketDescriptor());
#else
    const int handle = int(socket->socketDescriptor());
#endif
    ::setsockopt(handle, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&none), sizeof none);
    socket->abort();
}

} // namespace omni::test

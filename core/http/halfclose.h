// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace omni::http {

// What Qt does not offer.

/// Ends the sending side of a connected socket: the peer reads our last bytes, then an end.
void shutdownSending(qintptr descriptor);

/// Writes as much as the system takes at once, past Qt's own buffer; -1 when that failed.
[[nodiscard]] qint64 sendNow(qintptr descriptor, QByteArrayView bytes);

/// Closes an accepted descriptor that no socket object was made for.
void closeDescriptor(qintptr descriptor);

} // namespace omni::http

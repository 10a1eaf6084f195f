// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace omni::http {

/// Ends the sending side of a connected socket: the peer reads our last bytes, then an end. Qt
/// offers no such call.
void shutdownSending(qintptr descriptor);

/// Closes an accepted descriptor that no socket object was made for.
void closeDescriptor(qintptr descriptor);

} // namespace omni::http

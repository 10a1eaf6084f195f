// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

/// What differs between systems; one file for each (`platform_unix.cpp`).
namespace omni::control {

/// True when this user id, as QFileInfo::ownerId() gives it, is the process's own.
[[nodiscard]] bool isOwnUser(uint userId);
/// The process's user, fit for a file name.
[[nodiscard]] QString ownUserText();
[[nodiscard]] uint ownUserId();
/// Who is at the other end of a connected local socket, by what the kernel says.
[[nodiscard]] std::optional<uint> peerUserId(qintptr socket);

/// True when people read or type there.
[[nodiscard]] bool isTerminal(int descriptor);
/// Asks on the terminal without showing what is typed; absent when there is no terminal or it was
/// interrupted.
[[nodiscard]] std::optional<QByteArray> askSecret(const QString &question);

/// Ctrl+C ends the process at once with exit code 130; for commands that wait.
void exitOnInterrupt();

} // namespace omni::control

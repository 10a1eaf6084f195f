// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace omni::store {

/// Makes the folder when it is absent, and makes sure that it is ours, writable, and closed to
/// others (0700). The error says what stands in the way and what to do.
[[nodiscard]] base::Result<void> prepareDataDir(const QString &dir);

/// Refuses a file that belongs to another user; closes it to others (0600).
[[nodiscard]] base::Result<void> makePrivate(const QString &file);

/// Makes a new, empty file for the owner alone; an existing one is an error.
[[nodiscard]] base::Result<void> createPrivate(const QString &file);

/// Returns when the content of the file or folder is on the disk.
[[nodiscard]] base::Result<void> syncToDisk(const QString &path);

/// Renames over what is there and makes that durable.
[[nodiscard]] base::Result<void> renameDurably(const QString &from, const QString &to);

/// Replaces the file as a whole: after a crash it holds the old bytes or the new ones. 0600.
[[nodiscard]] base::Result<void> replaceDurably(const QString &file, const QByteArray &bytes);

} // namespace omni::store

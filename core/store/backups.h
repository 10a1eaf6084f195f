// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace omni::store {

class Connection;

/// One verified copy of the database.
struct Backup
{
    QString path;
    QDateTime made; ///< UTC
    qint64 bytes = 0;
    bool operator==(const Backup &) const = default;
};

/// How many copies are kept; older ones are deleted when a new one is made.
inline constexpr int KeptBackups = 10;

/// The copies in `dir/backups`, newest first.
[[nodiscard]] QList<Backup> listBackups(const QString &dir);

/// Copies the open database to `dir/backups/omniroute.db.backup-<UTC>` and checks the copy; gives
/// its path. Holds no secret: those stand in the SecretStore.
[[nodiscard]] base::Result<QString> makeBackup(Connection &connection, const QString &dir);

/// Renames a database that cannot be used to `omniroute.db.corrupt-<UTC>`, its journals too, so
/// that the next start makes a new one. Gives the new path. Only on the user's word, and only while
/// no Database is open.
[[nodiscard]] base::Result<QString> setAside(const QString &dir);

/// Puts a copy of the backup in the database's place; what stands there is set aside first.
[[nodiscard]] base::Result<void> restoreBackup(const QString &dir, const QString &backup);

/// `20260131T235959Z`, for file names.
[[nodiscard]] QString fileStamp(const QDateTime &utc);

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace omni::store {

class Connection;

/// One step of the schema; its number becomes the file's `user_version`.
struct Migration
{
    int version = 0;
    QString name; ///< of the SQL file
    QStringList statements;
};

/// The statements of one SQL text, without comments in between; knows quotes and triggers.
[[nodiscard]] QStringList splitStatements(const QString &sql);

/// All `NNNN_*.sql` of the folder. The numbers run from 1 without a gap; anything else is an error.
[[nodiscard]] base::Result<QList<Migration>> readMigrations(const QString &folder);

/// Applies those after the file's version, all in one transaction: all or none.
[[nodiscard]] base::Result<void> migrate(Connection &connection, const QList<Migration> &all);

/// The file's `user_version`.
[[nodiscard]] base::Result<int> schemaVersion(Connection &connection);

} // namespace omni::store

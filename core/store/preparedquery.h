// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace omni::store {

/// The connection's own query for a statement that runs often: prepared the first time, then kept
/// until the connection closes. `finish()` it after use, so that it holds no lock on its table.
///
/// A statement that cannot be prepared gives a query whose `exec()` fails and says why.
[[nodiscard]] QSqlQuery &preparedQuery(QSqlDatabase &sql, const QString &statement);

/// Called before the connection closes.
void dropPreparedQueries(QSqlDatabase &sql);

} // namespace omni::store

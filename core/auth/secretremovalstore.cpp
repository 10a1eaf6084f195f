// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/secretremovalstore.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::auth {

namespace {

base::Result<void> execute(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return base::fail(
        base::ErrorCode::Internal,
        QStringLiteral("the secret_removals table: %1").arg(query.lastError().databaseText()));
}

} // namespace

base::Result<QStringList> readSecretRemovals(QSqlDatabase &sql)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("SELECT key FROM secret_removals"));
    if (auto done = execute(query); !done)
        return base::fail(done.error());
    QStringList keys;
    while (query.next())
        keys.append(query.value(0).toString());
    return keys;
}

base::Result<void> writeSecretRemoval(QSqlDatabase &sql, const QString &key)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO secret_removals (key) VALUES (?)"));
    query.bindValue(0, key);
    return execute(query);
}

base::Result<void> deleteSecretRemoval(QSqlDatabase &sql, const QString &key)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("DELETE FROM secret_removals WHERE key = ?"));
    query.bindValue(0, key);
    return execute(query);
}

} // namespace omni::auth

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/catalogstore.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::catalog {

using base::Result;

namespace {

base::Failure failure(const QSqlQuery &query)
{
    return base::fail(base::ErrorCode::Internal,
                      QStringLiteral("providers of your own: %1").arg(query.lastError().text()));
}

} // namespace

Result<QList<StoredProvider>> readProviders(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT id, json FROM user_providers ORDER BY id")))
        return failure(query);
    QList<StoredProvider> providers;
    while (query.next())
        providers.append({query.value(0).toString(), query.value(1).toString().toUtf8()});
    return providers;
}

Result<void> writeProvider(QSqlDatabase &database, const StoredProvider &provider)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT INTO user_providers (id, json) VALUES (?, ?) "
                                 "ON CONFLICT (id) DO UPDATE SET json = excluded.json"));
    query.addBindValue(provider.id);
    query.addBindValue(QString::fromUtf8(provider.json));
    if (!query.exec())
        return failure(query);
    return {};
}

Result<void> deleteProvider(QSqlDatabase &database, const ProviderId &id)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("DELETE FROM user_providers WHERE id = ?"));
    query.addBindValue(id.text());
    if (!query.exec())
        return failure(query);
    return {};
}

} // namespace omni::catalog

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/settingsstore.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::store {

namespace {

base::Failure failed(const QSqlQuery &query)
{
    return base::fail(
        base::ErrorCode::Internal,
        QStringLiteral("the settings table: %1").arg(query.lastError().databaseText()));
}

} // namespace

base::Result<QHash<QString, QByteArray>> readSettings(QSqlDatabase &sql)
{
    QSqlQuery query(sql);
    if (!query.exec(QStringLiteral("SELECT key, value FROM settings")))
        return failed(query);
    QHash<QString, QByteArray> settings;
    while (query.next())
        settings.insert(query.value(0).toString(), query.value(1).toString().toUtf8());
    return settings;
}

base::Result<void> writeSetting(QSqlDatabase &sql, const QString &key, const QByteArray &json)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?) "
                                 "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    query.bindValue(0, key);
    query.bindValue(1, QString::fromUtf8(json));
    return query.exec() ? base::Result<void>() : failed(query);
}

base::Result<void> deleteSetting(QSqlDatabase &sql, const QString &key)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("DELETE FROM settings WHERE key = ?"));
    query.bindValue(0, key);
    return query.exec() ? base::Result<void>() : failed(query);
}

} // namespace omni::store

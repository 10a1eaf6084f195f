// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/clientkeystore.h"

#include "core/base/json.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::auth {

using base::Json;

namespace {

#define KEY_COLUMNS                                                                                \
    "id, name, sha256, hint, allowed_models, requests_per_minute, created_ms, expires_ms, "        \
    "revoked_ms, last_used_ms"

base::Result<void> execute(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return base::fail(
        base::ErrorCode::Internal,
        QStringLiteral("the client_keys table: %1").arg(query.lastError().databaseText()));
}

QString globsJson(const QStringList &globs)
{
    Json list = Json::array();
    for (const QString &glob : globs)
        list.append(Json(glob));
    return QString::fromUtf8(list.toJson());
}

/// A list that cannot be read allows nothing: an empty one would allow everything.
QStringList globsFromJson(const QString &text)
{
    const auto list = Json::parse(text.toUtf8());
    if (!list || !list->isArray())
        return {QString()};
    QStringList globs;
    for (const Json &item : list->items())
        globs.append(item.toText());
    return globs;
}

} // namespace

base::Result<QList<ClientKey>> readClientKeys(QSqlDatabase &sql)
{
    QSqlQuery query(sql);
    query.prepare(
        QStringLiteral("SELECT " KEY_COLUMNS " FROM client_keys ORDER BY created_ms, id"));
    if (auto done = execute(query); !done)
        return base::fail(done.error());
    QList<ClientKey> keys;
    while (query.next()) {
        int column = 0;
        const auto next = [&] { return query.value(column++); };
        ClientKey key;
        key.id = next().toString();
        key.name = next().toString();
        key.sha256 = next().toByteArray();
        key.hint = next().toString();
        key.allowedModels = globsFromJson(next().toString());
        key.requestsPerMinute = next().toInt();
        key.createdMs = next().toLongLong();
        key.expiresMs = next().toLongLong();
        key.revokedMs = next().toLongLong();
        key.lastUsedMs = next().toLongLong();
        keys.append(key);
    }
    return keys;
}

base::Result<void> writeClientKey(QSqlDatabase &sql, const ClientKey &key)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("INSERT INTO client_keys (" KEY_COLUMNS
                                 ") VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
                                 "name = excluded.name, sha256 = excluded.sha256, "
                                 "hint = excluded.hint, allowed_models = excluded.allowed_models, "
                                 "requests_per_minute = excluded.requests_per_minute, "
                                 "expires_ms = excluded.expires_ms, "
                                 "revoked_ms = excluded.revoked_ms, "
                                 "last_used_ms = excluded.last_used_ms"));
    const QVariantList values{
        key.id,
        key.name,
        key.sha256,
        key.hint,
        globsJson(key.allowedModels),
        key.requestsPerMinute,
        key.createdMs,
        key.expiresMs,
        key.revokedMs,
        key.lastUsedMs,
    };
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    return execute(query);
}

base::Result<void> writeClientKeyUse(QSqlDatabase &sql, const QString &id, qint64 lastUsedMs)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("UPDATE client_keys SET last_used_ms = ? WHERE id = ?"));
    query.bindValue(0, lastUsedMs);
    query.bindValue(1, id);
    return execute(query);
}

} // namespace omni::auth

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/accountstore.h"

#include "core/auth/modelsjson.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::auth {

namespace {

#define ACCOUNT_COLUMNS                                                                            \
    "id, provider, name, tier, priority, is_paused, has_secret, secret_fingerprint, secret_hint, " \
    "base_url, proxy, models, created_ms, checked_ms, last_used_ms, auth_trouble"

base::Result<void> execute(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return base::fail(
        base::ErrorCode::Internal,
        QStringLiteral("the accounts table: %1").arg(query.lastError().databaseText()));
}

/// SQLite's NOT NULL knows the difference; QString's null does not matter to us.
QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

Account accountAt(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    Account account;
    account.id = AccountId(next().toString());
    account.provider = catalog::ProviderId(next().toString());
    account.name = next().toString();
    account.tier = catalog::tierFromName(next().toString()).value_or(catalog::Tier::ApiKey);
    account.priority = next().toInt();
    account.isPaused = next().toBool();
    account.hasSecret = next().toBool();
    account.secretFingerprint = next().toString();
    account.secretHint = next().toString();
    account.baseUrl = QUrl(next().toString());
    account.proxy = next().toString();
    account.models = modelsFromJson(next().toString().toUtf8());
    account.createdMs = next().toLongLong();
    account.checkedMs = next().toLongLong();
    account.lastUsedMs = next().toLongLong();
    account.authTrouble = next().toString();
    return account;
}

} // namespace

base::Result<QList<Account>> readAccounts(QSqlDatabase &sql)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("SELECT " ACCOUNT_COLUMNS " FROM accounts"));
    if (auto done = execute(query); !done)
        return base::fail(done.error());
    QList<Account> accounts;
    while (query.next())
        accounts.append(accountAt(query));
    return accounts;
}

base::Result<void> writeAccount(QSqlDatabase &sql, const Account &account)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO accounts (" ACCOUNT_COLUMNS
                                 ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    const QVariantList values{
        account.id.text(),        account.provider.text(),
        text(account.name),       catalog::tierName(account.tier),
        account.priority,         account.isPaused,
        account.hasSecret,        text(account.secretFingerprint),
        text(account.secretHint), text(account.baseUrl.toString(QUrl::FullyEncoded)),
        text(account.proxy),      QString::fromUtf8(modelsJson(account.models)),
        account.createdMs,        account.checkedMs,
        account.lastUsedMs,       text(account.authTrouble),
    };
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    return execute(query);
}

base::Result<void> deleteAccount(QSqlDatabase &sql, const AccountId &id)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("DELETE FROM accounts WHERE id = ?"));
    query.bindValue(0, id.text());
    return execute(query);
}

base::Result<void> writeAccountUse(QSqlDatabase &sql, const AccountId &id, qint64 lastUsedMs)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("UPDATE accounts SET last_used_ms = ? WHERE id = ?"));
    query.bindValue(0, lastUsedMs);
    query.bindValue(1, id.text());
    return execute(query);
}

base::Result<void> writeAccountCheck(QSqlDatabase &sql, const AccountId &id,
                                     const QString &authTrouble, qint64 checkedMs)
{
    QSqlQuery query(sql);
    query.prepare(
        QStringLiteral("UPDATE accounts SET auth_trouble = ?, checked_ms = ? WHERE id = ?"));
    query.bindValue(0, text(authTrouble));
    query.bindValue(1, checkedMs);
    query.bindValue(2, id.text());
    return execute(query);
}

} // namespace omni::auth

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/store/database.h"
#include "tests/support/omnitest.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::test {

/// Why it failed, or empty.
template<typename T>
QString errorOf(const base::Result<T> &result)
{
    return result ? QString() : result.error().detail;
}

inline base::Result<void> execute(QSqlDatabase &sql, const QString &statement)
{
    QSqlQuery query(sql);
    if (query.exec(statement))
        return {};
    return base::fail(base::ErrorCode::Internal, query.lastError().text());
}

/// A job that stores one setting.
inline store::Database::Job putSetting(const QString &key, const QString &value)
{
    return [key, value](QSqlDatabase &sql) -> base::Result<void> {
        QSqlQuery query(sql);
        query.prepare(QStringLiteral("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)"));
        query.bindValue(0, key);
        query.bindValue(1, value.isNull() ? QStringLiteral("") : value);
        if (query.exec())
            return {};
        return base::fail(base::ErrorCode::Internal, query.lastError().text());
    };
}

/// The first column of the first row, on a connection of the caller's thread.
inline QVariant readValue(store::Database &database, const QString &statement)
{
    auto sql = database.startReader();
    if (!sql)
        return {};
    QSqlQuery query(*sql);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}

/// Waits for a configuration write.
inline base::Result<void> writeAndWait(store::Database &database, store::Database::Job job)
{
    QObject context;
    std::optional<base::Result<void>> outcome;
    database.write(std::move(job), &context, [&](base::Result<void> got) { outcome = got; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
        return base::fail(base::ErrorCode::Timeout, QStringLiteral("no answer"));
    return *outcome;
}

/// Waits until everything queued so far is on the disk.
inline void drain(store::Database &database)
{
    QObject context;
    bool isDone = false;
    database.read([](QSqlDatabase &) { return base::Result<void>(); }, &context,
                  [&](const base::Result<void> &) { isDone = true; });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }, 20'000));
}

inline QByteArray hashOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
               : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace omni::test

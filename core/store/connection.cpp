// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/connection.h"

#include "core/store/preparedquery.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <atomic>

namespace omni::store {

using base::ErrorCode;
using base::fail;

namespace {

QString uri(const QString &file, Connection::Mode mode)
{
    const char *tail = mode == Connection::Mode::ReadWrite  ? "?mode=rw"
                       : mode == Connection::Mode::ReadOnly ? "?mode=ro"
                                                            : "?mode=ro&immutable=1";
    return QStringLiteral("file:%1%2")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(file, "/")), QLatin1StringView(tail));
}

} // namespace

Connection::Connection(QString name)
    : m_name(std::move(name))
    , m_sql(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{}

Connection::~Connection()
{
    if (m_sql.isValid())
        dropPreparedQueries(m_sql);
    m_sql.close();
    m_sql = QSqlDatabase(); // removeDatabase complains about copies
    QSqlDatabase::removeDatabase(m_name);
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode)
{
    static std::atomic<int> count = 0;
    std::unique_ptr<Connection> connection(
        new Connection(QStringLiteral("omniroute-%1").arg(++count)));
    if (!connection->m_sql.isValid())
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("Qt's SQLite driver is missing; install libqt6sql6-sqlite"));
    connection->m_sql.setDatabaseName(uri(file, mode));
    connection->m_sql.setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection->m_sql.open())
        return fail(ErrorCode::Internal, connection->m_sql.lastError().databaseText());
    for (const QString &pragma :
         {QStringLiteral("PRAGMA trusted_schema = OFF"), QStringLiteral("PRAGMA foreign_keys = ON"),
          QStringLiteral("PRAGMA temp_store = MEMORY")}) {
        if (auto done = connection->run(pragma); !done)
            return fail(done.error());
    }
    if (mode != Mode::ReadWrite) {
        if (auto done = connection->run(QStringLiteral("PRAGMA query_only = ON")); !done)
            return fail(done.error());
    }
    return connection;
}

base::Result<void> Connection::run(const QString &statement)
{
    QSqlQuery query(m_sql);
    if (query.exec(statement))
        return {};
    return fail(ErrorCode::Internal, query.lastError().databaseText());
}

base::Result<QString> Connection::value(const QString &statement)
{
    QSqlQuery query(m_sql);
    if (!query.exec(statement))
        return fail(ErrorCode::Internal, query.lastError().databaseText());
    return query.next() ? query.value(0).toString() : QString();
}

base::Result<void> Connection::quickCheck()
{
    const auto found = value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found)
        return fail(found.error());
    if (*found != QLatin1StringView("ok"))
        return fail(ErrorCode::Internal, *found);
    return {};
}

} // namespace omni::store

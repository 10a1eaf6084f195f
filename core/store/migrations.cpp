// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/migrations.h"

#include "core/store/connection.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace omni::store {

using base::ErrorCode;
using base::fail;

namespace {

/// Where the quoted text or comment that starts at `at` ends; `at` itself when none starts there.
qsizetype endOfUnit(const QString &sql, qsizetype at)
{
    const QChar c = sql.at(at);
    const auto behind = [&](QLatin1StringView mark, qsizetype from) {
        const qsizetype end = sql.indexOf(mark, from);
        return end < 0 ? sql.size() : end + mark.size();
    };
    if (c == u'\'' || c == u'"' || c == u'`') {
        const qsizetype end = sql.indexOf(c, at + 1);
        return end < 0 ? sql.size() : end + 1;
    }
    if (QStringView(sql).mid(at).startsWith(u"--"))
        return behind(QLatin1StringView("\n"), at);
    if (QStringView(sql).mid(at).startsWith(u"/*"))
        return behind(QLatin1StringView("*/"), at + 2);
    return at;
}

} // namespace

QStringList splitStatements(const QString &sql)
{
    static const QRegularExpression trigger(QStringLiteral("^CREATE\\s+(TEMP\\s+)?TRIGGER\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression end(QStringLiteral("\\bEND\\s*$"),
                                        QRegularExpression::CaseInsensitiveOption);
    QStringList statements;
    QString current;
    const auto finish = [&] {
        const QString statement = current.trimmed();
        if (trigger.match(statement).hasMatch() && !end.match(statement).hasMatch()) {
            current.append(u';'); // one of the statements inside
            return;
        }
        if (!statement.isEmpty())
            statements.append(statement);
        current.clear();
    };
    for (qsizetype at = 0; at < sql.size();) {
        const qsizetype unit = endOfUnit(sql, at);
        if (unit > at) {
            const bool isComment = sql.at(at) == u'-' || sql.at(at) == u'/';
            current.append(isComment ? QStringView(u"\n") : QStringView(sql).mid(at, unit - at));
            at = unit;
            continue;
        }
        if (sql.at(at) == u';')
            finish();
        else
            current.append(sql.at(at));
        ++at;
    }
    finish();
    return statements;
}

base::Result<QList<Migration>> readMigrations(const QString &folder)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{4})_\\w+\\.sql$"));
    QList<Migration> all;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        const auto match = pattern.match(name);
        const int version = match.captured(1).toInt();
        if (version != all.size() + 1)
            return fail(ErrorCode::Internal,
                        QStringLiteral("the migration %1 has the wrong number; %2 is next")
                            .arg(name)
                            .arg(all.size() + 1));
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(
                ErrorCode::Internal,
                QStringLiteral("cannot read the migration %1: %2").arg(name, file.errorString()));
        all.append({version, name, splitStatements(QString::fromUtf8(file.readAll()))});
    }
    if (all.isEmpty())
        return fail(ErrorCode::Internal, QStringLiteral("no migration stands in %1").arg(folder));
    return all;
}

base::Result<int> schemaVersion(Connection &connection)
{
    const auto version = connection.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return fail(version.error());
    return version->toInt();
}

base::Result<void> migrate(Connection &connection, const QList<Migration> &all)
{
    const auto from = schemaVersion(connection);
    if (!from)
        return fail(from.error());
    if (auto begun = connection.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    const auto giveUp = [&](const QString &where, const base::Error &error) {
        (void)connection.run(QStringLiteral("ROLLBACK")); // the first error is the one that counts
        return fail(ErrorCode::Internal, QStringLiteral("%1: %2").arg(where, error.detail));
    };
    for (const Migration &migration : all) {
        if (migration.version <= *from)
            continue;
        for (const QString &statement : migration.statements) {
            if (auto done = connection.run(statement); !done)
                return giveUp(migration.name, done.error());
        }
    }
    // A pragma takes no bound values; this one is a number of ours.
    const QString setVersion =
        QStringLiteral("PRAGMA user_version = %1").arg(all.constLast().version);
    if (auto done = connection.run(setVersion); !done)
        return giveUp(QStringLiteral("the schema's version"), done.error());
    if (auto done = connection.run(QStringLiteral("COMMIT")); !done)
        return giveUp(QStringLiteral("commit"), done.error());
    if (const auto now = schemaVersion(connection); !now || *now != all.constLast().version)
        return fail(ErrorCode::Internal,
                    QStringLiteral("the schema's version did not change as it should"));
    return {};
}

} // namespace omni::store

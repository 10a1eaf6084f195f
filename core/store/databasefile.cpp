// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/databasefile.h"

#include "core/base/log.h"
#include "core/store/backups.h"
#include "core/store/connection.h"
#include "core/store/filesafety.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace omni::store {

using base::ErrorCode;
using base::fail;

namespace {

/// `PRAGMA application_id` of our files: "OMNI".
const QString SetApplicationId = QStringLiteral("PRAGMA application_id = 1330466377");
constexpr int ApplicationId = 1330466377;

/// Checking every page takes about a second for 300 MB. A larger file that was closed well is
/// checked by the daily backup instead.
constexpr qint64 AlwaysCheckedBytes = 32 << 20;

base::Failure damaged(const QString &dir, const QString &why)
{
    const QList<Backup> backups = listBackups(dir);
    const QString offer =
        backups.isEmpty() ? QStringLiteral("There is no backup")
                          : QStringLiteral("The last backup is %1").arg(backups.constFirst().path);
    return fail(ErrorCode::Internal,
                QStringLiteral("the database %1 is damaged: %2. Nothing was changed. %3. Restore a "
                               "backup, or move the file away to start anew")
                    .arg(databaseFile(dir), why, offer));
}

base::Failure unreadable(const QString &dir, const QString &why)
{
    return fail(ErrorCode::Internal,
                QStringLiteral("the database %1 cannot be opened: %2. Nothing was changed. See "
                               "whether another program holds it, whether the disk is full, and "
                               "whether you may read and write it")
                    .arg(databaseFile(dir), why));
}

/// Built beside its place and renamed when complete, so an empty or half-made file there always
/// means damage.
base::Result<void> makeNew(const QString &dir, const QList<Migration> &migrations)
{
    const QString fresh = databaseFile(dir) + QStringLiteral(".new");
    for (const QString &tail : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(fresh + tail); // left by a crash during the first start
    if (auto made = createPrivate(fresh); !made)
        return made;
    {
        auto connection = Connection::open(fresh, Connection::Mode::ReadWrite);
        auto done = connection ? base::Result<void>() : fail(connection.error());
        for (const QString &pragma : {SetApplicationId, QStringLiteral("PRAGMA journal_mode = WAL"),
                                      QStringLiteral("PRAGMA synchronous = FULL")}) {
            if (done)
                done = (*connection)->run(pragma);
        }
        if (done)
            done = migrate(**connection, migrations);
        if (!done)
            return fail(ErrorCode::Internal,
                        QStringLiteral("the database %1 cannot be made: %2; see whether the disk "
                                       "is full")
                            .arg(databaseFile(dir), done.error().detail));
    }
    if (auto safe = syncToDisk(fresh); !safe)
        return safe;
    return renameDurably(fresh, databaseFile(dir));
}

base::Result<void> checkHeader(const QString &dir)
{
    QFile file(databaseFile(dir));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(dir, file.errorString());
    if (file.size() == 0)
        return damaged(dir, QStringLiteral("it is empty"));
    const QByteArray head = file.read(100);
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return damaged(dir,
                       QStringLiteral("it is no SQLite file, or its beginning was overwritten"));
    return {};
}

/// Only reads. Gives the schema's version.
base::Result<int> inspect(const QString &dir, int newest)
{
    const QString path = databaseFile(dir);
    if (auto good = checkHeader(dir); !good)
        return fail(good.error());
    // A journal with content: the last run did not end well, or another one still runs.
    const bool wasClosedWell = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    auto connection = Connection::open(path, wasClosedWell ? Connection::Mode::Immutable
                                                           : Connection::Mode::ReadOnly);
    if (!connection)
        return unreadable(dir, connection.error().detail);
    const auto id = (*connection)->value(QStringLiteral("PRAGMA application_id"));
    if (!id)
        return damaged(dir, id.error().detail);
    if (id->toInt() != ApplicationId)
        return fail(ErrorCode::InvalidRequest,
                    QStringLiteral("%1 is a database of another program. Nothing was changed; "
                                   "choose another data folder or move the file away")
                        .arg(path));
    const auto version = schemaVersion(**connection);
    if (!version)
        return damaged(dir, version.error().detail);
    if (*version > newest)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("the database %1 was written by a newer OmniRoute Desktop "
                                   "(schema %2, this one knows %3). Nothing was changed; install "
                                   "the newer version again or choose another data folder")
                        .arg(path)
                        .arg(*version)
                        .arg(newest));
    if (!wasClosedWell || *version < newest || QFileInfo(path).size() <= AlwaysCheckedBytes) {
        if (auto good = (*connection)->quickCheck(); !good)
            return damaged(dir, good.error().detail);
    }
    return *version;
}

base::Result<void> upgrade(const QString &dir, int from, const QList<Migration> &migrations)
{
    auto connection = Connection::open(databaseFile(dir), Connection::Mode::ReadWrite);
    if (!connection)
        return unreadable(dir, connection.error().detail);
    const auto backup = makeBackup(**connection, dir);
    if (!backup)
        return fail(ErrorCode::Internal,
                    QStringLiteral("the database must be brought to a newer schema, and %1. "
                                   "Nothing was changed; see whether the disk is full")
                        .arg(backup.error().detail));
    if (auto done = migrate(**connection, migrations); !done)
        return fail(
            ErrorCode::Internal,
            QStringLiteral("the database %1 could not be brought to a newer schema (%2). "
                           "It is as it was, and a copy is %3; use the version of OmniRoute "
                           "Desktop that ran before and report this")
                .arg(databaseFile(dir), done.error().detail, *backup));
    if (auto good = (*connection)->quickCheck(); !good)
        return damaged(dir, good.error().detail);
    qCInfo(lcStore).noquote() << QStringLiteral("the database went from schema %1 to %2; the copy "
                                                "from before is %3")
                                     .arg(from)
                                     .arg(migrations.constLast().version)
                                     .arg(*backup);
    return {};
}

} // namespace

QString databaseFile(const QString &dir)
{
    return QDir(dir).filePath(QStringLiteral("omniroute.db"));
}

base::Result<void> prepareDatabaseFile(const QString &dir, const QList<Migration> &migrations)
{
    const QString file = databaseFile(dir);
    if (!QFileInfo::exists(file)) {
        if (QFileInfo(file + QStringLiteral("-wal")).size() > 0)
            return damaged(
                dir, QStringLiteral("the file is gone, but its journal %1-wal is there").arg(file));
        return makeNew(dir, migrations);
    }
    if (auto good = makePrivate(file); !good)
        return good;
    const int newest = migrations.constLast().version;
    const auto version = inspect(dir, newest);
    if (!version)
        return fail(version.error());
    return *version < newest ? upgrade(dir, *version, migrations) : base::Result<void>();
}

} // namespace omni::store

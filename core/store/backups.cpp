// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/backups.h"

#include "core/base/log.h"
#include "core/store/connection.h"
#include "core/store/databasefile.h"
#include "core/store/filesafety.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::store {

using base::ErrorCode;
using base::fail;

namespace {

const QString Prefix = QStringLiteral("omniroute.db.backup-");
const QString StampFormat = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

QString backupDir(const QString &dir)
{
    return QDir(dir).filePath(QStringLiteral("backups"));
}

/// `base`, or `base-2` and so on when that is taken.
QString freeName(const QString &base)
{
    QString name = base;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = QStringLiteral("%1-%2").arg(base).arg(i);
    return name;
}

base::Result<void> copyAndCheck(Connection &connection, const QString &to)
{
    if (auto made = createPrivate(to); !made)
        return made;
    {
        QSqlQuery query(connection.sql());
        query.prepare(QStringLiteral("VACUUM INTO ?"));
        query.bindValue(0, to);
        if (!query.exec())
            return fail(ErrorCode::Internal, query.lastError().databaseText());
    }
    auto copy = Connection::open(to, Connection::Mode::Immutable);
    if (!copy)
        return fail(copy.error());
    if (auto good = (*copy)->quickCheck(); !good)
        return good;
    return syncToDisk(to);
}

/// Never the one just made, which a clock that was set back makes look like an old one.
void deleteOldest(const QString &dir, const QString &justMade)
{
    QList<Backup> others = listBackups(dir);
    others.removeIf([name = QFileInfo(justMade).fileName()](const Backup &backup) {
        return QFileInfo(backup.path).fileName() == name;
    });
    for (qsizetype i = KeptBackups - 1; i < others.size(); ++i) {
        if (!QFile::remove(others.at(i).path))
            qCWarning(lcStore) << "cannot delete the old backup" << others.at(i).path;
    }
}

} // namespace

QString fileStamp(const QDateTime &utc)
{
    return utc.toUTC().toString(StampFormat);
}

QList<Backup> listBackups(const QString &dir)
{
    QList<Backup> all;
    const QDir folder(backupDir(dir));
    for (const QFileInfo &info : folder.entryInfoList({Prefix + u'*'}, QDir::Files)) {
        QDateTime made = QDateTime::fromString(info.fileName().mid(Prefix.size(), 16), StampFormat);
        made.setTimeSpec(Qt::UTC);
        if (made.isValid() && !info.fileName().endsWith(QStringLiteral(".part")))
            all.append({info.filePath(), made, info.size()});
    }
    // Names of one second differ by a number that may be used again: there the file's own time
    // decides.
    std::sort(all.begin(), all.end(), [](const Backup &a, const Backup &b) {
        return a.made != b.made
                   ? a.made > b.made
                   : QFileInfo(a.path).lastModified() > QFileInfo(b.path).lastModified();
    });
    return all;
}

base::Result<QString> makeBackup(Connection &connection, const QString &dir)
{
    if (auto made = prepareDataDir(backupDir(dir)); !made)
        return fail(made.error());
    const QString name =
        freeName(backupDir(dir) + u'/' + Prefix + fileStamp(QDateTime::currentDateTimeUtc()));
    const QString part = name + QStringLiteral(".part");
    QFile::remove(part); // left by a crash
    auto copied = copyAndCheck(connection, part);
    if (copied)
        copied = renameDurably(part, name);
    if (!copied) {
        QFile::remove(part);
        return fail(ErrorCode::Internal,
                    QStringLiteral("the database could not be backed up to %1: %2")
                        .arg(name, copied.error().detail));
    }
    deleteOldest(dir, name);
    return name;
}

base::Result<QString> setAside(const QString &dir)
{
    const QString file = databaseFile(dir);
    const QString aside = freeName(
        QStringLiteral("%1.corrupt-%2").arg(file, fileStamp(QDateTime::currentDateTimeUtc())));
    // The journals first: the file must never stand without them, or it would look like an older
    // state.
    for (const QString &tail : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        if (!QFileInfo::exists(file + tail))
            continue;
        if (auto moved = renameDurably(file + tail, aside + tail); !moved)
            return fail(moved.error());
    }
    return aside;
}

base::Result<void> restoreBackup(const QString &dir, const QString &backup)
{
    {
        auto copy = Connection::open(backup, Connection::Mode::Immutable);
        auto good = copy ? (*copy)->quickCheck() : base::Result<void>(fail(copy.error()));
        if (!good)
            return fail(ErrorCode::InvalidRequest,
                        QStringLiteral("the backup %1 is damaged itself (%2); choose another one")
                            .arg(backup, good.error().detail));
    }
    QFile file(backup);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::Internal,
            QStringLiteral("cannot read the backup %1: %2").arg(backup, file.errorString()));
    if (const auto aside = setAside(dir); !aside)
        return fail(aside.error());
    return replaceDurably(databaseFile(dir), file.readAll());
}

} // namespace omni::store

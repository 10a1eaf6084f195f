// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/filesafety.h"

#include "core/base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace omni::store {

using base::ErrorCode;
using base::fail;

namespace {

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

base::Failure failed(const QString &what, const QString &path)
{
    const QString why = reason();
    return fail(ErrorCode::Internal, QStringLiteral("%1 %2: %3").arg(what, path, why));
}

base::Failure foreign(const QString &path, uint owner)
{
    return fail(ErrorCode::Forbidden,
                QStringLiteral("%1 belongs to another user (uid %2, we are %3), so it is left "
                               "alone; choose another folder with --data-dir or change its owner")
                    .arg(path)
                    .arg(owner)
                    .arg(::geteuid()));
}

} // namespace

base::Result<void> prepareDataDir(const QString &dir)
{
    const QByteArray path = QFile::encodeName(dir);
    struct stat info = {};
    if (::stat(path.constData(), &info) != 0) {
        if (!QDir().mkpath(QFileInfo(dir).absolutePath()) || ::mkdir(path.constData(), 0700) != 0)
            return fail(ErrorCode::Forbidden,
                        QStringLiteral("the data folder %1 cannot be made: %2; make it by hand or "
                                       "choose another one with --data-dir")
                            .arg(dir, reason()));
        return {};
    }
    if (!S_ISDIR(info.st_mode))
        return fail(ErrorCode::InvalidRequest,
                    QStringLiteral("%1 is a file, and the data folder must be a folder; choose "
                                   "another one with --data-dir")
                        .arg(dir));
    if (info.st_uid != ::geteuid())
        return foreign(dir, info.st_uid);
    if (::faccessat(AT_FDCWD, path.constData(), R_OK | W_OK | X_OK, AT_EACCESS) != 0)
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("the data folder %1 cannot be written to: %2; give yourself "
                                   "the right (chmod u+rwx) or choose another one with --data-dir")
                        .arg(dir, reason()));
    if ((info.st_mode & 077U) != 0) {
        qCWarning(lcStore).noquote()
            << QStringLiteral("the data folder %1 was open to other users; it is closed now")
                   .arg(dir);
        if (::chmod(path.constData(), 0700) != 0)
            return failed(QStringLiteral("cannot close to other users:"), dir);
    }
    return {};
}

base::Result<void> makePrivate(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    struct stat info = {};
    if (::stat(path.constData(), &info) != 0)
        return failed(QStringLiteral("cannot look at"), file);
    if (info.st_uid != ::geteuid())
        return foreign(file, info.st_uid);
    if ((info.st_mode & 077U) != 0 && ::chmod(path.constData(), 0600) != 0)
        return failed(QStringLiteral("cannot close to other users:"), file);
    return {};
}

base::Result<void> createPrivate(const QString &file)
{
    const int handle =
        ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        return failed(QStringLiteral("cannot make"), file);
    ::close(handle);
    return {};
}

base::Result<void> syncToDisk(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return failed(QStringLiteral("cannot open"), path);
    const bool good = ::fsync(handle) == 0;
    const int error = errno;
    ::close(handle);
    errno = error;
    return good ? base::Result<void>() : failed(QStringLiteral("cannot flush to disk:"), path);
}

base::Result<void> renameDurably(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failed(QStringLiteral("cannot rename %1 to").arg(from), to);
    return syncToDisk(QFileInfo(to).absolutePath());
}

base::Result<void> replaceDurably(const QString &file, const QByteArray &bytes)
{
    const QString fresh = file + QStringLiteral(".new");
    ::unlink(QFile::encodeName(fresh).constData()); // left by a crash; holds nothing that counts
    if (auto made = createPrivate(fresh); !made)
        return made;
    QFile out(fresh);
    const bool written =
        out.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && out.write(bytes) == bytes.size();
    const QString why = out.errorString();
    out.close();
    auto safe =
        written ? syncToDisk(fresh)
                : base::Result<void>(fail(ErrorCode::Internal,
                                          QStringLiteral("cannot write %1: %2").arg(fresh, why)));
    if (safe)
        safe = renameDurably(fresh, file);
    if (!safe)
        ::unlink(QFile::encodeName(fresh).constData());
    return safe;
}

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/datafolder.h"

#include "core/control/platform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;

namespace {

/// Qt binds a socket in a folder of its own beside the final path, so stay well below 108 bytes.
constexpr qsizetype MaxSocketPath = 80;

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

bool isOwnFolder(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() && !info.isSymLink() && isOwnUser(info.ownerId()) &&
           !(info.permissions() & (QFile::WriteGroup | QFile::WriteOther));
}

} // namespace

QString dataFolder(const QString &option)
{
    QString folder = option;
    if (folder.isEmpty())
        folder = qEnvironmentVariable("DATA_DIR");
    if (folder.isEmpty())
        folder =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/omniroute"_s;
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    const QString canonical = QFileInfo(absolute).canonicalFilePath();
    return canonical.isEmpty() ? absolute : canonical;
}

base::Result<void> prepareDataFolder(const QString &folder)
{
    QFileInfo info(folder);
    if (!info.exists()) {
        if (!QDir().mkpath(folder))
            return base::fail(
                ErrorCode::Forbidden,
                u"The data folder %1 cannot be made. Its parent folder is absent or "
                "not yours. Choose another with --data-dir, or make it yours."_s.arg(folder));
        QFile::setPermissions(folder, OwnerOnly);
        info.refresh();
    }
    if (!info.isDir())
        return base::fail(ErrorCode::NotFound,
                          u"%1 is a file, and the data folder must be a folder. Choose another "
                          "with --data-dir."_s.arg(folder));
    if (!isOwnUser(info.ownerId()))
        return base::fail(ErrorCode::Forbidden,
                          u"The data folder %1 belongs to another user (%2). Nothing was changed. "
                          "Start as that user, or choose another folder with --data-dir."_s.arg(
                              folder, info.owner()));
    if (!info.isReadable() || !info.isWritable() || !info.isExecutable())
        return base::fail(ErrorCode::Forbidden,
                          u"The data folder %1 cannot be read and written; its permissions do not "
                          "allow it. Run: chmod u+rwx '%1'"_s.arg(folder));
    return {};
}

QString dataFolderWarning(const QString &folder)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (!(QFileInfo(folder).permissions() & others))
        return {};
    return u"The data folder %1 can be read by other users. Run: chmod 700 '%1'"_s.arg(folder);
}

QString lockFilePath(const QString &folder)
{
    return folder + u"/omniroute.lock"_s;
}

QString socketPath(const QString &folder)
{
    const QByteArray hash =
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString name = u"omniroute-%1.sock"_s.arg(QString::fromLatin1(hash));
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && runtime.size() + 1 + name.size() <= MaxSocketPath &&
        isOwnFolder(runtime))
        return runtime + u'/' + name;
    if (folder.size() + 13 <= MaxSocketPath)
        return folder + u"/control.sock"_s;
    return QDir::tempPath() + u"/omniroute-%1/%2"_s.arg(ownUserText(), name);
}

} // namespace omni::control

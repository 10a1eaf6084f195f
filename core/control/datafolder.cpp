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

namespace {

/// Qt binds a socket in a folder of its own beside the final path, so stay well below 108 bytes.
constexpr qsizetype MaxSocketPath = 80;

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

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/house/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace omni::test {

namespace {

QDir root()
{
    return QDir(QStringLiteral(OMNI_SOURCE_DIR));
}

} // namespace

QStringList filesNamed(const QStringList &topFolders, const QStringList &patterns)
{
    QStringList files;
    for (const QString &folder : topFolders) {
        QDirIterator it(root().filePath(folder), patterns, QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(root().relativeFilePath(it.next()));
    }
    files.sort();
    return files;
}

QStringList sourceFiles(const QStringList &topFolders)
{
    return filesNamed(topFolders, {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
}

QStringList linesOf(const QString &path)
{
    QFile file(root().filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    const bool isPage = parts.size() > 3 && parts.at(0) == QLatin1String("ui") &&
                        parts.at(1) == QLatin1String("pages");
    if (isPage)
        return parts.mid(0, 3).join(QLatin1Char('/'));
    if (parts.size() > 2)
        return parts.mid(0, 2).join(QLatin1Char('/'));
    return parts.value(0);
}

} // namespace omni::test

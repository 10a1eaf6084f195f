// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/server.h"

#include <QDir>

namespace omni::http {

namespace {

/// Socket inodes that listen on the port, from one of Linux's tables.
QList<QByteArray> listeningInodes(const QString &table, quint16 port)
{
    QList<QByteArray> inodes;
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return inodes;
    constexpr int LocalAddress = 1;
    constexpr int SocketState = 3;
    constexpr int Inode = 9;
    const QByteArray suffix = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() > Inode && words[LocalAddress].endsWith(suffix) &&
            words[SocketState] == "0A")
            inodes.append(words[Inode]);
    }
    return inodes;
}

bool holdsOneOf(const QString &processFolder, const QStringList &links)
{
    // What belongs to other users cannot be listed, and then looks empty.
    const QDir folder(processFolder + u"/fd"_qs);
    const QStringList names = folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        // The link names no file, so Qt puts the folder in front of it.
        const QString target = QFile::symLinkTarget(folder.filePath(name));
        return links.contains(target.mid(target.lastIndexOf(u'/') + 1));
    });
}

} // namespace

PortHolder portHolder(quint16 port)
{
    QStringList links;
    for (const QString &table : {u"/proc/net/tcp"_qs, u"/proc/net/tcp6"_qs}) {
        for (const QByteArray &inode : listeningInodes(table, port))
            links.append(u"socket:[%1]"_qs.arg(QString::fromLatin1(inode)));
    }
    if (links.isEmpty())
        return {};
    const QDir processes(u"/proc"_qs);
    for (const QString &name : processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        if (!isNumber || !holdsOneOf(processes.filePath(name), links))
            continue;
        QFile command(processes.filePath(name + u"/comm"_qs));
        PortHolder holder{.pid = pid};
        if (command.open(QIODevice::ReadOnly))
            holder.program = QString::fromLocal8Bit(command.readAll()).trimmed();
        return holder;
    }
    return {};
}

} // namespace omni::http

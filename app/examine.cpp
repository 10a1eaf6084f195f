// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/examine.h"

#include "app/startoptions.h"
#include "core/http/server.h"
#include "core/store/backups.h"
#include "core/store/databasefile.h"
#include "core/store/secretstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace omni::app {

using control::Finding;
using State = Finding::State;

namespace {

constexpr int KeychainMs = 3000;

Finding folderFinding(const QString &folder)
{
    const QFileInfo info(folder);
    Finding finding{.subject = u"data folder"_s, .what = folder};
    if (!info.exists()) {
        finding.state = State::Remark;
        finding.why = u"it does not exist yet; the first start makes it"_s;
    } else if (!info.isDir() || !info.isReadable() || !info.isWritable() || !info.isExecutable()) {
        finding.state = State::Bad;
        finding.why = info.isDir() ? u"its permissions do not allow reading and writing"_s
                                   : u"it is a file"_s;
        finding.todo =
            info.isDir() ? u"chmod u+rwx '%1'"_s.arg(folder) : u"choose another with --data-dir"_s;
    } else if (info.permissions() & (QFile::ReadGroup | QFile::ReadOther)) {
        finding.state = State::Remark;
        finding.why = u"other users can read it"_s;
        finding.todo = u"chmod 700 '%1'"_s.arg(folder);
    }
    return finding;
}

Finding databaseFinding(const QString &folder)
{
    const QString path = store::databaseFile(folder);
    Finding finding{.subject = u"database"_s, .what = path};
    QFile file(path);
    if (!file.exists()) {
        finding.state = State::Remark;
        finding.why = u"it does not exist yet; the first start makes it"_s;
        return finding;
    }
    const qsizetype backups = store::listBackups(folder).size();
    finding.state = State::Bad;
    finding.todo = backups > 0 ? u"%1 copies stand in %2/backups; put one in its place"_s.arg(
                                     QString::number(backups), folder)
                               : u"move it away; a new one is made at the next start"_s;
    if (!file.open(QIODevice::ReadOnly)) {
        finding.why = u"it cannot be read: "_s + file.errorString();
        finding.todo = u"chmod u+rw '%1'"_s.arg(path);
    } else if (file.size() > 0 && file.read(16) != QByteArray("SQLite format 3\0", 16)) {
        finding.why = u"it is no database any more"_s;
    } else {
        finding.state = State::Good;
        finding.todo.clear();
        finding.what += u", %1 backups"_s.arg(backups);
    }
    return finding;
}

Finding portFinding(quint16 port)
{
    Finding finding{.subject = u"port"_s, .what = u"%1 is free"_s.arg(port)};
    QTcpServer probe;
    if (probe.listen(QHostAddress::LocalHost, port))
        return finding;
    const http::PortHolder holder = http::portHolder(port);
    finding.state = State::Bad;
    finding.what = u"%1 cannot be listened on"_s.arg(port);
    finding.why =
        holder.program.isEmpty()
            ? probe.errorString()
            : u"%1 (process %2) listens there"_s.arg(holder.program, QString::number(holder.pid));
    finding.todo = u"stop that program, or choose another port: omniroute --port N"_s;
    return finding;
}

Finding keychainFinding()
{
    Finding finding{.subject = u"keychain"_s,
                    .state = State::Remark,
                    .what = u"did not answer"_s,
                    .why = u"it may be waiting for its password"_s,
                    .todo = u"unlock it"_s};
    bool isAnswered = false;
    QObject context;
    const auto keychain = store::makeKeychainSecretStore();
    QTimer::singleShot(KeychainMs, &context, [] { QCoreApplication::exit(); });
    keychain->read(u"doctor"_s, &context, [&](const base::Result<base::Secret> &answer) {
        isAnswered = true;
        if (answer || answer.error().code == base::ErrorCode::NotFound) {
            finding = {.subject = u"keychain"_s, .what = u"answers"_s};
        } else {
            finding.what = u"cannot be used"_s;
            finding.why = answer.error().detail;
            finding.todo = u"start one, or keep keys in a sealed file: --secrets file"_s;
        }
        QCoreApplication::exit();
    });
    // The command has no other events to wait for.
    if (!isAnswered)
        QCoreApplication::exec();
    return finding;
}

} // namespace

QList<Finding> examine(const control::Invocation &invocation, const QString &folder)
{
    return {folderFinding(folder), databaseFinding(folder), portFinding(wantedPort(invocation)),
            keychainFinding()};
}

} // namespace omni::app

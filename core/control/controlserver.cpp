// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/controlserver.h"

#include "core/base/log.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;
using base::Json;

namespace {

/// One client: reads its command, writes the answer, ends with the connection.
class Connection final : public Answer
{
public:
    Connection(QLocalSocket *socket, const ControlServer::Dispatch &dispatch,
               std::chrono::milliseconds deadline)
        : m_socket(socket)
        , m_dispatch(dispatch)
    {
        socket->setParent(this);
        connect(socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this] { read(); });
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] {
            fail(ExitCode::Timeout, "timeout", u"The command did not come in time."_s);
        });
        m_deadline.start(deadline);
    }

    void result(const Json &data) override
    {
        Json whole = Json::object({{"schema", Json(m_schema)}});
        for (const auto &[key, value] : data.members())
            whole.set(key, value);
        write({.kind = Reply::Kind::Result, .data = whole});
        if (!m_staysOpen)
            m_socket->disconnectFromServer();
    }

    void keepOpen() override { m_staysOpen = true; }

    void item(const Json &data) override { write({.kind = Reply::Kind::Item, .data = data}); }

    void refuse(const Problem &problem) override
    {
        write({.kind = Reply::Kind::Failed, .problem = problem});
        m_socket->disconnectFromServer();
    }

    void readNow() { read(); }

private:
    void read()
    {
        if (m_isAsked) {
            // One command a connection: what follows is not read, and not kept either.
            m_socket->readAll();
            return;
        }
        m_text += m_socket->read(limits::Request + 1 - m_text.size());
        const qsizetype end = m_text.indexOf('\n');
        if (end < 0 && m_text.size() <= limits::Request)
            return;
        m_isAsked = true;
        m_deadline.stop();
        if (end < 0)
            return fail(ExitCode::Usage, "too_large", u"The command is larger than 1 MiB."_s);
        const auto request = parseRequest(QByteArrayView(m_text).first(end));
        m_text.clear();
        if (!request)
            return fail(request.error());
        m_schema = request->invocation.command().schema;
        m_dispatch(*request, *this);
    }

    void write(const Reply &reply)
    {
        if (m_socket->state() != QLocalSocket::ConnectedState)
            return;
        if (m_staysOpen && m_socket->bytesToWrite() > limits::Unread) {
            m_socket->abort();
            return;
        }
        m_socket->write(replyLine(reply));
        // `stop` may end this object before the event loop comes round.
        m_socket->flush();
    }

    QLocalSocket *m_socket;
    const ControlServer::Dispatch &m_dispatch;
    QTimer m_deadline;
    QByteArray m_text;
    QString m_schema;
    bool m_isAsked = false;
    bool m_staysOpen = false;
};

/// The folder must be ours: somebody else's could swap the socket.
base::Result<void> prepareSocketFolder(const QString &folder)
{
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QFileInfo info(folder);
    if (info.isDir() && isOwnUser(info.ownerId()))
        return {};
    return base::fail(ErrorCode::Forbidden,
                      u"The folder %1 for the local socket belongs to somebody else. Set "
                      "XDG_RUNTIME_DIR to a folder of your own."_s.arg(folder));
}

} // namespace

ControlServer::ControlServer(Dispatch dispatch, QObject *parent)
    : ControlServer(std::move(dispatch), Options(), parent)
{}

ControlServer::ControlServer(Dispatch dispatch, const Options &options, QObject *parent)
    : QObject(parent)
    , m_dispatch(std::move(dispatch))
    , m_options(options)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::onNewConnection);
}

ControlServer::~ControlServer() = default;

base::Result<void> ControlServer::listen(const QString &path)
{
    if (auto good = prepareSocketFolder(QFileInfo(path).path()); !good)
        return good;
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return base::fail(ErrorCode::Internal,
                          u"The local socket %1 for commands cannot be made: %2."_s.arg(
                              path, m_server.errorString()));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

void ControlServer::close()
{
    m_server.close();
}

void ControlServer::onNewConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        const auto user = peerUserId(socket->socketDescriptor());
        if (user != m_options.allowedUser || m_connections >= limits::Connections) {
            qCWarning(lcControl) << "a connection to the local socket was refused:"
                                 << (user != m_options.allowedUser ? "another user"
                                                                   : "too many at once");
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new Connection(socket, m_dispatch, m_options.requestDeadline);
        connection->setParent(this);
        ++m_connections;
        connect(connection, &QObject::destroyed, this, [this] { --m_connections; });
        connection->readNow();
    }
}

} // namespace omni::control

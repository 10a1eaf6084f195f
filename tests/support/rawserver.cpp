// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/rawserver.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <sys/socket.h>

namespace omni::test {

Step write(const QByteArray &bytes)
{
    return {.kind = Step::Kind::Write, .bytes = bytes};
}

Step pause(std::chrono::milliseconds time)
{
    return {.kind = Step::Kind::Pause, .pause = time};
}

Step closeConnection()
{
    return {.kind = Step::Kind::Close};
}

Step resetConnection()
{
    return {.kind = Step::Kind::Reset};
}

QByteArray answer(int status, const QByteArray &body, const QByteArray &lines)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + lines +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray chunkedHead(const QByteArray &lines)
{
    return "HTTP/1.1 200 OK\r\n" + lines + "Transfer-Encoding: chunked\r\n\r\n";
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

QByteArray RawServer::Request::header(QByteArrayView name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon == name.size() && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

class RawServer::Listener : public QTcpServer
{
public:
    explicit Listener(RawServer *server)
        : m_server(server)
    {}

protected:
    void incomingConnection(qintptr descriptor) override { m_server->accept(descriptor); }

private:
    RawServer *m_server;
};

/// Reads a request, plays its script, reads the next one.
class RawServer::Connection : public QObject
{
public:
    Connection(RawServer *server, qintptr descriptor, int number)
        : QObject(server)
        , m_server(server)
        , m_number(number)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { play(); });
        connect(&socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(&socket, &QTcpSocket::disconnected, this, [this] { onDisconnected(); });
        socket.setSocketDescriptor(descriptor);
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (server->m_tls) {
            socket.setSslConfiguration(*server->m_tls);
            socket.startServerEncryption();
        }
        start(server->m_greeting);
    }

    QSslSocket socket;

private:
    void start(const Script &script)
    {
        m_script = script;
        m_step = 0;
        m_isPlaying = true;
        play();
    }

    void play()
    {
        while (m_step < m_script.size()) {
            const Step step = m_script[m_step++];
            switch (step.kind) {
            case Step::Kind::Write:
                socket.write(step.bytes);
                socket.flush();
                break;
            case Step::Kind::Pause:
                m_timer.start(step.pause);
                return;
            case Step::Kind::Close:
                m_isEnding = true;
                socket.disconnectFromHost();
                return;
            case Step::Kind::Reset: {
                m_isEnding = true;
                const linger hard{.l_onoff = 1, .l_linger = 0};
                ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                             sizeof hard);
                socket.abort();
                return;
            }
            }
        }
        m_isPlaying = false;
        read();
    }

    void read()
    {
        if (m_isEnding || !socket.isOpen())
            return;
        m_input += socket.readAll();
        if (m_isPlaying)
            return;
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request{.connection = m_number, .head = m_input.first(end + 2)};
        const qsizetype length = request.header("content-length").toLongLong();
        if (m_input.size() < end + 4 + length)
            return;
        request.body = m_input.sliced(end + 4, length);
        m_input.remove(0, end + 4 + length);
        m_server->m_requests.append(request);
        emit m_server->requestReceived();
        start(m_server->nextScript());
    }

    void onDisconnected()
    {
        m_timer.stop();
        --m_server->m_open;
        m_server->m_connections.removeOne(this);
        if (!m_isEnding) {
            ++m_server->m_left;
            emit m_server->clientLeft();
        }
        deleteLater();
    }

    RawServer *m_server;
    int m_number;
    Script m_script;
    qsizetype m_step = 0;
    bool m_isPlaying = false;
    bool m_isEnding = false;
    QByteArray m_input;
    QTimer m_timer;
};

RawServer::RawServer(QObject *parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>(this))
{
    m_listener->setListenBacklogSize(1024);
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

RawServer::~RawServer()
{
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->socket.disconnect();
    qDeleteAll(connections);
}

void RawServer::setTls(const QSslConfiguration &configuration)
{
    m_tls = std::make_unique<QSslConfiguration>(configuration);
}

quint16 RawServer::port() const
{
    return m_listener->serverPort();
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(port())
                    .arg(path));
}

qint64 RawServer::unsent() const
{
    qint64 bytes = 0;
    for (const Connection *connection : m_connections)
        bytes += connection->socket.bytesToWrite();
    return bytes;
}

void RawServer::closeAll()
{
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->socket.disconnectFromHost();
}

void RawServer::accept(qintptr descriptor)
{
    ++m_accepted;
    ++m_open;
    m_connections.append(new Connection(this, descriptor, m_accepted));
}

Script RawServer::nextScript()
{
    if (m_scripts.empty())
        return m_default;
    const Script script = m_scripts.front();
    m_scripts.pop_front();
    return script;
}

} // namespace omni::test

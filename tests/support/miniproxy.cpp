// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/miniproxy.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace omni::test {

/// One client: a greeting in either language, then bytes both ways.
class MiniProxy::Session : public QObject
{
public:
    Session(MiniProxy *proxy, qintptr descriptor)
        : QObject(proxy)
        , m_proxy(proxy)
    {
        m_client.setSocketDescriptor(descriptor);
        connect(&m_client, &QTcpSocket::readyRead, this, [this] { onClient(); });
        connect(&m_client, &QTcpSocket::disconnected, this, [this] {
            m_server.disconnectFromHost();
            deleteLater();
        });
        connect(&m_server, &QTcpSocket::readyRead, this,
                [this] { m_client.write(m_server.readAll()); });
        connect(&m_server, &QTcpSocket::disconnected, &m_client, &QTcpSocket::disconnectFromHost);
    }

private:
    enum class State
    {
        Greeting,
        SocksLogin,
        SocksRequest,
        Relay,
    };

    void onClient()
    {
        m_input += m_client.readAll();
        if (m_state == State::Greeting && !m_input.isEmpty())
            m_input[0] == 5 ? greetSocks() : readHttp();
        if (m_state == State::SocksLogin)
            readLogin();
        if (m_state == State::SocksRequest)
            readSocksRequest();
        if (m_state == State::Relay)
            m_server.write(std::exchange(m_input, {}));
    }

    void greetSocks()
    {
        if (m_input.size() < 2 || m_input.size() < 2 + m_input[1])
            return;
        m_input.remove(0, 2 + m_input[1]);
        const bool needsLogin = !m_proxy->m_credentials.isEmpty();
        m_client.write(needsLogin ? QByteArray("\x05\x02") : QByteArray("\x05\x00", 2));
        m_state = needsLogin ? State::SocksLogin : State::SocksRequest;
    }

    void readLogin()
    {
        if (m_input.size() < 2)
            return;
        const qsizetype user = m_input[1];
        if (m_input.size() < 3 + user || m_input.size() < 3 + user + m_input[2 + user])
            return;
        const qsizetype password = m_input[2 + user];
        m_seen.credentials = m_input.sliced(2, user) + ':' + m_input.sliced(3 + user, password);
        m_input.remove(0, 3 + user + password);
        const bool isRight = m_seen.credentials == m_proxy->m_credentials;
        m_client.write(isRight ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        m_state = State::SocksRequest;
    }

    void readSocksRequest()
    {
        if (m_input.size() < 5)
            return;
        const bool isName = m_input[3] == 3;
        const qsizetype length = isName ? m_input[4] : 4;
        const qsizetype start = isName ? 5 : 4;
        if (m_input.size() < start + length + 2)
            return;
        const QByteArray host =
            isName ? m_input.sliced(start, length)
                   : QHostAddress(quint32(quint8(m_input[4])) << 24 |
                                  quint32(quint8(m_input[5])) << 16 |
                                  quint32(quint8(m_input[6])) << 8 | quint8(m_input[7]))
                         .toString()
                         .toLatin1();
        const auto port =
            quint16(quint8(m_input[start + length]) << 8 | quint8(m_input[start + length + 1]));
        m_input.remove(0, start + length + 2);
        m_seen.kind = "socks5";
        m_seen.target = host + ':' + QByteArray::number(port);
        open(port);
        m_client.write(QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
    }

    void readHttp()
    {
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = m_input.first(end + 4);
        const QList<QByteArray> words = head.first(head.indexOf('\r')).split(' ');
        const qsizetype login = head.indexOf("Proxy-Authorization: Basic ");
        if (login >= 0)
            m_seen.credentials = QByteArray::fromBase64(
                head.sliced(login + 27, head.indexOf('\r', login) - login - 27));
        if (m_seen.credentials != m_proxy->m_credentials) {
            m_client.write("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                           "Content-Length: 0\r\n\r\n");
            m_proxy->m_seen.append(m_seen);
            m_client.disconnectFromHost();
            return;
        }
        const bool isTunnel = words.value(0) == "CONNECT";
        m_seen.kind = isTunnel ? "connect" : "forward";
        m_seen.target = isTunnel ? words.value(1) : words.value(1).split('/').value(2);
        open(m_seen.target.split(':').value(1).toUShort());
        if (isTunnel) {
            m_client.write("HTTP/1.1 200 Tunnel\r\nX-Proxy: 1\r\n\r\n");
            m_input.remove(0, end + 4);
        }
    }

    void open(quint16 port)
    {
        m_proxy->m_seen.append(m_seen);
        m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_server.waitForConnected(2000);
        m_state = State::Relay;
    }

    MiniProxy *m_proxy;
    QTcpSocket m_client;
    QTcpSocket m_server;
    State m_state = State::Greeting;
    QByteArray m_input;
    Seen m_seen;
};

MiniProxy::MiniProxy(QObject *parent)
    : QTcpServer(parent)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

QByteArray MiniProxy::address(const QByteArray &scheme) const
{
    const QByteArray login = m_credentials.isEmpty() ? QByteArray() : m_credentials + '@';
    return scheme + "://" + login + "127.0.0.1:" + QByteArray::number(serverPort());
}

void MiniProxy::incomingConnection(qintptr descriptor)
{
    new Session(this, descriptor);
}

} // namespace omni::test

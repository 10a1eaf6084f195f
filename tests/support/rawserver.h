// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

class QSslConfiguration;
class QTcpServer;

namespace omni::test {

/// One thing a RawServer does in answer to a request.
struct Step
{
    enum class Kind
    {
        Write,
        Pause,
        Close, ///< after what was written has left
        Reset, ///< at once, with RST
    };
    Kind kind = Kind::Write;
    QByteArray bytes;
    std::chrono::milliseconds pause{0};
};

using Script = QList<Step>;

[[nodiscard]] Step write(const QByteArray &bytes);
[[nodiscard]] Step pause(std::chrono::milliseconds time);
[[nodiscard]] Step closeConnection();
[[nodiscard]] Step resetConnection();
/// `HTTP/1.1 <status> X` with Content-Length and the given further header lines.
[[nodiscard]] QByteArray answer(int status, const QByteArray &body, const QByteArray &lines = {});
/// The head of an answer in chunks, and one chunk (empty: the last one).
[[nodiscard]] QByteArray chunkedHead(const QByteArray &lines = {});
[[nodiscard]] QByteArray chunk(const QByteArray &data);

/// A TCP server on loopback that reads requests and answers with scripted bytes, right or wrong.
/// Lives in the test's thread; nothing happens without its event loop.
class RawServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        int connection = 0; ///< from 1
        QByteArray head;    ///< request line and headers
        QByteArray body;
        [[nodiscard]] QByteArray header(QByteArrayView name) const;
    };

    explicit RawServer(QObject *parent = nullptr);
    ~RawServer() override;

    /// From now on connections speak TLS.
    void setTls(const QSslConfiguration &configuration);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;

    /// For the next request that has no script yet, whatever its connection.
    void enqueue(const Script &script) { m_scripts.push_back(script); }
    /// For every request when the queue is empty.
    void setDefault(const Script &script) { m_default = script; }
    /// As soon as a connection is accepted, before any request.
    void setGreeting(const Script &script) { m_greeting = script; }

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] int accepted() const { return m_accepted; }
    /// Connections that the client has closed or reset.
    [[nodiscard]] int left() const { return m_left; }
    [[nodiscard]] int open() const { return m_open; }
    /// Bytes written by scripts that have not left this process.
    [[nodiscard]] qint64 unsent() const;
    /// Closes every connection from this side, as an upstream that has waited long enough.
    void closeAll();

signals:
    void requestReceived();
    void clientLeft();

private:
    class Connection;
    friend class Connection;

    void accept(qintptr descriptor);
    [[nodiscard]] Script nextScript();

    class Listener;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QSslConfiguration> m_tls;
    std::deque<Script> m_scripts;
    Script m_default;
    Script m_greeting;
    QList<Request> m_requests;
    QList<Connection *> m_connections;
    int m_accepted = 0;
    int m_left = 0;
    int m_open = 0;
};

} // namespace omni::test

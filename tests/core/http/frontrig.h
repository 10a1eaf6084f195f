// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/requesthandler.h"
#include "core/http/server.h"

#include <QTcpSocket>
#include <QTest>

namespace omni::test {

/// Stands in for the gateway: remembers what came and answers as the test says.
class FakeHandler : public gateway::RequestHandler
{
public:
    using Answer =
        std::function<void(gateway::InboundRequest &, std::unique_ptr<gateway::ReplySink>)>;

    void handle(gateway::InboundRequest request, std::unique_ptr<gateway::ReplySink> sink) override
    {
        requests.append(request);
        if (answer)
            answer(request, std::move(sink));
        else
            sink->sendWhole(200, {{"content-type", "application/json"}}, "{\"echo\":true}");
    }
    [[nodiscard]] QList<gateway::ListedModel>
    models(const QStringList &allowedModels) const override
    {
        askedFor = allowedModels;
        return listed;
    }
    [[nodiscard]] gateway::ResponseStore &responses() override { return kept; }

    Answer answer;
    QList<gateway::InboundRequest> requests;
    QList<gateway::ListedModel> listed;
    mutable QStringList askedFor;
    base::ManualClock clock;
    gateway::ResponseStore kept{clock};
};

/// A client that sends exactly the bytes it is told to.
class RawClient
{
public:
    explicit RawClient(quint16 port, const QString &host = QStringLiteral("127.0.0.1"))
    {
        m_socket.connectToHost(host, port);
        m_connected =
            QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { received += m_socket.readAll(); });
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] bool isOpen() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    RawClient &send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
        return *this;
    }
    [[nodiscard]] bool waitFor(const QByteArray &text, int times = 1)
    {
        return QTest::qWaitFor([&] { return received.count(text) >= times; });
    }
    [[nodiscard]] bool waitForClose()
    {
        return QTest::qWaitFor([this] { return !isOpen(); });
    }
    /// The status of the first answer; 0 when there is none.
    [[nodiscard]] int status() const
    {
        return received.startsWith("HTTP/1.1 ") ? received.mid(9, 3).toInt() : 0;
    }
    [[nodiscard]] QByteArray body() const
    {
        const qsizetype at = received.indexOf("\r\n\r\n");
        return at < 0 ? QByteArray() : received.mid(at + 4);
    }
    /// Of the first answer; the name in lower case.
    [[nodiscard]] QByteArray field(const QByteArray &name) const
    {
        const QByteArray head =
            received.first(std::max<qsizetype>(received.indexOf("\r\n\r\n"), 0));
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
    QTcpSocket &socket() { return m_socket; }
    void leave() { m_socket.abort(); }

    QByteArray received;

private:
    QTcpSocket m_socket;
    bool m_connected = false;
};

/// A listening server with a fake gateway behind it. The one good key is `sk-omr-good`.
class FrontRig
{
public:
    explicit FrontRig(const http::Limits &limits = quickLimits())
        : server(handler, keyCheck(), clock, random, limits)
    {
        const auto listening = server.listen(QStringLiteral("127.0.0.1"), 0);
        port = listening ? *listening : 0;
    }

    /// The product's limits, looked at more often.
    static http::Limits quickLimits()
    {
        http::Limits limits;
        limits.sweepEvery = std::chrono::milliseconds(2);
        return limits;
    }

    static QByteArray get(const QByteArray &path, const QByteArray &fields = {})
    {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
    }
    static QByteArray post(const QByteArray &path, const QByteArray &body,
                           const QByteArray &fields = {})
    {
        return "POST " + path +
               " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk-omr-good\r\n"
               "Content-Type: application/json\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
    }
    static QByteArray chat(const QByteArray &body = "{\"model\":\"m\"}",
                           const QByteArray &fields = {})
    {
        return post("/v1/chat/completions", body, fields);
    }

    /// What was sent before has been read by the server: a later connection was answered twice,
    /// which takes further turns of the one loop that reads them all.
    [[nodiscard]] bool settle() const
    {
        RawClient client(port);
        return client.send(get("/health")).waitFor("\"ok\"") &&
               client.send(get("/health")).waitFor("\"ok\"", 2);
    }

    http::KeyCheck keyCheck()
    {
        return [this](QByteArrayView key) -> base::Result<auth::ClientKey> {
            ++keyChecks;
            if (key == "sk-omr-good")
                return auth::ClientKey{.id = QStringLiteral("k1"),
                                       .name = QStringLiteral("Laptop"),
                                       .allowedModels = {QStringLiteral("glm/*")}};
            if (key == "sk-omr-expired")
                return base::fail(base::ErrorCode::Forbidden, QStringLiteral("The key expired."));
            if (key == "sk-omr-busy")
                return base::fail({.code = base::ErrorCode::RateLimited,
                                   .detail = QStringLiteral("Too many requests of this key."),
                                   .retryAfter = std::chrono::milliseconds(2'500)});
            return base::fail(base::ErrorCode::Unauthorized,
                              QStringLiteral("The API key is unknown."));
        };
    }

    base::ManualClock clock;
    base::SeededRandom random{7};
    FakeHandler handler;
    int keyChecks = 0;
    http::Server server;
    quint16 port = 0;
};

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/http/frontrig.h"
#include "tests/support/omnitest.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTcpServer>

using namespace omni;
using test::FrontRig;
using test::RawClient;
using namespace std::chrono_literals;

/// Listening, counting, waiting and closing.
class TstConnections : public QObject
{
    Q_OBJECT

private slots:
    void bothLoopbacksAnswerAtTheSamePort()
    {
        FrontRig rig;
        QVERIFY(rig.port > 0);
        QCOMPARE(rig.server.port(), rig.port);
        RawClient four(rig.port);
        QVERIFY(four.send(FrontRig::get("/health")).waitFor("\"ok\""));
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHostIPv6))
            QSKIP("This computer has no IPv6");
        RawClient six(rig.port, QStringLiteral("::1"));
        QVERIFY(six.isConnected());
        six.send("GET /health HTTP/1.1\r\nHost: [::1]:" + QByteArray::number(rig.port) +
                 "\r\n\r\n");
        QVERIFY(six.waitFor("\"ok\""));
    }

    void aTakenPortNamesItsHolder()
    {
        FrontRig first;
        FrontRig second;
        const quint16 own = second.port;
        const auto result = second.server.listen(QStringLiteral("127.0.0.1"), first.port);
        QVERIFY(!result);
        QVERIFY(result.error().detail.contains(QString::number(first.port)));
        QVERIFY(
            result.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
        const http::PortHolder holder = http::portHolder(first.port);
        QCOMPARE(holder.pid, QCoreApplication::applicationPid());
        QVERIFY(!holder.program.isEmpty());
        // The old port goes on.
        QCOMPARE(second.server.port(), own);
        RawClient client(own);
        QVERIFY(client.send(FrontRig::get("/health")).waitFor("\"ok\""));

        const quint16 next = http::Server::nextFreePort(QStringLiteral("127.0.0.1"), first.port);
        QVERIFY(next > first.port);
        QVERIFY(second.server.listen(QStringLiteral("127.0.0.1"), next));
        QCOMPARE(second.server.port(), next);
        RawClient moved(next);
        QVERIFY(moved.send(FrontRig::get("/health")).waitFor("\"ok\""));
    }

    void aPortTakenInOneFamilyAloneIsTaken()
    {
        QTcpServer other;
        if (!other.listen(QHostAddress::LocalHostIPv6))
            QSKIP("This computer has no IPv6");
        FrontRig rig;
        QVERIFY(!rig.server.listen(QStringLiteral("127.0.0.1"), other.serverPort()));
    }

    void wrongAddressesAreSaidToBeWrong()
    {
        FrontRig rig;
        QVERIFY(!rig.server.listen(QStringLiteral("no.such.host"), 0));
        QVERIFY(!rig.server.listen(QStringLiteral("192.0.2.1"), 0));
    }

    void stoppingLetsRunningAnswersEnd()
    {
        FrontRig rig;
        std::unique_ptr<gateway::ReplySink> sink;
        rig.handler.answer = [&](gateway::InboundRequest &, auto s) { sink = std::move(s); };
        RawClient idle(rig.port);
        QVERIFY(idle.send(FrontRig::get("/health")).waitFor("\"ok\""));
        RawClient busy(rig.port);
        busy.send(FrontRig::chat());
        QTRY_VERIFY(sink);
        rig.server.stopListening();
        QCOMPARE(rig.server.port(), 0);
        QVERIFY(idle.waitForClose());
        RawClient late(rig.port);
        QVERIFY(!late.isOpen());
        sink->sendWhole(200, {}, "done");
        QVERIFY(busy.waitForClose());
        QVERIFY(busy.received.endsWith("done"));
        QCOMPARE(busy.field("connection"), "close");
        QTRY_COMPARE(rig.server.connectionCount(), 0);
    }

    void deadlines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("status");
        QTest::newRow("head") << QByteArray("GET /health HT") << 10 << 408;
        QTest::newRow("body") << FrontRig::chat().chopped(1) << 30 << 408;
        QTest::newRow("chunked body")
            << QByteArray(
                   "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nx-api-key: sk-omr-good\r\n"
                   "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n")
            << 30 << 408;
        QTest::newRow("keep-alive") << FrontRig::get("/health") << 75 << 200;
        QTest::newRow("nothing at all") << QByteArray() << 75 << 0;
    }

    void deadlines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, seconds);
        QFETCH(int, status);
        FrontRig rig;
        RawClient client(rig.port);
        client.send(bytes);
        QTRY_COMPARE(rig.server.connectionCount(), 1);
        QVERIFY(rig.settle());
        rig.clock.advance(std::chrono::seconds(seconds) - 1ms);
        QVERIFY(rig.settle());
        QVERIFY(client.isOpen());
        rig.clock.advance(1ms);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.status(), status);
    }

    void aBodyThatKeepsComingIsNotLate()
    {
        FrontRig rig;
        RawClient client(rig.port);
        const QByteArray request = FrontRig::chat("\"abcdef\"");
        client.send(request.chopped(3));
        for (int left = 3; left > 0; --left) {
            QVERIFY(rig.settle());
            rig.clock.advance(29s);
            client.send(request.mid(request.size() - left, 1));
        }
        QVERIFY(client.waitFor("\"echo\""));
    }

    void tooManyConnectionsAreToldSo()
    {
        http::Limits limits = FrontRig::quickLimits();
        limits.connections = 3;
        FrontRig rig(limits);
        RawClient a(rig.port);
        RawClient b(rig.port);
        RawClient c(rig.port);
        QTRY_COMPARE(rig.server.connectionCount(), 3);
        QTest::ignoreMessage(QtWarningMsg, "Too many connections; one was refused");
        RawClient d(rig.port);
        QVERIFY(d.waitForClose());
        QCOMPARE(d.status(), 503);
        QCOMPARE(d.field("retry-after"), "1");
        QVERIFY(a.send(FrontRig::get("/health")).waitFor("\"ok\""));
        c.leave();
        QTRY_COMPARE(rig.server.connectionCount(), 2);
        RawClient e(rig.port);
        QVERIFY(e.send(FrontRig::get("/health")).waitFor("\"ok\""));
    }

    void aBurstOfHonestClientsIsServedThoughFewMayBeStrangers()
    {
        http::Limits limits = FrontRig::quickLimits();
        limits.unauthenticated = 4;
        FrontRig rig(limits);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 40; ++i) {
            clients.push_back(std::make_unique<RawClient>(rig.port));
            clients.back()->send(FrontRig::chat());
        }
        for (const auto &client : clients)
            QVERIFY(client->waitFor("\"echo\""));
    }

    void silentStrangersGetLessTimeWhenThereAreMany()
    {
        http::Limits limits = FrontRig::quickLimits();
        limits.unauthenticated = 4;
        FrontRig rig(limits);
        std::vector<std::unique_ptr<RawClient>> silent;
        for (int i = 0; i < 4; ++i) {
            silent.push_back(std::make_unique<RawClient>(rig.port));
            silent.back()->send("GET /hea");
        }
        QTRY_COMPARE(rig.server.connectionCount(), 4);
        RawClient honest(rig.port);
        honest.send(FrontRig::chat());
        QTest::qWait(10);
        QVERIFY(honest.received.isEmpty());
        rig.clock.advance(2s);
        QVERIFY(honest.waitFor("\"echo\""));
        for (const auto &client : silent)
            QVERIFY(client->waitForClose());
    }

    void bigAnswersArriveWhole()
    {
        FrontRig rig;
        const QByteArray big(5 << 20, 'x');
        rig.handler.answer = [&](gateway::InboundRequest &, auto sink) {
            sink->sendWhole(200, {}, big);
        };
        RawClient client(rig.port);
        client.send(FrontRig::chat() + FrontRig::get("/health"));
        QVERIFY(client.waitFor("\"ok\""));
        QVERIFY(client.body().startsWith(big + "HTTP/1.1 200 OK"));
    }
};

OMNI_TEST(TstConnections)
#include "tst_connections.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/http/frontrig.h"
#include "tests/support/omnitest.h"

#include <QRegularExpression>

using namespace omni;
using test::FrontRig;
using test::RawClient;
using namespace std::chrono_literals;

/// The requests that a front must survive, each alone on a connection, over real sockets.
class TstHostile : public QObject
{
    Q_OBJECT

private:
    static QByteArray head(const QByteArray &lines)
    {
        return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
               "x-api-key: sk-omr-good\r\ncontent-type: application/json\r\n" +
               lines;
    }

private slots:
    void malformedFramingIsRefusedAndTheConnectionCloses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray chunked = head("Transfer-Encoding: chunked\r\n\r\n");
        const QByteArray hidden = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

        QTest::newRow("H01 no Host") << QByteArray("GET /health HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("H02 two Hosts") << FrontRig::get("/health", "Host: localhost\r\n") << 400;
        QTest::newRow("H03 bare LF")
            << QByteArray("GET /health HTTP/1.1\nHost: localhost\n\n") << 400;
        QTest::newRow("H03 bare LF behind good lines")
            << QByteArray("GET /health HTTP/1.1\r\nHost: localhost\r\nA: b\n\r\n") << 400;
        QTest::newRow("H04 space before colon") << head("Content-Length : 3\r\n\r\n{ }") << 400;
        QTest::newRow("H05 folded field") << FrontRig::get("/health", "A: b\r\n  c\r\n") << 400;
        QTest::newRow("H06 NUL in a value")
            << FrontRig::get("/health", QByteArray("A: b\0c\r\n", 8)) << 400;
        QTest::newRow("H06 bare CR in a value") << FrontRig::get("/health", "A: b\rc\r\n") << 400;
        QTest::newRow("H07 two lengths")
            << head("Content-Length: 3\r\nContent-Length: 4\r\n\r\n{ }") << 400;
        QTest::newRow("H07 two equal lengths")
            << head("Content-Length: 3\r\nContent-Length: 3\r\n\r\n{ }") << 400;
        for (const char *value :
             {"3, 3", "+3", "-1", "0x3", "abc", "18446744073709551619", "", "3 3"}) {
            QTest::newRow(
                qPrintable(QStringLiteral("H08 length \"%1\"").arg(QLatin1StringView(value))))
                << head("Content-Length: " + QByteArray(value) + "\r\n\r\n{ }") << 400;
        }
        QTest::newRow("H09 a TiB declared") << head("Content-Length: 1099511627776\r\n\r\n") << 413;
        QTest::newRow("H10 length and chunked")
            << head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") + hidden
            << 400;
        QTest::newRow("H11 xchunked")
            << head("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n") + hidden << 501;
        QTest::newRow("H12 chunked, identity")
            << head("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n") << 400;
        QTest::newRow("H12 two encodings")
            << head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            << 400;
        QTest::newRow("H13 chunk size 0x3") << chunked + "0x3\r\n{ }\r\n0\r\n\r\n" << 400;
        QTest::newRow("H13 chunk size -1") << chunked + "-1\r\n{ }\r\n0\r\n\r\n" << 400;
        QTest::newRow("H13 17 digits") << chunked + "00000000000000003\r\n{ }\r\n0\r\n\r\n" << 400;
        QTest::newRow("H13 no CR LF behind data") << chunked + "3\r\n{ }0\r\n\r\n" << 400;
        QTest::newRow("H13 bare LF behind size") << chunked + "3\n{ }\r\n0\r\n\r\n" << 400;
        QTest::newRow("H14 HTTP/9.9")
            << QByteArray("GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n") << 505;
        QTest::newRow("H15 no version")
            << QByteArray("GET /health\r\nHost: localhost\r\n\r\n") << 400;
        QTest::newRow("H16 G@T") << QByteArray("G@T /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                 << 501;
        QTest::newRow("H16 lower case")
            << QByteArray("get /health HTTP/1.1\r\nHost: localhost\r\n\r\n") << 501;
        QTest::newRow("H16 TRACE")
            << QByteArray("TRACE /health HTTP/1.1\r\nHost: localhost\r\n\r\n") << 501;
        QTest::newRow("H16 CONNECT")
            << QByteArray("CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n") << 501;
        QTest::newRow("H17 target without a slash")
            << QByteArray("GET health HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
        QTest::newRow("H17 other scheme")
            << QByteArray("GET ftp://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
        QTest::newRow("H19 64 MB head without end")
            << "GET /health HTTP/1.1\r\nHost: localhost\r\n" +
                   (QByteArray("A: ") + QByteArray(15 << 10, 'b') + "\r\n").repeated(10)
            << 431;
        QTest::newRow("H19 one endless field")
            << "GET /health HTTP/1.1\r\nHost: localhost\r\nA: " + QByteArray(1 << 20, 'b') << 431;
        QTest::newRow("H20 too many fields") << "GET /health HTTP/1.1\r\nHost: localhost\r\n" +
                                                    QByteArray("A: b\r\n").repeated(128) + "\r\n"
                                             << 431;
        QTest::newRow("H21 5 MB of URL") << "GET /" + QByteArray(5 << 20, 'a') << 414;
        QTest::newRow("H26 HTTP/2 preface")
            << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
        QTest::newRow("encoding on HTTP/1.0")
            << QByteArray("POST /v1/messages HTTP/1.0\r\nHost: localhost\r\n"
                          "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            << 400;
        QTest::newRow("no field name") << FrontRig::get("/health", ": b\r\n") << 400;
        QTest::newRow("line without a colon") << FrontRig::get("/health", "abc\r\n") << 400;
        QTest::newRow("control character in target")
            << QByteArray("GET /he\x7f HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
        QTest::newRow("two slashes") << FrontRig::get("//health") << 400;
        QTest::newRow("trailer with a space before its colon") << chunked + "0\r\nA : b\r\n\r\n"
                                                               << 400;
        QTest::newRow("unknown expectation")
            << head("Expect: 200-fun\r\nContent-Length: 3\r\n\r\n{ }") << 417;
    }

    void malformedFramingIsRefusedAndTheConnectionCloses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        FrontRig rig;
        RawClient client(rig.port);
        client.send(bytes);
        QVERIFY(client.waitFor("\r\n\r\n"));
        // Whoever goes on sending without listening is cut after a while.
        rig.clock.advance(2s);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.status(), status);
        QCOMPARE(client.received.count("x-request-id: "), 1);
        QCOMPARE(client.field("connection"), "close");
        QVERIFY(!client.field("x-request-id").isEmpty());
        QVERIFY(client.body().contains("\"error\""));
        QVERIFY(rig.handler.requests.isEmpty());
        QTRY_COMPARE(rig.server.connectionCount(), 0);
    }

    void h17AbsoluteTargetsOfOtherHostsAreMisdirected()
    {
        FrontRig rig;
        RawClient client(rig.port);
        client.send("GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(client.waitFor("\r\n\r\n"));
        QCOMPARE(client.status(), 421);
        RawClient own(rig.port);
        own.send("GET http://localhost:1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(own.waitFor("\"ok\""));
        QCOMPARE(own.status(), 200);
    }

    void h18ContinueComesOnlyAfterTheChecks()
    {
        FrontRig rig;
        RawClient good(rig.port);
        good.send(head("Expect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
        QVERIFY(good.waitFor("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(rig.handler.requests.isEmpty());
        good.send("{}");
        QVERIFY(good.waitFor("HTTP/1.1 200 OK"));
        QCOMPARE(rig.handler.requests.size(), 1);
        QCOMPARE(rig.handler.requests.first().body, "{}");

        RawClient bad(rig.port);
        bad.send("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                 "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QVERIFY(bad.waitForClose());
        QCOMPARE(bad.status(), 401);
        QVERIFY(!bad.received.contains("100 Continue"));
    }

    void h22ABodyOverTheLimitIsRefusedBeforeItIsRead()
    {
        FrontRig rig;
        RawClient declared(rig.port);
        declared.send(head("Content-Length: 268435456\r\n\r\n"));
        QVERIFY(declared.waitForClose());
        QCOMPARE(declared.status(), 413);

        http::Limits limits = FrontRig::quickLimits();
        limits.bodyBytes = 1'000;
        FrontRig small(limits);
        RawClient chunked(small.port);
        chunked.send(head("Transfer-Encoding: chunked\r\n\r\n"));
        for (int i = 0; i < 11; ++i)
            chunked.send("64\r\n" + QByteArray(100, 'x') + "\r\n");
        QVERIFY(chunked.waitForClose());
        QCOMPARE(chunked.status(), 413);
        QVERIFY(small.handler.requests.isEmpty());
    }

    void h23HalfRequestsAreClosedAtTheirDeadline()
    {
        FrontRig rig;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(std::make_unique<RawClient>(rig.port));
            clients.back()->send("GET /health HTTP/1.1\r\nHost: loc");
        }
        QTRY_COMPARE(rig.server.connectionCount(), 100);
        QVERIFY(rig.settle());
        // Another byte now and then does not help.
        rig.clock.advance(9'900ms);
        for (const auto &client : clients)
            client->send("a");
        QVERIFY(rig.settle());
        for (const auto &client : clients)
            QVERIFY(client->isOpen());
        rig.clock.advance(200ms);
        for (const auto &client : clients) {
            QVERIFY(client->waitForClose());
            QCOMPARE(client->status(), 408);
        }
        QTRY_COMPARE(rig.server.connectionCount(), 0);
    }

    void h24TwoPipelinedRequestsAreAnsweredInOrder()
    {
        FrontRig rig;
        std::unique_ptr<gateway::ReplySink> first;
        rig.handler.answer = [&](gateway::InboundRequest &request, auto sink) {
            if (request.body == "{\"n\":1}")
                first = std::move(sink);
            else
                sink->sendWhole(200, {}, "second");
        };
        RawClient client(rig.port);
        client.send(FrontRig::chat("{\"n\":1}") + FrontRig::chat("{\"n\":2}"));
        QTRY_COMPARE(rig.handler.requests.size(), 1);
        client.send(FrontRig::get("/health"));
        QVERIFY(rig.settle());
        // The second waits, though it could be answered.
        QCOMPARE(rig.handler.requests.size(), 1);
        first->sendWhole(200, {}, "first");
        QVERIFY(client.waitFor("\"ok\""));
        QCOMPARE(rig.handler.requests.size(), 2);
        QVERIFY(client.received.indexOf("first") < client.received.indexOf("second"));
        QVERIFY(client.received.indexOf("second") < client.received.indexOf("\"ok\""));
        QVERIFY(client.isOpen());
    }

    void h24TwoPipelinedGetsInOneWrite()
    {
        FrontRig rig;
        RawClient client(rig.port);
        client.send(FrontRig::get("/health") + FrontRig::get("/nothing"));
        QVERIFY(client.waitFor("HTTP/1.1 404"));
        QVERIFY(client.received.indexOf("HTTP/1.1 200") < client.received.indexOf("HTTP/1.1 404"));
        QVERIFY(client.isOpen());
    }

    void pipelinedBytesBeyondMeasureEndTheConnectionAfterTheAnswer()
    {
        FrontRig rig;
        std::unique_ptr<gateway::ReplySink> first;
        rig.handler.answer = [&](gateway::InboundRequest &, auto sink) { first = std::move(sink); };
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_COMPARE(rig.handler.requests.size(), 1);
        client.send(QByteArray(300 << 10, 'x'));
        QTRY_COMPARE(client.socket().bytesToWrite(), 0);
        QVERIFY(rig.settle());
        first->sendWhole(200, {}, "first");
        QVERIFY(client.waitForClose());
        QCOMPARE(client.status(), 200);
        QCOMPARE(client.field("connection"), "close");
        QCOMPARE(client.received.count("HTTP/1.1 "), 1);
    }

    void h25TlsOnThePlainPortIsClosedAtOnce()
    {
        FrontRig rig;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("TLS on plain port")));
        RawClient client(rig.port);
        client.send(QByteArray::fromHex("16030100a5010000a10303"));
        QVERIFY(client.waitForClose());
        QVERIFY(client.received.isEmpty());
    }

    void h27HeadGetsFieldsOnly()
    {
        FrontRig rig;
        RawClient client(rig.port);
        client.send("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n" + FrontRig::get("/health"));
        QVERIFY(client.waitFor("\"ok\""));
        QCOMPARE(client.received.count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(client.received.count("\"ok\""), 1);
        QVERIFY(client.field("content-length").toInt() > 10);
        // The second answer begins right behind the first one's empty line.
        QVERIFY(client.body().startsWith("HTTP/1.1 200 OK"));
    }
};

OMNI_TEST(TstHostile)
#include "tst_hostile.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/net/call.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

using namespace omni;
using namespace omni::test;
using namespace std::chrono_literals;

/// Whole exchanges over loopback: what arrives there and what comes back.
class TstCurlClient : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_client = net::makeCurlClient();
        m_server = std::make_unique<RawServer>();
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void bodyAndHeadersGoBothWays()
    {
        m_server->enqueue({write(answer(201, "hello", "X-One: 1\r\nX-One: 2\r\n"))});
        net::HttpRequest request = requestTo(m_server->url(QStringLiteral("/a%2Fb?q=%20")), "{}");
        request.headers = {{"Content-Type", "application/json"}, {"X-Empty", ""}};
        Call call;
        call.send(*m_client, request);
        QVERIFY(!call.isOver());
        QTRY_VERIFY(call.isDone);
        QCOMPARE(call.status, 201);
        QCOMPARE(call.body, "hello");
        QCOMPARE(call.heads, 1);
        QVERIFY(call.headers.contains(std::pair<QByteArray, QByteArray>("X-One", "2")));
        QVERIFY(call.reply->mayHaveBeenDelivered());
        const RawServer::Request sent = m_server->requests().value(0);
        QVERIFY(sent.head.startsWith("POST /a%2Fb?q=%20 HTTP/1.1\r\n"));
        QCOMPARE(sent.body, "{}");
        QCOMPARE(sent.header("content-type"), "application/json");
        QVERIFY(sent.head.contains("X-Empty:\r\n"));
        QVERIFY(!sent.head.contains("Expect"));
    }

    void methodsGoOutAsGiven_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        for (const char *method : {"GET", "DELETE", "PUT", "PATCH", "POST", "OPTIONS"}) {
            QTest::addRow("%s", method) << QByteArray(method) << QByteArray();
            QTest::addRow("%s with body", method) << QByteArray(method) << QByteArray("x");
        }
        QTest::addRow("HEAD") << QByteArray("HEAD") << QByteArray();
    }
    void methodsGoOutAsGiven()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        // The second request goes through the same handle: nothing of the first may stick.
        m_server->setDefault({write("HTTP/1.1 204 No\r\n\r\n")});
        for (const QByteArray &one : {QByteArray("HEAD"), QByteArray("PUT"), method}) {
            net::HttpRequest request = requestTo(m_server->url(), one == "PUT" ? "long" : "");
            request.method = one;
            if (one == method)
                request.body = body;
            Call call;
            call.send(*m_client, request);
            QTRY_VERIFY(call.isDone);
        }
        const RawServer::Request last = m_server->requests().last();
        QVERIFY(last.head.startsWith(method + " / HTTP/1.1\r\n"));
        QCOMPARE(last.body, body);
    }

    void connectionIsUsedAgain()
    {
        m_server->setDefault({write(answer(200, "x"))});
        for (int i = 0; i < 5; ++i) {
            Call call;
            call.send(*m_client, requestTo(m_server->url()));
            QTRY_VERIFY(call.isDone);
        }
        QCOMPARE(m_server->accepted(), 1);
        QCOMPARE(m_server->requests().size(), 5);
    }

    void piecesOfOneWakeUpComeMerged()
    {
        QByteArray all = chunkedHead();
        for (int i = 0; i < 100; ++i)
            all += chunk("data: x\n\n");
        m_server->enqueue({write(all + chunk({}))});
        Call call;
        call.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(call.isDone);
        QCOMPARE(call.body.size(), 900);
        QVERIFY2(call.pieces <= 3, QByteArray::number(call.pieces));
    }

private:
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<RawServer> m_server;
};

OMNI_TEST(TstCurlClient)
#include "tst_curlclient.moc"

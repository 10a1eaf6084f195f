// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/net/call.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

using namespace omni;
using namespace omni::test;
using namespace std::chrono_literals;

/// A request that may have arrived is never sent twice; one that cannot have arrived may be.
class TstDelivery : public QObject
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

    void keptConnectionThatDiesOnTheRequest_data()
    {
        QTest::addColumn<Script>("end");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("close") << Script{closeConnection()} << QByteArray("pay once");
        QTest::addRow("reset") << Script{resetConnection()} << QByteArray("pay once");
        QTest::addRow("late close")
            << Script{pause(50ms), closeConnection()} << QByteArray("pay once");
        QTest::addRow("large body") << Script{closeConnection()} << QByteArray(300 << 10, 'x');
        QTest::addRow("GET") << Script{closeConnection()} << QByteArray();
    }
    void keptConnectionThatDiesOnTheRequest()
    {
        QFETCH(Script, end);
        QFETCH(QByteArray, body);
        warmUp();
        m_server->enqueue(end);
        m_server->setDefault({write(answer(200, "second answer"))});
        Call call;
        call.send(*m_client, requestTo(m_server->url(), body));
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::Network);
        QVERIFY(call.reply->mayHaveBeenDelivered());
        QCOMPARE(m_server->requests().size(), 2);
        QCOMPARE(m_server->requests().last().body, body);
        QCOMPARE(m_server->accepted(), 1);
    }

    void keptConnectionThatDiedBeforeIsReplaced()
    {
        warmUp();
        m_server->closeAll();
        QTRY_COMPARE(m_server->open(), 0);
        m_server->setDefault({write(answer(200, "second"))});
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "x"));
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.isDone);
        QCOMPARE(call.body, "second");
        QCOMPARE(m_server->requests().size(), 2);
        QCOMPARE(m_server->accepted(), 2);
    }

    void anotherWarmConnectionIsNoSecondChance()
    {
        // Two connections rest in the pool; the one that is taken dies, the other must not get
        // the request.
        m_server->setDefault({pause(50ms), write(answer(200, "x"))});
        Call a;
        Call b;
        a.send(*m_client, requestTo(m_server->url()));
        b.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(a.isDone && b.isDone);
        QCOMPARE(m_server->accepted(), 2);
        m_server->enqueue({closeConnection()});
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "pay once"));
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.error);
        QCOMPARE(m_server->requests().size(), 3);
    }

    void deliveryShowsWhileTheRequestRuns()
    {
        m_server->enqueue({pause(50ms), write(answer(200, "x"))});
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "x"));
        QVERIFY(!call.reply->mayHaveBeenDelivered());
        QTRY_COMPARE(m_server->requests().size(), 1);
        QVERIFY(call.reply->mayHaveBeenDelivered());
        QTRY_VERIFY(call.isDone);
    }

private:
    void warmUp()
    {
        m_server->enqueue({write(answer(200, "first"))});
        Call first;
        first.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(first.isDone);
    }

    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<RawServer> m_server;
};

OMNI_TEST(TstDelivery)
#include "tst_delivery.moc"

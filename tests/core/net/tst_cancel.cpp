// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/net/call.h"
#include "tests/support/fakedns.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

using namespace omni;
using namespace omni::test;
using namespace std::chrono_literals;

/// Replies may go at any moment; the upstream learns it at once.
class TstCancel : public QObject
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

    void upstreamSeesTheCancelWithinASecond_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addRow("no answer yet") << Script{pause(30s)};
        QTest::addRow("in the head") << Script{write("HTTP/1.1 200 OK\r\nX-A"), pause(30s)};
        QTest::addRow("in the body") << Script{write(chunkedHead() + chunk("a")), pause(30s)};
    }
    void upstreamSeesTheCancelWithinASecond()
    {
        QFETCH(Script, script);
        m_server->enqueue(script);
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "x"));
        QTRY_COMPARE(m_server->requests().size(), 1);
        QTest::qWait(20);
        call.reply.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), 1, 1000);
        QVERIFY(!call.isOver());
    }

    void replyMayGoBeforeAnythingHappened()
    {
        resolveAs("nowhere.invalid", "no such name");
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "x"));
        call.reply.reset();
        Call bad;
        bad.send(*m_client, requestTo(QUrl(QStringLiteral("ftp://x/"))));
        bad.reply.reset();
        Call name;
        name.send(*m_client, requestTo(QUrl(QStringLiteral("https://nowhere.invalid/"))));
        name.reply.reset();
        m_server->setDefault({write(answer(200, "x"))});
        Call next;
        next.send(*m_client, requestTo(m_server->url(), "y"));
        QTRY_VERIFY(next.isDone);
        QVERIFY(!call.isOver() && !bad.isOver() && !name.isOver());
        QCOMPARE(m_server->requests().last().body, "y");
    }

    void slowNameLookupHoldsNobodyUp()
    {
        resolveAs("slow.test", "127.0.0.1", 3s);
        QElapsedTimer clock;
        clock.start();
        net::HttpRequest request = requestTo(QUrl(QStringLiteral("http://slow.test:1/")));
        Call cancelled;
        cancelled.send(*m_client, request);
        Call late;
        request.timeouts.connect = 100ms;
        late.send(*m_client, request);
        cancelled.reply.reset();
        m_server->setDefault({write(answer(200, "x"))});
        Call other;
        other.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(other.isDone && late.error);
        QCOMPARE(late.code(), base::ErrorCode::Timeout);
        m_client.reset();
        QVERIFY2(clock.elapsed() < 2500, "the thread waited for the resolver");
    }

    void replyMayGoFromInsideEachCallback_data()
    {
        QTest::addColumn<int>("which");
        QTest::addRow("onHead") << 0;
        QTest::addRow("onData") << 1;
        QTest::addRow("onDone") << 2;
        QTest::addRow("onError") << 3;
    }
    void replyMayGoFromInsideEachCallback()
    {
        QFETCH(int, which);
        const QByteArray body(50'000, 'b');
        const Step end = which == 3 ? closeConnection() : write(chunk({}));
        m_server->enqueue({write(chunkedHead() + chunk(body)), pause(10ms), end});
        QList<int> seen;
        std::unique_ptr<net::HttpReply> reply;
        // The big capture is read after the deletion: the callback itself must outlive it.
        const auto react = [&, mark = std::make_shared<QByteArray>(1000, 'm')](int now) {
            seen.append(now);
            if (now != which)
                return;
            reply.reset();
            QCOMPARE(mark->count('m'), 1000);
        };
        reply = m_client->send(requestTo(m_server->url()),
                               {.onHead = [react](int, const net::HeaderList &) { react(0); },
                                .onData = [react](const QByteArray &) { react(1); },
                                .onDone = [react] { react(2); },
                                .onError = [react](const base::Error &) { react(3); }});
        QTRY_VERIFY(!reply);
        QTRY_COMPARE(m_server->open(), which == 2 ? 1 : 0);
        QTest::qWait(30);
        QCOMPARE(seen.last(), which);
        QCOMPARE(seen.count(which), 1);
    }

    void callbackMayEndOthersAndSendAnew()
    {
        m_server->setDefault({write(chunkedHead() + chunk("a")), pause(30s)});
        std::vector<std::unique_ptr<net::HttpReply>> replies(40);
        Call next;
        int heads = 0;
        for (auto &reply : replies) {
            reply = m_client->send(requestTo(m_server->url()),
                                   {.onHead = [&](int, const net::HeaderList &) {
                                       if (++heads != 20)
                                           return;
                                       m_server->enqueue({write(answer(200, "anew"))});
                                       for (auto &each : replies)
                                           each.reset();
                                       next.send(*m_client, requestTo(m_server->url()));
                                   }});
        }
        QTRY_VERIFY(next.isDone);
        QCOMPARE(next.body, "anew");
        QCOMPARE(heads, 20);
        QTRY_COMPARE(m_server->left(), 40);
    }

    void failureMaySendTheNextAttempt()
    {
        m_server->setDefault({write(answer(200, "good"))});
        Call good;
        std::unique_ptr<net::HttpReply> bad =
            m_client->send(requestTo(QUrl(QStringLiteral("http://127.0.0.1:1/"))),
                           {.onError = [&](const base::Error &) {
                               bad.reset();
                               good.send(*m_client, requestTo(m_server->url()));
                               QVERIFY(!good.isOver());
                           }});
        QTRY_VERIFY(good.isDone);
    }

    void whatACallbackHoldsMayEndOtherRequests()
    {
        // The last owner of another reply is a callback's capture, which goes with its own end.
        m_server->enqueue({pause(30s)});
        m_server->enqueue({write(answer(200, "x"))});
        auto other = std::make_shared<Call>();
        other->send(*m_client, requestTo(m_server->url()));
        QTRY_COMPARE(m_server->requests().size(), 1);
        bool done = false;
        const auto reply = m_client->send(
            requestTo(m_server->url()),
            {.onDone = [&done, held = std::move(other)] { done = held != nullptr; }});
        QTRY_VERIFY(done);
        QTRY_COMPARE(m_server->left(), 1);
    }

    void replyMayOutliveTheClient()
    {
        m_server->setDefault({pause(30s)});
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "x"));
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_client.reset();
        call.reply->setPaused(true);
        QVERIFY(call.reply->mayHaveBeenDelivered());
        QTRY_COMPARE(m_server->left(), 1);
        QVERIFY(!call.isOver());
    }

    void randomCutsLeaveNothingBehind()
    {
        QRandomGenerator random(20128);
        const QByteArray stream =
            chunkedHead() + chunk(QByteArray(3000, 's')) + chunk("more") + chunk({});
        for (int i = 0; i < 200; ++i) {
            const qsizetype cut = random.bounded(int(stream.size()));
            Script script{write(stream.first(cut)),
                          pause(std::chrono::milliseconds(random.bounded(5)))};
            switch (random.bounded(3)) {
            case 0:
                script << closeConnection();
                break;
            case 1:
                script << resetConnection();
                break;
            default:
                script << write(stream.sliced(cut));
            }
            m_server->enqueue(script);
        }
        std::vector<Call> calls(200);
        int cancelled = 0;
        for (size_t i = 0; i < calls.size(); ++i) {
            calls[i].send(*m_client, requestTo(m_server->url(), QByteArray::number(quint64(i))));
            if (random.bounded(3) == 0) {
                QTimer::singleShot(random.bounded(10), this,
                                   [&calls, i] { calls[i].reply.reset(); });
                ++cancelled;
            }
            if (i % 7 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(cancelled > 20);
        QTRY_VERIFY(std::all_of(calls.begin(), calls.end(),
                                [](const Call &call) { return call.isOver() || !call.reply; }));
        for (const Call &call : calls) {
            if (call.isDone)
                QCOMPARE(call.body, QByteArray(3000, 's') + "more");
        }
        // No request came twice.
        QSet<QByteArray> bodies;
        for (const RawServer::Request &request : m_server->requests()) {
            QVERIFY(!bodies.contains(request.body));
            bodies.insert(request.body);
        }
        m_client.reset();
        QTRY_COMPARE(m_server->open(), 0);
    }

private:
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<RawServer> m_server;
};

OMNI_TEST(TstCancel)
#include "tst_cancel.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/net/call.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

#include <QTimer>

using namespace omni;
using namespace omni::test;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype Size = 20 << 20;

QByteArray numbered(qsizetype size)
{
    QByteArray body;
    body.reserve(size + 16);
    for (int i = 0; body.size() < size; ++i)
        body += QByteArray::number(i) + ' ';
    return body;
}

} // namespace

/// Pausing holds the upstream's bytes back where they come from.
class TstBackpressure : public QObject
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

    void pausedReplyStaysPausedAndLosesNothing()
    {
        const QByteArray body = numbered(Size);
        m_server->enqueue({write(answer(200, body))});
        QByteArray got;
        qsizetype largest = 0;
        int pieces = 0;
        bool done = false;
        std::unique_ptr<net::HttpReply> reply;
        reply = m_client->send(requestTo(m_server->url()), {.onData =
                                                                [&](const QByteArray &data) {
                                                                    got += data;
                                                                    largest =
                                                                        qMax(largest, data.size());
                                                                    ++pieces;
                                                                    reply->setPaused(true);
                                                                },
                                                            .onDone = [&] { done = true; }});
        QTRY_VERIFY(!got.isEmpty());
        const qsizetype atPause = got.size();
        QTest::qWait(100);
        QCOMPARE(got.size(), atPause);
        QVERIFY(m_server->unsent() > Size / 3);
        // Each piece pauses again: many stops must not lose or reorder a byte.
        QTimer resume;
        connect(&resume, &QTimer::timeout, this, [&] {
            const int before = pieces;
            reply->setPaused(false);
            QCOMPARE(pieces, before);
        });
        resume.start(0);
        QTRY_VERIFY(done);
        QVERIFY(pieces > 20);
        QCOMPARE(got.size(), body.size());
        QVERIFY(got == body);
        QVERIFY2(largest < 512 << 10, QByteArray::number(largest));
    }

    void pauseFromTheHeadHoldsTheBody_data()
    {
        QTest::addColumn<bool>("early");
        QTest::addRow("before anything came") << true;
        QTest::addRow("in onHead") << false;
    }
    void pauseFromTheHeadHoldsTheBody()
    {
        QFETCH(bool, early);
        m_server->enqueue({write(answer(200, "body"))});
        QByteArray got;
        bool done = false;
        int status = 0;
        std::unique_ptr<net::HttpReply> reply;
        reply = m_client->send(requestTo(m_server->url()),
                               {.onHead =
                                    [&](int s, const net::HeaderList &) {
                                        status = s;
                                        reply->setPaused(true);
                                    },
                                .onData = [&](const QByteArray &data) { got += data; },
                                .onDone = [&] { done = true; }});
        reply->setPaused(early);
        QTRY_COMPARE(status, 200);
        QTest::qWait(50);
        QVERIFY(got.isEmpty());
        QVERIFY(!done);
        reply->setPaused(false);
        QTRY_VERIFY(done);
        QCOMPARE(got, "body");
    }

    void idleLimitStandsStillWhilePaused()
    {
        m_server->enqueue(
            {write(chunkedHead() + chunk("a")), pause(250ms), write(chunk("b") + chunk({}))});
        net::HttpRequest request = requestTo(m_server->url());
        request.timeouts.idle = 100ms;
        Call call;
        call.send(*m_client, request);
        QTRY_COMPARE(call.body, "a");
        call.reply->setPaused(true);
        QTest::qWait(300);
        QVERIFY(!call.isOver());
        call.reply->setPaused(false);
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.isDone);
        QCOMPARE(call.body, "ab");
    }

    void idleLimitRunsAgainAfterThePause()
    {
        m_server->enqueue({write(chunkedHead() + chunk("a")), pause(30s)});
        net::HttpRequest request = requestTo(m_server->url());
        request.timeouts.idle = 100ms;
        Call call;
        call.send(*m_client, request);
        QTRY_COMPARE(call.body, "a");
        call.reply->setPaused(true);
        QTest::qWait(150);
        QVERIFY(!call.isOver());
        call.reply->setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(call.error, 1000);
        QCOMPARE(call.code(), base::ErrorCode::Timeout);
    }

    void othersRunOnWhileOneIsPaused()
    {
        m_server->enqueue({write(answer(200, numbered(Size)))});
        m_server->setDefault({write(answer(200, "quick"))});
        Call stalled;
        stalled.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(!stalled.body.isEmpty());
        stalled.reply->setPaused(true);
        for (int i = 0; i < 20; ++i) {
            Call quick;
            quick.send(*m_client, requestTo(m_server->url()));
            QTRY_VERIFY(quick.isDone);
        }
        stalled.reply.reset();
        QTRY_COMPARE(m_server->left(), 1);
    }

    void packedBodyKeepsItsOrderOverPauses()
    {
        const QByteArray body = numbered(4 << 20);
        m_server->enqueue(
            {write(answer(200, qCompress(body, 6).sliced(4), "Content-Encoding: deflate\r\n"))});
        QByteArray got;
        QObject context;
        bool done = false;
        std::unique_ptr<net::HttpReply> reply;
        reply = m_client->send(requestTo(m_server->url()),
                               {.onData =
                                    [&](const QByteArray &data) {
                                        got += data;
                                        reply->setPaused(true);
                                        QTimer::singleShot(0, &context,
                                                           [&] { reply->setPaused(false); });
                                    },
                                .onDone = [&] { done = true; }});
        QTRY_VERIFY(done);
        QVERIFY(got == body);
    }

private:
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<RawServer> m_server;
};

OMNI_TEST(TstBackpressure)
#include "tst_backpressure.moc"

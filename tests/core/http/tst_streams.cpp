// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/http/frontrig.h"
#include "tests/support/omnitest.h"

using namespace omni;
using test::FrontRig;
using test::RawClient;
using namespace std::chrono_literals;

/// Streams: framing, end, back-pressure, and clients that leave.
class TstStreams : public QObject
{
    Q_OBJECT

private:
    struct Rig : FrontRig
    {
        explicit Rig(const http::Limits &limits = quickLimits())
            : FrontRig(limits)
        {
            handler.answer = [this](gateway::InboundRequest &, auto s) { sink = std::move(s); };
        }
        std::unique_ptr<gateway::ReplySink> sink;
    };
    static const inline gateway::ReplySink::Headers Sse{{"content-type", "text/event-stream"}};

private slots:
    void chunksAreFramedAndTheConnectionGoesOn()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        rig.sink->beginStream(Sse, false);
        QVERIFY(rig.settle());
        // The head waits for the first bytes: one write, one packet.
        QVERIFY(client.received.isEmpty());
        rig.sink->sendChunk("data: 1\n\n");
        QVERIFY(client.waitFor("data: 1\n\n"));
        QCOMPARE(client.status(), 200);
        QCOMPARE(client.field("transfer-encoding"), "chunked");
        rig.sink->sendChunk({});
        rig.sink->sendChunk(QByteArray(300, 'x'));
        rig.sink->endStream();
        QVERIFY(client.waitFor("0\r\n\r\n"));
        QCOMPARE(client.body(),
                 "9\r\ndata: 1\n\n\r\n12c\r\n" + QByteArray(300, 'x') + "\r\n0\r\n\r\n");
        QVERIFY(client.isOpen());
        QVERIFY(client.send(FrontRig::get("/health")).waitFor("\"ok\""));
    }

    void theHeadGoesOutAtOnceWhenAsked()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        rig.sink->beginStream(Sse, true);
        QVERIFY(client.waitFor("\r\n\r\n"));
        rig.sink->endStream();
        QVERIFY(client.waitFor("0\r\n\r\n"));
    }

    void anAbortedStreamHasNoEndMark()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        rig.sink->beginStream(Sse, false);
        rig.sink->sendChunk("data: error\n\n");
        rig.sink->abortStream();
        QVERIFY(client.waitForClose());
        QVERIFY(client.received.contains("data: error"));
        QVERIFY(!client.received.contains("0\r\n\r\n"));
    }

    void aStreamThatIsForgottenIsCut()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        rig.sink->beginStream(Sse, false);
        rig.sink->sendChunk("data: 1\n\n");
        rig.sink.reset();
        QVERIFY(client.waitForClose());
        QVERIFY(!client.received.contains("0\r\n\r\n"));
    }

    void oldClientsGetBytesUntilTheConnectionCloses()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(
            FrontRig::chat("{}", "Connection: keep-alive\r\n").replace("HTTP/1.1", "HTTP/1.0"));
        QTRY_VERIFY(rig.sink);
        rig.sink->beginStream(Sse, false);
        rig.sink->sendChunk("data: 1\n\n");
        rig.sink->sendChunk("data: 2\n\n");
        rig.sink->endStream();
        QVERIFY(client.waitForClose());
        QCOMPARE(client.body(), "data: 1\n\ndata: 2\n\n");
        QVERIFY(client.field("transfer-encoding").isEmpty());
        QCOMPARE(client.field("connection"), "close");
    }

    void oldClientsKeepAliveOnlyWhenTheyAsk()
    {
        FrontRig rig;
        const QByteArray request = "GET /health HTTP/1.0\r\nHost: localhost\r\n";
        RawClient closing(rig.port);
        closing.send(request + "\r\n");
        QVERIFY(closing.waitForClose());
        QCOMPARE(closing.status(), 200);
        RawClient keeping(rig.port);
        keeping.send(request + "Connection: keep-alive\r\n\r\n");
        QVERIFY(keeping.waitFor("\"ok\""));
        QCOMPARE(keeping.field("connection"), "keep-alive");
        QVERIFY(keeping.send(request + "\r\n").waitFor("\"ok\"", 2));
        QVERIFY(keeping.waitForClose());
    }

    void aClientThatLeavesIsReportedOnceAndAtOnce()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        int gone = 0;
        rig.sink->onGone([&] { ++gone; });
        client.leave();
        QTRY_COMPARE(gone, 1);
        // Nothing that is written now matters or hurts.
        rig.sink->beginStream(Sse, true);
        rig.sink->sendChunk("data: 1\n\n");
        rig.sink->endStream();
        rig.sink.reset();
        QTRY_COMPARE(rig.server.connectionCount(), 0);
        QCOMPARE(gone, 1);
    }

    void theSinkMayDieInsideTheNewsThatTheClientLeft()
    {
        Rig rig;
        for (int i = 0; i < 20; ++i) {
            RawClient client(rig.port);
            client.send(FrontRig::chat());
            QTRY_VERIFY(rig.sink);
            bool gone = false;
            rig.sink->onGone([&] {
                gone = true;
                rig.sink.reset();
            });
            rig.sink->beginStream(Sse, true);
            client.leave();
            // Writing finds it out before the loop does, or the loop does: both are fine.
            for (int n = 0; n < 1'000 && rig.sink; ++n) {
                rig.sink->sendChunk(QByteArray(4'000, 'x'));
                if (n % 50 == 0)
                    QCoreApplication::processEvents();
            }
            QVERIFY(gone);
        }
        QTRY_COMPARE(rig.server.connectionCount(), 0);
    }

    void closeAllTellsEveryAnswer()
    {
        Rig rig;
        RawClient client(rig.port);
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        bool gone = false;
        rig.sink->onGone([&] { gone = true; });
        rig.server.closeAll();
        QVERIFY(gone);
        QCOMPARE(rig.server.connectionCount(), 0);
        QVERIFY(client.waitForClose());
    }

    void aSlowReaderPausesTheStreamAndResumesIt()
    {
        Rig rig;
        RawClient client(rig.port);
        client.socket().setReadBufferSize(4'096);
        client.socket().disconnect(SIGNAL(readyRead()));
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        int drained = 0;
        rig.sink->onDrained([&] { ++drained; });
        rig.sink->beginStream(Sse, false);
        qint64 sent = 0;
        const QByteArray chunk(16 << 10, 'x');
        // A gateway that stops when it is told to.
        const auto sendAll = [&] {
            while (!rig.sink->isCongested() && sent < (64 << 20)) {
                rig.sink->sendChunk(chunk);
                sent += chunk.size();
            }
        };
        sendAll();
        QVERIFY(rig.settle());
        sendAll();
        // The system's own buffers took their share; ours holds little more than the mark.
        QVERIFY(sent < (64 << 20));
        QVERIFY(rig.sink->isCongested());
        QCOMPARE(drained, 0);
        qint64 taken = 0;
        QVERIFY(QTest::qWaitFor([&] {
            taken += client.socket().readAll().size();
            return drained > 0;
        }));
        QVERIFY(!rig.sink->isCongested());
        client.socket().setReadBufferSize(0);
        rig.sink->endStream();
        QVERIFY(QTest::qWaitFor([&] {
            taken += client.socket().readAll().size();
            return taken > sent;
        }));
    }

    void aReaderThatReadsNothingIsDropped()
    {
        Rig rig;
        RawClient client(rig.port);
        client.socket().setReadBufferSize(4'096);
        client.socket().disconnect(SIGNAL(readyRead()));
        client.send(FrontRig::chat());
        QTRY_VERIFY(rig.sink);
        bool gone = false;
        rig.sink->onGone([&] { gone = true; });
        rig.sink->beginStream(Sse, false);
        for (int i = 0; i < 4'000 && !rig.sink->isCongested(); ++i) {
            rig.sink->sendChunk(QByteArray(16 << 10, 'x'));
            QCoreApplication::processEvents();
        }
        QVERIFY(rig.settle());
        rig.clock.advance(59s);
        QVERIFY(rig.settle());
        QVERIFY(!gone);
        rig.clock.advance(2s);
        QTRY_VERIFY(gone);
    }
};

OMNI_TEST(TstStreams)
#include "tst_streams.moc"

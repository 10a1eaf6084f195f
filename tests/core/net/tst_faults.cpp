// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/net/call.h"
#include "tests/support/fakedns.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

#include <QTcpServer>

using namespace omni;
using namespace omni::test;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

// printf 'hello' | gzip -n, and 'hello' through raw deflate as zlib.
const QByteArray Gzip = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c9070086a6103605000000");
const QByteArray Deflate = QByteArray::fromHex("789ccb48cdc9c907000"
                                               "62c0215");
// Head and first block of a stream of zeros that inflates 200 times.
QByteArray bomb(qsizetype size)
{
    const QByteArray zlib = qCompress(QByteArray(size, '\0'), 1).sliced(4);
    return answer(200, zlib, "Content-Encoding: deflate\r\n");
}

} // namespace

/// What an upstream may do wrong, and the odd things that are right.
class TstFaults : public QObject
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

    void goodAnswers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &bytes, int status,
                            const QByteArray &body) {
            QTest::addRow("%s", name) << bytes << status << body;
        };
        row("100 first", "HTTP/1.1 100 Continue\r\n\r\n" + answer(200, "a"), 200, "a");
        row("103 first", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + answer(200, "a"), 200,
            "a");
        row("HTTP/1.0 to the end", "HTTP/1.0 200 OK\r\n\r\nabc", 200, "abc");
        row("HTTP/1.1 to the end", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc", 200, "abc");
        row("trailers", chunkedHead() + chunk("ab") + "0\r\nX-T: 1\r\n\r\n", 200, "ab");
        row("redirect is not followed", answer(302, "", "Location: http://127.0.0.1:1/\r\n"), 302,
            "");
        row("error with body", answer(429, "slow", "Retry-After: 3\r\n"), 429, "slow");
        row("204", "HTTP/1.1 204 No\r\n\r\n", 204, "");
        row("gzip", answer(200, Gzip, "Content-Encoding: gzip\r\n"), 200, "hello");
        row("deflate", answer(200, Deflate, "content-encoding: deflate\r\n"), 200, "hello");
        row("folded header", answer(200, "a", "X-F: a\r\n b\r\n"), 200, "a");
    }
    void goodAnswers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_server->enqueue({write(bytes), closeConnection()});
        Call call;
        call.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(call.isOver());
        QVERIFY2(call.isDone, qPrintable(call.error.value_or(base::Error{}).detail));
        QCOMPARE(call.status, status);
        QCOMPARE(call.body, body);
        QCOMPARE(call.heads, 1);
        QVERIFY(net::headerValue(call.headers, "link").isEmpty());
        QVERIFY(net::headerValue(call.headers, "x-t").isEmpty());
        QVERIFY(net::headerValue(call.headers, "content-encoding").isEmpty());
        const QByteArray length = net::headerValue(call.headers, "content-length");
        QVERIFY(length.isEmpty() || length.toInt() == body.size());
        QCOMPARE(m_server->requests().size(), 1);
    }

    void badAnswers_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("received");
        const auto row = [](const char *name, const Script &script, ErrorCode code,
                            const QByteArray &received = {}) {
            QTest::addRow("%s", name) << script << int(code) << received;
        };
        const Step close = closeConnection();
        row("body shorter than its length",
            {write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), close},
            ErrorCode::UpstreamFailed, "abc");
        row("cut chunk", {write(chunkedHead() + "8\r\nabc"), close}, ErrorCode::UpstreamFailed,
            "abc");
        row("no last chunk", {write(chunkedHead() + chunk("abc")), close},
            ErrorCode::UpstreamFailed, "abc");
        row("bad chunk size", {write(chunkedHead() + "zz\r\nabc")}, ErrorCode::UpstreamFailed);
        row("reset in the body",
            {write(chunkedHead() + chunk("abc")), pause(30ms), resetConnection()},
            ErrorCode::UpstreamFailed, "abc");
        row("broken gzip",
            {write(answer(200, Gzip.first(12) + "garbage in here", "Content-Encoding: gzip\r\n"))},
            ErrorCode::UpstreamFailed);
        row("not gzip", {write(answer(200, "plain", "Content-Encoding: gzip\r\n"))},
            ErrorCode::UpstreamFailed);
        row("unknown encoding", {write(answer(200, "plain", "Content-Encoding: lzma\r\n"))},
            ErrorCode::UpstreamFailed);
        row("HTTP/0.9", {write("hello\r\n"), close}, ErrorCode::UpstreamFailed);
        row("header block without end",
            {write("HTTP/1.1 200 OK\r\n" +
                   QByteArray("X-A: " + QByteArray(1000, 'a') + "\r\n").repeated(300))},
            ErrorCode::UpstreamFailed);
        row("close before the head", {close}, ErrorCode::Network);
        row("reset before the head", {resetConnection()}, ErrorCode::Network);
        row("close in the head", {write("HTTP/1.1 200 OK\r\nX-"), close},
            ErrorCode::UpstreamFailed);
    }
    void badAnswers()
    {
        QFETCH(Script, script);
        QFETCH(int, code);
        QFETCH(QByteArray, received);
        m_server->enqueue(script);
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "body"));
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.error);
        QCOMPARE(int(call.error->code), code);
        QCOMPARE(call.body, received);
        QVERIFY(call.reply->mayHaveBeenDelivered());
        QVERIFY(call.error->detail.contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void refusedConnectionWasNotDelivered()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(gone.serverPort()));
        gone.close();
        Call call;
        call.send(*m_client, requestTo(url, "x"));
        QVERIFY(!call.isOver());
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), ErrorCode::Network);
        QVERIFY(!call.reply->mayHaveBeenDelivered());
    }

    void unknownNameIsANetworkError()
    {
        resolveAs("nowhere.invalid", "no such name");
        Call call;
        call.send(*m_client, requestTo(QUrl(QStringLiteral("https://nowhere.invalid/"))));
        QTRY_VERIFY_WITH_TIMEOUT(call.error, 15000);
        QCOMPARE(call.code(), ErrorCode::Network);
        QVERIFY(!call.reply->mayHaveBeenDelivered());
    }

    void limitsAreNamed_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("limit");
        QTest::addRow("first byte") << Script{pause(10s)} << QStringLiteral("first byte");
        QTest::addRow("only a 103")
            << Script{write("HTTP/1.1 103 Early\r\n\r\n"), pause(10s)} << QStringLiteral("idle");
        QTest::addRow("idle") << Script{write(chunkedHead() + chunk("a")), pause(10s)}
                              << QStringLiteral("idle");
        Script trickle{write(chunkedHead())};
        for (int i = 0; i < 60; ++i)
            trickle << write(chunk("a")) << pause(20ms);
        QTest::addRow("total") << trickle << QStringLiteral("total");
    }
    void limitsAreNamed()
    {
        QFETCH(Script, script);
        QFETCH(QString, limit);
        m_server->enqueue(script);
        net::HttpRequest request = requestTo(m_server->url(), "x");
        request.timeouts = {.connect = 5s, .firstByte = 200ms, .idle = 210ms, .total = 600ms};
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY_WITH_TIMEOUT(call.isOver(), 2000);
        QVERIFY(call.error);
        QCOMPARE(call.code(), ErrorCode::Timeout);
        QVERIFY2(call.error->detail.contains(limit), qPrintable(call.error->detail));
        QTRY_COMPARE(m_server->left(), 1);
    }

    void connectLimitHoldsDuringTheTlsHandshake()
    {
        // A server that accepts and says nothing: https waits for its hello.
        QUrl url = m_server->url();
        url.setScheme(QStringLiteral("https"));
        net::HttpRequest request = requestTo(url);
        request.timeouts.connect = 150ms;
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY_WITH_TIMEOUT(call.error, 2000);
        QCOMPARE(call.code(), ErrorCode::Timeout);
        QVERIFY(call.error->detail.contains(QStringLiteral("connection")));
        QVERIFY(!call.reply->mayHaveBeenDelivered());
    }

    void slowAnswerWithinItsLimitsIsFine()
    {
        Script script{write(chunkedHead())};
        for (int i = 0; i < 8; ++i)
            script << pause(60ms) << write(chunk("a"));
        script << write(chunk({}));
        m_server->enqueue(script);
        net::HttpRequest request = requestTo(m_server->url());
        request.timeouts = {.connect = 5s, .firstByte = 250ms, .idle = 250ms, .total = 10s};
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.isDone);
        QCOMPARE(call.body, "aaaaaaaa");
    }

    void bodyLimitHoldsForDecodedBytes()
    {
        m_server->enqueue({write(bomb(2 << 20))});
        net::HttpRequest request = requestTo(m_server->url());
        request.maxBodyBytes = 1 << 20;
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY(call.isOver());
        QVERIFY(call.error);
        QCOMPARE(call.code(), ErrorCode::UpstreamFailed);
        QVERIFY(call.body.size() <= 1 << 20);
    }

    void bodyThatInflatesBeyondReasonIsStopped()
    {
        m_server->enqueue({write(bomb(80 << 20))});
        qsizetype received = 0;
        std::optional<base::Error> error;
        bool done = false;
        const auto reply =
            m_client->send(requestTo(m_server->url()),
                           {.onData = [&](const QByteArray &d) { received += d.size(); },
                            .onDone = [&] { done = true; },
                            .onError = [&](const base::Error &e) { error = e; }});
        QTRY_VERIFY(error || done);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::UpstreamFailed);
        QVERIFY(received < 70 << 20);
    }

private:
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<RawServer> m_server;
};

OMNI_TEST(TstFaults)
#include "tst_faults.moc"

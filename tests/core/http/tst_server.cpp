// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/http/frontrig.h"
#include "tests/core/http/gzipped.h"
#include "tests/support/omnitest.h"

using namespace omni;
using test::FrontRig;
using test::RawClient;

/// What a client gets for an ordinary request, and what the gateway gets to know of it.
class TstServer : public QObject
{
    Q_OBJECT

private slots:
    void healthSaysStatusAndVersionAndNothingElse()
    {
        FrontRig rig;
        RawClient client(rig.port);
        QVERIFY(client.send(FrontRig::get("/health")).waitFor("}"));
        QCOMPARE(client.status(), 200);
        QCOMPARE(client.body(), "{\"status\":\"ok\",\"version\":\"" OMNI_VERSION "\"}");
        QCOMPARE(client.field("content-type"), "application/json");
        QVERIFY(client.field("x-request-id").startsWith("req_"));
        QVERIFY(client.field("date").endsWith(" GMT"));
        QCOMPARE(rig.keyChecks, 0);
    }

    void theGatewayGetsTheRequestWithAllThatWasSaid()
    {
        FrontRig rig;
        RawClient client(rig.port);
        client.send(FrontRig::post("/v1/providers/glm/messages", "{\"model\":\"x\"}",
                                   "User-Agent: claude-cli/2.1.0 (external, cli)\r\n"
                                   "Anthropic-Beta: a-1,b-2\r\nanthropic-version: 2023-06-01\r\n"
                                   "x-omniroute-account: Work\r\nx-session-id: s1\r\n"
                                   "x-omniroute-hop: 2\r\nCookie: secret\r\n"));
        QVERIFY(client.waitFor("\"echo\""));
        const gateway::InboundRequest &request = rig.handler.requests.first();
        QCOMPARE(request.operation, gateway::Operation::Chat);
        QCOMPARE(request.dialect, chat::Format::Anthropic);
        QCOMPARE(request.body, "{\"model\":\"x\"}");
        QCOMPARE(request.requestId, client.field("x-request-id"));
        QCOMPARE(request.clientKeyId, QStringLiteral("k1"));
        QCOMPARE(request.clientKeyName, QStringLiteral("Laptop"));
        QCOMPARE(request.allowedModels, QStringList{QStringLiteral("glm/*")});
        QCOMPARE(request.forcedProvider, QStringLiteral("glm"));
        QCOMPARE(request.forcedAccount, QStringLiteral("Work"));
        QCOMPARE(request.sessionId, "s1");
        QCOMPARE(request.program, QStringLiteral("Claude Code"));
        QCOMPARE(request.peer, QStringLiteral("127.0.0.1"));
        QCOMPARE(request.hops, 2);
        const QList<std::pair<QByteArray, QByteArray>> passed{{"anthropic-beta", "a-1,b-2"},
                                                              {"anthropic-version", "2023-06-01"}};
        QCOMPARE(request.passHeaders, passed);
    }

    void everyRequestHasItsOwnId()
    {
        FrontRig rig;
        RawClient client(rig.port);
        for (int i = 0; i < 200; ++i)
            client.send(FrontRig::chat());
        QVERIFY(client.waitFor("\"echo\"", 200));
        QSet<QByteArray> ids;
        for (const auto &request : rig.handler.requests)
            ids.insert(request.requestId);
        QCOMPARE(ids.size(), 200);
    }

    void tokensAreCountedByTheirOwnOperation()
    {
        FrontRig rig;
        RawClient client(rig.port);
        QVERIFY(client.send(FrontRig::post("/v1/messages/count_tokens", "{}")).waitFor("\"echo\""));
        QCOMPARE(rig.handler.requests.first().operation, gateway::Operation::CountTokens);
    }

    void halfReadRequestsAndChunkedBodiesArriveWhole()
    {
        FrontRig rig;
        RawClient client(rig.port);
        const QByteArray bytes =
            "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nx-api-key: sk-omr-good\r\n"
            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            "7\r\n{\"mode\"\r\n4\r\n:\"m\"\r\n1;x\r\n}\r\n0\r\nA: b\r\n\r\n";
        for (qsizetype at = 0; at < bytes.size(); at += 9) {
            client.send(bytes.mid(at, 9));
            QCoreApplication::processEvents();
        }
        QVERIFY(client.waitFor("\"echo\""));
        QCOMPARE(rig.handler.requests.first().body, "{\"mode\":\"m\"}");

        const QByteArray big = '"' + QByteArray(3 << 20, 'x') + '"';
        client.send(FrontRig::chat(big));
        QVERIFY(client.waitFor("\"echo\"", 2));
        QCOMPARE(rig.handler.requests.last().body, big);
    }

    void gzipBodiesAreUnpackedOthersAreNot()
    {
        FrontRig rig;
        RawClient client(rig.port);
        const QByteArray body = "{\"model\":\"m\"}";
        client.send(FrontRig::chat(test::gzipped(body), "Content-Encoding: gzip\r\n"));
        QVERIFY(client.waitFor("\"echo\""));
        QCOMPARE(rig.handler.requests.first().body, body);

        RawClient broken(rig.port);
        broken.send(FrontRig::chat(body, "Content-Encoding: gzip\r\n"));
        QVERIFY(broken.waitFor("\r\n\r\n"));
        QCOMPARE(broken.status(), 400);

        RawClient bomb(rig.port);
        bomb.send(FrontRig::chat(test::gzipped(QByteArray(4 << 20, 'x')),
                                 "Content-Encoding: x-gzip\r\n"));
        QVERIFY(bomb.waitFor("\r\n\r\n"));
        QCOMPARE(bomb.status(), 413);

        RawClient other(rig.port);
        other.send(FrontRig::chat(body, "Content-Encoding: br\r\n"));
        QVERIFY(other.waitFor("\r\n\r\n"));
        QCOMPARE(other.status(), 415);
        QCOMPARE(other.field("accept-encoding"), "gzip, identity");
        QCOMPARE(rig.handler.requests.size(), 1);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("no such path") << FrontRig::get("/v2/x") << 404 << QByteArray("/v2/x");
        QTest::newRow("not built yet")
            << FrontRig::post("/v1/embeddings", "{}") << 404 << QByteArray("/v1/embeddings");
        QTest::newRow("wrong method")
            << FrontRig::get("/v1/messages") << 405 << QByteArray("allow: POST, OPTIONS");
        QTest::newRow("upgrade to a socket")
            << FrontRig::get("/v1/responses", "Connection: Upgrade\r\nUpgrade: websocket\r\n")
            << 426 << QByteArray("WebSocket");
        QTest::newRow("loop") << FrontRig::chat("{}", "x-omniroute-hop: 3\r\n") << 508
                              << QByteArray("loop");
        QTest::newRow("no hop count") << FrontRig::chat("{}", "x-omniroute-hop: x\r\n") << 400
                                      << QByteArray("x-omniroute-hop");
    }

    void refusals()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QByteArray, part);
        FrontRig rig;
        RawClient client(rig.port);
        QVERIFY(client.send(request).waitFor("}"));
        QCOMPARE(client.status(), status);
        QVERIFY(client.received.contains(part));
        QVERIFY(rig.handler.requests.isEmpty());
        QVERIFY(client.isOpen());
    }

    void modelsComeInTheShapeTheClientReads()
    {
        FrontRig rig;
        rig.handler.listed = {{.id = "glm/glm-4.7",
                               .owner = "glm",
                               .name = QStringLiteral("GLM 4.7"),
                               .createdSeconds = 1'700'000'000,
                               .contextWindow = 200'000},
                              {.id = "two", .owner = "combo"}};
        const QByteArray key = "x-api-key: sk-omr-good\r\n";
        RawClient openAi(rig.port);
        QVERIFY(openAi.send(FrontRig::get("/v1/models", key)).waitFor("}]}"));
        QCOMPARE(openAi.body(),
                 "{\"object\":\"list\",\"data\":[{\"id\":\"glm/glm-4.7\",\"object\":\"model\","
                 "\"created\":1700000000,\"owned_by\":\"glm\",\"context_window\":200000},"
                 "{\"id\":\"two\",\"object\":\"model\",\"created\":0,\"owned_by\":\"combo\"}]}");
        QCOMPARE(rig.handler.askedFor, QStringList{QStringLiteral("glm/*")});

        RawClient anthropic(rig.port);
        anthropic.send(FrontRig::get("/v1/models", key + "anthropic-version: 2023-06-01\r\n"));
        QVERIFY(anthropic.waitFor("\"last_id\""));
        const auto list = base::Json::parse(anthropic.body());
        QVERIFY(list);
        QCOMPARE((*list)["data"].at(0)["type"].toBytes(), "model");
        QCOMPARE((*list)["data"].at(0)["display_name"].toBytes(), "GLM 4.7");
        QCOMPARE((*list)["data"].at(0)["created_at"].toBytes(), "2023-11-14T22:13:20Z");
        QCOMPARE((*list)["first_id"].toBytes(), "glm/glm-4.7");
        QCOMPARE((*list)["last_id"].toBytes(), "two");

        RawClient one(rig.port);
        QVERIFY(one.send(FrontRig::get("/v1/models/glm/glm-4.7", key)).waitFor("}"));
        QVERIFY(one.body().startsWith("{\"id\":\"glm/glm-4.7\""));
        RawClient none(rig.port);
        QVERIFY(none.send(FrontRig::get("/v1/models/x", key)).waitFor("}"));
        QCOMPARE(none.status(), 404);
        RawClient ofProvider(rig.port);
        QVERIFY(ofProvider.send(FrontRig::get("/v1/providers/glm/models", key)).waitFor("}]}"));
        QVERIFY(!ofProvider.body().contains("two"));
        RawClient stranger(rig.port);
        QVERIFY(stranger.send(FrontRig::get("/v1/models")).waitFor("}"));
        QCOMPARE(stranger.status(), 401);
    }

    void aHandlerThatGivesNoAnswerIsAnErrorOfOurs()
    {
        FrontRig rig;
        rig.handler.answer = [](gateway::InboundRequest &, auto sink) { sink.reset(); };
        QTest::ignoreMessage(QtCriticalMsg, "A request was dropped without an answer");
        RawClient client(rig.port);
        QVERIFY(client.send(FrontRig::chat()).waitFor("}"));
        QCOMPARE(client.status(), 500);
    }

    void headersOfTheAnswerCannotBeSplit()
    {
        FrontRig rig;
        rig.handler.answer = [](gateway::InboundRequest &, auto sink) {
            sink->sendWhole(200, {{"x-omniroute-account", "My\r\nSet-Cookie: a=b"}}, "{}");
        };
        RawClient client(rig.port);
        QVERIFY(client.send(FrontRig::chat()).waitFor("{}"));
        QVERIFY(!client.received.contains("\r\nSet-Cookie"));
        QCOMPARE(client.field("x-omniroute-account"), "MySet-Cookie: a=b");
    }
};

OMNI_TEST(TstServer)
#include "tst_server.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/exchange.h"
#include "tests/core/gateway/gatewayhouse.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace omni::test;
using chat::Format;
using std::chrono::milliseconds;
using std::chrono::seconds;

class TstExchange : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_house = std::make_unique<GatewayHouse>(); }
    void cleanup() { m_house.reset(); }

    void answerNamesWhoAnswered()
    {
        const Asked asked = m_house->ask(Format::OpenAiChat, "good-oc/fine", false);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 200);
        QCOMPARE(asked.heard->header("x-omniroute-provider"), QByteArray("good-oc"));
        QCOMPARE(asked.heard->header("x-omniroute-model"), QByteArray("fine"));
        QCOMPARE(asked.heard->header("x-omniroute-account"), QByteArray("account of good-oc"));
        QCOMPARE(asked.heard->header("x-omniroute-attempts"), QByteArray("1"));
        QCOMPARE(asked.heard->header("x-omniroute-trace-id"), QByteArray("req-1"));
        // The client reads the name that it asked for.
        QCOMPARE(asked.heard->json()["model"].toBytes(), QByteArray("good-oc/fine"));
    }

    void lossesAreTold()
    {
        gateway::InboundRequest request{
            .dialect = Format::OpenAiChat,
            .body = R"({"model":"good-an/fine","messages":[{"role":"user","content":"hi"}],)"
                    R"("seed":7,"logit_bias":{"50256":-100}})",
            .tellsLosses = true};
        const Asked asked = m_house->send(request);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 200);
        const QByteArray told = asked.heard->header("x-omniroute-losses");
        QVERIFY2(told.contains("seed: ") && told.contains("; "), told.constData());
        const usage::ExchangeRecord record = m_house->lastRecord();
        QVERIFY(record.losses.size() >= 2);
        QCOMPARE(record.attempts.constLast().losses, record.losses);
        // Only who asks hears it; the same format loses nothing.
        request.tellsLosses = false;
        const Asked quiet = m_house->send(request);
        QVERIFY(waitUntil([&] { return quiet.heard->isOver(); }));
        QVERIFY(quiet.heard->header("x-omniroute-losses").isEmpty());
        request.tellsLosses = true;
        request.body.replace("good-an", "good-oc");
        const Asked same = m_house->send(request);
        QVERIFY(waitUntil([&] { return same.heard->isOver(); }));
        QCOMPARE(same.heard->status, 200);
        QVERIFY(same.heard->header("x-omniroute-losses").isEmpty());
        QVERIFY(m_house->lastRecord().losses.isEmpty());
    }

    void reasoningOfAnotherAccountIsForgottenOnce()
    {
        const gateway::InboundRequest request{
            .dialect = Format::Anthropic,
            .body = R"({"model":"good-an/fine","max_tokens":4096,"messages":[)"
                    R"({"role":"user","content":"hi"},{"role":"assistant","content":[)"
                    R"({"type":"thinking","thinking":"hm","signature":"of another account"},)"
                    R"({"type":"text","text":"hello"}]},{"role":"user","content":"go on"}]})"};
        const Asked asked = m_house->send(request);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 200);
        QCOMPARE(asked.heard->header("x-omniroute-attempts"), QByteArray("2"));
        QVERIFY(m_house->good.requests().constLast().body.contains("go on"));
        QVERIFY(!m_house->good.requests().constLast().body.contains("of another account"));
    }

    void theLossHeaderIsBoundedAscii()
    {
        const QByteArray one = gateway::lossHeader({QStringLiteral("ä: 1\r\nx"), u"b: c"_qs});
        QCOMPARE(one, QByteArray("??: 1??x; b: c"));
        const QStringList many(100, QString(100, u'x'));
        QVERIFY(gateway::lossHeader(many).size() < 2100);
        QVERIFY(gateway::lossHeader(many).endsWith("; ..."));
        wire::Losses losses;
        for (int i = 0; i < 100; ++i)
            losses.append({QByteArray::number(i), QByteArray(1000, 'y')});
        QCOMPARE(gateway::lossTexts(losses).size(), 65);
        QCOMPARE(gateway::lossTexts(losses).constLast(), QStringLiteral("… and 36 more"));
        QCOMPARE(gateway::lossTexts(losses).constFirst().size(), 300);
    }

    void usageIsWhatTheUpstreamSaid_data()
    {
        QTest::addColumn<int>("client");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<bool>("stream");
        for (const Format client : {Format::OpenAiChat, Format::Anthropic}) {
            for (const char *model : {"good-oc/fine", "good-an/fine"}) {
                for (const bool stream : {false, true})
                    QTest::addRow("%d %s %d", int(client), model, int(stream))
                        << int(client) << QByteArray(model) << stream;
            }
        }
    }
    void usageIsWhatTheUpstreamSaid()
    {
        QFETCH(const int, client);
        QFETCH(const QByteArray, model);
        QFETCH(const bool, stream);
        const Asked asked = m_house->ask(Format(client), model, stream);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        const chat::Usage usage = m_house->lastRecord().usage;
        QCOMPARE(usage.output.value_or(-1), FakeUsage::Output);
        QCOMPARE(usage.cachedRead.value_or(-1), FakeUsage::Cached);
        const bool isAnthropic = model.startsWith("good-an");
        // Anthropic counts cached input beside the fresh one, OpenAI inside it.
        QCOMPARE(usage.input.value_or(-1),
                 isAnthropic ? FakeUsage::Input + FakeUsage::Cached + FakeUsage::CacheWrite
                             : FakeUsage::Input);
        QVERIFY(!usage.isEstimated);
    }

    void usageChunkReachesOnlyWhoAskedForIt()
    {
        const Asked without = m_house->ask(Format::OpenAiChat, "good-oc/fine", true);
        QVERIFY(waitUntil([&] { return without.heard->isOver(); }));
        QVERIFY(!without.heard->body.contains("\"choices\":[]"));
        const Asked with = m_house->askWith(
            Format::OpenAiChat,
            R"({"model":"good-oc/fine","stream":true,"stream_options":{"include_usage":true},)"
            R"("messages":[{"role":"user","content":"Hi"}]})");
        QVERIFY(waitUntil([&] { return with.heard->isOver(); }));
        QVERIFY(with.heard->body.contains("\"choices\":[]"));
    }

    void unknownFieldsReachAnUpstreamOfTheSameDialect()
    {
        m_house->good.setUnknownFieldsAllowed(true);
        const QByteArray body = R"({"model":"good-oc/fine", "messages":[{"role":"user",)"
                                R"("content":"Hi"}],  "future_field":{"b":1.0,"a":2}})";
        const Asked asked = m_house->askWith(Format::OpenAiChat, body);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QByteArray expected = body;
        expected.replace("good-oc/fine", "fine");
        QCOMPARE(m_house->good.last().body, expected);
    }

    void startFrameIsHeldAndTheNextTargetStaysUnseen()
    {
        m_house->addCombo(QStringLiteral("two"), {QStringLiteral("bad-an/role-then-fail"),
                                                  QStringLiteral("good-an/fine")});
        const Asked asked = m_house->ask(Format::Anthropic, "two", true);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QVERIFY(asked.heard->isEnded);
        QCOMPARE(asked.heard->body.count("event: message_start"), 1);
        QCOMPARE(asked.heard->body.count("event: message_stop"), 1);
    }

    void flushedStartFrameIsNotRepeated()
    {
        m_house->setSetting(QStringLiteral("gateway.idleSeconds"), QStringLiteral("2"));
        m_house->addCombo(QStringLiteral("two"), {QStringLiteral("bad-an/role-then-stall"),
                                                  QStringLiteral("good-an/fine")});
        const Asked asked = m_house->ask(Format::Anthropic, "two", true);
        QTRY_COMPARE(m_house->bad.chats().size(), 1);
        // The client's clock, not the upstream's: a second later the frame may go out.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                m_house->clock.advance(milliseconds(600));
                return asked.heard->body.contains("message_start");
            }(),
            5000);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QVERIFY(asked.heard->isEnded);
        QCOMPARE(asked.heard->body.count("event: message_start"), 1);
        QVERIFY(asked.heard->body.contains("message_stop"));
        QCOMPARE(m_house->lastRecord().attempts.size(), 2);
    }

    void waitingClientHearsPings_data()
    {
        QTest::addColumn<int>("client");
        QTest::newRow("OC") << int(Format::OpenAiChat);
        QTest::newRow("AN") << int(Format::Anthropic);
    }
    void waitingClientHearsPings()
    {
        QFETCH(const int, client);
        const Asked asked = m_house->ask(Format(client), "bad-oc/fault-hang", true);
        QTRY_COMPARE(m_house->bad.chats().size(), 1);
        m_house->clock.advance(seconds(14));
        QTest::qWait(300); // a tick, in which nothing may happen
        QCOMPARE(asked.heard->chunks, 0);
        m_house->clock.advance(seconds(2));
        QTRY_COMPARE(asked.heard->chunks, 1);
        m_house->clock.advance(seconds(16));
        QTRY_COMPARE(asked.heard->chunks, 2);
        // The budget ends the wait, as an error event of the dialect.
        m_house->clock.advance(seconds(600));
        QTRY_VERIFY(asked.heard->isAborted);
        QVERIFY(asked.heard->body.contains("\"error\""));
        QTRY_COMPARE(m_house->bad.abortCount(), 1);
    }

    void plainRequestEndsWithItsBudget()
    {
        const Asked asked = m_house->ask(Format::Anthropic, "bad-an/fault-hang", false);
        QTRY_COMPARE(m_house->bad.chats().size(), 1);
        m_house->clock.advance(seconds(301));
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 504);
    }

    void limitCoolsTheModelAndNamesTheEarliestReset()
    {
        const Asked first = m_house->ask(Format::OpenAiChat, "bad-oc/fault-429-30", false);
        QVERIFY(waitUntil([&] { return first.heard->isOver(); }));
        QCOMPARE(first.heard->status, 429);
        QCOMPARE(first.heard->header("retry-after"), QByteArray("30"));
        // A second request is not sent: the model rests.
        m_house->clock.advance(seconds(10));
        const Asked second = m_house->ask(Format::OpenAiChat, "bad-oc/fault-429-30", false);
        QVERIFY(waitUntil([&] { return second.heard->isOver(); }));
        QCOMPARE(second.heard->status, 429);
        QCOMPARE(second.heard->header("retry-after"), QByteArray("20"));
        QCOMPARE(m_house->bad.chats().size(), 1);
        QCOMPARE(m_house->lastRecord().attempts.constFirst().reason, QStringLiteral("cooling"));
        // Another model of the account is not its fault.
        const Asked other = m_house->ask(Format::OpenAiChat, "bad-oc/fine", false);
        QVERIFY(waitUntil([&] { return other.heard->isOver(); }));
        QCOMPARE(other.heard->status, 200);
    }

    void refusedKeyMarksTheAccount()
    {
        const Asked asked = m_house->ask(Format::OpenAiChat, "bad-oc/fault-401", false);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 503);
        QCOMPARE(asked.heard->json()["error"]["code"].toBytes(),
                 QByteArray("provider_auth_failed"));
        QVERIFY(!m_house->accounts->find(m_house->account(QStringLiteral("bad-oc")))
                     ->authTrouble.isEmpty());
    }

    void slowReaderPausesTheUpstream()
    {
        const Asked asked = m_house->ask(Format::OpenAiChat, "good-oc/slow-50", true);
        QTRY_VERIFY(asked.heard->chunks > 0);
        asked.sink->setCongested(true);
        QTRY_VERIFY(asked.heard->chunks > 1);
        const int chunks = asked.heard->chunks;
        QTest::qWait(300); // several events' time, in which nothing may come
        QCOMPARE(asked.heard->chunks, chunks);
        asked.sink->setCongested(false);
        QTRY_VERIFY(asked.heard->isEnded);
    }

    void everyRequestHasARecordInTheDatabase()
    {
        const Asked asked = m_house->ask(Format::OpenAiChat, "good-oc/fine", false);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        usage::RequestLog later(*m_house->database, m_house->clock);
        std::optional<base::Result<usage::ExchangeRecord>> found;
        later.find("req-1", this,
                   [&](base::Result<usage::ExchangeRecord> record) { found = std::move(record); });
        QTRY_VERIFY(found.has_value());
        QVERIFY(found->has_value());
        QCOMPARE((*found)->attempts.size(), 1);
        QCOMPARE((*found)->status, 200);
    }

    void badBodyNamesTheField_data()
    {
        QTest::addColumn<int>("client");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no JSON") << int(Format::OpenAiChat) << QByteArray("{oops")
                                 << QByteArray("JSON");
        QTest::newRow("no model") << int(Format::OpenAiChat) << QByteArray(R"({"messages":[]})")
                                  << QByteArray("model");
        QTest::newRow("stream is text")
            << int(Format::Anthropic)
            << QByteArray(R"({"model":"good-oc/x","stream":"yes","messages":[]})")
            << QByteArray("stream");
        QTest::newRow("role across dialects")
            << int(Format::Anthropic)
            << QByteArray(R"({"model":"good-oc/x","max_tokens":5,"messages":[{"role":"robot",)"
                          R"("content":"Hi"}]})")
            << QByteArray("messages[0].role");
    }
    void badBodyNamesTheField()
    {
        QFETCH(const int, client);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, said);
        const Asked asked = m_house->askWith(Format(client), body);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 400);
        QVERIFY2(asked.heard->body.contains(said), asked.heard->body.constData());
        QVERIFY(m_house->good.requests().isEmpty());
    }

    void unknownModelNamesItsNeighbours()
    {
        const Asked asked = m_house->ask(Format::OpenAiChat, "good-occ/fine", false);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 404);
    }

    void keyMayUseOnlyItsModels()
    {
        gateway::InboundRequest request;
        request.body = chatBody(Format::OpenAiChat, "good-oc/fine", false);
        request.requestId = "r";
        request.allowedModels = {QStringLiteral("bad-*")};
        auto heard = std::make_shared<Heard>();
        m_house->gateway->handle(std::move(request), std::make_unique<BufferSink>(heard));
        QTRY_VERIFY(heard->isOver());
        QCOMPARE(heard->status, 403);
        QVERIFY(m_house->good.requests().isEmpty());
    }

    void pausedGatewayTakesNothingNew()
    {
        const Asked running = m_house->ask(Format::OpenAiChat, "good-oc/slow-50", true);
        QTRY_VERIFY(running.heard->chunks > 0);
        m_house->gateway->setPaused(true);
        const Asked asked = m_house->ask(Format::OpenAiChat, "good-oc/fine", false);
        QCOMPARE(asked.heard->status, 503);
        QTRY_VERIFY(running.heard->isEnded);
    }

    void cancelledRequestEndsInTheClientsDialect()
    {
        const Asked asked = m_house->ask(Format::Anthropic, "good-an/slow-50", true);
        QTRY_VERIFY(asked.heard->chunks > 0);
        QCOMPARE(m_house->gateway->live().size(), 1);
        QVERIFY(m_house->gateway->cancel("req-1"));
        QVERIFY(asked.heard->isAborted);
        QTRY_COMPARE(m_house->good.abortCount(), 1);
        QVERIFY(m_house->gateway->live().isEmpty());
    }

    void tokensAreCountedByTheUpstreamOrEstimated()
    {
        const QByteArray body =
            R"({"model":"good-an/fine","messages":[{"role":"user","content":"Hello there"}]})";
        const Asked asked =
            m_house->askWith(Format::Anthropic, body, gateway::Operation::CountTokens);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->json()["input_tokens"].toInt(), FakeUsage::Counted);
        QByteArray other = body;
        other.replace("good-an", "good-oc");
        const Asked estimated =
            m_house->askWith(Format::Anthropic, other, gateway::Operation::CountTokens);
        QVERIFY(waitUntil([&] { return estimated.heard->isOver(); }));
        QVERIFY(estimated.heard->json()["input_tokens"].toInt() > 0);
        QCOMPARE(estimated.heard->header("x-omniroute-estimated"), QByteArray("true"));
    }

    void conversationsGoOnFromResponsesThatAreKept()
    {
        const auto ask = [&](QByteArray body, const QByteArray &previous) {
            const Asked asked =
                m_house->askWith(Format::OpenAiResponses, body.replace("PREVIOUS", previous));
            (void)waitUntil([&] { return asked.heard->isOver(); });
            return asked.heard;
        };
        const auto first = ask(R"({"model":"good-oc/echo","input":"I am Anna."})", {});
        QCOMPARE(first->status, 200);
        const QByteArray firstId = first->json()["id"].toBytes();
        QVERIFY(firstId.startsWith("resp_"));
        // Another upstream that keeps nothing gets everything that was said.
        const auto second = ask(R"({"model":"good-an/echo","stream":true,"input":"Who am I?",)"
                                R"("previous_response_id":"PREVIOUS"})",
                                firstId);
        QVERIFY2(second->isEnded, second->body.constData());
        const base::Json sent = m_house->good.chats().last().json["messages"];
        QCOMPARE(sent.size(), 3);
        QVERIFY(sent.at(0).toJson().contains("I am Anna."));
        QCOMPARE(sent.at(1)["role"], base::Json("assistant"));
        // A stream is kept, too.
        const qsizetype at = second->body.indexOf("resp_");
        const QByteArray secondId = second->body.mid(at, second->body.indexOf('"', at) - at);
        QVERIFY(!m_house->gateway->responses().response({}, secondId).isEmpty());
        const auto third = ask(R"({"model":"good-ol/echo","input":"And now?",)"
                               R"("previous_response_id":"PREVIOUS"})",
                               secondId);
        QCOMPARE(third->status, 200);
        QCOMPARE(m_house->good.chats().last().json["messages"].size(), 5);
    }

    void whatIsNotKeptGoesToWhoMayKnowItOnly()
    {
        const QByteArray rest = R"(,"input":"hi","previous_response_id":"resp_elsewhere"})";
        const Asked refused =
            m_house->askWith(Format::OpenAiResponses, R"({"model":"good-oc/fine")" + rest);
        QVERIFY(waitUntil([&] { return refused.heard->isOver(); }));
        QCOMPARE(refused.heard->status, 400);
        QCOMPARE(refused.heard->json()["error"]["param"], base::Json("previous_response_id"));
        QVERIFY(m_house->good.chats().isEmpty());
        const Asked passed =
            m_house->askWith(Format::OpenAiResponses, R"({"model":"good-re/fine")" + rest);
        QVERIFY(waitUntil([&] { return passed.heard->isOver(); }));
        QCOMPARE(passed.heard->status, 200);
        QCOMPARE(m_house->good.chats().last().json["previous_response_id"],
                 base::Json("resp_elsewhere"));
        // Nothing is kept of whoever does not want it.
        const Asked private_ = m_house->askWith(
            Format::OpenAiResponses, R"({"model":"good-oc/fine","input":"hi","store":false})");
        QVERIFY(waitUntil([&] { return private_.heard->isOver(); }));
        QCOMPARE(m_house->gateway->responses().count(), 1);
    }

    void whatCannotBeKeptIsRefused_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("background")
            << QByteArray(R"("background":true)") << QByteArray("background");
        QTest::newRow("conversation")
            << QByteArray(R"("conversation":"conv_1")") << QByteArray("conversation");
    }
    void whatCannotBeKeptIsRefused()
    {
        QFETCH(QByteArray, rest);
        QFETCH(QByteArray, field);
        const Asked asked = m_house->askWith(
            Format::OpenAiResponses, R"({"model":"good-oc/fine","input":"hi",)" + rest + '}');
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 400);
        QCOMPARE(asked.heard->json()["error"]["param"], base::Json(field));
        QVERIFY(m_house->good.chats().isEmpty());
    }

    void aConversationIsMadeShort()
    {
        for (const char *model : {"good-oc/fine", "good-re/fine"}) {
            gateway::InboundRequest request{.operation = gateway::Operation::Compact,
                                            .dialect = Format::OpenAiResponses};
            request.url.stream = false;
            request.body = QByteArray(R"({"model":"MODEL","input":[{"role":"user",)"
                                      R"("content":"Remember 42."}]})")
                               .replace("MODEL", model);
            const Asked asked = m_house->send(request);
            QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
            QCOMPARE(asked.heard->status, 200);
            const base::Json json = asked.heard->json();
            QCOMPARE(json["object"], base::Json("response.compaction"));
            const base::Json last = json["output"].at(json["output"].size() - 1);
            QCOMPARE(last["type"], base::Json("compaction"));
            // The result is the next input.
            const QByteArray next =
                R"({"model":"good-an/fine","input":)" + json["output"].toJson() + '}';
            const Asked further = m_house->askWith(Format::OpenAiResponses, next);
            QVERIFY(waitUntil([&] { return further.heard->isOver(); }));
            QCOMPARE(further.heard->status, 200);
            QVERIFY(m_house->good.chats().last().body.contains(m_house->good.text().left(12)));
        }
    }

    void activeComboTakesWhatNamesNone()
    {
        m_house->addCombo(QStringLiteral("always"), {QStringLiteral("good-oc/fine")});
        m_house->gateway->setActiveCombo(QStringLiteral("always"));
        const Asked asked = m_house->ask(Format::Anthropic, "claude-whatever", false);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 200);
        QCOMPARE(m_house->lastRecord().combo, QStringLiteral("always"));
    }

private:
    std::unique_ptr<GatewayHouse> m_house;
};

OMNI_TEST(TstExchange)
#include "tst_exchange.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/ollama/codec.h"
#include "tests/core/gateway/dialectclient.h"
#include "tests/support/fakeupstream/dialects.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace omni::test;
using chat::Format;

namespace {

constexpr Format Dialects[]{Format::OpenAiChat, Format::OpenAiResponses, Format::Anthropic,
                            Format::Gemini, Format::Ollama};

void addPairs()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("upstream");
    QTest::addColumn<bool>("stream");
    for (const Format client : Dialects) {
        for (const Format upstream : Dialects) {
            for (const bool stream : {false, true})
                QTest::addRow("%s -> %s %s", chat::formatName(client).constData(),
                              chat::formatName(upstream).constData(), stream ? "stream" : "plain")
                    << int(client) << int(upstream) << stream;
        }
    }
}

} // namespace

/// Every client dialect by every upstream wire, through the running gateway. The fakes refuse what
/// the real APIs refuse, and the answers pass each dialect's own validator.
class TstDialectMatrix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<GatewayHouse>();
        m_house->good.setText("The good one answers.");
    }
    void init()
    {
        m_house->good.forget();
        m_house->bad.forget();
        m_house->cooldowns.clearAll();
    }
    void cleanupTestCase() { m_house.reset(); }

    void anAnswerArrives_data() { addPairs(); }
    void anAnswerArrives()
    {
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        DialectClient talk(*m_house, Format(client), stream);
        talk.say("Say something.");
        QVERIFY2(talk.turn(GatewayHouse::modelOf("good", Format(upstream), "thinking")),
                 talk.trouble().constData());
        QCOMPARE(talk.text(), QByteArray("The good one answers."));
        QCOMPARE(talk.finish(), chat::FinishReason::Stop);
        const usage::ExchangeRecord record = m_house->lastRecord();
        QVERIFY(record.isAnswered());
        QCOMPARE(record.usage.output.value_or(-1), FakeUsage::Output);
        QCOMPARE(m_house->good.chats().size(), 1);
        // What the client reads of the usage is what the upstream said.
        QCOMPARE(talk.usage().output.value_or(-1), FakeUsage::Output);
    }

    void legacyCompletionsAreAnsweredByEveryUpstream_data() { aGeminiClientMayHaveAnArray_data(); }
    void legacyCompletionsAreAnsweredByEveryUpstream()
    {
        QFETCH(const int, upstream);
        for (const bool stream : {false, true}) {
            const QByteArray body =
                QByteArray(R"({"model":"MODEL","prompt":"Say something.","stream":STREAM})")
                    .replace("MODEL", GatewayHouse::modelOf("good", Format(upstream), "fine"))
                    .replace("STREAM", stream ? "true" : "false");
            const Asked asked = m_house->askWith(Format::OpenAiCompletions, body);
            QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
            QVERIFY2(asked.heard->isEnded && asked.heard->status == 200,
                     asked.heard->body.constData());
            QVERIFY(asked.heard->body.contains("\"text_completion\""));
            if (!stream)
                QCOMPARE(asked.heard->json()["choices"].at(0)["text"],
                         base::Json("The good one answers."));
        }
    }

    void generateIsAnsweredByEveryUpstream_data() { aGeminiClientMayHaveAnArray_data(); }
    void generateIsAnsweredByEveryUpstream()
    {
        QFETCH(const int, upstream);
        for (const bool stream : {false, true}) {
            gateway::InboundRequest request{.dialect = Format::Ollama,
                                            .form = &wire::ollama::generateCodec()};
            request.body =
                QByteArray(R"({"model":"MODEL","prompt":"Say something.","stream":STREAM})")
                    .replace("MODEL", GatewayHouse::modelOf("good", Format(upstream), "fine"))
                    .replace("STREAM", stream ? "true" : "false");
            const Asked asked = m_house->send(request);
            QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
            const QStringList faults = stream ? ollamaStreamFaults(asked.heard->body, true)
                                              : ollamaAnswerFaults(asked.heard->json(), true);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
            QCOMPARE(asked.heard->header("content-type"),
                     QByteArray(stream ? "application/x-ndjson" : "application/json"));
            if (!stream)
                QCOMPARE(asked.heard->json()["response"], base::Json("The good one answers."));
        }
    }

    void toolsGoRound_data() { addPairs(); }
    void toolsGoRound()
    {
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        const QByteArray model =
            GatewayHouse::modelOf("good", Format(upstream), "parallel-tools+thinking");
        DialectClient talk(*m_house, Format(client), stream);
        talk.offerTool();
        talk.say("How is the weather?");
        QVERIFY2(talk.turn(model), talk.trouble().constData());
        QCOMPARE(talk.finish(), chat::FinishReason::ToolCalls);
        QCOMPARE(talk.calls().size(), size_t(2));
        QCOMPARE(talk.calls().at(0).name, QByteArray("get_weather"));
        QCOMPARE(base::Json::parse(talk.calls().at(0).arguments).value_or(base::Json())["city"],
                 base::Json("Paris in France"));
        talk.giveResults("It rains.");
        QVERIFY2(talk.turn(model), talk.trouble().constData());
        QCOMPARE(talk.text(), QByteArray("Tool said: It rains."));
        QCOMPARE(talk.finish(), chat::FinishReason::Stop);
        // Whatever the client could bring back of it.
        if (Format(upstream) == Format::Gemini)
            QVERIFY(m_house->good.chats().last().body.contains(FakeSignature));
    }

    void theUpstreamMayChangeBetweenTurns_data()
    {
        QTest::addColumn<int>("client");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        for (const Format client : Dialects) {
            for (size_t i = 0; i < std::size(Dialects); ++i) {
                const Format first = Dialects[i];
                const Format second = Dialects[(i + 1 + size_t(client)) % std::size(Dialects)];
                if (first != second)
                    QTest::addRow("%s: %s, then %s", chat::formatName(client).constData(),
                                  chat::formatName(first).constData(),
                                  chat::formatName(second).constData())
                        << int(client) << int(first) << int(second);
            }
        }
    }
    void theUpstreamMayChangeBetweenTurns()
    {
        QFETCH(const int, client);
        QFETCH(const int, first);
        QFETCH(const int, second);
        DialectClient talk(*m_house, Format(client), true);
        talk.offerTool();
        talk.say("How is the weather?");
        const auto with = [](int format) {
            return GatewayHouse::modelOf("good", Format(format), "tool-call+thinking");
        };
        QVERIFY2(talk.turn(with(first)), talk.trouble().constData());
        QCOMPARE(talk.calls().size(), size_t(1));
        talk.giveResults("It rains.");
        QVERIFY2(talk.turn(with(second)), talk.trouble().constData());
        QCOMPARE(talk.text(), QByteArray("Tool said: It rains."));
        talk.say("And tomorrow?");
        QVERIFY2(talk.turn(with(first)), talk.trouble().constData());
        QCOMPARE(talk.calls().size(), size_t(1));
        talk.giveResults("It shines.");
        QVERIFY2(talk.turn(with(second)), talk.trouble().constData());
        QCOMPARE(talk.text(), QByteArray("Tool said: It shines."));
    }

    void refusalsSpeakTheClientsDialect_data() { addPairs(); }
    void refusalsSpeakTheClientsDialect()
    {
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        const struct
        {
            const char *fault;
            base::ErrorCode code;
        } rows[]{{"fault-400", base::ErrorCode::InvalidRequest},
                 {"fault-429", base::ErrorCode::RateLimited},
                 {"fault-529", base::ErrorCode::Overloaded}};
        for (const auto &row : rows) {
            m_house->cooldowns.clearAll();
            const Asked asked = m_house->ask(
                Format(client), GatewayHouse::modelOf("bad", Format(upstream), row.fault), stream);
            QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
            QVERIFY2(asked.heard->status >= 400, row.fault);
            QCOMPARE(asked.heard->header("content-type"), QByteArray("application/json"));
            const base::Error error =
                wire::codecFor(Format(client))->decodeError(asked.heard->status, asked.heard->body);
            QVERIFY2(error.code == row.code, asked.heard->body.constData());
            QVERIFY2(error.detail.contains(QStringLiteral("bad-")), asked.heard->body.constData());
        }
    }

    void anErrorInsideAStreamEndsIt_data() { addPairs(); }
    void anErrorInsideAStreamEndsIt()
    {
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        const Asked asked =
            m_house->ask(Format(client),
                         GatewayHouse::modelOf("bad", Format(upstream), "fault-error-mid"), stream);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        if (!stream) {
            QVERIFY(asked.heard->status >= 500);
            return;
        }
        QVERIFY(asked.heard->isAborted);
        const chat::ResponseBuilder read =
            readStream(*wire::codecFor(Format(client)), asked.heard->body);
        QVERIFY2(read.error(), asked.heard->body.right(400).constData());
        QVERIFY(!read.isFinished());
        QVERIFY(!m_house->lastRecord().isAnswered());
    }

    void aGeminiClientMayHaveAnArray_data()
    {
        QTest::addColumn<int>("upstream");
        for (const Format upstream : Dialects)
            QTest::addRow("%s", chat::formatName(upstream).constData()) << int(upstream);
    }
    void aGeminiClientMayHaveAnArray()
    {
        QFETCH(const int, upstream);
        const auto ask = [&](const char *side, const QByteArray &script) {
            const QByteArray model = GatewayHouse::modelOf(side, Format(upstream), script);
            gateway::InboundRequest request = m_house->request(
                Format::Gemini, chatBody(Format::Gemini, model, true), model, true);
            request.wantsArray = true;
            const Asked asked = m_house->send(request);
            (void)waitUntil([&] { return asked.heard->isOver(); });
            return asked.heard;
        };
        const auto good = ask("good", "fine");
        QCOMPARE(good->header("content-type"), QByteArray("application/json"));
        const base::Json list = good->json();
        QVERIFY2(list.size() > 1, good->body.constData());
        QByteArray text;
        for (const base::Json &chunk : list.items())
            text += chunk["candidates"].at(0)["content"]["parts"].at(0)["text"].toBytes();
        QCOMPARE(text, QByteArray("The good one answers."));
        const auto broken = ask("bad", "fault-error-mid");
        QVERIFY(broken->isAborted);
        QVERIFY(broken->json().at(broken->json().size() - 1)["error"].isObject());
        const auto refused = ask("bad", "fault-400");
        QVERIFY(refused->json().at(0)["error"].isObject());
    }

private:
    std::unique_ptr<GatewayHouse> m_house;
};

OMNI_TEST(TstDialectMatrix)
#include "tst_dialectmatrix.moc"

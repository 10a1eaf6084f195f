// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/gateway/gatewayhouse.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace omni::test;
using chat::Format;

namespace {

/// What a client must see when the first target of a combo has this fault, and when the only
/// target has it (reliability.md §2).
struct Fault
{
    const char *name; ///< of the fake upstream
    int alone;        ///< status when nothing else can answer
    int aloneAnthropic;
    bool goesOn; ///< a combo's next target answers
    bool streamOnly = false;
    bool plainOnly = false;
    bool openAiOnly = false; ///< the upstream's dialect
};

/// As the error that was wrapped into the 200 deserves.
constexpr int Mapped = 0;

constexpr Fault Faults[]{
    {"fault-hang", 504, 504, true},
    {"fault-rst", 502, 502, true},
    {"fault-stall-first", 504, 504, true, true},
    {"fault-cut-body", 502, 502, true, false, true},
    {"fault-truncated-json", 502, 502, true, false, true},
    {"fault-html", 502, 502, true},
    {"fault-error-200", Mapped, Mapped, true, false, true},
    {"fault-error-first", Mapped, Mapped, true, true},
    {"fault-400", 400, 400, false},
    {"fault-404", 404, 404, true},
    {"fault-context", 400, 400, true},
    {"fault-401", 503, 503, true},
    {"fault-403", 503, 503, true},
    {"fault-402", 429, 429, true},
    {"fault-429", 429, 429, true},
    {"fault-500", 500, 500, true},
    {"fault-503", 503, 503, true},
    {"fault-529", 503, 529, true},
    {"fault-302", 502, 502, true},
    {"fault-204", 502, 502, true},
    {"fault-empty", 502, 502, true},
    {"fault-empty-choices", 502, 502, true, false, true, true},
    {"role-then-fail", 502, 502, true, true},
};

const char *shortName(Format format)
{
    return format == Format::Anthropic ? "AN" : "OC";
}

QByteArray textOf(const Heard &heard, Format dialect)
{
    if (!heard.isStream) {
        const base::Json json = heard.json();
        return dialect == Format::Anthropic ? json["content"].at(0)["text"].toBytes()
                                            : json["choices"].at(0)["message"]["content"].toBytes();
    }
    QByteArray text;
    for (const QByteArray &line : heard.body.split('\n')) {
        if (!line.startsWith("data: {"))
            continue;
        const base::Json json = base::Json::parse(line.mid(6)).value_or(base::Json());
        text += dialect == Format::Anthropic ? json["delta"]["text"].toBytes()
                                             : json["choices"].at(0)["delta"]["content"].toBytes();
    }
    return text;
}

bool hasErrorShape(const base::Json &json, Format dialect)
{
    if (dialect == Format::Anthropic && json["type"].toBytes() != "error")
        return false;
    return !json["error"]["message"].toBytes().isEmpty() &&
           !json["error"]["type"].toBytes().isEmpty();
}

void addColumns()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("upstream");
    QTest::addColumn<bool>("stream");
    for (size_t i = 0; i < std::size(Faults); ++i) {
        for (const Format client : {Format::OpenAiChat, Format::Anthropic}) {
            for (const Format upstream : {Format::OpenAiChat, Format::Anthropic}) {
                for (const bool stream : {false, true}) {
                    if (Faults[i].openAiOnly && upstream != Format::OpenAiChat)
                        continue;
                    if ((stream && Faults[i].plainOnly) || (!stream && Faults[i].streamOnly))
                        continue;
                    QTest::addRow("%s %s->%s %s", Faults[i].name, shortName(client),
                                  shortName(upstream), stream ? "stream" : "plain")
                        << int(i) << int(client) << int(upstream) << stream;
                }
            }
        }
    }
}

} // namespace

class TstFaultMatrix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<GatewayHouse>();
        // The shortest there are: these tests wait for them.
        m_house->setSetting(QStringLiteral("gateway.firstByteSeconds"), QStringLiteral("1"));
        m_house->setSetting(QStringLiteral("gateway.idleSeconds"), QStringLiteral("1"));
        m_house->good.setText("The good one answers.");
    }
    void init()
    {
        m_house->good.forget();
        m_house->bad.forget();
        m_house->cooldowns.clearAll();
        m_combo = "two-" + QByteArray::number(++m_rows);
    }
    void cleanupTestCase() { m_house.reset(); }

    void nextTargetAnswers_data() { addColumns(); }
    void nextTargetAnswers()
    {
        QFETCH(const int, fault);
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        const Fault &row = Faults[fault];
        const QByteArray bad = GatewayHouse::modelOf("bad", Format(upstream), row.name);
        const QByteArray good = GatewayHouse::modelOf("good", Format(upstream), "fine");
        m_house->addCombo(QString::fromUtf8(m_combo),
                          {QString::fromUtf8(bad), QString::fromUtf8(good)});

        const Asked asked = m_house->ask(Format(client), m_combo, stream);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        if (!row.goesOn) {
            QCOMPARE(asked.heard->status, row.alone);
            QVERIFY(m_house->good.chats().isEmpty());
            return;
        }
        QCOMPARE(asked.heard->status, 200);
        QVERIFY(asked.heard->isEnded);
        QCOMPARE(textOf(*asked.heard, Format(client)), QByteArray("The good one answers."));
        QCOMPARE(asked.heard->header("x-omniroute-attempts"), QByteArray("2"));
        // Nothing of the first attempt may be seen, and it was asked only once.
        QVERIFY(!asked.heard->body.contains("error"));
        QCOMPARE(m_house->bad.chats().size(), 1);
        const usage::ExchangeRecord record = m_house->lastRecord();
        QCOMPARE(record.attempts.size(), 2);
        QCOMPARE(record.attempts.at(0).outcome, usage::AttemptRecord::Outcome::Failed);
        QCOMPARE(record.attempts.at(1).outcome, usage::AttemptRecord::Outcome::Answered);
        QVERIFY(record.usage.output.has_value());
    }

    void aloneItBecomesAnErrorOfTheDialect_data() { addColumns(); }
    void aloneItBecomesAnErrorOfTheDialect()
    {
        QFETCH(const int, fault);
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        const Fault &row = Faults[fault];
        const Asked asked = m_house->ask(
            Format(client), GatewayHouse::modelOf("bad", Format(upstream), row.name), stream);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        if (asked.heard->isStream) {
            // The start frame went out before the upstream failed: an error event, no good end.
            QVERIFY(asked.heard->isAborted);
            QVERIFY(asked.heard->body.contains("\"error\""));
            QVERIFY(!asked.heard->body.contains("[DONE]"));
            QVERIFY(!asked.heard->body.contains("message_stop"));
            return;
        }
        const int wanted = Format(client) == Format::Anthropic ? row.aloneAnthropic : row.alone;
        if (wanted == Mapped)
            QVERIFY(asked.heard->status >= 502);
        else
            QCOMPARE(asked.heard->status, wanted);
        QVERIFY2(hasErrorShape(asked.heard->json(), Format(client)), asked.heard->body.constData());
        QVERIFY(!asked.heard->body.contains("sk-fake"));
        QVERIFY(m_house->lastRecord().error.has_value());
    }

    void nobodyListens()
    {
        GatewayHouse house;
        house.bad.stopListening();
        house.addCombo(QStringLiteral("two"),
                       {QStringLiteral("bad-oc/m"), QStringLiteral("good-oc/m")});
        const Asked combo = house.ask(Format::OpenAiChat, "two", false);
        QVERIFY(waitUntil([&] { return combo.heard->isOver(); }));
        QCOMPARE(combo.heard->status, 200);
        const Asked alone = house.ask(Format::Anthropic, "bad-an/m", true);
        QVERIFY(waitUntil([&] { return alone.heard->isOver(); }));
        QCOMPARE(alone.heard->status, 502);
    }

    void cutAfterTheCommitPointIsAnErrorEvent_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("client");
        QTest::addColumn<int>("upstream");
        for (const char *fault : {"fault-rst-mid", "fault-fin-mid", "fault-stall"}) {
            for (const Format client : {Format::OpenAiChat, Format::Anthropic}) {
                for (const Format upstream : {Format::OpenAiChat, Format::Anthropic})
                    QTest::addRow("%s %s->%s", fault, shortName(client), shortName(upstream))
                        << QByteArray(fault) << int(client) << int(upstream);
            }
        }
    }
    void cutAfterTheCommitPointIsAnErrorEvent()
    {
        QFETCH(const QByteArray, fault);
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        m_house->addCombo(
            QString::fromUtf8(m_combo),
            {QString::fromUtf8(GatewayHouse::modelOf("bad", Format(upstream), fault)),
             QString::fromUtf8(GatewayHouse::modelOf("good", Format(upstream), "fine"))});
        const Asked asked = m_house->ask(Format(client), m_combo, true);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QVERIFY(asked.heard->isAborted);
        QVERIFY(!textOf(*asked.heard, Format(client)).isEmpty());
        QVERIFY(asked.heard->body.contains("\"error\""));
        QVERIFY(!asked.heard->body.contains("\"stop\""));
        QVERIFY(!asked.heard->body.contains("end_turn"));
        QVERIFY(!asked.heard->body.contains("[DONE]"));
        QVERIFY(m_house->good.chats().isEmpty());
        QVERIFY(!m_house->lastRecord().isAnswered());
    }

    void oddButGoodAnswersArrive_data()
    {
        QTest::addColumn<QByteArray>("oddity");
        QTest::addColumn<int>("client");
        QTest::addColumn<int>("upstream");
        QTest::addColumn<bool>("stream");
        for (const char *oddity :
             {"fault-gzip", "fault-bad-utf8", "fault-after-done", "fault-early-hints",
              "fault-http10", "fault-json-for-stream", "fault-sse-for-plain"}) {
            for (const Format client : {Format::OpenAiChat, Format::Anthropic}) {
                for (const Format upstream : {Format::OpenAiChat, Format::Anthropic}) {
                    for (const bool stream : {false, true})
                        QTest::addRow("%s %s->%s %s", oddity, shortName(client),
                                      shortName(upstream), stream ? "stream" : "plain")
                            << QByteArray(oddity) << int(client) << int(upstream) << stream;
                }
            }
        }
    }
    void oddButGoodAnswersArrive()
    {
        QFETCH(const QByteArray, oddity);
        QFETCH(const int, client);
        QFETCH(const int, upstream);
        QFETCH(const bool, stream);
        const Asked asked = m_house->ask(
            Format(client), GatewayHouse::modelOf("bad", Format(upstream), oddity), stream);
        QVERIFY(waitUntil([&] { return asked.heard->isOver(); }));
        QCOMPARE(asked.heard->status, 200);
        QVERIFY(asked.heard->isEnded);
        QCOMPARE(asked.heard->isStream, stream);
        QVERIFY(!textOf(*asked.heard, Format(client)).isEmpty());
    }

    void clientGoneCancelsTheUpstream_data()
    {
        QTest::addColumn<int>("client");
        QTest::addColumn<bool>("stream");
        for (const Format client : {Format::OpenAiChat, Format::Anthropic}) {
            for (const bool stream : {false, true})
                QTest::addRow("%s %s", shortName(client), stream ? "stream" : "plain")
                    << int(client) << stream;
        }
    }
    void clientGoneCancelsTheUpstream()
    {
        QFETCH(const int, client);
        QFETCH(const bool, stream);
        const Asked asked = m_house->ask(Format(client), "bad-oc/fault-hang", stream);
        QTRY_COMPARE(m_house->bad.chats().size(), 1);
        const int aborts = m_house->bad.abortCount();
        asked.sink->leave();
        QTRY_COMPARE_WITH_TIMEOUT(m_house->bad.abortCount(), aborts + 1, 1000);
        QCOMPARE(m_house->lastRecord().status, 499);
        QTRY_VERIFY(m_house->gateway->live().isEmpty());
    }

private:
    std::unique_ptr<GatewayHouse> m_house;
    QByteArray m_combo;
    int m_rows = 0;
};

OMNI_TEST(TstFaultMatrix)
#include "tst_faultmatrix.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/usage/cost.h"
#include "core/usage/requestlog.h"
#include "core/usage/trace.h"
#include "tests/support/storetest.h"

using namespace omni;
using namespace omni::test;
using base::ErrorCode;
using usage::AttemptRecord;
using usage::ExchangeRecord;
using usage::RequestLog;

class TstRequestLog : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 HourMs = 3'600'000;

    std::unique_ptr<QTemporaryDir> m_temp;
    std::unique_ptr<store::Database> m_database;
    base::ManualClock m_clock;
    std::unique_ptr<RequestLog> m_log;

    void restart()
    {
        m_log.reset();
        if (m_database)
            m_database->close();
        m_database = std::move(*store::Database::open(m_temp->filePath(QStringLiteral("data"))));
        m_log = std::make_unique<RequestLog>(*m_database, m_clock);
        QCOMPARE(errorOf(m_log->load()), QString());
    }

    qint64 now() const { return m_clock.wall().toMSecsSinceEpoch(); }

    ExchangeRecord answered(const QByteArray &id) const
    {
        ExchangeRecord record;
        record.id = id;
        record.startedMs = now();
        record.provider = QStringLiteral("glm");
        record.model = "glm-4.7";
        record.status = 200;
        record.usage.input = 10;
        record.usage.output = 5;
        record.costMicros = 7;
        return record;
    }

    usage::DayFigures::Hour sum() const
    {
        usage::DayFigures::Hour sum;
        for (const auto &hour : m_log->lastDay().hours) {
            sum.requests += hour.requests;
            sum.answered += hour.answered;
            sum.tokens += hour.tokens;
            sum.costMicros += hour.costMicros;
        }
        return sum;
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_clock.setWall(QDateTime::fromMSecsSinceEpoch(500'000 * HourMs + 1000, Qt::UTC));
        restart();
    }
    void cleanup()
    {
        m_log.reset();
        m_database.reset();
    }

    void aRecordComesBackAsItWas()
    {
        ExchangeRecord record = answered("full");
        record.clientKeyId = QStringLiteral("k");
        record.clientKeyName = QStringLiteral("laptop");
        record.program = QStringLiteral("claude-code");
        record.dialect = chat::Format::Anthropic;
        record.requestedModel = "two";
        record.combo = QStringLiteral("two");
        record.stream = true;
        record.attempts = {
            {.provider = QStringLiteral("bad"),
             .accountId = QStringLiteral("a"),
             .account = QStringLiteral("main"),
             .model = "x",
             .outcome = AttemptRecord::Outcome::Failed,
             .reason = QStringLiteral("upstream_failed"),
             .detail = QStringLiteral("it said \"no\""),
             .status = 500,
             .startedMs = 1,
             .durationMs = 2},
            {.provider = QStringLiteral("glm"), .outcome = AttemptRecord::Outcome::Answered}};
        record.accountId = QStringLiteral("b");
        record.account = QStringLiteral("second");
        record.usage.cachedRead = 3;
        record.usage.cacheWrite = 0; // none is not unknown
        record.usage.isEstimated = true;
        record.firstByteMs = 12;
        record.totalMs = 340;
        record.losses = {QStringLiteral("top_k: not known there"), QStringLiteral("b: c")};
        ExchangeRecord empty; // every figure unknown, every text empty
        empty.id = "empty";
        empty.startedMs = now() - 1;
        empty.status = 499;
        empty.error = base::Error{.code = ErrorCode::Cancelled, .detail = QStringLiteral("left")};
        m_log->add(empty);
        m_log->add(record);
        restart();
        QCOMPARE(m_log->recent(), (QList<ExchangeRecord>{record, empty}));
    }

    void theDayHasTwentyFourHoursEndingNow()
    {
        m_log->add(answered("a"));
        const auto hours = m_log->lastDay().hours;
        QCOMPARE(hours.back().startMs, 500'000 * HourMs);
        QCOMPARE(hours.front().startMs, 500'000 * HourMs - 23 * HourMs);
        QCOMPARE(hours.back().requests, 1);
        QCOMPARE(hours.back().tokens, 15);
        QCOMPARE(hours.back().costMicros, 7);

        m_clock.setWall(m_clock.wall().addSecs(3600));
        m_log->add(answered("b"));
        QCOMPARE(m_log->lastDay().hours.at(22).requests, 1);
        QCOMPARE(sum().requests, 2);
        m_clock.setWall(m_clock.wall().addSecs(23 * 3600));
        QCOMPARE(sum().requests, 1);
        m_clock.setWall(m_clock.wall().addSecs(3600));
        QCOMPARE(sum().requests, 0);
        QVERIFY(!m_log->lastDay().tokensKnown);
    }

    void failuresCountAsRequestsOnly()
    {
        ExchangeRecord failed;
        failed.id = "f";
        failed.startedMs = now();
        failed.status = 502;
        failed.error = base::Error{.code = ErrorCode::UpstreamFailed};
        m_log->add(failed);
        QCOMPARE(sum().requests, 1);
        QCOMPARE(sum().answered, 0);
        QVERIFY(!m_log->lastDay().tokensKnown);
        QVERIFY(!m_log->lastDay().costKnown);
        m_log->add(answered("a"));
        QVERIFY(m_log->lastDay().tokensKnown);
        QVERIFY(m_log->lastDay().costKnown);
        restart();
        QCOMPARE(sum().requests, 2);
        QCOMPARE(sum().answered, 1);
    }

    void theFiguresOutliveWhatIsKeptInMemory()
    {
        for (int i = 0; i < RequestLog::KeptInMemory + 100; ++i)
            m_log->add(answered(QByteArray::number(i)));
        QCOMPARE(m_log->recent().size(), RequestLog::KeptInMemory);
        restart();
        QCOMPARE(sum().requests, RequestLog::KeptInMemory + 100);
        QCOMPARE(sum().tokens, 15 * (RequestLog::KeptInMemory + 100));
        QCOMPARE(m_log->recent().size(), RequestLog::KeptInMemory);

        // The oldest is found in the database, an unknown one nowhere.
        std::optional<base::Result<ExchangeRecord>> found;
        const auto keep = [&](const base::Result<ExchangeRecord> &got) { found = got; };
        m_log->find("0", this, keep);
        QTRY_VERIFY(found);
        QCOMPARE((*found)->id, QByteArray("0"));
        found.reset();
        m_log->find("nobody", this, keep);
        QTRY_VERIFY(found);
        QCOMPARE(found->error().code, ErrorCode::NotFound);
    }

    void theTraceNamesEveryAttempt()
    {
        ExchangeRecord record = answered("a");
        record.attempts = {
            {.provider = QStringLiteral("bad"), .reason = QStringLiteral("cooling")}};
        record.usage.output.reset();
        const base::Json json = usage::recordJson(record);
        QCOMPARE(json["attempts"].at(0)["outcome"].toText(), QStringLiteral("skipped"));
        QCOMPARE(json["attempts"].at(0)["reason"].toText(), QStringLiteral("cooling"));
        QVERIFY(json["usage"]["output_tokens"].isNull());
        QCOMPARE(json["usage"]["input_tokens"].toInt(), 10);
        QVERIFY(!json.contains("error"));
        QVERIFY(usage::attemptsFromJson("{broken").isEmpty());
    }

    void costNeedsPricesAndCounters()
    {
        chat::Usage counted;
        counted.input = 1000;
        counted.cachedRead = 400;
        counted.output = 100;
        QVERIFY(!usage::costMicros(counted, {}));
        QVERIFY(!usage::costMicros({}, {.input = 1, .output = 2}));
        QCOMPARE(usage::costMicros(counted, {.input = 1, .cachedRead = 0.5, .output = 2}), 1000);
        // Without a price of its own cached input costs like any other.
        QCOMPARE(usage::costMicros(counted, {.input = 1, .output = 2}), 1200);
    }
};

OMNI_TEST(TstRequestLog)
#include "tst_requestlog.moc"

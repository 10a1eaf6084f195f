// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/health/cooldowns.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace std::chrono_literals;
using base::ErrorCode;

class TstCooldowns : public QObject
{
    Q_OBJECT

private:
    base::ManualClock m_clock;
    const auth::AccountId m_account{QStringLiteral("a1")};

    static base::Error error(ErrorCode code, std::optional<std::chrono::milliseconds> after = {})
    {
        return {.code = code, .retryAfter = after};
    }

private slots:
    void theModelRestsAndItsNeighboursGoOn()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "big", error(ErrorCode::UpstreamFailed));
        QVERIFY(cooldowns.resting(m_account, "big"));
        QVERIFY(!cooldowns.resting(m_account, "small"));
        m_clock.advance(3'001ms);
        QVERIFY(!cooldowns.resting(m_account, "big"));
    }

    void theDelayDoublesUntilASuccess()
    {
        health::Cooldowns cooldowns(m_clock);
        for (const auto expected :
             {3'000ms, 6'000ms, 12'000ms, 24'000ms, 48'000ms, 96'000ms, 96'000ms}) {
            cooldowns.reportFailure(m_account, "m", error(ErrorCode::UpstreamFailed));
            m_clock.advance(expected - 1ms);
            QVERIFY(cooldowns.resting(m_account, "m"));
            m_clock.advance(1ms);
            QVERIFY(!cooldowns.resting(m_account, "m"));
        }
        cooldowns.reportSuccess(m_account, "m");
        cooldowns.reportFailure(m_account, "m", error(ErrorCode::UpstreamFailed));
        m_clock.advance(3'000ms);
        QVERIFY(!cooldowns.resting(m_account, "m"));
    }

    void requestsThatFailTogetherCountOnce()
    {
        health::Cooldowns cooldowns(m_clock);
        for (int i = 0; i < 20; ++i)
            cooldowns.reportFailure(m_account, "m", error(ErrorCode::Overloaded));
        m_clock.advance(3'000ms);
        QVERIFY(!cooldowns.resting(m_account, "m"));
    }

    void theUpstreamsOwnWordWins()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "m", error(ErrorCode::RateLimited, 90s));
        m_clock.advance(89'999ms);
        QVERIFY(cooldowns.resting(m_account, "m"));
        QCOMPARE(cooldowns.resting(m_account, "m")->reason, ErrorCode::RateLimited);
        m_clock.advance(1ms);
        QVERIFY(!cooldowns.resting(m_account, "m"));
    }

    void retryAfterZeroMeansNow()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "m", error(ErrorCode::RateLimited, 0ms));
        QVERIFY(!cooldowns.resting(m_account, "m"));
    }

    void aRefusedKeyRestsTheWholeAccount()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "m", error(ErrorCode::Unauthorized));
        QVERIFY(cooldowns.resting(m_account, "other"));
        QVERIFY(!cooldowns.resting(auth::AccountId(QStringLiteral("a2")), "m"));
    }

    void twoFailingModelsRestTheAccount()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "m1", error(ErrorCode::UpstreamFailed));
        QVERIFY(!cooldowns.resting(m_account, "m3"));
        cooldowns.reportFailure(m_account, "m2", error(ErrorCode::UpstreamFailed));
        QVERIFY(cooldowns.resting(m_account, "m3"));
    }

    void rateLimitsOfTwoModelsStayTheirOwn()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "m1", error(ErrorCode::RateLimited, 60s));
        cooldowns.reportFailure(m_account, "m2", error(ErrorCode::RateLimited, 60s));
        QVERIFY(!cooldowns.resting(m_account, "m3"));
    }

    void aBadRequestRestsNobody()
    {
        health::Cooldowns cooldowns(m_clock);
        for (const ErrorCode code : {ErrorCode::InvalidRequest, ErrorCode::NotFound,
                                     ErrorCode::ContextTooLong, ErrorCode::Cancelled})
            cooldowns.reportFailure(m_account, "m", error(code));
        QVERIFY(cooldowns.all().isEmpty());
    }

    void clearingWakesOneOrAll()
    {
        health::Cooldowns cooldowns(m_clock);
        cooldowns.reportFailure(m_account, "m1", error(ErrorCode::RateLimited, 60s));
        cooldowns.reportFailure(m_account, "m2", error(ErrorCode::RateLimited, 60s));
        cooldowns.clear(m_account, "m1");
        QVERIFY(!cooldowns.resting(m_account, "m1"));
        QVERIFY(cooldowns.resting(m_account, "m2"));
        cooldowns.clear(m_account, {});
        QVERIFY(cooldowns.all().isEmpty());
    }

    void delaysAreReadInEveryFormVendorsUse_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<qint64>("expectedMs");
        QTest::newRow("seconds") << QByteArray("20") << QByteArray() << 20'000LL;
        QTest::newRow("fraction") << QByteArray("0.5") << QByteArray() << 500LL;
        QTest::newRow("zero") << QByteArray("0") << QByteArray() << 0LL;
        QTest::newRow("http date")
            << QByteArray("Fri, 15 Jan 2027 08:01:40 GMT") << QByteArray() << 100'000LL;
        QTest::newRow("past date")
            << QByteArray("Fri, 15 Jan 2027 07:00:00 GMT") << QByteArray() << 0LL;
        QTest::newRow("epoch") << QByteArray() << QByteArray("1800000060") << 60'000LL;
        QTest::newRow("epoch ms") << QByteArray() << QByteArray("1800000060000") << 60'000LL;
        QTest::newRow("units") << QByteArray() << QByteArray("1m2.5s") << 62'500LL;
        QTest::newRow("milliseconds") << QByteArray() << QByteArray("120ms") << 120LL;
        QTest::newRow("iso") << QByteArray() << QByteArray("2027-01-15T08:00:30Z") << 30'000LL;
        QTest::newRow("epoch long past") << QByteArray("99999999") << QByteArray() << 0LL;
        QTest::newRow("nonsense") << QByteArray("soon") << QByteArray("later") << -1LL;
        QTest::newRow("negative") << QByteArray("-5") << QByteArray() << -1LL;
    }

    void delaysAreReadInEveryFormVendorsUse()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(QByteArray, reset);
        QFETCH(qint64, expectedMs);
        const auto delay =
            health::retryDelay({.retryAfter = retryAfter, .reset = reset}, m_clockAtNewYear());
        QCOMPARE(delay ? qint64(delay->count()) : -1, expectedMs);
    }

private:
    /// 2027-01-15 08:00:00 UTC.
    static QDateTime m_clockAtNewYear()
    {
        return QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    }
};

OMNI_TEST(TstCooldowns)
#include "tst_cooldowns.moc"

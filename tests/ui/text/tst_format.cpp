// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "ui/text/format.h"

#include <QLocale>

using namespace omni::ui;

class TstFormat : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void durations_data();
    void durations();
    void largeNumbersAreShort_data();
    void largeNumbersAreShort();
    void percentages();
    void countdownsNeverReachZeroEarly();
    void agesAreRelativeForADay();
    void unknownMoneyIsNoNumber();
    void masksShowTheEndOnly();
    void longTextsLoseTheirMiddle();
};

void TstFormat::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << 0LL << QStringLiteral("0 s");
    QTest::newRow("seconds") << 12'900LL << QStringLiteral("12 s");
    QTest::newRow("minutes") << 41 * 60'000LL + 59'000 << QStringLiteral("41 min");
    QTest::newRow("hours") << 130 * 60'000LL << QStringLiteral("2 h 10 min");
    QTest::newRow("round hours") << 120 * 60'000LL << QStringLiteral("2 h");
    QTest::newRow("days") << 76 * 3'600'000LL << QStringLiteral("3 d 4 h");
    QTest::newRow("negative") << -5'000LL << QStringLiteral("0 s");
}

void TstFormat::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, words);
    QCOMPARE(text::duration(ms), words);
}

void TstFormat::largeNumbersAreShort_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("small") << 214LL << QStringLiteral("214");
    QTest::newRow("thousands") << 9'999LL << QStringLiteral("9,999");
    QTest::newRow("K") << 12'345LL << QStringLiteral("12.3 K");
    QTest::newRow("edge") << 999'949LL << QStringLiteral("1,000 K");
    QTest::newRow("M") << 4'800'000LL << QStringLiteral("4.8 M");
    QTest::newRow("round M") << 5'000'000LL << QStringLiteral("5 M");
    QTest::newRow("B") << 1'250'000'000LL << QStringLiteral("1.3 B");
}

void TstFormat::largeNumbersAreShort()
{
    QFETCH(qint64, value);
    QFETCH(QString, shown);
    QCOMPARE(text::compactNumber(value), shown);
}

void TstFormat::percentages()
{
    QCOMPARE(text::percent(0.991), QStringLiteral("99.1 %"));
    QCOMPARE(text::percent(1), QStringLiteral("100 %"));
    QCOMPARE(text::percent(0), QStringLiteral("0 %"));
}

void TstFormat::countdownsNeverReachZeroEarly()
{
    QCOMPARE(text::countdown(702'000), QStringLiteral("11:42"));
    QCOMPARE(text::countdown(1), QStringLiteral("0:01"));
    QCOMPARE(text::countdown(-1), QStringLiteral("0:00"));
    QCOMPARE(text::countdown(2 * 3'600'000), QStringLiteral("2 h"));
}

void TstFormat::agesAreRelativeForADay()
{
    const qint64 now = 1'800'000'000'000;
    QCOMPARE(text::age(0, now), QStringLiteral("never"));
    QCOMPARE(text::age(now - 1000, now), QStringLiteral("just now"));
    QCOMPARE(text::age(now - 12'000, now), QStringLiteral("12 s ago"));
    QCOMPARE(text::age(now - 3 * 3'600'000 - 60'000, now), QStringLiteral("3 h ago"));
    QVERIFY(!text::age(now - 48 * 3'600'000LL, now).contains(QStringLiteral("ago")));
}

void TstFormat::unknownMoneyIsNoNumber()
{
    QCOMPARE(text::money({}), QStringLiteral("–"));
    QCOMPARE(text::money(1'260'000), QStringLiteral("$1.26"));
    QCOMPARE(text::money(0), QStringLiteral("$0.00"));
    // Little is not nothing.
    QCOMPARE(text::money(4'000), QStringLiteral("$0.004"));
}

void TstFormat::masksShowTheEndOnly()
{
    QCOMPARE(text::maskedClientKey(QStringLiteral("7Q2f")), QStringLiteral("sk-omr-····7Q2f"));
    QCOMPARE(text::maskedKey(QStringLiteral("4c1e")), QStringLiteral("····4c1e"));
}

void TstFormat::longTextsLoseTheirMiddle()
{
    const QString name = QStringLiteral("a").repeated(30) + QStringLiteral("z").repeated(30);
    const QString shown = text::shortened(name);
    QCOMPARE(shown.size(), 40);
    QVERIFY(shown.startsWith(u'a') && shown.endsWith(u'z') && shown.contains(u'…'));
    QCOMPARE(text::shortened(QStringLiteral("short")), QStringLiteral("short"));
}

OMNI_TEST(TstFormat)
#include "tst_format.moc"

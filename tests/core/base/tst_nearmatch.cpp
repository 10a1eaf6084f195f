// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/nearmatch.h"
#include "tests/support/omnitest.h"

using omni::base::nearMatches;

class TstNearMatch : public QObject
{
    Q_OBJECT

private slots:
    void typingErrorsAreForgiven_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("expected");
        QTest::newRow("swapped") << QStringLiteral("staus") << QStringLiteral("status");
        QTest::newRow("swapped letters") << QStringLiteral("sattus") << QStringLiteral("status");
        QTest::newRow("wrong letter") << QStringLiteral("stztus") << QStringLiteral("status");
        QTest::newRow("case") << QStringLiteral("STATUS") << QStringLiteral("status");
        QTest::newRow("part") << QStringLiteral("sonnet") << QStringLiteral("cc/claude-sonnet-4");
        QTest::newRow("behind the slash")
            << QStringLiteral("glm4.7") << QStringLiteral("glm/glm-4.7");
    }
    void typingErrorsAreForgiven()
    {
        QFETCH(QString, word);
        QFETCH(QString, expected);
        const QStringList all{QStringLiteral("stop"), QStringLiteral("status"),
                              QStringLiteral("doctor"), QStringLiteral("cc/claude-sonnet-4"),
                              QStringLiteral("glm/glm-4.7")};
        QCOMPARE(nearMatches(word, all).value(0), expected);
    }

    void theNearestComesFirstAndOnce()
    {
        const QStringList all{QStringLiteral("glm-4.6"), QStringLiteral("glm-4.7"),
                              QStringLiteral("glm-4.7"), QStringLiteral("glm-5.7")};
        QCOMPARE(nearMatches(QStringLiteral("glm-4.7"), all, 2),
                 (QStringList{QStringLiteral("glm-4.7"), QStringLiteral("glm-4.6")}));
    }

    void nothingNearIsNothing()
    {
        QVERIFY(nearMatches(QStringLiteral("banana"), {QStringLiteral("status")}).isEmpty());
        QVERIFY(nearMatches(QString(), {QStringLiteral("status")}).isEmpty());
        QVERIFY(
            nearMatches(QString(100'000, QLatin1Char('s')), {QStringLiteral("status")}).isEmpty());
    }
};

OMNI_TEST(TstNearMatch)
#include "tst_nearmatch.moc"

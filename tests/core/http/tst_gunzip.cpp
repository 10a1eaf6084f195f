// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/gunzip.h"
#include "tests/core/http/gzipped.h"
#include "tests/support/omnitest.h"

using namespace omni;

class TstGunzip : public QObject
{
    Q_OBJECT

private slots:
    void whatWasPackedComesBack()
    {
        const QByteArray text = QByteArray("{\"a\":1}").repeated(5'000);
        const auto unpacked = http::gunzip(test::gzipped(text), {});
        QVERIFY(unpacked);
        QCOMPARE(*unpacked, text);
        QVERIFY(http::gunzip(test::gzipped({}), {})->isEmpty());
    }

    void damagedBodiesAreTheClientsFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = test::gzipped("hello");
        QByteArray flipped = good;
        flipped[good.size() - 6] = char(flipped[good.size() - 6] ^ 1);
        QTest::newRow("no gzip") << QByteArray("{\"a\":1}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << good.chopped(1);
        QTest::newRow("wrong checksum") << flipped;
        QTest::newRow("something behind") << good + "x";
    }

    void damagedBodiesAreTheClientsFault()
    {
        QFETCH(QByteArray, bytes);
        const auto unpacked = http::gunzip(bytes, {});
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, base::ErrorCode::InvalidRequest);
    }

    void bombsStopAtTheRatioAndAtTheSize()
    {
        // 10 MB of the same byte pack into 10 kB: a thousand to one.
        const QByteArray bomb = test::gzipped(QByteArray(10 << 20, 'x'));
        const auto unpacked = http::gunzip(bomb, {});
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, base::ErrorCode::ContextTooLong);

        http::Limits limits;
        limits.inflatedBytes = 1'000;
        QVERIFY(http::gunzip(test::gzipped(QByteArray(1'000, 'x')), limits));
        QVERIFY(!http::gunzip(test::gzipped(QByteArray(1'001, 'x')), limits));
    }
};

OMNI_TEST(TstGunzip)
#include "tst_gunzip.moc"

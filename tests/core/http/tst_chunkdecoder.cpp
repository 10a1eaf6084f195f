// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/chunkdecoder.h"
#include "tests/support/omnitest.h"

using namespace omni::http;

class TstChunkDecoder : public QObject
{
    Q_OBJECT

private slots:
    void framingIsTakenOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("fault");
        const int none = int(FrameFault::None);
        const int bad = int(FrameFault::BadChunk);
        QTest::newRow("empty") << QByteArray("0\r\n\r\n") << QByteArray() << none;
        QTest::newRow("upper-case size")
            << QByteArray("A\r\n0123456789\r\n0\r\n\r\n") << QByteArray("0123456789") << none;
        QTest::newRow("extension")
            << QByteArray("1;a=b\r\nx\r\n0;c\r\n\r\n") << QByteArray("x") << none;
        QTest::newRow("trailers") << QByteArray("1\r\nx\r\n0\r\nA: b\r\nC: d\r\n\r\n")
                                  << QByteArray("x") << none;
        QTest::newRow("nine digits") << QByteArray("000000001\r\nx") << QByteArray() << bad;
        QTest::newRow("no digits") << QByteArray("\r\n") << QByteArray() << bad;
        QTest::newRow("space in front") << QByteArray(" 1\r\nx") << QByteArray() << bad;
        QTest::newRow("space behind") << QByteArray("1 \r\nx") << QByteArray() << bad;
        QTest::newRow("letters behind") << QByteArray("1z\r\nx") << QByteArray() << bad;
        QTest::newRow("NUL in an extension") << QByteArray("1;\0\r\nx", 6) << QByteArray() << bad;
        QTest::newRow("endless extension") << "1;" + QByteArray(300, 'a') << QByteArray() << bad;
        QTest::newRow("data too long") << QByteArray("1\r\nxx\r\n") << QByteArray("x") << bad;
        QTest::newRow("endless trailers") << "0\r\n" + QByteArray("A: b\r\n").repeated(2'000)
                                          << QByteArray() << int(FrameFault::BadTrailer);
    }

    void framingIsTakenOff()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, body);
        QFETCH(int, fault);
        const Limits limits;
        ChunkDecoder decoder(limits);
        QByteArray out;
        // What follows the last chunk belongs to the next request.
        const qsizetype used = decoder.feed(bytes + "GET", out);
        QCOMPARE(int(decoder.fault()), fault);
        QCOMPARE(out, body);
        if (fault == int(FrameFault::None)) {
            QVERIFY(decoder.isDone());
            QCOMPARE(used, bytes.size());
        }
    }
};

OMNI_TEST(TstChunkDecoder)
#include "tst_chunkdecoder.moc"

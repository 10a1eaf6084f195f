// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/connectreader.h"
#include "tests/support/omnitest.h"

#include <QtEndian>

using namespace omni::net;

namespace {

// `gzip` of "hello, hello, hello\n", made by the program of that name without a time stamp.
const QByteArray Packed =
    QByteArray::fromHex("1f8b0800000000000203cb48cdc9c9d751c840a2b800e7426e5214000000");
constexpr char Unpacked[] = "hello, hello, hello\n";

QByteArray framed(char flags, const QByteArray &payload)
{
    QByteArray frame = connectFrame(payload);
    frame[0] = flags;
    return frame;
}

} // namespace

class TstConnectReader : public QObject
{
    Q_OBJECT

private slots:
    void messagesAreTheSameHoweverTheyAreCut();
    void packedMessagesAreUnpacked();
    void errorsUnderTheWrongFlagAreRead();
    void nothingFollowsTheEnd();
    void nonsenseIsAFault_data();
    void nonsenseIsAFault();
    void framesAreWrittenAsTheyAreRead();
};

void TstConnectReader::messagesAreTheSameHoweverTheyAreCut()
{
    const QByteArray bytes = framed(0, "one") + framed(1, Packed) + framed(0, "") + framed(2, "{}");
    ConnectReader whole;
    const QList<Frame> frames = whole.feed(bytes);
    QCOMPARE(frames.size(), 4);
    QCOMPARE(frames[0].data, QByteArray("one"));
    QCOMPARE(frames[1].data, QByteArray(Unpacked));
    QCOMPARE(frames[2].data, QByteArray());
    QCOMPARE(frames[2].name, QByteArray());
    QCOMPARE(frames[3].name, QByteArray("end"));
    QCOMPARE(frames[3].data, QByteArray("{}"));
    QByteArray raw;
    for (const Frame &frame : frames)
        raw += frame.raw;
    QCOMPARE(raw, bytes);
    for (qsizetype step = 1; step < bytes.size(); ++step) {
        ConnectReader reader;
        QList<Frame> found;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            found += reader.feed(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at)));
        found += reader.finish();
        QVERIFY(found == frames);
        QCOMPARE(reader.fault(), QString());
    }
}

void TstConnectReader::packedMessagesAreUnpacked()
{
    ConnectReader reader;
    const QList<Frame> frames = reader.feed(framed(3, Packed));
    QCOMPARE(frames.size(), 1);
    QCOMPARE(frames[0].name, QByteArray("end"));
    QCOMPARE(frames[0].data, QByteArray(Unpacked));
}

void TstConnectReader::errorsUnderTheWrongFlagAreRead()
{
    ConnectReader reader;
    const QByteArray error = R"({"error":{"code":"resource_exhausted"}})";
    QCOMPARE(reader.feed(framed(3, error)).at(0).data, error);
    QCOMPARE(reader.fault(), QString());
}

void TstConnectReader::nothingFollowsTheEnd()
{
    ConnectReader reader;
    QCOMPARE(reader.feed(framed(2, "{}") + framed(0, "more")).size(), 1);
    QVERIFY(reader.feed(framed(0, "more")).isEmpty());
    QVERIFY(reader.finish().isEmpty());
    QCOMPARE(reader.fault(), QString());
}

void TstConnectReader::nonsenseIsAFault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("unknown flags") << framed(8, "a");
    QTest::newRow("a web page") << QByteArray("<html><body>");
    QTest::newRow("too long") << QByteArray("\0\xff\xff\xff\xff", 5);
    QTest::newRow("broken gzip") << framed(1, Packed.left(20));
    QTest::newRow("no gzip") << framed(1, "hello");
    QTest::newRow("half a head") << QByteArray("\0\0", 2);
    QTest::newRow("half a message") << framed(0, "hello").chopped(1);
}

void TstConnectReader::nonsenseIsAFault()
{
    QFETCH(QByteArray, bytes);
    ConnectReader reader;
    QVERIFY(reader.feed(bytes).isEmpty());
    QVERIFY(reader.finish().isEmpty());
    QVERIFY(!reader.fault().isEmpty());
    QVERIFY(reader.feed(framed(0, "late")).isEmpty());
}

void TstConnectReader::framesAreWrittenAsTheyAreRead()
{
    QCOMPARE(connectFrame("ab"), QByteArray("\0\0\0\0\2ab", 7));
    QCOMPARE(connectFrame("{}", true), QByteArray("\2\0\0\0\2{}", 7));
}

OMNI_TEST(TstConnectReader)
#include "tst_connectreader.moc"

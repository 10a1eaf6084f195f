// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/net/awseventreader.h"
#include "tests/support/awsmessage.h"
#include "tests/support/omnitest.h"

#include <QDirIterator>
#include <QtEndian>

using namespace omni::net;
using omni::base::Json;
using omni::test::awsHeader;
using omni::test::awsMessage;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Frame> readAll(FrameReader &reader, const QByteArray &bytes, qsizetype step)
{
    QList<Frame> frames;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        frames += reader.feed(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at)));
    return frames + reader.finish();
}

} // namespace

class TstAwsEventReader : public QObject
{
    Q_OBJECT

private slots:
    void recordingsAreReadAsTheyWereSent_data();
    void recordingsAreReadAsTheyWereSent();
    void everyByteBorderIsHarmless_data() { recordingsAreReadAsTheyWereSent_data(); }
    void everyByteBorderIsHarmless();
    void everyFlippedByteIsNoticed();
    void headersOfAllTypesAreStepped();
    void exceptionsAndErrorsHaveTheirNames();
    void contradictingLengthsAreFaults_data();
    void contradictingLengthsAreFaults();
    void damagedHeadersAreFaults_data();
    void damagedHeadersAreFaults();
    void halfAMessageIsAFault();
    void nothingFollowsAFault();
};

void TstAwsEventReader::recordingsAreReadAsTheyWereSent_data()
{
    QTest::addColumn<QString>("folder");
    const QDir root(QStringLiteral(OMNI_TEST_DATA "/wire/aws-eventstream"));
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << root.filePath(name);
}

void TstAwsEventReader::recordingsAreReadAsTheyWereSent()
{
    QFETCH(QString, folder);
    const QByteArray bytes = contentOf(folder + QStringLiteral("/response.bin"));
    const Json list = *Json::parse(contentOf(folder + QStringLiteral("/response.events.json")));
    const Json events = list.isArray() ? list : list["events"];
    AwsEventReader reader;
    const QList<Frame> frames = readAll(reader, bytes, bytes.size());
    QCOMPARE(reader.fault(), QString());
    QCOMPARE(frames.size(), events.size());
    QVERIFY(!frames.isEmpty());
    QByteArray raw;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        QCOMPARE(frames[i].name, events.at(i)["headers"][":event-type"].toBytes());
        QCOMPARE(*Json::parse(frames[i].data), events.at(i)["payload"]);
        QVERIFY(!frames[i].isComment);
        raw += frames[i].raw;
    }
    QCOMPARE(raw, bytes);
}

void TstAwsEventReader::everyByteBorderIsHarmless()
{
    QFETCH(QString, folder);
    const QByteArray bytes = contentOf(folder + QStringLiteral("/response.bin"));
    AwsEventReader whole;
    const QList<Frame> frames = readAll(whole, bytes, bytes.size());
    for (const qsizetype step : {1, 2, 3, 5, 11, 64, 997}) {
        AwsEventReader reader;
        QVERIFY(readAll(reader, bytes, step) == frames);
        QCOMPARE(reader.fault(), QString());
    }
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        AwsEventReader reader;
        QList<Frame> found = reader.feed(QByteArrayView(bytes).first(cut));
        found += reader.feed(QByteArrayView(bytes).sliced(cut));
        QVERIFY(found == frames);
    }
}

void TstAwsEventReader::everyFlippedByteIsNoticed()
{
    const QByteArray good =
        awsMessage(awsHeader(":message-type", "event") + awsHeader(":event-type", "a"), "{}");
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char flip : {'\x01', '\x80', '\xff'}) {
            QByteArray bad = good;
            bad[at] = char(bad[at] ^ flip);
            AwsEventReader reader;
            QVERIFY(reader.feed(bad).isEmpty());
            (void)reader.finish();
            QVERIFY2(!reader.fault().isEmpty(), qPrintable(QString::number(at)));
        }
    }
}

void TstAwsEventReader::headersOfAllTypesAreStepped()
{
    const auto other = [](const char *name, char type, const QByteArray &value) {
        return char(qstrlen(name)) + QByteArray(name) + type + value;
    };
    const QByteArray headers =
        other("t", 0, {}) + other("f", 1, {}) + other("byte", 2, "x") + other("short", 3, "xx") +
        other("int", 4, "xxxx") + other("long", 5, "xxxxxxxx") +
        other("bytes", 6, QByteArray("\0\3abc", 5)) + other("time", 8, "xxxxxxxx") +
        other("uuid", 9, "xxxxxxxxxxxxxxxx") + awsHeader(":event-type", "found");
    AwsEventReader reader;
    const QList<Frame> frames = reader.feed(awsMessage(headers, "payload"));
    QCOMPARE(frames.size(), 1);
    QCOMPARE(frames[0].name, QByteArray("found"));
    QCOMPARE(frames[0].data, QByteArray("payload"));
}

void TstAwsEventReader::exceptionsAndErrorsHaveTheirNames()
{
    AwsEventReader reader;
    const QByteArray exception = awsMessage(awsHeader(":message-type", "exception") +
                                                awsHeader(":exception-type", "ThrottlingException"),
                                            R"({"message":"slow down"})");
    const QByteArray error =
        awsMessage(awsHeader(":message-type", "error") + awsHeader(":error-code", "InternalError") +
                       awsHeader(":error-message", "an \"odd\" one"),
                   {});
    const QList<Frame> frames = reader.feed(exception + error);
    QCOMPARE(frames.size(), 2);
    QCOMPARE(frames[0].name, QByteArray("ThrottlingException"));
    QCOMPARE(frames[0].data, QByteArray(R"({"message":"slow down"})"));
    QCOMPARE(frames[1].name, QByteArray("error"));
    const Json words = *Json::parse(frames[1].data);
    QCOMPARE(words["code"], Json("InternalError"));
    QCOMPARE(words["message"], Json("an \"odd\" one"));
}

void TstAwsEventReader::contradictingLengthsAreFaults_data()
{
    QTest::addColumn<quint32>("total");
    QTest::addColumn<quint32>("headers");
    QTest::newRow("shorter than its frame") << 15U << 0U;
    QTest::newRow("nothing") << 0U << 0U;
    QTest::newRow("headers beyond the end") << 20U << 5U;
    QTest::newRow("too long") << quint32(FrameReader::MaxFrameBytes) + 1 << 0U;
    QTest::newRow("absurd") << 0xffffffffU << 0xffffffffU;
}

void TstAwsEventReader::contradictingLengthsAreFaults()
{
    QFETCH(quint32, total);
    QFETCH(quint32, headers);
    AwsEventReader reader;
    QVERIFY(reader.feed(omni::test::awsPrelude(total, headers)).isEmpty());
    QVERIFY(!reader.fault().isEmpty());
}

void TstAwsEventReader::damagedHeadersAreFaults_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("unknown type") << QByteArray("\1a\x0a", 3);
    QTest::newRow("no type") << QByteArray("\1a", 2);
    QTest::newRow("name cut") << QByteArray("\5ab", 3);
    QTest::newRow("value cut") << QByteArray("\1a\7\0\5ab", 7);
    QTest::newRow("length cut") << QByteArray("\1a\7\0", 4);
}

void TstAwsEventReader::damagedHeadersAreFaults()
{
    QFETCH(QByteArray, headers);
    AwsEventReader reader;
    QVERIFY(reader.feed(awsMessage(headers, "{}")).isEmpty());
    QVERIFY(!reader.fault().isEmpty());
}

void TstAwsEventReader::halfAMessageIsAFault()
{
    AwsEventReader reader;
    const QByteArray good = awsMessage(awsHeader(":event-type", "a"), "{}");
    QCOMPARE(reader.feed(good + good.chopped(1)).size(), 1);
    QCOMPARE(reader.fault(), QString());
    QVERIFY(reader.finish().isEmpty());
    QVERIFY(!reader.fault().isEmpty());
}

void TstAwsEventReader::nothingFollowsAFault()
{
    AwsEventReader reader;
    const QByteArray good = awsMessage(awsHeader(":event-type", "a"), "{}");
    QByteArray bad = good;
    bad.back() = char(bad.back() ^ 1);
    // What was complete before the fault still counts.
    QCOMPARE(reader.feed(good + bad + good).size(), 1);
    QVERIFY(reader.feed(good).isEmpty());
    QVERIFY(reader.finish().isEmpty());
}

OMNI_TEST(TstAwsEventReader)
#include "tst_awseventreader.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/ssereader.h"
#include "tests/support/omnitest.h"

#include <QDirIterator>

using namespace omni::net;

namespace {

QList<Frame> readAll(const QByteArray &bytes, qsizetype step, SseReader::Mode mode)
{
    SseReader reader(mode);
    QList<Frame> events;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        events += reader.feed(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at)));
    return events + reader.finish();
}

QList<Frame> readCutAt(const QByteArray &bytes, qsizetype cut, SseReader::Mode mode)
{
    SseReader reader(mode);
    QList<Frame> events = reader.feed(QByteArrayView(bytes).first(cut));
    events += reader.feed(QByteArrayView(bytes).sliced(cut));
    return events + reader.finish();
}

QByteArray rawOf(const QList<Frame> &events)
{
    QByteArray all;
    for (const Frame &event : events)
        all += event.raw;
    return all;
}

/// One line a field: what a decoder would see.
QByteArrayList show(const QList<Frame> &events)
{
    QByteArrayList lines;
    for (const Frame &event : events)
        lines += event.isComment ? QByteArray("comment")
                                 : event.name + '|' + event.id + '|' + event.data;
    return lines;
}

} // namespace

class TstSseReader : public QObject
{
    Q_OBJECT

private slots:
    void eventsOfAllForms_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("events");
        const auto row = [](const char *name, const QByteArray &bytes,
                            const QByteArrayList &events) {
            QTest::addRow("%s", name) << bytes << events;
        };
        row("LF", "data: a\n\ndata: b\n\n", {"||a", "||b"});
        row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {"||a", "||b"});
        row("CR", "data: a\r\rdata: b\r\r", {"||a", "||b"});
        row("mixed ends", "data: a\r\n\ndata: b\n\r\ndata: c\r\r\ndata: d\n\r",
            {"||a", "||b", "||c", "||d"});
        row("named", "event: x\nid: 7\ndata: a\n\n", {"x|7|a"});
        row("several data lines", "data: a\ndata: b\ndata:\n\n", {"||a\nb\n"});
        row("no space", "data:a\nevent:x\n\n", {"x||a"});
        row("two spaces", "data:  a\n\n", {"|| a"});
        row("field without colon", "data\n\n", {"||"});
        row("other fields", "dataset: 1\nretry: 3\ndata: a\n\n", {"||a"});
        row("comment", ": ping\n\ndata: a\n\n", {"comment", "||a"});
        row("comment inside", "data: a\n: c\ndata: b\n\n", {"||a\nb"});
        row("name without data", "event: ping\n\ndata: a\n\n", {"comment", "||a"});
        row("last event open", "data: a\n\ndata: b", {"||a", "||b"});
        row("last line ended", "data: a\n\ndata: b\n", {"||a", "||b"});
        row("last CR", "data: a\r\n\r", {"||a"});
        row("BOM",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {"||a"});
        row("only a piece of a BOM", "\xEF\xBB", {"comment"});
        row("blank lines", "\n\ndata: a\n\n\n\ndata: b\n\n\n", {"||a", "||b"});
        row("invalid UTF-8", "data: a\xC3(b\n\n", {"||a\xEF\xBF\xBD(b"});
        row("UTF-8", "data: \xE2\x82\xAC\xF0\x9F\x98\x80\n\n", {"||\xE2\x82\xAC\xF0\x9F\x98\x80"});
        row("NUL", QByteArray("data: a\0b\n\n", 11), {QByteArray("||a\0b", 5)});
        row("nothing", "", {});
    }
    void eventsOfAllForms()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, events);
        const QList<Frame> whole =
            readAll(bytes, qMax<qsizetype>(1, bytes.size()), SseReader::Mode::Sse);
        QCOMPARE(show(whole), events);
        for (qsizetype step = 1; step < bytes.size(); ++step)
            QCOMPARE(readAll(bytes, step, SseReader::Mode::Sse), whole);
    }

    void eventIsCompleteWithItsBlankLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("LF") << QByteArray("data: a\n\n");
        QTest::addRow("CRLF") << QByteArray("data: a\r\n\r\n");
        QTest::addRow("CR") << QByteArray("data: a\r\r");
    }
    void eventIsCompleteWithItsBlankLine()
    {
        QFETCH(QByteArray, bytes);
        SseReader reader;
        QCOMPARE(reader.feed(bytes).size(), 1);
        for (qsizetype i = 0; i + 1 < bytes.size(); ++i)
            QCOMPARE(reader.feed(QByteArrayView(bytes).sliced(i, 1)).size(), 0);
        QCOMPARE(reader.feed(QByteArrayView(bytes).last(1)).size(), 1);
        QCOMPARE(reader.finish().size(), 0);
    }

    void linesOfNdjson()
    {
        const QByteArray bytes = "{\"a\":1}\n{\"b\":2}\r\n\n{\"c\":3}\n{\"d\":4}";
        const QList<Frame> whole = readAll(bytes, bytes.size(), SseReader::Mode::Ndjson);
        QCOMPARE(show(whole),
                 (QByteArrayList{"||{\"a\":1}", "||{\"b\":2}", "||{\"c\":3}", "||{\"d\":4}"}));
        QCOMPARE(rawOf(whole), bytes);
        for (qsizetype step = 1; step < bytes.size(); ++step)
            QCOMPARE(readAll(bytes, step, SseReader::Mode::Ndjson), whole);
    }

    void eventOverTheLimitIsRefused_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addRow("sse") << int(SseReader::Mode::Sse);
        QTest::addRow("ndjson") << int(SseReader::Mode::Ndjson);
    }
    void eventOverTheLimitIsRefused()
    {
        QFETCH(int, mode);
        const QByteArray piece(1 << 20, 'x');
        SseReader fits{SseReader::Mode(mode)};
        SseReader tooLarge{SseReader::Mode(mode)};
        QVERIFY(fits.feed("data:").isEmpty());
        QVERIFY(tooLarge.feed("data:").isEmpty());
        for (int i = 0; i < 31; ++i) {
            QVERIFY(fits.feed(piece).isEmpty());
            QVERIFY(tooLarge.feed(piece).isEmpty());
        }
        QCOMPARE(fits.feed("\n\n").size(), 1);
        QVERIFY(fits.fault().isEmpty());
        QVERIFY(tooLarge.feed(piece).isEmpty());
        QVERIFY(!tooLarge.fault().isEmpty());
        QVERIFY(tooLarge.feed("data: a\n\n").isEmpty());
        QVERIFY(tooLarge.finish().isEmpty());
    }

    void recordingsGiveTheSameEventsWhereverTheyAreCut_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("mode");
        const auto add = [](const QString &folder) {
            QDirIterator files(folder, {QStringLiteral("*.sse"), QStringLiteral("*.ndjson")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                const auto mode = path.endsWith(QStringLiteral(".sse")) ? SseReader::Mode::Sse
                                                                        : SseReader::Mode::Ndjson;
                QTest::newRow(qPrintable(path.mid(folder.size() + 1))) << path << int(mode);
            }
        };
        add(QStringLiteral(OMNI_TEST_DATA "/net"));
        const QString shared = QStringLiteral(OMNI_SOURCE_DIR "/../shared/fixtures");
        if (QDir(shared).exists())
            add(shared);
        else
            qWarning("no ../shared/fixtures: only the recordings in tests/data/net are read");
    }
    void recordingsGiveTheSameEventsWhereverTheyAreCut()
    {
        QFETCH(QString, path);
        QFETCH(int, mode);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto kind = SseReader::Mode(mode);
        const QList<Frame> whole = readAll(bytes, bytes.size(), kind);
        QVERIFY(!whole.isEmpty());
        QVERIFY(bytes.startsWith(rawOf(whole)));
        QVERIFY(bytes.sliced(rawOf(whole).size()).trimmed().isEmpty());
        for (const qsizetype step : {1, 2, 3, 7, 64, 1000})
            QCOMPARE(readAll(bytes, step, kind), whole);
        // Every border of small files, borders all over large ones.
        const qsizetype stride = 1 + bytes.size() * bytes.size() / 3'000'000;
        for (qsizetype cut = 0; cut <= bytes.size(); cut += stride) {
            if (readCutAt(bytes, cut, kind) != whole)
                QFAIL(qPrintable(QStringLiteral("cut at %1").arg(cut)));
        }
    }
};

OMNI_TEST(TstSseReader)
#include "tst_ssereader.moc"

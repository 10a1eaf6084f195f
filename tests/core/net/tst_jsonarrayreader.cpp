// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/framereader.h"
#include "tests/support/omnitest.h"

using namespace omni;
using net::Frame;

namespace {

QList<Frame> read(const QByteArray &bytes, qsizetype step, QString *fault = nullptr)
{
    const auto reader = net::makeFrameReader(net::Framing::JsonArray);
    QList<Frame> frames;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        frames += reader->feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
    frames += reader->finish();
    if (fault)
        *fault = reader->fault();
    return frames;
}

QByteArrayList elements(const QList<Frame> &frames)
{
    QByteArrayList all;
    for (const Frame &frame : frames) {
        if (!frame.isComment)
            all.append(frame.data);
    }
    return all;
}

} // namespace

class TstJsonArrayReader : public QObject
{
    Q_OBJECT

private slots:
    void elementsAreTheSameHoweverTheBytesAreCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("wanted");
        const auto row = [](const char *name, const QByteArray &bytes,
                            const QByteArrayList &wanted) {
            QTest::newRow(name) << bytes << wanted;
        };
        row("as Gemini writes it", "[{\n  \"a\": 1\n}\n,\r\n{\"b\": [2]}\n]\n",
            {"{\n  \"a\": 1\n}", "{\"b\": [2]}"});
        const QByteArray brackets = "{\"a\":\"]},{[ \\\" \\\\\"}";
        row("brackets in strings", '[' + brackets + ",\"],[\"]", {brackets, "\"],[\""});
        row("nested", R"([[[],{}],{"a":{"b":[{}]}}])", {"[[],{}]", R"({"a":{"b":[{}]}})"});
        row("bare", "[1, true ,null,-2.5e3]", {"1", "true", "null", "-2.5e3"});
        row("empty", "[ ]", {});
        row("a lone object", " {\"error\":{\"code\":429}} ", {"{\"error\":{\"code\":429}}"});
        row("without its end", "[{\"a\":1},{\"b\":", {"{\"a\":1}"});
        row("without its bracket", "[{\"a\":1}", {"{\"a\":1}"});
        row("a byte order mark", "\xEF\xBB\xBF[{}]", {"{}"});
        row("text behind", "[{}] [{\"a\":1}]", {"{}"});
        row("characters of several bytes", "[\"\xC3\xA9\xF0\x9F\x98\x80\"]",
            {"\"\xC3\xA9\xF0\x9F\x98\x80\""});
        row("broken characters", "[\"\xC3\"]", {"\"\xEF\xBF\xBD\""});
        row("nothing", "", {});
    }
    void elementsAreTheSameHoweverTheBytesAreCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, wanted);
        const QList<Frame> whole = read(bytes, std::max<qsizetype>(1, bytes.size()));
        QCOMPARE(elements(whole), wanted);
        for (qsizetype step = 1; step < bytes.size(); ++step) {
            QList<Frame> cut = read(bytes, step);
            QCOMPARE(elements(cut), wanted);
            for (qsizetype i = 0; i < wanted.size(); ++i)
                QCOMPARE(cut[i].raw, whole[i].raw);
        }
    }

    void rawBytesAreAllThere()
    {
        const QByteArray bytes = "\n[{\"a\":1}\r\n,\n{\"b\":2} , 3 ]\n";
        for (qsizetype step = 1; step <= bytes.size(); ++step) {
            QByteArray raw;
            for (const Frame &frame : read(bytes, step))
                raw += frame.raw;
            QCOMPARE(raw, bytes.left(bytes.indexOf('3') + 1));
        }
    }

    /// Each byte is looked at once: a slow reader would need minutes for this.
    void manySmallPiecesOfALargeElement()
    {
        QByteArray bytes = "[\"" + QByteArray(2'000'000, 'x') + "\"]";
        QCOMPARE(elements(read(bytes, 100)).size(), 1);
    }

    void anElementBeyondTheLimitIsAFault()
    {
        QString fault;
        const QByteArray bytes =
            "[{},\"" + QByteArray(net::FrameReader::MaxFrameBytes + 1, 'x') + "\",{}]";
        QCOMPARE(elements(read(bytes, 1 << 20, &fault)).size(), 1);
        QVERIFY(fault.contains(QStringLiteral("32 MiB")));
        QVERIFY(elements(read(bytes, bytes.size(), &fault)).isEmpty());
        QVERIFY(!fault.isEmpty());
        read("[{}]", 1, &fault);
        QVERIFY(fault.isEmpty());
    }
};

OMNI_TEST(TstJsonArrayReader)
#include "tst_jsonarrayreader.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/requestframer.h"
#include "tests/support/omnitest.h"

#include <QRandomGenerator>

using namespace omni::http;

namespace {

/// Everything a stream of bytes amounts to.
struct Verdict
{
    QList<QByteArray> requests; ///< method, path, query, body, one text each
    FrameFault fault = FrameFault::None;
    bool isComplete = true; ///< nothing half-read at the end
    bool operator==(const Verdict &) const = default;
};

/// Feeds the bytes in pieces of the given sizes, the last size again and again.
Verdict read(const QByteArray &bytes, const Limits &limits, QList<qsizetype> pieces)
{
    RequestFramer framer(limits);
    Verdict verdict;
    qsizetype at = 0;
    QByteArrayView waiting;
    while (at < bytes.size() || !waiting.isEmpty()) {
        if (waiting.isEmpty()) {
            const qsizetype wish = pieces.size() > 1 ? pieces.takeFirst() : pieces.first();
            waiting = QByteArrayView(bytes).sliced(at, std::min(wish, bytes.size() - at));
            at += waiting.size();
        }
        waiting = waiting.sliced(framer.feed(waiting));
        if (framer.stage() == RequestFramer::Stage::Admission)
            framer.startBody();
        if (framer.stage() == RequestFramer::Stage::Failed) {
            verdict.fault = framer.fault();
            return verdict;
        }
        if (framer.stage() == RequestFramer::Stage::Complete) {
            const RequestHead &head = framer.head();
            verdict.requests.append(methodName(head.method).toByteArray() + ' ' +
                                    head.view(head.path).toByteArray() + ' ' +
                                    head.view(head.query).toByteArray() + ' ' + framer.takeBody());
            framer.next();
        }
    }
    verdict.isComplete = !framer.hasStarted();
    return verdict;
}

const QByteArray Plain = "POST /v1/messages?beta=true HTTP/1.1\r\nHost: localhost\r\n"
                         "Content-Length: 11\r\nX-Empty:\r\n\r\nhello world";
const QByteArray Chunked = "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\n"
                           "Transfer-Encoding: Chunked\r\n\r\n"
                           "5\r\nhello\r\n6;ext=\"1\"\r\n world\r\n0\r\nTrailer: x\r\n\r\n";
const QByteArray Get = "GET /health HTTP/1.1\r\nHOST:\tlocalhost \r\nConnection: close\r\n\r\n";

} // namespace

/// The framing alone, without sockets.
class TstRequestFramer : public QObject
{
    Q_OBJECT

private slots:
    void requestsBehindEachOtherAreToldApart()
    {
        const Verdict verdict = read(Plain + Chunked + Get, {}, {10'000});
        QCOMPARE(verdict.requests,
                 (QList<QByteArray>{"POST /v1/messages beta=true hello world",
                                    "POST /v1/messages  hello world", "GET /health  "}));
        QCOMPARE(verdict.fault, FrameFault::None);
        QVERIFY(verdict.isComplete);
    }

    void everyCutGivesTheSameVerdict_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("three good ones") << Plain + Chunked + Get;
        QTest::newRow("bad chunk") << QByteArray(Chunked).replace("6;ext", "g;ext");
        QTest::newRow("bad end of chunk") << QByteArray(Chunked).replace("hello\r\n", "hello\r\r");
        QTest::newRow("bad trailer") << QByteArray(Chunked).replace("Trailer:", "Trai ler:");
        QTest::newRow("bare LF") << Plain + QByteArray(Get).replace("\r\n", "\n");
        QTest::newRow("second Host") << Plain + QByteArray(Get).replace("Conn", "Host: a\r\nConn");
        QTest::newRow("cut short") << Plain + Chunked.chopped(3);
    }

    void everyCutGivesTheSameVerdict()
    {
        QFETCH(QByteArray, bytes);
        const Verdict whole = read(bytes, {}, {bytes.size()});
        QCOMPARE(read(bytes, {}, {1}), whole);
        for (qsizetype cut = 1; cut < bytes.size(); ++cut)
            QCOMPARE(read(bytes, {}, {cut, bytes.size()}), whole);
    }

    void theHeadKeepsWhatTheClientSaid()
    {
        const Limits limits;
        RequestFramer framer(limits);
        QCOMPARE(framer.feed("GET /a?b=c HTTP/1.0\r\nHost: localhost\r\nX-Two: 1\r\n"
                             "x-two: 2\r\nConnection: TE, Keep-Alive\r\n\r\n"),
                 88);
        QCOMPARE(framer.stage(), RequestFramer::Stage::Admission);
        const RequestHead &head = framer.head();
        QCOMPARE(head.minorVersion, 0);
        QVERIFY(head.keepAlive);
        QCOMPARE(head.value("X-TWO"), "1");
        QCOMPARE(head.count("x-two"), 2);
        QVERIFY(head.value("x-three").isNull());
    }

    void limitsHoldToTheByte_data()
    {
        QTest::addColumn<QByteArray>("fits");
        QTest::addColumn<QByteArray>("tooMuch");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: localhost\r\n";
        const auto line = [&](int size) {
            return "GET /" + QByteArray(size - 14, 'a') + " HTTP/1.1\r\n" + host + "\r\n";
        };
        QTest::newRow("request line") << line(16'384) << line(16'385) << 414;
        const auto field = [&](int size) {
            return "GET / HTTP/1.1\r\n" + host + "A: " + QByteArray(size - 3, 'b') + "\r\n\r\n";
        };
        QTest::newRow("one field") << field(16'384) << field(16'385) << 431;
        const auto fields = [&](int count) {
            return "GET / HTTP/1.1\r\n" + host + QByteArray("A: b\r\n").repeated(count - 1) +
                   "\r\n";
        };
        QTest::newRow("fields") << fields(128) << fields(129) << 431;
        const auto block = [&](int size) {
            QByteArray head = "GET / HTTP/1.1\r\n" + host;
            while (head.size() < size - 20'000)
                head += "A: " + QByteArray(9'995, 'b') + "\r\n";
            while (size - head.size() - 2 > 10'000)
                head += "A: " + QByteArray(8'995, 'b') + "\r\n";
            return head + "A: " + QByteArray(size - head.size() - 7, 'b') + "\r\n\r\n";
        };
        QTest::newRow("header block") << block(65'536) << block(65'537) << 431;
        const auto body = [&](int size) {
            return "POST / HTTP/1.1\r\n" + host + "Content-Length: " + QByteArray::number(size) +
                   "\r\n\r\n" + QByteArray(size, 'x');
        };
        QTest::newRow("declared body") << body(100'000) << body(100'001) << 413;
        const auto chunked = [&](int size) {
            return "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" +
                   QByteArray::number(size / 2, 16) + "\r\n" + QByteArray(size / 2, 'x') + "\r\n" +
                   QByteArray::number(size - size / 2, 16) + "\r\n" +
                   QByteArray(size - size / 2, 'x') + "\r\n0\r\n\r\n";
        };
        QTest::newRow("chunked body") << chunked(100'000) << chunked(100'001) << 413;
    }

    void limitsHoldToTheByte()
    {
        QFETCH(QByteArray, fits);
        QFETCH(QByteArray, tooMuch);
        QFETCH(int, status);
        Limits limits;
        limits.bodyBytes = 100'000;
        for (const qsizetype piece : {fits.size(), qsizetype(1'000), qsizetype(7)}) {
            const Verdict good = read(fits, limits, {piece});
            QCOMPARE(good.fault, FrameFault::None);
            QCOMPARE(good.requests.size(), 1);
            const Verdict bad = read(tooMuch, limits, {piece});
            QVERIFY(bad.fault != FrameFault::None);
            QCOMPARE(faultAnswer(bad.fault).status, status);
        }
    }

    void mutatedRequestsNeverDependOnHowTheyAreCut()
    {
        QRandomGenerator random(20'128);
        const QByteArray seed = Plain + Chunked + Get;
        static constexpr char Spices[] = "\r\n\0 :;\t,/?%0123456789abcdefxHTTP\x16\x7f\xff";
        const QByteArray spice(Spices, sizeof Spices - 1);
        int refused = 0;
        int served = 0;
        for (int round = 0; round < 4'000; ++round) {
            QByteArray bytes = seed;
            for (int change = int(random.bounded(1, 5)); change > 0; --change) {
                const auto at = qsizetype(random.bounded(int(bytes.size())));
                const char c = spice[random.bounded(int(spice.size()))];
                switch (random.bounded(5)) {
                case 0:
                    bytes[at] = c;
                    break;
                case 1:
                    bytes.insert(at, c);
                    break;
                case 2:
                    bytes.remove(at, random.bounded(1, 9));
                    break;
                case 3:
                    bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), 20));
                    break;
                default:
                    bytes.truncate(std::max<qsizetype>(at, 1));
                }
                if (bytes.isEmpty())
                    bytes = "x";
            }
            const Verdict whole = read(bytes, {}, {bytes.size()});
            QList<qsizetype> pieces;
            for (int i = 0; i < 40; ++i)
                pieces.append(random.bounded(1, 40));
            const Verdict cut = read(bytes, {}, pieces);
            QVERIFY2(cut == whole, bytes.toHex().constData());
            QVERIFY2(read(bytes, {}, {1}) == whole, bytes.toHex().constData());
            refused += whole.fault != FrameFault::None ? 1 : 0;
            served += int(whole.requests.size());
        }
        // The mutations reach both sides of the fence.
        QVERIFY(refused > 500);
        QVERIFY(served > 500);
    }
};

OMNI_TEST(TstRequestFramer)
#include "tst_requestframer.moc"

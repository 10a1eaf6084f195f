// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/target.h"
#include "tests/core/net/call.h"
#include "tests/support/fakedns.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

using namespace omni;
using namespace omni::net;
using namespace omni::test;

namespace {

// Short names for the table of addresses.
constexpr auto Public = AddressKind::Public;
constexpr auto Loopback = AddressKind::Loopback;
constexpr auto Private = AddressKind::Private;
constexpr auto Reserved = AddressKind::Reserved;
constexpr auto Forbidden = AddressKind::Forbidden;

} // namespace

/// Which URLs and addresses may be asked (security.md §5).
class TstTarget : public QObject
{
    Q_OBJECT

private slots:
    void kindsOfAddresses_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<int>("kind");
        const std::pair<const char *, AddressKind> rows[] = {
            {"8.8.8.8", Public},
            {"127.0.0.1", Loopback},
            {"127.255.0.9", Loopback},
            {"10.1.2.3", Private},
            {"172.16.0.1", Private},
            {"172.31.255.255", Private},
            {"172.32.0.1", Public},
            {"192.168.1.1", Private},
            {"169.254.1.1", Private},
            {"100.64.0.1", Private},
            {"100.128.0.1", Public},
            {"169.254.169.254", Forbidden},
            {"169.254.170.2", Forbidden},
            {"100.100.100.200", Forbidden},
            {"0.0.0.0", Forbidden},
            {"0.1.2.3", Forbidden},
            {"224.0.0.1", Forbidden},
            {"239.1.1.1", Forbidden},
            {"255.255.255.255", Forbidden},
            {"240.0.0.1", Reserved},
            {"198.18.0.1", Reserved},
            {"192.0.2.1", Reserved},
            {"203.0.113.9", Reserved},
            {"198.51.100.1", Reserved},
            {"2130706433", Loopback},
            {"0x7f000001", Loopback},
            {"0177.0.0.1", Loopback},
            {"0x7f.1", Loopback},
            {"127.1", Loopback},
            {"0", Forbidden},
            {"2852039166", Forbidden},
            {"0xa9fea9fe", Forbidden},
            {"0251.0376.0251.0376", Forbidden},
            {"10.1", Private},
            {"::1", Loopback},
            {"::", Forbidden},
            {"::ffff:127.0.0.1", Loopback},
            {"::ffff:8.8.8.8", Public},
            {"::ffff:a9fe:a9fe", Forbidden},
            {"::127.0.0.1", Loopback},
            {"::10.0.0.1", Private},
            {"64:ff9b::7f00:1", Loopback},
            {"64:ff9b::808:808", Public},
            {"64:ff9b::a9fe:a9fe", Forbidden},
            {"2002:7f00:1::", Loopback},
            {"2002:a00:1::1", Private},
            {"fd00:ec2::254", Forbidden},
            {"fd00:ec2::255", Private},
            {"fd20:ce::254", Forbidden},
            {"fe80::1", Private},
            {"fc00::1", Private},
            {"ff02::1", Forbidden},
            {"2606:4700::1", Public},
            {"2001:db8::1", Reserved},
            {"2001:0:1::1", Reserved},
            {"3fff::1", Reserved},
            {"64:ff9b:1::1", Reserved},
            {"100::1", Reserved},
            {"4000::1", Reserved},
        };
        for (const auto &[literal, kind] : rows)
            QTest::addRow("%s", literal) << QByteArray(literal) << int(kind);
    }
    void kindsOfAddresses()
    {
        QFETCH(QByteArray, literal);
        QFETCH(int, kind);
        const auto address = parseAddress(literal);
        QVERIFY(address);
        QCOMPARE(int(addressKind(*address)), kind);
    }

    void namesAreNoAddresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "example.com", "1.2.3.4.5", "256.1.1.1", "1.2.3.256",
                                 "1.2.65536", "09.1.1.1", "0xg", "1..2", "1.2.3.", "4294967296",
                                 "fe80::1%eth0", "::1::", "a.b", "12345678901234567890"})
            QTest::addRow("'%s'", text) << QByteArray(text);
    }
    void namesAreNoAddresses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseAddress(text));
    }

    void urlsByClass_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("classes"); // b, o, c: allowed there
        const std::pair<const char *, const char *> rows[] = {
            {"https://api.example.com/v1", "boc"},
            {"http://api.example.com/v1", "oc"}, // o: the peer is checked when connected
            {"https://127.0.0.1/", "bo"},
            {"http://127.0.0.1:8000/", "o"},
            {"http://localhost:8000/", "o"},
            {"http://a.localhost/", "o"},
            {"https://localhost./", "bo"},
            {"http://[::1]:8000/", "o"},
            {"http://192.168.1.5/", "o"},
            {"http://[::ffff:192.168.1.5]/", "o"},
            {"http://8.8.8.8/", "c"},
            {"https://8.8.8.8/", "boc"},
            {"https://169.254.169.254/", ""},
            {"https://[fd00:ec2::254]/", ""},
            {"https://[::ffff:169.254.169.254]/", ""},
            {"https://2852039166/", ""},
            {"https://metadata.google.internal/", ""},
            {"https://METADATA.google.internal./", ""},
            {"https://0.0.0.0/", ""},
            {"https://224.0.0.1/", ""},
            {"https://255.255.255.255/", ""},
            {"https://user@example.com/", ""},
            {"https://user:pw@example.com/", ""},
            {"https://@example.com/", ""},
            {"https://[fe80::1%25eth0]/", ""},
            {"ftp://example.com/", ""},
            {"file:///etc/passwd", ""},
            {"https:///x", ""},
            {"https://example.com:0/", ""},
        };
        for (const auto &[url, classes] : rows)
            QTest::addRow("%s", url) << QString::fromLatin1(url) << QString::fromLatin1(classes);
    }
    void urlsByClass()
    {
        QFETCH(QString, url);
        QFETCH(QString, classes);
        HttpRequest request;
        request.url = QUrl(url);
        const std::pair<QChar, UrlClass> all[] = {
            {u'b', UrlClass::Builtin}, {u'o', UrlClass::Operator}, {u'c', UrlClass::Client}};
        for (const auto &[letter, urlClass] : all) {
            request.urlClass = urlClass;
            const auto target = checkTarget(request);
            QVERIFY2(target.has_value() == classes.contains(letter), qPrintable(letter));
            if (!target)
                QCOMPARE(target.error().code, base::ErrorCode::InvalidRequest);
        }
    }

    void confirmedPlainHttpMayBePublic()
    {
        HttpRequest request;
        request.url = QUrl(QStringLiteral("http://8.8.8.8/"));
        request.urlClass = UrlClass::Operator;
        QVERIFY(!checkTarget(request));
        request.allowPlainHttp = true;
        QVERIFY(checkTarget(request));
    }

    void cacheKeepsClassesApart()
    {
        TargetCache cache;
        HttpRequest request;
        request.url = QUrl(QStringLiteral("http://127.0.0.1/a#part"));
        request.urlClass = UrlClass::Operator;
        const auto allowed = cache.find(request);
        QVERIFY(allowed);
        QCOMPARE((*allowed)->url, "http://127.0.0.1/a");
        request.urlClass = UrlClass::Client;
        QVERIFY(!cache.find(request));
        request.urlClass = UrlClass::Operator;
        QVERIFY(cache.find(request));
    }

    void nameThatLeadsElsewhereIsRefusedWhenConnecting_data()
    {
        QTest::addColumn<QByteArray>("leadsTo");
        QTest::addColumn<int>("urlClass");
        QTest::addColumn<QString>("scheme");
        const auto row = [](const char *name, const char *to, UrlClass urlClass,
                            const char *scheme) {
            QTest::addRow("%s", name)
                << QByteArray(to) << int(urlClass) << QString::fromLatin1(scheme);
        };
        row("client to loopback", "127.0.0.1", UrlClass::Client, "http");
        row("client to IPv6 loopback", "::1", UrlClass::Client, "http");
        row("client to mapped loopback", "::ffff:127.0.0.1", UrlClass::Client, "http");
        row("client to private", "10.0.0.1", UrlClass::Client, "https");
        row("operator's plain http to public", "203.0.114.1", UrlClass::Operator, "http");
        row("operator to metadata", "169.254.169.254", UrlClass::Operator, "http");
        row("built-in to metadata", "169.254.169.254", UrlClass::Builtin, "https");
    }
    void nameThatLeadsElsewhereIsRefusedWhenConnecting()
    {
        QFETCH(QByteArray, leadsTo);
        QFETCH(int, urlClass);
        QFETCH(QString, scheme);
        // As with DNS rebinding: only the peer's address tells.
        resolveAs("rebound.test", leadsTo);
        RawServer server;
        const auto client = makeCurlClient();
        HttpRequest request;
        request.method = "GET";
        request.url = QUrl(QStringLiteral("%1://rebound.test:%2/").arg(scheme).arg(server.port()));
        request.urlClass = UrlClass(urlClass);
        request.timeouts.connect = std::chrono::milliseconds(500);
        Call call;
        call.send(*client, request);
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::InvalidRequest);
        QVERIFY(!call.reply->mayHaveBeenDelivered());
        QCOMPARE(server.accepted(), 0);
    }

    void keptConnectionOfAnotherClassIsNotBorrowed()
    {
        resolveAs("mine.test", "127.0.0.1");
        RawServer server;
        server.setDefault({write(answer(200, "x"))});
        const auto client = makeCurlClient();
        HttpRequest request =
            requestTo(QUrl(QStringLiteral("http://mine.test:%1/").arg(server.port())));
        Call mine;
        mine.send(*client, request);
        QTRY_VERIFY(mine.isDone);
        request.urlClass = UrlClass::Client;
        Call theirs;
        theirs.send(*client, request);
        QTRY_VERIFY(theirs.error);
        QCOMPARE(theirs.code(), base::ErrorCode::InvalidRequest);
        QVERIFY(!theirs.reply->mayHaveBeenDelivered());
        QCOMPARE(server.requests().size(), 1);
    }

    void ownListenerIsNeverConnectedTo()
    {
        RawServer server;
        server.setDefault({write(answer(200, "x"))});
        const auto client = makeCurlClient();
        client->setOwnPorts({server.port()});
        Call call;
        call.send(*client, requestTo(server.url()));
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::InvalidRequest);
        QCOMPARE(server.accepted(), 0);
    }

    void headersThatBreakTheFramingAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const std::pair<QByteArray, QByteArray> rows[] = {{"X-A", "a\r\nX-B: b"},
                                                          {"X-A", "a\nb"},
                                                          {"X-A", QByteArray("a\0b", 3)},
                                                          {"X-A", "a\rb"},
                                                          {"X A", "a"},
                                                          {"", "a"},
                                                          {"X-A:", "a"},
                                                          {"X\r\nA", "a"},
                                                          {"X-A", "a\x01"},
                                                          {"X-\xC3\xA4", "a"},
                                                          {"Connection", "close"},
                                                          {"transfer-encoding", "chunked"},
                                                          {"Content-Length", "3"},
                                                          {"TE", "trailers"},
                                                          {"Upgrade", "h2c"},
                                                          {"Proxy-Authorization", "x"},
                                                          {"Keep-Alive", "1"},
                                                          {"Trailer", "x"},
                                                          {"Proxy-Connection", "x"},
                                                          {"Expect", "100-continue"}};
        int number = 0;
        for (const auto &[name, value] : rows)
            QTest::addRow("%d %s", number++, name.trimmed().constData()) << name << value;
    }
    void headersThatBreakTheFramingAreRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        RawServer server;
        server.setDefault({write(answer(200, "x"))});
        const auto client = makeCurlClient();
        HttpRequest request = requestTo(server.url());
        request.headers = {{"X-Good", "1"}, {name, value}};
        Call call;
        call.send(*client, request);
        QVERIFY(!call.isOver());
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::InvalidRequest);
        QVERIFY(!call.reply->mayHaveBeenDelivered());
        QCOMPARE(server.accepted(), 0);
        request.headers = {{"X-Good", "\ttab and \xC3\xA4"}};
        Call good;
        good.send(*client, request);
        QTRY_VERIFY(good.isDone);
        QCOMPARE(server.requests().last().header("x-good"), "tab and \xC3\xA4");
    }
};

OMNI_TEST(TstTarget)
#include "tst_target.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/hostcheck.h"
#include "core/http/mediatype.h"
#include "tests/core/http/frontrig.h"
#include "tests/support/omnitest.h"

using namespace omni;
using test::FrontRig;
using test::RawClient;

/// Who may reach us at all: names, origins, preflights; and in which clothes a body may come.
class TstHostCheck : public QObject
{
    Q_OBJECT

private slots:
    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("ours");
        for (const char *host : {"localhost", "LocalHost:20128", "127.0.0.1", "127.0.0.1:1",
                                 "[::1]", "[::1]:65535", "box.lan", "BOX.lan:80", "192.168.0.7"})
            QTest::newRow(host) << QByteArray(host) << true;
        for (const char *host :
             {"", "evil.example", "localhost.", "localhost:", "localhost:0", "localhost:65536",
              "localhost:80x", "localhost:+80", "127.0.0.1.evil.example", "[::1", "[::1]x",
              "[::1]:80:80", "::1", "localhost@evil", "127.0.0.2", "localhost:000080"})
            QTest::newRow(host) << QByteArray(host) << false;
    }

    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, ours);
        http::HostCheck check;
        check.configure({QStringLiteral("box.lan")}, {});
        QCOMPARE(check.isOurHost(host, "192.168.0.7"), ours);
    }

    void foreignHostsAreForbidden()
    {
        FrontRig rig;
        RawClient client(rig.port);
        client.send("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        QVERIFY(client.waitFor("\r\n\r\n"));
        QCOMPARE(client.status(), 403);
    }

    void pagesAreRefusedUnlessTheirOriginIsAllowed_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << QByteArray() << 200;
        QTest::newRow("allowed") << QByteArray("Origin: https://app.example\r\n") << 200;
        QTest::newRow("foreign") << QByteArray("Origin: https://evil.example\r\n") << 403;
        QTest::newRow("null") << QByteArray("Origin: null\r\n") << 403;
        QTest::newRow("empty") << QByteArray("Origin:\r\n") << 403;
        QTest::newRow("two") << QByteArray("Origin: https://app.example\r\nOrigin: a\r\n") << 403;
        QTest::newRow("cross-site") << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 403;
        QTest::newRow("cross-site, allowed")
            << QByteArray("Sec-Fetch-Site: cross-site\r\nOrigin: https://app.example\r\n") << 200;
        QTest::newRow("same-origin") << QByteArray("Sec-Fetch-Site: same-origin\r\n") << 200;
    }

    void pagesAreRefusedUnlessTheirOriginIsAllowed()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        FrontRig rig;
        rig.server.setOptions({.allowedOrigins = {QStringLiteral("https://app.example"),
                                                  QStringLiteral("*"), QStringLiteral("null")}});
        RawClient client(rig.port);
        client.send(FrontRig::get("/health", fields));
        QVERIFY(client.waitFor("\r\n\r\n"));
        QCOMPARE(client.status(), status);
        QVERIFY(!client.received.contains("allow-credentials"));
        const bool told = fields.contains("Origin: https://app.example") && status == 200;
        QCOMPARE(client.field("access-control-allow-origin"),
                 told ? QByteArray("https://app.example") : QByteArray());
        QCOMPARE(client.field("vary"), "Origin");
    }

    void preflightsNeedNoKeyButAnAllowedOrigin()
    {
        FrontRig rig;
        rig.server.setOptions({.allowedOrigins = {QStringLiteral("https://app.example")}});
        const QByteArray start = "OPTIONS /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n";
        RawClient page(rig.port);
        page.send(start + "Origin: https://app.example\r\nAccess-Control-Request-Method: POST\r\n"
                          "Access-Control-Request-Headers: authorization,content-type\r\n\r\n");
        QVERIFY(page.waitFor("\r\n\r\n"));
        QCOMPARE(page.status(), 204);
        QCOMPARE(page.field("access-control-allow-origin"), "https://app.example");
        QCOMPARE(page.field("access-control-allow-methods"), "POST, OPTIONS");
        QCOMPARE(page.field("access-control-allow-headers"), "authorization,content-type");
        QVERIFY(page.field("content-length").isEmpty());

        RawClient evil(rig.port);
        evil.send(start + "Origin: https://evil.example\r\n\r\n");
        QVERIFY(evil.waitFor("\r\n\r\n"));
        QCOMPARE(evil.status(), 403);
        QVERIFY(!evil.received.contains("access-control"));

        RawClient plain(rig.port);
        plain.send(start + "\r\n");
        QVERIFY(plain.waitFor("\r\n\r\n"));
        QCOMPARE(plain.status(), 204);
        QCOMPARE(plain.field("allow"), "POST, OPTIONS");
        QVERIFY(!plain.received.contains("access-control"));
        QCOMPARE(rig.keyChecks, 0);
    }

    void bodiesAreJsonInUtf8()
    {
        using http::isJsonInUtf8;
        QVERIFY(isJsonInUtf8("application/json"));
        QVERIFY(isJsonInUtf8("Application/JSON ; charset=UTF-8"));
        QVERIFY(isJsonInUtf8("application/json;charset=\"utf-8\"; v=1"));
        QVERIFY(!isJsonInUtf8(""));
        QVERIFY(!isJsonInUtf8("text/plain"));
        QVERIFY(!isJsonInUtf8("application/jsonp"));
        QVERIFY(!isJsonInUtf8("application/json; charset=utf-16"));
    }
};

OMNI_TEST(TstHostCheck)
#include "tst_hostcheck.moc"

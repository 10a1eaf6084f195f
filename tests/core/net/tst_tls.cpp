// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/net/call.h"
#include "tests/core/net/certificate.h"
#include "tests/support/miniproxy.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

#include <QTimer>

using namespace omni;
using namespace omni::test;

/// TLS and proxies: who is believed, which way is taken.
class TstTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_tls = selfSigned();
        if (!m_tls)
            QSKIP("no openssl program to make a certificate with");
    }
    void init()
    {
        m_client = net::makeCurlClient();
        m_server = std::make_unique<RawServer>();
        m_server->setDefault({write(answer(200, "secure"))});
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void selfSignedCertificateIsRefused()
    {
        m_server->setTls(*m_tls);
        Call call;
        call.send(*m_client, requestTo(m_server->url(), "x"));
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::Network);
        QVERIFY2(call.error->detail.contains(QStringLiteral("certificate")),
                 qPrintable(call.error->detail));
        QVERIFY(!call.reply->mayHaveBeenDelivered());
        QCOMPARE(m_server->requests().size(), 0);
    }

    void unverifiedIsOnlyForThoseWhoAsked()
    {
        m_server->setTls(*m_tls);
        net::HttpRequest request = requestTo(m_server->url(), "x");
        request.verifyTls = false;
        Call lax;
        lax.send(*m_client, request);
        QTRY_VERIFY(lax.isOver());
        QVERIFY2(lax.isDone, qPrintable(lax.error.value_or(base::Error{}).detail));
        QCOMPARE(lax.body, "secure");
        // The open connection is not lent to a request that verifies.
        request.verifyTls = true;
        Call strict;
        strict.send(*m_client, request);
        QTRY_VERIFY(strict.error);
        QVERIFY(strict.error->detail.contains(QStringLiteral("certificate")));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void plainServerOnAnHttpsPortIsANetworkError()
    {
        m_server->setGreeting({write("HTTP/1.1 200 OK\r\n\r\n")});
        QUrl url = m_server->url();
        url.setScheme(QStringLiteral("https"));
        Call call;
        call.send(*m_client, requestTo(url, "x"));
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::Network);
        QVERIFY(call.error->detail.contains(QStringLiteral("certificate")));
    }

    void largeBodyOverTlsWithPauses()
    {
        m_server->setTls(*m_tls);
        const QByteArray body = QByteArray("0123456789abcdef").repeated(200'000);
        m_server->enqueue({write(answer(200, body))});
        net::HttpRequest request = requestTo(m_server->url());
        request.verifyTls = false;
        QByteArray got;
        QObject context;
        bool done = false;
        std::unique_ptr<net::HttpReply> reply;
        reply = m_client->send(request, {.onData =
                                             [&](const QByteArray &data) {
                                                 got += data;
                                                 reply->setPaused(true);
                                                 QTimer::singleShot(
                                                     0, &context, [&] { reply->setPaused(false); });
                                             },
                                         .onDone = [&] { done = true; }});
        QTRY_VERIFY(done);
        QVERIFY(got == body);
    }

    void environmentDoesNotChooseAProxy()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        qputenv("all_proxy", "http://127.0.0.1:1");
        Call call;
        call.send(*m_client, requestTo(m_server->url()));
        QTRY_VERIFY(call.isOver());
        // Nor does it exempt hosts from one that was named.
        qputenv("no_proxy", "*");
        MiniProxy proxy;
        net::HttpRequest request = requestTo(m_server->url());
        request.proxy = base::Secret(proxy.address("http"));
        Call proxied;
        proxied.send(*m_client, request);
        QTRY_VERIFY(proxied.isOver());
        qunsetenv("http_proxy");
        qunsetenv("all_proxy");
        qunsetenv("no_proxy");
        QVERIFY(call.isDone);
        QVERIFY(proxied.isDone);
        QCOMPARE(proxy.seen().size(), 1);
    }

    void requestsGoThroughProxies_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("kind");
        QTest::addRow("http forward") << QByteArray("http") << false << QByteArray("forward");
        QTest::addRow("http tunnel") << QByteArray("http") << true << QByteArray("connect");
        QTest::addRow("socks5h") << QByteArray("socks5h") << false << QByteArray("socks5");
        QTest::addRow("socks5h with TLS") << QByteArray("socks5h") << true << QByteArray("socks5");
        QTest::addRow("socks5 is socks5h") << QByteArray("socks5") << false << QByteArray("socks5");
    }
    void requestsGoThroughProxies()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(bool, tls);
        QFETCH(QByteArray, kind);
        if (tls)
            m_server->setTls(*m_tls);
        MiniProxy proxy;
        proxy.setCredentials("us%65r:p%3Aw");
        const QByteArray address = proxy.address(scheme);
        proxy.setCredentials("user:p:w");
        // Only the proxy can resolve this name.
        QUrl url = m_server->url(QStringLiteral("/x"));
        url.setHost(QStringLiteral("api.only-there.invalid"));
        net::HttpRequest request = requestTo(url, "body");
        request.verifyTls = false;
        request.allowPlainHttp = true;
        request.proxy = base::Secret(address);
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY(call.isOver());
        QVERIFY2(call.isDone, qPrintable(call.error.value_or(base::Error{}).detail));
        QCOMPARE(call.status, 200);
        QVERIFY(net::headerValue(call.headers, "x-proxy").isEmpty());
        QCOMPARE(m_server->requests().value(0).body, "body");
        const MiniProxy::Seen seen = proxy.seen().value(0);
        QCOMPARE(seen.kind, kind);
        QCOMPARE(seen.target, "api.only-there.invalid:" + QByteArray::number(m_server->port()));
        QCOMPARE(seen.credentials, "user:p:w");
        if (kind != "forward")
            QVERIFY(!m_server->requests().value(0).head.contains("Proxy-"));
    }

    void refusedLoginIsANetworkError_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addRow("http") << QByteArray("http");
        QTest::addRow("socks5h") << QByteArray("socks5h");
    }
    void refusedLoginIsANetworkError()
    {
        QFETCH(QByteArray, scheme);
        m_server->setTls(*m_tls);
        MiniProxy proxy;
        proxy.setCredentials("user:hunter2secret");
        const QByteArray address = proxy.address(scheme);
        proxy.setCredentials("user:other");
        net::HttpRequest request = requestTo(m_server->url(), "x");
        request.proxy = base::Secret(address);
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(), base::ErrorCode::Network);
        QVERIFY(!call.reply->mayHaveBeenDelivered());
        QVERIFY(!call.error->detail.contains(QStringLiteral("hunter2secret")));
    }

    void tunnelOfOneUserIsNotLentToAnother()
    {
        m_server->setTls(*m_tls);
        MiniProxy proxy;
        for (const QByteArray &user :
             {QByteArray("anna:1"), QByteArray("bert:2"), QByteArray("anna:1")}) {
            proxy.setCredentials(user);
            net::HttpRequest request = requestTo(m_server->url(), "x");
            request.verifyTls = false;
            request.proxy = base::Secret(proxy.address("http"));
            Call call;
            call.send(*m_client, request);
            QTRY_VERIFY(call.isOver());
            QVERIFY(call.isDone);
        }
        // Anna's second request finds her own tunnel.
        QCOMPARE(proxy.seen().size(), 2);
        QCOMPARE(proxy.seen()[0].credentials, "anna:1");
        QCOMPARE(proxy.seen()[1].credentials, "bert:2");
    }

    void uselessProxiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("proxy");
        QTest::addColumn<bool>("isInvalid");
        QTest::addRow("nobody there") << QByteArray("http://127.0.0.1:1") << false;
        QTest::addRow("scheme") << QByteArray("ftp://127.0.0.1:21") << true;
        QTest::addRow("no scheme") << QByteArray("127.0.0.1:3128") << true;
        QTest::addRow("control characters") << QByteArray("http://a\r\nb") << true;
        QTest::addRow("metadata") << QByteArray("http://169.254.169.254:80") << true;
    }
    void uselessProxiesAreRefused()
    {
        QFETCH(QByteArray, proxy);
        QFETCH(bool, isInvalid);
        net::HttpRequest request = requestTo(m_server->url(), "x");
        request.proxy = base::Secret(proxy);
        Call call;
        call.send(*m_client, request);
        QTRY_VERIFY(call.error);
        QCOMPARE(call.code(),
                 isInvalid ? base::ErrorCode::InvalidRequest : base::ErrorCode::Network);
        QVERIFY(!call.reply->mayHaveBeenDelivered());
        QCOMPARE(m_server->accepted(), 0);
    }

private:
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<RawServer> m_server;
};

OMNI_TEST(TstTls)
#include "tst_tls.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/http/frontrig.h"
#include "tests/support/omnitest.h"

using namespace omni;
using test::FrontRig;
using test::RawClient;
using namespace std::chrono_literals;

/// Which keys open the door, where they may stand, and what a wrong one costs.
class TstKeys : public QObject
{
    Q_OBJECT

private:
    static QByteArray chat(const QByteArray &fields,
                           const QByteArray &path = "/v1/chat/completions")
    {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields +
               "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    }
    static int statusFor(FrontRig &rig, const QByteArray &request)
    {
        RawClient client(rig.port);
        return client.send(request).waitFor("\r\n\r\n") ? client.status() : -1;
    }

private slots:
    void theKeyMayStandInFourPlaces_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray query = "/v1/chat/completions?a=b&key=sk-omr-good";
        QTest::newRow("Bearer") << chat("Authorization: Bearer sk-omr-good\r\n") << 200;
        QTest::newRow("bearer") << chat("authorization: bearer  sk-omr-good\r\n") << 200;
        QTest::newRow("x-api-key") << chat("X-Api-Key: sk-omr-good\r\n") << 200;
        QTest::newRow("x-goog-api-key") << chat("x-goog-api-key: sk-omr-good\r\n") << 200;
        QTest::newRow("query") << chat({}, query) << 200;
        QTest::newRow("all equal")
            << chat("Authorization: Bearer sk-omr-good\r\nx-api-key: sk-omr-good\r\n"
                    "x-goog-api-key: sk-omr-good\r\n",
                    query)
            << 200;
        QTest::newRow("none") << chat({}) << 401;
        QTest::newRow("wrong") << chat("x-api-key: sk-omr-bad\r\n") << 401;
        QTest::newRow("empty") << chat("Authorization: Bearer \r\n") << 401;
        QTest::newRow("Basic") << chat("Authorization: Basic sk-omr-good\r\n") << 401;
        QTest::newRow("good and another")
            << chat("Authorization: Bearer sk-omr-good\r\nx-api-key: other\r\n") << 401;
        QTest::newRow("good and another in the query")
            << chat("x-api-key: sk-omr-good\r\n", "/v1/chat/completions?key=other") << 401;
        QTest::newRow("two of the same field")
            << chat("x-api-key: sk-omr-good\r\nx-api-key: other\r\n") << 401;
        QTest::newRow("expired") << chat("x-api-key: sk-omr-expired\r\n") << 403;
        QTest::newRow("over its rate") << chat("x-api-key: sk-omr-busy\r\n") << 429;
    }

    void theKeyMayStandInFourPlaces()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        FrontRig rig;
        RawClient client(rig.port);
        QVERIFY(client.send(request).waitFor("\r\n\r\n"));
        QCOMPARE(client.status(), status);
        QCOMPARE(rig.handler.requests.size(), status == 200 ? 1 : 0);
        QCOMPARE(client.field("www-authenticate"),
                 status == 401 ? QByteArray("Bearer") : QByteArray());
        if (status == 429)
            QCOMPARE(client.field("retry-after"), "3");
        QVERIFY(!client.received.contains("sk-omr-bad"));
        // A refusal with a small body costs nobody the connection.
        QVERIFY(client.send(FrontRig::chat()).waitFor("\"echo\"", status == 200 ? 2 : 1));
    }

    void theRefusalSpeaksTheDialectOfThePath()
    {
        FrontRig rig;
        RawClient client(rig.port);
        QVERIFY(client.send(chat({}, "/v1/messages")).waitFor("}"));
        QCOMPARE(client.status(), 401);
        QVERIFY(client.body().contains("\"authentication_error\""));
        QVERIFY(client.body().contains(client.field("x-request-id")) ||
                client.body().contains("\"error\""));
    }

    void guessingIsSlowedDownButGoodKeysGoOn()
    {
        FrontRig rig;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(statusFor(rig, chat("x-api-key: guess\r\n")), 401);
        rig.clock.advance(10s);
        RawClient client(rig.port);
        QVERIFY(client.send(chat("x-api-key: guess\r\n")).waitFor("\r\n\r\n"));
        QCOMPARE(client.status(), 429);
        QCOMPARE(client.field("retry-after"), "50");
        QCOMPARE(statusFor(rig, FrontRig::chat()), 200);
        // No key at all is a mistake, not a guess.
        QCOMPARE(statusFor(rig, chat({})), 401);
        rig.clock.advance(50s);
        QCOMPARE(statusFor(rig, chat("x-api-key: guess\r\n")), 401);
    }

    void withoutTheDutyAnyKeyWillDoAndGoodOnesStillCount()
    {
        FrontRig rig;
        rig.server.setOptions({.requireKey = false});
        QCOMPARE(statusFor(rig, chat({})), 200);
        QCOMPARE(statusFor(rig, chat("x-api-key: dummy\r\n")), 200);
        QCOMPARE(rig.handler.requests.last().clientKeyId, QString());
        QCOMPARE(statusFor(rig, FrontRig::chat()), 200);
        QCOMPARE(rig.handler.requests.last().clientKeyId, QStringLiteral("k1"));
        QCOMPARE(statusFor(rig, chat("x-api-key: sk-omr-busy\r\n")), 429);
    }

    void checksComeInTheirOrder_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray tail = "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
        // Everything from here on is wrong, too; the first check in line must answer.
        QTest::newRow("1 framing")
            << "POST /nothing HTTP/9.1\r\nHost: evil\r\nOrigin: evil\r\n" + tail << 505;
        QTest::newRow("1 declared size") << QByteArray("POST /nothing HTTP/1.1\r\nHost: evil\r\n"
                                                       "Content-Length: 99999999999\r\n\r\n")
                                         << 413;
        QTest::newRow("2 host") << "POST /nothing HTTP/1.1\r\nHost: evil\r\nOrigin: evil\r\n" + tail
                                << 403;
        QTest::newRow("3 origin")
            << "POST /nothing HTTP/1.1\r\nHost: localhost\r\nOrigin: evil\r\n" + tail << 403;
        QTest::newRow("4 path") << "POST /nothing HTTP/1.1\r\nHost: localhost\r\n" + tail << 404;
        QTest::newRow("4 method") << "PUT /v1/messages HTTP/1.1\r\nHost: localhost\r\n" + tail
                                  << 405;
        QTest::newRow("5 key") << "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\n" + tail << 401;
        QTest::newRow("6 key's rights")
            << "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nx-api-key: sk-omr-expired\r\n" +
                   tail
            << 403;
        QTest::newRow("7 type")
            << "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nx-api-key: sk-omr-good\r\n" + tail
            << 415;
    }

    void checksComeInTheirOrder()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        FrontRig rig;
        QCOMPARE(statusFor(rig, request), status);
        QVERIFY(rig.handler.requests.isEmpty());
    }
};

OMNI_TEST(TstKeys)
#include "tst_keys.moc"

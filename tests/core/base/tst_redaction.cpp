// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::redact;
using base::Secret;

class TstRedaction : public QObject
{
    Q_OBJECT

private slots:
    void secretsAreStarred_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("Authorization: Bearer abc123def456", "Authorization: ***");
        row("authorization: Basic dXNlcjpwYXNz\r\nAccept: a", "authorization: ***\r\nAccept: a");
        row("Proxy-Authorization: Basic abc=", "Proxy-Authorization: ***");
        row("Cookie: a=1; b=2\nnext", "Cookie: ***\nnext");
        row("Set-Cookie: sid=abc; Path=/", "Set-Cookie: ***");
        row("curl -H \"Authorization: Bearer abc\" http://x/",
            "curl -H \"Authorization: ***\" http://x/");
        row("x-api-key: 12345 next", "x-api-key: *** next");
        row("X-Goog-Api-Key=12345&a=b", "X-Goog-Api-Key=***&a=b");
        row("api-key: zzz", "api-key: ***");
        row("OPENAI_API_KEY=zzz", "OPENAI_API_KEY=***");
        row("(\"x-api-key\", \"zzz\")", "(\"x-api-key\", \"***\")");
        row("GET /v1beta/models?key=zzz&alt=sse HTTP/1.1",
            "GET /v1beta/models?key=***&alt=sse HTTP/1.1");
        row("/callback?code=abc&state=1", "/callback?code=***&state=1");
        row("code=abc&client_secret=def", "code=***&client_secret=***");
        row("{\"access_token\":\"abc\",\"n\":1}", "{\"access_token\":\"***\",\"n\":1}");
        row("{\"refresh_token\": \"a\\\"b\", \"id_token\" : \"c\"}",
            "{\"refresh_token\": \"***\", \"id_token\" : \"***\"}");
        row("{\\\"access_token\\\":\\\"abc\\\",\\\"x\\\":1}",
            "{\\\"access_token\\\":\\\"***\\\",\\\"x\\\":1}");
        row("{\"apiKey\":\"abc\"}", "{\"apiKey\":\"***\"}");
        row("code_verifier=abc password=hunter2, done", "code_verifier=*** password=***, done");
        row("key sk-ant-api03-abcdefgh is refused", "key *** is refused");
        row("sk-omr-0123456789abcdef", "***");
        row("AIzaSyA1234567890abcdefghijk", "***");
        row("ghp_0123456789 gho_0123456789 ghu_0123456789 ghs_0123456789", "*** *** *** ***");
        row("xai-0123456789", "***");
        row("AKIAIOSFODNN7EXAMPLE", "***");
        row("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl!", "***!");
        row("bearer abcdefgh12", "bearer ***");
        row("http://user:pass@proxy:8080/x", "http://***@proxy:8080/x");
        row("é password: ü€, then", "é password: ***, then");
    }
    void secretsAreStarred()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redact(text), expected);
        QCOMPARE(redact(text.toUtf8()), expected.toUtf8());
        QCOMPARE(redact(expected), expected);
    }

    void everydayTextStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {
                 "request abc 200 glm/glm-4.7 main in 1203 ms, 1 attempts",
                 "{\"error\":{\"code\":\"rate_limited\",\"type\":\"x\"}}",
                 "max_tokens: 5, key: 3, sk-8 ask-for-it",
                 "http://127.0.0.1:20128/v1?alt=sse",
                 "mail a@b.c: no",
                 "\"password\": null",
                 "input_tokens=12&token_count=4",
                 "a key, then a password, then more",
                 "",
                 "AIza",
             })
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void everydayTextStays()
    {
        QFETCH(QString, text);
        const QString out = redact(text);
        QCOMPARE(out, text);
        const QByteArray bytes = text.toUtf8();
        QCOMPARE(redact(bytes), bytes);
        // The same text, not a copy of it.
        QVERIFY(out.constData() == text.constData());
    }

    void heldValuesAreStarredWhereverTheyStand()
    {
        const Secret plain(QByteArrayLiteral("correct-horse"));
        const Secret odd(QByteArrayLiteral("pa\"ss,word &%"));
        const Secret foreign(QByteArrayLiteral("gehe\xc3\xafmnis\xe2\x82\xac"));
        for (const Secret &secret : {plain, odd, foreign})
            base::registerSecret(secret);
        QCOMPARE(redact(QByteArray("xxcorrect-horsexcorrect-horse")), QByteArray("xx***x***"));
        QCOMPARE(redact(QStringLiteral("correct-hors correct-horse")),
                 QStringLiteral("correct-hors ***"));
        QCOMPARE(redact(QStringLiteral("a pa\"ss,word &% b")), QStringLiteral("a *** b"));
        QCOMPARE(redact(QByteArray("{\"a\":\"pa\\\"ss,word &%\"}")), QByteArray("{\"a\":\"***\"}"));
        QCOMPARE(redact(QByteArray("?q=pa%22ss%2Cword%20%26%25&b")), QByteArray("?q=***&b"));
        QCOMPARE(redact(QString::fromUtf8("a geheïmnis€ b")), QStringLiteral("a *** b"));
        QCOMPARE(redact(QByteArray("a gehe\xc3\xafmnis\xe2\x82\xac b")), QByteArray("a *** b"));
        // By shape the value ends at the comma; by value it does not.
        QCOMPARE(redact(QStringLiteral("password=pa\"ss,word &%!")),
                 QStringLiteral("password=***!"));
        for (const Secret &secret : {plain, odd, foreign})
            base::forgetSecret(secret);
        QCOMPARE(redact(QStringLiteral("correct-horse")), QStringLiteral("correct-horse"));
    }

    void aValueHeldTwiceIsReleasedTwice()
    {
        const Secret secret(QByteArrayLiteral("twice-held-value"));
        base::registerSecret(secret);
        base::registerSecret(secret);
        base::forgetSecret(secret);
        QCOMPARE(redact(QStringLiteral("twice-held-value")), QStringLiteral("***"));
        base::forgetSecret(secret);
        QCOMPARE(redact(QStringLiteral("twice-held-value")), QStringLiteral("twice-held-value"));
    }

    void shortValuesAreNotHeld()
    {
        const Secret secret(QByteArrayLiteral("the"));
        base::registerSecret(secret);
        QCOMPARE(redact(QStringLiteral("the end")), QStringLiteral("the end"));
        base::forgetSecret(secret);
    }
};

OMNI_TEST(TstRedaction)
#include "tst_redaction.moc"

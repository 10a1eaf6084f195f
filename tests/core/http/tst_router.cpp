// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"
#include "tests/support/omnitest.h"

using namespace omni;
using http::Method;

class TstRouter : public QObject
{
    Q_OBJECT

private:
    static http::RouteMatch find(Method method, QByteArrayView path)
    {
        return http::findRoute(http::routeTable(), method, path);
    }

private slots:
    void pathsThatClientsWriteWork_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QString>("provider");
        const auto row = [](const char *path, const char *pattern, const char *provider = "") {
            QTest::newRow(path) << QByteArray(path) << QByteArray(pattern)
                                << QString::fromLatin1(provider);
        };
        row("/v1/chat/completions", "/chat/completions");
        row("/chat/completions", "/chat/completions");
        row("/v1/v1/chat/completions", "/chat/completions");
        row("/v1/messages", "/messages");
        row("/v1/v1/messages/count_tokens", "/messages/count_tokens");
        row("/v1beta/models/gemini-2.5-pro:generateContent", "/v1beta/models/{id}:generateContent");
        row("/v1beta/v1beta/models/x:countTokens", "/v1beta/models/{id}:countTokens");
        row("/v1/models/glm/x:streamGenerateContent", "/models/{id}:streamGenerateContent");
        row("/v1/v1beta/models/x:generateContent", "/v1beta/models/{id}:generateContent");
        row("/v1/providers/glm/v1beta/models/x:generateContent",
            "/v1beta/models/{id}:generateContent", "glm");
        row("/v1/completions", "/completions");
        row("/completions", "/completions");
        row("/v1/responses", "/responses");
        row("/responses", "/responses");
        row("/v1/v1/responses/input_tokens", "/responses/input_tokens");
        row("/v1/responses/resp_1/cancel", "/responses/{id}/cancel");
        row("/v1/responses/compact", "/responses/compact");
        row("/api/chat", "/api/chat");
        row("/v1/api/chat", "/api/chat");
        row("/api/generate", "/api/generate");
        row("/v1/providers/glm/api/chat", "/api/chat", "glm");
        row("/v1/providers/glm/chat/completions", "/chat/completions", "glm");
        row("/v1/providers/glm/v1/messages", "/messages", "glm");
        row("/providers/my%20own/v1/v1/messages", "/messages", "my own");
    }

    void pathsThatClientsWriteWork()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, pattern);
        QFETCH(QString, provider);
        const http::RouteMatch match = find(Method::Post, path);
        QVERIFY(match.row);
        QCOMPARE(QByteArray(match.row->pattern), pattern);
        QCOMPARE(match.forcedProvider, provider);
    }

    void otherPathsDoNotExist()
    {
        for (const char *path :
             {"/", "/v1", "/v1/", "/v1/v1/v1/messages", "/v1/chat", "/v1/chat/completions/",
              "/v1/chat/completions2", "/V1/messages", "/v1/mess%61ges", "/v1/responses/",
              "/v1/providers/glm", "/v1/providers//chat/completions", "/v1/embeddings", "/api",
              "/api/keys", "/api/chat/", "/v1/health", "/v1/providers/glm/health"}) {
            const http::RouteMatch match = find(Method::Post, path);
            QVERIFY2(!match.row && match.allow.isEmpty(), path);
        }
    }

    void aModelsIdMayHoldSlashes()
    {
        QCOMPARE(find(Method::Get, "/v1/models/glm/glm-4.7").argument, "glm/glm-4.7");
        QCOMPARE(find(Method::Get, "/models/glm%2Fglm-4.7").argument, "glm/glm-4.7");
        QCOMPARE(QByteArray(find(Method::Get, "/v1/models").row->pattern), "/models");
        QCOMPARE(find(Method::Get, "/v1/models/").row, nullptr);
        QCOMPARE(find(Method::Post, "/v1beta/models/glm/glm-4.7%3Afree:countTokens").argument,
                 "glm/glm-4.7:free");
        QCOMPARE(find(Method::Post, "/v1beta/models/:countTokens").row, nullptr);
        QCOMPARE(QByteArray(find(Method::Get, "/v1beta/models").row->pattern), "/v1beta/models");
        QCOMPARE(find(Method::Get, "/v1beta/models/a/b").argument, "a/b");
        QVERIFY(http::percentDecoded("a%2").isEmpty());
        QVERIFY(http::percentDecoded("a%zz").isEmpty());
    }

    void aWrongMethodIsToldTheRightOnes()
    {
        QCOMPARE(find(Method::Get, "/v1/messages").allow, "POST, OPTIONS");
        QCOMPARE(QByteArray(find(Method::Get, "/v1/responses/r/input_items").row->pattern),
                 "/responses/{id}/input_items");
        QCOMPARE(QByteArray(find(Method::Delete, "/v1/responses/r").row->pattern),
                 "/responses/{id}");
        QCOMPARE(find(Method::Post, "/health").allow, "GET, HEAD, OPTIONS");
        QVERIFY(find(Method::Head, "/health").row);
    }

    void onlyHealthIsPublic()
    {
        for (const http::RouteRow &row : http::routeTable()) {
            QCOMPARE(row.routeClass == http::RouteClass::Public,
                     QByteArray(row.pattern) == "/health");
            QVERIFY(row.serve);
            const bool readsNone =
                row.method != Method::Post || row.serve == http::serveResponseCancel;
            QVERIFY(row.body == http::BodyKind::Json || readsNone);
        }
    }

    void errorsComeInTheDialectOfThePath()
    {
        using chat::Format;
        QCOMPARE(http::dialectOfPath("/v1/messages"), Format::Anthropic);
        QCOMPARE(http::dialectOfPath("/messages/batches"), Format::Anthropic);
        QCOMPARE(http::dialectOfPath("/v1/providers/x/v1/messages"), Format::Anthropic);
        QCOMPARE(http::dialectOfPath("/v1/responses"), Format::OpenAiResponses);
        QCOMPARE(http::dialectOfPath("/v1beta/models/x:y"), Format::Gemini);
        QCOMPARE(http::dialectOfPath("/v1/models/x:generateContent"), Format::Gemini);
        QCOMPARE(http::dialectOfPath("/v1/models/x"), Format::OpenAiChat);
        QCOMPARE(http::dialectOfPath("/api/chat"), Format::Ollama);
        QCOMPARE(http::dialectOfPath("/whatever"), Format::OpenAiChat);
    }

    void queriesAreReadByName()
    {
        QCOMPARE(http::queryValue("a=1&key=b%2Bc&key=d", "key"), "b+c");
        QVERIFY(http::queryValue("monkey=1&key", "key").isNull());
    }
};

OMNI_TEST(TstRouter)
#include "tst_router.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/wire/codec.h"
#include "tests/core/http/frontrig.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;
using test::FrontRig;
using test::RawClient;

namespace {

constexpr const char *GoodKey = "Authorization: Bearer sk-omr-good\r\n";

gateway::ListedModel listedModel()
{
    return {.id = "glm/glm-4.7",
            .owner = "glm",
            .name = QStringLiteral("GLM 4.7"),
            .contextWindow = 200'000,
            .maxOutput = 128'000,
            .capabilities = {QStringLiteral("tools"), QStringLiteral("thinking")}};
}

} // namespace

/// The paths of the dialects beside OpenAI Chat and Anthropic.
class TstDialects : public QObject
{
    Q_OBJECT

private:
    /// The one answer to these bytes.
    static Json answerTo(FrontRig &rig, const QByteArray &bytes, int status)
    {
        RawClient client(rig.port);
        if (!client.send(bytes).waitFor("\r\n\r\n") || client.status() != status) {
            qWarning("%s", client.received.constData());
            return {};
        }
        const qint64 length = client.field("content-length").toLongLong();
        if (!QTest::qWaitFor([&] { return client.body().size() >= length; }))
            return {};
        return Json::parse(client.body()).value_or(Json());
    }

private slots:
    void ollamaListsAndShowsModels()
    {
        FrontRig rig;
        rig.handler.listed = {listedModel(), {.id = "fast", .owner = "omniroute"}};
        const Json tags = answerTo(rig, FrontRig::get("/api/tags", GoodKey), 200);
        QCOMPARE(tags["models"].size(), 2);
        QCOMPARE(tags["models"].at(0)["name"], Json("glm/glm-4.7"));
        QCOMPARE(rig.handler.askedFor, QStringList{QStringLiteral("glm/*")});

        const Json shown =
            answerTo(rig, FrontRig::post("/api/show", R"({"model":"glm/glm-4.7:latest"})"), 200);
        QVERIFY(shown["capabilities"].toJson().contains("\"tools\""));
        QVERIFY(!shown["capabilities"].toJson().contains("\"vision\""));
        QVERIFY(shown["model_info"].toJson().contains("200000"));

        const Json missing = answerTo(rig, FrontRig::post("/api/show", R"({"name":"x"})"), 404);
        QVERIFY(missing["error"].toBytes().contains("\"x\""));
        QVERIFY(answerTo(rig, FrontRig::post("/api/show", "{}"), 400)["error"].isString());
        QVERIFY(answerTo(rig, FrontRig::get("/api/version", GoodKey), 200)["version"].isString());
        QCOMPARE(answerTo(rig, FrontRig::get("/api/ps", GoodKey), 200)["models"].size(), 0);
        QVERIFY(answerTo(rig, FrontRig::get("/api/tags"), 401)["error"].isString());
    }

    void ollamaChatsAndGenerates()
    {
        FrontRig rig;
        const QByteArray chat = R"({"model":"m","messages":[{"role":"user","content":"a"}]})";
        QVERIFY(answerTo(rig, FrontRig::post("/api/chat", chat), 200)["echo"].toBool());
        QCOMPARE(rig.handler.requests.last().dialect, Format::Ollama);
        QCOMPARE(rig.handler.requests.last().form, nullptr);
        QVERIFY(!rig.handler.requests.last().url.stream);
        (void)answerTo(rig, FrontRig::post("/api/generate", R"({"model":"m","prompt":"a"})"), 200);
        QCOMPARE(rig.handler.requests.last().dialect, Format::Ollama);
        QVERIFY(rig.handler.requests.last().form);
        QCOMPARE(rig.handler.requests.last().form->format(), Format::Ollama);
        // What only wants a model in memory asks nobody.
        const qsizetype before = rig.handler.requests.size();
        for (const char *path : {"/api/chat", "/api/generate"})
            QCOMPARE(answerTo(rig, FrontRig::post(path, R"({"model":"m"})"), 200)["done_reason"],
                     Json("load"));
        QCOMPARE(rig.handler.requests.size(), before);
        // Management is not for the network.
        QVERIFY(answerTo(rig, FrontRig::post("/api/pull", R"({"model":"m"})"), 404)["error"]
                    .isString());
    }

    void geminiNamesModelAndStreamInItsPath()
    {
        FrontRig rig;
        const QByteArray body = R"({"contents":[]})";
        (void)answerTo(rig, FrontRig::post("/v1beta/models/glm/x:generateContent", body), 200);
        const gateway::InboundRequest plain = rig.handler.requests.last();
        QCOMPARE(plain.dialect, Format::Gemini);
        QCOMPARE(plain.url.model, "glm/x");
        QCOMPARE(plain.url.stream, std::optional(false));
        (void)answerTo(rig, FrontRig::post("/v1beta/models/x:streamGenerateContent?alt=sse", body),
                       200);
        QCOMPARE(rig.handler.requests.last().url.stream, std::optional(true));
        QVERIFY(!rig.handler.requests.last().wantsArray);
        (void)answerTo(rig, FrontRig::post("/v1beta/models/x:streamGenerateContent", body), 200);
        QVERIFY(rig.handler.requests.last().wantsArray);
        (void)answerTo(rig, FrontRig::post("/v1beta/models/x:countTokens", body), 200);
        QCOMPARE(rig.handler.requests.last().operation, gateway::Operation::CountTokens);
    }

    void geminiListsModelsAndTakesItsKeyInTheUrl()
    {
        FrontRig rig;
        rig.handler.listed = {listedModel()};
        const Json list =
            answerTo(rig, FrontRig::get("/v1beta/models?pageSize=50&key=sk-omr-good"), 200);
        QCOMPARE(list["models"].at(0)["name"], Json("models/glm/glm-4.7"));
        QCOMPARE(list["models"].at(0)["inputTokenLimit"], Json(200'000));
        QCOMPARE(list["models"].at(0)["thinking"], Json(true));
        const Json one = answerTo(
            rig, FrontRig::get("/v1beta/models/glm/glm-4.7", "x-goog-api-key: sk-omr-good\r\n"),
            200);
        QCOMPARE(one["displayName"], Json("GLM 4.7"));
        const Json none = answerTo(rig, FrontRig::get("/v1beta/models/x", GoodKey), 404);
        QCOMPARE(none["error"]["status"], Json("NOT_FOUND"));
        const Json stranger = answerTo(rig, FrontRig::get("/v1beta/models"), 401);
        QCOMPARE(stranger["error"]["code"], Json(401));
    }

    void storedResponsesAreReadAndDeletedByTheirKeyAlone()
    {
        FrontRig rig;
        const QByteArray body = R"({"model":"m","input":"hi"})";
        const QByteArray response =
            R"({"id":"resp_1","object":"response","status":"completed","output":[]})";
        rig.handler.kept.put(QStringLiteral("k1"), body, response);
        rig.handler.kept.put(QStringLiteral("k2"), body, QByteArray(response).replace("_1", "_2"));
        QCOMPARE(answerTo(rig, FrontRig::get("/v1/responses/resp_1", GoodKey), 200)["id"],
                 Json("resp_1"));
        const Json items =
            answerTo(rig, FrontRig::get("/v1/responses/resp_1/input_items", GoodKey), 200);
        QCOMPARE(items["data"].size(), 1);
        (void)answerTo(rig, FrontRig::get("/v1/responses/resp_2", GoodKey), 404);
        const QByteArray remove = "DELETE /v1/responses/resp_1 HTTP/1.1\r\nHost: localhost\r\n" +
                                  QByteArray(GoodKey) + "\r\n";
        QCOMPARE(answerTo(rig, remove, 200)["deleted"], Json(true));
        QVERIFY(answerTo(rig, remove, 404)["error"]["message"].toBytes().contains("resp_1"));
        QCOMPARE(rig.handler.kept.count(), 1);
        (void)answerTo(rig, FrontRig::post("/v1/responses/compact", body), 200);
        QCOMPARE(rig.handler.requests.last().operation, gateway::Operation::Compact);
        QCOMPARE(rig.handler.requests.last().url.stream, std::optional(false));
    }

    void responsesInTheBackgroundAreRefused()
    {
        FrontRig rig;
        const Json error = answerTo(rig, FrontRig::post("/v1/responses/resp_1/cancel", ""), 400);
        QCOMPARE(error["error"]["type"], Json("invalid_request_error"));
        QVERIFY(error["error"]["message"].toBytes().contains("resp_1"));
    }
};

OMNI_TEST(TstDialects)
#include "tst_dialects.moc"

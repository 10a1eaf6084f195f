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
        QVERIFY(
            answerTo(rig, FrontRig::post("/api/chat", R"({"model":"m"})"), 200)["echo"].toBool());
        QCOMPARE(rig.handler.requests.last().dialect, Format::Ollama);
        QCOMPARE(rig.handler.requests.last().form, nullptr);
        QVERIFY(!rig.handler.requests.last().url.stream);
        (void)answerTo(rig, FrontRig::post("/api/generate", R"({"model":"m"})"), 200);
        QCOMPARE(rig.handler.requests.last().dialect, Format::Ollama);
        QVERIFY(rig.handler.requests.last().form);
        QCOMPARE(rig.handler.requests.last().form->format(), Format::Ollama);
        // Management is not for the network.
        QVERIFY(answerTo(rig, FrontRig::post("/api/pull", R"({"model":"m"})"), 404)["error"]
                    .isString());
    }
};

OMNI_TEST(TstDialects)
#include "tst_dialects.moc"

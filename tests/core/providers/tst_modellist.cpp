// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/accountcheck.h"
#include "tests/support/omnitest.h"

using namespace omni;

class TstModelList : public QObject
{
    Q_OBJECT

private slots:
    void listsAreFoundWhereverTheyStand_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("ids");
        const auto row = [](const char *name, const char *key, const char *body, const char *ids) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(key) << QByteArray(ids);
        };
        row("openai", "data", R"({"object":"list","data":[{"id":"a"},{"id":"b"}]})", "a b");
        row("gemini", "models",
            R"({"models":[{"name":"models/g","supportedGenerationMethods":["generateContent"]},)"
            R"({"name":"models/e","supportedGenerationMethods":["embedContent"]}]})",
            "g");
        row("ollama", "models", R"({"models":[{"name":"l:1b","model":"l:1b"}]})", "l:1b");
        row("bare", "", R"([{"id":"a"},{"id":"b"}])", "a b");
        row("strings", "", R"(["a","b"])", "a b");
        row("twice", "data", R"({"data":[{"id":"a"},{"id":"a"},{"id":""},{}]})", "a");
        row("copilot", "data",
            R"({"data":[{"id":"c","capabilities":{"type":"chat"}},{"id":"e","capabilities":)"
            R"({"type":"embeddings"}},{"id":"d","policy":{"state":"disabled"}}]})",
            "c");
        row("under another key", "list", R"({"data":[{"id":"a"}]})", "a");
        row("none", "data", R"({"data":[]})", "");
    }
    void listsAreFoundWhereverTheyStand()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, ids);
        catalog::Provider provider;
        provider.modelsKey = key;
        const auto models = providers::parseModelList(provider, body);
        QVERIFY(models);
        QList<QByteArray> found;
        for (const catalog::Model &model : *models)
            found.append(model.id);
        QCOMPARE(found.join(' '), ids);
    }

    void whatIsNoListIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", "<html>", "{}", R"({"error":"x"})", R"({"data":{}})", "7"})
            QTest::newRow(body) << QByteArray(body);
    }
    void whatIsNoListIsSaid()
    {
        QFETCH(QByteArray, body);
        catalog::Provider provider;
        provider.name = QStringLiteral("Lab");
        const auto models = providers::parseModelList(provider, body);
        QVERIFY(!models);
        QVERIFY(models.error().detail.contains(QLatin1String("base URL")));
    }

    void figuresComeFromTheListThenFromTheCatalog()
    {
        catalog::Provider provider;
        provider.models = {catalog::Model{.id = "a",
                                          .name = QStringLiteral("Model A"),
                                          .contextWindow = 100,
                                          .maxOutput = 10,
                                          .capabilities = {QStringLiteral("tools")},
                                          .price = {.input = 5}}};
        const auto models = providers::parseModelList(
            provider, R"({"data":[{"id":"a","context_length":200},{"id":"b","name":"Bee",)"
                      R"("pricing":{"prompt":"0.0000025","completion":"0.00001"}}]})");
        QVERIFY(models);
        QCOMPARE(models->at(0).name, QStringLiteral("Model A"));
        QCOMPARE(models->at(0).contextWindow.value_or(0), 200);
        QCOMPARE(models->at(0).maxOutput.value_or(0), 10);
        QCOMPARE(models->at(0).price.input.value_or(0), 5.0);
        QCOMPARE(models->at(1).name, QStringLiteral("Bee"));
        QCOMPARE(models->at(1).price.input.value_or(0), 2.5);
        QCOMPARE(models->at(1).price.output.value_or(0), 10.0);
        QVERIFY(!models->at(1).price.cachedRead);
    }
};

OMNI_TEST(TstModelList)
#include "tst_modellist.moc"

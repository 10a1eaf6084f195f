// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/schema.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/geminischemas.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using wire::gemini::reduceSchema;
using wire::gemini::toJsonSchema;
using wiretest::parsed;

namespace {

/// A schema whose references double at each level.
Json bomb(int levels)
{
    Json definitions = Json::object();
    for (int i = 0; i < levels; ++i) {
        const Json next = Json::object({{"$ref", "#/$defs/d" + QByteArray::number(i + 1)}});
        definitions.set("d" + QByteArray::number(i),
                        Json::object({{"allOf", Json::array({next, next})},
                                      {"properties", Json::object({{"a", next}, {"b", next}})}}));
    }
    return Json::object({{"$ref", "#/$defs/d0"}, {"$defs", definitions}});
}

} // namespace

class TstGeminiSchema : public QObject
{
    Q_OBJECT

private slots:
    void schemasAreReduced_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArrayList>("lost");
        const Json cases = parsed(wiretest::caseFile(QStringLiteral("gemini/schemas.json")));
        QVERIFY(cases.size() > 20);
        for (const Json &row : cases.items()) {
            QByteArrayList lost;
            for (const Json &word : row["lost"].items())
                lost.append(word.toBytes());
            QTest::newRow(row["name"].toBytes().constData())
                << row["schema"].toJson() << row["wanted"].toJson() << lost;
        }
    }
    void schemasAreReduced()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArrayList, lost);
        const auto reduced = reduceSchema(parsed(schema));
        QCOMPARE(wiretest::differences(reduced.schema, parsed(wanted), {}), QStringList());
        QByteArrayList found = reduced.lost;
        std::sort(found.begin(), found.end());
        std::sort(lost.begin(), lost.end());
        QCOMPARE(found, lost);
        QCOMPARE(test::geminiSchemaFaults(reduced.schema, QStringLiteral("$")), QStringList());
        // What is reduced already stays as it is.
        const auto again = reduceSchema(toJsonSchema(reduced.schema));
        QCOMPARE(wiretest::differences(again.schema, reduced.schema, {}), QStringList());
    }

    void anySchemaEndsInOneThatIsTaken_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("growth") << bomb(40).toJson();
        const Json odd = parsed(wiretest::caseFile(QStringLiteral("gemini/oddschemas.json")));
        QVERIFY(odd.size() > 2);
        for (const base::JsonMember &member : odd.members())
            QTest::newRow(member.key.constData()) << member.value.toJson();
        QByteArray deep = R"({"type":"string"})";
        for (int i = 0; i < 200; ++i)
            deep = R"({"type":"object","properties":{"a":)" + deep + "}}";
        QTest::newRow("deep") << deep;
        QTest::newRow("no object") << QByteArray("true");
    }
    void anySchemaEndsInOneThatIsTaken()
    {
        QFETCH(QByteArray, schema);
        const Json reduced = reduceSchema(parsed(schema)).schema;
        QCOMPARE(test::geminiSchemaFaults(reduced, QStringLiteral("$")), QStringList());
        QVERIFY(reduced.toJson().size() < 4'000'000);
    }

    void theApisOwnSchemasAreReadAsJsonSchema()
    {
        const Json own =
            parsed(R"({"type":"OBJECT","nullable":true,"properties":{"type":{"type":"STRING",)"
                   R"("format":"enum","enum":["a"]},"n":{"type":"INTEGER","nullable":true,)"
                   R"("min_items":"3"},"any_of":{"anyOf":[{"type":"STRING"}],"nullable":true}},)"
                   R"("propertyOrdering":["n"],"required":["type"],"example":{"a":1}})");
        QCOMPARE(
            toJsonSchema(own).toJson(),
            QByteArray(R"({"type":["object","null"],"properties":{"type":{"type":"string",)"
                       R"("enum":["a"]},"n":{"type":["integer","null"],"minItems":3},"any_of":)"
                       R"({"anyOf":[{"type":"string"},{"type":"null"}]}},"required":["type"],)"
                       R"("examples":[{"a":1}]})"));
    }
};

OMNI_TEST(TstGeminiSchema)
#include "tst_geminischema.moc"

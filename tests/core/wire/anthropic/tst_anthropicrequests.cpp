// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Anthropic);
}

/// What a trip through the canonical form may change, applied to both sides of the comparison:
/// a plain string is the same as one text block, blank text blocks go, defaults may go unsaid
/// (`stream: false`, `is_error: false`, an empty description), neighbouring turns of one role are
/// one turn, the older `output_format` is `output_config.format`. Everything else must be equal, in
/// order.
class Normal
{
public:
    static Json of(Json request)
    {
        if (!request["stream"].toBool())
            request.remove("stream");
        if (request["system"].isString())
            request.set("system", blocks(request["system"]));
        request.set("messages", messages(request["messages"]));
        Json tools = Json::array();
        for (Json tool : request["tools"].items()) {
            if (tool["description"].toBytes().isEmpty())
                tool.remove("description");
            tools.append(tool);
        }
        if (tools.size() > 0)
            request.set("tools", tools);
        if (request.contains("output_format")) {
            Json config = request["output_config"];
            config.set("format", request.take("output_format"));
            request.set("output_config", config);
        }
        return request;
    }

private:
    static Json blocks(const Json &content)
    {
        if (content.isString())
            return Json::array({Json::object({{"type", "text"}, {"text", content.toBytes()}})});
        Json all = Json::array();
        for (Json block : content.items()) {
            if (block["type"].toBytes() == "text" && block["text"].toBytes().trimmed().isEmpty())
                continue;
            if (block["is_error"].isBool() && !block["is_error"].toBool())
                block.remove("is_error");
            if (block["type"].toBytes() == "tool_result" && block.contains("content"))
                block.set("content", blocks(block["content"]));
            all.append(block);
        }
        return all;
    }

    static Json messages(const Json &list)
    {
        Json merged = Json::array();
        for (const Json &message : list.items()) {
            Json content = blocks(message["content"]);
            Json whole = Json::object({{"role", message["role"]}, {"content", content}});
            if (merged.size() > 0 && merged.at(merged.size() - 1)["role"] == message["role"]) {
                Json::Array before = merged.items();
                Json last = before.takeLast();
                Json joined = last["content"];
                for (const Json &block : content.items())
                    joined.append(block);
                last.set("content", joined);
                before.append(last);
                merged = Json(before);
            } else {
                merged.append(whole);
            }
        }
        return merged;
    }
};

/// Members of an object may change places where the codec writes it; inside what it only carries
/// (schemas, inputs) they may not. `difference` compares by name, this by place.
void compareCarried(const Json &a, const Json &b)
{
    for (const base::JsonMember &member : a.members()) {
        const Json &other = b[QByteArrayView(member.key)];
        if (member.key == "input" || member.key == "input_schema" || member.key == "schema")
            QCOMPARE(other.toJson(), member.value.toJson());
        else
            compareCarried(member.value, other);
    }
    for (qsizetype i = 0; i < a.size() && a.isArray(); ++i)
        compareCarried(a.at(i), b.at(i));
}

chat::Traits traitsFor(const Json &request)
{
    chat::Traits traits;
    traits.adaptiveThinking = request["thinking"]["type"].toBytes() == "adaptive";
    return traits;
}

} // namespace

class TstAnthropicRequests : public QObject
{
    Q_OBJECT

private slots:
    void recordedRequestsSurviveTheTrip_data()
    {
        test::addRecordings(QStringLiteral("request.json"));
    }
    void recordedRequestsSurviveTheTrip()
    {
        QFETCH(QString, path);
        const Json request = test::jsonOf(path + QStringLiteral("request.json"));
        const auto decoded = codec().decodeRequest(request);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        QVERIFY(decoded->losses.isEmpty());
        auto encoded = codec().encodeRequest(decoded->request, traitsFor(request));
        QVERIFY2(encoded, encoded ? "" : qPrintable(encoded.error().detail));
        auto back = Json::parse(encoded->body);
        QVERIFY(back);
        // Counting tokens needs no limit; a request always has one.
        if (!request.contains("max_tokens"))
            back->remove("max_tokens");
        Json expected = Normal::of(request);
        // The one thing that is made legal: thinking excludes a forced tool.
        if (!expected["thinking"].isNull() && expected["tool_choice"]["type"].toBytes() == "any") {
            expected.set("tool_choice", Json::object({{"type", "auto"}}));
            QVERIFY(!encoded->losses.isEmpty());
            back->remove("system");
        } else {
            QCOMPARE(encoded->losses, wire::Losses());
        }
        QCOMPARE(test::difference(expected, Normal::of(*back)), QByteArray());
        compareCarried(expected, Normal::of(*back));
        QCOMPARE(test::anthropicRequestFaults(*back, !request.contains("max_tokens")),
                 QStringList());
    }

    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const Json cases = test::jsonOf(test::anthropicFolder() + QStringLiteral("wrong.json"));
        QVERIFY(cases.size() > 20);
        for (const Json &row : cases.items())
            QTest::addRow("%s", row["field"].toBytes().constData())
                << row["body"].toJson() << row["field"].toText();
    }
    void wrongFieldsAreNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto decoded = codec().decodeRequest(*Json::parse(body));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, base::ErrorCode::InvalidRequest);
        QCOMPARE(decoded.error().field, field);
        QVERIFY(decoded.error().detail.startsWith(field));
    }

    void unknownFieldsComeBack()
    {
        const Json request = test::jsonOf(test::anthropicFolder() + QStringLiteral("unknown.json"));
        const auto decoded = codec().decodeRequest(request);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        const auto encoded = codec().encodeRequest(decoded->request, {});
        QVERIFY(encoded);
        QCOMPARE(encoded->losses, wire::Losses());
        QCOMPARE(test::difference(Normal::of(request), Normal::of(*Json::parse(encoded->body))),
                 QByteArray());
    }

    void resultsAndWordsOfOneTurnAreApart()
    {
        const auto decoded = codec().decodeRequest(*Json::parse(R"({"model":"m","max_tokens":9,
            "messages":[{"role":"user","content":"go"},
              {"role":"assistant","content":[{"type":"tool_use","id":"a","name":"t","input":{}}]},
              {"role":"user","content":[{"type":"text","text":"look"},
                {"type":"tool_result","tool_use_id":"a","content":"done"}]}]})"));
        QVERIFY(decoded);
        const auto &messages = decoded->request.messages;
        QCOMPARE(messages.size(), size_t(4));
        QCOMPARE(messages[2].role, chat::Role::Tool);
        QCOMPARE(messages[3].role, chat::Role::User);
    }

    void packedIdsAreUnpackedAndPackedAgain()
    {
        const QByteArray strange = "call\nmc_7";
        chat::ChatRequest request{.model = "m"};
        request.messages.push_back({.parts = {chat::TextPart{.text = "go"}}});
        request.messages.push_back(
            {.role = chat::Role::Assistant,
             .parts = {chat::ToolCallPart{.id = strange, .name = "t", .arguments = "{}"}}});
        request.messages.push_back(
            {.role = chat::Role::Tool, .parts = {chat::ToolResultPart{.callId = strange}}});
        const auto encoded = codec().encodeRequest(request, {});
        QVERIFY(encoded);
        const Json body = *Json::parse(encoded->body);
        QCOMPARE(test::anthropicRequestFaults(body), QStringList());
        const auto back = codec().decodeRequest(body);
        QVERIFY(back);
        QCOMPARE(back->request.messages[1].parts[0].as<chat::ToolCallPart>()->id, strange);
        QCOMPARE(back->request.messages[2].parts[0].as<chat::ToolResultPart>()->callId, strange);
    }
};

OMNI_TEST(TstAnthropicRequests)
#include "tst_anthropicrequests.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::ErrorCode;
using base::Json;
using chat::ChatRequest;
using chat::Format;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Anthropic);
}

ChatRequest hello()
{
    ChatRequest request{.model = "m"};
    request.messages.push_back({.role = Role::User, .parts = {TextPart{.text = "hi"}}});
    return request;
}

Message call(const QByteArray &id, const QByteArray &name = "t")
{
    return {.role = Role::Assistant,
            .parts = {chat::ToolCallPart{.id = id, .name = name, .arguments = "{}"}}};
}

Message result(const QByteArray &id, const QByteArray &text = "done")
{
    chat::ToolResultPart part{.callId = id};
    part.content.emplace_back(TextPart{.text = text});
    return {.role = Role::Tool, .parts = {std::move(part)}};
}

struct Encoded
{
    Json body;
    wire::Losses losses;
    wire::EncodedRequest raw;
};

/// Encodes and holds the result against the API's rules.
Encoded encode(const ChatRequest &request, const chat::Traits &traits = {})
{
    const auto encoded = codec().encodeRequest(request, traits);
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const Json body = *Json::parse(encoded->body);
    const QStringList faults = test::anthropicRequestFaults(body);
    if (!faults.isEmpty())
        QTest::qFail(qPrintable(faults.join(QLatin1Char('\n'))), __FILE__, __LINE__);
    return {body, encoded->losses, *encoded};
}

QByteArray shape(const Json &body)
{
    QByteArrayList turns;
    for (const Json &message : body["messages"].items()) {
        QByteArrayList kinds;
        for (const Json &block : message["content"].items())
            kinds.append(block["type"].toBytes());
        turns.append(message["role"].toBytes() + ':' +
                     (message["content"].isString() ? QByteArray("string") : kinds.join('+')));
    }
    return turns.join(' ');
}

bool lost(const wire::Losses &losses, const char *path)
{
    return std::any_of(losses.begin(), losses.end(),
                       [&](const wire::Loss &loss) { return loss.path == path; });
}

} // namespace

class TstAnthropicRules : public QObject
{
    Q_OBJECT

private slots:
    void theOutputLimitIsAlwaysSaid()
    {
        QCOMPARE(encode(hello()).body["max_tokens"].toInt(), 8192);
        chat::Traits traits;
        traits.maxOutputTokens = 64000;
        QCOMPARE(encode(hello(), traits).body["max_tokens"].toInt(), 64000);
        ChatRequest request = hello();
        request.maxOutputTokens = 100000;
        const Encoded clamped = encode(request, traits);
        QCOMPARE(clamped.body["max_tokens"].toInt(), 64000);
        QVERIFY(lost(clamped.losses, "max_tokens"));
    }

    void effortBecomesABudgetThatFits()
    {
        ChatRequest request = hello();
        request.reasoning.effort = "high";
        request.maxOutputTokens = 4096;
        request.sampling.temperature = "0.3";
        const Encoded encoded = encode(request);
        QCOMPARE(encoded.body["thinking"]["budget_tokens"].toInt(), 24576);
        QCOMPARE(encoded.body["max_tokens"].toInt(), 24576 + 4096);
        QVERIFY(!encoded.body.contains("temperature"));
        QVERIFY(lost(encoded.losses, "temperature"));
        chat::Traits small;
        small.maxOutputTokens = 8192;
        QCOMPARE(encode(request, small).body["thinking"]["budget_tokens"].toInt(), 7168);
        small.maxOutputTokens = 1500;
        QVERIFY(!encode(request, small).body.contains("thinking"));
    }

    void effortBecomesAdaptiveThinkingWhereTheModelWeighsItself()
    {
        chat::Traits traits;
        traits.adaptiveThinking = true;
        ChatRequest request = hello();
        request.reasoning.effort = "minimal";
        Encoded encoded = encode(request, traits);
        QCOMPARE(encoded.body["thinking"].toJson(), QByteArray(R"({"type":"adaptive"})"));
        QCOMPARE(encoded.body["output_config"]["effort"], Json("low"));
        request.reasoning.effort = "none";
        QCOMPARE(encode(request, traits).body["thinking"]["type"], Json("disabled"));
        request.reasoning = {};
        request.reasoning.budget = 20000;
        encoded = encode(request, traits);
        QCOMPARE(encoded.body["output_config"]["effort"], Json("high"));
        request.reasoning = {};
        QVERIFY(!encode(request, traits).body.contains("thinking"));
    }

    void thinkingRestsWhenAnotherModelMadeTheCalls()
    {
        ChatRequest request = hello();
        request.reasoning.effort = "low";
        request.messages.push_back(call("a"));
        request.messages.back().parts.insert(
            request.messages.back().parts.begin(),
            chat::ReasoningPart{.text = "hm", .origin = Format::OpenAiChat});
        request.messages.push_back(result("a"));
        const Encoded encoded = encode(request);
        QVERIFY(!encoded.body.contains("thinking"));
        QVERIFY(lost(encoded.losses, "thinking"));
        QVERIFY(lost(encoded.losses, "messages[1].content[0]"));
        // Its own signed thinking keeps it on.
        request.messages[1].parts[0] =
            chat::ReasoningPart{.text = "hm", .signature = "c2ln", .origin = Format::Anthropic};
        const Encoded own = encode(request);
        QCOMPARE(own.body["thinking"]["type"], Json("enabled"));
        QCOMPARE(own.body["messages"].at(1)["content"].at(0).toJson(),
                 QByteArray(R"({"type":"thinking","thinking":"hm","signature":"c2ln"})"));
        QCOMPARE(own.raw.headers.front().second, QByteArray("interleaved-thinking-2025-05-14"));
    }

    void aForcedToolIsAskedForWhileTheModelThinks()
    {
        ChatRequest request = hello();
        request.reasoning.effort = "low";
        request.tools.push_back({.name = "read"});
        request.toolChoice = {.mode = chat::ToolChoice::Mode::Named, .names = {"read"}};
        const Encoded encoded = encode(request);
        QCOMPARE(encoded.body["tool_choice"]["type"], Json("auto"));
        QVERIFY(encoded.body["system"].toBytes().contains("read"));
        QVERIFY(lost(encoded.losses, "tool_choice"));
    }

    void historiesAreMadeLegal_data()
    {
        QTest::addColumn<std::vector<Message>>("messages");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, std::vector<Message> messages, const char *expected) {
            QTest::newRow(name) << std::move(messages) << QByteArray(expected);
        };
        const auto say = [](Role role, const char *text) {
            return Message{.role = role, .parts = {TextPart{.text = text}}};
        };
        const Message user = say(Role::User, "hi");
        const Message assistant = say(Role::Assistant, "yes");
        row("a call without a result", {user, call("a"), user},
            "user:string assistant:tool_use user:tool_result+text");
        row("a cancelled last call", {user, call("a")},
            "user:string assistant:tool_use user:tool_result");
        row("a result without a call", {user, result("a")}, "user:text+text");
        row("two results for one call", {user, call("a"), result("a"), result("a", "second")},
            "user:string assistant:tool_use user:tool_result");
        row("results in two messages", {user, call("a"), user, result("a")},
            "user:string assistant:tool_use user:tool_result+text");
        row("calls in two messages", {user, call("a"), call("b"), result("a"), result("b")},
            "user:string assistant:tool_use+tool_use user:tool_result+tool_result");
        row("ids used twice", {user, call("a"), result("a"), call("a"), result("a")},
            "user:string assistant:tool_use user:tool_result assistant:tool_use user:tool_result");
        row("the assistant begins", {assistant, user}, "user:string assistant:string user:string");
        row("only a system prompt", {say(Role::System, "be kind")}, "user:string");
        row("system in the middle", {user, assistant, say(Role::System, "now"), user},
            "user:string assistant:string user:text+text");
        row("blanks", {user, say(Role::Assistant, " \n"), user}, "user:text+text");
    }
    void historiesAreMadeLegal()
    {
        QFETCH(std::vector<Message>, messages);
        QFETCH(QByteArray, expected);
        ChatRequest request{.model = "m", .messages = messages};
        QCOMPARE(shape(encode(request).body), expected);
    }

    void theLastOfTwoResultsCounts()
    {
        ChatRequest request = hello();
        request.messages.insert(request.messages.end(),
                                {call("a"), result("a"), result("a", "second")});
        const Encoded encoded = encode(request);
        QCOMPARE(encoded.body["messages"].at(2)["content"].at(0)["content"], Json("second"));
        QVERIFY(!encoded.losses.isEmpty());
    }

    void systemTextStandsApartOrInTheUsersMouth()
    {
        ChatRequest request = hello();
        request.messages.insert(request.messages.begin(),
                                {.role = Role::Developer, .parts = {TextPart{.text = "be kind"}}});
        QCOMPARE(encode(request).body["system"], Json("be kind"));
        chat::Traits traits;
        traits.systemRole = false;
        const Encoded folded = encode(request, traits);
        QVERIFY(!folded.body.contains("system"));
        QCOMPARE(folded.body["messages"].at(0)["content"].size(), 2);
    }

    void strangeToolNamesAreRenamedEverywhere()
    {
        ChatRequest request = hello();
        const QByteArray name = "files.read/" + QByteArray(150, 'x');
        request.tools.push_back({.name = name});
        request.tools.push_back({.name = "plain"});
        request.messages.push_back(call("a", name));
        request.messages.push_back(result("a"));
        request.toolChoice = {.mode = chat::ToolChoice::Mode::Named, .names = {name}};
        const Encoded encoded = encode(request);
        QCOMPARE(encoded.raw.renamedTools.size(), 1);
        const QByteArray sent = encoded.raw.renamedTools.front().sent;
        QCOMPARE(encoded.raw.renamedTools.front().name, name);
        QCOMPARE(encoded.body["tools"].at(0)["name"], Json(sent));
        QCOMPARE(encoded.body["tool_choice"]["name"], Json(sent));
        QCOMPARE(encoded.body["messages"].at(1)["content"].at(0)["name"], Json(sent));
        QVERIFY(!encoded.body["tools"].at(0)["input_schema"]["properties"].isNull());
    }

    void toolsOfTheHistoryAreDeclared()
    {
        ChatRequest request = hello();
        request.messages.insert(request.messages.end(), {call("a", "gone"), result("a")});
        request.toolChoice.mode = chat::ToolChoice::Mode::Any;
        const Encoded encoded = encode(request);
        QCOMPARE(encoded.body["tools"].toJson(),
                 QByteArray(R"([{"name":"gone","input_schema":{"type":"object"}}])"));
        QVERIFY(!encoded.body.contains("tool_choice"));
        ChatRequest bare = hello();
        bare.toolChoice.mode = chat::ToolChoice::Mode::Auto;
        bare.parallelToolCalls = false;
        QVERIFY(!encode(bare).body.contains("tool_choice"));
    }

    void parallelCallsAreSwitchedOffInTheChoice()
    {
        ChatRequest request = hello();
        request.tools.push_back({.name = "t"});
        request.parallelToolCalls = false;
        QCOMPARE(encode(request).body["tool_choice"].toJson(),
                 QByteArray(R"({"type":"auto","disable_parallel_tool_use":true})"));
    }

    void theEarliestOfTooManyCacheMarksGo()
    {
        ChatRequest request = hello();
        for (int i = 0; i < 6; ++i) {
            Part part(TextPart{.text = "t" + QByteArray::number(i)});
            part.cache = chat::CacheMark{};
            request.messages[0].parts.push_back(part);
        }
        const Encoded encoded = encode(request);
        QVERIFY(!encoded.body["messages"].at(0)["content"].at(2).contains("cache_control"));
        QVERIFY(encoded.body["messages"].at(0)["content"].at(3).contains("cache_control"));
        QCOMPARE(std::count_if(encoded.losses.begin(), encoded.losses.end(),
                               [](const auto &loss) { return loss.path == "cache_control"; }),
                 2);
    }

    void aSchemaWithoutNativeSupportBecomesAForcedTool()
    {
        chat::Traits traits;
        traits.structuredOutput = false;
        ChatRequest request = hello();
        request.shape = {.kind = chat::ResponseShape::Kind::JsonSchema,
                         .schema = Json::object({{"type", "object"}})};
        QCOMPARE(encode(request).body["output_config"]["format"]["type"], Json("json_schema"));
        const Encoded alone = encode(request, traits);
        QCOMPARE(alone.body["tool_choice"]["name"], Json("omniroute_json_output"));
        request.tools.push_back({.name = "t"});
        QCOMPARE(encode(request, traits).body["tool_choice"]["type"], Json("any"));
    }

    void mediaIsMadeLegalOrRefusedByPath()
    {
        ChatRequest request = hello();
        auto &parts = request.messages[0].parts;
        parts.emplace_back(chat::MediaPart{.url = "data:image/jpg;base64,/9j/4AAQ"});
        parts.emplace_back(chat::MediaPart{
            .kind = chat::MediaKind::File, .mediaType = "text/csv", .data = "YSxi"});
        const Json body = encode(request).body;
        QCOMPARE(body["messages"].at(0)["content"].at(1)["source"].toJson(),
                 QByteArray(R"({"type":"base64","media_type":"image/jpeg","data":"/9j/4AAQ"})"));
        QCOMPARE(body["messages"].at(0)["content"].at(2)["source"].toJson(),
                 QByteArray(R"({"type":"text","media_type":"text/plain","data":"a,b"})"));
        parts.emplace_back(chat::MediaPart{.kind = chat::MediaKind::Audio, .data = "UklG"});
        const auto refused = codec().encodeRequest(request, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(refused.error().field, QStringLiteral("messages[0].content[3]"));
    }

    void whatCannotBeSaidIsTold()
    {
        ChatRequest request = hello();
        request.sampling.seed = "7";
        request.sampling.temperature = "1.5";
        request.serviceTier = "flex";
        request.extensions.put(Format::OpenAiChat, Json::object({{"logit_bias", 1}}));
        const Encoded encoded = encode(request);
        for (const char *path : {"seed", "temperature", "service_tier", "logit_bias"})
            QVERIFY2(lost(encoded.losses, path), path);
        QCOMPARE(encoded.body["temperature"].toJson(), QByteArray("1"));
        request.sampling.count = 2;
        QVERIFY(!codec().encodeRequest(request, {}));
    }

    void traitsHaveTheLastWord()
    {
        chat::Traits traits;
        traits.extraBody = R"({"top_k":3,"vendor":{"x":1}})";
        traits.refusedFields = "metadata,service_tier";
        ChatRequest request = hello();
        request.userId = "u";
        const Encoded encoded = encode(request, traits);
        QVERIFY(!encoded.body.contains("metadata"));
        QCOMPARE(encoded.body["vendor"].toJson(), QByteArray(R"({"x":1})"));
    }
};

OMNI_TEST(TstAnthropicRules)
#include "tst_anthropicrules.moc"

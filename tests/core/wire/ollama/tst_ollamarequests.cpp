// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/ollama/codec.h"
#include "core/wire/requestfacts.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using wiretest::parsed;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::Ollama);
}

bool isGenerate(const wiretest::Recording &each)
{
    return !parsed(each.request())["messages"].isArray();
}

/// What the upstream gets for a body of a client.
Json sent(const wire::Codec &from, const Json &body, const wire::Traits &traits = {},
          wire::Losses *losses = nullptr)
{
    const auto decoded = from.decodeRequest(body);
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = codec().encodeRequest(decoded->request, traits);
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = decoded->losses + encoded->losses;
    return parsed(encoded->body);
}

QString wrongField(const wire::Codec &from, const QByteArray &body)
{
    const auto decoded = from.decodeRequest(parsed(body));
    return decoded ? QStringLiteral("accepted") : decoded.error().field;
}

/// A body of /api/chat with this in its place.
QByteArray chatWith(const QByteArray &rest)
{
    return R"({"model":"m","messages":[{"role":"user","content":"hi"}],)" + rest + '}';
}

} // namespace

class TstOllamaRequests : public QObject
{
    Q_OBJECT

private slots:
    void recordedChatsMakeTheTrip_data()
    {
        wiretest::addRows(QStringLiteral("ollama"), [](const wiretest::Recording &each) {
            return !each.request().isEmpty() && !isGenerate(each);
        });
    }
    void recordedChatsMakeTheTrip();
    void recordedPromptsBecomeChats_data()
    {
        wiretest::addRows(QStringLiteral("ollama"), [](const wiretest::Recording &each) {
            return !each.request().isEmpty() && isGenerate(each);
        });
    }
    void recordedPromptsBecomeChats();
    void everyFieldMakesTheTrip();
    void streamIsTheDefault();
    void callsAndResultsPairByNameAndOrder();
    void resultsWithoutACallAreKeptAsText();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void wrongPromptsAreNamed_data();
    void wrongPromptsAreNamed();
    void promptsKeepTheirSystemAndImages();
    void suffixBecomesAnInstruction();
    void optionsOfTheCatalogOverrideSingleOnes();
    void thinkingIsSaidInEveryWay_data();
    void thinkingIsSaidInEveryWay();
    void theChoiceOfToolsNarrowsTheList();
    void mediaThatOllamaCannotTakeAreRefused();
    void recordedRequestsOfOthersAreAccepted_data();
    void recordedRequestsOfOthersAreAccepted();
};

void TstOllamaRequests::recordedChatsMakeTheTrip()
{
    QFETCH(QString, name);
    Json request = parsed(wiretest::recording(QStringLiteral("ollama"), name).request());
    const Json again = sent(codec(), request);
    for (const base::JsonMember &member : Json(request).members()) {
        if (member.value.isNull())
            request.remove(member.key);
    }
    const QStringList ordered{QStringLiteral("arguments")};
    QCOMPARE(wiretest::differences(again, request, ordered).join(u'\n'), QString());
    QCOMPARE(test::ollamaRequestFaults(again).join(u'\n'), QString());
}

void TstOllamaRequests::recordedPromptsBecomeChats()
{
    QFETCH(QString, name);
    const Json request = parsed(wiretest::recording(QStringLiteral("ollama"), name).request());
    const Json chat = sent(wire::ollama::generateCodec(), request);
    QCOMPARE(test::ollamaRequestFaults(chat).join(u'\n'), QString());
    QCOMPARE(chat["messages"].size(), 1);
    QCOMPARE(chat["messages"].at(0)["content"], request["prompt"]);
    QCOMPARE(chat["stream"], request["stream"]);
    // Fields that nobody knows go on as they came.
    QCOMPARE(chat["thinking"], request["thinking"]);
}

void TstOllamaRequests::everyFieldMakesTheTrip()
{
    const Json request = parsed(R"({"model":"m","messages":[
        {"role":"system","content":"Be brief."},
        {"role":"user","content":"What is this?","images":["iVBORw0KGgo="],"extra":1},
        {"role":"assistant","content":"","thinking":"a picture","tool_calls":[
            {"id":"call_1","function":{"index":0,"name":"look","arguments":{"b":1,"a":0.70}}}]},
        {"role":"tool","content":"a cat","tool_name":"look","tool_call_id":"call_1"}],
        "tools":[{"type":"function","function":{"name":"look","description":"Looks",
            "parameters":{"type":"object","properties":{"a":{"type":"number"}}}}}],
        "format":{"type":"object","properties":{}},"stream":false,"think":"high",
        "keep_alive":"10m","truncate":true,"logprobs":true,"top_logprobs":2,
        "options":{"num_ctx":8192,"num_predict":77,"temperature":0.10,"top_p":0.9,"top_k":40,
            "min_p":0.05,"seed":7,"stop":["a","b"],"presence_penalty":1.5,
            "frequency_penalty":0.5,"mirostat":1}})");
    const QStringList ordered{QStringLiteral("arguments"), QStringLiteral("parameters"),
                              QStringLiteral("format")};
    const Json again = sent(codec(), request);
    QCOMPARE(wiretest::differences(again, request, ordered).join(u'\n'), QString());
    QCOMPARE(test::ollamaRequestFaults(again).join(u'\n'), QString());
    QVERIFY(again.toJson().contains("0.70"));
}

void TstOllamaRequests::streamIsTheDefault()
{
    const QByteArray body = chatWith(R"("options":null)");
    QVERIFY(codec().decodeRequest(parsed(body))->request.stream);
    QVERIFY(wire::readFacts(chat::Format::Ollama, body)->stream);
    const QByteArray off = chatWith(R"("stream":false)");
    QVERIFY(!codec().decodeRequest(parsed(off))->request.stream);
    QVERIFY(!wire::readFacts(chat::Format::Ollama, off)->stream);
}

void TstOllamaRequests::callsAndResultsPairByNameAndOrder()
{
    const Json body = parsed(R"({"model":"m","messages":[{"role":"user","content":"hi"},
        {"role":"assistant","content":"","tool_calls":[
            {"function":{"name":"a","arguments":{"n":1}}},
            {"function":{"name":"b","arguments":{}}},
            {"function":{"name":"a","arguments":{"n":2}}}]},
        {"role":"tool","content":"of b","tool_name":"b"},
        {"role":"tool","content":"of a 1","tool_name":"a"},
        {"role":"tool","content":"of a 2"}]})");
    const auto decoded = codec().decodeRequest(body);
    QVERIFY(decoded);
    const auto &messages = decoded->request.messages;
    QByteArrayList ids;
    for (const chat::Part &part : messages[1].parts)
        ids.append(part.as<chat::ToolCallPart>()->id);
    QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 3);
    const auto result = [&](size_t at) { return messages[at].parts[0].as<chat::ToolResultPart>(); };
    QCOMPARE(result(2)->callId, ids[1]);
    QCOMPARE(result(3)->callId, ids[0]);
    QCOMPARE(result(4)->callId, ids[2]);
    QCOMPARE(result(4)->name, QByteArray("a"));
    // The same history gives the same ids, and no ids where the client wrote none.
    QVERIFY(codec().decodeRequest(body)->request == decoded->request);
    QVERIFY(!sent(codec(), body).toJson().contains("call_"));
    // An upstream that pairs by id gets its pairs.
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const Json chat = parsed(openAi.encodeRequest(decoded->request, {})->body);
    QCOMPARE(chat["messages"].at(2)["tool_call_id"].toBytes(), ids[0]);
    QCOMPARE(chat["messages"].at(2)["content"], Json("of a 1"));
}

void TstOllamaRequests::resultsWithoutACallAreKeptAsText()
{
    wire::Losses losses;
    const Json again = sent(codec(), parsed(R"({"model":"m","messages":[
        {"role":"user","content":"hi"},{"role":"tool","content":"lost","tool_name":"a"}]})"),
                            {}, &losses);
    QCOMPARE(test::ollamaRequestFaults(again).join(u'\n'), QString());
    QVERIFY(again.toJson().contains("lost"));
    QVERIFY(!losses.isEmpty());
    // Nothing else was said: the list is not empty all the same.
    const Json silent =
        sent(codec(), parsed(R"({"model":"m","messages":[{"role":"tool","content":""}]})"));
    QCOMPARE(test::ollamaRequestFaults(silent).join(u'\n'), QString());
}

void TstOllamaRequests::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *field, const QByteArray &body) {
        QTest::newRow(field) << body << QString::fromLatin1(field);
    };
    const auto message = [](const QByteArray &fields) {
        return R"({"model":"m","messages":[{"role":"user","content":"hi"},{)" + fields + "}]}";
    };
    row("model", R"({"messages":[{"role":"user","content":"hi"}]})");
    row("messages", R"({"model":"m","messages":[]})");
    row("messages[1].role", message(R"("role":"robot","content":"")"));
    row("messages[1].content", message(R"("role":"user","content":[{"type":"text"}])"));
    row("messages[1].images[0]", message(R"("role":"user","content":"","images":["https://x"])"));
    row("messages[1].thinking", message(R"("role":"assistant","content":"","thinking":1)"));
    row("messages[1].tool_calls[0].function", message(R"("role":"assistant","tool_calls":[{}])"));
    row("messages[1].tool_calls[0].function.name",
        message(R"("role":"assistant","tool_calls":[{"function":{"arguments":{}}}])"));
    row("messages[1].tool_calls[0].function.arguments",
        message(R"("role":"assistant","tool_calls":[{"function":{"name":"a","arguments":"{}"}}])"));
    row("messages[1].tool_name", message(R"("role":"tool","content":"","tool_name":[])"));
    row("tools", chatWith(R"("tools":{})"));
    row("tools[0].type", chatWith(R"("tools":[{"type":"web"}])"));
    row("tools[0].function.name", chatWith(R"("tools":[{"function":{}}])"));
    row("tools[0].function.parameters",
        chatWith(R"("tools":[{"function":{"name":"a","parameters":[]}}])"));
    row("stream", chatWith(R"("stream":"no")"));
    row("format", chatWith(R"("format":"xml")"));
    row("think", chatWith(R"("think":"hard")"));
    row("keep_alive", chatWith(R"("keep_alive":[])"));
    row("options", chatWith(R"("options":[])"));
    row("options.temperature", chatWith(R"("options":{"temperature":"hot"})"));
    row("options.num_predict", chatWith(R"("options":{"num_predict":1.5})"));
    row("options.stop[1]", chatWith(R"("options":{"stop":["a",1]})"));
}

void TstOllamaRequests::wrongFieldsAreNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QCOMPARE(wrongField(codec(), body), field);
}

void TstOllamaRequests::wrongPromptsAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("no prompt") << QByteArray(R"({"model":"m"})") << QStringLiteral("prompt");
    QTest::newRow("prompt") << QByteArray(R"({"model":"m","prompt":["a"]})")
                            << QStringLiteral("prompt");
    QTest::newRow("context") << QByteArray(R"({"model":"m","prompt":"a","context":[1,2]})")
                             << QStringLiteral("context");
    QTest::newRow("raw") << QByteArray(R"({"model":"m","prompt":"a","raw":1})")
                         << QStringLiteral("raw");
    QTest::newRow("images") << QByteArray(R"({"model":"m","prompt":"a","images":["%"]})")
                            << QStringLiteral("images[0]");
}

void TstOllamaRequests::wrongPromptsAreNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QCOMPARE(wrongField(wire::ollama::generateCodec(), body), field);
}

void TstOllamaRequests::promptsKeepTheirSystemAndImages()
{
    wire::Losses losses;
    const Json chat = sent(wire::ollama::generateCodec(), parsed(R"({"model":"m","prompt":"what?",
        "system":"Be brief.","images":["data:image/png;base64,iVBORw0KGgo="],"raw":true,
        "template":"{{ .Prompt }}","options":{"num_predict":5},"think":false})"),
                           {}, &losses);
    const Json wanted = parsed(R"({"model":"m","messages":[{"role":"system","content":"Be brief."},
        {"role":"user","content":"what?","images":["iVBORw0KGgo="]}],"stream":true,"think":false,
        "options":{"num_predict":5}})");
    QCOMPARE(chat, wanted);
    QCOMPARE(losses.size(), 2);
    QCOMPARE(losses.at(0).path, QByteArray("template"));
    QCOMPARE(losses.at(1).path, QByteArray("raw"));
}

void TstOllamaRequests::suffixBecomesAnInstruction()
{
    wire::Losses losses;
    const Json chat =
        sent(wire::ollama::generateCodec(),
             parsed(R"({"model":"m","prompt":"def add(","suffix":"    return c"})"), {}, &losses);
    QVERIFY(chat["messages"].at(0)["content"].toBytes().endsWith("    return c"));
    QCOMPARE(chat["messages"].at(1)["content"], Json("def add("));
    QCOMPARE(losses.size(), 1);
}

void TstOllamaRequests::optionsOfTheCatalogOverrideSingleOnes()
{
    wire::Traits traits;
    traits.extraBody = R"({"options":{"num_ctx":32768},"keep_alive":"1h"})";
    traits.refusedFields = "think";
    const Json again = sent(
        codec(), parsed(chatWith(R"("options":{"num_ctx":1,"top_k":3},"think":true)")), traits);
    QCOMPARE(again["options"], parsed(R"({"num_ctx":32768,"top_k":3})"));
    QCOMPARE(again["keep_alive"], Json("1h"));
    QVERIFY(!again.contains("think"));
}

void TstOllamaRequests::thinkingIsSaidInEveryWay_data()
{
    QTest::addColumn<QByteArray>("chat");
    QTest::addColumn<QByteArray>("think");
    const auto row = [](const char *name, const char *chat, const char *think) {
        QTest::newRow(name) << QByteArray(chat) << QByteArray(think);
    };
    row("unsaid", R"("top_p":1)", "null");
    row("none", R"("reasoning_effort":"none")", "false");
    row("minimal", R"("reasoning_effort":"minimal")", R"("low")");
    row("medium", R"("reasoning_effort":"medium")", R"("medium")");
    row("xhigh", R"("reasoning_effort":"xhigh")", R"("high")");
}

void TstOllamaRequests::thinkingIsSaidInEveryWay()
{
    QFETCH(QByteArray, chat);
    QFETCH(QByteArray, think);
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    QCOMPARE(sent(openAi, parsed(chatWith(chat)))["think"], parsed(think));
    // Models that know only on and off.
    wire::Traits traits;
    traits.reasoningEffort = false;
    const Json plain = sent(openAi, parsed(chatWith(chat)), traits)["think"];
    QVERIFY(plain.isNull() || plain.isBool());
}

void TstOllamaRequests::theChoiceOfToolsNarrowsTheList()
{
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const QByteArray tools = R"("tools":[{"type":"function","function":{"name":"a"}},
        {"type":"function","function":{"name":"b"}}],"tool_choice":)";
    wire::Losses losses;
    const Json one =
        sent(openAi, parsed(chatWith(tools + R"({"type":"function","function":{"name":"b"}})")), {},
             &losses);
    QCOMPARE(one["tools"].size(), 1);
    QCOMPARE(one["tools"].at(0)["function"]["name"], Json("b"));
    QCOMPARE(losses.at(0).path, QByteArray("tool_choice"));
    QVERIFY(!sent(openAi, parsed(chatWith(tools + R"("none")"))).contains("tools"));
    losses.clear();
    QCOMPARE(sent(openAi, parsed(chatWith(tools + R"("auto")")), {}, &losses)["tools"].size(), 2);
    QVERIFY(losses.isEmpty());
}

void TstOllamaRequests::mediaThatOllamaCannotTakeAreRefused()
{
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const auto decoded = openAi.decodeRequest(parsed(R"({"model":"m","messages":[{"role":"user",
        "content":[{"type":"text","text":"?"},
        {"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]}]})"));
    const auto encoded = codec().encodeRequest(decoded->request, {});
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
    QCOMPARE(encoded.error().field, QStringLiteral("messages[0].content[1]"));
}

void TstOllamaRequests::recordedRequestsOfOthersAreAccepted_data()
{
    wiretest::addRequestRows({QStringLiteral("openai-chat"), QStringLiteral("anthropic"),
                              QStringLiteral("openai-responses")});
}

void TstOllamaRequests::recordedRequestsOfOthersAreAccepted()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    const auto request = wiretest::decodedRequest(format, name);
    QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
    QVERIFY(!request->messages.empty());
    const auto encoded = codec().encodeRequest(*request, {});
    if (!encoded) {
        QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
        QVERIFY(!encoded.error().field.isEmpty());
        return;
    }
    QCOMPARE(test::ollamaRequestFaults(parsed(encoded->body)).join(u'\n'), QString());
}

OMNI_TEST(TstOllamaRequests)
#include "tst_ollamarequests.moc"

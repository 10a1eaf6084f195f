// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/translate.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/awsmessage.h"
#include "tests/support/conversevalidator.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using wiretest::parsed;

namespace {

const QString Folder = QStringLiteral("aws-eventstream");

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::BedrockConverse);
}

/// Titan's own interface uses the framing only.
bool isConverse(const wiretest::Recording &each)
{
    return !each.name.contains(QStringLiteral("titan-invoke"));
}

wire::Traits permissive()
{
    wire::Traits traits;
    traits.cacheMarks = true;
    return traits;
}

Json sent(const wire::Codec &from, const Json &body, const wire::Traits &traits = permissive(),
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

/// The schema stands as text in the body: only its value counts.
Json withSchemaAsValue(Json body)
{
    const Json schema = body["outputConfig"]["textFormat"]["structure"]["jsonSchema"]["schema"];
    if (schema.isString())
        body.set("outputConfig", parsed(schema.toBytes()));
    return body;
}

} // namespace

class TstBedrock : public QObject
{
    Q_OBJECT

private slots:
    void recordedRequestsMakeTheTrip_data() { wiretest::addRows(Folder, isConverse); }
    void recordedRequestsMakeTheTrip();
    void everyBlockMakesTheTrip();
    void aTurnOfForeignThinkingLeavesNoGap();
    void unknownSystemBlocksAreNamedToOthers();
    void requestsOfOthersAreAccepted_data();
    void requestsOfOthersAreAccepted();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void mediaThatConverseCannotTakeAreRefused();
    void thinkingIsAskedInTheModelsWords();
    void cacheMarksAreAtMostFour();
    void recordedStreamsSayWhatTheirEventsSay_data() { wiretest::addRows(Folder, isConverse); }
    void recordedStreamsSayWhatTheirEventsSay();
    void streamsGoToEveryDialect_data() { wiretest::addRows(Folder, isConverse); }
    void streamsGoToEveryDialect();
    void thinkingKeepsItsSignature();
    void exceptionsEndTheStream_data();
    void exceptionsEndTheStream();
    void brokenStreamsFail_data();
    void brokenStreamsFail();
    void wholeAnswersAreRead();
    void clientsAreNotServed();
};

void TstBedrock::recordedRequestsMakeTheTrip()
{
    QFETCH(QString, name);
    const Json request = parsed(wiretest::recording(Folder, name).request());
    wire::Losses losses;
    const Json again = sent(codec(), request, permissive(), &losses);
    QCOMPARE(wiretest::differences(withSchemaAsValue(again), withSchemaAsValue(request),
                                   {QStringLiteral("json")})
                 .join(u'\n'),
             QString());
    QCOMPARE(test::converseRequestFaults(again).join(u'\n'), QString());
    QVERIFY(losses.isEmpty());
}

void TstBedrock::everyBlockMakesTheTrip()
{
    const Json request =
        parsed(R"({"system":[{"text":"Be brief."},{"cachePoint":{"type":"default"}}],
        "messages":[{"role":"user","content":[{"text":"Look"},
            {"image":{"format":"png","source":{"bytes":"iVBORw0KGgo="}}},
            {"document":{"format":"pdf","name":"a-[1]","source":{"bytes":"JVBERi0="}}}]},
        {"role":"assistant","content":[
            {"reasoningContent":{"reasoningText":{"text":"hm","signature":"c2ln"}}},
            {"reasoningContent":{"redactedContent":"c2VjcmV0"}},
            {"text":"I look."},
            {"toolUse":{"toolUseId":"tooluse_1","name":"look","input":{"b":1.50,"a":[]}}}]},
        {"role":"user","content":[{"toolResult":{"toolUseId":"tooluse_1",
            "content":[{"json":{"found":1}},{"text":"one"}],"status":"error"}},
            {"guardContent":{"text":{"text":"x"}}}]}],
        "inferenceConfig":{"maxTokens":9,"temperature":0.10,"topP":1,"stopSequences":["x"],
            "newField":1},
        "toolConfig":{"tools":[{"toolSpec":{"name":"look","description":"Looks",
            "inputSchema":{"json":{"type":"object","properties":{}}},"strict":true}},
            {"cachePoint":{"type":"default"}}],"toolChoice":{"tool":{"name":"look"}}},
        "additionalModelRequestFields":{"top_k":5},"requestMetadata":{"a":"b"}})");
    const Json again = sent(codec(), request);
    QCOMPARE(wiretest::differences(again, request, {QStringLiteral("input")}).join(u'\n'),
             QString());
    QVERIFY(again.toJson().contains("1.50"));
}

void TstBedrock::aTurnOfForeignThinkingLeavesNoGap()
{
    chat::ChatRequest request{.model = "m"};
    request.messages.push_back(
        {.role = chat::Role::User, .parts = {chat::ReasoningPart{.text = "hm"}}});
    const Json alone = parsed(codec().encodeRequest(request, {})->body);
    QCOMPARE(test::converseRequestFaults(alone).join(u'\n'), QString());
    request.messages.push_back(
        {.role = chat::Role::Assistant, .parts = {chat::TextPart{.text = "a"}}});
    request.messages.push_back(
        {.role = chat::Role::User,
         .parts = {chat::OpaquePart{chat::Format::Gemini, Json::object({{"x", 1}})}}});
    request.messages.push_back(
        {.role = chat::Role::Assistant, .parts = {chat::TextPart{.text = "b"}}});
    const Json body = parsed(codec().encodeRequest(request, {})->body);
    QCOMPARE(test::converseRequestFaults(body).join(u'\n'), QString());
    QCOMPARE(body["messages"].size(), 2);
}

void TstBedrock::unknownSystemBlocksAreNamedToOthers()
{
    const auto decoded = codec().decodeRequest(
        parsed(R"({"system":[{"odd":1}],"messages":[{"role":"user","content":[{"text":"a"}]}]})"));
    QVERIFY(decoded);
    const auto encoded =
        wire::codecFor(chat::Format::Anthropic)->encodeRequest(decoded->request, {});
    QVERIFY(encoded);
    QVERIFY(std::any_of(encoded->losses.begin(), encoded->losses.end(),
                        [](const auto &loss) { return loss.path == "messages[0].content[0]"; }));
}

void TstBedrock::requestsOfOthersAreAccepted_data()
{
    wiretest::addRequestRows({QStringLiteral("openai-chat"), QStringLiteral("anthropic"),
                              QStringLiteral("ollama"), QStringLiteral("openai-responses")});
}

void TstBedrock::requestsOfOthersAreAccepted()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    const auto request = wiretest::decodedRequest(format, name);
    QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
    QVERIFY(!request->messages.empty());
    const auto encoded = codec().encodeRequest(*request, permissive());
    if (!encoded) {
        QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
        QVERIFY(!encoded.error().field.isEmpty());
        return;
    }
    QCOMPARE(test::converseRequestFaults(parsed(encoded->body)).join(u'\n'), QString());
}

void TstBedrock::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *field, const char *body) {
        QTest::newRow(field) << QByteArray(body) << QString::fromLatin1(field);
    };
    const auto block = [](const char *field, const QByteArray &block) {
        QTest::newRow(field) << R"({"messages":[{"role":"user","content":[)" + block + "]}]}"
                             << QStringLiteral("messages[0].content[0].") +
                                    QString::fromLatin1(field);
    };
    row("messages", R"({"messages":[]})");
    row("messages[0].role", R"({"messages":[{"role":"system","content":[]}]})");
    row("messages[0].content", R"({"messages":[{"role":"user","content":"hi"}]})");
    row("inferenceConfig.maxTokens",
        R"({"messages":[{"role":"user","content":[]}],"inferenceConfig":{"maxTokens":"a"}})");
    row("inferenceConfig.stopSequences[0]",
        R"({"messages":[{"role":"user","content":[]}],"inferenceConfig":{"stopSequences":[1]}})");
    row("additionalModelRequestFields",
        R"({"messages":[{"role":"user","content":[]}],"additionalModelRequestFields":"x"})");
    row("toolConfig.tools[0].toolSpec.inputSchema",
        R"({"messages":[{"role":"user","content":[]}],
        "toolConfig":{"tools":[{"toolSpec":{"name":"a"}}]}})");
    block("text", R"({"text":1})");
    block("image.format", R"({"image":{"format":"tiff","source":{"bytes":"aa"}}})");
    block("image.source", R"({"image":{"format":"png","source":{}}})");
    block("toolUse.input", R"({"toolUse":{"toolUseId":"a","name":"b","input":"{}"}})");
    block("toolResult.content", R"({"toolResult":{"toolUseId":"a"}})");
    block("reasoningContent", R"({"reasoningContent":{}})");
}

void TstBedrock::wrongFieldsAreNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto decoded = codec().decodeRequest(parsed(body));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().field, field);
}

void TstBedrock::mediaThatConverseCannotTakeAreRefused()
{
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const auto decoded = openAi.decodeRequest(parsed(R"({"model":"m","messages":[{"role":"user",
        "content":[{"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]}]})"));
    const auto encoded = codec().encodeRequest(decoded->request, {});
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
    QCOMPARE(encoded.error().field, QStringLiteral("messages[0].content[0]"));
}

void TstBedrock::thinkingIsAskedInTheModelsWords()
{
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const Json body = parsed(R"({"model":"m","reasoning_effort":"medium","temperature":0.5,
        "max_tokens":100,"messages":[{"role":"user","content":"hi"}]})");
    const Json thinks = sent(openAi, body);
    const qint64 budget =
        thinks["additionalModelRequestFields"]["thinking"]["budget_tokens"].toInt();
    QVERIFY(budget >= 1024);
    QVERIFY(thinks["inferenceConfig"]["maxTokens"].toInt() > budget);
    QVERIFY(!thinks["inferenceConfig"].contains("temperature"));
    wire::Traits traits;
    traits.reasoningEffort = false;
    wire::Losses losses;
    const Json plain = sent(openAi, body, traits, &losses);
    QVERIFY(!plain.contains("additionalModelRequestFields"));
    QCOMPARE(losses.at(0).path, QByteArray("thinking"));
}

void TstBedrock::cacheMarksAreAtMostFour()
{
    Json content = Json::array();
    for (int i = 0; i < 6; ++i)
        content.append(
            parsed(R"({"type":"text","text":"a","cache_control":{"type":"ephemeral"}})"));
    const Json body = Json::object(
        {{"model", "m"},
         {"max_tokens", 5},
         {"messages", Json::array({Json::object({{"role", "user"}, {"content", content}})})}});
    const wire::Codec &claude = *wire::codecFor(chat::Format::Anthropic);
    const Json again = sent(claude, body);
    QCOMPARE(test::converseRequestFaults(again).join(u'\n'), QString());
    QCOMPARE(again.toJson().count("cachePoint"), 4);
    QCOMPARE(sent(claude, body, {}).toJson().count("cachePoint"), 0);
}

void TstBedrock::recordedStreamsSayWhatTheirEventsSay()
{
    QFETCH(QString, name);
    const wiretest::Recording recording = wiretest::recording(Folder, name);
    const QByteArray bytes = recording.response();
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), bytes);
    for (const qsizetype cut : {1, 2, 3, 7, 64, 1000})
        QVERIFY(wiretest::eventsOfStream(codec(), bytes, cut) == events);
    QFile file(recording.folder + QStringLiteral("/response.events.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Json sentEvents = parsed(file.readAll());
    QByteArray text;
    QByteArray input;
    Json usage;
    QByteArray reason;
    for (const Json &event : (sentEvents.isArray() ? sentEvents : sentEvents["events"]).items()) {
        const Json &payload = event["payload"];
        text += payload["delta"]["text"].toBytes();
        input += payload["delta"]["toolUse"]["input"].toBytes();
        if (payload.contains("usage"))
            usage = payload["usage"];
        if (payload.contains("stopReason"))
            reason = payload["stopReason"].toBytes();
    }
    const chat::ResponseBuilder builder = wiretest::built(events);
    QVERIFY(builder.isFinished());
    const chat::Choice &choice = builder.response().choices.at(0);
    QByteArray said;
    QByteArray called;
    for (const chat::Part &part : choice.message.parts) {
        if (const auto *words = part.as<chat::TextPart>())
            said += words->text;
        if (const auto *call = part.as<chat::ToolCallPart>())
            called += call->arguments;
    }
    QCOMPARE(said, text);
    QVERIFY(input.endsWith(called));
    QCOMPARE(builder.response().usage.input, usage["inputTokens"].asInt());
    QCOMPARE(builder.response().usage.output, usage["outputTokens"].asInt());
    QVERIFY(!builder.response().usage.isEstimated);
    QCOMPARE(choice.finish, reason == "tool_use"               ? chat::FinishReason::ToolCalls
                            : reason == "guardrail_intervened" ? chat::FinishReason::ContentFilter
                                                               : chat::FinishReason::Stop);
}

void TstBedrock::streamsGoToEveryDialect()
{
    QFETCH(QString, name);
    const chat::StreamEvents events =
        wiretest::eventsOfStream(codec(), wiretest::recording(Folder, name).response());
    const auto said = [&](chat::Format format) {
        return wiretest::encoded(*wire::codecFor(format), events, {"alias", true, "id_1", 5});
    };
    QCOMPARE(test::openAiStreamFaults(said(chat::Format::OpenAiChat), true).join(u'\n'), QString());
    QCOMPARE(test::anthropicStreamFaults(said(chat::Format::Anthropic)).join(u'\n'), QString());
    QCOMPARE(test::ollamaStreamFaults(said(chat::Format::Ollama)).join(u'\n'), QString());
}

void TstBedrock::thinkingKeepsItsSignature()
{
    const QByteArray bytes =
        test::awsEvent("messageStart", R"({"role":"assistant"})") +
        test::awsEvent("contentBlockDelta",
                       R"({"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"hm"}}})") +
        test::awsEvent(
            "contentBlockDelta",
            R"({"contentBlockIndex":0,"delta":{"reasoningContent":{"signature":"s"}}})") +
        test::awsEvent("contentBlockStop", R"({"contentBlockIndex":0})") +
        test::awsEvent("contentBlockDelta", R"({"contentBlockIndex":1,"delta":{"text":"hi"}})") +
        test::awsEvent("contentBlockStop", R"({"contentBlockIndex":1})") +
        test::awsEvent("messageStop", R"({"stopReason":"max_tokens"})");
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), bytes);
    // The usage did not come any more: the answer is whole all the same.
    QCOMPARE(wiretest::summary(events), QByteArray("reasoning(hm) text(hi) #3"));
    const chat::Message message = wiretest::built(events).response().choices.at(0).message;
    const auto *thought = message.parts.at(0).as<chat::ReasoningPart>();
    QCOMPARE(thought->signature, QByteArray("s"));
    QCOMPARE(thought->origin, std::optional(chat::Format::BedrockConverse));
    // The next turn brings it back.
    chat::ChatRequest request{.model = "m"};
    request.messages.push_back({.role = chat::Role::User, .parts = {chat::TextPart{.text = "a"}}});
    request.messages.push_back(message);
    request.messages.push_back({.role = chat::Role::User, .parts = {chat::TextPart{.text = "b"}}});
    const Json body = parsed(codec().encodeRequest(request, {})->body);
    QCOMPARE(body["messages"].at(1)["content"].at(0)["reasoningContent"]["reasoningText"],
             Json::object({{"text", "hm"}, {"signature", "s"}}));
}

void TstBedrock::exceptionsEndTheStream_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *message, base::ErrorCode code, int status) {
        QTest::addRow("%s %s", name, message)
            << QByteArray(name) << QByteArray(message) << int(code) << status;
    };
    row("throttlingException", "Too many requests", base::ErrorCode::RateLimited, 429);
    row("validationException", "The text field is blank", base::ErrorCode::InvalidRequest, 400);
    row("validationException", "Input is too long for requested model.",
        base::ErrorCode::ContextTooLong, 400);
    row("serviceUnavailableException", "", base::ErrorCode::Overloaded, 503);
    row("modelStreamErrorException", "oops", base::ErrorCode::UpstreamFailed, 502);
    row("internalServerException", "oops", base::ErrorCode::UpstreamFailed, 500);
    row("unheardOfException", "oops", base::ErrorCode::UpstreamFailed, 502);
}

void TstBedrock::exceptionsEndTheStream()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, message);
    QFETCH(int, code);
    QFETCH(int, status);
    const QByteArray body = Json::object({{"message", message}}).toJson();
    const chat::StreamEvents events = wiretest::eventsOfStream(
        codec(), test::awsEvent("messageStart", R"({"role":"assistant"})") +
                     test::awsException(name, body) + test::awsEvent("messageStop", "{}"));
    const auto error = wiretest::built(events).error();
    QVERIFY(error);
    QCOMPARE(int(error->code), code);
    QCOMPARE(error->upstreamStatus, status);
    QVERIFY(!error->detail.isEmpty());
    // As a body it means the same.
    const base::Error whole = codec().decodeError(
        status, Json::object({{"__type", "com.amazon#" + name}, {"message", message}}).toJson());
    QCOMPARE(int(whole.code), code);
    QVERIFY(std::holds_alternative<chat::event::Failed>(events.back()));
}

void TstBedrock::brokenStreamsFail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray text =
        test::awsEvent("contentBlockDelta", R"({"contentBlockIndex":0,"delta":{"text":"a"}})");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << text;
    QTest::newRow("no JSON") << text + test::awsEvent("contentBlockDelta", "{");
    QTest::newRow("a list") << test::awsEvent("contentBlockDelta", "[]");
    QTest::newRow("error") << text + test::awsMessage(test::awsHeader(":message-type", "error") +
                                                          test::awsHeader(":error-code", "Odd"),
                                                      {});
}

void TstBedrock::brokenStreamsFail()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(wiretest::built(wiretest::eventsOfStream(codec(), bytes)).error());
}

void TstBedrock::wholeAnswersAreRead()
{
    const auto answer = codec().decodeResponse(parsed(R"({"output":{"message":{"role":"assistant",
        "content":[{"text":"hi"},{"toolUse":{"toolUseId":"t","name":"n","input":{"a":1}}}]}},
        "stopReason":"tool_use","usage":{"inputTokens":5,"outputTokens":6,"totalTokens":21,
        "cacheReadInputTokens":10},"metrics":{"latencyMs":1}})"));
    QVERIFY(answer);
    QCOMPARE(wiretest::summary(chat::eventsOf(*answer)),
             QByteArray("text(hi) call(t n {\"a\":1}) #4"));
    QCOMPARE(answer->usage.input, std::optional<qint64>(15));
    QCOMPARE(answer->usage.cachedRead, std::optional<qint64>(10));
    QVERIFY(!answer->usage.total);
    QVERIFY(!codec().decodeResponse(parsed(R"({"message":"no"})")));
    QVERIFY(!codec().decodeResponse(parsed("[]")));
}

void TstBedrock::clientsAreNotServed()
{
    QVERIFY(!codec().servesClients());
    QVERIFY(wire::codecFor(chat::Format::OpenAiChat)->servesClients());
    const auto refused =
        wire::translateResponse(chat::Format::OpenAiChat, chat::Format::BedrockConverse, "{}", {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
    QVERIFY(!wire::translateStream(chat::Format::OpenAiChat, chat::Format::Kiro, "", {}));
}

OMNI_TEST(TstBedrock)
#include "tst_bedrock.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/kiro/codec.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/awsmessage.h"
#include "tests/support/kirovalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using test::awsEvent;
using wiretest::parsed;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::Kiro);
}

Json sent(const QByteArray &chat, wire::Losses *losses = nullptr)
{
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const auto decoded = openAi.decodeRequest(parsed(chat));
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = codec().encodeRequest(decoded->request, {});
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = encoded->losses;
    return parsed(encoded->body);
}

QByteArray said(const QByteArray &text)
{
    return awsEvent("assistantResponseEvent", Json::object({{"content", text}}).toJson());
}

QByteArray use(const QByteArray &fields)
{
    return awsEvent("toolUseEvent", '{' + fields + '}');
}

} // namespace

class TstKiro : public QObject
{
    Q_OBJECT

private slots:
    void aToolLoopHasItsPlaces();
    void emptyTurnsAreFilled();
    void imagesGoInline();
    void conversationsKeepTheirId();
    void profilesAreAddedByTheAccount();
    void whatKiroLacksIsNoted();
    void requestsOfOthersAreAccepted_data();
    void requestsOfOthersAreAccepted();
    void streamsAreRead_data();
    void streamsAreRead();
    void usageIsMeasuredOrEstimated();
    void refusalsAreSorted_data();
    void refusalsAreSorted();
    void brokenStreamsFail_data();
    void brokenStreamsFail();
};

void TstKiro::aToolLoopHasItsPlaces()
{
    const Json body = sent(R"({"model":"claude-sonnet-4.5","messages":[
        {"role":"system","content":"Be brief."},{"role":"user","content":"look"},
        {"role":"assistant","content":null,"tool_calls":[
            {"id":"call:1","type":"function","function":{"name":"a","arguments":"{\"n\":1.50}"}},
            {"id":"call_2","type":"function","function":{"name":"b","arguments":""}}]},
        {"role":"tool","tool_call_id":"call_2","content":"two"},
        {"role":"tool","tool_call_id":"call:1","content":"one"}],
        "tools":[{"type":"function","function":{"name":"a"}},
            {"type":"function","function":{"name":"b","description":"B","parameters":
            {"type":"object","properties":{},"required":["x"]}}}]})");
    QCOMPARE(test::kiroRequestFaults(body).join(u'\n'), QString());
    const Json &state = body["conversationState"];
    QCOMPARE(state["history"].size(), 2);
    const Json first = state["history"].at(0)["userInputMessage"];
    QVERIFY(first["content"].toBytes().contains("Be brief."));
    QVERIFY(first["content"].toBytes().endsWith("look"));
    const Json uses = state["history"].at(1)["assistantResponseMessage"]["toolUses"];
    QCOMPARE(uses.at(0)["input"].toJson(), QByteArray("{\"n\":1.50}"));
    QCOMPARE(uses.at(1)["input"], Json::object());
    const Json context = state["currentMessage"]["userInputMessage"]["userInputMessageContext"];
    QCOMPARE(context["toolResults"].at(0)["toolUseId"], uses.at(0)["toolUseId"]);
    QCOMPARE(context["toolResults"].at(0)["content"].at(0)["text"], Json("one"));
    const Json spec = context["tools"].at(0)["toolSpecification"];
    QCOMPARE(spec["description"], Json("Tool: a"));
    QCOMPARE(spec["inputSchema"]["json"]["required"], Json::array());
}

void TstKiro::emptyTurnsAreFilled()
{
    // Begins and ends with the assistant, and says nothing once.
    const Json body = sent(R"({"model":"m","messages":[{"role":"assistant","content":"hello"},
        {"role":"user","content":"a"},{"role":"user","content":"b"},
        {"role":"assistant","content":""}]})");
    QCOMPARE(test::kiroRequestFaults(body).join(u'\n'), QString());
    const Json &history = body["conversationState"]["history"];
    QCOMPARE(history.at(0)["userInputMessage"]["content"], Json("continue"));
    QCOMPARE(history.at(2)["userInputMessage"]["content"], Json("a\n\nb"));
    QCOMPARE(history.at(3)["assistantResponseMessage"]["content"], Json("..."));
}

void TstKiro::imagesGoInline()
{
    wire::Losses losses;
    const Json body = sent(R"({"model":"m","messages":[{"role":"user","content":[
        {"type":"text","text":"?"},
        {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,iVBORw0KGgo="}},
        {"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]}]})",
                           &losses);
    QCOMPARE(test::kiroRequestFaults(body).join(u'\n'), QString());
    const Json message = body["conversationState"]["currentMessage"]["userInputMessage"];
    QCOMPARE(message["images"].size(), 1);
    // What the bytes are counts.
    QCOMPARE(message["images"].at(0)["format"], Json("png"));
    QCOMPARE(message["content"], Json("?\n\n[image: https://example.org/a.png]"));
    QCOMPARE(losses.size(), 1);
}

void TstKiro::conversationsKeepTheirId()
{
    const auto idOf = [](const QByteArray &rest) {
        return sent(R"({"model":"m","messages":[{"role":"user","content":"a"})" + rest +
                    "]}")["conversationState"]["conversationId"];
    };
    const QByteArray more = R"(,{"role":"assistant","content":"b"},{"role":"user","content":"c"})";
    QCOMPARE(idOf({}), idOf(more));
    QVERIFY(idOf({}) !=
            sent(R"({"model":"m","messages":[{"role":"user","content":"b"}]})")["conversationState"]
                                                                               ["conversationId"]);
}

void TstKiro::profilesAreAddedByTheAccount()
{
    const QByteArray body = R"({"conversationState":{}})";
    QCOMPARE(wire::kiro::withProfile(body, {}), body);
    const Json with = parsed(wire::kiro::withProfile(body, "arn:aws:x"));
    QCOMPARE(with["profileArn"], Json("arn:aws:x"));
    QVERIFY(with.contains("conversationState"));
}

void TstKiro::whatKiroLacksIsNoted()
{
    wire::Losses losses;
    const Json body = sent(R"({"model":"m","messages":[{"role":"user","content":"a"}],
        "temperature":1,"max_tokens":5,"stop":["x"],"n":2,"reasoning_effort":"low",
        "response_format":{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object",
        "properties":{"answer":{"type":"string"}}}}},
        "tools":[{"type":"function","function":{"name":"a"}}],"tool_choice":"required"})",
                           &losses);
    QByteArrayList paths;
    for (const wire::Loss &loss : losses)
        paths.append(loss.path);
    for (const char *path : {"sampling", "max_tokens", "stop", "n", "reasoning_effort",
                             "response_format", "tool_choice"})
        QVERIFY2(paths.contains(path), path);
    QVERIFY(body.toJson().contains("answer"));
}

void TstKiro::requestsOfOthersAreAccepted_data()
{
    wiretest::addRequestRows({QStringLiteral("openai-chat"), QStringLiteral("anthropic"),
                              QStringLiteral("ollama"), QStringLiteral("openai-responses")});
}

void TstKiro::requestsOfOthersAreAccepted()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    const auto request = wiretest::decodedRequest(format, name);
    QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
    QVERIFY(!request->messages.empty());
    const auto encoded = codec().encodeRequest(*request, {});
    if (!encoded) {
        QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
        return;
    }
    QCOMPARE(test::kiroRequestFaults(parsed(encoded->body)).join(u'\n'), QString());
}

void TstKiro::streamsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("summary");
    QTest::newRow("text, no stop event")
        << said("Hel") + said("lo") << QByteArray("text(Hello) #1");
    QTest::newRow("with a stop event")
        << said("a") + awsEvent("messageStopEvent", "{}") << QByteArray("text(a) #1");
    QTest::newRow("only a stop event") << awsEvent("messageStopEvent", "") << QByteArray("#1");
    QTest::newRow("code") << said("a") + awsEvent("codeEvent", R"({"content":"b"})")
                          << QByteArray("text(ab) #1");
    QTest::newRow("wrapped") << awsEvent("assistantResponseEvent",
                                         R"({"assistantResponseEvent":{"content":"a"}})")
                             << QByteArray("text(a) #1");
    QTest::newRow("thinking") << awsEvent("reasoningContentEvent", R"({"text":"h"})") +
                                     awsEvent("reasoningContentEvent", R"({"text":"m"})") +
                                     awsEvent("reasoningContentEvent", R"({"signature":"s"})") +
                                     said("a")
                              << QByteArray("reasoning(hm) text(a) #1");
    QTest::newRow("a call in pieces")
        << said("I look.") + use(R"("toolUseId":"t1","name":"look","input":"{\"a\":")") +
               use(R"("toolUseId":"t1","name":"look","input":"1}")") +
               use(R"("toolUseId":"t1","name":"look","input":"","stop":true)")
        << QByteArray("text(I look.) call(t1 look {\"a\":1}) #4");
    QTest::newRow("two calls, one as an object, no stop")
        << use(R"("toolUseId":"t1","name":"a","input":{"x":1.50},"stop":true)") +
               use(R"("toolUseId":"t2","name":"b")")
        << QByteArray("call(t1 a {\"x\":1.50}) call(t2 b ) #4");
    QTest::newRow("events nobody needs")
        << awsEvent("followupPromptEvent", R"({"followupPrompt":{"content":"x"}})") + said("a") +
               awsEvent("supplementaryWebLinksEvent", "{}") + awsEvent("brandNewEvent", "{}")
        << QByteArray("text(a) #1");
}

void TstKiro::streamsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, summary);
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), bytes);
    QCOMPARE(wiretest::summary(events), summary);
    for (qsizetype cut = 1; cut < 40; ++cut)
        QVERIFY(wiretest::eventsOfStream(codec(), bytes, cut) == events);
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const wire::Codec &claude = *wire::codecFor(chat::Format::Anthropic);
    const QByteArray chunks = wiretest::encoded(openAi, events, {"alias", true, "chatcmpl-1", 5});
    QCOMPARE(test::openAiStreamFaults(chunks, true).join(u'\n'), QString());
    const QByteArray blocks = wiretest::encoded(claude, events, {"alias", true, "msg_1", 5});
    QCOMPARE(test::anthropicStreamFaults(blocks).join(u'\n'), QString());
}

void TstKiro::usageIsMeasuredOrEstimated()
{
    const auto usageOf = [](const QByteArray &bytes) {
        return wiretest::built(wiretest::eventsOfStream(codec(), bytes)).response().usage;
    };
    const QByteArray share = awsEvent("contextUsageEvent", R"({"contextUsagePercentage":1.5})");
    const QByteArray metering = awsEvent("meteringEvent", R"({"unit":"credit","usage":0.1})");
    const chat::Usage guessed = usageOf(said("12345678") + share + metering);
    QVERIFY(guessed.isEstimated);
    QCOMPARE(guessed.input, std::optional<qint64>(3000));
    QCOMPARE(guessed.output, std::optional<qint64>(2));
    const chat::Usage counted = usageOf(
        said("a") + share + awsEvent("metricsEvent", R"({"inputTokens":7,"outputTokens":8})"));
    QVERIFY(!counted.isEstimated);
    QCOMPARE(counted.input, std::optional<qint64>(7));
    QCOMPARE(counted.output, std::optional<qint64>(8));
    const chat::Usage cached =
        usageOf(said("a") + awsEvent("metadataEvent", R"({"tokenUsage":{"uncachedInputTokens":3,
            "cacheReadInputTokens":10,"outputTokens":2,"totalTokens":15}})"));
    QVERIFY(!cached.isEstimated);
    QCOMPARE(cached.input, std::optional<qint64>(13));
    QCOMPARE(cached.cachedRead, std::optional<qint64>(10));
    // Without any sign the input is unknown, never zero.
    QVERIFY(!usageOf(said("a")).input);
}

void TstKiro::refusalsAreSorted_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, base::ErrorCode code) {
        QTest::addRow("%s %s", name, body) << QByteArray(name) << QByteArray(body) << int(code);
    };
    row("ThrottlingException", R"({"message":"slow"})", base::ErrorCode::RateLimited);
    row("ThrottlingException", R"({"message":"busy","reason":"INSUFFICIENT_MODEL_CAPACITY"})",
        base::ErrorCode::Overloaded);
    row("ServiceQuotaExceededException", R"({"message":"x","reason":"MONTHLY_REQUEST_COUNT"})",
        base::ErrorCode::QuotaExhausted);
    row("ContentLengthExceededException", "{}", base::ErrorCode::ContextTooLong);
    row("ValidationException", R"({"reason":"CONTENT_LENGTH_EXCEEDS_THRESHOLD"})",
        base::ErrorCode::ContextTooLong);
    row("AccessDeniedException",
        R"({"message":"The bearer token included in the request is invalid."})",
        base::ErrorCode::Unauthorized);
    row("AccessDeniedException", R"({"message":"no"})", base::ErrorCode::Forbidden);
    row("ExpiredTokenException", "{}", base::ErrorCode::Unauthorized);
    row("InternalServerException", "{}", base::ErrorCode::UpstreamFailed);
}

void TstKiro::refusalsAreSorted()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    const auto error = wiretest::built(wiretest::eventsOfStream(
                                           codec(), said("a") + test::awsException(name, body)))
                           .error();
    QVERIFY(error);
    QCOMPARE(int(error->code), code);
    Json whole = parsed(body);
    whole.set("__type", name);
    QCOMPARE(int(codec().decodeError(400, whole.toJson()).code), code);
}

void TstKiro::brokenStreamsFail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("nothing said") << awsEvent("meteringEvent", "{}");
    QTest::newRow("no JSON") << said("a") + awsEvent("assistantResponseEvent", "oops");
    QTest::newRow("half a call") << use(R"("toolUseId":"t","name":"a","input":"{\"x\":")");
    QTest::newRow("a nameless call") << use(R"("toolUseId":"t","input":"{}")");
    QTest::newRow("invalid state")
        << said("a") + awsEvent("invalidStateEvent", R"({"message":"no","reason":"X"})");
}

void TstKiro::brokenStreamsFail()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(wiretest::built(wiretest::eventsOfStream(codec(), bytes)).error());
}

OMNI_TEST(TstKiro)
#include "tst_kiro.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using base::JsonMember;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::OpenAiChat);
}

bool isAnswer(const wiretest::Recording &each)
{
    return !each.isStream && each.status < 400 &&
           wiretest::parsed(each.response())["choices"].size() > 0;
}

Json withoutNulls(const Json &object)
{
    Json out = Json::object();
    for (const JsonMember &member : object.members()) {
        if (!member.value.isNull())
            out.set(member.key, member.value);
    }
    return out;
}

/// What stands for the id that an upstream left out.
bool isMadeId(const QByteArray &id)
{
    return id.startsWith("call_") && id.size() == 29;
}

Json normalMessage(const Json &message)
{
    Json out = withoutNulls(message);
    QByteArray text;
    QByteArray thinking;
    for (const Json &part : out["content"].items()) {
        text += part["text"].toBytes();
        for (const Json &piece : part["thinking"].items())
            thinking += piece["text"].toBytes();
    }
    if (out["content"].isArray())
        out.set("content", text);
    if (!thinking.isEmpty())
        out.set("reasoning_content", thinking);
    Json calls;
    for (const Json &call : out["tool_calls"].items()) {
        Json normal = call;
        normal.remove("index");
        normal.remove("custom");
        if (normal["id"].toBytes().isEmpty() || isMadeId(normal["id"].toBytes()))
            normal.remove("id");
        if (!normal.contains("type"))
            normal.set("type", "function");
        calls.append(normal);
    }
    out.remove("tool_calls");
    out.setIfPresent("tool_calls", calls);
    const bool isEmpty = out["content"].toBytes().isEmpty();
    out.remove("refusal");
    out.setIfPresent("refusal",
                     message["refusal"].toBytes().isEmpty() ? Json() : message["refusal"]);
    if (isEmpty)
        out.remove("content");
    out.set("role", "assistant");
    if (out["function_call"]["name"].toBytes().isEmpty())
        out.remove("function_call");
    for (const char *key : {"reasoning", "reasoning_content"}) {
        if (out[key].toBytes().isEmpty())
            out.remove(key);
    }
    return out;
}

QByteArray normalFinish(const Json &choice)
{
    const QByteArray &reason = choice["finish_reason"].toBytes();
    if (choice["message"]["tool_calls"].size() > 0)
        return "tool_calls";
    return reason.isEmpty() || reason == "eos" ? QByteArray("stop") : reason;
}

/// The documented normalisations: null means absent, `""` is no content, finish reasons are
/// OpenAI's words, thinking parts are `reasoning_content`, cached tokens stand (also) where OpenAI
/// writes them, reasoning counts as output (xAI), a call always has an id.
Json normalAnswer(const Json &answer)
{
    Json out = withoutNulls(answer);
    out.set("object", "chat.completion");
    if (out["id"].toBytes().isEmpty())
        out.set("id", "chatcmpl-0");
    if (out["service_tier"].toBytes().isEmpty())
        out.remove("service_tier");
    Json choices;
    for (const Json &choice : answer["choices"].items()) {
        Json normal = withoutNulls(choice);
        normal.set("message", normalMessage(choice["message"]));
        normal.set("finish_reason", normalFinish(choice));
        choices.append(normal);
    }
    out.set("choices", choices);
    if (!out.contains("usage"))
        return out;
    Json usage = withoutNulls(out["usage"]);
    for (const char *key : {"prompt_tokens_details", "completion_tokens_details"}) {
        Json details = withoutNulls(usage.take(key));
        if (details.size() > 0)
            usage.set(key, details);
    }
    for (const char *key : {"prompt_cache_hit_tokens", "cached_tokens", "num_cached_tokens"}) {
        if (usage[key].isNumber() && !usage["prompt_tokens_details"].contains("cached_tokens")) {
            Json details = usage["prompt_tokens_details"];
            details.set("cached_tokens", usage[key]);
            usage.set("prompt_tokens_details", details);
        }
    }
    if (usage["audio_prompt_tokens"].isNumber() && !usage.contains("prompt_tokens_details"))
        usage.set("prompt_tokens_details",
                  Json::object({{"audio_tokens", usage["audio_prompt_tokens"]}}));
    if (usage["reasoning_tokens"].isNumber() && !usage.contains("completion_tokens_details"))
        usage.set("completion_tokens_details",
                  Json::object({{"reasoning_tokens", usage["reasoning_tokens"]}}));
    out.set("usage", usage);
    return out;
}

} // namespace

class TstOpenAiChatAnswers : public QObject
{
    Q_OBJECT

private slots:
    void recordedAnswersMakeTheTrip_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), isAnswer);
    }
    void recordedAnswersMakeTheTrip();
    void usageIsWhatTheUpstreamSaid_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), isAnswer);
    }
    void usageIsWhatTheUpstreamSaid();
    void usageOfEveryVendorIsRead_data();
    void usageOfEveryVendorIsRead();
    void finishReasonsFollowTheCalls_data();
    void finishReasonsFollowTheCalls();
    void errorsInsideAGoodStatusAreErrors_data();
    void errorsInsideAGoodStatusAreErrors();
    void recordedErrorsAreSorted_data();
    void recordedErrorsAreSorted();
    void errorBodiesAreSorted_data();
    void errorBodiesAreSorted();
    void errorsAreWrittenInOpenAisShape();
};

void TstOpenAiChatAnswers::recordedAnswersMakeTheTrip()
{
    QFETCH(QString, name);
    const Json answer =
        wiretest::parsed(wiretest::recording(QStringLiteral("openai-chat"), name).response());
    const auto decoded = codec().decodeResponse(answer);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
    wire::Losses losses;
    const Json written = wiretest::parsed(codec().encodeResponse(*decoded, &losses));
    QCOMPARE(test::openAiAnswerFaults(written).join(u'\n'), QString());
    QVERIFY(losses.isEmpty());
    Json wanted = normalAnswer(answer);
    // xAI leaves reasoning out of the output; we count it in.
    const qint64 reasoning =
        answer["usage"]["completion_tokens_details"]["reasoning_tokens"].toInt();
    const Json &usage = answer["usage"];
    if (reasoning > 0 && usage["total_tokens"].toInt() == usage["prompt_tokens"].toInt() +
                                                              usage["completion_tokens"].toInt() +
                                                              reasoning) {
        Json counted = wanted["usage"];
        counted.set("completion_tokens", usage["completion_tokens"].toInt() + reasoning);
        wanted.set("usage", counted);
    }
    const QStringList ordered{QStringLiteral("reasoning_details")};
    QCOMPARE(wiretest::differences(normalAnswer(written), wanted, ordered).join(u'\n'), QString());
}

void TstOpenAiChatAnswers::usageIsWhatTheUpstreamSaid()
{
    QFETCH(QString, name);
    const Json answer =
        wiretest::parsed(wiretest::recording(QStringLiteral("openai-chat"), name).response());
    const Json &said = answer["usage"];
    const auto decoded = codec().decodeResponse(answer);
    QVERIFY(decoded);
    const chat::Usage &usage = decoded->usage;
    QCOMPARE(usage.input.value_or(-1), said["prompt_tokens"].toInt());
    QCOMPARE(usage.total.value_or(*usage.input + *usage.output), said["total_tokens"].toInt());
    QCOMPARE(usage.reasoning, said["completion_tokens_details"]["reasoning_tokens"].asInt());
    if (const auto cached = said["prompt_tokens_details"]["cached_tokens"].asInt())
        QCOMPARE(usage.cachedRead, cached);
}

void TstOpenAiChatAnswers::usageOfEveryVendorIsRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("output");
    QTest::addColumn<qint64>("cached");
    QTest::newRow("deepseek")
        << QByteArray(
               R"({"prompt_tokens":9,"completion_tokens":2,"total_tokens":11,"prompt_cache_hit_tokens":4})")
        << qint64(9) << qint64(2) << qint64(4);
    QTest::newRow("moonshot")
        << QByteArray(
               R"({"prompt_tokens":9,"completion_tokens":2,"total_tokens":11,"cached_tokens":5})")
        << qint64(9) << qint64(2) << qint64(5);
    QTest::newRow("mistral")
        << QByteArray(
               R"({"prompt_tokens":9,"completion_tokens":2,"total_tokens":11,"num_cached_tokens":6})")
        << qint64(9) << qint64(2) << qint64(6);
    QTest::newRow("claude words")
        << QByteArray(
               R"({"input_tokens":9,"output_tokens":2,"cache_read_input_tokens":3,"cache_creation_input_tokens":1})")
        << qint64(13) << qint64(2) << qint64(3);
    QTest::newRow("xai")
        << QByteArray(
               R"({"prompt_tokens":9,"completion_tokens":2,"total_tokens":31,"completion_tokens_details":{"reasoning_tokens":20},"prompt_tokens_details":{"cached_tokens":0}})")
        << qint64(9) << qint64(22) << qint64(0);
}

void TstOpenAiChatAnswers::usageOfEveryVendorIsRead()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, input);
    QFETCH(qint64, output);
    QFETCH(qint64, cached);
    const auto decoded = codec().decodeResponse(wiretest::parsed(
        R"({"id":"a","choices":[{"index":0,"message":{"content":"x"}}],"usage":)" + json + "}"));
    QVERIFY(decoded);
    QCOMPARE(decoded->usage.input, std::optional(input));
    QCOMPARE(decoded->usage.output, std::optional(output));
    QCOMPARE(decoded->usage.cachedRead, std::optional(cached));
}

void TstOpenAiChatAnswers::finishReasonsFollowTheCalls_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("hasCall");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const char *reason, bool hasCall, const char *written) {
        QTest::newRow(name) << QByteArray(reason) << hasCall << QByteArray(written);
    };
    row("stop", R"("stop")", false, "stop");
    row("stop with a call", R"("stop")", true, "tool_calls");
    row("nothing with a call", "null", true, "tool_calls");
    row("empty", R"("")", false, "stop");
    row("null", "null", false, "stop");
    row("unknown", R"("weather")", false, "stop");
    row("calls without a call", R"("tool_calls")", false, "stop");
    row("length with a call", R"("length")", true, "length");
    row("filter", R"("content_filter")", false, "content_filter");
    row("eos", R"("eos")", false, "stop");
    row("claude's length", R"("max_tokens")", false, "length");
}

void TstOpenAiChatAnswers::finishReasonsFollowTheCalls()
{
    QFETCH(QByteArray, reason);
    QFETCH(bool, hasCall);
    QFETCH(QByteArray, written);
    const QByteArray call =
        R"(,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":""}}])";
    const auto decoded = codec().decodeResponse(wiretest::parsed(
        R"({"id":"a","choices":[{"index":0,"message":{"content":"x")" +
        (hasCall ? call : QByteArray()) + R"(},"finish_reason":)" + reason + "}]}"));
    QVERIFY(decoded);
    const Json out = wiretest::parsed(codec().encodeResponse(*decoded));
    QCOMPARE(out["choices"].at(0)["finish_reason"].toBytes(), written);
    if (hasCall)
        QCOMPARE(out["choices"].at(0)["message"]["tool_calls"].at(0)["function"]["arguments"],
                 Json("{}"));
}

void TstOpenAiChatAnswers::errorsInsideAGoodStatusAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<base::ErrorCode>("code");
    const auto row = [](const char *name, const char *body, base::ErrorCode code) {
        QTest::newRow(name) << QByteArray(body) << code;
    };
    using base::ErrorCode;
    row("numeric code", R"({"error":{"code":429,"message":"slow"}})", ErrorCode::RateLimited);
    row("code in text", R"({"error":{"code":"401","message":"who"}})", ErrorCode::Unauthorized);
    row("status_code", R"({"error":{"status_code":503,"message":"busy"}})", ErrorCode::Overloaded);
    row("text", R"({"error":"model crashed"})", ErrorCode::UpstreamFailed);
    row("vllm", R"({"object":"error","message":"bad","code":400,"type":"BadRequestError"})",
        ErrorCode::InvalidRequest);
    row("no choices", R"({"id":"a","choices":[]})", ErrorCode::UpstreamFailed);
    row("nothing", "{}", ErrorCode::UpstreamFailed);
    row("a list", "[]", ErrorCode::UpstreamFailed);
}

void TstOpenAiChatAnswers::errorsInsideAGoodStatusAreErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(base::ErrorCode, code);
    const auto decoded = codec().decodeResponse(wiretest::parsed(body));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, code);
    QVERIFY(!decoded.error().detail.isEmpty());
}

void TstOpenAiChatAnswers::recordedErrorsAreSorted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<base::ErrorCode>("code");
    const auto row = [](const char *name, base::ErrorCode code) {
        QTest::newRow(name) << QString::fromLatin1(name) << code;
    };
    row("azure-openai__prompt-content-filtering-with-events-with-content-s1",
        base::ErrorCode::ContentRefused);
    row("groq__model-name-suggestion-groq", base::ErrorCode::NotFound);
    row("groq__tool-regular-error", base::ErrorCode::NotFound);
    row("openai__openai-web-search-tool-model-not-supported", base::ErrorCode::InvalidRequest);
    row("openrouter__openrouter-errors-raised-s1", base::ErrorCode::RateLimited);
}

void TstOpenAiChatAnswers::recordedErrorsAreSorted()
{
    QFETCH(QString, name);
    QFETCH(base::ErrorCode, code);
    const wiretest::Recording recorded = wiretest::recording(QStringLiteral("openai-chat"), name);
    const base::Error error = codec().decodeError(recorded.status, recorded.response());
    QCOMPARE(error.code, code);
    QVERIFY(error.upstreamStatus >= 400);
    QVERIFY(error.detail.size() > 10);
}

void TstOpenAiChatAnswers::errorBodiesAreSorted_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const char *body, base::ErrorCode code,
                        const char *detail) {
        QTest::newRow(name) << status << QByteArray(body) << code << QString::fromLatin1(detail);
    };
    using base::ErrorCode;
    row("quota", 429, R"({"error":{"message":"pay","code":"insufficient_quota"}})",
        ErrorCode::QuotaExhausted, "pay");
    row("context", 400, R"({"error":{"message":"long","code":"context_length_exceeded"}})",
        ErrorCode::ContextTooLong, "long");
    row("context in words", 400, R"({"error":{"message":"maximum context length is 8"}})",
        ErrorCode::ContextTooLong, "maximum context length is 8");
    row("behind openrouter", 400,
        R"({"error":{"code":400,"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"tool id\"}}"}}})",
        ErrorCode::InvalidRequest, "tool id");
    row("cohere", 400, R"({"message":"no"})", ErrorCode::InvalidRequest, "no");
    row("voyage", 400, R"({"detail":"nope"})", ErrorCode::InvalidRequest, "nope");
    row("page", 502, "<!DOCTYPE html><html><body>secret</body></html>", ErrorCode::UpstreamFailed,
        "the upstream answered 502 with a web page");
    row("nothing", 500, "", ErrorCode::UpstreamFailed,
        "the upstream answered 500 with an empty body");
    row("cut", 500, R"({"error":{"mess)", ErrorCode::UpstreamFailed,
        "the upstream answered 500 with something that is no valid answer");
    row("in a list", 404, R"([{"error":{"message":"gone","code":404}}])", ErrorCode::NotFound,
        "gone");
}

void TstOpenAiChatAnswers::errorBodiesAreSorted()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(base::ErrorCode, code);
    QFETCH(QString, detail);
    const base::Error error = codec().decodeError(status, body);
    QCOMPARE(error.code, code);
    QCOMPARE(error.detail, detail);
    QCOMPARE(error.upstreamStatus, status);
}

void TstOpenAiChatAnswers::errorsAreWrittenInOpenAisShape()
{
    const base::Error error{.code = base::ErrorCode::InvalidRequest,
                            .detail = QStringLiteral("model: is \"wrong\""),
                            .field = QStringLiteral("model")};
    // moc cannot read raw strings inside macros.
    const QByteArray wanted = R"({"error":{"message":"model: is \"wrong\"",)"
                              R"("type":"invalid_request_error","param":"model","code":null}})";
    QCOMPARE(codec().encodeError(error, 400, "req"), wanted);
    const base::Error refused{.code = base::ErrorCode::Unauthorized,
                              .detail = QStringLiteral("x"),
                              .upstreamStatus = 401};
    const QByteArray code = R"("code":"provider_auth_failed")";
    QVERIFY(codec().encodeError(refused, 503, "").contains(code));
    const QByteArray event = codec().encodeStreamError(refused, 503, "");
    const QByteArray begin = R"(data: {"error":{)";
    QVERIFY(event.startsWith(begin));
    QVERIFY(event.endsWith("\n\n"));
    QVERIFY(!event.contains("[DONE]"));
    QVERIFY(codec().encodePing(false).startsWith(':'));
}

OMNI_TEST(TstOpenAiChatAnswers)
#include "tst_openaichatanswers.moc"

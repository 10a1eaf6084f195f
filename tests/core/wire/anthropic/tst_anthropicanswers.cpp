// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::ErrorCode;
using base::Json;
using chat::Format;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Anthropic);
}

qint64 count(const Json &usage, const char *key)
{
    return usage[key].toInt();
}

} // namespace

class TstAnthropicAnswers : public QObject
{
    Q_OBJECT

private slots:
    void recordedAnswersSurviveTheTrip_data()
    {
        test::addRecordings(QStringLiteral("response.json"));
    }
    void recordedAnswersSurviveTheTrip()
    {
        QFETCH(QString, path);
        const Json body = test::jsonOf(path + QStringLiteral("response.json"));
        if (body["type"].toBytes() == "error" || body.contains("input_tokens"))
            return;
        const auto decoded = codec().decodeResponse(body);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        const Json &usage = body["usage"];
        QCOMPARE(decoded->usage.input.value_or(-1),
                 count(usage, "input_tokens") + count(usage, "cache_read_input_tokens") +
                     count(usage, "cache_creation_input_tokens"));
        QCOMPARE(decoded->usage.output.value_or(-1), count(usage, "output_tokens"));
        wire::Losses losses;
        const auto back = Json::parse(codec().encodeResponse(*decoded, &losses));
        QVERIFY(back);
        QCOMPARE(losses, wire::Losses());
        QCOMPARE(test::difference(body, *back), QByteArray());
        // The same answer as a stream, for a client that asked for one.
        const auto stream = test::encodeStream(codec(), chat::eventsOf(*decoded));
        const auto streamed = test::built(test::decodeStream(codec(), stream, stream.size()));
        const auto again = Json::parse(codec().encodeResponse(streamed, nullptr));
        // An answer without any block gets an empty one: some clients cannot do without.
        if (body["content"].size() > 0)
            QCOMPARE(test::difference(body["content"], (*again)["content"]), QByteArray());
        QCOMPARE((*again)["stop_reason"], body["stop_reason"]);
        QCOMPARE(test::difference(usage, (*again)["usage"]), QByteArray());
    }

    void errorsAreUnderstood_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code,
                            const char *detail) {
            QTest::addRow("%s", name) << status << body << code << QString::fromUtf8(detail);
        };
        const auto error = [](const char *type, const char *message) {
            return Json::object({{"type", "error"},
                                 {"error", Json::object({{"type", type}, {"message", message}})},
                                 {"request_id", "req_1"}})
                .toJson();
        };
        row("invalid", 400, error("invalid_request_error", "max_tokens: too large"),
            ErrorCode::InvalidRequest, "max_tokens: too large");
        row("too long", 400,
            error("invalid_request_error", "prompt is too long: 212345 tokens > 200000 maximum"),
            ErrorCode::ContextTooLong, "prompt is too long: 212345 tokens > 200000 maximum");
        row("no credit", 400,
            error("invalid_request_error", "Your credit balance is too low to access the API"),
            ErrorCode::QuotaExhausted, "Your credit balance is too low to access the API");
        row("key", 401, error("authentication_error", "invalid x-api-key"), ErrorCode::Unauthorized,
            "invalid x-api-key");
        row("billing", 402, error("billing_error", "pay"), ErrorCode::QuotaExhausted, "pay");
        row("permission", 403, error("permission_error", "no"), ErrorCode::Forbidden, "no");
        row("model", 404, error("not_found_error", "model: x"), ErrorCode::NotFound, "model: x");
        row("size", 413, error("request_too_large", "big"), ErrorCode::ContextTooLong, "big");
        row("rate", 429, error("rate_limit_error", "slow down"), ErrorCode::RateLimited,
            "slow down");
        row("server", 500, error("api_error", "oops"), ErrorCode::UpstreamFailed, "oops");
        row("late", 504, error("timeout_error", "late"), ErrorCode::Timeout, "late");
        row("overloaded", 529, error("overloaded_error", "Overloaded"), ErrorCode::Overloaded,
            "Overloaded");
        row("html", 502, "<html><body>Bad gateway</body></html>", ErrorCode::UpstreamFailed,
            "an HTML page came instead of an answer");
        row("nothing", 503, "", ErrorCode::Overloaded, "the answer has no body");
        row("plain text", 429, "too many requests", ErrorCode::RateLimited, "too many requests");
        row("other vendor's shape", 401, R"({"error":{"message":"bad key","code":"x"}})",
            ErrorCode::Unauthorized, "bad key");
        row("string error", 400, R"({"error":"no such thing"})", ErrorCode::InvalidRequest,
            "no such thing");
    }
    void errorsAreUnderstood()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        const base::Error error = codec().decodeError(status, body);
        QCOMPARE(error.code, code);
        QCOMPARE(error.detail, detail);
        QCOMPARE(error.upstreamStatus, status);
    }

    void recordedErrorsAreUnderstood()
    {
        const auto errorOf = [](const char *name, int status) {
            return codec().decodeError(
                status, test::bytesOf(test::anthropicFolder() + QStringLiteral("recordings/") +
                                      QLatin1String(name) + QStringLiteral("/response.json")));
        };
        const auto effort =
            errorOf("anthropic-explicit-effort-xhigh-unsupported-model-errors", 400);
        QCOMPARE(effort.code, ErrorCode::InvalidRequest);
        QVERIFY(effort.detail.startsWith(QStringLiteral("This model does not support effort")));
        QCOMPARE(errorOf("model-name-suggestion-anthropic", 404).code, ErrorCode::NotFound);
    }

    void anErrorThatSaysWhenToRetryIsHeard()
    {
        const auto error =
            codec().decodeError(429, R"({"type":"error","error":{"type":"rate_limit_error",)"
                                     R"("message":"Please try again in 1.5s."}})");
        QCOMPARE(error.retryAfter, std::optional(std::chrono::milliseconds(1500)));
        const auto number = codec().decodeError(
            429, R"({"type":"error","error":{"type":"rate_limit_error","message":"x",)"
                 R"("retry_after":0}})");
        QCOMPARE(number.retryAfter, std::optional(std::chrono::milliseconds(0)));
    }

    void anErrorInsideAGoodAnswerIsAnError()
    {
        const auto answer = codec().decodeResponse(*Json::parse(
            R"({"type":"error","error":{"type":"overloaded_error","message":"busy"}})"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Overloaded);
        QCOMPARE(answer.error().upstreamStatus, 529);
        QVERIFY(!codec().decodeResponse(*Json::parse(R"({"hello":1})")));
        QVERIFY(!codec().decodeResponse(Json()));
    }

    void errorsAreWrittenInTheVendorsWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *type, ErrorCode code, int status) {
            QTest::addRow("%s %d", type, status) << code << status << QByteArray(type);
        };
        row("invalid_request_error", ErrorCode::InvalidRequest, 400);
        row("invalid_request_error", ErrorCode::Unsupported, 400);
        row("invalid_request_error", ErrorCode::ContextTooLong, 400);
        row("request_too_large", ErrorCode::ContextTooLong, 413);
        row("authentication_error", ErrorCode::Unauthorized, 401);
        row("api_error", ErrorCode::Unauthorized, 503);
        row("permission_error", ErrorCode::Forbidden, 403);
        row("not_found_error", ErrorCode::NotFound, 404);
        row("rate_limit_error", ErrorCode::RateLimited, 429);
        row("rate_limit_error", ErrorCode::QuotaExhausted, 429);
        row("api_error", ErrorCode::UpstreamFailed, 502);
        row("timeout_error", ErrorCode::Timeout, 504);
        row("overloaded_error", ErrorCode::Overloaded, 529);
        row("overloaded_error", ErrorCode::Overloaded, 503);
    }
    void errorsAreWrittenInTheVendorsWords()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        const base::Error error{.code = code, .detail = QStringLiteral("why \"so\"")};
        const auto body = Json::parse(codec().encodeError(error, status, "req_9"));
        QVERIFY(body);
        QCOMPARE((*body)["type"], Json("error"));
        QCOMPARE((*body)["error"]["type"], Json(type));
        QVERIFY((*body)["error"]["message"].toBytes().contains("why \"so\""));
        QCOMPARE((*body)["request_id"], Json("req_9"));
        const QByteArray event = codec().encodeStreamError(error, status, "req_9");
        QVERIFY(event.startsWith("event: error\ndata: {\"type\":\"error\""));
        QVERIFY(event.endsWith("}\n\n"));
    }

    void aTooLongPromptSaysTheWordsThatMakeClientsCompact()
    {
        const base::Error error{.code = ErrorCode::ContextTooLong,
                                .detail = QStringLiteral("maximum context length is 8192")};
        const auto body = Json::parse(codec().encodeError(error, 400, {}));
        QVERIFY((*body)["error"]["message"].toBytes().startsWith("prompt is too long"));
        QVERIFY(!body->contains("request_id"));
    }

    void pingsAreCommentsUntilTheStreamBegan()
    {
        QVERIFY(codec().encodePing(false).startsWith(':'));
        QVERIFY(codec().encodePing(true).startsWith("event: ping\n"));
    }

    void anotherVendorsAnswerBecomesAMessage()
    {
        chat::ChatResponse response{.id = "chatcmpl-1", .model = "gpt"};
        chat::Choice choice;
        choice.finish = chat::FinishReason::Stop;
        choice.message.parts = {
            chat::ReasoningPart{.text = "hm", .origin = Format::OpenAiChat},
            chat::TextPart{.text = "I call"},
            chat::ToolCallPart{.id = "call_1", .name = "read", .arguments = ""},
            chat::ToolCallPart{.id = "call_2", .name = "read", .arguments = "{\"a\":1.50}"},
            chat::OpaquePart{Format::OpenAiChat, Json::object({{"x", 1}})}};
        response.choices = {choice};
        response.usage.input = 100;
        response.usage.cachedRead = 40;
        response.usage.output = 7;
        wire::Losses losses;
        const auto body = Json::parse(codec().encodeResponse(response, &losses));
        QVERIFY(body);
        QCOMPARE(losses.size(), 1);
        QCOMPARE((*body)["id"], Json("msg_chatcmpl-1"));
        QCOMPARE((*body)["content"].size(), 4);
        QVERIFY(!(*body)["content"].at(0)["signature"].toBytes().isEmpty());
        QCOMPARE((*body)["content"].at(2)["input"].toJson(), QByteArray("{}"));
        QCOMPARE((*body)["content"].at(3)["input"].toJson(), QByteArray("{\"a\":1.50}"));
        QCOMPARE((*body)["stop_reason"], Json("tool_use"));
        QCOMPARE(
            (*body)["usage"].toJson(),
            QByteArray(R"({"input_tokens":60,"cache_read_input_tokens":40,"output_tokens":7})"));
    }

    void structuredOutputByToolIsText()
    {
        const auto answer = codec().decodeResponse(*Json::parse(
            R"({"type":"message","role":"assistant","content":[{"type":"tool_use","id":"a",)"
            R"("name":"omniroute_json_output","input":{"b":1,"a":2}}],"stop_reason":"tool_use"})"));
        QVERIFY(answer);
        const auto &choice = answer->choices.front();
        QCOMPARE(choice.message.parts.front().as<chat::TextPart>()->text,
                 QByteArray(R"({"b":1,"a":2})"));
        QCOMPARE(choice.finish, chat::FinishReason::Stop);
    }
};

OMNI_TEST(TstAnthropicAnswers)
#include "tst_anthropicanswers.moc"

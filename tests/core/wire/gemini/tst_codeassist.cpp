// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/gemini/envelope.h"
#include "core/wire/tokencounts.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::eventsOfStream;
using wiretest::parsed;
using wiretest::Recording;

namespace {

const QString Name = QStringLiteral("gemini");

const wire::Codec &plain()
{
    return *wire::codecFor(Format::Gemini);
}

const wire::Codec &enveloped()
{
    return *wire::codecFor(Format::CodeAssist);
}

/// A recorded answer or event as Code Assist would have sent it.
QByteArray wrapped(const QByteArray &answer)
{
    return R"({"response":)" + answer + R"(,"traceId":"t1"})";
}

QByteArray wrappedStream(const QByteArray &sse)
{
    QByteArray out;
    const auto datas = wiretest::dataOf(sse);
    for (const QByteArray &data : datas)
        out += "data: " + wrapped(data) + "\r\n\r\n";
    return out;
}

QByteArrayList signaturesOf(const chat::ChatResponse &response, Format origin)
{
    QByteArrayList all;
    for (const chat::Part &part : response.choices.front().message.parts) {
        const auto *call = part.as<chat::ToolCallPart>();
        if (call && !call->signature.isEmpty() && call->signatureOrigin == origin)
            all.append(call->signature);
    }
    return all;
}

} // namespace

class TstCodeAssist : public QObject
{
    Q_OBJECT

private slots:
    void wrappedAnswersAreReadLikePlainOnes_data()
    {
        wiretest::addRows(Name, [](const Recording &each) {
            return !each.isStream && each.status == 200 &&
                   !parsed(each.response()).contains("totalTokens");
        });
    }
    void wrappedAnswersAreReadLikePlainOnes()
    {
        QFETCH(QString, name);
        const Json body = parsed(wiretest::recording(Name, name).response());
        Json whole = parsed(wrapped(body.toJson()));
        if (body.isArray()) {
            whole = Json::array();
            for (const Json &chunk : body.items())
                whole.append(parsed(wrapped(chunk.toJson())));
        }
        const auto inner = plain().decodeResponse(body);
        const auto outer = enveloped().decodeResponse(whole);
        QVERIFY(inner && outer);
        QCOMPARE(outer->id, inner->id);
        QVERIFY(outer->usage == inner->usage);
        QCOMPARE(outer->choices.front().finish, inner->choices.front().finish);
        QCOMPARE(signaturesOf(*outer, Format::CodeAssist), signaturesOf(*inner, Format::Gemini));
        QVERIFY(signaturesOf(*outer, Format::Gemini).isEmpty());
        if (!body.isArray())
            QCOMPARE(outer->extensions.of(Format::CodeAssist)["traceId"], Json("t1"));
    }

    void wrappedStreamsAreReadLikePlainOnes_data()
    {
        wiretest::addRows(Name, [](const Recording &each) { return each.isStream; });
    }
    void wrappedStreamsAreReadLikePlainOnes()
    {
        QFETCH(QString, name);
        const QByteArray sse = wiretest::recording(Name, name).response();
        const QByteArray whole = wrappedStream(sse);
        const chat::StreamEvents inner = eventsOfStream(plain(), sse);
        const chat::StreamEvents outer = eventsOfStream(enveloped(), whole);
        QCOMPARE(wiretest::summary(outer), wiretest::summary(inner));
        QVERIFY(wiretest::built(outer).response().usage == wiretest::built(inner).response().usage);
        for (const qsizetype cut : {1, 5, 100})
            QVERIFY(eventsOfStream(enveloped(), whole, cut) == outer);
        // A client of the same dialect gets a stream it can read.
        if (wiretest::built(outer).isFinished()) {
            QCOMPARE(test::geminiStreamFaults(wiretest::encoded(plain(), outer, {.model = "m"})),
                     QStringList());
            const QByteArray again = wiretest::encoded(enveloped(), outer, {.model = "m"});
            QVERIFY(again.startsWith("data: {\"response\":{"));
            QCOMPARE(wiretest::summary(eventsOfStream(enveloped(), again)),
                     wiretest::summary(outer));
        }
    }

    void recordedRequestsGoIntoTheEnvelope_data()
    {
        wiretest::addRows(Name, [](const Recording &each) { return !each.request().isEmpty(); });
    }
    void recordedRequestsGoIntoTheEnvelope()
    {
        QFETCH(QString, name);
        auto decoded = plain().decodeRequest(parsed(wiretest::recording(Name, name).request()));
        QVERIFY(decoded);
        decoded->request.model = "gemini-3-flash-preview";
        chat::Traits traits;
        traits.thinkingLevels = "minimal,low,medium,high";
        traits.toolResultMedia = true;
        const auto encoded = enveloped().encodeRequest(decoded->request, traits);
        QVERIFY2(encoded, encoded ? "" : qPrintable(encoded.error().detail));
        const Json body = parsed(encoded->body);
        QCOMPARE(body["model"], Json("gemini-3-flash-preview"));
        QCOMPARE(body.size(), 2);
        QCOMPARE(test::geminiRequestFaults(body["request"],
                                           {.reducedSchemas = true, .signedCalls = true}),
                 QStringList());
        const auto back = enveloped().decodeRequest(body);
        QVERIFY(back);
        QCOMPARE(back->request.model, QByteArray("gemini-3-flash-preview"));
    }

    void theEnvelopeIsSealedByAccountAndAttempt()
    {
        const QByteArray body = wire::gemini::wrapRequest("m", R"({"contents":[1.0]})");
        const QByteArray cli =
            wire::gemini::seal(body, {.project = "p-1", .userPromptId = "u", .sessionId = "s"});
        QCOMPARE(cli, QByteArray(R"({"model":"m","request":{"contents":[1.0],"session_id":"s"},)"
                                 R"("project":"p-1","user_prompt_id":"u"})"));
        const QByteArray antigravity = wire::gemini::seal(body, {.project = "p",
                                                                 .userAgent = "antigravity",
                                                                 .requestType = "agent",
                                                                 .requestId = "agent-1",
                                                                 .sessionId = "s",
                                                                 .camelSession = true});
        const Json sealed = parsed(antigravity);
        QCOMPARE(sealed["request"]["sessionId"], Json("s"));
        QCOMPARE(sealed["requestId"], Json("agent-1"));
        QCOMPARE(wire::gemini::seal(body, {}), body);
    }

    void signaturesGoBackToWhoMadeThem()
    {
        const auto historyWith = [](Format origin) {
            chat::ChatRequest request{.model = "m"};
            request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
            chat::Message turn{.role = chat::Role::Assistant};
            turn.parts.emplace_back(
                chat::ReasoningPart{.text = "hm", .signature = "dGhvdWdodA==", .origin = origin});
            turn.parts.emplace_back(chat::ToolCallPart{.id = "1",
                                                       .name = "f",
                                                       .arguments = "{}",
                                                       .signature = "Y2FsbA==",
                                                       .signatureOrigin = origin});
            request.messages.push_back(turn);
            chat::ToolResultPart result{.callId = "1"};
            result.content.emplace_back(chat::TextPart{.text = "ok"});
            request.messages.push_back(
                {.role = chat::Role::Tool, .parts = {chat::Part(std::move(result))}});
            return request;
        };
        for (const Format upstream : {Format::Gemini, Format::CodeAssist}) {
            for (const Format origin : {Format::Gemini, Format::CodeAssist, Format::Anthropic}) {
                const auto encoded =
                    wire::codecFor(upstream)->encodeRequest(historyWith(origin), {});
                QVERIFY(encoded);
                QCOMPARE(encoded->body.contains("Y2FsbA=="), upstream == origin);
                QCOMPARE(encoded->body.contains("dGhvdWdodA=="), upstream == origin);
            }
        }
        // A Gemini client brings back what Code Assist signed, and it is known again.
        chat::ChatResponse answer{.id = "r", .model = "m"};
        chat::Choice choice{.message = historyWith(Format::CodeAssist).messages[1],
                            .finish = chat::FinishReason::ToolCalls};
        answer.choices.push_back(choice);
        const Json content =
            parsed(plain().encodeResponse(answer, nullptr))["candidates"].at(0)["content"];
        Json request = parsed(R"({"contents":[{"parts":[{"text":"go"}]}]})");
        Json contents = request["contents"];
        contents.append(content);
        request.set("contents", contents);
        const auto decoded = plain().decodeRequest(request);
        QVERIFY(decoded);
        const auto &parts = decoded->request.messages.back().parts;
        QCOMPARE(parts[0].as<chat::ReasoningPart>()->origin, Format::CodeAssist);
        QCOMPARE(parts[1].as<chat::ToolCallPart>()->signatureOrigin, Format::CodeAssist);
        QCOMPARE(parts[1].as<chat::ToolCallPart>()->signature, QByteArray("Y2FsbA=="));
    }

    void checkedToolsHaveNoEmptySchema()
    {
        chat::ChatRequest request{.model = "claude"};
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
        request.tools.push_back({.name = "ping"});
        request.tools.push_back(
            {.name = "pong", .parameters = parsed(R"({"type":"object","properties":{}})")});
        chat::Traits traits;
        traits.validatedTools = true;
        const auto encoded = enveloped().encodeRequest(request, traits);
        QVERIFY(encoded);
        const Json inner = parsed(encoded->body)["request"];
        QCOMPARE(inner["toolConfig"]["functionCallingConfig"]["mode"], Json("VALIDATED"));
        for (const Json &function : inner["tools"].at(0)["functionDeclarations"].items())
            QCOMPARE(function["parameters"]["properties"].size(), 1);
        QCOMPARE(test::geminiRequestFaults(inner, {.reducedSchemas = true}), QStringList());
        // What stood in for the missing arguments never reaches the client.
        const auto answer = enveloped().decodeResponse(parsed(wrapped(
            R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"ping","args":)"
            R"({"omniroute_placeholder":""}}}],"role":"model"},"finishReason":"STOP"}]})")));
        QVERIFY(answer);
        QCOMPARE(answer->choices.front().message.parts.front().as<chat::ToolCallPart>()->arguments,
                 QByteArray("{}"));
    }

    void errorsInsideErrorsAreFound()
    {
        const QByteArray nested = R"({"type":"error","error":{"type":"invalid_request_error",)"
                                  R"("message":"prompt is too long: 250000 tokens"}})";
        const Json body = Json::object(
            {{"error",
              Json::object({{"code", 400}, {"message", nested}, {"status", "INVALID_ARGUMENT"}})}});
        const base::Error error = enveloped().decodeError(400, body.toJson());
        QCOMPARE(error.code, base::ErrorCode::ContextTooLong);
        QCOMPARE(error.detail, QStringLiteral("prompt is too long: 250000 tokens"));
        const QByteArray broken = "data: " +
                                  wrapped(R"({"candidates":[{"content":{"parts":[)"
                                          R"({"text":"a"}]}}],"responseId":"r"})") +
                                  "\n\ndata: {\"error\":{\"code\":503,\"message\":\"busy\","
                                  "\"status\":\"UNAVAILABLE\"}}\n\n";
        QCOMPARE(wiretest::summary(eventsOfStream(enveloped(), broken)),
                 QByteArray("failed overloaded"));
    }

    void wrongEnvelopesAreRefused()
    {
        QCOMPARE(enveloped().decodeRequest(parsed(R"({"model":"m"})")).error().field,
                 QStringLiteral("request"));
        QCOMPARE(enveloped()
                     .decodeRequest(parsed(R"({"model":"m","request":{"contents":7}})"))
                     .error()
                     .field,
                 QStringLiteral("request.contents"));
        QVERIFY(!enveloped().decodeResponse(parsed(R"({"response":{}})")));
    }

    void tokensAreCountedInTheEnvelopeToo()
    {
        const QByteArray body = wire::gemini::wrapRequest("m", R"({"contents":[{"parts":[]}]})");
        QCOMPARE(wire::countBody(Format::CodeAssist, body, "m"),
                 QByteArray(R"({"request":{"model":"models/m","contents":[{"parts":[]}]}})"));
        QCOMPARE(wire::readCount(Format::CodeAssist, R"({"totalTokens":31})"), 31);
    }
};

OMNI_TEST(TstCodeAssist)
#include "tst_codeassist.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/statuscodes.h"
#include "tests/core/wire/gemini/normal.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::ErrorCode;
using base::Json;
using chat::FinishReason;
using chat::Format;
using wiretest::parsed;
using wiretest::Recording;

namespace {

const QString Name = QStringLiteral("gemini");

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Gemini);
}

bool isWholeAnswer(const Recording &each)
{
    const Json body = each.isStream ? Json() : parsed(each.response());
    return body.isObject() && (body.contains("candidates") || body.contains("promptFeedback"));
}

bool isList(const Recording &each)
{
    return !each.isStream && parsed(each.response()).isArray();
}

Json quoted(QByteArray text)
{
    return parsed(text.replace('\'', '"'));
}

QByteArray textOf(const chat::ChatResponse &response)
{
    QByteArray text;
    for (const chat::Part &part : response.choices.front().message.parts) {
        if (const auto *piece = part.as<chat::TextPart>())
            text += piece->text;
    }
    return text;
}

/// The counters of the recording against ours.
void compareUsage(const chat::Usage &usage, const Json &said)
{
    const auto sum = [&](const char *a, const char *b) -> std::optional<qint64> {
        if (!said.contains(a) && !said.contains(b))
            return std::nullopt;
        return said[a].toInt() + said[b].toInt();
    };
    QCOMPARE(usage.input, sum("promptTokenCount", "toolUsePromptTokenCount"));
    QCOMPARE(usage.output, sum("candidatesTokenCount", "thoughtsTokenCount"));
    QCOMPARE(usage.cachedRead, said["cachedContentTokenCount"].asInt());
    QCOMPARE(usage.reasoning, said["thoughtsTokenCount"].asInt());
    QCOMPARE(usage.toolInput, said["toolUsePromptTokenCount"].asInt());
    if (const auto total = said["totalTokenCount"].asInt())
        QCOMPARE(usage.total.value_or(usage.input.value_or(0) + usage.output.value_or(0)), *total);
}

} // namespace

class TstGeminiAnswers : public QObject
{
    Q_OBJECT

private slots:
    void recordedAnswersSurviveTheTrip_data() { wiretest::addRows(Name, isWholeAnswer); }
    void recordedAnswersSurviveTheTrip()
    {
        QFETCH(QString, name);
        const Json body = parsed(wiretest::recording(Name, name).response());
        const auto decoded = codec().decodeResponse(body);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        wire::Losses losses;
        const Json back = parsed(codec().encodeResponse(*decoded, &losses));
        QCOMPARE(losses, wire::Losses());
        QCOMPARE(
            wiretest::differences(back, wiretest::normalAnswer(body), {QStringLiteral("args")}),
            QStringList());
        QCOMPARE(test::geminiAnswerFaults(back), QStringList());
        compareUsage(decoded->usage, body["usageMetadata"]);
    }

    void aListOfChunksIsOneAnswer_data() { wiretest::addRows(Name, isList); }
    void aListOfChunksIsOneAnswer()
    {
        QFETCH(QString, name);
        const Json chunks = parsed(wiretest::recording(Name, name).response());
        const auto decoded = codec().decodeResponse(chunks);
        QVERIFY(decoded);
        QByteArray said;
        QByteArray thought;
        for (const Json &chunk : chunks.items()) {
            for (const Json &part : chunk["candidates"].at(0)["content"]["parts"].items())
                (part["thought"].toBool() ? thought : said) += part["text"].toBytes();
        }
        QCOMPARE(textOf(*decoded), said);
        QCOMPARE(decoded->choices.front().message.parts.front().as<chat::ReasoningPart>()->text,
                 thought);
        QCOMPARE(decoded->choices.front().finish, FinishReason::Stop);
        compareUsage(decoded->usage, chunks.at(chunks.size() - 1)["usageMetadata"]);
        QCOMPARE(test::geminiAnswerFaults(parsed(codec().encodeResponse(*decoded, nullptr))),
                 QStringList());
    }

    void endsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, const char *parts, const char *word,
                            FinishReason reason) {
            QTest::newRow(name) << QByteArray(parts).replace('\'', '"') << QByteArray(word)
                                << int(reason);
        };
        constexpr char Text[] = "[{'text':'hi'}]";
        constexpr char Call[] = "[{'functionCall':{'name':'f','args':{}}}]";
        row("stop", Text, "STOP", FinishReason::Stop);
        row("calls", Call, "STOP", FinishReason::ToolCalls);
        row("length", Text, "MAX_TOKENS", FinishReason::Length);
        row("cut call", Call, "MAX_TOKENS", FinishReason::Length);
        for (const char *word : {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII",
                                 "LANGUAGE", "MODEL_ARMOR", "IMAGE_SAFETY"})
            row(word, Text, word, FinishReason::ContentFilter);
        for (const char *word :
             {"MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "OTHER", "TOO_MANY_TOOL_CALLS"})
            row(word, Text, word, FinishReason::Error);
        row("new word", Text, "BRAND_NEW", FinishReason::Unknown);
    }
    void endsAreUnderstood()
    {
        QFETCH(QByteArray, parts);
        QFETCH(QByteArray, word);
        QFETCH(int, reason);
        const Json content = Json::object({{"role", "model"}, {"parts", parsed(parts)}});
        const Json candidate = Json::object({{"content", content}, {"finishReason", word}});
        const Json body = Json::object({{"candidates", Json::array({candidate})}});
        const auto decoded = codec().decodeResponse(body);
        QVERIFY(decoded);
        QCOMPARE(int(decoded->choices.front().finish), reason);
        const Json back = parsed(codec().encodeResponse(*decoded, nullptr));
        QCOMPARE(back["candidates"].at(0)["finishReason"].toBytes(), word);
    }

    /// The prompt was refused, or thinking used up all there was: an answer, not a fault.
    void emptyAnswersAreAnswers()
    {
        const auto refused = codec().decodeResponse(
            quoted("{'promptFeedback':{'blockReason':'SAFETY'},'usageMetadata':"
                   "{'promptTokenCount':4,'totalTokenCount':4},'modelVersion':'m'}"));
        QVERIFY(refused);
        QCOMPARE(refused->choices.front().finish, FinishReason::ContentFilter);
        const Json chat =
            parsed(wire::codecFor(Format::OpenAiChat)->encodeResponse(*refused, nullptr));
        QCOMPARE(chat["choices"].at(0)["finish_reason"], Json("content_filter"));
        QCOMPARE(chat["usage"]["prompt_tokens"].toInt(), 4);

        const auto spent = codec().decodeResponse(quoted(
            "{'candidates':[{'content':{'role':'model'},'finishReason':'MAX_TOKENS','index':0}],"
            "'usageMetadata':{'promptTokenCount':4,'thoughtsTokenCount':9,'totalTokenCount':13}}"));
        QVERIFY(spent);
        const Json length =
            parsed(wire::codecFor(Format::OpenAiChat)->encodeResponse(*spent, nullptr));
        QCOMPARE(length["choices"].at(0)["finish_reason"], Json("length"));
        QCOMPARE(length["usage"]["completion_tokens"].toInt(), 9);
    }

    void answersThatAreNoneAreFaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray("{}") << int(ErrorCode::UpstreamFailed);
        QTest::newRow("usage alone")
            << QByteArray(R"({"usageMetadata":{}})") << int(ErrorCode::UpstreamFailed);
        QTest::newRow("empty list") << QByteArray("[]") << int(ErrorCode::UpstreamFailed);
        QTest::newRow("text") << QByteArray(R"("hi")") << int(ErrorCode::UpstreamFailed);
        QTest::newRow("malformed part")
            << QByteArray(R"({"candidates":[{"content":{"parts":[{"functionCall":7}]}}]})")
            << int(ErrorCode::UpstreamFailed);
        QTest::newRow("error in 200")
            << QByteArray(R"({"error":{"code":503,"message":"busy","status":"UNAVAILABLE"}})")
            << int(ErrorCode::Overloaded);
        QTest::newRow("error in list")
            << QByteArray(R"([{"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED"}}])")
            << int(ErrorCode::RateLimited);
    }
    void answersThatAreNoneAreFaults()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const auto decoded = codec().decodeResponse(parsed(body));
        QVERIFY(!decoded);
        QCOMPARE(int(decoded.error().code), code);
    }

    void callsGetTheSameIdEachTime()
    {
        const QByteArray body =
            "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'f','args':{'b':1,"
            "'a':1.0}}},{'functionCall':{'name':'f','args':{}}}],'role':'model'},"
            "'finishReason':'STOP','index':0}],'responseId':'r1'}";
        const auto one = codec().decodeResponse(quoted(body));
        const auto two = codec().decodeResponse(quoted(body));
        QVERIFY(one && two);
        const auto callAt = [](const chat::ChatResponse &response, size_t i) {
            return *response.choices.front().message.parts[i].as<chat::ToolCallPart>();
        };
        QCOMPARE(callAt(*one, 0).id, callAt(*two, 0).id);
        QVERIFY(callAt(*one, 0).id != callAt(*one, 1).id);
        QCOMPARE(callAt(*one, 0).arguments, QByteArray(R"({"b":1,"a":1.0})"));
        QVERIFY(!codec().encodeResponse(*one, nullptr).contains("\"id\""));
    }

    void codeIsTextForOthers()
    {
        const auto decoded = codec().decodeResponse(
            quoted("{'candidates':[{'content':{'parts':[{'executableCode':{'language':'PYTHON',"
                   "'code':'print(1)'}},{'codeExecutionResult':{'outcome':'OUTCOME_OK',"
                   "'output':'1'}}],'role':'model'},'finishReason':'STOP'}]}"));
        QVERIFY(decoded);
        const Json chat =
            parsed(wire::codecFor(Format::OpenAiChat)->encodeResponse(*decoded, nullptr));
        QCOMPARE(chat["choices"].at(0)["message"]["content"],
                 Json("\n```python\nprint(1)\n```\n\n```\n1\n```\n"));
    }

    void pagesAreCitedBothWays()
    {
        const auto decoded = codec().decodeResponse(
            parsed(wiretest::recording(Name, QStringLiteral("google__google-model-web-fetch-tool"))
                       .response()));
        QVERIFY(decoded);
        const Json chat =
            parsed(wire::codecFor(Format::OpenAiChat)->encodeResponse(*decoded, nullptr));
        const Json citation = chat["choices"].at(0)["message"]["annotations"].at(0);
        QCOMPARE(citation["url_citation"]["url"], Json("https://ai.pydantic.dev"));
        QCOMPARE(citation["url_citation"]["title"], Json("Pydantic AI"));
        // And what OpenAI cites reaches a Gemini client.
        const auto foreign = wire::codecFor(Format::OpenAiChat)->decodeResponse(chat);
        QVERIFY(foreign);
        const Json back = parsed(codec().encodeResponse(*foreign, nullptr));
        const Json web =
            back["candidates"].at(0)["groundingMetadata"]["groundingChunks"].at(0)["web"];
        QCOMPARE(web["uri"], Json("https://ai.pydantic.dev"));
    }

    void foreignThinkingComesBackToItsMaker()
    {
        chat::ChatResponse response{.id = "msg_1", .model = "claude"};
        chat::Choice choice{.finish = FinishReason::ToolCalls};
        choice.message.parts.emplace_back(
            chat::ReasoningPart{.text = "hm", .signature = "Sig+/==", .origin = Format::Anthropic});
        choice.message.parts.emplace_back(
            chat::ToolCallPart{.id = "toolu_1", .name = "f", .arguments = "{}"});
        response.choices.push_back(choice);
        const Json answer = parsed(codec().encodeResponse(response, nullptr));
        QCOMPARE(test::geminiAnswerFaults(answer), QStringList());
        Json content = answer["candidates"].at(0)["content"];
        // Google's libraries keep the field as bytes and write it in the other alphabet.
        Json parts = content["parts"];
        Json first = parts.at(0);
        first.set("thoughtSignature", QByteArray::fromBase64(first["thoughtSignature"].toBytes())
                                          .toBase64(QByteArray::Base64UrlEncoding));
        content.set("parts", Json::array({first, parts.at(1)}));
        const Json request = Json::object(
            {{"contents",
              Json::array({quoted("{'role':'user','parts':[{'text':'go'}]}"), content,
                           quoted("{'role':'user','parts':[{'functionResponse':{'id':'toolu_1',"
                                  "'name':'f','response':{'result':'ok'}}}]}")})}});
        auto decoded = codec().decodeRequest(request);
        QVERIFY(decoded);
        decoded->request.model = "claude";
        const auto claude = wire::codecFor(Format::Anthropic)->encodeRequest(decoded->request, {});
        QVERIFY(claude);
        QCOMPARE(parsed(claude->body)["messages"].at(1)["content"].at(0).toJson(),
                 QByteArray(R"({"type":"thinking","thinking":"hm","signature":"Sig+/=="})"));
    }

    void recordedErrorsAreUnderstood_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<qint64>("retryMs");
        QTest::newRow("429") << QStringLiteral("google__google-429-retry-info") << 429
                             << int(ErrorCode::RateLimited) << qint64(34'400);
        QTest::newRow("404") << QStringLiteral("google__model-name-suggestion-google") << 404
                             << int(ErrorCode::NotFound) << qint64(-1);
        QTest::newRow("400") << QStringLiteral("vertex__multimodal-tool-return-matrix-direct-url-"
                                               "image-google-vertex-s3")
                             << 400 << int(ErrorCode::InvalidRequest) << qint64(-1);
    }
    void recordedErrorsAreUnderstood()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        QFETCH(int, code);
        QFETCH(qint64, retryMs);
        const QByteArray body = wiretest::recording(Name, name).response();
        const base::Error error = codec().decodeError(status, body);
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.upstreamStatus, status);
        QCOMPARE(error.detail, parsed(body)["error"]["message"].toText());
        QCOMPARE(error.retryAfter ? error.retryAfter->count() : -1, retryMs);
        const Json back = parsed(codec().encodeError(error, status, {}));
        QCOMPARE(back["error"]["code"].toInt(), status);
        QCOMPARE(back["error"]["status"], parsed(body)["error"]["status"]);
        if (retryMs >= 0)
            QCOMPARE(back["error"]["details"].at(0)["retryDelay"], Json("34.400s"));
    }

    void errorsAreSorted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, int status, const char *body, ErrorCode code) {
            QTest::newRow(name) << status << QByteArray(body).replace('\'', '"') << int(code);
        };
        row("bad key", 400,
            "{'error':{'code':400,'message':'API key not valid.','status':'INVALID_ARGUMENT',"
            "'details':[{'@type':'type.googleapis.com/google.rpc.ErrorInfo',"
            "'reason':'API_KEY_INVALID'}]}}",
            ErrorCode::Unauthorized);
        row("day", 429,
            "{'error':{'code':429,'message':'You exceeded your current quota','status':"
            "'RESOURCE_EXHAUSTED','details':[{'@type':'type.googleapis.com/google.rpc."
            "QuotaFailure','violations':[{'quotaId':'GenerateRequestsPerDayPerProject'}]}]}}",
            ErrorCode::QuotaExhausted);
        row("capacity", 429,
            "{'error':{'code':429,'message':'no','status':'RESOURCE_EXHAUSTED','details':["
            "{'@type':'type.googleapis.com/google.rpc.ErrorInfo','reason':"
            "'MODEL_CAPACITY_EXHAUSTED'}]}}",
            ErrorCode::Overloaded);
        row("busy", 503, "{'error':{'code':503,'message':'busy','status':'UNAVAILABLE'}}",
            ErrorCode::Overloaded);
        row("late", 504, "{'error':{'code':504,'message':'x','status':'DEADLINE_EXCEEDED'}}",
            ErrorCode::Timeout);
        row("denied", 403, "{'error':{'code':403,'message':'x','status':'PERMISSION_DENIED'}}",
            ErrorCode::Forbidden);
        row("long", 400,
            "{'error':{'code':400,'message':'The input token count exceeds the maximum context "
            "length','status':'INVALID_ARGUMENT'}}",
            ErrorCode::ContextTooLong);
        row("list", 503, "[{'error':{'code':503,'message':'busy','status':'UNAVAILABLE'}}]",
            ErrorCode::Overloaded);
        row("page", 502, "<html>bad gateway</html>", ErrorCode::UpstreamFailed);
        row("empty", 500, "", ErrorCode::UpstreamFailed);
    }
    void errorsAreSorted()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const base::Error error = codec().decodeError(status, body);
        QCOMPARE(int(error.code), code);
        QVERIFY(!error.detail.isEmpty());
        QVERIFY(!error.detail.contains(QLatin1Char('<')));
    }

    void aClientsErrorNamesTheField()
    {
        const base::Error error{.code = ErrorCode::InvalidRequest,
                                .detail = QStringLiteral("contents: is required"),
                                .field = QStringLiteral("contents")};
        const int status = wire::clientStatus(error, Format::Gemini);
        const Json body = parsed(codec().encodeError(error, status, "r"));
        QCOMPARE(body["error"]["code"].toInt(), 400);
        QCOMPARE(body["error"]["status"], Json("INVALID_ARGUMENT"));
        QCOMPARE(body["error"]["details"].at(0)["fieldViolations"].at(0)["field"],
                 Json("contents"));
    }
};

OMNI_TEST(TstGeminiAnswers)
#include "tst_geminianswers.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/ollama/codec.h"
#include "core/wire/ollama/models.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using wiretest::parsed;

namespace {

const QString Folder = QStringLiteral("ollama");

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::Ollama);
}

const wire::Codec &codecOf(const Json &answer)
{
    return answer.contains("message") ? codec() : wire::ollama::generateCodec();
}

bool isStream(const wiretest::Recording &each)
{
    return each.isStream;
}

/// The lines of a recording without a codec: all text, all thinking.
QByteArray joined(const QByteArray &ndjson, const char *chatField, const char *generateField)
{
    QByteArray all;
    for (const QByteArray &line : ndjson.trimmed().split('\n')) {
        const Json json = parsed(line);
        all += json.contains("message") ? json["message"][chatField].toBytes()
                                        : json[generateField].toBytes();
    }
    return all;
}

constexpr char Calls[] =
    R"({"model":"m","created_at":"2025-01-02T03:04:05Z","message":{"role":"assistant","content":"","thinking":"hm"},"done":false}
{"model":"m","created_at":"2025-01-02T03:04:05Z","message":{"role":"assistant","content":"Let me see."},"done":false}
{"model":"m","created_at":"2025-01-02T03:04:06Z","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"look","arguments":{"b":1,"a":2.50}}},{"function":{"name":"look","arguments":{}}}]},"done":false}
{"model":"m","created_at":"2025-01-02T03:04:07Z","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","total_duration":5,"prompt_eval_count":3,"eval_count":4}
)";

} // namespace

class TstOllamaAnswers : public QObject
{
    Q_OBJECT

private slots:
    void recordedAnswersMakeTheTrip_data()
    {
        wiretest::addRows(Folder, [](const wiretest::Recording &each) { return !each.isStream; });
    }
    void recordedAnswersMakeTheTrip();
    void cutsChangeNothing_data() { wiretest::addRows(Folder, isStream); }
    void cutsChangeNothing();
    void recordedStreamsSayWhatTheirLinesSay_data() { wiretest::addRows(Folder, isStream); }
    void recordedStreamsSayWhatTheirLinesSay();
    void callsEndTheAnswer();
    void streamsOfOthersAreWrittenLegally_data();
    void streamsOfOthersAreWrittenLegally();
    void brokenStreamsFail_data();
    void brokenStreamsFail();
    void errorsAreSorted_data();
    void errorsAreSorted();
    void errorsAreOneSentence();
    void aPingDisturbsNoLine();
    void modelsAreListed();
    void requestsThatSayNothingLoadTheModel();
};

void TstOllamaAnswers::recordedAnswersMakeTheTrip()
{
    QFETCH(QString, name);
    const Json answer = parsed(wiretest::recording(Folder, name).response());
    const auto decoded = codecOf(answer).decodeResponse(answer);
    QVERIFY(decoded);
    QCOMPARE(decoded->usage.input, answer["prompt_eval_count"].asInt());
    QCOMPARE(decoded->usage.output, answer["eval_count"].asInt());
    wire::Losses losses;
    const Json again = parsed(codecOf(answer).encodeResponse(*decoded, &losses));
    QCOMPARE(wiretest::differences(again, answer, {}).join(u'\n'), QString());
    QVERIFY(losses.isEmpty());
    QCOMPARE(test::ollamaAnswerFaults(again, !answer.contains("message")).join(u'\n'), QString());
    // The other form, and other dialects, say the same.
    const bool isGenerate = !answer.contains("message");
    const wire::Codec &other = isGenerate ? codec() : wire::ollama::generateCodec();
    const Json turned = parsed(other.encodeResponse(*decoded));
    QCOMPARE(test::ollamaAnswerFaults(turned, !isGenerate).join(u'\n'), QString());
    chat::ChatResponse named = *decoded;
    named.id = "chatcmpl-1";
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    QCOMPARE(test::openAiAnswerFaults(parsed(openAi.encodeResponse(named))).join(u'\n'), QString());
}

void TstOllamaAnswers::cutsChangeNothing()
{
    QFETCH(QString, name);
    const QByteArray lines = wiretest::recording(Folder, name).response();
    const chat::StreamEvents whole = wiretest::eventsOfStream(codec(), lines);
    QVERIFY(!whole.empty());
    for (const qsizetype cut : {1, 2, 3, 7, 64, 1000})
        QVERIFY(wiretest::eventsOfStream(codec(), lines, cut) == whole);
}

void TstOllamaAnswers::recordedStreamsSayWhatTheirLinesSay()
{
    QFETCH(QString, name);
    const QByteArray lines = wiretest::recording(Folder, name).response();
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), lines);
    const chat::ResponseBuilder builder = wiretest::built(events);
    QVERIFY(builder.isFinished());
    const Json last = parsed(lines.trimmed().split('\n').last());
    QByteArray text;
    QByteArray thought;
    for (const chat::Part &part : builder.response().choices.at(0).message.parts) {
        if (const auto *said = part.as<chat::TextPart>())
            text += said->text;
        else if (const auto *reasoning = part.as<chat::ReasoningPart>())
            thought += reasoning->text;
    }
    QCOMPARE(text, joined(lines, "content", "response"));
    QCOMPARE(thought, joined(lines, "thinking", "thinking"));
    QCOMPARE(builder.response().usage.input, last["prompt_eval_count"].asInt());
    QCOMPARE(builder.response().usage.output, last["eval_count"].asInt());
    // Written again it is the same answer, last line and all.
    const QByteArray again =
        wiretest::encoded(wire::ollama::generateCodec(), events, {"alias", true, "x", 5});
    QCOMPARE(test::ollamaStreamFaults(again, true).join(u'\n'), QString());
    Json wanted = last;
    wanted.set("model", "alias");
    wanted.set("created_at", parsed(lines.split('\n').first())["created_at"]);
    QCOMPARE(
        wiretest::differences(parsed(again.trimmed().split('\n').last()), wanted, {}).join(u'\n'),
        QString());
    QCOMPARE(wiretest::summary(wiretest::eventsOfStream(codec(), again)),
             wiretest::summary(events));
    // As a whole answer too.
    QCOMPARE(wiretest::summary(chat::eventsOf(builder.response())), wiretest::summary(events));
}

void TstOllamaAnswers::callsEndTheAnswer()
{
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), Calls);
    QCOMPARE(wiretest::summary(events),
             "reasoning(hm) text(Let me see.) call(made look {\"b\":1,\"a\":2.50}) "
             "call(made look {}) " +
                 wiretest::ending(chat::FinishReason::ToolCalls));
    for (const qsizetype cut : {1, 2, 3, 7})
        QVERIFY(wiretest::eventsOfStream(codec(), Calls, cut) == events);
    const chat::ChatResponse response = wiretest::built(events).response();
    const auto &parts = response.choices.at(0).message.parts;
    QVERIFY(parts[2].as<chat::ToolCallPart>()->id != parts[3].as<chat::ToolCallPart>()->id);
    // Nothing wrote an id, so none goes back; another dialect gets one.
    const QByteArray again = wiretest::encoded(codec(), events, {"m", true, "x", 5});
    QVERIFY(!again.contains("\"id\""));
    QVERIFY(again.contains("2.50"));
    QCOMPARE(test::ollamaStreamFaults(again).join(u'\n'), QString());
    const wire::Codec &openAi = *wire::codecFor(chat::Format::OpenAiChat);
    const QByteArray chunks = wiretest::encoded(openAi, events, {"alias", true, "chatcmpl-1", 5});
    QCOMPARE(test::openAiStreamFaults(chunks, true).join(u'\n'), QString());
    const wire::Codec &claude = *wire::codecFor(chat::Format::Anthropic);
    const QByteArray blocks = wiretest::encoded(claude, events, {"alias", true, "msg_1", 5});
    QCOMPARE(test::anthropicStreamFaults(blocks).join(u'\n'), QString());
}

void TstOllamaAnswers::streamsOfOthersAreWrittenLegally_data()
{
    wiretest::addStreamRows({QStringLiteral("openai-chat"), QStringLiteral("anthropic"),
                             QStringLiteral("openai-responses")});
}

void TstOllamaAnswers::streamsOfOthersAreWrittenLegally()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    const wire::Codec &from = *wire::codecFor(*chat::formatFromName(format.toLatin1()));
    const chat::StreamEvents events =
        wiretest::eventsOfStream(from, wiretest::recording(format, name).response());
    const chat::ResponseBuilder builder = wiretest::built(events);
    const QByteArray lines = wiretest::encoded(codec(), events, {"alias", true, "x", 5});
    if (builder.error()) {
        QVERIFY(!lines.contains("\"done\":true"));
        return;
    }
    QCOMPARE(test::ollamaStreamFaults(lines).join(u'\n'), QString());
    const chat::ChatResponse again =
        wiretest::built(wiretest::eventsOfStream(codec(), lines)).response();
    QCOMPARE(again.usage.input, builder.response().usage.input);
    QCOMPARE(again.usage.output, builder.response().usage.output);
    const auto callsOf = [](const chat::ChatResponse &response) {
        QByteArrayList calls;
        for (const chat::Part &part : response.choices.at(0).message.parts) {
            if (const auto *call = part.as<chat::ToolCallPart>())
                calls.append(call->id + ' ' + call->name);
        }
        return calls;
    };
    QCOMPARE(callsOf(again), callsOf(builder.response()));
    QCOMPARE(
        test::ollamaAnswerFaults(parsed(codec().encodeResponse(builder.response()))).join(u'\n'),
        QString());
}

void TstOllamaAnswers::brokenStreamsFail_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("code");
    const QByteArray good =
        R"({"model":"m","created_at":"2025-01-02T03:04:05Z","message":{"role":"assistant","content":"a"},"done":false})"
        "\n";
    QTest::newRow("nothing") << QByteArray() << int(base::ErrorCode::UpstreamFailed);
    QTest::newRow("cut") << good << int(base::ErrorCode::UpstreamFailed);
    QTest::newRow("no JSON") << good + "oops\n" << int(base::ErrorCode::UpstreamFailed);
    QTest::newRow("a list") << QByteArray("[]\n") << int(base::ErrorCode::UpstreamFailed);
    QTest::newRow("no answer") << QByteArray("{\"done\":false}\n")
                               << int(base::ErrorCode::UpstreamFailed);
    QTest::newRow("error") << good + "{\"error\":\"model runner busy\"}\n"
                           << int(base::ErrorCode::Overloaded);
    QTest::newRow("nameless call")
        << QByteArray(R"({"message":{"tool_calls":[{"function":{}}]}})") + '\n'
        << int(base::ErrorCode::UpstreamFailed);
}

void TstOllamaAnswers::brokenStreamsFail()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, code);
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), lines);
    const auto error = wiretest::built(events).error();
    QVERIFY(error);
    QCOMPARE(int(error->code), code);
    QVERIFY(!wiretest::encoded(codec(), events, {"m", true, "x", 5}).contains("\"done\":true"));
}

void TstOllamaAnswers::errorsAreSorted_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](int status, const char *body, base::ErrorCode code) {
        QTest::addRow("%d %s", status, body) << status << QByteArray(body) << int(code);
    };
    row(404, R"({"error":"model \"x\" not found, try pulling it first"})",
        base::ErrorCode::NotFound);
    row(400, R"({"error":"\"m\" does not support tools"})", base::ErrorCode::InvalidRequest);
    row(401, R"({"error":"unauthorized"})", base::ErrorCode::Unauthorized);
    row(429, R"({"error":"you've reached your hourly usage limit"})",
        base::ErrorCode::QuotaExhausted);
    row(503, R"({"error":"server busy"})", base::ErrorCode::Overloaded);
    row(500, "<html>", base::ErrorCode::UpstreamFailed);
    row(500, "", base::ErrorCode::UpstreamFailed);
    row(500, "{}", base::ErrorCode::UpstreamFailed);
}

void TstOllamaAnswers::errorsAreSorted()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    const base::Error error = codec().decodeError(status, body);
    QCOMPARE(int(error.code), code);
    QCOMPARE(error.upstreamStatus, status);
    QVERIFY(!error.detail.isEmpty());
}

void TstOllamaAnswers::errorsAreOneSentence()
{
    const base::Error error{.code = base::ErrorCode::RateLimited,
                            .detail = QStringLiteral("too \"many\"")};
    QCOMPARE(codec().encodeError(error, 429, "r"), QByteArray(R"({"error":"too \"many\""})"));
    QCOMPARE(codec().encodeStreamError(error, 429, "r"),
             QByteArray("{\"error\":\"too \\\"many\\\"\"}\n"));
}

void TstOllamaAnswers::aPingDisturbsNoLine()
{
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), Calls);
    const auto encoder = codec().streamEncoder({"m", true, "x", 5});
    QByteArray lines = codec().encodePing(false);
    for (const chat::StreamEvent &event : events)
        lines += encoder->encode(event) + codec().encodePing(true);
    lines += encoder->finish();
    QCOMPARE(test::ollamaStreamFaults(lines).join(u'\n'), QString());
}

void TstOllamaAnswers::modelsAreListed()
{
    using namespace wire::ollama;
    const Model model{.name = "glm/glm-4.6",
                      .family = "glm",
                      .contextLength = 200000,
                      .modifiedSeconds = 86400,
                      .takesImages = true};
    const Json tags = parsed(encodeTags({model, {.name = "b"}}));
    QCOMPARE(tags["models"].size(), 2);
    const Json first = tags["models"].at(0);
    QCOMPARE(first["name"], Json("glm/glm-4.6"));
    QCOMPARE(first["model"], first["name"]);
    QCOMPARE(first["modified_at"], Json("1970-01-02T00:00:00Z"));
    QCOMPARE(first["digest"].toBytes().size(), 64);
    QVERIFY(first["digest"] != tags["models"].at(1)["digest"]);
    const Json show = parsed(encodeShow(model));
    const QByteArray family = show["model_info"]["general.architecture"].toBytes();
    QCOMPARE(show["model_info"][QByteArrayView(family + ".context_length")].toInt(), 200000);
    QCOMPARE(show["capabilities"], Json::array({"completion", "tools", "vision"}));
    QCOMPARE(parsed(encodeRunning())["models"], Json::array());
    QVERIFY(parsed(encodeVersion())["version"].toBytes().count('.') == 2);
    QCOMPARE(shownModel(R"({"model":"a"})"), QByteArray("a"));
    QCOMPARE(shownModel(R"({"name":"b"})"), QByteArray("b"));
    QCOMPARE(shownModel("nonsense"), QByteArray());
}

void TstOllamaAnswers::requestsThatSayNothingLoadTheModel()
{
    using namespace wire::ollama;
    QVERIFY(loadWish(R"({"model":"m","prompt":""})", Form::Generate));
    QVERIFY(loadWish(R"({"model":"m"})", Form::Generate));
    QVERIFY(loadWish(R"({"model":"m","messages":[]})", Form::Chat));
    QVERIFY(!loadWish(R"({"model":"m","prompt":"hi"})", Form::Generate));
    QVERIFY(!loadWish(R"({"model":"m","prompt":["hi"]})", Form::Generate));
    QVERIFY(!loadWish(R"({"model":"m","prompt":"","images":["aa"]})", Form::Generate));
    QVERIFY(!loadWish(R"({"model":"m","messages":"hi"})", Form::Chat));
    QVERIFY(!loadWish(R"({"messages":[]})", Form::Chat));
    QVERIFY(!loadWish("nonsense", Form::Chat));
    const auto unload = loadWish(R"({"model":"m","keep_alive":0})", Form::Generate);
    QVERIFY(unload && unload->isUnload);
    const Json loaded = parsed(encodeLoaded({.model = "m"}));
    QCOMPARE(test::ollamaAnswerFaults(loaded).join(u'\n'), QString());
    QCOMPARE(loaded["done_reason"], Json("load"));
    QCOMPARE(parsed(encodeLoaded(*unload))["done_reason"], Json("unload"));
    QCOMPARE(test::ollamaAnswerFaults(parsed(encodeLoaded(*unload)), true).join(u'\n'), QString());
}

OMNI_TEST(TstOllamaAnswers)
#include "tst_ollamaanswers.moc"

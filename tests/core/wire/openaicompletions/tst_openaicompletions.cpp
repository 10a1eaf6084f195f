// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/completionsvalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using wiretest::parsed;

namespace {

const QString Folder = QStringLiteral("openai-completions");

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::OpenAiCompletions);
}

const wire::Codec &openAi()
{
    return *wire::codecFor(chat::Format::OpenAiChat);
}

Json sent(const wire::Codec &from, const wire::Codec &to, const Json &body,
          wire::Losses *losses = nullptr)
{
    const auto decoded = from.decodeRequest(body);
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = to.encodeRequest(decoded->request, {});
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = decoded->losses + encoded->losses;
    return parsed(encoded->body);
}

bool isStream(const wiretest::Recording &each)
{
    return each.isStream;
}

QByteArray chunk(const QByteArray &choices)
{
    return R"({"id":"cmpl-1","object":"text_completion","created":7,"model":"m","choices":[)" +
           choices + "]}";
}

} // namespace

class TstOpenAiCompletions : public QObject
{
    Q_OBJECT

private slots:
    void recordedRequestsMakeTheTrip_data()
    {
        wiretest::addRows(
            Folder, [](const wiretest::Recording &each) { return !each.request().isEmpty(); });
    }
    void recordedRequestsMakeTheTrip();
    void everyFieldMakesTheTrip();
    void promptsBecomeOneMessage();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void conversationsBecomeTranscripts();
    void whatNoPromptCanSayIsRefused_data();
    void whatNoPromptCanSayIsRefused();
    void recordedAnswersMakeTheTrip_data()
    {
        wiretest::addRows(Folder, [](const wiretest::Recording &each) { return !each.isStream; });
    }
    void recordedAnswersMakeTheTrip();
    void logprobsMakeTheTrip();
    void cutsChangeNothing_data() { wiretest::addRows(Folder, isStream); }
    void cutsChangeNothing();
    void recordedStreamsSayWhatTheirChunksSay_data() { wiretest::addRows(Folder, isStream); }
    void recordedStreamsSayWhatTheirChunksSay();
    void choicesStayApart();
    void chatsAreWrittenAsCompletions_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), isStream);
    }
    void chatsAreWrittenAsCompletions();
    void brokenStreamsFail_data();
    void brokenStreamsFail();
};

void TstOpenAiCompletions::recordedRequestsMakeTheTrip()
{
    QFETCH(QString, name);
    const Json recorded = parsed(wiretest::recording(Folder, name).request());
    Json request = Json::object();
    for (const base::JsonMember &member : recorded.members()) {
        if (!member.value.isNull() && member.value != Json(false))
            request.set(member.key, member.value);
    }
    if (request["stream"].toBool())
        request.set("stream_options", Json::object({{"include_usage", true}}));
    const Json again = sent(codec(), codec(), recorded);
    QCOMPARE(wiretest::differences(again, request, {}).join(u'\n'), QString());
    QCOMPARE(test::completionsRequestFaults(again).join(u'\n'), QString());
    // To a chat upstream the prompt is one message.
    const Json chat = sent(codec(), openAi(), recorded);
    QCOMPARE(test::openAiRequestFaults(chat).join(u'\n'), QString());
    QCOMPARE(chat["messages"].at(0)["content"], recorded["prompt"]);
}

void TstOpenAiCompletions::everyFieldMakesTheTrip()
{
    const Json request = parsed(R"({"model":"m","prompt":["Once"],"suffix":" end.",
        "max_tokens":7,"temperature":0.50,"top_p":0.9,"n":2,"best_of":3,"stream":true,
        "stream_options":{"include_usage":true},"logprobs":3,"echo":false,"stop":["a","b"],
        "presence_penalty":1,"frequency_penalty":0.5,"seed":5,"user":"u","logit_bias":{"5":1}})");
    const Json again = sent(codec(), codec(), request);
    QCOMPARE(wiretest::differences(again, request, {}).join(u'\n'), QString());
    QCOMPARE(test::completionsRequestFaults(again).join(u'\n'), QString());
}

void TstOpenAiCompletions::promptsBecomeOneMessage()
{
    wire::Losses losses;
    const Json chat =
        sent(codec(), openAi(), parsed(R"({"model":"m","prompt":"a = ","suffix":"print a",
        "logprobs":2,"best_of":2,"stop":"\n"
})"),
             &losses);
    QCOMPARE(chat["messages"].size(), 2);
    QCOMPARE(chat["messages"].at(0)["role"], Json("system"));
    QVERIFY(chat["messages"].at(0)["content"].toBytes().endsWith("print a"));
    QCOMPARE(chat["messages"].at(1)["content"], Json("a = "));
    QCOMPARE(chat["top_logprobs"].toInt(), 2);
    QCOMPARE(chat["logprobs"], Json(true));
    QCOMPARE(chat["stop"], Json::array({"\n"}));
    QByteArrayList paths;
    for (const wire::Loss &loss : losses)
        paths.append(loss.path);
    QCOMPARE(paths, QByteArrayList({"suffix", "best_of"}));
}

void TstOpenAiCompletions::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *field, const char *fields) {
        QTest::newRow(fields) << QByteArray(fields) << QString::fromLatin1(field);
    };
    row("prompt", R"("echo":false)");
    row("prompt", R"("prompt":"")");
    row("prompt", R"("prompt":["a","b"])");
    row("prompt", R"("prompt":[1,2,3])");
    row("prompt", R"("prompt":[[1,2],[3]])");
    row("prompt", R"("prompt":{})");
    row("suffix", R"("prompt":"a","suffix":1)");
    row("echo", R"("prompt":"a","echo":true)");
    row("logprobs", R"("prompt":"a","logprobs":6)");
    row("logprobs", R"("prompt":"a","logprobs":true)");
    row("max_tokens", R"("prompt":"a","max_tokens":0)");
    row("n", R"("prompt":"a","n":0)");
    row("best_of", R"("prompt":"a","best_of":"x")");
    row("stop", R"("prompt":"a","stop":["a","b","c","d","e"])");
    row("stop[1]", R"("prompt":"a","stop":["a",1])");
    row("stream", R"("prompt":"a","stream":"yes")");
    row("stream_options.include_usage", R"("prompt":"a","stream_options":{"include_usage":1})");
    row("temperature", R"("prompt":"a","temperature":"hot")");
}

void TstOpenAiCompletions::wrongFieldsAreNamed()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, field);
    const auto decoded = codec().decodeRequest(parsed(R"({"model":"m",)" + fields + '}'));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, base::ErrorCode::InvalidRequest);
    QCOMPARE(decoded.error().field, field);
}

void TstOpenAiCompletions::conversationsBecomeTranscripts()
{
    wire::Losses losses;
    const Json request = sent(openAi(), codec(), parsed(R"({"model":"m","messages":[
        {"role":"system","content":"Be brief."},{"role":"user","content":"hi"},
        {"role":"assistant","content":"hello"},{"role":"user","content":"bye"}],
        "tools":[{"type":"function","function":{"name":"a"}}]})"),
                              &losses);
    QCOMPARE(request["prompt"],
             Json("Be brief.\n\nUser: hi\n\nAssistant: hello\n\nUser: bye\n\nAssistant:"));
    QCOMPARE(request["stop"], Json::array({"\nUser:"}));
    QCOMPARE(test::completionsRequestFaults(request).join(u'\n'), QString());
    QCOMPARE(losses.size(), 1);
    QCOMPARE(losses.at(0).path, QByteArray("tools"));
}

void TstOpenAiCompletions::whatNoPromptCanSayIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("a forced tool")
        << QByteArray(R"({"model":"m","messages":[{"role":"user","content":"a"}],
        "tools":[{"type":"function","function":{"name":"a"}}],"tool_choice":"required"})")
        << QStringLiteral("tool_choice");
    QTest::newRow("an image") << QByteArray(R"({"model":"m","messages":[{"role":"user","content":[
        {"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"https://x/a.png"}}]}]})")
                              << QStringLiteral("messages[0].content[1]");
}

void TstOpenAiCompletions::whatNoPromptCanSayIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto decoded = openAi().decodeRequest(parsed(body));
    const auto encoded = codec().encodeRequest(decoded->request, {});
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
    QCOMPARE(encoded.error().field, field);
}

void TstOpenAiCompletions::recordedAnswersMakeTheTrip()
{
    QFETCH(QString, name);
    Json answer = parsed(wiretest::recording(Folder, name).response());
    const auto decoded = codec().decodeResponse(answer);
    QVERIFY(decoded);
    QCOMPARE(decoded->usage.input, answer["usage"]["prompt_tokens"].asInt());
    QCOMPARE(decoded->usage.output, answer["usage"]["completion_tokens"].asInt());
    wire::Losses losses;
    const Json again = parsed(codec().encodeResponse(*decoded, &losses));
    // One vendor spells it with a full stop.
    answer.set("object", "text_completion");
    QCOMPARE(wiretest::differences(again, answer, {}).join(u'\n'), QString());
    QCOMPARE(test::completionsAnswerFaults(again).join(u'\n'), QString());
    QVERIFY(losses.isEmpty());
    QCOMPARE(test::openAiAnswerFaults(parsed(openAi().encodeResponse(*decoded)))
                 .filter(QStringLiteral("prompt"))
                 .size(),
             0);
}

void TstOpenAiCompletions::logprobsMakeTheTrip()
{
    const Json answer = parsed(R"({"id":"cmpl-1","object":"text_completion","created":1,
        "model":"m","choices":[{"text":"é b","index":0,"logprobs":{"tokens":["é"," b"],
        "token_logprobs":[-0.10,null],"top_logprobs":[{"é":-0.10,"e":-2},{}],
        "text_offset":[0,1]},"finish_reason":"length"}],
        "usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})");
    const auto decoded = codec().decodeResponse(answer);
    QVERIFY(decoded);
    QCOMPARE(
        wiretest::differences(parsed(codec().encodeResponse(*decoded)), answer, {}).join(u'\n'),
        QString());
    const Json chat = parsed(openAi().encodeResponse(*decoded));
    QCOMPARE(chat["choices"].at(0)["logprobs"]["content"].at(0)["top_logprobs"].size(), 2);
}

void TstOpenAiCompletions::cutsChangeNothing()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(Folder, name).response();
    const chat::StreamEvents whole = wiretest::eventsOfStream(codec(), sse);
    QVERIFY(!whole.empty());
    for (const qsizetype cut : {1, 2, 3, 7, 64, 1000})
        QVERIFY(wiretest::eventsOfStream(codec(), sse, cut) == whole);
}

void TstOpenAiCompletions::recordedStreamsSayWhatTheirChunksSay()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(Folder, name).response();
    QByteArray text;
    Json usage;
    QByteArray reason;
    for (const QByteArray &line : wiretest::dataOf(sse)) {
        const Json json = parsed(line);
        text += json["choices"].at(0)["text"].toBytes();
        if (json["usage"].isObject())
            usage = json["usage"];
        if (json["choices"].at(0)["finish_reason"].isString())
            reason = json["choices"].at(0)["finish_reason"].toBytes();
    }
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), sse);
    const chat::ResponseBuilder builder = wiretest::built(events);
    QVERIFY(builder.isFinished());
    QCOMPARE(wiretest::summary(events),
             "text(" + text + ") " +
                 wiretest::ending(reason == "length" ? chat::FinishReason::Length
                                                     : chat::FinishReason::Stop));
    QCOMPARE(builder.response().usage.input, usage["prompt_tokens"].asInt());
    QCOMPARE(builder.response().usage.output, usage["completion_tokens"].asInt());
    for (const bool wantsUsage : {false, true}) {
        const QByteArray again =
            wiretest::encoded(codec(), events, {"alias", wantsUsage, "cmpl-0", 5});
        QCOMPARE(test::completionsStreamFaults(again, wantsUsage).join(u'\n'), QString());
        QCOMPARE(wiretest::summary(wiretest::eventsOfStream(codec(), again)),
                 wiretest::summary(events));
    }
    QCOMPARE(test::completionsAnswerFaults(parsed(codec().encodeResponse(builder.response())))
                 .join(u'\n'),
             QString());
}

void TstOpenAiCompletions::choicesStayApart()
{
    const QByteArray sse = wiretest::sseOf(
        {chunk(R"({"index":0,"text":"a","logprobs":null,"finish_reason":null})"),
         chunk(R"({"index":1,"text":"b","logprobs":null,"finish_reason":null})"),
         chunk(R"({"index":0,"text":"c","logprobs":null,"finish_reason":"stop"})"),
         chunk(R"({"index":1,"text":"d","logprobs":null,"finish_reason":"length"})"), "[DONE]"});
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), sse);
    QCOMPARE(wiretest::summary(events), QByteArray("text(ac) #1 text(bd) #3"));
    const QByteArray again = wiretest::encoded(codec(), events, {"m", false, "cmpl-0", 5});
    QCOMPARE(test::completionsStreamFaults(again, false).join(u'\n'), QString());
}

void TstOpenAiCompletions::chatsAreWrittenAsCompletions()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(QStringLiteral("openai-chat"), name).response();
    const chat::StreamEvents events = wiretest::eventsOfStream(openAi(), sse);
    const chat::ResponseBuilder builder = wiretest::built(events);
    const QByteArray written = wiretest::encoded(codec(), events, {"alias", true, "cmpl-0", 5});
    if (builder.error()) {
        QVERIFY(!written.contains("[DONE]"));
        return;
    }
    QCOMPARE(test::completionsStreamFaults(written, true).join(u'\n'), QString());
    wire::Losses losses;
    const Json whole = parsed(codec().encodeResponse(builder.response(), &losses));
    QCOMPARE(test::completionsAnswerFaults(whole).join(u'\n'), QString());
    const bool hasCalls = wiretest::summary(events).contains("call(");
    QVERIFY(!hasCalls || !losses.isEmpty());
}

void TstOpenAiCompletions::brokenStreamsFail_data()
{
    QTest::addColumn<QByteArray>("sse");
    const QByteArray text = chunk(R"({"index":0,"text":"a","finish_reason":null})");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("only the end") << wiretest::sseOf({"[DONE]"});
    QTest::newRow("cut") << wiretest::sseOf({text});
    QTest::newRow("no JSON") << wiretest::sseOf({text, "{"});
    QTest::newRow("error") << wiretest::sseOf({text, R"({"error":{"message":"no"}})"});
}

void TstOpenAiCompletions::brokenStreamsFail()
{
    QFETCH(QByteArray, sse);
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), sse);
    QVERIFY(wiretest::built(events).error());
    QVERIFY(!wiretest::encoded(codec(), events, {"m", true, "x", 5}).contains("[DONE]"));
}

OMNI_TEST(TstOpenAiCompletions)
#include "tst_openaicompletions.moc"

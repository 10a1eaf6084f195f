// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/requestfacts.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;

class TstRequestFacts : public QObject
{
    Q_OBJECT

private slots:
    void recordedRequestsPassThroughByteEqual_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), [](const wiretest::Recording &each) {
            return !each.request().isEmpty();
        });
    }
    void recordedRequestsPassThroughByteEqual();
    void everyDialectPassesThroughByteEqual_data();
    void everyDialectPassesThroughByteEqual();
    void factsAreReadFromTheBytes_data();
    void factsAreReadFromTheBytes();
    void wrongBodiesAreRefused_data();
    void wrongBodiesAreRefused();
    void patchesTouchOnlyWhatRoutingOwns_data();
    void patchesTouchOnlyWhatRoutingOwns();
    void theUrlMayHoldTheModelAndTheStream_data();
    void theUrlMayHoldTheModelAndTheStream();
    void theClientSeesItsOwnModel_data();
    void theClientSeesItsOwnModel();
    void onlyTheUsageChunkIsTakenOut_data();
    void onlyTheUsageChunkIsTakenOut();
};

void TstRequestFacts::recordedRequestsPassThroughByteEqual()
{
    QFETCH(QString, name);
    const QByteArray body = wiretest::recording(QStringLiteral("openai-chat"), name).request();
    const auto facts = wire::readFacts(Format::OpenAiChat, body);
    QVERIFY(facts);
    const Json json = wiretest::parsed(body);
    QCOMPARE(facts->model, json["model"].toBytes());
    QCOMPARE(facts->stream, json["stream"].toBool());
    chat::Traits traits;
    traits.streamUsage = !facts->stream || facts->includeUsage;
    // Nothing to change: the same bytes.
    if (traits.streamUsage)
        QCOMPARE(wire::patchRequest(Format::OpenAiChat, body, *facts, facts->model, traits), body);
    // Another model: its name, and for streams the wish for usage, nothing else.
    const QByteArray patched =
        wire::patchRequest(Format::OpenAiChat, body, *facts, "up/stream-1", chat::Traits());
    QByteArray wanted = body;
    const qsizetype at = wanted.lastIndexOf('"' + facts->model + '"');
    wanted.replace(at, facts->model.size() + 2, "\"up/stream-1\"");
    if (!facts->stream || facts->includeUsage)
        QCOMPARE(patched, wanted);
    const Json sent = wiretest::parsed(patched);
    QCOMPARE(sent["model"], Json("up/stream-1"));
    QCOMPARE(sent["stream_options"]["include_usage"].toBool(), facts->stream);
    QCOMPARE(sent["messages"].toJson(), json["messages"].toJson());
    QCOMPARE(sent["tools"].toJson(), json["tools"].toJson());
}

void TstRequestFacts::everyDialectPassesThroughByteEqual_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("body");
    for (const Format format :
         {Format::OpenAiResponses, Format::Anthropic, Format::Gemini, Format::Ollama}) {
        const QString folder = QString::fromLatin1(chat::formatName(format));
        for (const wiretest::Recording &each : wiretest::recordingsOf(folder)) {
            if (!each.request().isEmpty())
                QTest::addRow("%s %s", qPrintable(folder), qPrintable(each.name))
                    << int(format) << each.request();
        }
    }
}

void TstRequestFacts::everyDialectPassesThroughByteEqual()
{
    QFETCH(int, format);
    QFETCH(QByteArray, body);
    const bool isInUrl = Format(format) == Format::Gemini;
    const wire::UrlWish url =
        isInUrl ? wire::UrlWish{.model = "m", .stream = true} : wire::UrlWish();
    const auto facts = wire::readFacts(Format(format), body, url);
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
    QCOMPARE(wire::patchRequest(Format(format), body, *facts, facts->model, {}), body);
    const QByteArray patched =
        wire::patchRequest(Format(format), body, *facts, "up/stream-1", chat::Traits());
    QByteArray wanted = body;
    for (const auto &span : facts->spans) {
        if (span.key == "model" && !isInUrl)
            wanted.replace(span.valueBegin, span.valueEnd - span.valueBegin, "\"up/stream-1\"");
    }
    QCOMPARE(patched, wanted);
    QCOMPARE(wanted == body, isInUrl);
}

void TstRequestFacts::factsAreReadFromTheBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("tools");
    QTest::addColumn<bool>("images");
    QTest::newRow("plain") << QByteArray(R"({"model":"m","messages":[]})") << false << false
                           << false;
    QTest::newRow("stream") << QByteArray(R"({"model":"m","stream" : true})") << true << false
                            << false;
    QTest::newRow("null") << QByteArray(R"({"model":"m","stream":null})") << false << false
                          << false;
    QTest::newRow("tools") << QByteArray(R"({"model":"m","tools":[{"type":"x"}]})") << false << true
                           << false;
    QTest::newRow("no tools") << QByteArray(R"({"model":"m","tools":[ ]})") << false << false
                              << false;
    QTest::newRow("tools are null")
        << QByteArray(R"({"model":"m","tools":null})") << false << false << false;
    QTest::newRow("images")
        << QByteArray(R"({"model":"m","messages":[{"content":[{"type":"image_url"}]}]})") << false
        << false << true;
    QTest::newRow("a quoted word")
        << QByteArray(R"({"model":"m","messages":"\"image_url\""})") << false << false << false;
}

void TstRequestFacts::factsAreReadFromTheBytes()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, stream);
    QFETCH(bool, tools);
    QFETCH(bool, images);
    const auto facts = wire::readFacts(Format::OpenAiChat, body);
    QVERIFY(facts);
    QCOMPARE(facts->stream, stream);
    QCOMPARE(facts->hasTools, tools);
    QCOMPARE(facts->hasImages, images);
    // Ollama streams unless it is told not to.
    const auto ollama = wire::readFacts(Format::Ollama, body);
    QVERIFY(ollama);
    QCOMPARE(ollama->stream, true);
}

void TstRequestFacts::wrongBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("no object") << QByteArray("[]") << QString();
    QTest::newRow("cut") << QByteArray(R"({"model":"m")") << QString();
    QTest::newRow("twice") << QByteArray(R"({"model":"a","model":"b"})") << QString();
    QTest::newRow("no model") << QByteArray("{}") << QStringLiteral("model");
    QTest::newRow("a number") << QByteArray(R"({"model":4})") << QStringLiteral("model");
    QTest::newRow("stream") << QByteArray(R"({"model":"m","stream":"true"})")
                            << QStringLiteral("stream");
}

void TstRequestFacts::wrongBodiesAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto facts = wire::readFacts(Format::OpenAiChat, body);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, base::ErrorCode::InvalidRequest);
    QCOMPARE(facts.error().field, field);
}

void TstRequestFacts::patchesTouchOnlyWhatRoutingOwns_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("refused");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *body, const char *refused, const char *extra,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(refused) << QByteArray(extra)
                            << QByteArray(expected);
    };
    row("model", R"({ "a" : 1.0, "model" : "x" , "b":[ ] })", "", "",
        R"({ "a" : 1.0, "model" : "up" , "b":[ ] })");
    row("escaped key", R"({"mod\u0065l":"x"})", "", "", R"({"mod\u0065l":"up"})");
    row("usage is added", R"({"model":"x","stream":true})", "", "",
        R"({"model":"up","stream":true,"stream_options":{"include_usage":true}})");
    row("other stream options stay",
        R"({"model":"x","stream":true,"stream_options":{"include_obfuscation":false}})", "", "",
        R"({"model":"up","stream":true,"stream_options":{"include_obfuscation":false,"include_usage":true}})");
    row("usage was refused",
        R"({"model":"x","stream":true,"stream_options":{"include_usage":false}})", "", "",
        R"({"model":"up","stream":true,"stream_options":{"include_usage":true}})");
    row("refused in the middle", R"({"model":"x","user":"u","n":1})", "user", "",
        R"({"model":"up","n":1})");
    row("refused at the end", R"({"model":"x","user":"u"})", "user,n", "", R"({"model":"up"})");
    row("extra", R"({"model":"x","n":1})", "", R"({"n":2,"z":{"k":1}})",
        R"({"model":"up","n":2,"z":{"k":1}})");
}

void TstRequestFacts::patchesTouchOnlyWhatRoutingOwns()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, refused);
    QFETCH(QByteArray, extra);
    QFETCH(QByteArray, expected);
    const auto facts = wire::readFacts(Format::OpenAiChat, body);
    QVERIFY(facts);
    chat::Traits traits;
    traits.refusedFields = refused;
    traits.extraBody = extra;
    QCOMPARE(wire::patchRequest(Format::OpenAiChat, body, *facts, "up", traits), expected);
}

void TstRequestFacts::theUrlMayHoldTheModelAndTheStream_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *name, const char *body, const char *sent) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(sent);
    };
    row("nothing of it in the body", R"({ "contents" :[] })", R"({ "contents" :[] })");
    row("repeated", R"({"model": "models/x", "contents":[]})",
        R"({"model": "models/up", "contents":[]})");
    row("a count's", R"({"generateContentRequest":{"model":"models/x","contents":[ ]}})",
        R"({"generateContentRequest":{"model":"models/up","contents":[ ]}})");
    row("a word", R"({"contents":[{"parts":[{"text":"\"model\":1"}]}],"stream":"?"})",
        R"({"contents":[{"parts":[{"text":"\"model\":1"}]}],"stream":"?"})");
}

void TstRequestFacts::theUrlMayHoldTheModelAndTheStream()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, sent);
    const auto facts = wire::readFacts(Format::Gemini, body, {.model = "lab/x", .stream = true});
    QVERIFY(facts);
    QCOMPARE(facts->model, "lab/x");
    QVERIFY(facts->stream);
    QCOMPARE(wire::patchRequest(Format::Gemini, body, *facts, "up", {}), sent);
}

void TstRequestFacts::theClientSeesItsOwnModel_data()
{
    QTest::addColumn<chat::Format>("format");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, Format format, const char *json, const char *expected) {
        QTest::newRow(name) << format << QByteArray(json) << QByteArray(expected);
    };
    row("chunk", Format::OpenAiChat, R"({"id":"a", "model":"up" ,"x":1.0})",
        R"({"id":"a", "model":"cl\"ient" ,"x":1.0})");
    row("none", Format::OpenAiChat, R"({"id":"a"})", R"({"id":"a"})");
    row("a word inside", Format::OpenAiChat, R"({"text":"\"model\":\"up\""})",
        R"({"text":"\"model\":\"up\""})");
    row("deeper", Format::OpenAiChat, R"({"a":{"model":"up"}})", R"({"a":{"model":"up"}})");
    row("anthropic's start", Format::Anthropic,
        R"({"type":"message_start","message":{"model":"up"}})",
        R"({"type":"message_start","message":{"model":"cl\"ient"}})");
    row("responses' events", Format::OpenAiResponses,
        R"({"type":"response.created","response":{"id":"r","model":"up","output":[]}})",
        R"({"type":"response.created","response":{"id":"r","model":"cl\"ient","output":[]}})");
    row("gemini's name for it", Format::Gemini, R"({"candidates":[],"modelVersion":"up"})",
        R"({"candidates":[],"modelVersion":"cl\"ient"})");
    row("no JSON", Format::OpenAiChat, "[DONE]", "[DONE]");
}

void TstRequestFacts::theClientSeesItsOwnModel()
{
    QFETCH(chat::Format, format);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QCOMPARE(wire::patchModelInAnswer(format, json, "cl\"ient"), expected);
}

void TstRequestFacts::onlyTheUsageChunkIsTakenOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isUsage");
    QTest::newRow("it") << QByteArray(R"({"id":"a","choices":[],"usage":{"prompt_tokens":1}})")
                        << true;
    QTest::newRow("spaced") << QByteArray(R"({"choices": [ ], "usage": {"prompt_tokens":1}})")
                            << true;
    QTest::newRow("azure's first")
        << QByteArray(R"({"choices":[],"prompt_filter_results":[]})") << false;
    QTest::newRow("with a choice")
        << QByteArray(R"({"choices":[{"index":0}],"usage":{"prompt_tokens":1}})") << false;
    QTest::newRow("null") << QByteArray(R"({"choices":[],"usage":null})") << false;
    QTest::newRow("spoken of")
        << QByteArray(R"({"choices":[{"delta":{"content":"\"usage\":{}, \"choices\":[]"}}]})")
        << false;
    QTest::newRow("done") << QByteArray("[DONE]") << false;
}

void TstRequestFacts::onlyTheUsageChunkIsTakenOut()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isUsage);
    QCOMPARE(wire::isUsageOnlyChunk(Format::OpenAiChat, json), isUsage);
}

OMNI_TEST(TstRequestFacts)
#include "tst_requestfacts.moc"

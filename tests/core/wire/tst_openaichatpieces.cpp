// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::OpenAiChat);
}

const QByteArray Done = "[DONE]";

/// Rows name what the chunks say and the answer that must come of it.
void row(const char *name, const QList<QByteArray> &data, const QByteArray &expected)
{
    QTest::newRow(name) << wiretest::sseOf(data) << expected;
}

void columns()
{
    QTest::addColumn<QByteArray>("sse");
    QTest::addColumn<QByteArray>("expected");
}

QByteArray calls(const QByteArray &json)
{
    return wiretest::chatDelta(R"({"tool_calls":[)" + json + "]}");
}

QByteArray toolEnd()
{
    return wiretest::chatDelta("{}", R"("tool_calls")");
}

QByteArray stop()
{
    return wiretest::chatDelta("{}", R"("stop")");
}

QByteArray called()
{
    return ' ' + wiretest::ending(chat::FinishReason::ToolCalls);
}

QByteArray stopped()
{
    return ' ' + wiretest::ending(chat::FinishReason::Stop);
}

/// The beginning of a call up to its arguments.
const QByteArray a = R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":)";
const QByteArray b = R"({"index":1,"id":"b","type":"function","function":{"name":"g","arguments":)";

/// What must come of any stream in the table.
void check(const QByteArray &sse, const QByteArray &expected)
{
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), sse);
    QCOMPARE(wiretest::summary(events), expected);
    if (expected.startsWith("failed"))
        return;
    const QByteArray written = wiretest::encoded(codec(), events, {"m", false, "f", 0});
    QCOMPARE(test::openAiStreamFaults(written, false).join(u'\n'), QString());
}

} // namespace

/// What vendors make of a stream, piece by piece.
class TstOpenAiChatPieces : public QObject
{
    Q_OBJECT

private slots:
    void callsFindTogether_data();
    void callsFindTogether();
    void whatIsSaidFlowsTogether_data();
    void whatIsSaidFlowsTogether();
    void theEndIsRecognised_data();
    void theEndIsRecognised();
    void usageIsTheLastWord_data();
    void usageIsTheLastWord();
};

void TstOpenAiChatPieces::callsFindTogether_data()
{
    columns();
    const QByteArray two = "call(a f {\"x\":1}) call(b g {\"y\":2})" + called();
    row("interleaved",
        {calls(a + R"(""}})"), calls(b + R"(""}})"),
         calls(R"({"index":0,"function":{"arguments":"{\"x\""}})"),
         calls(R"({"index":1,"function":{"arguments":"{\"y\":"}})"),
         calls(
             R"({"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":"2}"}})"),
         toolEnd(), Done},
        two);
    row("whole calls in one chunk",
        {calls(a + R"("{\"x\":1}"}},)" + b + R"("{\"y\":2}"}})"), toolEnd(), Done}, two);
    row("no index",
        {calls(R"({"id":"a","function":{"name":"f","arguments":"{\"x\""}})"),
         calls(R"({"function":{"arguments":":1}"}})"),
         calls(R"({"id":"b","function":{"name":"g","arguments":"{\"y\":2}"}})"), toolEnd(), Done},
        two);
    row("a new id on the same index",
        {calls(a + R"("{\"x\":1}"}})"),
         calls(R"({"index":0,"id":"b","function":{"name":"g","arguments":"{\"y\":2}"}})"),
         toolEnd(), Done},
        two);
    row("the same index and no ids",
        {calls(R"({"index":0,"function":{"name":"f","arguments":"{\"x\":1}"}})"),
         calls(R"({"index":0,"function":{"name":"g","arguments":"{\"y\":2}"}})"), toolEnd(), Done},
        "call(made f {\"x\":1}) call(made g {\"y\":2})" + called());
    row("index begins at 1",
        {calls(R"({"index":1,"id":"a","function":{"name":"f","arguments":"{}"}})"), toolEnd(),
         Done},
        "call(a f {})" + called());
    row("name again and empty",
        {calls(a + R"("{"}})"), calls(R"({"index":0,"function":{"name":"","arguments":"\"x\":"}})"),
         calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"1}"}})"), toolEnd(),
         Done},
        "call(a f {\"x\":1})" + called());
    row("the name comes late",
        {calls(R"({"index":0,"id":"a","function":{"arguments":"{\"x\""}})"),
         calls(R"({"index":0,"function":{"name":"f","arguments":":1}"}})"), toolEnd(), Done},
        "call(a f {\"x\":1})" + called());
    row("no name at all",
        {calls(R"({"index":0,"id":"a","function":{"arguments":"{}"}})"), toolEnd(), Done},
        "failed upstream_failed");
    row("arguments as an object",
        {calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":{"x":1.0}}})"), stop(),
         Done},
        "call(a f {\"x\":1.0})" + called());
    row("empty lists of calls",
        {wiretest::chatDelta(R"({"content":"hi","tool_calls":[]})"),
         wiretest::chatDelta(R"({"tool_calls":null})"), stop(), Done},
        "text(hi)" + stopped());
    row("the old function call",
        {wiretest::chatDelta(R"({"function_call":{"name":"f","arguments":""}})"),
         wiretest::chatDelta(R"({"function_call":{"arguments":"{}"}})"),
         wiretest::chatDelta("{}", R"("function_call")"), Done},
        "call(made f {})" + called());
}

void TstOpenAiChatPieces::callsFindTogether()
{
    QFETCH(QByteArray, sse);
    QFETCH(QByteArray, expected);
    check(sse, expected);
}

void TstOpenAiChatPieces::whatIsSaidFlowsTogether_data()
{
    columns();
    row("text, then a call, then text",
        {wiretest::chatDelta(R"({"content":"one"})"), calls(a + R"("{}"}})"),
         wiretest::chatDelta(R"({"content":"two"})"), toolEnd(), Done},
        "text(one) call(a f {}) text(two)" + called());
    row("reasoning, then text",
        {wiretest::chatDelta(R"({"role":"assistant","content":null,"reasoning_content":"hm"})"),
         wiretest::chatDelta(R"({"reasoning_content":"m"})"),
         wiretest::chatDelta(R"({"content":"hi","reasoning_content":null})"), stop(), Done},
        "reasoning(hmm) text(hi)" + stopped());
    row("reasoning details",
        {wiretest::chatDelta(
             R"({"reasoning":"hm","reasoning_details":[{"type":"reasoning.text","text":"hm"}]})"),
         wiretest::chatDelta(
             R"({"reasoning_details":[{"type":"reasoning.encrypted","data":"XY"}]})"),
         wiretest::chatDelta(R"({"content":"hi"})"), stop(), Done},
        "reasoning(hmXY) text(hi)" + stopped());
    row("lists of parts",
        {wiretest::chatDelta(
             R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}]})"),
         wiretest::chatDelta(R"({"content":[{"type":"text","text":"hi"}]})"), stop(), Done},
        "reasoning(hm) text(hi)" + stopped());
    row("a refusal",
        {wiretest::chatDelta(R"({"refusal":"I can"})"), wiretest::chatDelta(R"({"refusal":"not"})"),
         stop(), Done},
        "refusal(I cannot)" + stopped());
    row("two choices",
        {R"({"id":"c","choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}]})",
         R"({"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"},{"index":1,"delta":{},"finish_reason":"length"}]})",
         Done},
        "text(a)" + stopped() + " text(b) " + wiretest::ending(chat::FinishReason::Length));
}

void TstOpenAiChatPieces::whatIsSaidFlowsTogether()
{
    QFETCH(QByteArray, sse);
    QFETCH(QByteArray, expected);
    check(sse, expected);
}

void TstOpenAiChatPieces::theEndIsRecognised_data()
{
    columns();
    row("empty reasons, then the end",
        {wiretest::chatDelta(R"({"content":"hi"})", R"("")"), wiretest::chatDelta("{}", R"("")"),
         Done},
        "text(hi) " + wiretest::ending(chat::FinishReason::Unknown));
    row("no reason, then the end", {wiretest::chatDelta(R"({"content":"hi"})"), Done},
        "text(hi) " + wiretest::ending(chat::FinishReason::Unknown));
    row("no reason, a whole call", {calls(a + R"("{}"}})"), Done}, "call(a f {})" + called());
    row("no reason, half a call", {calls(a + R"("{\"x"}})"), Done}, "failed upstream_failed");
    row("only the end", {Done}, "failed upstream_failed");
    row("nothing", {}, "failed upstream_failed");
    row("nothing said and no reason",
        {wiretest::chatDelta(R"({"role":"assistant","content":""})"), Done},
        "failed upstream_failed");
    row("cut", {wiretest::chatDelta(R"({"content":"hi"})")}, "failed upstream_failed");
    row("a reason, then cut", {wiretest::chatDelta(R"({"content":"hi"})"), stop()},
        "text(hi)" + stopped());
    row("an error",
        {wiretest::chatDelta(R"({"content":"hi"})"), R"({"error":{"message":"x","code":429}})"},
        "failed rate_limited");
    row("an error behind the reason",
        {wiretest::chatDelta(R"({"content":"hi"})"), stop(),
         R"({"error":{"type":"overloaded_error"}})", Done},
        "failed overloaded");
    row("an error with choices",
        {R"({"id":"g","choices":[{"index":0,"delta":{},"finish_reason":"error"}],"error":{"code":502,"message":"x"}})"},
        "failed upstream_failed");
    row("an error in words", {R"({"error":"it broke"})"}, "failed upstream_failed");
    row("no JSON", {wiretest::chatDelta(R"({"content":"hi"})"), "<html>"},
        "failed upstream_failed");
    QTest::newRow("an error event")
        << QByteArray("event: error\ndata: {\"message\":\"bad\",\"status_code\":400}\n\n")
        << QByteArray("failed invalid_request");
    QTest::newRow("comments and blank data")
        << QByteArray(": keep\n\ndata:\n\n" +
                      wiretest::sseOf({wiretest::chatDelta(R"({"content":"hi"})"), stop(), Done}))
        << QByteArray("text(hi)" + stopped());
}

void TstOpenAiChatPieces::theEndIsRecognised()
{
    QFETCH(QByteArray, sse);
    QFETCH(QByteArray, expected);
    check(sse, expected);
}

void TstOpenAiChatPieces::usageIsTheLastWord_data()
{
    QTest::addColumn<QList<QByteArray>>("data");
    const QByteArray usage =
        R"("usage":{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8})";
    const QByteArray say = wiretest::chatDelta(R"({"content":"hi"})");
    const QByteArray last = wiretest::chatDelta("{}", R"("stop")");
    QTest::newRow("a chunk of its own")
        << QList<QByteArray>{say, last, R"({"id":"c1","choices":[],)" + usage + "}", "[DONE]"};
    QTest::newRow("in the last choice") << QList<QByteArray>{
        say,
        R"({"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop",)" + usage + "}]}",
        "[DONE]"};
    QTest::newRow("groq") << QList<QByteArray>{
        say, R"({"id":"c1","choices":[],"x_groq":{)" + usage + "}}", last, "[DONE]"};
    QTest::newRow("growing in every chunk") << QList<QByteArray>{
        R"({"id":"c1","choices":[{"index":0,"delta":{"content":"hi"}}],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}})",
        R"({"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],)" + usage + "}",
        "[DONE]"};
    QTest::newRow("zeros at first") << QList<QByteArray>{
        R"({"id":"c1","choices":[{"index":0,"delta":{"content":"hi"}}],"usage":{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}})",
        last, R"({"id":"c1","choices":[],)" + usage + "}", "[DONE]"};
}

void TstOpenAiChatPieces::usageIsTheLastWord()
{
    QFETCH(QList<QByteArray>, data);
    const auto builder = wiretest::built(wiretest::eventsOfStream(codec(), wiretest::sseOf(data)));
    QVERIFY(!builder.error());
    QCOMPARE(builder.response().usage.input, std::optional<qint64>(5));
    QCOMPARE(builder.response().usage.output, std::optional<qint64>(3));
}

OMNI_TEST(TstOpenAiChatPieces)
#include "tst_openaichatpieces.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/connectreader.h"
#include "core/wire/cursor/codec.h"
#include "core/wire/cursor/protobuf.h"
#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using wire::cursor::ProtoReader;
using wire::cursor::ProtoWriter;
using wiretest::parsed;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::Cursor);
}

/// All values of one field of a message; a damaged message has none.
QByteArrayList valuesOf(const QByteArray &message, int number)
{
    QByteArrayList values;
    ProtoReader reader(message);
    while (const auto field = reader.next()) {
        if (field->number == number)
            values.append(field->bytes.isNull() ? QByteArray::number(field->value)
                                                : field->bytes.toByteArray());
    }
    return reader.isDamaged() ? QByteArrayList() : values;
}

QByteArray valueOf(const QByteArray &message, int number)
{
    const QByteArrayList values = valuesOf(message, number);
    return values.size() == 1 ? values.first() : QByteArray("not one");
}

/// The request inside the frame that the upstream gets.
QByteArray sent(const QByteArray &chat, wire::Losses *losses = nullptr)
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
    net::ConnectReader reader;
    const QList<net::Frame> frames = reader.feed(encoded->body);
    return frames.size() == 1 ? valueOf(frames.first().data, 1) : QByteArray();
}

QByteArray frame(const ProtoWriter &message)
{
    return net::connectFrame(message.data());
}

QByteArray said(const char *text)
{
    return frame(ProtoWriter().message(2, ProtoWriter().bytes(1, text)));
}

QByteArray thought(const char *text)
{
    return frame(ProtoWriter().message(2, ProtoWriter().message(25, ProtoWriter().bytes(1, text))));
}

QByteArray called(const char *id, const char *name, const char *arguments, bool isLast)
{
    ProtoWriter call;
    call.bytes(3, id).bytes(9, "mcp_custom_other");
    call.message(27, ProtoWriter().message(1, ProtoWriter().bytes(1, name).bytes(3, arguments)));
    call.number(11, isLast ? 1 : 0);
    return frame(ProtoWriter().message(1, call));
}

const QByteArray End = net::connectFrame("{}", true);

QByteArray trailer(const char *code, const char *message)
{
    return net::connectFrame(
        Json::object({{"error", Json::object({{"code", code}, {"message", message}})}}).toJson(),
        true);
}

} // namespace

class TstCursor : public QObject
{
    Q_OBJECT

private slots:
    void protobufIsAsItsDefinitionSays();
    void damagedProtobufIsNoticed_data();
    void damagedProtobufIsNoticed();
    void aQuestionHasItsPlaces();
    void aToolLoopHasItsPlaces();
    void freeFormToolsAreFunctions();
    void surroundingsAreTold();
    void whatCursorLacksIsNoted();
    void requestsOfOthersAreAccepted_data();
    void requestsOfOthersAreAccepted();
    void streamsAreRead_data();
    void streamsAreRead();
    void usageIsAnEstimate();
    void refusalsAreSorted_data();
    void refusalsAreSorted();
    void brokenStreamsFail_data();
    void brokenStreamsFail();
};

void TstCursor::protobufIsAsItsDefinitionSays()
{
    // The two examples of the format's own description, and its largest number.
    QCOMPARE(ProtoWriter().number(1, 150).data().toHex(), QByteArray("089601"));
    QCOMPARE(ProtoWriter().bytes(2, "testing").data().toHex(), QByteArray("120774657374696e67"));
    QCOMPARE(ProtoWriter().number(1, ~quint64(0)).data().toHex(),
             QByteArray("08ffffffffffffffffff01"));
    QCOMPARE(ProtoWriter().message(3, ProtoWriter().number(1, 150)).data().toHex(),
             QByteArray("1a03089601"));
    // Fixed numbers are stepped over.
    const QByteArray mixed = QByteArray::fromHex("0d01020304"
                                                 "110102030405060708"
                                                 "089601"
                                                 "1200");
    QCOMPARE(valuesOf(mixed, 1), QByteArrayList({"0", "150"}));
    QCOMPARE(valuesOf(mixed, 2), QByteArrayList({"0", ""}));
}

void TstCursor::damagedProtobufIsNoticed_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const char *hex) {
        QTest::newRow(name) << QByteArray::fromHex(hex);
    };
    row("no value", "08");
    row("endless number", "08ffffffffffffffffffffff");
    row("longer than the rest", "1205aa");
    row("length beyond all bounds", "12ffffffffffffffff7f");
    row("field zero", "0001");
    row("a group", "0b");
    row("half a fixed number", "0d0102");
    row("half a longer one", "1101020304");
}

void TstCursor::damagedProtobufIsNoticed()
{
    QFETCH(QByteArray, message);
    ProtoReader reader(message);
    while (reader.next()) {
    }
    QVERIFY(reader.isDamaged());
    QVERIFY(!reader.next());
}

void TstCursor::aQuestionHasItsPlaces()
{
    const QByteArray request = sent(R"({"model":"claude-4.5","reasoning_effort":"high","messages":[
        {"role":"system","content":"Be brief."},{"role":"user","content":"hi"},
        {"role":"assistant","content":"hello"},{"role":"user","content":"bye"}]})");
    const QByteArrayList messages = valuesOf(request, 1);
    QCOMPARE(messages.size(), 3);
    QVERIFY(valueOf(messages[0], 1).contains("Be brief."));
    QVERIFY(valueOf(messages[0], 1).endsWith("hi"));
    QCOMPARE(valueOf(messages[1], 1), QByteArray("hello"));
    QCOMPARE(valueOf(messages[0], 2), QByteArray("1"));
    QCOMPARE(valueOf(messages[1], 2), QByteArray("2"));
    QCOMPARE(valueOf(valueOf(request, 5), 1), QByteArray("claude-4.5"));
    QCOMPARE(valueOf(request, 27), QByteArray("0"));
    QCOMPARE(valueOf(request, 46), QByteArray("1"));
    QCOMPARE(valueOf(request, 48), QByteArray("1"));
    QCOMPARE(valueOf(request, 49), QByteArray("2"));
    QCOMPARE(valueOf(request, 54), QByteArray("Ask"));
    QVERIFY(valuesOf(request, 34).isEmpty());
    // Each message has an id, and the list of ids says the same.
    const QByteArrayList ids = valuesOf(request, 30);
    QCOMPARE(ids.size(), messages.size());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QCOMPARE(valueOf(ids[i], 1), valueOf(messages[i], 13));
        QCOMPARE(valueOf(ids[i], 3), valueOf(messages[i], 2));
    }
    QVERIFY(valueOf(messages[0], 13) != valueOf(messages[2], 13));
    QCOMPARE(valueOf(request, 23).size(), 36);
}

void TstCursor::aToolLoopHasItsPlaces()
{
    const QByteArray request = sent(R"({"model":"m","messages":[{"role":"user","content":"look"},
        {"role":"assistant","content":null,"tool_calls":[{"id":"toolu_1\nmc_model_1",
            "type":"function","function":{"name":"look.at","arguments":"{\"a\":1.50}"}}]},
        {"role":"tool","tool_call_id":"toolu_1\nmc_model_1","content":"a cat"}],
        "tools":[{"type":"function","function":{"name":"look.at","description":"Looks"}}]})");
    QCOMPARE(valueOf(request, 27), QByteArray("1"));
    QCOMPARE(valueOf(request, 46), QByteArray("2"));
    QCOMPARE(valueOf(request, 48), QByteArray("0"));
    QCOMPARE(valueOf(request, 54), QByteArray("Agent"));
    const QByteArray tool = valueOf(request, 34);
    QCOMPARE(valueOf(tool, 1), QByteArray("mcp_custom_look_at"));
    QCOMPARE(valueOf(tool, 2), QByteArray("Looks"));
    QCOMPARE(parsed(valueOf(tool, 3))["type"], Json("object"));
    QCOMPARE(valueOf(tool, 4), QByteArray("custom"));
    const QByteArrayList messages = valuesOf(request, 1);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(valueOf(messages[1], 51), QByteArray("\1"));
    QVERIFY(valuesOf(messages[0], 51).isEmpty());
    const QByteArray result = valueOf(messages[1], 18);
    QCOMPARE(valueOf(result, 1), QByteArray("toolu_1"));
    QCOMPARE(valueOf(result, 2), QByteArray("mcp_custom_look_at"));
    QCOMPARE(valueOf(result, 5), QByteArray("{\"a\":1.50}"));
    QCOMPARE(valueOf(result, 12), QByteArray("model_1"));
    const QByteArray answer = valueOf(result, 8);
    QCOMPARE(valueOf(answer, 1), QByteArray("19"));
    QCOMPARE(valueOf(valueOf(answer, 28), 2), QByteArray("a cat"));
    QCOMPARE(valueOf(answer, 35), QByteArray("toolu_1"));
    QCOMPARE(valueOf(answer, 48), QByteArray("model_1"));
    QCOMPARE(valueOf(valueOf(result, 11), 3), QByteArray("toolu_1"));
}

void TstCursor::freeFormToolsAreFunctions()
{
    chat::ChatRequest request{.model = "m"};
    request.messages.push_back({.parts = {chat::TextPart{.text = "hi"}}});
    request.tools.push_back({.kind = chat::ToolKind::FreeForm, .name = "patch"});
    request.tools.push_back({.name = "read", .nameSpace = "files"});
    const auto encoded = codec().encodeRequest(request, {});
    net::ConnectReader reader;
    const QByteArray sentRequest = valueOf(reader.feed(encoded->body).at(0).data, 1);
    const QByteArrayList tools = valuesOf(sentRequest, 34);
    QCOMPARE(tools.size(), 2);
    QVERIFY(parsed(valueOf(tools[0], 3))["properties"].contains("input"));
    QCOMPARE(valueOf(tools[1], 1), QByteArray("mcp_custom_files__read"));
    QVERIFY(encoded->renamedTools.contains(
        wire::RenamedTool{.sent = "patch", .name = "patch", .isFreeForm = true}));
    QVERIFY(encoded->renamedTools.contains(
        wire::RenamedTool{.sent = "files__read", .name = "read", .nameSpace = "files"}));
}

void TstCursor::surroundingsAreTold()
{
    chat::ChatRequest request{.model = "m"};
    request.messages.push_back({.parts = {chat::TextPart{.text = "hi"}}});
    const auto encoded = wire::cursor::encodeRequest(
        request, {}, {.folder = "/home/me", .time = "2026-01-02T03:04:05Z"});
    net::ConnectReader reader;
    const QByteArray metadata = valueOf(valueOf(reader.feed(encoded->body).at(0).data, 1), 26);
    QCOMPARE(valueOf(metadata, 1), QByteArray("linux"));
    QCOMPARE(valueOf(metadata, 4), QByteArray("/home/me"));
    QCOMPARE(valueOf(metadata, 5), QByteArray("2026-01-02T03:04:05Z"));
    QVERIFY(valuesOf(metadata, 3).isEmpty());
    const chat::ChatRequest silent{.model = "m"};
    QCOMPARE(codec().encodeRequest(silent, {}).error().field, QStringLiteral("messages"));
}

void TstCursor::whatCursorLacksIsNoted()
{
    wire::Losses losses;
    const QByteArray request = sent(R"({"model":"m","messages":[{"role":"user","content":[
        {"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]}],
        "temperature":1,"max_tokens":5,"stop":["x"],"n":2,"response_format":{"type":"json_object"},
        "tools":[{"type":"function","function":{"name":"a"}}],"tool_choice":"required"})",
                                    &losses);
    QByteArrayList paths;
    for (const wire::Loss &loss : losses)
        paths.append(loss.path);
    for (const char *path :
         {"sampling", "max_tokens", "stop", "n", "response_format", "tool_choice"})
        QVERIFY2(paths.contains(path), path);
    QVERIFY(valueOf(valuesOf(request, 1).first(), 1).contains("https://example.org/a.png"));
}

void TstCursor::requestsOfOthersAreAccepted_data()
{
    wiretest::addRequestRows({QStringLiteral("openai-chat"), QStringLiteral("anthropic"),
                              QStringLiteral("ollama"), QStringLiteral("openai-responses")});
}

void TstCursor::requestsOfOthersAreAccepted()
{
    QFETCH(QString, format);
    QFETCH(QString, name);
    const auto decoded = wiretest::decodedRequest(format, name);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
    QVERIFY(!decoded->messages.empty());
    const auto encoded = codec().encodeRequest(*decoded, {});
    if (!encoded) {
        QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
        return;
    }
    net::ConnectReader reader;
    const QList<net::Frame> frames = reader.feed(encoded->body);
    QCOMPARE(frames.size(), 1);
    QCOMPARE(reader.fault(), QString());
    const QByteArray request = valueOf(frames[0].data, 1);
    const QByteArrayList messages = valuesOf(request, 1);
    QVERIFY(!messages.isEmpty());
    QCOMPARE(valuesOf(request, 30).size(), messages.size());
    for (const QByteArray &message : messages)
        QVERIFY(!valueOf(message, 1).isEmpty() || !valuesOf(message, 18).isEmpty());
}

void TstCursor::streamsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("summary");
    QTest::newRow("text") << said("Hel") + said("lo") + End << QByteArray("text(Hello) #1");
    QTest::newRow("thinking") << thought("h") + thought("m") + said("a") + End
                              << QByteArray("reasoning(hm) text(a) #1");
    QTest::newRow("a whole call") << said("I look.") +
                                         called("t1\nmc_9", "look", "{\"a\":1}", true) + End
                                  << QByteArray("text(I look.) call(t1\nmc_9 look {\"a\":1}) #4");
    QTest::newRow("a call in pieces")
        << called("t1", "look", "{\"a\":", false) + called("t1", "look", "1}", true) + End
        << QByteArray("call(t1 look {\"a\":1}) #4");
    QTest::newRow("a call that repeats itself")
        << called("t1", "look", "{\"a\":", false) + called("t1", "look", "{\"a\":1}", true) + End
        << QByteArray("call(t1 look {\"a\":1}) #4");
    QTest::newRow("two calls") << called("t1", "a", "{}", false) + called("t2", "b", "{}", false) +
                                      End
                               << QByteArray("call(t1 a {}) call(t2 b {}) #4");
    QTest::newRow("our own prefix")
        << called("t1", "mcp_custom_look", "", true) + End << QByteArray("call(t1 look ) #4");
    QTest::newRow("fields nobody knows") << frame(ProtoWriter().number(7, 7).message(
                                                2, ProtoWriter().bytes(1, "a").bytes(99, "x"))) +
                                                net::connectFrame({}) + End
                                         << QByteArray("text(a) #1");
}

void TstCursor::streamsAreRead()
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

void TstCursor::usageIsAnEstimate()
{
    const chat::Usage usage =
        wiretest::built(wiretest::eventsOfStream(codec(), said("12345") + End)).response().usage;
    QVERIFY(usage.isEstimated);
    QCOMPARE(usage.output, std::optional<qint64>(2));
    QVERIFY(!usage.input);
}

void TstCursor::refusalsAreSorted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, base::ErrorCode code, int status) {
        QTest::newRow(name) << said("a") + trailer(name, "no") << int(code) << status
                            << QStringLiteral("no");
    };
    row("resource_exhausted", base::ErrorCode::RateLimited, 429);
    row("unauthenticated", base::ErrorCode::Unauthorized, 401);
    row("permission_denied", base::ErrorCode::Forbidden, 403);
    row("invalid_argument", base::ErrorCode::InvalidRequest, 400);
    row("not_found", base::ErrorCode::NotFound, 404);
    row("unavailable", base::ErrorCode::Overloaded, 503);
    row("deadline_exceeded", base::ErrorCode::Timeout, 504);
    row("internal", base::ErrorCode::UpstreamFailed, 500);
    const QByteArray deep = R"({"error":{"code":"resource_exhausted","message":"Error",
        "details":[{"debug":{"error":"X","details":{"title":"Slow down","detail":"Too fast."}}}]}})";
    QTest::newRow("words deep inside")
        << net::connectFrame(deep, true) << int(base::ErrorCode::RateLimited) << 429
        << QStringLiteral("Slow down: Too fast.");
    QTest::newRow("before the end") << net::connectFrame(deep) << int(base::ErrorCode::RateLimited)
                                    << 429 << QStringLiteral("Slow down: Too fast.");
}

void TstCursor::refusalsAreSorted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(int, status);
    QFETCH(QString, words);
    const auto error = wiretest::built(wiretest::eventsOfStream(codec(), bytes)).error();
    QVERIFY(error);
    QCOMPARE(int(error->code), code);
    QCOMPARE(error->upstreamStatus, status);
    QCOMPARE(error->detail, words);
    // With a status of its own, framed or not, it means the same.
    const base::Error framed = codec().decodeError(status, bytes);
    QCOMPARE(int(framed.code), code);
    QCOMPARE(codec().decodeError(503, "<html>").code, base::ErrorCode::Overloaded);
}

void TstCursor::brokenStreamsFail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("only the end") << End;
    QTest::newRow("no end") << said("a");
    QTest::newRow("an end that is no JSON") << said("a") + net::connectFrame("oops", true);
    QTest::newRow("a damaged message") << said("a") + net::connectFrame("\x0a\x7f") + End;
    QTest::newRow("a damaged answer")
        << said("a") + frame(ProtoWriter().bytes(2, "\x0a\x7f")) + End;
    QTest::newRow("a damaged call")
        << said("a") + frame(ProtoWriter().message(1, ProtoWriter().bytes(27, "\x0a\x7f"))) + End;
    QTest::newRow("half a call") << called("t", "a", "{\"x\":", false) + End;
    QTest::newRow("a nameless call")
        << frame(ProtoWriter().message(1, ProtoWriter().bytes(3, "t"))) + End;
}

void TstCursor::brokenStreamsFail()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(wiretest::built(wiretest::eventsOfStream(codec(), bytes)).error());
}

OMNI_TEST(TstCursor)
#include "tst_cursor.moc"

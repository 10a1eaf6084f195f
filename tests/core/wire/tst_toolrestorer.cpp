// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/toolnames.h"
#include "core/wire/toolrestorer.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;
using chat::StreamEvents;
using namespace chat::event;

namespace {

const wire::RenamedTools Tools{
    {.sent = "apply_patch", .name = "apply_patch", .isFreeForm = true},
    {.sent = "files__read", .name = "read", .nameSpace = "files"},
    {.sent = "a_b", .name = "a.b"},
};

/// A call whose arguments arrive in pieces of so many bytes.
StreamEvents callOf(const QByteArray &name, const QByteArray &arguments, qsizetype cut)
{
    StreamEvents events{Started{"r", "m", 7, {}}};
    events.emplace_back(PartOpened{0, chat::Part(chat::ToolCallPart{.id = "c", .name = name}), 0});
    for (qsizetype at = 0; at < arguments.size(); at += cut)
        events.emplace_back(PartGrew{0, Field::Arguments, arguments.mid(at, cut), 0, std::nullopt});
    events.emplace_back(PartClosed{0});
    events.emplace_back(Finished{.reason = chat::FinishReason::ToolCalls});
    return events;
}

chat::ToolCallPart restoredCall(StreamEvents events)
{
    wire::ToolRestorer restorer(Tools);
    const chat::ResponseBuilder builder = wiretest::built(restorer.restored(std::move(events)));
    return *builder.response().choices.front().message.parts.front().as<chat::ToolCallPart>();
}

/// What an upstream of this format is told about the tools and the calls of the request.
Json sentTo(Format format, const chat::ChatRequest &request, wire::RenamedTools *renamed)
{
    const auto encoded = wire::codecFor(format)->encodeRequest(request, {});
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    *renamed = encoded->renamedTools;
    return wiretest::parsed(encoded->body);
}

/// A Codex-like request: a free-form tool, two tools of a namespace, a call of each kind.
chat::ChatRequest request()
{
    const QByteArray body =
        QByteArray("{'model':'m','input':[{'role':'user','content':'go'},"
                   "{'type':'custom_tool_call','call_id':'c1','name':'apply_patch','input':'*** "
                   "Begin'},{'type':'custom_tool_call_output','call_id':'c1','output':'done'},"
                   "{'type':'function_call','call_id':'c2','name':'read','namespace':'files',"
                   "'arguments':'{}'},"
                   "{'type':'function_call_output','call_id':'c2','output':'text'}],"
                   "'tool_choice':'auto','tools':["
                   "{'type':'custom','name':'apply_patch','description':'Edits files.',"
                   "'format':{'type':'grammar','syntax':'lark','definition':'start: LINE'}},"
                   "{'type':'namespace','name':'files','description':'Files.','tools':["
                   "{'type':'function','name':'read','parameters':{'type':'object'}},"
                   "{'type':'function','name':'write','parameters':{'type':'object'}}]}]}")
            .replace('\'', '"');
    const auto decoded =
        wire::codecFor(Format::OpenAiResponses)->decodeRequest(wiretest::parsed(body));
    return decoded ? decoded->request : chat::ChatRequest();
}

} // namespace

class TstToolRestorer : public QObject
{
    Q_OBJECT

private slots:
    void freeFormTextComesOutOfItsFunction_data();
    void freeFormTextComesOutOfItsFunction();
    void itComesAsSoonAsItIsKnown();
    void namesAndNamespacesComeBack();
    void otherCallsAreLeftAlone();
    void freeFormToolsAreFunctionsElsewhere_data();
    void freeFormToolsAreFunctionsElsewhere();
    void theLegacyFormatSaysThatToolsAreLost();
    void toolsOfOneNameInTwoNamespacesStayApart();
};

void TstToolRestorer::freeFormTextComesOutOfItsFunction_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray(R"({"input":"*** Begin"})") << QByteArray("*** Begin");
    QTest::newRow("spaced") << QByteArray("{ \n\"input\" : \"a b\" }") << QByteArray("a b");
    QTest::newRow("escapes") << QByteArray(R"({"input":"a\n\t\"b\"\\\/\u00e4"})")
                             << QByteArray("a\n\t\"b\"\\/\xC3\xA4");
    QTest::newRow("pair") << QByteArray(R"({"input":"\ud83d\ude00!"})")
                          << QByteArray("\xF0\x9F\x98\x80!");
    QTest::newRow("half a pair") << QByteArray(R"({"input":"\ud83dx"})")
                                 << QByteArray("\xEF\xBF\xBDx");
    QTest::newRow("raw UTF-8") << QByteArray("{\"input\":\"\xC3\xA4\"}") << QByteArray("\xC3\xA4");
    QTest::newRow("empty") << QByteArray(R"({"input":""})") << QByteArray();
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray();
    QTest::newRow("more members") << QByteArray(R"({"input":"a","why":"b"})") << QByteArray("a");
    QTest::newRow("another order") << QByteArray(R"({"why":"b","input":"a"})") << QByteArray("a");
    QTest::newRow("another name") << QByteArray(R"({"patch":"a"})") << QByteArray("a");
    QTest::newRow("a string") << QByteArray(R"("a")") << QByteArray("a");
    QTest::newRow("no JSON") << QByteArray("*** Begin") << QByteArray("*** Begin");
    QTest::newRow("an object") << QByteArray(R"({"input":{"a":1.0}})")
                               << QByteArray(R"({"a":1.0})");
}

void TstToolRestorer::freeFormTextComesOutOfItsFunction()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, text);
    for (const qsizetype cut : {1, 2, 3, 5, 100}) {
        const chat::ToolCallPart call = restoredCall(callOf("apply_patch", arguments, cut));
        QVERIFY(call.isFreeForm);
        QCOMPARE(call.arguments, text);
    }
    QCOMPARE(wire::freeFormTextOf(arguments), text);
}

void TstToolRestorer::itComesAsSoonAsItIsKnown()
{
    wire::ToolRestorer restorer(Tools);
    (void)restorer.restored(
        {PartOpened{0, chat::Part(chat::ToolCallPart{.id = "c", .name = "apply_patch"}), 0}});
    QVERIFY(restorer.restored({PartGrew{0, Field::Arguments, R"({"inp)"}}).empty());
    const StreamEvents first = restorer.restored({PartGrew{0, Field::Arguments, "ut\":\"one\\"}});
    QCOMPARE(first.size(), size_t(1));
    QCOMPARE(std::get<PartGrew>(first.front()).delta, QByteArray("one"));
    const StreamEvents second = restorer.restored({PartGrew{0, Field::Arguments, "ntwo\"}"}});
    QCOMPARE(std::get<PartGrew>(second.front()).delta, QByteArray("\ntwo"));
    QCOMPARE(restorer.restored({PartClosed{0}}).size(), size_t(1));
}

void TstToolRestorer::namesAndNamespacesComeBack()
{
    const chat::ToolCallPart read = restoredCall(callOf("files__read", "{}", 9));
    QCOMPARE(read.name, QByteArray("read"));
    QCOMPARE(read.nameSpace, QByteArray("files"));
    QVERIFY(!read.isFreeForm);
    QCOMPARE(restoredCall(callOf("a_b", "{}", 9)).name, QByteArray("a.b"));
}

void TstToolRestorer::otherCallsAreLeftAlone()
{
    const StreamEvents events = callOf("plain", R"({"input":"a"})", 4);
    wire::ToolRestorer restorer(Tools);
    QVERIFY(restorer.restored(events) == events);
    // One that the upstream itself knows as free-form has no wrapping.
    StreamEvents own{
        PartOpened{0,
                   chat::Part(chat::ToolCallPart{
                       .id = "c", .name = "apply_patch", .arguments = "{x", .isFreeForm = true}),
                   0}};
    QVERIFY(restorer.restored(own) == own);
}

void TstToolRestorer::freeFormToolsAreFunctionsElsewhere_data()
{
    QTest::addColumn<Format>("format");
    for (int i = 0; i < chat::FormatCount; ++i) {
        const Format format = Format(i);
        // Cursor's is no JSON: its own test looks inside. The legacy format knows no tools, and
        // says that they are lost.
        if (wire::codecFor(format) && format != Format::OpenAiResponses &&
            format != Format::Cursor && format != Format::OpenAiCompletions)
            QTest::newRow(chat::formatName(format).constData()) << format;
    }
}

/// Whatever the format: nothing is lost on the way there, and an answer finds its way back.
void TstToolRestorer::freeFormToolsAreFunctionsElsewhere()
{
    QFETCH(Format, format);
    wire::RenamedTools renamed;
    const QByteArray body = sentTo(format, request(), &renamed).toJson();
    QVERIFY2(body.contains("files__read") && body.contains("files__write"), body.constData());
    QVERIFY(!body.contains("\"custom\""));
    QVERIFY(body.contains("start: LINE"));
    QVERIFY2(body.contains("\"input\":\"*** Begin\"") ||
                 body.contains("\\\"input\\\":\\\"*** Begin\\\""),
             body.constData());
    QVERIFY(renamed.contains(
        wire::RenamedTool{.sent = "apply_patch", .name = "apply_patch", .isFreeForm = true}));
    QVERIFY(renamed.contains(
        wire::RenamedTool{.sent = "files__read", .name = "read", .nameSpace = "files"}));
}

void TstToolRestorer::theLegacyFormatSaysThatToolsAreLost()
{
    const auto encoded = wire::codecFor(Format::OpenAiCompletions)->encodeRequest(request(), {});
    QVERIFY(encoded.has_value());
    QVERIFY(std::any_of(encoded->losses.begin(), encoded->losses.end(),
                        [](const wire::Loss &loss) { return loss.path == "tools"; }));
}

void TstToolRestorer::toolsOfOneNameInTwoNamespacesStayApart()
{
    wire::ToolNames names(64);
    const QByteArray plain = names.legal("a__b");
    const QByteArray spaced = names.legal("a", "b", false);
    QVERIFY(plain != spaced);
    QCOMPARE(names.legal("a", "b", false), spaced);
    QCOMPARE(names.chosen("b"), spaced);
    QCOMPARE(names.chosen("a__b"), plain);
}

OMNI_TEST(TstToolRestorer)
#include "tst_toolrestorer.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/compaction.h"
#include "core/wire/passthrough.h"
#include "tests/core/wire/openairesponses/responseshelpers.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"
#include "tests/support/responsesvalidator.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::quoted;
using wiretest::responses;

namespace {

Json request(const QByteArray &json)
{
    return wiretest::parsed(quoted("{'model':'m'," + json + '}'));
}

QByteArray dataOf(const char *name)
{
    QFile file(QStringLiteral(OMNI_TEST_DATA "/wire/cross/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What an upstream of the format gets for the request.
Json sentTo(Format format, const Json &body, wire::Losses *losses = nullptr)
{
    const auto decoded = responses().decodeRequest(body);
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = wire::codecFor(format)->encodeRequest(decoded->request, {});
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = encoded->losses;
    return wiretest::parsed(encoded->body);
}

/// A client goes on as Codex does: the items of the answer as they were done, then one result for
/// each call.
void goOn(Json &body, Format upstream, const QByteArray &stream)
{
    const chat::StreamEvents events = wiretest::eventsOfStream(*wire::codecFor(upstream), stream);
    const QByteArray sse =
        wiretest::encoded(responses(), events, {.model = "m", .fallbackId = "f"});
    QCOMPARE(test::responsesStreamFaults(sse).join(QLatin1Char('\n')), QString());
    Json input = body["input"];
    QByteArrayList calls;
    for (const QByteArray &data : wiretest::dataOf(sse)) {
        const Json event = wiretest::parsed(data);
        if (event["type"].toBytes() != "response.output_item.done")
            continue;
        input.append(event["item"]);
        if (event["item"]["type"].toBytes() == "function_call")
            calls.append(event["item"]["call_id"].toBytes());
    }
    for (const QByteArray &call : calls)
        input.append(Json::object(
            {{"type", "function_call_output"}, {"call_id", call}, {"output", "of " + call}}));
    body.set("input", input);
}

const QByteArray OpenAiTurn = quoted(
    "data: {'type':'response.created','response':{'id':'resp_9','status':'in_progress'}}\n\n"
    "data: {'type':'response.output_item.done','output_index':0,'item':{'type':'reasoning','id':"
    "'rs_9','summary':[{'type':'summary_text','text':'weighing'}],'encrypted_content':'gAAAsecret'}"
    "}\n\n"
    "data: {'type':'response.output_item.done','output_index':1,'item':{'type':'function_call',"
    "'id':'fc_9','call_id':'call_9','name':'Bash','arguments':'{}','status':'completed'}}\n\n"
    "data: {'type':'response.completed','response':{'id':'resp_9','status':'completed','output':[]"
    "}}\n\n");

} // namespace

class TstResponsesConversations : public QObject
{
    Q_OBJECT

private slots:
    void aToolLoopMayChangeItsUpstreamInEachTurn();
    void requestsThatNeedOtherWords_data();
    void requestsThatNeedOtherWords();
    void aSummaryReplacesTheConversation();
    void openAisOwnCompactionIsLostElsewhere();
};

/// As Codex works: nothing stored, everything comes back in each request.
void TstResponsesConversations::aToolLoopMayChangeItsUpstreamInEachTurn()
{
    Json body = request("'instructions':'be kind','input':[{'role':'user','content':'go'}],"
                        "'store':false,'reasoning':{'effort':'high'},'include':["
                        "'reasoning.encrypted_content'],'tools':[{'type':'function','name':'Bash',"
                        "'parameters':{'type':'object'}},{'type':'function','name':'Read'}]");
    goOn(body, Format::Anthropic, dataOf("claudestream.sse"));
    const Json second = sentTo(Format::OpenAiChat, body);
    QCOMPARE(test::openAiRequestFaults(second), QStringList());
    QVERIFY(second.toJson().contains("of toolu_02A"));
    goOn(body, Format::OpenAiChat, dataOf("chatstream.sse"));
    const Json third = sentTo(Format::OpenAiResponses, body);
    QCOMPARE(test::responsesRequestFaults(third), QStringList());
    QVERIFY(!third.toJson().contains("omr1.") && !third.toJson().contains("SIGNATURE"));
    goOn(body, Format::OpenAiResponses, OpenAiTurn);

    const Json fourth = sentTo(Format::Anthropic, body);
    QCOMPARE(test::anthropicRequestFaults(fourth), QStringList());
    // Claude's signed blocks stand in front of the calls they led to, byte for byte.
    const Json &blocks = fourth["messages"].at(1)["content"];
    QCOMPARE(blocks.at(0).toJson(), QByteArray(R"({"type":"thinking","thinking":"Now the other.",)"
                                               R"("signature":"EsecondSIGNATURE+/=="})"));
    QCOMPARE(blocks.at(1).toJson(),
             QByteArray(R"({"type":"redacted_thinking","data":"RedactedData=="})"));
    QVERIFY(!fourth.toJson().contains("gAAAsecret"));
    const Json fifth = sentTo(Format::OpenAiResponses, body);
    QCOMPARE(test::responsesRequestFaults(fifth), QStringList());
    QVERIFY(fifth.toJson().contains("gAAAsecret"));
    // Nobody's calls or results went missing on the way.
    for (const char *id : {"toolu_02A", "call_r1", "call_r2", "call_9"}) {
        QVERIFY2(fourth.toJson().contains(QByteArray("of ") + id), id);
        QVERIFY2(fifth.toJson().contains(QByteArray("of ") + id), id);
    }
}

void TstResponsesConversations::requestsThatNeedOtherWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("ofCodex");
    QTest::addColumn<bool>("ofOpenAi");
    const auto row = [](const char *name, const char *json, bool ofCodex, bool ofOpenAi) {
        QTest::newRow(name) << quoted(QByteArray("{'model':'m',") + json + '}') << ofCodex
                            << ofOpenAi;
    };
    row("as Codex writes", "'instructions':'i','input':[{'role':'user','content':'a'}]", false,
        false);
    row("no instructions", "'input':[]", true, false);
    row("one string", "'instructions':'i','input':'a'", true, false);
    row("a system message", "'instructions':'i','input':[{'role':'system','content':'a'}]", true,
        false);
    row("a tier", "'instructions':'i','input':[],'service_tier':'flex'", true, false);
    row("an image", "'instructions':'i','input':[{'content':[{'type':'input_image'}]}]", true,
        false);
    row("another's thinking",
        "'instructions':'i','input':[{'encrypted_content':'omr1.anthropic.e30"
        "'}]",
        true, true);
}

void TstResponsesConversations::requestsThatNeedOtherWords()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, ofCodex);
    QFETCH(bool, ofOpenAi);
    wire::Traits codex;
    codex.systemRole = false;
    codex.remoteMedia = false;
    codex.serviceTiers = "priority";
    codex.defaultInstructions = "default";
    const auto facts = wire::readFacts(Format::OpenAiResponses, body);
    QVERIFY(facts);
    QCOMPARE(wire::needsOtherWords(Format::OpenAiResponses, body, *facts, codex), ofCodex);
    QCOMPARE(wire::needsOtherWords(Format::OpenAiResponses, body, *facts, {}), ofOpenAi);
}

void TstResponsesConversations::aSummaryReplacesTheConversation()
{
    namespace compact = wire::openairesponses;
    const auto decoded = responses().decodeRequest(
        request("'instructions':'be kind','input':[{'role':'user','content':'build it'},{'role':"
                "'assistant','content':'done'},{'role':'user','content':'and test it'}],'tools':["
                "{'type':'function','name':'f'}],'stream':true"));
    QVERIFY(decoded);
    const chat::ChatRequest asked = compact::summaryRequest(decoded->request);
    QVERIFY(asked.tools.empty() && !asked.stream);
    QCOMPARE(asked.messages.size(), decoded->request.messages.size() + 1);
    chat::ChatResponse answer{.id = "r7", .createdSeconds = 7};
    answer.choices.emplace_back();
    answer.choices.front().message.parts.emplace_back(chat::TextPart{.text = "It stands."});
    answer.usage.input = 10;
    answer.usage.output = 3;
    const Json body = wiretest::parsed(compact::compactionBody(decoded->request, answer));
    QCOMPARE(body["object"], Json("response.compaction"));
    QCOMPARE(body["created_at"].toInt(), 7);
    QCOMPARE(body["usage"]["total_tokens"].toInt(), 13);
    QCOMPARE(body["output"].size(), 3);
    QCOMPARE(body["output"].at(0)["role"], Json("user"));
    QCOMPARE(body["output"].at(2)["type"], Json("compaction"));
    QVERIFY(!body["output"].at(2).toJson().contains("It stands."));
    // The client's next request begins with it; any upstream can read it.
    Json next = body["output"];
    next.append(Json::object({{"role", "user"}, {"content", "go on"}}));
    const Json sent = Json::object({{"model", "m"}, {"input", next}});
    for (const Format format : {Format::OpenAiResponses, Format::OpenAiChat, Format::Anthropic}) {
        const QByteArray text = sentTo(format, sent).toJson();
        QVERIFY2(text.contains("It stands.") && text.contains("build it"), text.constData());
        QVERIFY(!text.contains("omr1."));
    }
}

void TstResponsesConversations::openAisOwnCompactionIsLostElsewhere()
{
    const Json body = request("'input':[{'type':'compaction','id':'cmp_1','encrypted_content':"
                              "'gAAAx'},{'role':'user','content':'go on'}]");
    QVERIFY(wiretest::roundTrip(body, {}).toJson().contains("gAAAx"));
    wire::Losses losses;
    const Json sent = sentTo(Format::Anthropic, body, &losses);
    QVERIFY(!sent.toJson().contains("gAAAx"));
    QCOMPARE(test::anthropicRequestFaults(sent), QStringList());
    QVERIFY(!losses.isEmpty());
}

OMNI_TEST(TstResponsesConversations)
#include "tst_responsesconversations.moc"

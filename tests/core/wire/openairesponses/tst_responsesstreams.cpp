// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/state.h"
#include "core/wire/translate.h"
#include "tests/core/wire/openairesponses/responseshelpers.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/omnitest.h"
#include "tests/support/responsesvalidator.h"

using namespace omni;
using base::Json;
using chat::Format;
using chat::Part;
using chat::StreamEvents;
using namespace chat::event;
using wiretest::quoted;
using wiretest::responses;

namespace {

/// SSE text of these events; each begins with its type.
QByteArray streamOf(const QByteArrayList &events)
{
    QByteArray out;
    for (const QByteArray &event : events) {
        const Json json = wiretest::parsed(quoted(event));
        out += "event: " + json["type"].toBytes() + "\ndata: " + quoted(event) + "\n\n";
    }
    return out;
}

const QByteArray Created = "{'type':'response.created','response':{'id':'resp_1','model':'m',"
                           "'created_at':7,'status':'in_progress','output':[]}}";

QByteArray completed(const QByteArray &output = {}, const QByteArray &more = {})
{
    return "{'type':'response.completed','response':{'id':'resp_1','model':'m','created_at':7,"
           "'status':'completed','output':[" +
           output + "],'usage':{'input_tokens':3,'output_tokens':4,'total_tokens':7}" + more + "}}";
}

const QByteArray Message = "{'type':'message','id':'msg_1','role':'assistant','status':"
                           "'completed','content':[{'type':'output_text','text':'hello',"
                           "'annotations':[]}]}";

QByteArray read(const QByteArrayList &events)
{
    return wiretest::summary(wiretest::eventsOfStream(responses(), streamOf(events)));
}

/// What a client gets for these parts, each said at once.
QByteArray written(const std::vector<Part> &parts,
                   chat::FinishReason reason = chat::FinishReason::Stop)
{
    chat::ChatResponse response{.id = "msg_7", .model = "m"};
    response.choices.emplace_back();
    response.choices.front().message.parts = parts;
    response.choices.front().finish = reason;
    response.usage.input = 3;
    response.usage.output = 4;
    return wiretest::encoded(responses(), chat::eventsOf(response), {.model = "alias"});
}

QByteArrayList typesOf(const QByteArray &sse)
{
    QByteArrayList types;
    for (const QByteArray &data : wiretest::dataOf(sse)) {
        const QByteArray type = wiretest::parsed(data)["type"].toBytes();
        types.append(type.mid(QByteArrayView("response.").size()));
    }
    return types;
}

Json lastResponse(const QByteArray &sse)
{
    const auto data = wiretest::dataOf(sse);
    return data.isEmpty() ? Json() : wiretest::parsed(data.last())["response"];
}

} // namespace

class TstResponsesStreams : public QObject
{
    Q_OBJECT

private slots:
    void whatAStreamLeavesOutIsFoundLater_data();
    void whatAStreamLeavesOutIsFoundLater();
    void endings_data();
    void endings();
    void anAnswerOfEveryKindIsLegal();
    void textsOfOneTurnAreOneMessage();
    void callsSideBySideStayOpen();
    void anotherVendorsThinkingComesBack();
    void rawThinkingIsNoSummary();
    void unknownItemsAndEventsSurvive();
    void aCutAnswerIsIncomplete();
    void anErrorEndsTheStreamItBegan();
    void anErrorWithoutAStreamIsWhole();
    void theRequestIsRepeated();
    void nothingIsInventedWithoutAnEnd();
};

void TstResponsesStreams::whatAStreamLeavesOutIsFoundLater_data()
{
    QTest::addColumn<QByteArrayList>("events");
    QTest::addColumn<QByteArray>("summary");
    const QByteArray stop = ' ' + wiretest::ending(chat::FinishReason::Stop);
    const QByteArray called = ' ' + wiretest::ending(chat::FinishReason::ToolCalls);
    const QByteArray call = "{'type':'function_call','id':'fc_1','call_id':'c','name':'f',"
                            "'arguments':'{}'}";
    QTest::newRow("only the whole response")
        << QByteArrayList{Created, completed(Message)} << "text(hello)" + stop;
    QTest::newRow("not even its beginning")
        << QByteArrayList{completed(Message)} << "text(hello)" + stop;
    QTest::newRow("only the finished item")
        << QByteArrayList{Created,
                          "{'type':'response.output_item.done','output_index':0,'item':" + Message +
                              "}",
                          completed()}
        << "text(hello)" + stop;
    QTest::newRow("deltas, and an empty output")
        << QByteArrayList{Created,
                          "{'type':'response.output_text.delta','output_index':0,'content_index':0,"
                          "'item_id':'msg_1','delta':'hel'}",
                          "{'type':'response.output_text.delta','output_index':0,'content_index':0,"
                          "'item_id':'msg_1','delta':'lo'}",
                          completed()}
        << "text(hello)" + stop;
    QTest::newRow("half the deltas")
        << QByteArrayList{Created,
                          "{'type':'response.output_text.delta','output_index':0,'content_index':0,"
                          "'delta':'hel'}",
                          "{'type':'response.output_text.done','output_index':0,'content_index':0,"
                          "'text':'hello'}",
                          completed(Message)}
        << "text(hello)" + stop;
    QTest::newRow("a character cut in two")
        << QByteArrayList{Created,
                          "{'type':'response.output_text.delta','output_index':0,'content_index':0,"
                          "'delta':'a\\ud83d'}",
                          "{'type':'response.output_text.delta','output_index':0,'content_index':0,"
                          "'delta':'\\ude00b'}",
                          completed()}
        << "text(a\xF0\x9F\x98\x80"
           "b)" +
               stop;
    QTest::newRow("arguments at the end")
        << QByteArrayList{Created,
                          "{'type':'response.output_item.added','output_index':0,'item':{'type':"
                          "'function_call','id':'fc_1','call_id':'c','name':'f','arguments':''}}",
                          "{'type':'response.function_call_arguments.done','output_index':0,"
                          "'arguments':'{}'}",
                          completed(call)}
        << "call(c f {})" + called;
    QTest::newRow("arguments at the beginning")
        << QByteArrayList{Created,
                          "{'type':'response.output_item.added','output_index':0,'item':" + call +
                              "}",
                          "{'type':'response.output_item.done','output_index':0,'item':" + call +
                              "}",
                          completed(call)}
        << "call(c f {})" + called;
    QTest::newRow("a call without an id of its own")
        << QByteArrayList{Created, completed("{'type':'function_call','id':'fc_9','name':'f',"
                                             "'arguments':{'a':1.0}}")}
        << "call(fc_9 f {\"a\":1.0})" + called;
    QTest::newRow("a second terminal event and Chat's end mark")
        << QByteArrayList{Created, completed(Message), completed(Message)} << "text(hello)" + stop;
    QTest::newRow("no types in the data")
        << QByteArrayList{Created, "{'type':'keepalive'}", completed(Message)}
        << "text(hello)" + stop;
}

void TstResponsesStreams::whatAStreamLeavesOutIsFoundLater()
{
    QFETCH(QByteArrayList, events);
    QFETCH(QByteArray, summary);
    QCOMPARE(read(events), summary);
}

void TstResponsesStreams::endings_data()
{
    QTest::addColumn<QByteArrayList>("events");
    QTest::addColumn<QByteArray>("summary");
    const auto incomplete = [](const QByteArray &reason) {
        return "{'type':'response.incomplete','response':{'id':'resp_1','status':'incomplete',"
               "'incomplete_details':{'reason':'" +
               reason + "'},'output':[" + Message + "]}}";
    };
    QTest::newRow("too long") << QByteArrayList{Created, incomplete("max_output_tokens")}
                              << "text(hello) " + wiretest::ending(chat::FinishReason::Length);
    QTest::newRow("filtered") << QByteArrayList{Created, incomplete("content_filter")}
                              << "text(hello) " +
                                     wiretest::ending(chat::FinishReason::ContentFilter);
    QTest::newRow("failed")
        << QByteArrayList{Created,
                          "{'type':'response.failed','response':{'status':'failed','error':{'code':"
                          "'context_length_exceeded','message':'too long'}}}"}
        << QByteArray("failed context_too_long");
    QTest::newRow("a flat error")
        << QByteArrayList{Created,
                          "{'type':'error','code':'rate_limit_exceeded','message':'slow down'}"}
        << QByteArray("failed rate_limited");
    QTest::newRow("cut off") << QByteArrayList{Created} << QByteArray("failed upstream_failed");
    QTest::newRow("nothing") << QByteArrayList{} << QByteArray("failed upstream_failed");
}

void TstResponsesStreams::endings()
{
    QFETCH(QByteArrayList, events);
    QFETCH(QByteArray, summary);
    QCOMPARE(read(events), summary);
}

void TstResponsesStreams::anAnswerOfEveryKindIsLegal()
{
    chat::TextPart cited{.text = "b\xC3\xA4r"};
    cited.citations = wiretest::parsed(
        quoted("[{'type':'web_search_result_location','url':'https://x','title':'X'}]"));
    cited.citationsFormat = Format::Anthropic;
    const QByteArray sse = written(
        {Part(chat::ReasoningPart{.text = "hm", .signature = "SIG", .origin = Format::Anthropic}),
         Part(chat::TextPart{.text = "foo"}), Part(std::move(cited)), Part(chat::RefusalPart{"no"}),
         Part(chat::ToolCallPart{.id = "c1", .name = "f", .arguments = "{\"a\":1}"}),
         Part(chat::ToolCallPart{.id = "c2", .name = "g"}),
         Part(chat::ToolCallPart{
             .id = "c3", .name = "patch", .arguments = "*** Begin", .isFreeForm = true}),
         Part(chat::MediaPart{.mediaType = "image/png", .data = "iVBORw0KGgo="}),
         Part(chat::OpaquePart{Format::Anthropic, Json::object({{"type", "server_tool_use"}})})});
    QCOMPARE(test::responsesStreamFaults(sse).join(QLatin1Char('\n')), QString());
    const Json output = lastResponse(sse)["output"];
    QByteArrayList types;
    for (const Json &item : output.items())
        types.append(item["type"].toBytes());
    QCOMPARE(types.join(' '), QByteArray("reasoning message function_call function_call "
                                         "custom_tool_call image_generation_call"));
    const Json annotation = output.at(1)["content"].at(1)["annotations"].at(0);
    QCOMPARE(annotation["url"], Json("https://x"));
    QCOMPARE(annotation["end_index"].toInt(), 3);
    QCOMPARE(output.at(3)["arguments"], Json("{}"));
    QCOMPARE(output.at(4)["input"], Json("*** Begin"));
    QCOMPARE(output.at(5)["result"], Json("iVBORw0KGgo="));
    QCOMPARE(lastResponse(sse)["model"], Json("alias"));
}

void TstResponsesStreams::textsOfOneTurnAreOneMessage()
{
    const QByteArray sse = written(
        {Part(chat::TextPart{.text = "a"}), Part(chat::TextPart{.text = "b"}),
         Part(chat::ToolCallPart{.id = "c", .name = "f"}), Part(chat::TextPart{.text = "d"})});
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    const Json output = lastResponse(sse)["output"];
    QCOMPARE(output.size(), 3);
    QCOMPARE(output.at(0)["content"].size(), 2);
    // The message is done before the call begins: Codex shows it then.
    const QByteArrayList types = typesOf(sse);
    QVERIFY(types.indexOf("output_item.done") < types.indexOf("function_call_arguments.delta"));
}

void TstResponsesStreams::callsSideBySideStayOpen()
{
    const StreamEvents events{Started{"r", "m", 7, {}},
                              PartOpened{0, Part(chat::ToolCallPart{.id = "a", .name = "f"}), 0},
                              PartOpened{1, Part(chat::ToolCallPart{.id = "b", .name = "g"}), 0},
                              PartGrew{1, Field::Arguments, "{\"y\":"},
                              PartGrew{0, Field::Arguments, "{\"x\":1}"},
                              PartGrew{1, Field::Arguments, "2}"},
                              PartClosed{1},
                              PartClosed{0},
                              Finished{.reason = chat::FinishReason::ToolCalls}};
    const QByteArray sse = wiretest::encoded(responses(), events, {});
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    const Json output = lastResponse(sse)["output"];
    QCOMPARE(output.at(0)["arguments"], Json("{\"x\":1}"));
    QCOMPARE(output.at(1)["arguments"], Json("{\"y\":2}"));
}

/// The client brings back what it got; then the vendor must find its own words and signature.
void TstResponsesStreams::anotherVendorsThinkingComesBack()
{
    const chat::ReasoningPart thought{
        .text = "first\n\nsecond", .signature = "SIG+/==", .origin = Format::Anthropic};
    const chat::ReasoningPart hidden{.encrypted = "REDACTED", .origin = Format::Anthropic};
    const QByteArray sse =
        written({Part(thought), Part(hidden), Part(chat::ToolCallPart{.id = "c", .name = "f"})});
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    const Json output = lastResponse(sse)["output"];
    QCOMPARE(output.at(0)["summary"].at(0)["text"], Json("first\n\nsecond"));
    Json request = Json::object({{"model", "m"}, {"input", output}});
    const auto decoded = responses().decodeRequest(request);
    QVERIFY(decoded);
    const auto &parts = decoded->request.messages.front().parts;
    QCOMPARE(parts.size(), size_t(3));
    QVERIFY(*parts[0].as<chat::ReasoningPart>() == thought);
    QVERIFY(*parts[1].as<chat::ReasoningPart>() == hidden);
    // To OpenAI it does not go.
    wire::Losses losses;
    const Json back = wiretest::roundTrip(request, {}, &losses);
    QVERIFY(!back.toJson().contains("omr1."));
    QCOMPARE(losses.size(), 3);
    QCOMPARE(test::responsesRequestFaults(back), QStringList());
}

void TstResponsesStreams::rawThinkingIsNoSummary()
{
    const QByteArray sse =
        written({Part(chat::ReasoningPart{.text = "hm", .origin = Format::OpenAiChat}),
                 Part(chat::TextPart{.text = "so"})});
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    const Json item = lastResponse(sse)["output"].at(0);
    QCOMPARE(item["summary"].size(), 0);
    QCOMPARE(item["content"].at(0)["text"], Json("hm"));
    QVERIFY(typesOf(sse).contains("reasoning_text.delta"));
}

void TstResponsesStreams::unknownItemsAndEventsSurvive()
{
    const QByteArrayList events{
        Created,
        "{'type':'response.output_item.added','output_index':0,'item':{'type':'magic_call','id':"
        "'mg_1','status':'in_progress'}}",
        "{'type':'response.magic_call.glowing','output_index':0,'item_id':'mg_1','colour':'red'}",
        "{'type':'response.output_item.done','output_index':0,'item':{'type':'magic_call','id':"
        "'mg_1','status':'completed','result':1.0}}",
        "{'type':'response.weather','sun':true}",
        completed("{'type':'magic_call','id':'mg_1','status':'completed','result':1.0}")};
    const QByteArray sse =
        wiretest::encoded(responses(), wiretest::eventsOfStream(responses(), streamOf(events)), {});
    QVERIFY(sse.contains("\"colour\":\"red\""));
    QVERIFY(sse.contains("response.weather"));
    QCOMPARE(lastResponse(sse)["output"].at(0).toJson(),
             QByteArray(R"({"type":"magic_call","id":"mg_1","status":"completed","result":1.0})"));
}

void TstResponsesStreams::aCutAnswerIsIncomplete()
{
    const QByteArray sse =
        written({Part(chat::TextPart{.text = "hel"})}, chat::FinishReason::Length);
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    QCOMPARE(typesOf(sse).last(), QByteArray("incomplete"));
    const Json response = lastResponse(sse);
    QCOMPARE(response["incomplete_details"]["reason"], Json("max_output_tokens"));
    QCOMPARE(response["output"].at(0)["status"], Json("incomplete"));
}

void TstResponsesStreams::anErrorEndsTheStreamItBegan()
{
    const auto encoder = responses().streamEncoder({.model = "alias"});
    QByteArray sse = encoder->encode(Started{"r", "m", 7, {}});
    sse += encoder->encode(PartOpened{0, Part(chat::TextPart{}), 0});
    sse += encoder->encode(PartGrew{0, Field::Text, "hel"});
    sse += encoder->encodeFailure({.code = base::ErrorCode::ContextTooLong,
                                   .detail = QStringLiteral("too long"),
                                   .upstreamStatus = 400},
                                  400);
    QCOMPARE(encoder->finish(), QByteArray());
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    const auto data = wiretest::dataOf(sse);
    const Json failed = wiretest::parsed(data.last());
    QCOMPARE(failed["sequence_number"].toInt(), qint64(data.size() - 1));
    QCOMPARE(failed["response"]["id"], Json("resp_r"));
    QCOMPARE(failed["response"]["error"]["code"], Json("context_length_exceeded"));
}

void TstResponsesStreams::anErrorWithoutAStreamIsWhole()
{
    const QByteArray sse = responses().encodeStreamError(
        {.code = base::ErrorCode::Overloaded, .detail = QStringLiteral("busy")}, 503, "req1");
    QCOMPARE(typesOf(sse).last(), QByteArray("failed"));
    QCOMPARE(lastResponse(sse)["error"]["message"], Json("busy"));
    // Nobody knows the model any more.
    QCOMPARE(test::responsesAnswerFaults(lastResponse(sse)),
             QStringList(QStringLiteral("response: model")));
}

void TstResponsesStreams::theRequestIsRepeated()
{
    const Json echo = wire::openairesponses::echoOf(
        quoted("{'model':'m','input':'x','stream':true,'temperature':0.70,'tools':[{'type':"
               "'function','name':'f'}],'reasoning':{'effort':'low'},'metadata':{'a':'b'}}"));
    const StreamEvents events{Started{"r", "m", 7, {}},
                              Finished{.reason = chat::FinishReason::Stop}};
    const QByteArray sse = wiretest::encoded(responses(), events, {.echo = echo});
    QCOMPARE(test::responsesStreamFaults(sse), QStringList());
    const Json response = lastResponse(sse);
    QCOMPARE(response["temperature"].toJson(), QByteArray("0.70"));
    QCOMPARE(response["tools"].at(0)["name"], Json("f"));
    QCOMPARE(response["reasoning"]["effort"], Json("low"));
    QVERIFY(response["reasoning"].contains("summary"));
    QCOMPARE(response["metadata"]["a"], Json("b"));
    QVERIFY(!response.contains("input") && !response.contains("stream"));
    chat::ChatResponse whole{.id = "r"};
    whole.choices.emplace_back();
    wire::completeAnswer(whole, Format::OpenAiResponses,
                         {.model = "alias", .createdSeconds = 9, .echo = echo});
    const Json body = wiretest::parsed(responses().encodeResponse(whole));
    QCOMPARE(test::responsesAnswerFaults(body), QStringList());
    QCOMPARE(body["metadata"]["a"], Json("b"));
    QCOMPARE(body["created_at"].toInt(), 9);
}

void TstResponsesStreams::nothingIsInventedWithoutAnEnd()
{
    const StreamEvents events{Started{"r", "m", 7, {}},
                              PartOpened{0, Part(chat::TextPart{.text = "a"}), 0}};
    const QByteArray sse = wiretest::encoded(responses(), events, {});
    QVERIFY(!sse.contains("response.completed"));
}

OMNI_TEST(TstResponsesStreams)
#include "tst_responsesstreams.moc"

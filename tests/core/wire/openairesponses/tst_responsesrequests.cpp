// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/wire/openairesponses/responseshelpers.h"
#include "tests/core/wire/streamsummary.h"
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

/// What OpenAI gets for a request of another dialect.
Json fromChat(const QByteArray &json, const wire::Traits &traits = {},
              wire::Losses *losses = nullptr)
{
    const auto decoded = wire::codecFor(Format::OpenAiChat)->decodeRequest(request(json));
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = responses().encodeRequest(decoded->request, traits);
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = encoded->losses;
    return wiretest::parsed(encoded->body);
}

} // namespace

class TstResponsesRequests : public QObject
{
    Q_OBJECT

private slots:
    void wrongRequestsNameTheField_data();
    void wrongRequestsNameTheField();
    void everythingOfARequestSurvives();
    void itemsOpenAiOnlyKnowsKeepTheirPlace();
    void aChatRequestIsToldInItems();
    void stateIsOnlyKeptWhereItWasAskedFor();
    void instructionsAndRolesFollowTheTraits_data();
    void instructionsAndRolesFollowTheTraits();
    void remoteMediaIsRefusedWhereNobodyFetchesIt();
    void serviceTiersAreFiltered();
    void reasoningNeedsItsContentAndItsFollower();
    void missingResultsAreMadeUpUnlessOpenAiHasThem();
    void longCallIdsStayPaired();
    void aLostConversationHasItsCode();
};

void TstResponsesRequests::wrongRequestsNameTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *json, const char *field) {
        QTest::newRow(field) << quoted(json) << QString::fromLatin1(field);
    };
    row("{'input':'x'}", "model");
    row("{'model':'m'}", "input");
    row("{'model':'m','input':7}", "input");
    row("{'model':'m','input':['x']}", "input[0]");
    row("{'model':'m','input':[{'content':'x'}]}", "input[0].type");
    row("{'model':'m','input':[{'role':'robot','content':'x'}]}", "input[0].role");
    row("{'model':'m','input':[{'role':'user'}]}", "input[0].content");
    row("{'model':'m','input':[{'role':'user','content':[{'type':'input_text'}]}]}",
        "input[0].content[0].text");
    row("{'model':'m','input':[{'role':'user','content':[{'type':'input_image','image_url':5}]}]}",
        "input[0].content[0].image_url");
    row("{'model':'m','input':[{'role':'user','content':[{'type':'input_image'}]}]}",
        "input[0].content[0]");
    row("{'model':'m','input':[{'type':'function_call','name':'f','arguments':'{}'}]}",
        "input[0].call_id");
    row("{'model':'m','input':[{'type':'function_call','call_id':'c','name':'f','arguments':{}}]}",
        "input[0].arguments");
    row("{'model':'m','input':[{'type':'function_call_output','call_id':'c'}]}", "input[0].output");
    row("{'model':'m','input':[{'type':'reasoning','summary':'x'}]}", "input[0].summary");
    row("{'model':'m','input':'x','instructions':[]}", "instructions");
    row("{'model':'m','input':'x','tools':{}}", "tools");
    row("{'model':'m','input':'x','tools':[{'name':'f'}]}", "tools[0].type");
    row("{'model':'m','input':'x','tools':[{'type':'function'}]}", "tools[0].name");
    row("{'model':'m','input':'x','tools':[{'type':'namespace','name':'n','tools':[{'type':"
        "'function'}]}]}",
        "tools[0].tools[0].name");
    row("{'model':'m','input':'x','tool_choice':'perhaps'}", "tool_choice");
    row("{'model':'m','input':'x','tool_choice':{'type':'allowed_tools'}}", "tool_choice.tools");
    row("{'model':'m','input':'x','text':{'format':{'type':'json_schema'}}}", "text.format.schema");
    row("{'model':'m','input':'x','text':{'format':{'type':'yaml'}}}", "text.format.type");
    row("{'model':'m','input':'x','max_output_tokens':0}", "max_output_tokens");
    row("{'model':'m','input':'x','temperature':'hot'}", "temperature");
    row("{'model':'m','input':'x','include':'all'}", "include");
    row("{'model':'m','input':'x','reasoning':{'effort':3}}", "reasoning.effort");
    row("{'model':'m','previous_response_id':'r','conversation':'c'}", "conversation");
}

void TstResponsesRequests::wrongRequestsNameTheField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto decoded = responses().decodeRequest(wiretest::parsed(body));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, base::ErrorCode::InvalidRequest);
    QCOMPARE(decoded.error().field, field);
}

void TstResponsesRequests::everythingOfARequestSurvives()
{
    const Json body = request(
        "'instructions':'be kind','input':[{'type':'message','role':'developer','content':'d'},"
        "{'type':'message','role':'user','content':[{'type':'input_text','text':'a','mark':1},"
        "{'type':'input_image','image_url':'https://x/y.png','detail':'low'},{'type':'input_file',"
        "'filename':'a.pdf','file_data':'data:application/pdf;base64,JVBERi0='},{'type':"
        "'input_audio','input_audio':{'data':'AAAA','format':'mp3'}}]},"
        "{'type':'reasoning','id':'rs_1','summary':[{'type':'summary_text','text':'s'}],"
        "'encrypted_content':'gAAA'},"
        "{'type':'message','id':'msg_1','role':'assistant','status':'completed','phase':"
        "'commentary','content':[{'type':'output_text','text':'t','annotations':[{'type':"
        "'url_citation','url':'u','title':'T','start_index':0,'end_index':1}]},{'type':'refusal',"
        "'refusal':'no'}]},"
        "{'type':'message','id':'msg_2','role':'assistant','status':'completed','content':[{'type':"
        "'output_text','text':'again'}]},"
        "{'type':'custom_tool_call','id':'ctc_1','call_id':'c1','name':'patch','input':'x'},"
        "{'type':'custom_tool_call_output','call_id':'c1','output':'ok'},"
        "{'type':'function_call','id':'fc_1','call_id':'c2','name':'f','namespace':'n','arguments':"
        "'{}','status':'completed'},"
        "{'type':'function_call_output','call_id':'c2','output':[{'type':'input_text','text':'r'},"
        "{'type':'input_image','image_url':'data:image/png;base64,iVBORw0KGgo='}]}],"
        "'tools':[{'type':'function','name':'plain','parameters':{'type':'object','z':1,'a':2.0},"
        "'strict':true,'defer_loading':true},{'type':'custom','name':'patch','description':'P',"
        "'format':{'type':'grammar','syntax':'lark','definition':'x'}},{'type':'namespace','name':"
        "'n','description':'N','tools':[{'type':'function','name':'f'},{'type':'function','name':"
        "'g'}]},{'type':'web_search','search_context_size':'low'},{'type':'local_shell'}],"
        "'tool_choice':{'type':'allowed_tools','mode':'required','tools':[{'type':'function','name'"
        ":'plain'},{'type':'web_search'}]},'parallel_tool_calls':false,'temperature':0.70,'top_p':"
        "1.0,'max_output_tokens':100,'max_tool_calls':3,'reasoning':{'effort':'high','summary':"
        "'auto','context':'all'},'text':{'verbosity':'low','format':{'type':'json_schema','name':"
        "'n','schema':{'type':'object'},'strict':true}},'include':['reasoning.encrypted_content'],"
        "'store':false,'stream':true,'truncation':'auto','metadata':{'a':'b'},'service_tier':"
        "'priority','prompt_cache_key':'k','safety_identifier':'s','client_metadata':{'x':1}");
    const Json back = wiretest::roundTrip(body, {});
    QCOMPARE(wiretest::differences(wiretest::writtenOut(back), wiretest::writtenOut(body),
                                   {QStringLiteral("parameters"), QStringLiteral("schema")})
                 .join(QLatin1Char('\n')),
             QString());
}

void TstResponsesRequests::itemsOpenAiOnlyKnowsKeepTheirPlace()
{
    const Json body = request(
        "'input':[{'role':'user','content':'a'},{'type':'web_search_call','id':'ws_1','status':"
        "'completed'},{'type':'message','id':'msg_1','role':'assistant','content':[{'type':"
        "'output_text','text':'b'}]},{'type':'local_shell_call','call_id':'l1','action':{}},"
        "{'type':'local_shell_call_output','id':'l1','output':'ls'},{'type':'shell_call_output',"
        "'call_id':'s','output':[]},{'type':'item_reference','id':'rs_7'},{'type':"
        "'mcp_approval_response','approval_request_id':'m','approve':true},{'type':'unheard_of',"
        "'x':1.50},{'type':'function_call','call_id':'c','name':'f','arguments':'{}'},"
        "{'type':'computer_call_output','call_id':'k','output':{}},"
        "{'type':'function_call_output','call_id':'c','output':'r'},{'role':'user','content':'z'}"
        "]");
    const Json back = wiretest::roundTrip(body, {});
    QCOMPARE(wiretest::differences(wiretest::writtenOut(back), wiretest::writtenOut(body), {})
                 .join(QLatin1Char('\n')),
             QString());
    // Elsewhere they are lost, and that is told; what remains is a good conversation.
    wire::Losses losses;
    const Json chat = sentTo(Format::OpenAiChat, body, &losses);
    QCOMPARE(test::openAiRequestFaults(chat), QStringList());
    QVERIFY(losses.size() >= 7);
    QCOMPARE(test::anthropicRequestFaults(sentTo(Format::Anthropic, body)), QStringList());
}

void TstResponsesRequests::aChatRequestIsToldInItems()
{
    wire::Losses losses;
    const Json body = fromChat(
        "'messages':[{'role':'system','content':'be kind'},{'role':'user','content':'go'},"
        "{'role':'assistant','content':'on it','tool_calls':[{'id':'c1','type':'function',"
        "'function':{'name':'f','arguments':'{\\'a\\':1}'}}]},{'role':'tool','tool_call_id':'c1',"
        "'content':'7'},{'role':'system','content':'later'}],'tools':[{'type':'function',"
        "'function':{'name':'f','parameters':{'type':'object'}}}],'tool_choice':{'type':'function',"
        "'function':{'name':'f'}},'response_format':{'type':'json_schema','json_schema':{'name':"
        "'n','schema':{'type':'object'}}},'max_tokens':5,'stop':['x'],'seed':7,'reasoning_effort':"
        "'low','verbosity':'low'",
        {}, &losses);
    QCOMPARE(test::responsesRequestFaults(body), QStringList());
    QCOMPARE(body["instructions"], Json("be kind"));
    QByteArrayList kinds;
    for (const Json &item : body["input"].items())
        kinds.append(item["type"].toBytes() + ':' + item["role"].toBytes());
    QCOMPARE(kinds.join(' '), QByteArray("message:user message:assistant function_call: "
                                         "function_call_output: message:developer"));
    QCOMPARE(body["tools"].at(0)["strict"], Json(false));
    QCOMPARE(body["tool_choice"]["name"], Json("f"));
    QCOMPARE(body["text"]["format"]["name"], Json("n"));
    QCOMPARE(body["text"]["verbosity"], Json("low"));
    QCOMPARE(body["max_output_tokens"].toInt(), 16);
    QCOMPARE(body["reasoning"]["effort"], Json("low"));
    QVERIFY(body["include"].toJson().contains("reasoning.encrypted_content"));
    QCOMPARE(body["store"], Json(false));
    QByteArrayList paths;
    for (const wire::Loss &loss : losses)
        paths.append(loss.path);
    QVERIFY(paths.contains("stop") && paths.contains("seed") && paths.contains("max_tokens"));
}

void TstResponsesRequests::stateIsOnlyKeptWhereItWasAskedFor()
{
    QCOMPARE(fromChat("'messages':[{'role':'user','content':'a'}]")["store"], Json(false));
    QCOMPARE(fromChat("'messages':[{'role':'user','content':'a'}],'store':true")["store"],
             Json(true));
    QVERIFY(!wiretest::roundTrip(request("'input':'a'"), {}).contains("store"));
}

void TstResponsesRequests::instructionsAndRolesFollowTheTraits_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("instructions");
    QTest::addColumn<QByteArray>("roles");
    QTest::newRow("none") << QByteArray("'input':'a'") << QByteArray("default")
                          << QByteArray("user");
    QTest::newRow("empty") << QByteArray("'instructions':'','input':'a'") << QByteArray("default")
                           << QByteArray("user");
    QTest::newRow("own") << QByteArray("'instructions':'own','input':'a'") << QByteArray("own")
                         << QByteArray("user");
    QTest::newRow("a system message")
        << QByteArray("'input':[{'role':'system','content':'s'},{'role':'user','content':'a'}]")
        << QByteArray("default") << QByteArray("developer user");
}

void TstResponsesRequests::instructionsAndRolesFollowTheTraits()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, instructions);
    QFETCH(QByteArray, roles);
    wire::Traits traits;
    traits.systemRole = false;
    traits.defaultInstructions = "default";
    traits.extraBody = R"({"stream":true,"store":false})";
    traits.refusedFields = "temperature,max_output_tokens";
    wire::Losses losses;
    const Json back = wiretest::roundTrip(
        request(input + ",'temperature':1,'max_output_tokens':50"), traits, &losses);
    QCOMPARE(back["instructions"].toBytes(), instructions);
    QByteArrayList found;
    for (const Json &item : back["input"].items())
        found.append(item["role"].toBytes());
    QCOMPARE(found.join(' '), roles);
    QCOMPARE(back["stream"], Json(true));
    QCOMPARE(back["store"], Json(false));
    QVERIFY(!back.contains("temperature") && !back.contains("max_output_tokens"));
    QCOMPARE(losses.size(), 2);
}

void TstResponsesRequests::remoteMediaIsRefusedWhereNobodyFetchesIt()
{
    wire::Traits traits;
    traits.remoteMedia = false;
    const auto encode = [&](const QByteArray &url) {
        const auto decoded = responses().decodeRequest(
            request("'input':[{'role':'user','content':[{'type':'input_image','image_url':'" + url +
                    "'}]}]"));
        return responses().encodeRequest(decoded->request, traits);
    };
    QVERIFY(encode("data:image/png;base64,iVBORw0KGgo="));
    const auto refused = encode("https://example.org/a.png");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
    QCOMPARE(refused.error().field, QStringLiteral("messages[0]"));
}

void TstResponsesRequests::serviceTiersAreFiltered()
{
    wire::Traits traits;
    traits.serviceTiers = "priority";
    QCOMPARE(wiretest::roundTrip(request("'input':'a','service_tier':'priority'"),
                                 traits)["service_tier"],
             Json("priority"));
    wire::Losses losses;
    QVERIFY(!wiretest::roundTrip(request("'input':'a','service_tier':'flex'"), traits, &losses)
                 .contains("service_tier"));
    QCOMPARE(losses.front().path, QByteArray("service_tier"));
}

void TstResponsesRequests::reasoningNeedsItsContentAndItsFollower()
{
    const QByteArray plain = "{'type':'reasoning','id':'rs_1','summary':[]}";
    const QByteArray encrypted =
        "{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':'gAAA'}";
    const QByteArray said = "{'role':'assistant','content':'b'}";
    const auto kept = [](const QByteArray &items, const QByteArray &more) {
        const Json back = wiretest::roundTrip(
            request("'input':[{'role':'user','content':'a'}," + items + ']' + more), {});
        return test::responsesRequestFaults(back).isEmpty() &&
               back.toJson().contains("\"reasoning\"");
    };
    QVERIFY(kept(plain + ',' + said, {}));
    QVERIFY(!kept(plain + ',' + said, ",'store':false"));
    QVERIFY(kept(encrypted + ',' + said, ",'store':false"));
    QVERIFY(!kept(encrypted, ",'store':false"));
    QVERIFY(!kept(encrypted + ",{'role':'user','content':'c'}", {}));
}

void TstResponsesRequests::missingResultsAreMadeUpUnlessOpenAiHasThem()
{
    const QByteArray call = "{'type':'function_call','call_id':'c','name':'f','arguments':'{}'}";
    const QByteArray result = "{'type':'function_call_output','call_id':'c','output':'r'}";
    const Json made = wiretest::roundTrip(request("'input':[" + call + ']'), {});
    QCOMPARE(test::responsesRequestFaults(made), QStringList());
    QVERIFY(made.toJson().contains("was cancelled"));
    const Json state = wiretest::roundTrip(
        request("'previous_response_id':'resp_1','input':[" + result + ']'), {});
    QCOMPARE(state["input"].at(0)["type"], Json("function_call_output"));
    QCOMPARE(state["previous_response_id"], Json("resp_1"));
}

void TstResponsesRequests::longCallIdsStayPaired()
{
    const QByteArray id(100, 'x');
    const Json body =
        fromChat("'messages':[{'role':'user','content':'go'},{'role':'assistant','tool_calls':["
                 "{'id':'" +
                 id +
                 "','type':'function','function':{'name':'f','arguments':'{}'}}]},{'role':'tool',"
                 "'tool_call_id':'" +
                 id + "','content':'7'}]");
    QCOMPARE(test::responsesRequestFaults(body), QStringList());
    QCOMPARE(body["input"].at(1)["call_id"], body["input"].at(2)["call_id"]);
}

void TstResponsesRequests::aLostConversationHasItsCode()
{
    const base::Error lost{.code = base::ErrorCode::InvalidRequest,
                           .detail = QStringLiteral("Previous response with id 'r' not found."),
                           .field = QStringLiteral("previous_response_id")};
    const Json error = wiretest::parsed(responses().encodeError(lost, 400, "req"))["error"];
    QCOMPARE(error["code"], Json("previous_response_not_found"));
    QCOMPARE(error["param"], Json("previous_response_id"));
    QCOMPARE(error["type"], Json("invalid_request_error"));
}

OMNI_TEST(TstResponsesRequests)
#include "tst_responsesrequests.moc"

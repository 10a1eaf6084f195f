// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/gemini/normal.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::parsed;
using wiretest::Recording;

namespace {

const QString Name = QStringLiteral("gemini");

/// The client's own values: here the order of members counts too.
const QStringList Carried{QStringLiteral("args"),
                          QStringLiteral("response"),
                          QStringLiteral("parametersJsonSchema"),
                          QStringLiteral("parameters"),
                          QStringLiteral("responseSchema"),
                          QStringLiteral("responseJsonSchema")};

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Gemini);
}

bool hasRequest(const Recording &each)
{
    return !each.request().isEmpty();
}

/// What the recorded model can do, as far as the request shows it.
chat::Traits traitsFor(const QByteArray &request)
{
    chat::Traits traits;
    const Json contents = wiretest::normalRequest(parsed(request))["contents"];
    for (const Json &content : contents.items()) {
        for (const Json &part : content["parts"].items())
            traits.toolResultMedia =
                traits.toolResultMedia || part["functionResponse"].contains("parts");
    }
    return traits;
}

Json trip(const Json &request, const chat::Traits &traits = {}, wire::Losses *losses = nullptr)
{
    const auto decoded = codec().decodeRequest(request);
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = codec().encodeRequest(decoded->request, traits);
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = decoded->losses + encoded->losses;
    return parsed(encoded->body);
}

Json quoted(QByteArray text)
{
    return parsed(text.replace('\'', '"'));
}

} // namespace

class TstGeminiRequests : public QObject
{
    Q_OBJECT

private slots:
    void recordedRequestsSurviveTheTrip_data() { wiretest::addRows(Name, hasRequest); }
    void recordedRequestsSurviveTheTrip()
    {
        QFETCH(QString, name);
        const QByteArray text = wiretest::recording(Name, name).request();
        wire::Losses losses;
        const Json back = trip(parsed(text), traitsFor(text), &losses);
        QCOMPARE(losses, wire::Losses());
        QCOMPARE(wiretest::differences(back, wiretest::normalRequest(parsed(text)), Carried),
                 QStringList());
        QCOMPARE(test::geminiRequestFaults(back), QStringList());
    }

    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const Json cases = parsed(wiretest::caseFile(QStringLiteral("gemini/wrong.json")));
        QVERIFY(cases.size() > 30);
        for (const Json &row : cases.items())
            QTest::addRow("%s", row["field"].toBytes().constData())
                << row["body"].toJson() << row["field"].toText();
    }
    void wrongFieldsAreNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto decoded = codec().decodeRequest(parsed(body));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, base::ErrorCode::InvalidRequest);
        QCOMPARE(decoded.error().field, field);
        QVERIFY(decoded.error().detail.startsWith(field));
    }

    void unknownFieldsComeBack()
    {
        const Json request = parsed(wiretest::caseFile(QStringLiteral("gemini/unknown.json")));
        wire::Losses losses;
        const Json back = trip(request, {}, &losses);
        QCOMPARE(losses, wire::Losses());
        QCOMPARE(wiretest::differences(back, request, Carried), QStringList());
    }

    void modelAndStreamMayStandInTheUrlAlone()
    {
        const auto bare = codec().decodeRequest(quoted("{'contents':[{'parts':[{'text':'hi'}]}]}"));
        QVERIFY(bare);
        QCOMPARE(bare->request.model, QByteArray());
        QVERIFY(!bare->request.stream);
        const auto named = codec().decodeRequest(
            quoted("{'model':'models/gemini-2.5-pro','contents':[{'parts':[{'text':'hi'}]}]}"));
        QVERIFY(named);
        QCOMPARE(named->request.model, QByteArray("gemini-2.5-pro"));
        chat::ChatRequest streamed = named->request;
        streamed.stream = true;
        QCOMPARE(codec().encodeRequest(streamed, {})->body,
                 codec().encodeRequest(bare->request, {})->body);
    }

    void callsWithoutIdsPairByOrderAndName()
    {
        const QByteArray text =
            "{'contents':[{'role':'user','parts':[{'text':'go'}]},{'role':'model','parts':["
            "{'functionCall':{'name':'a','args':{'n':1}}},{'functionCall':{'name':'b'}},"
            "{'functionCall':{'name':'a','args':{'n':2}}}]},{'role':'function','parts':["
            "{'functionResponse':{'name':'b','response':{'output':'B'}}},"
            "{'functionResponse':{'name':'a','response':{'output':'A1'}}},"
            "{'functionResponse':{'name':'a','response':{'output':'A2'}}}]}]}";
        const auto first = codec().decodeRequest(quoted(text));
        const auto second = codec().decodeRequest(quoted(text));
        QVERIFY(first && second);
        QVERIFY(first->request == second->request);
        const auto &calls = first->request.messages[1].parts;
        const auto &results = first->request.messages[2].parts;
        QSet<QByteArray> ids;
        for (const chat::Part &part : calls)
            ids.insert(part.as<chat::ToolCallPart>()->id);
        QCOMPARE(ids.size(), 3);
        const auto callOf = [&](size_t result) {
            for (size_t i = 0; i < calls.size(); ++i) {
                if (calls[i].as<chat::ToolCallPart>()->id ==
                    results[result].as<chat::ToolResultPart>()->callId)
                    return int(i);
            }
            return -1;
        };
        QCOMPARE(callOf(0), 1);
        QCOMPARE(callOf(1), 0);
        QCOMPARE(callOf(2), 2);
        // Back at Gemini they stand in the calls' order, still without ids.
        const auto encoded = codec().encodeRequest(first->request, {});
        QVERIFY(encoded);
        QCOMPARE(test::geminiRequestFaults(parsed(encoded->body)), QStringList());
        QVERIFY(!encoded->body.contains("\"id\""));
        QVERIFY(encoded->body.indexOf("A1") < encoded->body.indexOf("\"B\""));
        // Elsewhere each has its own.
        const auto openAi = wire::codecFor(Format::OpenAiChat)->encodeRequest(first->request, {});
        QVERIFY(openAi);
        const Json messages = parsed(openAi->body)["messages"];
        QCOMPARE(messages.at(2)["content"], Json("A1"));
        QCOMPARE(messages.at(2)["tool_call_id"], messages.at(1)["tool_calls"].at(0)["id"]);
        QCOMPARE(messages.at(3)["content"], Json("B"));
    }

    void missingResultsAreMadeUpAndStrayOnesBecomeText()
    {
        wire::Losses losses;
        const Json body = trip(
            quoted("{'contents':[{'role':'user','parts':[{'text':'go'}]},{'role':'model','parts':["
                   "{'functionCall':{'name':'a','args':{}}},{'functionCall':{'name':'b',"
                   "'args':{}}}]},{'role':'user','parts':[{'functionResponse':{'name':'b',"
                   "'response':{'result':'B'}}},{'functionResponse':{'name':'c','response':"
                   "{'result':'C'}}},{'text':'and now'}]}]}"),
            {}, &losses);
        QCOMPARE(test::geminiRequestFaults(body), QStringList());
        QCOMPARE(losses.size(), 2);
        const Json &results = body["contents"].at(2)["parts"];
        QVERIFY(results.at(0)["functionResponse"]["response"].contains("error"));
        QVERIFY(body.toJson().contains("\"text\":\"C\""));
        QVERIFY(body.toJson().contains("and now"));
    }

    void toolResultsAreObjectsWhateverTheyWere_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isError");
        QTest::addColumn<QByteArray>("response");
        QTest::newRow("text") << QByteArray("fine") << false << QByteArray(R"({"result":"fine"})");
        QTest::newRow("object") << QByteArray(R"({"b":1.0,"a":2})") << false
                                << QByteArray(R"({"b":1.0,"a":2})");
        QTest::newRow("list") << QByteArray("[1,2]") << false << QByteArray(R"({"result":[1,2]})");
        QTest::newRow("number") << QByteArray("1.50") << false << QByteArray(R"({"result":1.50})");
        QTest::newRow("error") << QByteArray("no such file") << true
                               << QByteArray(R"({"error":"no such file"})");
        QTest::newRow("error object")
            << QByteArray(R"({"a":1})") << true << Json::object({{"error", R"({"a":1})"}}).toJson();
        QTest::newRow("nothing") << QByteArray() << false << QByteArray(R"({"result":""})");
    }
    void toolResultsAreObjectsWhateverTheyWere()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isError);
        QFETCH(QByteArray, response);
        chat::ChatRequest request;
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
        request.messages.push_back(
            {.role = chat::Role::Assistant,
             .parts = {chat::Part(chat::ToolCallPart{.id = "1", .name = "f"})}});
        chat::ToolResultPart result{.callId = "1", .isError = isError};
        result.content.emplace_back(chat::TextPart{.text = content});
        request.messages.push_back(
            {.role = chat::Role::Tool, .parts = {chat::Part(std::move(result))}});
        const auto encoded = codec().encodeRequest(request, {});
        QVERIFY(encoded);
        const Json part = parsed(encoded->body)["contents"].at(2)["parts"].at(0);
        QCOMPARE(part["functionResponse"]["response"].toJson(), response);
        QCOMPARE(part["functionResponse"]["name"], Json("f"));
    }

    void signedModelsGetTheirSignatureOrTheDummy()
    {
        const Json request =
            quoted("{'contents':[{'role':'user','parts':[{'text':'go'}]},{'role':'model','parts':["
                   "{'functionCall':{'id':'1','name':'a','args':{}},'thoughtSignature':'c2ln'},"
                   "{'functionCall':{'id':'2','name':'b','args':{}}}]},{'role':'user','parts':["
                   "{'functionResponse':{'id':'1','name':'a','response':{'result':'A'}}},"
                   "{'functionResponse':{'id':'2','name':'b','response':{'result':'B'}}}]},"
                   "{'role':'model','parts':[{'functionCall':{'id':'3','name':'a','args':{}}}]},"
                   "{'role':'user','parts':[{'functionResponse':{'id':'3','name':'a','response':"
                   "{'result':'C'}}}]}]}");
        chat::Traits traits;
        traits.thinkingLevels = "low,high";
        const Json contents = trip(request, traits)["contents"];
        QCOMPARE(contents.at(1)["parts"].at(0)["thoughtSignature"], Json("c2ln"));
        QVERIFY(!contents.at(1)["parts"].at(1).contains("thoughtSignature"));
        QCOMPARE(
            QByteArray::fromBase64(contents.at(3)["parts"].at(0)["thoughtSignature"].toBytes()),
            QByteArray("skip_thought_signature_validator"));
        // Others get nothing that they did not make.
        QVERIFY(!trip(request)["contents"].at(3)["parts"].at(0).contains("thoughtSignature"));
    }

    void foreignThinkingStaysBehind()
    {
        chat::ChatRequest request;
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
        chat::Message answer{.role = chat::Role::Assistant};
        answer.parts.emplace_back(chat::ReasoningPart{
            .text = "claude thought", .signature = "sig", .origin = Format::Anthropic});
        answer.parts.emplace_back(chat::ReasoningPart{
            .text = "gemini thought", .signature = "c2ln", .origin = Format::Gemini});
        answer.parts.emplace_back(chat::TextPart{.text = "said"});
        request.messages.push_back(answer);
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "on"})}});
        const auto encoded = codec().encodeRequest(request, {});
        QVERIFY(encoded);
        QCOMPARE(encoded->losses.size(), 1);
        QCOMPARE(encoded->losses.front().path, QByteArray("messages[1].content[0]"));
        const Json parts = parsed(encoded->body)["contents"].at(1)["parts"];
        QCOMPARE(parts.size(), 2);
        QCOMPARE(
            parts.at(0).toJson(),
            QByteArray(R"({"text":"gemini thought","thought":true,"thoughtSignature":"c2ln"})"));
    }

    void thinkingIsALevelOrABudget_data()
    {
        QTest::addColumn<QByteArray>("effort");
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<QByteArray>("levels");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const char *effort, qint64 budget, const char *levels,
                            const char *wanted) {
            QTest::newRow(name) << QByteArray(effort) << budget << QByteArray(levels)
                                << QByteArray(wanted).replace('\'', '"');
        };
        constexpr qint64 Unsaid = -2;
        row("minimal", "minimal", Unsaid, "", "{'includeThoughts':true,'thinkingBudget':512}");
        row("low", "low", Unsaid, "", "{'includeThoughts':true,'thinkingBudget':1024}");
        row("medium", "medium", Unsaid, "", "{'includeThoughts':true,'thinkingBudget':8192}");
        row("high", "high", Unsaid, "", "{'includeThoughts':true,'thinkingBudget':24576}");
        row("xhigh", "xhigh", Unsaid, "", "{'includeThoughts':true,'thinkingBudget':32768}");
        row("max", "max", Unsaid, "", "{'includeThoughts':true,'thinkingBudget':32768}");
        row("none", "none", Unsaid, "", "{'thinkingBudget':0}");
        row("budget", "", 5000, "", "{'includeThoughts':true,'thinkingBudget':5000}");
        row("auto", "", -1, "", "{'includeThoughts':true,'thinkingBudget':-1}");
        row("3: low", "low", Unsaid, "low,high", "{'includeThoughts':true,'thinkingLevel':'low'}");
        row("3: minimal of pro", "minimal", Unsaid, "low,high",
            "{'includeThoughts':true,'thinkingLevel':'low'}");
        row("3: medium of pro", "medium", Unsaid, "low,high",
            "{'includeThoughts':true,'thinkingLevel':'high'}");
        row("3: medium of flash", "medium", Unsaid, "minimal,low,medium,high",
            "{'includeThoughts':true,'thinkingLevel':'medium'}");
        row("3: max", "max", Unsaid, "low,high", "{'includeThoughts':true,'thinkingLevel':'high'}");
        row("3: off", "none", Unsaid, "minimal,low,medium,high", "{'thinkingLevel':'minimal'}");
        row("3: budget", "", 8192, "low,medium,high",
            "{'includeThoughts':true,'thinkingLevel':'medium'}");
        row("3: auto", "", -1, "low,high", "{'includeThoughts':true}");
    }
    void thinkingIsALevelOrABudget()
    {
        QFETCH(QByteArray, effort);
        QFETCH(qint64, budget);
        QFETCH(QByteArray, levels);
        QFETCH(QByteArray, wanted);
        chat::ChatRequest request;
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
        request.reasoning.effort = effort;
        if (budget >= -1)
            request.reasoning.budget = budget;
        chat::Traits traits;
        traits.thinkingLevels = levels;
        const auto encoded = codec().encodeRequest(request, traits);
        QVERIFY(encoded);
        QCOMPARE(parsed(encoded->body)["generationConfig"]["thinkingConfig"].toJson(), wanted);
    }

    void toolNamesFitAndComeBack()
    {
        chat::ChatRequest request;
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
        for (const char *name : {"ok.name:x-y", "1st", "has space", "-dash"})
            request.tools.push_back({.name = name});
        request.toolChoice = {.mode = chat::ToolChoice::Mode::Named, .names = {"1st"}};
        const auto encoded = codec().encodeRequest(request, {});
        QVERIFY(encoded);
        const Json body = parsed(encoded->body);
        QCOMPARE(test::geminiRequestFaults(body), QStringList());
        QCOMPARE(encoded->renamedTools.size(), 3);
        QCOMPARE(body["toolConfig"]["functionCallingConfig"].toJson(),
                 QByteArray(R"({"mode":"ANY","allowedFunctionNames":["_1st"]})"));
    }

    void toolModesMap_data()
    {
        QTest::addColumn<QByteArray>("calling");
        for (const char *calling :
             {"{'mode':'AUTO'}", "{'mode':'NONE'}", "{'mode':'ANY'}", "{'mode':'VALIDATED'}",
              "{'mode':'ANY','allowedFunctionNames':['a']}",
              "{'mode':'ANY','allowedFunctionNames':['a','b']}",
              "{'mode':'VALIDATED','allowedFunctionNames':['b']}"})
            QTest::newRow(calling) << QByteArray(calling).replace('\'', '"');
    }
    void toolModesMap()
    {
        QFETCH(QByteArray, calling);
        Json request = quoted("{'contents':[{'role':'user','parts':[{'text':'go'}]}],'tools':["
                              "{'functionDeclarations':[{'name':'a'},{'name':'b'}]}]}");
        request.set("toolConfig", Json::object({{"functionCallingConfig", parsed(calling)}}));
        const Json back = trip(request);
        QCOMPARE(back["toolConfig"]["functionCallingConfig"].toJson(), calling);
        QCOMPARE(test::geminiRequestFaults(back), QStringList());
    }

    void whatCannotStandBesideFunctionsIsAskedForInWords()
    {
        chat::ChatRequest request;
        request.messages.push_back({.parts = {chat::Part(chat::TextPart{.text = "go"})}});
        request.tools.push_back({.name = "f"});
        request.tools.push_back({.kind = chat::ToolKind::BuiltIn,
                                 .name = "web_search",
                                 .builtIn = Json::object({{"type", "web_search"}}),
                                 .builtInFormat = Format::OpenAiResponses});
        request.shape.kind = chat::ResponseShape::Kind::JsonSchema;
        request.shape.schema = Json::object({{"type", "object"}});
        const Json free = parsed(codec().encodeRequest(request, {})->body);
        QCOMPARE(free["tools"].at(1).toJson(), QByteArray(R"({"googleSearch":{}})"));
        QCOMPARE(free["generationConfig"]["responseMimeType"], Json("application/json"));
        chat::Traits traits;
        traits.toolsAlone = true;
        const auto encoded = codec().encodeRequest(request, traits);
        QVERIFY(encoded);
        const Json alone = parsed(encoded->body);
        QCOMPARE(alone["tools"].size(), 1);
        QVERIFY(!alone.contains("generationConfig"));
        QVERIFY(alone["systemInstruction"].toJson().contains("JSON"));
        QVERIFY(encoded->losses.size() >= 2);
    }

    void mediaAreToldByTheirKind()
    {
        const auto bodyWith = [](const chat::MediaPart &media, const chat::Traits &traits) {
            chat::ChatRequest request;
            request.messages.push_back({.parts = {chat::Part(media)}});
            return codec().encodeRequest(request, traits);
        };
        const auto partOf = [&](const chat::MediaPart &media) {
            return parsed(bodyWith(media, {})->body)["contents"].at(0)["parts"].at(0).toJson();
        };
        const Json fetched = parsed(partOf({.url = "https://x/a.PNG?b=c.pdf"}))["fileData"];
        QCOMPARE(fetched["fileUri"], Json("https://x/a.PNG?b=c.pdf"));
        QCOMPARE(fetched["mimeType"], Json("image/png"));
        QCOMPARE(partOf({.data = "iVBORw0KGgo="}),
                 QByteArray(R"({"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}})"));
        QCOMPARE(partOf({.kind = chat::MediaKind::File, .text = "hi"}),
                 QByteArray(R"({"inlineData":{"mimeType":"text/plain","data":"aGk="}})"));
        QCOMPARE(parsed(partOf({.fileId = "gs://b/o"}))["fileData"]["fileUri"], Json("gs://b/o"));
        // What cannot be fetched is refused by name.
        chat::Traits blind;
        blind.remoteMedia = false;
        const auto far = bodyWith({.url = "https://x/a.png"}, blind);
        const auto foreign = bodyWith({.fileId = "file-1"}, {});
        QVERIFY(!far && !foreign);
        QCOMPARE(far.error().field, QStringLiteral("messages[0].content[0]"));
        QCOMPARE(foreign.error().code, base::ErrorCode::Unsupported);
    }

    void whatIsLostIsTold()
    {
        chat::ChatRequest request;
        request.messages.push_back(
            {.parts = {chat::Part(chat::TextPart{.text = "go"})}, .name = "ann"});
        request.tools.push_back({.name = "strict", .strict = true});
        request.tools.push_back({.name = "loose"});
        request.parallelToolCalls = false;
        request.sampling.minP = "0.1";
        request.userId = "u";
        request.verbosity = "low";
        const auto encoded = codec().encodeRequest(request, {});
        QVERIFY(encoded);
        QByteArrayList paths;
        for (const wire::Loss &loss : encoded->losses)
            paths.append(loss.path);
        std::sort(paths.begin(), paths.end());
        QCOMPARE(paths.join(' '), QByteArray("messages[0].name min_p parallel_tool_calls tools "
                                             "user verbosity"));
        // Where all are strict the API checks them itself.
        request.tools.pop_back();
        const auto checked = codec().encodeRequest(request, {});
        QVERIFY(checked);
        QCOMPARE(parsed(checked->body)["toolConfig"]["functionCallingConfig"]["mode"],
                 Json("VALIDATED"));
    }

    void aHistoryBeginsAndEndsWithTheUser()
    {
        chat::ChatRequest request;
        request.messages.push_back({.role = chat::Role::Assistant,
                                    .parts = {chat::Part(chat::TextPart{.text = "hello"})}});
        const auto encoded = codec().encodeRequest(request, {});
        QVERIFY(encoded);
        const Json contents = parsed(encoded->body)["contents"];
        QCOMPARE(contents.size(), 3);
        QCOMPARE(contents.at(1)["parts"].at(0)["text"], Json("hello"));
        QCOMPARE(test::geminiRequestFaults(parsed(encoded->body)), QStringList());
        QVERIFY(!codec().encodeRequest({}, {}));
    }
};

OMNI_TEST(TstGeminiRequests)
#include "tst_geminirequests.moc"

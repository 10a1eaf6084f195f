// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using base::JsonMember;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::OpenAiChat);
}

/// The text parts of assistant, system and tool messages are one text; a user's stay apart unless
/// there is only one.
Json joinedContent(const Json &content, const QByteArray &role)
{
    if (!content.isArray())
        return content;
    QByteArray text;
    for (const Json &part : content.items()) {
        if (part["type"].toBytes() != "text" || part.contains("cache_control"))
            return content;
        text += (text.isEmpty() || role == "assistant" ? ""
                 : role == "tool"                      ? "\n"
                                                       : "\n\n") +
                part["text"].toBytes();
    }
    return role == "user" && content.size() > 1 ? content : Json(text);
}

Json normalMessage(const Json &message)
{
    Json out = Json::object();
    for (const JsonMember &member : message.members()) {
        if (!member.value.isNull() || member.key == "content")
            out.set(member.key, member.value);
    }
    Json parts;
    QByteArray thinking;
    for (const Json &part : out["content"].items()) {
        if (part["type"].toBytes() == "thinking") {
            for (const Json &piece : part["thinking"].items())
                thinking += piece["text"].toBytes();
        } else {
            parts.append(part);
        }
    }
    if (!thinking.isEmpty()) {
        out.set("content", parts);
        out.set("reasoning_content", thinking);
    }
    out.set("content", joinedContent(out["content"], out["role"].toBytes()));
    if (out["content"].isNull() || (out["content"] == Json("") && out.contains("tool_calls")))
        out.set("content", nullptr);
    Json calls;
    for (const Json &call : out["tool_calls"].items()) {
        Json normal = call;
        normal.remove("index");
        calls.append(normal);
    }
    out.remove("tool_calls");
    out.setIfPresent("tool_calls", calls);
    return out;
}

/// The documented normalisations of a trip through the canonical form: null means absent, `stream`
/// stands only when it is true and then asks for usage, `stop` is a list, legacy functions are
/// tools, empty lists and descriptions are left out, one text is one string, vendors' thinking
/// parts are `reasoning_content`.
Json normalRequest(const Json &request)
{
    Json out = Json::object();
    for (const JsonMember &member : request.members()) {
        if (!member.value.isNull())
            out.set(member.key, member.value);
    }
    if (!out["stream"].toBool())
        out.remove("stream");
    if (out.contains("stream")) {
        Json options = out["stream_options"];
        options.set("include_usage", true);
        out.set("stream_options", options);
    }
    if (out["stop"].isString())
        out.set("stop", Json::array({out["stop"]}));
    Json tools = out.take("tools");
    const Json functions = out.take("functions");
    for (const Json &function : functions.items())
        tools.append(Json::object({{"type", "function"}, {"function", function}}));
    Json normalTools;
    for (Json tool : tools.items()) {
        if (tool["function"]["description"] == Json("")) {
            Json function = tool["function"];
            function.remove("description");
            tool.set("function", function);
        }
        if (tool.contains("function"))
            tool.set("type", "function");
        normalTools.append(tool);
    }
    out.setIfPresent("tools", normalTools);
    Json messages;
    for (const Json &message : out["messages"].items())
        messages.append(normalMessage(message));
    out.set("messages", messages);
    return out;
}

wire::Traits permissive(const Json &request)
{
    wire::Traits traits;
    traits.reasoningInHistory = true;
    traits.cacheMarks = true;
    traits.toolResultMedia = true;
    traits.maxCompletionTokens = request.contains("max_completion_tokens");
    traits.toolChoiceRequiredIsAny = request["tool_choice"].toBytes() == "any";
    return traits;
}

} // namespace

class TstOpenAiChatRequests : public QObject
{
    Q_OBJECT

private slots:
    void recordedRequestsMakeTheTrip_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), [](const wiretest::Recording &each) {
            return !each.request().isEmpty();
        });
    }
    void recordedRequestsMakeTheTrip()
    {
        QFETCH(QString, name);
        const Json request =
            wiretest::parsed(wiretest::recording(QStringLiteral("openai-chat"), name).request());
        const auto decoded = codec().decodeRequest(request);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        const auto sent = codec().encodeRequest(decoded->request, permissive(request));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        const QStringList ordered{QStringLiteral("parameters"), QStringLiteral("schema")};
        const QStringList changed =
            wiretest::differences(wiretest::parsed(sent->body), normalRequest(request), ordered);
        QCOMPARE(changed.join(u'\n'), QString());
        // The second trip changes nothing any more.
        const auto again = codec().decodeRequest(wiretest::parsed(sent->body));
        QVERIFY(again);
        QCOMPARE(codec().encodeRequest(again->request, permissive(request))->body, sent->body);
    }

    void errorsNameTheField_data();
    void errorsNameTheField();
    void unknownFieldsSurvive();
    void traitsShapeTheRequest_data();
    void traitsShapeTheRequest();
};

void TstOpenAiChatRequests::errorsNameTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *field, const QByteArray &body) {
        QTest::newRow(field) << body << QString::fromLatin1(field);
    };
    const auto message = [&](const char *field, const QByteArray &json) {
        row(field, R"({"model":"m","messages":[{"role":"user","content":"a"},)" + json + "]}");
    };
    const auto part = [&](const char *field, const QByteArray &json) {
        message(field, R"({"role":"user","content":[{"type":"text","text":"x"},)" + json + "]}");
    };
    const auto top = [&](const char *field, const QByteArray &json) {
        row(field, R"({"model":"m","messages":[{"role":"user","content":"a"}],)" + json + "}");
    };
    row("model", R"({"messages":[{"role":"user","content":"a"}]})");
    row("messages", R"({"model":"m"})");
    QTest::newRow("no messages") << QByteArray(R"({"model":"m","messages":[]})")
                                 << QStringLiteral("messages");
    message("messages[1]", "7");
    message("messages[1].role", R"({"role":"robot","content":"a"})");
    message("messages[1].content", R"({"role":"user"})");
    message("messages[1].tool_call_id", R"({"role":"tool","content":"a"})");
    message("messages[1].tool_calls", R"({"role":"assistant","tool_calls":{}})");
    message("messages[1].tool_calls[0].id",
            R"({"role":"assistant","tool_calls":[{"type":"function","function":{"name":"f"}}]})");
    message("messages[1].tool_calls[0].function.name",
            R"({"role":"assistant","tool_calls":[{"id":"a","type":"function","function":{}}]})");
    message(
        "messages[1].tool_calls[0].function.arguments",
        R"({"role":"assistant","tool_calls":[{"id":"a","function":{"name":"f","arguments":{}}}]})");
    part("messages[1].content[1]", "true");
    part("messages[1].content[1].type", R"({"text":"x"})");
    part("messages[1].content[1].text", R"({"type":"text","text":5})");
    part("messages[1].content[1].image_url", R"({"type":"image_url"})");
    part("messages[1].content[1].image_url.url", R"({"type":"image_url","image_url":{"url":1}})");
    part("messages[1].content[1].image_url.detail",
         R"({"type":"image_url","image_url":{"url":"http://a/b.png","detail":1}})");
    part("messages[1].content[1].input_audio.data",
         R"({"type":"input_audio","input_audio":{"format":"wav"}})");
    part("messages[1].content[1].file", R"({"type":"file","file":{}})");
    top("temperature", R"("temperature":"hot")");
    top("max_tokens", R"("max_tokens":0)");
    top("max_completion_tokens", R"("max_completion_tokens":1.5)");
    top("n", R"("n":"two")");
    top("stop[1]", R"("stop":["a",2])");
    top("stream", R"("stream":"yes")");
    top("stream_options.include_usage", R"("stream_options":{"include_usage":1})");
    top("tools", R"("tools":{})");
    top("tools[0].type", R"("tools":[{}])");
    top("tools[0].function.name", R"("tools":[{"type":"function","function":{}}])");
    top("tools[0].function.parameters",
        R"("tools":[{"type":"function","function":{"name":"f","parameters":[]}}])");
    top("tool_choice", R"("tool_choice":1)");
    top("tool_choice.function.name", R"("tool_choice":{"type":"function"})");
    top("response_format.type", R"("response_format":{"type":"xml"})");
    top("response_format.json_schema.schema",
        R"("response_format":{"type":"json_schema","json_schema":{"name":"a","schema":1}})");
    top("reasoning_effort", R"("reasoning_effort":3)");
    top("user", R"("user":{})");
    top("metadata", R"("metadata":"x")");
}

void TstOpenAiChatRequests::errorsNameTheField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto json = Json::parse(body);
    QVERIFY(json);
    const auto decoded = codec().decodeRequest(*json);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, base::ErrorCode::InvalidRequest);
    QCOMPARE(decoded.error().field, field);
    QVERIFY(decoded.error().detail.startsWith(field));
}

void TstOpenAiChatRequests::unknownFieldsSurvive()
{
    const Json request = wiretest::parsed(
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"a","x":1},
            {"type":"hologram","hologram":{"z":1,"a":2}}],"y":[1.0]}],
            "logit_bias":{"50256":-100},"prediction":{"type":"content","content":"b"},
            "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}},"q":1},
                     {"type":"web_search","size":"big"}],
            "top_k":40,"vendor":{"b":1,"a":2},"big":12345678901234567890})");
    const auto decoded = codec().decodeRequest(request);
    QVERIFY(decoded);
    const auto sent = codec().encodeRequest(decoded->request, wire::Traits());
    QVERIFY(sent);
    QCOMPARE(sent->losses, wire::Losses());
    QCOMPARE(wiretest::differences(wiretest::parsed(sent->body), request, {}), QStringList());
    QVERIFY(sent->body.contains(R"("vendor":{"b":1,"a":2})"));
    QVERIFY(sent->body.contains("[1.0]"));
}

void TstOpenAiChatRequests::traitsShapeTheRequest_data()
{
    QTest::addColumn<std::function<void(wire::Traits &)>>("change");
    QTest::addColumn<QByteArray>("fields"); // of the request, besides model and messages
    QTest::addColumn<QByteArray>("has");    // in what is sent
    QTest::addColumn<QByteArray>("hasNot");
    using Change = std::function<void(wire::Traits &)>;
    const auto row = [](const char *name, const Change &change, const char *fields, const char *has,
                        const char *hasNot) {
        QTest::newRow(name) << change << QByteArray(fields) << QByteArray(has)
                            << QByteArray(hasNot);
    };
    row(
        "max_tokens", [](wire::Traits &) {}, R"(,"max_completion_tokens":5)", R"("max_tokens":5)",
        "max_completion_tokens");
    row(
        "max_completion_tokens", [](wire::Traits &t) { t.maxCompletionTokens = true; },
        R"(,"max_tokens":5)", R"("max_completion_tokens":5)", "max_tokens\"");
    row(
        "no sampling", [](wire::Traits &t) { t.sampling = false; },
        R"(,"temperature":1,"top_p":0.5,"seed":3)", R"("seed":3)", "temperature");
    row(
        "no effort", [](wire::Traits &t) { t.reasoningEffort = false; },
        R"(,"reasoning_effort":"high")", "", "reasoning_effort");
    row(
        "no developer", [](wire::Traits &t) { t.developerRole = false; }, "",
        R"({"role":"system","content":"be brief"})", "developer");
    row(
        "no system", [](wire::Traits &t) { t.systemRole = false; }, "", "be brief", "developer");
    row(
        "refused", [](wire::Traits &t) { t.refusedFields = "user,seed"; },
        R"(,"user":"u","seed":1,"n":2)", R"("n":2)", "\"user\":");
    row(
        "extra body", [](wire::Traits &t) { t.extraBody = R"({"n":1,"z":{"b":1}})"; }, R"(,"n":2)",
        R"("n":1,"z":{"b":1})", R"("n":2)");
    row(
        "any", [](wire::Traits &t) { t.toolChoiceRequiredIsAny = true; },
        R"(,"tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"required")",
        R"("tool_choice":"any")", "required");
    row(
        "no parallel switch", [](wire::Traits &t) { t.parallelToolCalls = false; },
        R"(,"tools":[{"type":"function","function":{"name":"f"}}],"parallel_tool_calls":false)",
        R"("parameters":{"type":"object","properties":{}})", "parallel_tool_calls");
    row(
        "choice without tools", [](wire::Traits &) {}, R"(,"tools":[],"tool_choice":"auto")", "",
        "tool_choice");
    row(
        "usage asked for", [](wire::Traits &) {}, R"(,"stream":true)",
        R"("stream_options":{"include_usage":true})", "false");
    row(
        "usage cannot be asked for", [](wire::Traits &t) { t.streamUsage = false; },
        R"(,"stream":true,"stream_options":{"include_usage":true})", R"("stream":true)",
        "stream_options");
    row(
        "no schema", [](wire::Traits &t) { t.structuredOutput = false; },
        R"(,"response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{"type":"object"}}})",
        R"({\"type\":\"object\"})", "response_format");
}

void TstOpenAiChatRequests::traitsShapeTheRequest()
{
    QFETCH(std::function<void(wire::Traits &)>, change);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, has);
    QFETCH(QByteArray, hasNot);
    wire::Traits traits;
    change(traits);
    const auto decoded = codec().decodeRequest(wiretest::parsed(
        R"({"model":"m","messages":[{"role":"developer","content":"be brief"},
            {"role":"user","content":[{"type":"text","text":"look"},
             {"type":"image_url","image_url":{"url":"https://a/b.png"}}]}])" +
        fields + "}"));
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
    const auto sent = codec().encodeRequest(decoded->request, traits);
    QVERIFY(sent);
    QVERIFY2(sent->body.contains(has), sent->body);
    QVERIFY2(!sent->body.contains(hasNot), sent->body);
    QVERIFY2(sent->body.contains("https://a/b.png"), "folding must not lose images");
}

OMNI_TEST(TstOpenAiChatRequests)
#include "tst_openaichatrequests.moc"

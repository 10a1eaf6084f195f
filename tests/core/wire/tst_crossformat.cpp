// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/translate.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;

namespace {

const wire::Codec &claude()
{
    return *wire::codecFor(Format::Anthropic);
}

const wire::Codec &openAi()
{
    return *wire::codecFor(Format::OpenAiChat);
}

QByteArray data(const char *name)
{
    return test::bytesOf(QStringLiteral(OMNI_TEST_DATA "/wire/cross/") + QLatin1String(name));
}

Json without(const Json &list, qsizetype from)
{
    Json rest = Json::array();
    for (qsizetype i = from; i < list.size(); ++i)
        rest.append(list.at(i));
    return rest;
}

/// What the upstream of `to` gets for this request of a client of `from`.
Json translated(const wire::Codec &from, const wire::Codec &to, const Json &request,
                wire::Losses *losses = nullptr)
{
    const auto decoded = from.decodeRequest(request);
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
        *losses = encoded->losses;
    return *Json::parse(encoded->body);
}

/// The whole answer that a client of `to` reads out of an upstream's recorded stream.
Json answer(const wire::Codec &from, const wire::Codec &to, const QByteArray &stream)
{
    const chat::StreamEvents events = test::decodeStream(from, stream, stream.size());
    if (to.format() == Format::OpenAiChat)
        return *Json::parse(to.encodeResponse(test::built(events), nullptr));
    const QByteArray written = test::encodeStream(to, events, "alias");
    const auto read = test::built(test::decodeStream(to, written, written.size()));
    return *Json::parse(to.encodeResponse(read, nullptr));
}

/// A client that speaks Anthropic goes on: its answer, then one result for each call, last first.
void continueClaude(Json &request, const Json &message)
{
    Json messages = request["messages"];
    messages.append(Json::object({{"role", "assistant"}, {"content", message["content"]}}));
    Json results = Json::array();
    const auto blocks = message["content"].items();
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        if ((*block)["type"].toBytes() == "tool_use")
            results.append(
                Json::object({{"type", "tool_result"},
                              {"tool_use_id", (*block)["id"]},
                              {"content", QByteArray("of ") + (*block)["id"].toBytes()}}));
    }
    messages.append(Json::object({{"role", "user"}, {"content", results}}));
    request.set("messages", messages);
}

void continueOpenAi(Json &request, const Json &completion)
{
    Json messages = request["messages"];
    const Json message = completion["choices"].at(0)["message"];
    messages.append(message);
    for (const Json &call : message["tool_calls"].items())
        messages.append(Json::object({{"role", "tool"},
                                      {"tool_call_id", call["id"]},
                                      {"content", QByteArray("of ") + call["id"].toBytes()}}));
    request.set("messages", messages);
}

/// Every assistant message with calls is followed by exactly its results.
QByteArray pairingFault(const Json &messages)
{
    QByteArrayList open;
    for (const Json &message : messages.items()) {
        const QByteArray &role = message["role"].toBytes();
        if (role == "tool") {
            if (!open.removeOne(message["tool_call_id"].toBytes()))
                return "a result without a call: " + message.toJson();
            continue;
        }
        if (!open.isEmpty())
            return "calls without results before " + message.toJson();
        for (const Json &call : message["tool_calls"].items()) {
            const auto arguments = Json::parse(call["function"]["arguments"].toBytes());
            if (!arguments || !arguments->isObject())
                return "arguments: " + call.toJson();
            open.append(call["id"].toBytes());
        }
    }
    return open.isEmpty() ? QByteArray() : QByteArray("calls without results at the end");
}

QByteArrayList callsOf(const chat::ChatResponse &response)
{
    QByteArrayList calls;
    for (const chat::Part &part : response.choices.front().message.parts) {
        if (const auto *call = part.as<chat::ToolCallPart>())
            calls.append(call->id + ' ' + call->name + ' ' +
                         (call->arguments.isEmpty() ? QByteArray("{}") : call->arguments));
    }
    return calls;
}

QByteArray textOf(const chat::ChatResponse &response)
{
    QByteArray text;
    for (const chat::Part &part : response.choices.front().message.parts) {
        if (const auto *said = part.as<chat::TextPart>())
            text += said->text;
    }
    return text;
}

} // namespace

class TstCrossFormat : public QObject
{
    Q_OBJECT

private slots:
    void claudeCodesRequestReachesAnOpenAiUpstream()
    {
        wire::Losses losses;
        const Json request = *Json::parse(data("claudecode.json"));
        const Json body = translated(claude(), openAi(), request, &losses);
        const Json &messages = body["messages"];
        QCOMPARE(pairingFault(messages), QByteArray());
        QByteArrayList roles;
        for (const Json &message : messages.items())
            roles.append(message["role"].toBytes());
        // The picture of a result follows the results in a user message.
        QVERIFY2(roles.join(' ').startsWith("system system user assistant tool tool user"),
                 roles.join(' ').constData());
        QCOMPARE(messages.at(0)["content"].toBytes().isEmpty() &&
                     messages.at(0)["content"].size() == 0,
                 false);
        const Json &calls = messages.at(3)["tool_calls"];
        QCOMPARE(calls.at(0)["id"], Json("toolu_01A"));
        QCOMPARE(calls.at(1)["function"]["arguments"],
                 Json(R"({"file_path":"/w/a.txt","offset":1.50})"));
        QCOMPARE(messages.at(4)["tool_call_id"], Json("toolu_01A"));
        QVERIFY(messages.at(5).toJson().contains("File does not exist."));
        const QByteArray text = body.toJson();
        QVERIFY(text.contains("data:image/png;base64,iVBORw0KGgo"));
        QVERIFY(text.contains("The user opened b.txt."));
        QVERIFY(text.contains("[Request interrupted by user]"));
        for (const char *foreign : {"cache_control", "input_schema", "tool_use", "signature",
                                    "context_management", "budget_tokens", "output_config"})
            QVERIFY2(!text.contains(foreign), foreign);
        QCOMPARE(body["reasoning_effort"], Json("high"));
        QCOMPARE(body["tools"].size(), 3);
        QCOMPARE(body["tools"].at(0)["function"]["parameters"].toJson(),
                 request["tools"].at(0)["input_schema"].toJson());
        QVERIFY(body["stream"].toBool());
        QVERIFY(!losses.isEmpty());
    }

    void anOpenAiStreamReachesClaudeCode()
    {
        const QByteArray stream = data("chatstream.sse");
        const auto written = wire::translateStream(Format::OpenAiChat, Format::Anthropic, stream,
                                                   {.model = "claude-opus-4-8", .cut = 5});
        QVERIFY(written);
        QCOMPARE(test::anthropicStreamFaults(written->bytes), QStringList());
        const Json message = answer(openAi(), claude(), stream);
        QByteArrayList kinds;
        for (const Json &block : message["content"].items())
            kinds.append(block["type"].toBytes());
        QCOMPARE(kinds.join(' '), QByteArray("thinking text tool_use tool_use"));
        const Json &content = message["content"];
        QCOMPARE(content.at(0)["thinking"], Json("Both files, then."));
        QCOMPARE(content.at(1)["text"], Json("I look again."));
        QCOMPARE(content.at(2)["input"].toJson(), QByteArray(R"({"file_path":"/w/b.txt"})"));
        QCOMPARE(content.at(3)["id"], Json("call_r2"));
        QCOMPARE(content.at(3)["input"].toJson(), QByteArray("{}"));
        QCOMPARE(message["stop_reason"], Json("tool_use"));
        QCOMPARE(message["model"], Json("alias"));
        QCOMPARE(message["usage"]["input_tokens"].toInt(), 200);
        QCOMPARE(message["usage"]["cache_read_input_tokens"].toInt(), 1000);
        QCOMPARE(message["usage"]["output_tokens"].toInt(), 90);
    }

    void aClaudeClientsToolLoopMayChangeItsUpstreamInEachTurn()
    {
        Json request = *Json::parse(data("claudecode.json"));
        const Json first = request["messages"];
        // Turn one was OpenAI's, turn two Anthropic's; both called two tools at once.
        continueClaude(request, answer(openAi(), claude(), data("chatstream.sse")));
        const Json second = translated(claude(), claude(), request);
        QCOMPARE(test::anthropicRequestFaults(second), QStringList());
        QVERIFY(second.toJson().contains("call_r1") && second.toJson().contains("of call_r2"));
        // What Anthropic signed earlier stays, what OpenAI thought cannot go there.
        QVERIFY(second.toJson().contains("EuYBCkQYAiJA0aGVzaWduYXR1cmU="));
        QVERIFY(!second.toJson().contains("Both files, then."));

        const Json own = answer(claude(), claude(), data("claudestream.sse"));
        continueClaude(request, own);
        const Json third = translated(claude(), openAi(), request);
        QCOMPARE(pairingFault(third["messages"]), QByteArray());
        for (const char *id : {"toolu_01A", "call_r1", "call_r2", "toolu_02A", "toolu_02B"})
            QVERIFY2(third.toJson().contains(QByteArray("\"tool_call_id\":\"") + id + '"'), id);

        continueClaude(request, answer(openAi(), claude(), data("chatstream.sse")));
        const Json fourth = translated(claude(), claude(), request);
        QCOMPARE(test::anthropicRequestFaults(fourth), QStringList());
        // The signed blocks come back unchanged and in front of the calls they led to.
        const qsizetype before = first.size();
        const Json &turn = fourth["messages"];
        QVERIFY(turn.size() >= before);
        bool found = false;
        for (const Json &message : turn.items()) {
            if (!message.toJson().contains("EsecondSIGNATURE"))
                continue;
            found = true;
            QCOMPARE(test::difference(own["content"], message["content"]), QByteArray());
        }
        QVERIFY(found);
    }

    void anOpenAiClientsToolLoopMayChangeItsUpstreamInEachTurn()
    {
        Json request = *Json::parse(
            QByteArray("{'model':'m','messages':[{'role':'system','content':'be kind'},"
                       "{'role':'user','content':'go'}],'reasoning_effort':'low','tools':["
                       "{'type':'function','function':{'name':'Bash','parameters':"
                       "{'type':'object','properties':{'command':{'type':'string'}}}}},"
                       "{'type':'function','function':{'name':'Read'}},"
                       "{'type':'function','function':{'name':'mcp__files__list'}}]}")
                .replace('\'', '"'));
        continueOpenAi(request, answer(claude(), openAi(), data("claudestream.sse")));
        const Json second = translated(openAi(), claude(), request);
        QCOMPARE(test::anthropicRequestFaults(second), QStringList());
        // The client brought back what Anthropic signed: thinking goes on.
        QCOMPARE(second["thinking"]["type"], Json("enabled"));
        const Json &blocks = second["messages"].at(1)["content"];
        QCOMPARE(blocks.at(0).toJson(),
                 QByteArray(R"({"type":"thinking","thinking":"Now the other.",)"
                            R"("signature":"EsecondSIGNATURE+/=="})"));
        QCOMPARE(blocks.at(1).toJson(),
                 QByteArray(R"({"type":"redacted_thinking","data":"RedactedData=="})"));

        const Json sameUpstream = translated(openAi(), openAi(), request);
        QCOMPARE(pairingFault(sameUpstream["messages"]), QByteArray());
        continueOpenAi(request, answer(openAi(), openAi(), data("chatstream.sse")));
        wire::Losses losses;
        const Json third = translated(openAi(), claude(), request, &losses);
        QCOMPARE(test::anthropicRequestFaults(third), QStringList());
        QCOMPARE(third["messages"].size(), 5);
        QCOMPARE(without(third["messages"], 3).at(0)["content"].at(1)["id"], Json("call_r1"));
        // The last calls were another model's, so this turn goes without manual thinking.
        QVERIFY(!third.contains("thinking"));
        QVERIFY(!losses.isEmpty());
    }

    void recordedClaudeRequestsReachAnOpenAiUpstream_data()
    {
        test::addRecordings(QStringLiteral("request.json"));
    }
    void recordedClaudeRequestsReachAnOpenAiUpstream()
    {
        QFETCH(QString, path);
        const Json request = test::jsonOf(path + QStringLiteral("request.json"));
        const auto decoded = claude().decodeRequest(request);
        QVERIFY(decoded);
        const auto encoded = openAi().encodeRequest(decoded->request, {});
        // A file that lies at Anthropic cannot be sent elsewhere; that is said, not hidden.
        if (!encoded) {
            QCOMPARE(encoded.error().code, base::ErrorCode::Unsupported);
            QVERIFY(encoded.error().field.startsWith(QStringLiteral("messages[")));
            return;
        }
        const Json body = *Json::parse(encoded->body);
        QCOMPARE(pairingFault(body["messages"]), QByteArray());
    }

    void recordedClaudeStreamsReachAnOpenAiClient_data()
    {
        test::addRecordings(QStringLiteral("response.sse"));
    }
    void recordedClaudeStreamsReachAnOpenAiClient()
    {
        QFETCH(QString, path);
        const QByteArray stream = test::bytesOf(path + QStringLiteral("response.sse"));
        const chat::StreamEvents events = test::decodeStream(claude(), stream, stream.size());
        if (std::get_if<chat::event::Failed>(&events.back()))
            return;
        const auto first = test::built(events);
        const QByteArray written = test::encodeStream(openAi(), events, "alias");
        QVERIFY(written.endsWith("data: [DONE]\n\n"));
        const auto again = test::built(test::decodeStream(openAi(), written, written.size()));
        QCOMPARE(callsOf(again), callsOf(first));
        QCOMPARE(textOf(again), textOf(first));
    }

    void errorsKeepTheirMeaningAcrossFormats()
    {
        const auto busy = claude().decodeError(
            529, QByteArray("{'type':'error','error':{'type':'overloaded_error','message':'busy'}}")
                     .replace('\'', '"'));
        const Json chat = *Json::parse(openAi().encodeError(busy, 503, "r"));
        QCOMPARE(chat["error"]["message"], Json("busy"));
        const auto longPrompt = openAi().decodeError(
            400, QByteArray("{'error':{'message':'maximum context length is 8192 tokens',"
                            "'type':'invalid_request_error','code':'context_length_exceeded'}}")
                     .replace('\'', '"'));
        QCOMPARE(longPrompt.code, base::ErrorCode::ContextTooLong);
        const Json message = *Json::parse(claude().encodeError(longPrompt, 400, "r"));
        QVERIFY(message["error"]["message"].toBytes().startsWith("prompt is too long"));
    }
};

OMNI_TEST(TstCrossFormat)
#include "tst_crossformat.moc"

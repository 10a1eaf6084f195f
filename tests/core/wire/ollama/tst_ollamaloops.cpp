// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/conversevalidator.h"
#include "tests/support/kirovalidator.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::parsed;

namespace {

const wire::Codec &ollama()
{
    return *wire::codecFor(Format::Ollama);
}

QStringList faultsOf(Format format, const QByteArray &body)
{
    switch (format) {
    case Format::Anthropic:
        return test::anthropicRequestFaults(parsed(body));
    case Format::OpenAiChat:
        return test::openAiRequestFaults(parsed(body));
    case Format::Ollama:
        return test::ollamaRequestFaults(parsed(body));
    case Format::BedrockConverse:
        return test::converseRequestFaults(parsed(body));
    case Format::Kiro:
        return test::kiroRequestFaults(parsed(body));
    default:
        return {QStringLiteral("no validator")};
    }
}

/// What a model of this turn thinks, says and calls: two tools side by side, none in the last turn.
chat::ChatResponse answerOf(int turn, Format origin)
{
    const QByteArray mark = QByteArray::number(turn);
    chat::ChatResponse response{.id = "answer_" + mark, .model = "real", .createdSeconds = 86400};
    chat::Choice &choice = response.choices.emplace_back();
    choice.message.role = chat::Role::Assistant;
    auto &parts = choice.message.parts;
    chat::ReasoningPart thought{.text = "thought " + mark, .origin = origin};
    if (origin == Format::Anthropic)
        thought.signature = "c2lnbmF0dXJl";
    parts.emplace_back(thought);
    parts.emplace_back(chat::TextPart{.text = "said " + mark});
    choice.finish = chat::FinishReason::Stop;
    response.usage.input = 10;
    response.usage.output = 5;
    if (turn == 2)
        return response;
    for (const char *name : {"read", "write"})
        parts.emplace_back(chat::ToolCallPart{.id = QByteArray("call_") + name + mark,
                                              .name = name,
                                              .arguments = "{\"n\":1.50,\"turn\":" + mark + "}"});
    choice.finish = chat::FinishReason::ToolCalls;
    return response;
}

/// The answer as the upstream streams it and a client of Ollama gets it.
QByteArray linesFrom(Format format, const chat::ChatResponse &answer)
{
    const wire::Codec &upstream = *wire::codecFor(format);
    chat::StreamEvents events = chat::eventsOf(answer);
    if (upstream.servesClients()) {
        const QByteArray bytes = wiretest::encoded(upstream, events, {"real", true, "id", 5});
        events = wiretest::eventsOfStream(upstream, bytes);
    }
    return wiretest::encoded(ollama(), events, {"alias", true, "id", 5});
}

/// Puts the lines together as Ollama's own clients do. Old ones know no ids.
Json messageOf(const QByteArray &lines, bool keepsIds)
{
    QByteArray content;
    QByteArray thinking;
    Json calls;
    for (const QByteArray &line : lines.trimmed().split('\n')) {
        const Json message = parsed(line)["message"];
        content += message["content"].toBytes();
        thinking += message["thinking"].toBytes();
        for (Json call : message["tool_calls"].items()) {
            if (!keepsIds)
                call.remove("id");
            calls.append(call);
        }
    }
    Json message = Json::object({{"role", "assistant"}, {"content", content}});
    message.set("thinking", thinking);
    message.setIfPresent("tool_calls", calls);
    return message;
}

/// The client runs the tools, the last one first.
void addResults(Json &messages, const Json &message)
{
    const auto calls = message["tool_calls"].items();
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        const QByteArray &name = (*call)["function"]["name"].toBytes();
        Json result =
            Json::object({{"role", "tool"}, {"tool_name", name}, {"content", "result of " + name}});
        result.setIfPresent("tool_call_id", (*call)["id"]);
        messages.append(result);
    }
}

} // namespace

class TstOllamaLoops : public QObject
{
    Q_OBJECT

private slots:
    void threeTurnsLoseNothing_data();
    void threeTurnsLoseNothing();
};

void TstOllamaLoops::threeTurnsLoseNothing_data()
{
    QTest::addColumn<QList<Format>>("upstreams");
    QTest::addColumn<bool>("keepsIds");
    const QList<Format> all{Format::OpenAiChat, Format::Anthropic, Format::Ollama,
                            Format::BedrockConverse, Format::Kiro};
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const bool keepsIds : {true, false}) {
            const QByteArray name = chat::formatName(all[i]) + (keepsIds ? "" : ", no ids");
            QTest::newRow(name.constData()) << QList<Format>(3, all[i]) << keepsIds;
            // Another upstream at each turn.
            QTest::newRow(("from " + name + " on").constData())
                << QList<Format>{all[i], all[(i + 1) % all.size()], all[(i + 2) % all.size()]}
                << keepsIds;
        }
    }
}

void TstOllamaLoops::threeTurnsLoseNothing()
{
    QFETCH(QList<Format>, upstreams);
    QFETCH(bool, keepsIds);
    Json request = parsed(R"({"model":"alias","think":true,"messages":[
        {"role":"system","content":"Be brief."},{"role":"user","content":"go"}],
        "tools":[{"type":"function","function":{"name":"read","parameters":{"type":"object",
            "properties":{"n":{"type":"number"}}}}},
        {"type":"function","function":{"name":"write"}}],"options":{"num_predict":9000}})");
    for (int turn = 0; turn < 3; ++turn) {
        const Format upstream = upstreams[turn];
        const auto decoded = ollama().decodeRequest(request);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        const auto encoded = wire::codecFor(upstream)->encodeRequest(decoded->request, {});
        QVERIFY2(encoded, encoded ? "" : qPrintable(encoded.error().detail));
        QCOMPARE(faultsOf(upstream, encoded->body).join(u'\n'), QString());
        for (int past = 0; past < turn; ++past) {
            const QByteArray mark = QByteArray::number(past);
            QVERIFY(encoded->body.contains("said " + mark));
            QVERIFY(encoded->body.contains("1.50"));
            QCOMPARE(encoded->body.contains("call_read" + mark), keepsIds);
        }
        QCOMPARE(encoded->body.count("result of read"), turn);
        QCOMPARE(encoded->body.count("result of write"), turn);
        const QByteArray lines = linesFrom(upstream, answerOf(turn, upstream));
        QCOMPARE(test::ollamaStreamFaults(lines).join(u'\n'), QString());
        const Json message = messageOf(lines, keepsIds);
        QCOMPARE(message["tool_calls"].size(), turn == 2 ? 0 : 2);
        QCOMPARE(message["thinking"].toBytes(), "thought " + QByteArray::number(turn));
        Json messages = request["messages"];
        messages.append(message);
        addResults(messages, message);
        request.set("messages", messages);
    }
}

OMNI_TEST(TstOllamaLoops)
#include "tst_ollamaloops.moc"

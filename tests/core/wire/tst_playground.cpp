// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/playground.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;
using wire::BodyUse;

class TstPlayground : public QObject
{
    Q_OBJECT

private slots:
    void recordedBodiesAreRecognised_data();
    void recordedBodiesAreRecognised();
    void bodiesAreRecognised_data();
    void bodiesAreRecognised();
    void everyTemplateCanBeSaidInEveryFormat();
    void aRequestShowsItsThreeSteps();
    void anAnswerShowsItsThreeSteps();
    void aStreamShowsEveryMessage();
    void failuresComeBack();
};

namespace {

/// Requests that other formats would take just as well.
bool isUndecided(Format format, const Json &request)
{
    const bool isOllama = format == Format::Ollama;
    if (format != Format::Anthropic && !isOllama)
        return false;
    for (const base::JsonMember &member : request.members()) {
        const bool isShared =
            member.key == "model" || member.key == "messages" || member.key == "stream" ||
            (isOllama ? member.key == "prompt" || member.key == "tools" || member.key == "thinking"
                      : member.key == "max_tokens" || member.key == "temperature");
        if (!isShared)
            return false;
    }
    return true;
}

QByteArray stagesOf(const wire::Walk &walk)
{
    QByteArray stages;
    for (const wire::PlaygroundStep &step : walk.steps)
        stages += wire::stageName(step.stage)[0];
    return stages;
}

} // namespace

void TstPlayground::recordedBodiesAreRecognised_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("use");
    QTest::addColumn<QByteArray>("body");
    for (int i = 0; i < chat::FormatCount; ++i) {
        const Format format = Format(i);
        const QString folder = QString::fromLatin1(chat::formatName(format));
        if (!wire::codecFor(format))
            continue;
        for (const wiretest::Recording &each : wiretest::recordingsOf(folder)) {
            const QByteArray name = folder.toLatin1() + ' ' + each.name.toLatin1();
            const QByteArray request = each.request();
            if (!request.isEmpty() && !isUndecided(format, wiretest::parsed(request)))
                QTest::addRow("%s request", name.constData())
                    << i << int(BodyUse::Request) << request;
            // Without `alt=sse` Gemini's stream is one list.
            const bool isStream = each.isStream || each.response().startsWith('[');
            const BodyUse use = isStream ? BodyUse::Stream : BodyUse::Response;
            if (each.status == 200 && !each.response().isEmpty())
                QTest::addRow("%s answer", name.constData()) << i << int(use) << each.response();
        }
    }
}

void TstPlayground::recordedBodiesAreRecognised()
{
    QFETCH(const int, format);
    QFETCH(const int, use);
    QFETCH(const QByteArray, body);
    const auto detected = wire::detectFormat(body);
    QVERIFY2(detected, body.left(300).constData());
    QCOMPARE(chat::formatName(detected->format), chat::formatName(Format(format)));
    QCOMPARE(int(detected->use), use);
}

void TstPlayground::bodiesAreRecognised_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("use");
    const auto row = [](const char *name, const QByteArray &body, const char *format, BodyUse use) {
        QTest::newRow(name) << body << QByteArray(format) << int(use);
    };
    const BodyUse request = BodyUse::Request;
    row("plain messages", R"({"model":"m","messages":[{"role":"user","content":"hi"}]})",
        "openai-chat", request);
    row("system beside", R"({"model":"m","system":"s","messages":[]})", "anthropic", request);
    row("blocks", R"({"messages":[{"role":"user","content":[{"type":"tool_result"}]}]})",
        "anthropic", request);
    row("converse", R"({"messages":[{"role":"user","content":[{"text":"hi"}]}]})",
        "bedrock-converse", request);
    row("input", R"({"model":"m","input":"hi"})", "openai-responses", request);
    row("contents", R"({"contents":[{"parts":[{"text":"hi"}]}]})", "gemini", request);
    row("envelope", R"({"model":"m","project":"p","request":{"contents":[]}})", "code-assist",
        request);
    row("keep alive", R"({"model":"m","messages":[],"keep_alive":"5m"})", "ollama", request);
    row("prompt", R"({"model":"m","prompt":"Once"})", "openai-completions", request);
    row("generate", R"({"model":"m","prompt":"Once","options":{"num_ctx":1}})", "ollama", request);
    row("conversation", R"({"conversationState":{"currentMessage":{}}})", "kiro", request);
    row("candidates", R"({"candidates":[]})", "gemini", BodyUse::Response);
    row("wrapped", R"({"response":{"candidates":[]}})", "code-assist", BodyUse::Response);
    row("an array", R"([{"candidates":[]},{"usageMetadata":{}}])", "gemini", BodyUse::Stream);
    row("events", "event: response.created\ndata: {\"type\":\"response.created\"}\n\n",
        "openai-responses", BodyUse::Stream);
    row("lines", "{\"model\":\"m\",\"done\":false}\n{\"model\":\"m\",\"done\":true}\n", "ollama",
        BodyUse::Stream);
    row("amazon's",
        QByteArray("\0\0\0\x7f\0\0\0\x4b", 8) + ":event-type\x07\0\x16"
                                                "assistantResponseEvent",
        "kiro", BodyUse::Stream);
    row("amazon's converse", QByteArray("\0\0\0\x7f\0\0\0\x4b", 8) + ":event-typemessageStart",
        "bedrock-converse", BodyUse::Stream);
    row("connect", QByteArray("\0\0\0\0\x02\x08\x01", 7), "cursor", BodyUse::Stream);
    for (const char *nothing : {"", "  ", "{}", "[1]", "hello", "<html>", "{\"a\":"})
        row(nothing, nothing, "", request);
}

void TstPlayground::bodiesAreRecognised()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, format);
    QFETCH(const int, use);
    const auto detected = wire::detectFormat(body);
    QCOMPARE(detected ? chat::formatName(detected->format) : QByteArray(), format);
    if (detected)
        QCOMPARE(int(detected->use), use);
}

void TstPlayground::everyTemplateCanBeSaidInEveryFormat()
{
    const QStringList names = wire::playgroundTemplates();
    for (const char *name :
         {"chat", "tools", "multi-turn", "thinking", "system", "image", "structured-output"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
    for (const QString &name : names) {
        const auto body = wire::playgroundTemplate(name);
        QVERIFY(body);
        QCOMPARE(wire::detectFormat(*body), (wire::Detected{Format::OpenAiChat, BodyUse::Request}));
        for (int i = 0; i < chat::FormatCount; ++i) {
            if (!wire::codecFor(Format(i)))
                continue;
            const auto walk =
                wire::walkThrough(BodyUse::Request, Format::OpenAiChat, Format(i), *body, {});
            // A completion model reads text only.
            if (name == u"image" && Format(i) == Format::OpenAiCompletions) {
                QCOMPARE(walk.error().code, base::ErrorCode::Unsupported);
                continue;
            }
            QVERIFY2(walk,
                     qPrintable(name + u' ' + QString::fromLatin1(chat::formatName(Format(i)))));
            const auto plain = wire::translateRequest(Format::OpenAiChat, Format(i), *body, {});
            QCOMPARE(walk->steps.constLast().text, plain->bytes);
            QCOMPARE(walk->losses, plain->losses);
        }
    }
    QCOMPARE(wire::playgroundTemplate(u"../x"_qs).error().code, base::ErrorCode::NotFound);
}

void TstPlayground::aRequestShowsItsThreeSteps()
{
    const QByteArray body = R"({"model":"m","messages":[{"role":"user","content":"hi"}],)"
                            R"("temperature":0.70,"max_tokens":5,"seed":1})";
    const auto walk = wire::walkThrough(BodyUse::Request, Format::OpenAiChat, Format::Anthropic,
                                        body, {.model = "claude"});
    QVERIFY(walk);
    QCOMPARE(stagesOf(*walk), "sct");
    QCOMPARE(walk->steps.at(0).text, body);
    QCOMPARE(walk->steps.at(0).format, Format::OpenAiChat);
    const Json canonical = wiretest::parsed(walk->steps.at(1).text);
    QVERIFY(!walk->steps.at(1).format);
    QCOMPARE(canonical["model"], Json("claude"));
    QCOMPARE(canonical["messages"].at(0)["parts"].at(0)["text"], Json("hi"));
    QCOMPARE(canonical["sampling"]["temperature"].numberText(), "0.70");
    QCOMPARE(canonical["max_output_tokens"], Json(5));
    QVERIFY(!canonical.contains("tools"));
    QCOMPARE(wiretest::parsed(walk->steps.at(2).text)["model"], Json("claude"));
    QVERIFY(!walk->losses.isEmpty());
}

void TstPlayground::anAnswerShowsItsThreeSteps()
{
    const QByteArray body =
        R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
        R"("message":{"role":"assistant","content":null,"tool_calls":[{"id":"t","type":"function",)"
        R"("function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}],)"
        R"("usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}})";
    const auto walk =
        wire::walkThrough(BodyUse::Response, Format::OpenAiChat, Format::Anthropic, body, {});
    QVERIFY(walk);
    QCOMPARE(stagesOf(*walk), "sct");
    const Json canonical = wiretest::parsed(walk->steps.at(1).text);
    QCOMPARE(canonical["choices"].at(0)["finish"], Json("tool_calls"));
    QCOMPARE(canonical["choices"].at(0)["parts"].at(0)["kind"], Json("tool_call"));
    QCOMPARE(canonical["usage"]["output"], Json(4));
    QCOMPARE(wiretest::parsed(walk->steps.at(2).text)["stop_reason"], Json("tool_use"));

    const auto error = wire::walkThrough(BodyUse::Response, Format::OpenAiChat, Format::Anthropic,
                                         R"({"error":{"message":"no","type":"server_error"}})", {});
    QVERIFY(error);
    QCOMPARE(stagesOf(*error), "sct");
    QCOMPARE(wiretest::parsed(error->steps.at(1).text)["event"], Json("failed"));
    QCOMPARE(wiretest::parsed(error->steps.at(2).text)["type"], Json("error"));
}

void TstPlayground::aStreamShowsEveryMessage()
{
    const wiretest::Recording recording = [] {
        for (const wiretest::Recording &each : wiretest::recordingsOf(u"openai-chat"_qs)) {
            if (each.isStream && each.status == 200 && each.response().contains("[DONE]"))
                return each;
        }
        return wiretest::Recording();
    }();
    const QByteArray body = recording.response();
    QVERIFY(!body.isEmpty());
    const auto plain =
        wire::translateStream(Format::OpenAiChat, Format::Anthropic, body, {.model = "m"});
    for (const qsizetype cut : {0, 7}) {
        const auto walk = wire::walkThrough(BodyUse::Stream, Format::OpenAiChat, Format::Anthropic,
                                            body, {.model = "m", .cut = cut});
        QVERIFY(walk);
        QByteArray written;
        int sources = 0;
        for (const wire::PlaygroundStep &step : walk->steps) {
            if (step.stage == wire::PlaygroundStep::Stage::Target)
                written += step.text;
            sources += step.stage == wire::PlaygroundStep::Stage::Source ? 1 : 0;
        }
        QCOMPARE(written, plain->bytes);
        QCOMPARE(sources, int(wiretest::dataOf(body).size()));
        QVERIFY(stagesOf(*walk).contains("sc"));
    }
}

void TstPlayground::failuresComeBack()
{
    const auto wrong = wire::walkThrough(BodyUse::Request, Format::OpenAiChat, Format::Anthropic,
                                         R"({"model":"m","messages":[{"role":"x"}]})", {});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().field, u"messages[0].role"_qs);
    QVERIFY(!wire::walkThrough(BodyUse::Response, Format::Anthropic, Format::OpenAiChat, "{", {}));
}

OMNI_TEST(TstPlayground)
#include "tst_playground.moc"

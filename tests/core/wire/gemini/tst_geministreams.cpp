// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/translate.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::FinishReason;
using chat::Format;
using wiretest::ending;
using wiretest::eventsOfStream;
using wiretest::parsed;
using wiretest::Recording;
using wiretest::sseOf;
using wiretest::summary;

namespace {

const QString Name = QStringLiteral("gemini");

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Gemini);
}

bool isStream(const Recording &each)
{
    return each.isStream;
}

bool isWhole(const QByteArray &sse)
{
    return sse.contains("finishReason");
}

QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A chunk with these parts of the first candidate.
QByteArray chunk(const QByteArray &parts, const QByteArray &more = {})
{
    return quotes("{'candidates':[{'content':{'parts':[" + parts + "],'role':'model'}" + more +
                  ",'index':0}],'modelVersion':'m','responseId':'r1'}");
}

QByteArray text(const QByteArray &words)
{
    return "{'text':'" + words + "'}";
}

/// Answer and usage of a stream, for comparing two of them.
QByteArray told(const chat::StreamEvents &events)
{
    const auto built = wiretest::built(events);
    const chat::Usage &usage = built.response().usage;
    return summary(events) + ' ' + QByteArray::number(usage.input.value_or(-1)) + ' ' +
           QByteArray::number(usage.output.value_or(-1)) + ' ' +
           QByteArray::number(usage.reasoning.value_or(-1));
}

} // namespace

class TstGeminiStreams : public QObject
{
    Q_OBJECT

private slots:
    void streamsAreTheSameHoweverTheyAreCut_data() { wiretest::addRows(Name, isStream); }
    void streamsAreTheSameHoweverTheyAreCut()
    {
        QFETCH(QString, name);
        const QByteArray sse = wiretest::recording(Name, name).response();
        const chat::StreamEvents whole = eventsOfStream(codec(), sse);
        QVERIFY(whole.size() > 2);
        for (const qsizetype cut : {1, 2, 3, 7, 64, 1000})
            QVERIFY(eventsOfStream(codec(), sse, cut) == whole);
        QCOMPARE(std::get_if<chat::event::Failed>(&whole.back()) != nullptr, !isWhole(sse));
    }

    void nothingOfAStreamIsLost_data() { wiretest::addRows(Name, isStream); }
    void nothingOfAStreamIsLost()
    {
        QFETCH(QString, name);
        const QByteArray sse = wiretest::recording(Name, name).response();
        QByteArray said;
        QByteArray thought;
        QByteArrayList signatures;
        Json usage;
        int calls = 0;
        const auto datas = wiretest::dataOf(sse);
        for (const QByteArray &data : datas) {
            const Json json = parsed(data);
            for (const Json &part : json["candidates"].at(0)["content"]["parts"].items()) {
                (part["thought"].toBool() ? thought : said) += part["text"].toBytes();
                if (part.contains("thoughtSignature"))
                    signatures.append(part["thoughtSignature"].toBytes());
                if (part["functionCall"]["name"].isString())
                    ++calls;
            }
            for (const base::JsonMember &member : json["usageMetadata"].members())
                usage.set(member.key, member.value);
        }
        const auto built = wiretest::built(eventsOfStream(codec(), sse));
        QByteArray text;
        QByteArray reasoning;
        QByteArray everything;
        int found = 0;
        for (const chat::Part &part : built.response().choices.front().message.parts) {
            if (const auto *piece = part.as<chat::TextPart>())
                text += piece->text;
            else if (const auto *piece = part.as<chat::ReasoningPart>())
                reasoning += piece->text;
            else if (part.as<chat::ToolCallPart>())
                ++found;
        }
        everything = codec().encodeResponse(built.response(), nullptr);
        if (!said.contains("```"))
            QVERIFY(text == said || everything.contains("executableCode"));
        QCOMPARE(reasoning, thought);
        QCOMPARE(found, calls);
        for (const QByteArray &signature : signatures)
            QVERIFY(everything.contains(signature));
        const chat::Usage &counted = built.response().usage;
        QCOMPARE(counted.input.value_or(0),
                 usage["promptTokenCount"].toInt() + usage["toolUsePromptTokenCount"].toInt());
        QCOMPARE(counted.output.value_or(0),
                 usage["candidatesTokenCount"].toInt() + usage["thoughtsTokenCount"].toInt());
        if (isWhole(sse))
            QCOMPARE(built.response().choices.front().finish,
                     calls > 0 ? FinishReason::ToolCalls : FinishReason::Stop);
    }

    void streamsSurviveTheTrip_data() { wiretest::addRows(Name, isStream); }
    void streamsSurviveTheTrip()
    {
        QFETCH(QString, name);
        const QByteArray sse = wiretest::recording(Name, name).response();
        if (!isWhole(sse))
            return;
        const chat::StreamEvents events = eventsOfStream(codec(), sse);
        const QByteArray written = wiretest::encoded(codec(), events, {});
        QCOMPARE(test::geminiStreamFaults(written), QStringList());
        const chat::StreamEvents again = eventsOfStream(codec(), written);
        QCOMPARE(told(again), told(events));
        const Json first =
            parsed(codec().encodeResponse(wiretest::built(events).response(), nullptr));
        const Json second =
            parsed(codec().encodeResponse(wiretest::built(again).response(), nullptr));
        QCOMPARE(wiretest::differences(second, first, {QStringLiteral("args")}), QStringList());
    }

    void oddStreams_data()
    {
        QTest::addColumn<QList<QByteArray>>("chunks");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray stop = ",'finishReason':'STOP'";
        const auto row = [](const char *name, const QList<QByteArray> &chunks,
                            const QByteArray &expected) {
            QTest::newRow(name) << chunks << expected;
        };
        row("text grows", {chunk(text("a")), chunk(text("b"), stop)},
            "text(ab) " + ending(FinishReason::Stop));
        row("thought, then text",
            {chunk("{'text':'hm','thought':true}"), chunk(text("a")), chunk(text(""), stop)},
            "reasoning(hm) text(a) " + ending(FinishReason::Stop));
        row("call with text around",
            {chunk(text("a")), chunk("{'functionCall':{'id':'1','name':'f','args':{'x':1}}}"),
             chunk(text("b"), stop)},
            "text(a) call(1 f {\"x\":1}) text(b) " + ending(FinishReason::ToolCalls));
        row("two calls in one chunk",
            {chunk("{'functionCall':{'name':'f','args':{}}},{'functionCall':{'name':'f'}}", stop)},
            "call(made f {}) call(made f {}) " + ending(FinishReason::ToolCalls));
        row("call in pieces",
            {chunk("{'functionCall':{'id':'1','name':'f','willContinue':true}}"),
             chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.a.b[1].c','stringValue':'x',"
                   "'willContinue':true}],'willContinue':true}}"),
             chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.a.b[1].c','stringValue':'y'},"
                   "{'jsonPath':'$.n','numberValue':1.50},{'jsonPath':'$.t','boolValue':true},"
                   "{'jsonPath':'$.z','nullValue':'NULL_VALUE'}],'willContinue':true}}"),
             chunk("{'functionCall':{}}"), chunk(text(""), stop)},
            quotes("call(1 f {'a':{'b':[null,{'c':'xy'}]},'n':1.50,'t':true,'z':null}) ") +
                ending(FinishReason::ToolCalls));
        row("pieces without their end",
            {chunk("{'functionCall':{'id':'1','name':'f','willContinue':true}}"),
             chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.a','stringValue':'x'}],"
                   "'willContinue':true}}"),
             chunk("{'functionCall':{'id':'2','name':'g','willContinue':true}}", stop)},
            quotes("call(1 f {'a':'x'}) call(2 g {}) ") + ending(FinishReason::ToolCalls));
        row("a wild index",
            {chunk("{'functionCall':{'id':'1','name':'f','partialArgs':[{'jsonPath':"
                   "'$.a[999999999]','stringValue':'x'}]}}",
                   stop)},
            "call(1 f {}) " + ending(FinishReason::ToolCalls));
        row("parts missing",
            {chunk(text("a")), quotes("{'candidates':[{'finishReason':'STOP','index':0}]}"),
             quotes("{'usageMetadata':{'promptTokenCount':1}}")},
            "text(a) " + ending(FinishReason::Stop));
        row("blocked prompt", {quotes("{'promptFeedback':{'blockReason':'SAFETY'}}")},
            ending(FinishReason::ContentFilter));
        row("all spent on thinking",
            {quotes("{'candidates':[{'content':{'role':'model'},'finishReason':'MAX_TOKENS'}]}")},
            ending(FinishReason::Length));
        row("no end", {chunk(text("a"))}, "failed network");
        row("nothing", {}, "failed upstream_failed");
        row("no JSON", {chunk(text("a")), "oops"}, "failed upstream_failed");
        row("an error",
            {chunk(text("a")),
             quotes("{'error':{'code':503,'message':'busy','status':'UNAVAILABLE'}}")},
            "failed overloaded");
        row("an error in a list",
            {quotes("[{'error':{'code':429,'message':'x','status':'RESOURCE_EXHAUSTED'}}]")},
            "failed rate_limited");
        row("a wild candidate", {quotes("{'candidates':[{'index':100000}]}")},
            "failed upstream_failed");
    }
    void oddStreams()
    {
        QFETCH(QList<QByteArray>, chunks);
        QFETCH(QByteArray, expected);
        QCOMPARE(summary(eventsOfStream(codec(), sseOf(chunks))), expected);
    }

    void severalCandidatesStayApart()
    {
        const QByteArray sse = sseOf(
            {quotes("{'candidates':[{'content':{'parts':[{'text':'a'}]},'index':0},{'content':"
                    "{'parts':[{'text':'x'}]},'index':1}]}"),
             quotes("{'candidates':[{'content':{'parts':[{'text':'b'}]},'finishReason':'STOP',"
                    "'index':0},{'content':{'parts':[{'text':'y'}]},'finishReason':'MAX_TOKENS',"
                    "'index':1}]}")});
        const chat::StreamEvents events = eventsOfStream(codec(), sse);
        QCOMPARE(summary(events), "text(ab) " + ending(FinishReason::Stop) + " text(xy) " +
                                      ending(FinishReason::Length));
        const QByteArray written = wiretest::encoded(codec(), events, {.model = "m"});
        QCOMPARE(summary(eventsOfStream(codec(), written)), summary(events));
    }

    void aStreamIsWrittenAsTheApiDoes()
    {
        using namespace chat::event;
        const chat::StreamEvents events{
            Started{.id = "r"},
            PartOpened{0, chat::Part(chat::ReasoningPart{.origin = Format::OpenAiChat})},
            PartGrew{0, Field::Text, "hm"},
            PartClosed{0},
            PartOpened{1, chat::Part(chat::ToolCallPart{.id = "c1", .name = "f"})},
            PartOpened{2, chat::Part(chat::TextPart{})},
            PartGrew{1, Field::Arguments, "{\"a\""},
            PartGrew{2, Field::Text, "hi"},
            PartGrew{1, Field::Arguments, ":1.0}"},
            PartClosed{1},
            PartClosed{2},
            Finished{.reason = FinishReason::ToolCalls},
            UsageChanged{{.input = 5, .cachedRead = 2, .output = 7, .reasoning = 3}}};
        const QByteArray written = wiretest::encoded(codec(), events, {.model = "alias"});
        QCOMPARE(test::geminiStreamFaults(written), QStringList());
        const auto datas = wiretest::dataOf(written);
        QCOMPARE(datas.size(), 5);
        QCOMPARE(parsed(datas[0])["candidates"].at(0)["content"]["parts"].at(0).toJson(),
                 QByteArray(R"({"text":"hm","thought":true})"));
        QCOMPARE(parsed(datas[2])["candidates"].at(0)["content"]["parts"].at(0).toJson(),
                 QByteArray(R"({"text":"hi"})"));
        QCOMPARE(parsed(datas[3])["candidates"].at(0)["content"]["parts"].at(0).toJson(),
                 QByteArray(R"({"functionCall":{"id":"c1","name":"f","args":{"a":1.0}}})"));
        QCOMPARE(parsed(datas[4])["usageMetadata"].toJson(),
                 QByteArray(R"({"promptTokenCount":5,"candidatesTokenCount":4,)"
                            R"("totalTokenCount":12,"cachedContentTokenCount":2,)"
                            R"("thoughtsTokenCount":3})"));
        QCOMPARE(parsed(datas[4])["modelVersion"], Json("alias"));
    }

    void aFailedStreamEndsInItsError()
    {
        const QByteArray broken = sseOf({chunk(text("a"))});
        const auto written =
            wire::translateStream(Format::Gemini, Format::Gemini, broken, {.model = "m"});
        QVERIFY(written);
        const auto datas = wiretest::dataOf(written->bytes);
        QCOMPARE(datas.size(), 2);
        QCOMPARE(parsed(datas[1])["error"]["code"].toInt(), 502);
    }
};

OMNI_TEST(TstGeminiStreams)
#include "tst_geministreams.moc"

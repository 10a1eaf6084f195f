// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(chat::Format::OpenAiChat);
}

bool isStream(const wiretest::Recording &each)
{
    return each.isStream;
}

/// Every text field of a recording's deltas, put together without a codec.
QByteArray joined(const QList<QByteArray> &data, const char *field)
{
    QByteArray all;
    for (const QByteArray &line : data) {
        const Json chunk = wiretest::parsed(line);
        for (const Json &choice : chunk["choices"].items())
            all += choice["delta"][field].toBytes();
    }
    return all;
}

} // namespace

class TstOpenAiChatStreams : public QObject
{
    Q_OBJECT

private slots:
    void cutsChangeNothing_data() { wiretest::addRows(QStringLiteral("openai-chat"), isStream); }
    void cutsChangeNothing();
    void recordingsSayWhatTheirChunksSay_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), isStream);
    }
    void recordingsSayWhatTheirChunksSay();
    void recordingsAreWrittenLegally_data()
    {
        wiretest::addRows(QStringLiteral("openai-chat"), isStream);
    }
    void recordingsAreWrittenLegally();
    void whatChoicesSayBesidesIsKept();
    void nothingFollowsTheEnd();
    void anyInterleavingIsWrittenLegally();
    void usageGoesOnlyToThoseWhoAsk();
    void aBrokenStreamGetsNoEnd();
    void signaturesOfOthersComeBack();
};

void TstOpenAiChatStreams::cutsChangeNothing()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(QStringLiteral("openai-chat"), name).response();
    const chat::StreamEvents whole = wiretest::eventsOfStream(codec(), sse);
    QVERIFY(!whole.empty());
    for (const qsizetype cut : {1, 2, 3, 7, 64, 1000})
        QVERIFY(wiretest::eventsOfStream(codec(), sse, cut) == whole);
}

void TstOpenAiChatStreams::recordingsSayWhatTheirChunksSay()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(QStringLiteral("openai-chat"), name).response();
    const QList<QByteArray> data = wiretest::dataOf(sse);
    const chat::ResponseBuilder builder = wiretest::built(wiretest::eventsOfStream(codec(), sse));
    const bool saysError = sse.contains("\"error\":{");
    QCOMPARE(builder.error().has_value(), saysError);
    if (saysError)
        return;
    QVERIFY(builder.isFinished());
    QByteArray text;
    QByteArray thought;
    for (const chat::Part &part : builder.response().choices.at(0).message.parts) {
        if (const auto *said = part.as<chat::TextPart>())
            text += said->text;
        if (const auto *reasoning = part.as<chat::ReasoningPart>())
            thought += reasoning->text;
    }
    // Mistral's lists of parts are covered by rows of their own.
    if (!sse.contains("\"content\":[")) {
        QCOMPARE(text, joined(data, "content"));
        const QByteArray plain = joined(data, "reasoning_content");
        QCOMPARE(thought, plain.isEmpty() ? joined(data, "reasoning") : plain);
    }
    Json last;
    for (const QByteArray &line : data) {
        const Json chunk = wiretest::parsed(line);
        if (chunk["usage"].isObject())
            last = chunk["usage"];
        else if (chunk["x_groq"]["usage"].isObject())
            last = chunk["x_groq"]["usage"];
    }
    const chat::Usage &usage = builder.response().usage;
    QCOMPARE(usage.input, last["prompt_tokens"].asInt());
    if (usage.output)
        QCOMPARE(usage.total.value_or(*usage.input + *usage.output), last["total_tokens"].toInt());
}

void TstOpenAiChatStreams::recordingsAreWrittenLegally()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(QStringLiteral("openai-chat"), name).response();
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), sse);
    const chat::ResponseBuilder builder = wiretest::built(events);
    const QByteArray written = wiretest::encoded(codec(), events, {"alias", true, "chatcmpl-0", 5});
    if (builder.error()) {
        QVERIFY(!written.contains("[DONE]"));
        return;
    }
    QCOMPARE(test::openAiStreamFaults(written, true).join(u'\n'), QString());
    QVERIFY(!written.contains("\"model\":\"" + builder.response().model + '"'));
    // Read again it is the same answer, and as a whole answer it is the same too.
    const chat::ChatResponse again =
        wiretest::built(wiretest::eventsOfStream(codec(), written)).response();
    const chat::ChatResponse &first = builder.response();
    QCOMPARE(again.choices.size(), first.choices.size());
    for (size_t i = 0; i < first.choices.size(); ++i) {
        QCOMPARE(again.choices[i].logprobs, first.choices[i].logprobs);
    }
    QCOMPARE(wiretest::summary(chat::eventsOf(first)), wiretest::summary(events));
    // A missing reason is written as `stop`; the provider's own searches have no place in Chat.
    QByteArray wanted = wiretest::summary(events);
    wanted.replace(wiretest::ending(chat::FinishReason::Unknown),
                   wiretest::ending(chat::FinishReason::Stop));
    QCOMPARE(wiretest::summary(wiretest::eventsOfStream(codec(), written)), wanted);
    chat::Usage usage = first.usage;
    usage.webSearches.reset();
    QCOMPARE(again.usage, usage);
    const Json whole = wiretest::parsed(codec().encodeResponse(first));
    QCOMPARE(test::openAiAnswerFaults(whole).join(u'\n'), QString());
}

void TstOpenAiChatStreams::whatChoicesSayBesidesIsKept()
{
    const QByteArray sse = wiretest::sseOf(
        {R"({"id":"","choices":[],"created":0,"prompt_filter_results":[1]})",
         R"({"id":"c1","system_fingerprint":"fp","choices":[{"index":0,"delta":{"content":"a"},"logprobs":{"content":[{"token":"a"}]},"content_filter_results":{}}]})",
         R"({"id":"c1","choices":[{"index":0,"delta":{"content":"b","annotations":[{"type":"url_citation","url_citation":{"url":"u"}}]},"logprobs":{"content":[{"token":"b"}]},"content_filter_results":{"hate":1}}]})",
         R"({"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})", "[DONE]"});
    const chat::StreamEvents events = wiretest::eventsOfStream(codec(), sse);
    const chat::ChatResponse response = wiretest::built(events).response();
    const Json &top = response.extensions.of(chat::Format::OpenAiChat);
    QCOMPARE(response.id, QByteArray("c1"));
    QCOMPARE(top["prompt_filter_results"].size(), 1);
    QCOMPARE(top["system_fingerprint"], Json("fp"));
    const chat::Choice &choice = response.choices.at(0);
    QCOMPARE(choice.extensions.of(chat::Format::OpenAiChat)["content_filter_results"]["hate"],
             Json(1));
    QCOMPARE(choice.logprobs["content"].size(), 2);
    const auto *text = choice.message.parts.at(0).as<chat::TextPart>();
    QVERIFY(text);
    QCOMPARE(text->citations.size(), 1);
    QCOMPARE(text->citationsFormat, std::optional(chat::Format::OpenAiChat));
    const QByteArray written = wiretest::encoded(codec(), events, {"m", false, "f", 0});
    QVERIFY(written.contains("url_citation"));
    QVERIFY(written.contains("content_filter_results"));
}

void TstOpenAiChatStreams::nothingFollowsTheEnd()
{
    const auto decoder = codec().streamDecoder();
    QVERIFY(!decoder->decode({}, wiretest::chatDelta(R"({"content":"hi"})", R"("stop")")).empty());
    QVERIFY(!decoder->isEnded());
    QVERIFY(!decoder->decode({}, "[DONE]").empty());
    QVERIFY(decoder->isEnded());
    QVERIFY(decoder->decode({}, wiretest::chatDelta(R"({"content":"more"})")).empty());
    QVERIFY(decoder->decode({}, "nonsense").empty());
    QVERIFY(decoder->finish().empty());
}

void TstOpenAiChatStreams::anyInterleavingIsWrittenLegally()
{
    using namespace chat::event;
    chat::ToolCallPart f{.id = "a", .name = "f"};
    chat::ToolCallPart g{.id = "b", .name = "g"};
    const chat::StreamEvents events{
        Started{"msg_1", "claude", 9, {}},
        Pinged{},
        PartOpened{0, chat::Part(chat::ReasoningPart{}), 0},
        PartGrew{0, Field::Text, "hm"},
        PartOpened{1, chat::Part(f), 0},
        PartGrew{0, Field::Text, "m"},
        PartOpened{2, chat::Part(g), 0},
        PartGrew{2, Field::Arguments, "{\"y\":2"},
        PartOpened{3, chat::Part(chat::TextPart{}), 0},
        PartGrew{3, Field::Text, "hi"},
        PartOpened{4, chat::Part(chat::OpaquePart{chat::Format::Anthropic, Json(1)}), 0},
        PartGrew{2, Field::Arguments, "}"},
        PartClosed{0},
        PartClosed{2},
        UsageChanged{{.input = 5, .output = 2}},
        // Part 1 never gets arguments and is never closed.
        Finished{.reason = chat::FinishReason::Stop},
    };
    const QByteArray written = wiretest::encoded(codec(), events, {"alias", true, "x", 0});
    QCOMPARE(test::openAiStreamFaults(written, true).join(u'\n'), QString());
    QCOMPARE(wiretest::summary(wiretest::eventsOfStream(codec(), written)),
             "reasoning(hm) call(a f {}) reasoning(m) call(b g {\"y\":2}) text(hi) " +
                 wiretest::ending(chat::FinishReason::ToolCalls));
    QVERIFY(written.contains("chatcmpl-1"));
    QVERIFY(written.contains("alias") && !written.contains("claude"));
}

void TstOpenAiChatStreams::usageGoesOnlyToThoseWhoAsk()
{
    const chat::StreamEvents events = wiretest::eventsOfStream(
        codec(),
        wiretest::sseOf(
            {wiretest::chatDelta(R"({"content":"hi"})", R"("stop")"),
             R"({"id":"c1","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8}})",
             "[DONE]"}));
    const QByteArray asked = wiretest::encoded(codec(), events, {"m", true, "x", 0});
    const QByteArray silent = wiretest::encoded(codec(), events, {"m", false, "x", 0});
    QCOMPARE(test::openAiStreamFaults(asked, true).join(u'\n'), QString());
    QCOMPARE(test::openAiStreamFaults(silent, false).join(u'\n'), QString());
    QVERIFY(!silent.contains("usage"));
}

void TstOpenAiChatStreams::aBrokenStreamGetsNoEnd()
{
    const chat::StreamEvents events = wiretest::eventsOfStream(
        codec(), wiretest::sseOf({wiretest::chatDelta(R"({"content":"hi"})")}));
    const QByteArray written = wiretest::encoded(codec(), events, {"m", true, "x", 0});
    QVERIFY(written.contains("hi"));
    QVERIFY(!written.contains("[DONE]"));
    QVERIFY(!written.contains("\"finish_reason\":\""));
}

void TstOpenAiChatStreams::signaturesOfOthersComeBack()
{
    chat::ReasoningPart thought{.text = "hm", .signature = "sig"};
    thought.origin = chat::Format::Anthropic;
    chat::ChatResponse response;
    response.id = "msg_1";
    response.choices.emplace_back();
    response.choices[0].message.parts = {chat::Part(thought),
                                         chat::Part(chat::TextPart{.text = "a"})};
    response.choices[0].finish = chat::FinishReason::Stop;
    // Both ways of answering carry it, and a client that sends it back gives it back.
    const QByteArray stream =
        wiretest::encoded(codec(), chat::eventsOf(response), {"m", false, "x", 0});
    const auto streamed = wiretest::built(wiretest::eventsOfStream(codec(), stream)).response();
    QCOMPARE(streamed.choices[0].message.parts[0].as<chat::ReasoningPart>()->signature,
             QByteArray("sig"));
    const Json whole = wiretest::parsed(codec().encodeResponse(response));
    Json message = whole["choices"].at(0)["message"];
    const auto request = codec().decodeRequest(Json::object(
        {{"model", "m"},
         {"messages",
          Json::array({Json::object({{"role", "user"}, {"content", "q"}}), message})}}));
    QVERIFY(request);
    const auto *back = request->request.messages[1].parts[0].as<chat::ReasoningPart>();
    QVERIFY(back);
    QCOMPARE(back->text, QByteArray("hm"));
    QCOMPARE(back->signature, QByteArray("sig"));
    QCOMPARE(back->origin, std::optional(chat::Format::Anthropic));
}

OMNI_TEST(TstOpenAiChatStreams)
#include "tst_openaichatstreams.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::ErrorCode;
using base::Json;
using chat::FinishReason;
using chat::Format;
using chat::Part;
using chat::StreamEvents;
using namespace chat::event;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Anthropic);
}

/// The first answer of a recording (some hold several, one behind the other), put together by hand
/// from the vendor's events: the reference for the decoder.
Json assembled(const QByteArray &stream)
{
    net::SseReader reader;
    Json message;
    Json::Array blocks;
    QByteArrayList inputs;
    for (const net::Frame &event : reader.feed(stream)) {
        const Json json = *Json::parse(event.data);
        const QByteArray &type = json["type"].toBytes();
        const qsizetype index = json["index"].toInt();
        const Json &delta = json["delta"];
        if (type == "message_start") {
            message = json["message"];
        } else if (type == "content_block_start") {
            blocks.append(json["content_block"]);
            inputs.append(QByteArray());
        } else if (type == "content_block_delta") {
            Json &block = blocks[index];
            for (const base::JsonMember &member : delta.members()) {
                const QByteArrayView key(member.key);
                if (key == "partial_json")
                    inputs[index] += member.value.toBytes();
                else if (key == "citation")
                    block.set("citations", [&] {
                        Json all = block["citations"];
                        all.append(member.value);
                        return all;
                    }());
                else if (key != "type")
                    block.set(key, QByteArray(block[key].toBytes() + member.value.toBytes()));
            }
        } else if (type == "message_delta") {
            for (const base::JsonMember &member : delta.members())
                message.set(member.key, member.value);
            if (json.contains("context_management"))
                message.set("context_management", json["context_management"]);
            Json usage = message["usage"];
            // Figures are cumulative; after a compaction the last one is smaller than the bill.
            for (const base::JsonMember &member : json["usage"].members()) {
                if (usage[QByteArrayView(member.key)].toInt() <= member.value.toInt())
                    usage.set(member.key, member.value);
            }
            message.set("usage", usage);
        } else if (type == "message_stop") {
            break;
        }
    }
    Json content = Json::array();
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (!inputs[i].isEmpty())
            blocks[i].set("input", *Json::parse(inputs[i]));
        content.append(blocks[i]);
    }
    message.set("content", content);
    return message;
}

bool isSpliced(const QString &path)
{
    return path.contains(QStringLiteral("spliced-message-start"));
}

/// JSON with single quotes for double ones.
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

QByteArray oneEvent(const QByteArray &json)
{
    return "data: " + quoted(json) + "\n\n";
}

const char *const Start = "{'type':'message_start','message':{'id':'msg_1','model':'m',"
                          "'usage':{'input_tokens':3,'output_tokens':1}}}";
const char *const Delta = "{'type':'message_delta','delta':{'stop_reason':'end_turn'},"
                          "'usage':{'output_tokens':5}}";
const char *const Stop = "{'type':'message_stop'}";

StreamEvents decodeAll(std::initializer_list<QByteArray> jsons)
{
    QByteArray stream;
    for (const QByteArray &json : jsons)
        stream += oneEvent(json);
    return test::decodeStream(codec(), stream, stream.size());
}

} // namespace

class TstAnthropicStreams : public QObject
{
    Q_OBJECT

private slots:
    void recordedStreamsAreReadWhole_data() { test::addRecordings(QStringLiteral("response.sse")); }
    void recordedStreamsAreReadWhole()
    {
        QFETCH(QString, path);
        const QByteArray stream = test::bytesOf(path + QStringLiteral("response.sse"));
        const StreamEvents events = test::decodeStream(codec(), stream, stream.size());
        if (isSpliced(path)) {
            QVERIFY(std::get_if<Failed>(&events.back()));
            return;
        }
        QVERIFY(std::get_if<Finished>(&events.back()));
        const chat::ChatResponse response = test::built(events);
        const Json expected = assembled(stream);
        Json back = *Json::parse(codec().encodeResponse(response, nullptr));
        QCOMPARE(test::difference(expected["content"], back["content"]), QByteArray());
        QCOMPARE(test::difference(expected["usage"], back["usage"]), QByteArray());
        back.set("content", expected["content"]);
        back.set("usage", expected["usage"]);
        QCOMPARE(test::difference(expected, back), QByteArray());
    }

    void streamsAreTheSameHoweverTheyAreCut_data()
    {
        test::addRecordings(QStringLiteral("response.sse"));
    }
    void streamsAreTheSameHoweverTheyAreCut()
    {
        QFETCH(QString, path);
        const QByteArray stream = test::bytesOf(path + QStringLiteral("response.sse"));
        const StreamEvents whole = test::decodeStream(codec(), stream, stream.size());
        for (const qsizetype step : {1, 3, 64})
            QVERIFY(test::decodeStream(codec(), stream, step) == whole);
    }

    void noBorderMakesADifference()
    {
        const QByteArray stream =
            test::bytesOf(test::anthropicFolder() + QStringLiteral("allkinds.sse"));
        const StreamEvents whole = test::decodeStream(codec(), stream, stream.size());
        QVERIFY(std::get_if<Finished>(&whole.back()));
        for (qsizetype cut = 1; cut < stream.size(); ++cut)
            QVERIFY(test::decodeStream(codec(), stream, cut) == whole);
        const chat::ChatResponse response = test::built(whole);
        const auto &parts = response.choices.front().message.parts;
        QCOMPARE(parts.at(0).as<chat::ReasoningPart>()->text, QByteArray("hm … 😀"));
        QCOMPARE(parts.at(1).as<chat::TextPart>()->text, QByteArray("a\nbüü😀"));
        QCOMPARE(parts.at(2).as<chat::ToolCallPart>()->arguments, QByteArray("{\"x\": 1.50}"));
        QCOMPARE(response.usage.input, std::optional<qint64>(5));
    }

    void writtenStreamsAreLegalAndReadTheSame_data()
    {
        test::addRecordings(QStringLiteral("response.sse"));
    }
    void writtenStreamsAreLegalAndReadTheSame()
    {
        QFETCH(QString, path);
        if (isSpliced(path))
            return;
        const QByteArray stream = test::bytesOf(path + QStringLiteral("response.sse"));
        const StreamEvents events = test::decodeStream(codec(), stream, stream.size());
        const QByteArray written = test::encodeStream(codec(), events);
        QCOMPARE(test::anthropicStreamFaults(written), QStringList());
        const StreamEvents again = test::decodeStream(codec(), written, written.size());
        if (test::built(events).choices.front().message.parts.empty())
            return; // an empty block was added for the sake of clients
        const auto first = Json::parse(codec().encodeResponse(test::built(events), nullptr));
        const auto second = Json::parse(codec().encodeResponse(test::built(again), nullptr));
        QCOMPARE(test::difference(*first, *second), QByteArray());
    }

    void theQuickWayReadsWhatTheParserReads_data()
    {
        QTest::addColumn<QByteArray>("text");
        // One JSON string a line, without its quotes.
        const QByteArray lines =
            test::bytesOf(test::anthropicFolder() + QStringLiteral("texts.txt"));
        for (const QByteArray &text : lines.chopped(1).split('\n'))
            QTest::addRow("%s", text.constData()) << text;
    }
    void theQuickWayReadsWhatTheParserReads()
    {
        QFETCH(QByteArray, text);
        const auto expected = Json::parse('"' + text + '"');
        QVERIFY(expected);
        const QByteArray vendor =
            "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'" + text +
            "'}          }";
        const QByteArray other = "{'index': 0,'type':'content_block_delta','delta':{'text':'" +
                                 text + "','type':'text_delta'}}";
        for (const QByteArray &json : {vendor, other}) {
            const StreamEvents events = decodeAll({Start,
                                                   "{'type':'content_block_start','index':0,"
                                                   "'content_block':{'type':'text','text':''}}",
                                                   json});
            const auto *grew = std::get_if<PartGrew>(&events[3]);
            QVERIFY(grew);
            QCOMPARE(grew->delta, expected->toBytes());
        }
    }

    void brokenJsonAfterTheQuickHeadIsRefused()
    {
        for (const char *json :
             {"{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'a}",
              "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'a'}",
              "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'a'}}}",
              "{'type':'content_block_delta','index':,'delta':{'type':'text_delta','text':'a'}}"}) {
            const StreamEvents events = decodeAll({Start,
                                                   "{'type':'content_block_start','index':0,"
                                                   "'content_block':{'type':'text','text':''}}",
                                                   json});
            QVERIFY2(std::get_if<Failed>(&events.back()), json);
        }
    }

    void aCharacterCutInTwoEscapesIsOneCharacter()
    {
        const auto delta = [](const QByteArray &text) {
            return "{'type':'content_block_delta','index':0,"
                   "'delta':{'type':'text_delta','text':'" +
                   text + "'}}";
        };
        const StreamEvents events = decodeAll(
            {Start,
             "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}",
             delta("a\\ud83d"), delta("\\ude00b"), delta("\\ude00"), delta("\\\\ud83d"), Delta,
             Stop});
        const auto response = test::built(events);
        const Part &part = response.choices.front().message.parts.front();
        QCOMPARE(part.as<chat::TextPart>()->text, QByteArray("a😀b\uFFFD\\ud83d"));
    }

    void aStreamThatBreaksOffFails()
    {
        const StreamEvents events = decodeAll({Start});
        const auto *failed = std::get_if<Failed>(&events.back());
        QVERIFY(failed);
        QCOMPARE(failed->error.code, ErrorCode::Network);
        const StreamEvents none = test::decodeStream(codec(), ": hello\n\n", 1);
        QCOMPARE(none.size(), size_t(1));
        QCOMPARE(std::get_if<Failed>(&none.front())->error.code, ErrorCode::UpstreamFailed);
    }

    void aMissingStopIsMadeGood()
    {
        const StreamEvents events = decodeAll(
            {Start,
             "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}",
             "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'x'}}",
             Delta});
        QVERIFY(std::get_if<PartClosed>(&events[events.size() - 2]));
        QCOMPARE(std::get_if<Finished>(&events.back())->reason, FinishReason::Stop);
    }

    void whatFollowsTheEndIsIgnored()
    {
        const auto decoder = codec().streamDecoder();
        for (const char *json : {Start, Delta, Stop})
            QVERIFY(!decoder->decode({}, quoted(json)).empty());
        QVERIFY(decoder->isEnded());
        QVERIFY(decoder->decode({}, quoted(Start)).empty());
        QVERIFY(decoder->decode({}, "garbage").empty());
        QVERIFY(decoder->finish().empty());
    }

    void anErrorEventFails()
    {
        const StreamEvents events = decodeAll(
            {Start, "{'type':'error','error':{'type':'overloaded_error','message':'busy'}}"});
        const auto *failed = std::get_if<Failed>(&events.back());
        QVERIFY(failed);
        QCOMPARE(failed->error.code, ErrorCode::Overloaded);
        QCOMPARE(failed->error.upstreamStatus, 529);
        QCOMPARE(failed->error.detail, QStringLiteral("busy"));
    }

    void thinkingInsideATextBlockBecomesItsOwnPart()
    {
        const StreamEvents events = decodeAll(
            {Start,
             "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}",
             "{'type':'content_block_delta','index':0,"
             "'delta':{'type':'thinking_delta','thinking':'hm'}}",
             "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'x'}}",
             Delta, Stop});
        const chat::ChatResponse response = test::built(events);
        const auto &parts = response.choices.front().message.parts;
        QCOMPARE(parts.size(), size_t(3));
        QCOMPARE(parts[1].as<chat::ReasoningPart>()->text, QByteArray("hm"));
        QCOMPARE(parts[2].as<chat::TextPart>()->text, QByteArray("x"));
    }

    void aWholeInputAtTheStartIsNotLost()
    {
        const StreamEvents events =
            decodeAll({Start,
                       "{'type':'content_block_start','index':0,"
                       "'content_block':{'type':'tool_use','id':'a','name':'t','input':{'x':1}}}",
                       "{'type':'content_block_stop','index':0}", Delta, Stop});
        const chat::ChatResponse response = test::built(events);
        const auto &choice = response.choices.front();
        QCOMPARE(choice.message.parts.front().as<chat::ToolCallPart>()->arguments,
                 quoted("{'x':1}"));
        // Whatever the word was: an answer with calls ended for them.
        QCOMPARE(choice.finish, FinishReason::ToolCalls);
    }

    void stopReasonsKeepTheirWords_data()
    {
        QTest::addColumn<FinishReason>("reason");
        QTest::newRow("end_turn") << FinishReason::Stop;
        QTest::newRow("max_tokens") << FinishReason::Length;
        QTest::newRow("model_context_window_exceeded") << FinishReason::Length;
        QTest::newRow("stop_sequence") << FinishReason::StopSequence;
        QTest::newRow("pause_turn") << FinishReason::Pause;
        QTest::newRow("refusal") << FinishReason::ContentFilter;
        QTest::newRow("brand_new_reason") << FinishReason::Unknown;
    }
    void stopReasonsKeepTheirWords()
    {
        QFETCH(FinishReason, reason);
        const QByteArray word(QTest::currentDataTag());
        const QByteArray delta = "{'type':'message_delta','delta':{'stop_reason':'" + word +
                                 "','stop_sequence':'END'},'usage':{'output_tokens':1}}";
        const StreamEvents events = decodeAll({Start, delta, Stop});
        const auto *finished = std::get_if<Finished>(&events.back());
        QVERIFY(finished);
        QCOMPARE(finished->reason, reason);
        QCOMPARE(finished->stopSequence, QByteArray("END"));
        const QByteArray written = test::encodeStream(codec(), events);
        QVERIFY(written.contains(quoted("'stop_reason':'" + word + "','stop_sequence':'END'")));
    }
};

OMNI_TEST(TstAnthropicStreams)
#include "tst_anthropicstreams.moc"

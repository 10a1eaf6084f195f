// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"

#include <random>

using namespace omni;
using base::Json;
using chat::Format;
using chat::Part;
using chat::StreamEvents;
using namespace chat::event;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Anthropic);
}

/// Any legal order of events: parts open one after the other, grow side by side, close in any
/// order; usage comes anywhere, also behind the end.
class RandomStream
{
public:
    explicit RandomStream(unsigned seed)
        : m_random(seed)
    {}

    StreamEvents make()
    {
        m_events.emplace_back(Started{"gen-1", "gpt", 1, {}});
        const int parts = below(7);
        while (m_opened < parts || !m_open.empty()) {
            if (m_opened < parts && (m_open.empty() || below(3) == 0))
                open();
            else
                touch();
            if (below(6) == 0)
                addUsage();
            if (below(9) == 0)
                m_events.emplace_back(Pinged{});
        }
        m_events.emplace_back(Finished{chat::FinishReason::Stop, {}, 0, {}});
        addUsage();
        return std::move(m_events);
    }

private:
    struct Open
    {
        int index;
        int kind;
        QByteArrayList rest; ///< a tool's arguments still to come
    };

    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }

    void open()
    {
        Open part{m_opened, below(6), {}};
        Part start;
        switch (part.kind) {
        case 0:
            start = Part(chat::TextPart{.text = below(2) ? "head " : ""});
            break;
        case 1:
            start = Part(
                chat::ReasoningPart{.origin = below(2) ? Format::Anthropic : Format::OpenAiChat});
            break;
        case 2:
            start = Part(chat::ToolCallPart{.id = below(3) ? "call_" + QByteArray::number(m_opened)
                                                           : QByteArray("odd\nid"),
                                            .name = "read"});
            if (below(3) != 0)
                part.rest = {"{\"path\":", "\"a b\"", ",\"n\": 1.50", "}"};
            break;
        case 3:
            start = Part(chat::RefusalPart{});
            break;
        case 4:
            start = Part(chat::OpaquePart{below(2) ? Format::Anthropic : Format::OpenAiChat,
                                          Json::object({{"type", "web_search_tool_result"},
                                                        {"tool_use_id", "srvtoolu_1"},
                                                        {"content", Json::array()}})});
            break;
        default:
            start = Part(chat::ReasoningPart{.encrypted = "cmVk",
                                             .origin = below(2) ? Format::Anthropic
                                                                : Format::OpenAiResponses});
        }
        m_events.emplace_back(PartOpened{m_opened++, start, 0});
        m_open.push_back(part);
    }

    void touch()
    {
        const auto at = m_open.begin() + below(int(m_open.size()));
        if (!at->rest.isEmpty()) {
            m_events.emplace_back(PartGrew{at->index, Field::Arguments, at->rest.takeFirst()});
        } else if (at->kind != 2 && at->kind < 4 && below(3) != 0) {
            m_events.emplace_back(
                PartGrew{at->index, Field::Text, "w" + QByteArray::number(below(99))});
        } else {
            if (at->kind == 1 && below(2) == 0)
                m_events.emplace_back(PartGrew{at->index, Field::Signature, "c2ln"});
            m_events.emplace_back(PartClosed{at->index});
            m_open.erase(at);
        }
    }

    void addUsage()
    {
        chat::Usage usage;
        usage.input = below(1000);
        usage.output = below(1000);
        m_events.emplace_back(UsageChanged{usage});
    }

    std::mt19937 m_random;
    StreamEvents m_events;
    std::vector<Open> m_open;
    int m_opened = 0;
};

/// What a person would read of an answer, part by part.
QByteArrayList said(const chat::ChatResponse &response)
{
    QByteArrayList all;
    for (const Part &part : response.choices.front().message.parts) {
        if (const auto *text = part.as<chat::TextPart>())
            all.append("text " + text->text);
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            all.append("text " + refusal->text);
        else if (const auto *reasoning = part.as<chat::ReasoningPart>())
            all.append("reasoning " + reasoning->text);
        else if (const auto *call = part.as<chat::ToolCallPart>())
            all.append("call " + call->name + ' ' +
                       (call->arguments.isEmpty() ? QByteArray("{}") : call->arguments));
        else if (const auto *opaque = part.as<chat::OpaquePart>();
                 opaque && opaque->format == Format::Anthropic)
            all.append("opaque");
    }
    // An answer without any block gets an empty one.
    return all.isEmpty() ? QByteArrayList{"text "} : all;
}

} // namespace

class TstAnthropicEncoder : public QObject
{
    Q_OBJECT

private slots:
    void whateverTheUpstreamInterleavesTheStreamIsLegal()
    {
        for (unsigned seed = 0; seed < 800; ++seed) {
            const StreamEvents events = RandomStream(seed).make();
            const QByteArray written = test::encodeStream(codec(), events, "alias");
            const QStringList faults = test::anthropicStreamFaults(written);
            QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("seed %1: %2\n%3")
                                                      .arg(seed)
                                                      .arg(faults.join(QLatin1Char(';')))
                                                      .arg(QString::fromUtf8(written))));
            const auto again = test::built(test::decodeStream(codec(), written, written.size()));
            const auto first = test::built(events);
            QCOMPARE(said(again), said(first));
            QCOMPARE(again.model, QByteArray("alias"));
            QCOMPARE(again.usage.output, first.usage.output);
            QCOMPARE(again.usage.input, first.usage.input);
        }
    }

    void parallelCallsAreWrittenOneAfterTheOther()
    {
        const StreamEvents events{
            Started{"x", "m", {}, {}},
            PartOpened{0, Part(chat::ToolCallPart{.id = "a", .name = "one"}), 0},
            PartOpened{1, Part(chat::ToolCallPart{.id = "b", .name = "two"}), 0},
            PartGrew{1, Field::Arguments, "{\"q\":"},
            PartGrew{0, Field::Arguments, "{"},
            PartGrew{1, Field::Arguments, "2}"},
            PartGrew{0, Field::Arguments, "}"},
            PartClosed{0},
            PartClosed{1},
            Finished{chat::FinishReason::ToolCalls, {}, 0, {}}};
        const auto encoder = codec().streamEncoder({.model = "m", .fallbackId = "f"});
        QByteArrayList pieces;
        for (const chat::StreamEvent &event : events)
            pieces.append(encoder->encode(event));
        // The first call streams at once; the second waits until the first is closed.
        QVERIFY(pieces[1].contains("\"id\":\"a\""));
        QVERIFY(pieces[2].isEmpty() && pieces[3].isEmpty() && pieces[5].isEmpty());
        QVERIFY(!pieces[4].isEmpty());
        QVERIFY(pieces[7].contains("\"id\":\"b\""));
        QCOMPARE(test::anthropicStreamFaults(pieces.join() + encoder->finish()), QStringList());
    }

    void theStartTellsTheInputTokensWhenTheyAreKnown()
    {
        chat::Usage usage;
        usage.input = 30;
        usage.cachedRead = 20;
        usage.output = 1;
        const auto encoder = codec().streamEncoder({.model = "m", .fallbackId = "f"});
        QVERIFY(encoder->encode(Started{"msg_1", "x", {}, {}}).isEmpty());
        QVERIFY(encoder->encode(UsageChanged{usage}).isEmpty());
        QVERIFY(encoder->encode(Pinged{}).isEmpty());
        const QByteArray start = encoder->encode(PartOpened{0, Part(chat::TextPart{}), 0});
        QVERIFY(start.startsWith("event: message_start\n"));
        QVERIFY(start.contains(R"("input_tokens":10)"));
        QVERIFY(encoder->encode(Pinged{}).startsWith("event: ping\n"));
    }

    void noEndIsInvented()
    {
        const auto broken = codec().streamEncoder({.model = "m", .fallbackId = "f"});
        QVERIFY(!broken->encode(PartOpened{0, Part(chat::TextPart{.text = "x"}), 0}).isEmpty());
        QVERIFY(broken->finish().isEmpty());
        const auto failed = codec().streamEncoder({.model = "m", .fallbackId = "f"});
        QVERIFY(!failed->encode(PartOpened{0, Part(chat::TextPart{.text = "x"}), 0}).isEmpty());
        QVERIFY(failed->encode(Failed{{.code = base::ErrorCode::Network}}).isEmpty());
        QVERIFY(failed->encode(PartClosed{0}).isEmpty());
        QVERIFY(failed->finish().isEmpty());
    }

    void anotherVendorsReasoningComesBackWithItsOrigin()
    {
        const StreamEvents events{
            Started{"x", "m", {}, {}},
            PartOpened{
                0, Part(chat::ReasoningPart{.id = "rs_1", .origin = Format::OpenAiResponses}), 0},
            PartGrew{0, Field::Summary, "first", 0},
            PartGrew{0, Field::Summary, "second", 1},
            PartGrew{0, Field::Encrypted, "ZW5j"},
            PartClosed{0},
            PartOpened{1, Part(chat::ToolCallPart{.id = "a", .name = "t"}), 0},
            PartClosed{1},
            Finished{chat::FinishReason::ToolCalls, {}, 0, {}}};
        const QByteArray written = test::encodeStream(codec(), events);
        QCOMPARE(test::anthropicStreamFaults(written), QStringList());
        const auto answer = test::built(test::decodeStream(codec(), written, written.size()));
        // The client puts what it got into its next request.
        const Json message = Json::object(
            {{"role", "assistant"},
             {"content", (*Json::parse(codec().encodeResponse(answer, nullptr)))["content"]}});
        const Json request = Json::object(
            {{"model", "m"},
             {"max_tokens", 5},
             {"messages",
              Json::array({Json::object({{"role", "user"}, {"content", "go"}}), message})}});
        const auto decoded = codec().decodeRequest(request);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        const auto *reasoning = decoded->request.messages[1].parts[0].as<chat::ReasoningPart>();
        QVERIFY(reasoning);
        QCOMPARE(reasoning->origin, std::optional(Format::OpenAiResponses));
        QCOMPARE(reasoning->encrypted, QByteArray("ZW5j"));
        QCOMPARE(reasoning->id, QByteArray("rs_1"));
        QCOMPARE(reasoning->summary, std::vector<QByteArray>{"first\n\nsecond"});
        // Anthropic itself never sees it.
        const auto encoded = codec().encodeRequest(decoded->request, {});
        QVERIFY(encoded && !encoded->body.contains("thinking"));
        QVERIFY(!encoded->losses.isEmpty());
    }
};

OMNI_TEST(TstAnthropicEncoder)
#include "tst_anthropicencoder.moc"

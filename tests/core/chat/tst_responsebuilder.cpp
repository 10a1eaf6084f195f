// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/chat/streamevent.h"
#include "tests/support/omnitest.h"

using namespace omni::chat;
using omni::base::Json;

class TstResponseBuilder : public QObject
{
    Q_OBJECT

private slots:
    void aWholeAnswerComesBackFromItsEvents();
    void partsGrowSideBySide();
    void usageIsCumulative();
    void contentIsWhatAPersonSees_data();
    void contentIsWhatAPersonSees();
    void extensionsKeepOneObjectAFormat();
    void formatsHaveNames();
};

void TstResponseBuilder::aWholeAnswerComesBackFromItsEvents()
{
    ChatResponse response;
    response.id = "a";
    response.model = "m";
    response.createdSeconds = 7;
    response.usage.input = 3;
    response.usage.output = 2;
    for (const FinishReason reason : {FinishReason::ToolCalls, FinishReason::Length}) {
        Choice choice;
        choice.message.role = Role::Assistant;
        choice.finish = reason;
        choice.stopSequence = "END";
        choice.logprobs = Json::object({{"content", Json::array({1})}});
        choice.message.parts = {Part(ReasoningPart{.text = "hm", .signature = "s"}),
                                Part(TextPart{.text = "hi"}),
                                Part(ToolCallPart{.id = "c", .name = "f", .arguments = "{}"})};
        response.choices.push_back(choice);
    }
    ResponseBuilder builder;
    for (const StreamEvent &event : eventsOf(response))
        builder.add(event);
    QVERIFY(builder.isFinished());
    QVERIFY(builder.response() == response);
}

void TstResponseBuilder::partsGrowSideBySide()
{
    ResponseBuilder builder;
    builder.add(event::Started{"a", "m", {}, {}});
    builder.add(event::PartOpened{0, Part(ToolCallPart{.id = "x", .name = "f"}), 0});
    builder.add(event::PartOpened{1, Part(ToolCallPart{.id = "y", .name = "g"}), 0});
    builder.add(event::PartGrew{1, event::Field::Arguments, "{\"b\""});
    builder.add(event::PartGrew{0, event::Field::Arguments, "{}"});
    builder.add(event::PartGrew{1, event::Field::Arguments, ":1}"});
    builder.add(event::PartOpened{2, Part(TextPart{}), 0});
    builder.add(event::PartGrew{2, event::Field::Text, "see "});
    builder.add(
        event::PartGrew{2, event::Field::Citation, R"({"url":"u"})", 0, Format::OpenAiChat});
    builder.add(event::PartOpened{3, Part(ReasoningPart{}), 0});
    builder.add(event::PartGrew{3, event::Field::Summary, "two", 1});
    builder.add(event::PartGrew{3, event::Field::Signature, "sig", 0, Format::Anthropic});
    // Pieces of a part that never opened are ignored.
    builder.add(event::PartGrew{9, event::Field::Text, "lost"});
    const auto &parts = builder.response().choices.at(0).message.parts;
    QCOMPARE(parts.size(), size_t(4));
    QCOMPARE(parts[0].as<ToolCallPart>()->arguments, QByteArray("{}"));
    QCOMPARE(parts[1].as<ToolCallPart>()->arguments, QByteArray("{\"b\":1}"));
    QCOMPARE(parts[2].as<TextPart>()->citations.size(), 1);
    QCOMPARE(parts[2].as<TextPart>()->citationsFormat, std::optional(Format::OpenAiChat));
    QCOMPARE(parts[3].as<ReasoningPart>()->summary.at(1), QByteArray("two"));
    QCOMPARE(parts[3].as<ReasoningPart>()->origin, std::optional(Format::Anthropic));
    QVERIFY(!builder.isFinished());
}

void TstResponseBuilder::usageIsCumulative()
{
    ResponseBuilder builder;
    builder.add(event::UsageChanged{{.input = 10, .output = 1}});
    builder.add(event::UsageChanged{{.output = 9}});
    builder.add(event::UsageChanged{{.input = 0, .output = 4}});
    QCOMPARE(builder.response().usage.input, std::optional<TokenCount>(10));
    QCOMPARE(builder.response().usage.output, std::optional<TokenCount>(9));
    QVERIFY(!builder.response().usage.reasoning);
}

void TstResponseBuilder::contentIsWhatAPersonSees_data()
{
    QTest::addColumn<StreamEvent>("event");
    QTest::addColumn<bool>("content");
    const auto row = [](const char *name, const StreamEvent &event, bool content) {
        QTest::newRow(name) << event << content;
    };
    row("start", event::Started{}, false);
    row("empty text", event::PartOpened{0, Part(TextPart{}), 0}, false);
    row("text at once", event::PartOpened{0, Part(TextPart{.text = "a"}), 0}, true);
    row("empty reasoning", event::PartOpened{0, Part(ReasoningPart{}), 0}, false);
    row("hidden reasoning", event::PartOpened{0, Part(ReasoningPart{.encrypted = "x"}), 0}, true);
    row("a call", event::PartOpened{0, Part(ToolCallPart{.name = "f"}), 0}, true);
    row("text", event::PartGrew{0, event::Field::Text, "a"}, true);
    row("nothing", event::PartGrew{0, event::Field::Text, ""}, false);
    row("usage", event::UsageChanged{{.input = 1}}, false);
    row("ping", event::Pinged{}, false);
    row("finish", event::Finished{}, false);
}

void TstResponseBuilder::contentIsWhatAPersonSees()
{
    QFETCH(StreamEvent, event);
    QFETCH(bool, content);
    QCOMPARE(isContent(event), content);
}

void TstResponseBuilder::extensionsKeepOneObjectAFormat()
{
    Extensions extensions;
    extensions.put(Format::Anthropic, Json::object());
    QVERIFY(extensions.isEmpty());
    extensions.put(Format::Anthropic, Json::object({{"a", 1}}));
    extensions.put(Format::OpenAiChat, Json::object({{"b", 1}}));
    extensions.put(Format::Anthropic, Json::object({{"a", 2}}));
    QCOMPARE(extensions.objects.size(), size_t(2));
    QCOMPARE(extensions.of(Format::Anthropic)["a"], Json(2));
    QVERIFY(extensions.of(Format::Gemini).isNull());
}

void TstResponseBuilder::formatsHaveNames()
{
    for (int i = 0; i < FormatCount; ++i)
        QCOMPARE(formatFromName(formatName(Format(i))), std::optional(Format(i)));
    QVERIFY(!formatFromName("openai"));
}

OMNI_TEST(TstResponseBuilder)
#include "tst_responsebuilder.moc"

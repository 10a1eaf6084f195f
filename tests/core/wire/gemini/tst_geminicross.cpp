// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"
#include "tests/support/responsesvalidator.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::parsed;
using wiretest::Recording;

namespace {

constexpr Format Gemini = Format::Gemini;

/// The other dialects and what tells whether their side would take what we wrote.
struct Dialect
{
    Format format;
    QStringList (*requestFaults)(const Json &);
    QStringList (*answerFaults)(const Json &);
    QStringList (*streamFaults)(const QByteArray &);
};

const std::array Others{
    Dialect{Format::OpenAiChat, test::openAiRequestFaults, test::openAiAnswerFaults,
            [](const QByteArray &sse) { return test::openAiStreamFaults(sse, true); }},
    Dialect{Format::Anthropic, [](const Json &body) { return test::anthropicRequestFaults(body); },
            [](const Json &) { return QStringList(); }, test::anthropicStreamFaults},
    Dialect{Format::OpenAiResponses, test::responsesRequestFaults, test::responsesAnswerFaults,
            [](const QByteArray &sse) { return test::responsesStreamFaults(sse); }},
    Dialect{Format::Ollama, test::ollamaRequestFaults,
            [](const Json &body) { return test::ollamaAnswerFaults(body); },
            [](const QByteArray &lines) { return test::ollamaStreamFaults(lines); }},
};

const Dialect &dialectOf(int format)
{
    return *std::find_if(Others.begin(), Others.end(),
                         [&](const Dialect &each) { return int(each.format) == format; });
}

const wire::Codec &codecOf(Format format)
{
    return *wire::codecFor(format);
}

QString nameOf(Format format)
{
    return QString::fromLatin1(chat::formatName(format));
}

/// Of a chat: other paths take a `prompt` or a text.
bool hasRequest(const Recording &each)
{
    const Json body = parsed(each.request());
    return body.contains("messages") || body.contains("input") || body.contains("contents");
}

bool isAnswer(const Recording &each)
{
    const Json body = each.isStream ? Json() : parsed(each.response());
    return each.status < 400 && body.isObject() && !body.contains("totalTokens") &&
           !body.contains("input_tokens");
}

bool isStream(const Recording &each)
{
    return each.isStream;
}

/// Where the recordings of a format stand.
QString folderOf(Format format)
{
    return format == Format::BedrockConverse ? QStringLiteral("aws-eventstream") : nameOf(format);
}

/// Rows of Gemini's recordings for each of the others.
void addTargets(const std::function<bool(const Recording &)> &wanted)
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    for (const Dialect &other : Others) {
        for (const Recording &each : wiretest::recordingsOf(nameOf(Gemini))) {
            if (wanted(each))
                QTest::addRow("%s %s", qPrintable(nameOf(other.format)), qPrintable(each.name))
                    << int(other.format) << each.name;
        }
    }
}

/// Rows of each of the others' recordings.
void addSources(const std::function<bool(const Recording &)> &wanted)
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    for (const Format format : {Format::OpenAiChat, Format::Anthropic, Format::OpenAiResponses,
                                Format::Ollama, Format::BedrockConverse}) {
        for (const Recording &each : wiretest::recordingsOf(folderOf(format))) {
            if (wanted(each))
                QTest::addRow("%s %s", qPrintable(nameOf(format)), qPrintable(each.name))
                    << int(format) << each.name;
        }
    }
}

/// What cannot be said is refused with the part's name, never sent half; so is a request that says
/// nothing.
bool isHonestRefusal(const base::Error &error)
{
    const bool saysNothing =
        error.code == base::ErrorCode::InvalidRequest && error.field == QStringLiteral("messages");
    return (error.code == base::ErrorCode::Unsupported && !error.field.isEmpty()) || saysNothing;
}

QByteArray wordsOf(const chat::ChatResponse &response)
{
    QByteArray words;
    QByteArray calls;
    for (const chat::Part &part : response.choices.front().message.parts) {
        if (const auto *text = part.as<chat::TextPart>())
            words += text->text;
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            words += refusal->text;
        else if (const auto *call = part.as<chat::ToolCallPart>())
            calls += " <" + call->name + '>';
    }
    return words + calls;
}

QList<chat::Traits> kindsOfModels()
{
    chat::Traits newest;
    newest.thinkingLevels = "low,high";
    newest.toolResultMedia = true;
    chat::Traits oldest;
    oldest.fullSchemas = false;
    oldest.toolsAlone = true;
    oldest.systemRole = false;
    return {chat::Traits(), newest, oldest};
}

} // namespace

class TstGeminiCross : public QObject
{
    Q_OBJECT

private slots:
    void requestsAreTakenByOthers_data() { addTargets(hasRequest); }
    void requestsAreTakenByOthers()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const Dialect &other = dialectOf(format);
        auto decoded = codecOf(Gemini).decodeRequest(
            parsed(wiretest::recording(nameOf(Gemini), name).request()));
        QVERIFY(decoded);
        decoded->request.model = "m";
        const auto encoded = codecOf(other.format).encodeRequest(decoded->request, {});
        if (!encoded) {
            QVERIFY2(isHonestRefusal(encoded.error()), qPrintable(encoded.error().detail));
            return;
        }
        QCOMPARE(other.requestFaults(parsed(encoded->body)).join(QLatin1Char(';')), QString());
    }

    void requestsOfOthersAreTaken_data() { addSources(hasRequest); }
    void requestsOfOthersAreTaken()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const Format source = Format(format);
        const auto decoded = codecOf(source).decodeRequest(
            parsed(wiretest::recording(folderOf(source), name).request()));
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
        const auto kinds = kindsOfModels();
        for (const chat::Traits &traits : kinds) {
            const auto encoded = codecOf(Gemini).encodeRequest(decoded->request, traits);
            if (!encoded) {
                QVERIFY2(isHonestRefusal(encoded.error()), qPrintable(encoded.error().detail));
                return;
            }
            QCOMPARE(test::geminiRequestFaults(parsed(encoded->body),
                                               {.reducedSchemas = !traits.fullSchemas,
                                                .signedCalls = !traits.thinkingLevels.isEmpty()}),
                     QStringList());
        }
    }

    void answersReachOtherClients_data() { addTargets(isAnswer); }
    void answersReachOtherClients()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const Dialect &other = dialectOf(format);
        const auto decoded = codecOf(Gemini).decodeResponse(
            parsed(wiretest::recording(nameOf(Gemini), name).response()));
        QVERIFY(decoded);
        const Json body = parsed(codecOf(other.format).encodeResponse(*decoded, nullptr));
        QCOMPARE(other.answerFaults(body), QStringList());
        const auto again = codecOf(other.format).decodeResponse(body);
        QVERIFY(again);
        QCOMPARE(wordsOf(*again), wordsOf(*decoded));
    }

    void answersOfOthersReachClients_data() { addSources(isAnswer); }
    void answersOfOthersReachClients()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const Format source = Format(format);
        const auto decoded = codecOf(source).decodeResponse(
            parsed(wiretest::recording(folderOf(source), name).response()));
        // Compactions and errors in a good answer's clothes are no chat answers.
        if (!decoded || decoded->choices.empty())
            return;
        const Json body = parsed(codecOf(Gemini).encodeResponse(*decoded, nullptr));
        QCOMPARE(test::geminiAnswerFaults(body), QStringList());
        const auto again = codecOf(Gemini).decodeResponse(body);
        QVERIFY(again);
        QCOMPARE(wordsOf(*again), wordsOf(*decoded));
        QCOMPARE(again->usage.input, decoded->usage.input);
        QCOMPARE(again->usage.output, decoded->usage.output);
    }

    void streamsReachOtherClients_data() { addTargets(isStream); }
    void streamsReachOtherClients()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const Dialect &other = dialectOf(format);
        const chat::StreamEvents events = wiretest::eventsOfStream(
            codecOf(Gemini), wiretest::recording(nameOf(Gemini), name).response());
        const auto before = wiretest::built(events);
        if (before.error())
            return;
        const QByteArray written = wiretest::encoded(
            codecOf(other.format), events,
            {.model = "alias", .includeUsage = true, .fallbackId = "x", .createdSeconds = 1});
        QCOMPARE(other.streamFaults(written), QStringList());
        const auto after =
            wiretest::built(wiretest::eventsOfStream(codecOf(other.format), written));
        QVERIFY(!after.error());
        QCOMPARE(wordsOf(after.response()), wordsOf(before.response()));
    }

    void streamsOfOthersReachClients_data() { addSources(isStream); }
    void streamsOfOthersReachClients()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const Format source = Format(format);
        const chat::StreamEvents events = wiretest::eventsOfStream(
            codecOf(source), wiretest::recording(folderOf(source), name).response());
        const auto before = wiretest::built(events);
        if (before.error())
            return;
        const QByteArray written =
            wiretest::encoded(codecOf(Gemini), events, {.model = "alias", .fallbackId = "x"});
        QCOMPARE(test::geminiStreamFaults(written), QStringList());
        const auto after = wiretest::built(wiretest::eventsOfStream(codecOf(Gemini), written));
        QVERIFY(!after.error());
        QCOMPARE(wordsOf(after.response()), wordsOf(before.response()));
        QCOMPARE(after.response().usage.input, before.response().usage.input);
        QCOMPARE(after.response().usage.output, before.response().usage.output);
    }
};

OMNI_TEST(TstGeminiCross)
#include "tst_geminicross.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/translate.h"
#include "tests/core/wire/openairesponses/responseshelpers.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"
#include "tests/support/responsesvalidator.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::Recording;

namespace {

constexpr Format Responses = Format::OpenAiResponses;

QString nameOf(Format format)
{
    return QString::fromLatin1(chat::formatName(format));
}

bool isAnswer(const Recording &each)
{
    return !each.isStream && each.status < 400 && !each.response().isEmpty();
}

bool isStream(const Recording &each)
{
    return each.isStream;
}

bool hasRequest(const Recording &each)
{
    return !each.request().isEmpty();
}

/// A row for each recording of every other format that has a codec.
void addOthers(const std::function<bool(const Recording &)> &wanted)
{
    QTest::addColumn<Format>("from");
    QTest::addColumn<QString>("name");
    for (int i = 0; i < chat::FormatCount; ++i) {
        const Format format = Format(i);
        if (format == Responses || !wire::codecFor(format) ||
            wire::codecFor(format)->framing() != net::Framing::Sse)
            continue;
        for (const Recording &each : wiretest::recordingsOf(nameOf(format))) {
            if (wanted(each))
                QTest::addRow("%s %s", qPrintable(nameOf(format)), qPrintable(each.name))
                    << format << each.name;
        }
    }
}

/// A row for each recording of this format and each target that has a validator.
void addTargets(const std::function<bool(const Recording &)> &wanted)
{
    QTest::addColumn<Format>("to");
    QTest::addColumn<QString>("name");
    for (const Format to : {Format::OpenAiChat, Format::Anthropic}) {
        for (const Recording &each : wiretest::recordingsOf(nameOf(Responses))) {
            if (wanted(each))
                QTest::addRow("%s %s", qPrintable(nameOf(to)), qPrintable(each.name))
                    << to << each.name;
        }
    }
}

QStringList requestFaults(Format format, const QByteArray &body)
{
    const Json json = wiretest::parsed(body);
    return format == Format::Anthropic ? test::anthropicRequestFaults(json)
                                       : test::openAiRequestFaults(json);
}

/// As an object, however it was written; free text counts as it does where only functions are
/// known.
QByteArray argumentsOf(const chat::ToolCallPart &call)
{
    if (call.isFreeForm)
        return Json::object({{"input", call.arguments}}).toJson();
    const auto json = Json::parse(call.arguments.isEmpty() ? QByteArray("{}") : call.arguments);
    return json ? json->toJson() : call.arguments;
}

/// What both sides must agree on: the words, the calls, the end.
QByteArray essence(const chat::ChatResponse &response)
{
    QByteArray text;
    QByteArray calls;
    for (const chat::Part &part : response.choices.front().message.parts) {
        if (const auto *said = part.as<chat::TextPart>())
            text += said->text;
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            text += refusal->text;
        else if (const auto *call = part.as<chat::ToolCallPart>())
            calls += ' ' + call->id + ' ' + call->name + ' ' + argumentsOf(*call);
    }
    return text + " |" + calls;
}

} // namespace

class TstResponsesCross : public QObject
{
    Q_OBJECT

private slots:
    void requestsOfOthersAreTakenByOpenAi_data() { addOthers(hasRequest); }
    void requestsOfOthersAreTakenByOpenAi();
    void answersOfOthersAreTakenByClients_data() { addOthers(isAnswer); }
    void answersOfOthersAreTakenByClients();
    void streamsOfOthersAreTakenByClients_data() { addOthers(isStream); }
    void streamsOfOthersAreTakenByClients();
    void requestsAreTakenByOthers_data() { addTargets(hasRequest); }
    void requestsAreTakenByOthers();
    void answersAreTakenByOthers_data() { addTargets(isAnswer); }
    void answersAreTakenByOthers();
    void streamsAreTakenByOthers_data() { addTargets(isStream); }
    void streamsAreTakenByOthers();
};

void TstResponsesCross::requestsOfOthersAreTakenByOpenAi()
{
    QFETCH(Format, from);
    QFETCH(QString, name);
    const QByteArray request = wiretest::recording(nameOf(from), name).request();
    const auto translated = wire::translateRequest(from, Responses, request, {.model = "gpt-5"});
    if (!translated) {
        // What OpenAI cannot be told is refused with the field's name.
        QCOMPARE(translated.error().code, base::ErrorCode::Unsupported);
        QVERIFY(!translated.error().field.isEmpty());
        return;
    }
    QCOMPARE(
        test::responsesRequestFaults(wiretest::parsed(translated->bytes)).join(QLatin1Char('\n')),
        QString());
}

void TstResponsesCross::answersOfOthersAreTakenByClients()
{
    QFETCH(Format, from);
    QFETCH(QString, name);
    const Json body = wiretest::parsed(wiretest::recording(nameOf(from), name).response());
    const auto decoded = wire::codecFor(from)->decodeResponse(body);
    if (!decoded || decoded->choices.empty())
        return;
    const QByteArray written = wiretest::responses().encodeResponse(*decoded);
    QCOMPARE(test::responsesAnswerFaults(wiretest::parsed(written)).join(QLatin1Char('\n')),
             QString());
    const auto again = wiretest::responses().decodeResponse(wiretest::parsed(written));
    QVERIFY(again);
    QCOMPARE(essence(*again), essence(*decoded));
    QCOMPARE(again->usage.input.value_or(0), decoded->usage.input.value_or(0));
    QCOMPARE(again->usage.output.value_or(0), decoded->usage.output.value_or(0));
    QCOMPARE(again->usage.cachedRead.value_or(0), decoded->usage.cachedRead.value_or(0));
}

void TstResponsesCross::streamsOfOthersAreTakenByClients()
{
    QFETCH(Format, from);
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(nameOf(from), name).response();
    const chat::StreamEvents events = wiretest::eventsOfStream(*wire::codecFor(from), sse);
    const auto first = wiretest::built(events);
    if (first.error())
        return;
    const QByteArray written =
        wiretest::encoded(wiretest::responses(), events, {.model = "alias", .fallbackId = "f1"});
    QCOMPARE(test::responsesStreamFaults(written).join(QLatin1Char('\n')), QString());
    const auto again = wiretest::built(wiretest::eventsOfStream(wiretest::responses(), written));
    QVERIFY(again.isFinished());
    QCOMPARE(essence(again.response()), essence(first.response()));
    QCOMPARE(again.response().usage.input.value_or(0), first.response().usage.input.value_or(0));
    QCOMPARE(again.response().usage.output.value_or(0), first.response().usage.output.value_or(0));
    QCOMPARE(again.response().model, QByteArray("alias"));
}

void TstResponsesCross::requestsAreTakenByOthers()
{
    QFETCH(Format, to);
    QFETCH(QString, name);
    const QByteArray request = wiretest::recording(nameOf(Responses), name).request();
    // What it goes on from is written out before it gets here.
    if (!wiretest::parsed(request)["previous_response_id"].isNull())
        return;
    const auto translated = wire::translateRequest(Responses, to, request, {.model = "m"});
    if (!translated) {
        QCOMPARE(translated.error().code, base::ErrorCode::Unsupported);
        QVERIFY(!translated.error().field.isEmpty());
        return;
    }
    QCOMPARE(requestFaults(to, translated->bytes).join(QLatin1Char('\n')), QString());
}

void TstResponsesCross::answersAreTakenByOthers()
{
    QFETCH(Format, to);
    QFETCH(QString, name);
    const Json body = wiretest::parsed(wiretest::recording(nameOf(Responses), name).response());
    const auto decoded = wiretest::responses().decodeResponse(body);
    if (!decoded)
        return;
    const QByteArray written = wire::codecFor(to)->encodeResponse(*decoded);
    if (to == Format::OpenAiChat)
        QCOMPARE(test::openAiAnswerFaults(wiretest::parsed(written)).join(QLatin1Char('\n')),
                 QString());
    const auto again = wire::codecFor(to)->decodeResponse(wiretest::parsed(written));
    QVERIFY(again);
    QCOMPARE(essence(*again), essence(*decoded));
}

void TstResponsesCross::streamsAreTakenByOthers()
{
    QFETCH(Format, to);
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(nameOf(Responses), name).response();
    const chat::StreamEvents events = wiretest::eventsOfStream(wiretest::responses(), sse);
    const auto first = wiretest::built(events);
    if (first.error())
        return;
    const wire::Codec &codec = *wire::codecFor(to);
    const QByteArray written =
        wiretest::encoded(codec, events, {.model = "alias", .includeUsage = true});
    const QStringList faults = to == Format::Anthropic ? test::anthropicStreamFaults(written)
                                                       : test::openAiStreamFaults(written, true);
    QCOMPARE(faults.join(QLatin1Char('\n')), QString());
    const auto again = wiretest::built(wiretest::eventsOfStream(codec, written));
    QCOMPARE(essence(again.response()), essence(first.response()));
}

OMNI_TEST(TstResponsesCross)
#include "tst_responsescross.moc"

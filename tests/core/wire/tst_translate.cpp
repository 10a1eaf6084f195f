// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/translate.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using chat::Format;

namespace {

constexpr Format Chat = Format::OpenAiChat;
constexpr Format Claude = Format::Anthropic;

QString nameOf(Format format)
{
    return QString::fromLatin1(chat::formatName(format));
}

Format other(Format format)
{
    return format == Chat ? Claude : Chat;
}

/// A row for each recording of both formats.
void addBoth(const std::function<bool(const wiretest::Recording &)> &wanted)
{
    QTest::addColumn<Format>("from");
    QTest::addColumn<QString>("name");
    for (const Format format : {Chat, Claude}) {
        for (const wiretest::Recording &each : wiretest::recordingsOf(nameOf(format))) {
            if (wanted(each))
                QTest::newRow(qPrintable(each.name)) << format << each.name;
        }
    }
}

/// What the other format cannot say is refused with the field's name, never dropped: audio, video,
/// another provider's files, several answers at once.
const QStringList &refusedRequests()
{
    static const QStringList names{
        QStringLiteral("openai__audio-as-binary-content-input"),
        QStringLiteral("openai__multimodal-tool-return-matrix-direct-uploaded-file-document--s2"),
        QStringLiteral("openai__testfinishreasondeduplication-test-streaming-deduplicates-fi-s2"),
        QStringLiteral("openrouter__openrouter-video-url-public-api")};
    return names;
}

bool isGoodAnswer(const wiretest::Recording &each)
{
    if (each.isStream || each.status >= 400)
        return false;
    const Json answer = wiretest::parsed(each.response());
    return answer["choices"].size() > 0 || answer["content"].isArray();
}

} // namespace

class TstTranslate : public QObject
{
    Q_OBJECT

private slots:
    void aConversationOfWhichNothingIsLeftIsRefused()
    {
        const auto out = wire::translateRequest(
            Format::OpenAiChat, Format::Anthropic,
            R"({"model":"m","messages":[{"role":"user","content":" "}]})", {});
        QVERIFY(!out.has_value());
        QCOMPARE(out.error().code, base::ErrorCode::InvalidRequest);
        QCOMPARE(out.error().field, QStringLiteral("messages"));
    }

    void aTextFileThatIsNoUtf8StaysReadable()
    {
        // "caf\xe9" in base64.
        const auto out =
            wire::translateRequest(Format::Gemini, Format::Anthropic,
                                   R"({"contents":[{"role":"user","parts":[{"inlineData":
                {"mimeType":"text/plain","data":"Y2Fm6Q=="}}]}]})",
                                   {.model = "claude"});
        QVERIFY(out.has_value());
        const auto json = base::Json::parse(out->bytes);
        QVERIFY2(json.has_value(), out->bytes.constData());
        QCOMPARE((*json)["messages"].at(0)["content"].at(0)["source"]["data"].toText(),
                 QStringLiteral("caf\uFFFD"));
    }

    void requestsOfOneAreTakenByTheOther_data()
    {
        addBoth([](const wiretest::Recording &each) { return !each.request().isEmpty(); });
    }
    void requestsOfOneAreTakenByTheOther();
    void answersOfOneAreTakenByTheOther_data() { addBoth(isGoodAnswer); }
    void answersOfOneAreTakenByTheOther();
    void streamsOfOneAreTakenByTheOther_data()
    {
        addBoth([](const wiretest::Recording &each) { return each.isStream; });
    }
    void streamsOfOneAreTakenByTheOther();
    void errorsStayErrors();
    void theModelIsReplaced();
    void wrongInputNamesTheField();
    void formatsOfProvidersServeNoClients();
};

void TstTranslate::requestsOfOneAreTakenByTheOther()
{
    QFETCH(Format, from);
    QFETCH(QString, name);
    const QByteArray body = wiretest::recording(nameOf(from), name).request();
    const auto made = wire::translateRequest(from, other(from), body, {.model = "target"});
    if (refusedRequests().contains(name)) {
        QVERIFY(!made);
        QVERIFY(!made.error().field.isEmpty());
        return;
    }
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    const Json request = wiretest::parsed(made->bytes);
    QCOMPARE(request["model"], Json("target"));
    const QStringList faults =
        from == Chat ? test::anthropicRequestFaults(request) : test::openAiRequestFaults(request);
    QCOMPARE(faults.join(u'\n'), QString());
    QCOMPARE(request["messages"].size() > 0, true);
}

void TstTranslate::answersOfOneAreTakenByTheOther()
{
    QFETCH(Format, from);
    QFETCH(QString, name);
    const QByteArray body = wiretest::recording(nameOf(from), name).response();
    const auto made = wire::translateResponse(from, other(from), body, {.model = "alias"});
    QVERIFY(made);
    const Json answer = wiretest::parsed(made->bytes);
    QCOMPARE(answer["model"], Json("alias"));
    if (from == Claude) {
        QCOMPARE(test::openAiAnswerFaults(answer).join(u'\n'), QString());
        return;
    }
    QCOMPARE(answer["type"], Json("message"));
    QVERIFY(answer["content"].isArray());
    QVERIFY(answer["stop_reason"].isString());
    QVERIFY(answer["usage"]["input_tokens"].isNumber());
    // And back again: what was said and called is the same.
    const auto back = wire::translateResponse(Claude, Chat, made->bytes, {});
    QVERIFY(back);
    const Json first = wiretest::parsed(body)["choices"].at(0)["message"];
    const Json second = wiretest::parsed(back->bytes)["choices"].at(0)["message"];
    if (first["content"].isString())
        QCOMPARE(second["content"].toBytes(), first["content"].toBytes());
    const bool isLegacy = !first["function_call"]["name"].toBytes().isEmpty();
    QCOMPARE(second["tool_calls"].size(), first["tool_calls"].size() + (isLegacy ? 1 : 0));
    for (qsizetype i = 0; i < first["tool_calls"].size(); ++i) {
        const Json &was = first["tool_calls"].at(i)["function"];
        const Json &is = second["tool_calls"].at(i)["function"];
        QCOMPARE(is["name"], was["name"]);
        QCOMPARE(wiretest::parsed(is["arguments"].toBytes()),
                 wiretest::parsed(was["arguments"].toBytes()));
    }
}

void TstTranslate::streamsOfOneAreTakenByTheOther()
{
    QFETCH(Format, from);
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(nameOf(from), name).response();
    const auto made = wire::translateStream(from, other(from), sse, {.model = "alias"});
    QVERIFY(made);
    QVERIFY(!made->bytes.isEmpty());
    for (const qsizetype cut : {1, 17})
        QCOMPARE(
            wire::translateStream(from, other(from), sse, {.model = "alias", .cut = cut})->bytes,
            made->bytes);
    const bool isBroken = made->bytes.contains("\"error\":{");
    const bool wasBroken = sse.contains("\"error\":{") || name.contains(u"spliced");
    if (!wasBroken)
        QVERIFY2(!isBroken, made->bytes.right(400));
    if (isBroken)
        return;
    const QStringList faults = from == Chat ? test::anthropicStreamFaults(made->bytes)
                                            : test::openAiStreamFaults(made->bytes, true);
    QCOMPARE(faults.join(u'\n'), QString());
}

void TstTranslate::errorsStayErrors()
{
    const QByteArray claudes =
        R"({"type":"error","error":{"type":"overloaded_error","message":"busy"}})";
    const auto chats = wire::translateResponse(Claude, Chat, claudes, {});
    QVERIFY(chats);
    const Json error = wiretest::parsed(chats->bytes)["error"];
    QCOMPARE(error["message"], Json("busy"));
    QCOMPARE(error["type"], Json("server_error"));
    const QByteArray sse = "event: error\ndata: " + claudes + "\n\n";
    const auto stream = wire::translateStream(Claude, Chat, sse, {});
    QVERIFY(stream);
    QVERIFY(stream->bytes.startsWith("data: {\"error\""));
    QVERIFY(!stream->bytes.contains("[DONE]"));
}

void TstTranslate::theModelIsReplaced()
{
    const QByteArray body = R"({"model":"a","messages":[{"role":"user","content":"q"}]})";
    QCOMPARE(wiretest::parsed(wire::translateRequest(Chat, Claude, body, {})->bytes)["model"],
             Json("a"));
    QCOMPARE(wiretest::parsed(
                 wire::translateRequest(Chat, Claude, body, {.model = "b"})->bytes)["model"],
             Json("b"));
}

void TstTranslate::wrongInputNamesTheField()
{
    const auto wrong =
        wire::translateRequest(Chat, Claude, R"({"model":"a","messages":[{"role":"user"}]})", {});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().field, QStringLiteral("messages[0].content"));
    QVERIFY(!wire::translateRequest(Chat, Claude, "nonsense", {}));
}

void TstTranslate::formatsOfProvidersServeNoClients()
{
    const auto refused = wire::translateRequest(Format::Cursor, Chat, "{}", {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
    QVERIFY(refused.error().detail.contains(u"cursor"));
}

OMNI_TEST(TstTranslate)
#include "tst_translate.moc"

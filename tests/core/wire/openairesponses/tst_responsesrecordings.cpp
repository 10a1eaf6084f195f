// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/wire/openairesponses/responseshelpers.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/omnitest.h"
#include "tests/support/responsesvalidator.h"

using namespace omni;
using base::Json;
using wiretest::Recording;
using wiretest::responses;

namespace {

const QString Folder = QStringLiteral("openai-responses");
/// Where the order of members is part of the value.
const QStringList Ordered{QStringLiteral("parameters"), QStringLiteral("schema")};

QString differences(const Json &found, const Json &wanted)
{
    return wiretest::differences(found, wanted, Ordered).join(QLatin1Char('\n'));
}

Json output(const Json &response)
{
    Json list = Json::array();
    for (Json item : response["output"].items()) {
        if (item["type"].toBytes() == "message") {
            Json content = Json::array();
            for (Json part : item["content"].items()) {
                // Every text of an answer says that it has none.
                if (part["type"].toBytes() == "output_text") {
                    if (part["logprobs"].size() == 0)
                        part.set("logprobs", Json::array());
                    if (part["annotations"].isNull())
                        part.set("annotations", Json::array());
                }
                content.append(part);
            }
            item.set("content", content);
        }
        // Nobody tells an empty list from none.
        for (const char *key : {"content", "encrypted_content"}) {
            if (item["type"].toBytes() == "reasoning" && (item[key].size() == 0) &&
                item[key].toBytes().isEmpty())
                item.remove(key);
        }
        list.append(item);
    }
    return list;
}

bool isAnswer(const Recording &each)
{
    return !each.isStream && each.status < 400 &&
           wiretest::parsed(each.response())["output"].isArray();
}

bool isGoodStream(const Recording &each)
{
    return each.isStream && !each.response().contains("response.failed");
}

/// The finished response of a recorded stream, with the items as the stream itself finished them:
/// OpenAI encrypts its reasoning anew each time it says it.
Json lastResponse(const QByteArray &sse)
{
    std::map<qint64, Json> items;
    for (const QByteArray &data : wiretest::dataOf(sse)) {
        const Json json = wiretest::parsed(data);
        if (json["type"].toBytes() == "response.output_item.done") {
            Json item = json["item"];
            if (item["type"].toBytes() == "reasoning")
                item.remove("status");
            items[json["output_index"].toInt()] = item;
        }
        if (json["type"].toBytes() == "response.completed") {
            Json response = json["response"];
            Json list = Json::array();
            for (const auto &[index, item] : items)
                list.append(item);
            response.set("output", list);
            return response;
        }
    }
    return {};
}

} // namespace

class TstResponsesRecordings : public QObject
{
    Q_OBJECT

private slots:
    void requestsComeBackAsTheyWere_data()
    {
        wiretest::addRows(Folder, [](const Recording &each) { return !each.request().isEmpty(); });
    }
    void requestsComeBackAsTheyWere();
    void answersComeBackAsTheyWere_data() { wiretest::addRows(Folder, isAnswer); }
    void answersComeBackAsTheyWere();
    void streamsTellWhatTheFinishedResponseSays_data() { wiretest::addRows(Folder, isGoodStream); }
    void streamsTellWhatTheFinishedResponseSays();
    void streamsAreEqualHoweverTheyAreCut_data() { wiretest::addRows(Folder, isGoodStream); }
    void streamsAreEqualHoweverTheyAreCut();
    void writtenStreamsAreLegal_data() { wiretest::addRows(Folder, isGoodStream); }
    void writtenStreamsAreLegal();
    void aFailedStreamFails();
};

void TstResponsesRecordings::requestsComeBackAsTheyWere()
{
    QFETCH(QString, name);
    const Json request = wiretest::parsed(wiretest::recording(Folder, name).request());
    wire::Traits traits;
    // DeepSeek takes its reasoning back in plain words.
    traits.reasoningInHistory = name.startsWith(QStringLiteral("deepseek"));
    const Json back = wiretest::roundTrip(request, traits);
    QCOMPARE(differences(wiretest::writtenOut(back), wiretest::writtenOut(request)), QString());
}

void TstResponsesRecordings::answersComeBackAsTheyWere()
{
    QFETCH(QString, name);
    const Json answer = wiretest::parsed(wiretest::recording(Folder, name).response());
    const auto decoded = responses().decodeResponse(answer);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().detail));
    wire::Losses losses;
    const Json back = wiretest::parsed(responses().encodeResponse(*decoded, &losses));
    QVERIFY(losses.isEmpty());
    QCOMPARE(differences(output(back), output(answer)), QString());
    for (const base::JsonMember &member : answer.members()) {
        if (member.key == "output" || member.key == "output_text")
            continue;
        QVERIFY2(back.contains(member.key), member.key.constData());
        const Json &found = back[QByteArrayView(member.key)];
        if (member.key == "usage" && member.value.isObject()) {
            for (const char *key : {"input_tokens", "output_tokens", "total_tokens"})
                QCOMPARE(found[key], member.value[key]);
            QCOMPARE(found["input_tokens_details"]["cached_tokens"].toInt(),
                     member.value["input_tokens_details"]["cached_tokens"].toInt());
        } else {
            QCOMPARE(differences(found, member.value), QString());
        }
    }
}

void TstResponsesRecordings::streamsTellWhatTheFinishedResponseSays()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(Folder, name).response();
    const auto streamed = wiretest::built(wiretest::eventsOfStream(responses(), sse));
    QVERIFY(streamed.isFinished());
    const Json wanted = lastResponse(sse);
    const Json found = wiretest::parsed(responses().encodeResponse(streamed.response(), nullptr));
    QCOMPARE(found["status"], wanted["status"]);
    QCOMPARE(found["id"], wanted["id"]);
    QCOMPARE(found["usage"]["input_tokens"], wanted["usage"]["input_tokens"]);
    QCOMPARE(found["usage"]["output_tokens"], wanted["usage"]["output_tokens"]);
    QCOMPARE(found["usage"]["total_tokens"], wanted["usage"]["total_tokens"]);
    QCOMPARE(differences(output(found), output(wanted)), QString());
}

void TstResponsesRecordings::streamsAreEqualHoweverTheyAreCut()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(Folder, name).response();
    const chat::StreamEvents whole = wiretest::eventsOfStream(responses(), sse);
    for (const qsizetype cut : {1, 2, 3, 7, 64, 1000})
        QVERIFY(wiretest::eventsOfStream(responses(), sse, cut) == whole);
}

void TstResponsesRecordings::writtenStreamsAreLegal()
{
    QFETCH(QString, name);
    const QByteArray sse = wiretest::recording(Folder, name).response();
    const chat::StreamEvents events = wiretest::eventsOfStream(responses(), sse);
    const QByteArray written =
        wiretest::encoded(responses(), events, {.model = "alias", .fallbackId = "resp_1"});
    // Imitators leave out members and choose other ids; those are theirs, not ours.
    const QStringList before = test::responsesStreamFaults(sse);
    if (before.isEmpty())
        QCOMPARE(test::responsesStreamFaults(written), QStringList());
    const chat::StreamEvents again = wiretest::eventsOfStream(responses(), written);
    QCOMPARE(wiretest::summary(again), wiretest::summary(events));
}

void TstResponsesRecordings::aFailedStreamFails()
{
    const QByteArray sse =
        wiretest::recording(Folder, QStringLiteral("openai__openai-error-1-stream")).response();
    const auto built = wiretest::built(wiretest::eventsOfStream(responses(), sse));
    QVERIFY(built.error());
    QCOMPARE(built.error()->code, base::ErrorCode::QuotaExhausted);
    QVERIFY(built.error()->detail.startsWith(QStringLiteral("You exceeded")));
}

OMNI_TEST(TstResponsesRecordings)
#include "tst_responsesrecordings.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/gateway/responsestore.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using gateway::ResponseStore;
using namespace std::chrono_literals;

namespace {

const QString Key = QStringLiteral("key-1");

QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray request(const QByteArray &words, const QByteArray &more = {})
{
    return quoted("{'model':'m','input':'" + words + "'" + more + "}");
}

QByteArray goingOn(const QByteArray &id)
{
    return quoted("{'model':'m','previous_response_id':'" + id +
                  "','input':[{'role':'user','content':'and now?'}]}");
}

/// An answer that says something and calls a tool.
QByteArray answer(const QByteArray &id, const QByteArray &status = "completed")
{
    return quoted("{'id':'" + id + "','object':'response','status':'" + status +
                  "','output':[{'type':'message','id':'msg_" + id +
                  "','role':'assistant','status':'completed','content':[{'type':'output_text',"
                  "'text':'hi','annotations':[]}]},{'type':'function_call','id':'fc_" +
                  id + "','call_id':'call_" + id +
                  "','name':'f','arguments':'{}','status':'completed'}]}");
}

Json inputOf(const base::Result<QByteArray> &body)
{
    return body ? (*Json::parse(*body))["input"] : Json();
}

} // namespace

class TstResponseStore : public QObject
{
    Q_OBJECT

private slots:
    void aBodyThatRefersToNothingStaysAsItIs();
    void aConversationGoesOn();
    void aResultMayAnswerAStoredCall();
    void unknownIdsNameTheField();
    void otherKeysSeeNothing();
    void whatMayNotBeStoredIsNot();
    void referencesBecomeItems();
    void answersCanBeReadAndDeleted();
    void oldAnswersGo();
    void theOldestGoWhenThereIsNoRoom();
    void oneKeyCannotPushOutAnother();
    void aDeletedPredecessorDoesNotBreakTheChain();
    void aStreamsResponseIsHeard();

private:
    base::ManualClock m_clock;
};

void TstResponseStore::aBodyThatRefersToNothingStaysAsItIs()
{
    ResponseStore store(m_clock);
    const QByteArray body = R"({ "model" : "m", "input":"hello" , "temperature": 0.70})";
    const auto expanded = store.expand(Key, body);
    QVERIFY(expanded);
    QCOMPARE(*expanded, body);
}

void TstResponseStore::aConversationGoesOn()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first"), answer("resp_1"));
    store.put(Key, goingOn("resp_1"), answer("resp_2"));
    const auto expanded = store.expand(Key, goingOn("resp_2"));
    const Json items = inputOf(expanded);
    QCOMPARE(items.size(), 7);
    QCOMPARE(items.at(0)["content"], Json("first"));
    QCOMPARE(items.at(1)["id"], Json("msg_resp_1"));
    QCOMPARE(items.at(2)["call_id"], Json("call_resp_1"));
    QCOMPARE(items.at(3)["content"], Json("and now?"));
    QCOMPARE(items.at(5)["call_id"], Json("call_resp_2"));
    QCOMPARE(items.at(6)["content"], Json("and now?"));
    QVERIFY(!Json::parse(*expanded)->contains("previous_response_id"));
}

void TstResponseStore::aResultMayAnswerAStoredCall()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first"), answer("resp_1"));
    const Json items = inputOf(store.expand(
        Key, quoted("{'model':'m','previous_response_id':'resp_1','input':[{'type':"
                    "'function_call_output','call_id':'call_resp_1','output':'7'}]}")));
    QCOMPARE(items.size(), 4);
    QCOMPARE(items.at(2)["type"], Json("function_call"));
    QCOMPARE(items.at(3)["type"], Json("function_call_output"));
}

void TstResponseStore::unknownIdsNameTheField()
{
    ResponseStore store(m_clock);
    const auto expanded = store.expand(Key, goingOn("resp_9"));
    QVERIFY(!expanded);
    QCOMPARE(expanded.error().code, base::ErrorCode::InvalidRequest);
    QCOMPARE(expanded.error().field, QStringLiteral("previous_response_id"));
    QVERIFY(expanded.error().detail.contains(QStringLiteral("resp_9")));
}

void TstResponseStore::otherKeysSeeNothing()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first"), answer("resp_1"));
    const QString other = QStringLiteral("key-2");
    QVERIFY(!store.expand(other, goingOn("resp_1")));
    QVERIFY(store.response(other, "resp_1").isEmpty());
    QVERIFY(!store.remove(other, "resp_1"));
    QVERIFY(!store.expand(other, quoted("{'model':'m','input':[{'type':'item_reference','id':"
                                        "'fc_resp_1'}]}")));
    store.removeKey(Key);
    QCOMPARE(store.count(), 0);
    QCOMPARE(store.bytes(), 0);
}

void TstResponseStore::whatMayNotBeStoredIsNot()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first", ",'store':false"), answer("resp_1"));
    store.put(Key, request("first"), answer("resp_2", "failed"));
    store.put(Key, request("first"), "no JSON");
    QCOMPARE(store.count(), 0);
    store.put(Key, request("first", ",'store':true"), answer("resp_3", "incomplete"));
    QCOMPARE(store.count(), 1);
}

void TstResponseStore::referencesBecomeItems()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first"), answer("resp_1"));
    const auto body = [](const QByteArray &id) {
        return quoted("{'model':'m','input':[{'role':'user','content':'a'},"
                      "{'type':'item_reference','id':'" +
                      id + "'}]}");
    };
    const Json items = inputOf(store.expand(Key, body("fc_resp_1")));
    QCOMPARE(items.at(1)["name"], Json("f"));
    const auto unknown = store.expand(Key, body("fc_none"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().field, QStringLiteral("input[1].id"));
}

void TstResponseStore::answersCanBeReadAndDeleted()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first"), answer("resp_1"));
    QCOMPARE(store.response(Key, "resp_1"), answer("resp_1"));
    const Json list = *Json::parse(store.inputItems(Key, "resp_1"));
    QCOMPARE(list["object"], Json("list"));
    QCOMPARE(list["data"].at(0)["content"], Json("first"));
    QVERIFY(!list["data"].at(0)["id"].toBytes().isEmpty());
    QVERIFY(store.remove(Key, "resp_1"));
    QVERIFY(!store.remove(Key, "resp_1"));
    QVERIFY(store.response(Key, "resp_1").isEmpty());
    QCOMPARE(store.bytes(), 0);
}

void TstResponseStore::oldAnswersGo()
{
    ResponseStore store(m_clock, {.age = 60s});
    store.put(Key, request("first"), answer("resp_1"));
    m_clock.advance(59s);
    QVERIFY(store.expand(Key, goingOn("resp_1")));
    m_clock.advance(2s);
    QVERIFY(!store.expand(Key, goingOn("resp_1")));
    QCOMPARE(store.bytes(), 0);
}

void TstResponseStore::theOldestGoWhenThereIsNoRoom()
{
    ResponseStore store(m_clock, {.bytes = 4096, .bytesPerKey = 4096});
    for (int i = 0; i < 20; ++i)
        store.put(Key, request("first"), answer("resp_" + QByteArray::number(i)));
    QVERIFY(store.bytes() <= 4096);
    QVERIFY(store.response(Key, "resp_0").isEmpty());
    QVERIFY(!store.response(Key, "resp_19").isEmpty());
    // What has no room at all is not worth the others.
    const qsizetype before = store.count();
    store.put(Key, request(QByteArray(5000, 'x')), answer("resp_big"));
    QCOMPARE(store.count(), before);
}

void TstResponseStore::oneKeyCannotPushOutAnother()
{
    ResponseStore store(m_clock, {.bytes = 1 << 20, .bytesPerKey = 4096, .turnsPerKey = 3});
    store.put(QStringLiteral("quiet"), request("first"), answer("resp_q"));
    for (int i = 0; i < 50; ++i)
        store.put(Key, request("first"), answer("resp_" + QByteArray::number(i)));
    QCOMPARE(store.count(), 4);
    QVERIFY(!store.response(QStringLiteral("quiet"), "resp_q").isEmpty());
}

void TstResponseStore::aDeletedPredecessorDoesNotBreakTheChain()
{
    ResponseStore store(m_clock);
    store.put(Key, request("first"), answer("resp_1"));
    store.put(Key, goingOn("resp_1"), answer("resp_2"));
    QVERIFY(store.remove(Key, "resp_1"));
    QCOMPARE(inputOf(store.expand(Key, goingOn("resp_2"))).size(), 7);
}

void TstResponseStore::aStreamsResponseIsHeard()
{
    const QByteArray stream =
        "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{}}\n\n"
        "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":" +
        answer("resp_1") + "}\n\n";
    for (const qsizetype cut : {1, 7, 10000}) {
        wire::openairesponses::ResponseTap tap;
        for (qsizetype at = 0; at < stream.size(); at += cut)
            tap.feed(QByteArrayView(stream).sliced(at, std::min(cut, stream.size() - at)));
        QCOMPARE(tap.response(), answer("resp_1"));
    }
}

OMNI_TEST(TstResponseStore)
#include "tst_responsestore.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/boundreasoning.h"
#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::Json;
using chat::Format;

namespace {

QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TstBoundReasoning : public QObject
{
    Q_OBJECT

private slots:
    void refusalsAreKnownByTheirWords_data();
    void refusalsAreKnownByTheirWords();
    void reasoningItemsGo();
    void thinkingBlocksGo();
    void nothingElseChanges();
};

void TstBoundReasoning::refusalsAreKnownByTheirWords_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("refuses");
    QTest::newRow("OpenAI") << Format::OpenAiResponses << 400
                            << QByteArray("{'error':{'type':'invalid_request_error','code':"
                                          "'invalid_encrypted_content','message':'The encrypted "
                                          "content gAAA could not be verified.'}}")
                            << true;
    QTest::newRow("Claude") << Format::Anthropic << 400
                            << QByteArray("{'type':'error','error':{'type':"
                                          "'invalid_request_error','message':'messages.1.content.0:"
                                          " Invalid `signature` in `thinking` block'}}")
                            << true;
    QTest::newRow("another fault") << Format::Anthropic << 400
                                   << QByteArray("{'type':'error','error':{'type':"
                                                 "'invalid_request_error','message':'max_tokens: "
                                                 "too large'}}")
                                   << false;
    QTest::newRow("a limit") << Format::OpenAiResponses << 429
                             << QByteArray("{'error':{'message':'encrypted content is busy'}}")
                             << false;
}

void TstBoundReasoning::refusalsAreKnownByTheirWords()
{
    QFETCH(Format, format);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, refuses);
    base::Error error = wire::codecFor(format)->decodeError(status, quoted(body));
    error.upstreamStatus = status;
    QCOMPARE(wire::refusesReasoning(error), refuses);
}

void TstBoundReasoning::reasoningItemsGo()
{
    const QByteArray body = quoted(
        "{'model':'m','temperature': 0.70,'input':[{'role':'user','content':'a'},{'type':"
        "'reasoning','id':'rs_1','summary':[],'encrypted_content':'gAAA'},{'type':'function_call',"
        "'call_id':'c','name':'f','arguments':'{}'}]}");
    const QByteArray clean = wire::withoutReasoning(Format::OpenAiResponses, body);
    QVERIFY(clean.contains("\"temperature\": 0.70"));
    const Json json = wiretest::parsed(clean);
    QCOMPARE(json["input"].size(), 2);
    QCOMPARE(json["input"].at(1)["call_id"], Json("c"));
}

void TstBoundReasoning::thinkingBlocksGo()
{
    const QByteArray body =
        quoted("{'model':'m','thinking':{'type':'enabled','budget_tokens':2048},'messages':["
               "{'role':'user','content':[{'type':'text','text':'a'}]},{'role':'assistant',"
               "'content':[{'type':'thinking','thinking':'t','signature':'s'},{'type':'tool_use',"
               "'id':'c','name':'f','input':{}}]},{'role':'assistant','content':[{'type':"
               "'redacted_thinking','data':'d'}]}]}");
    const Json json = wiretest::parsed(wire::withoutReasoning(Format::Anthropic, body));
    QVERIFY(!json.contains("thinking"));
    QCOMPARE(json["messages"].size(), 2);
    QCOMPARE(json["messages"].at(1)["content"].size(), 1);
    QCOMPARE(json["messages"].at(1)["content"].at(0)["type"], Json("tool_use"));
}

void TstBoundReasoning::nothingElseChanges()
{
    const QByteArray plain = R"({ "model":"m", "input":"a" })";
    QCOMPARE(wire::withoutReasoning(Format::OpenAiResponses, plain), plain);
    QCOMPARE(wire::withoutReasoning(Format::OpenAiChat, plain), plain);
    QCOMPARE(wire::withoutReasoning(Format::Anthropic, "no JSON"), QByteArray("no JSON"));
}

OMNI_TEST(TstBoundReasoning)
#include "tst_boundreasoning.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/answerfacts.h"
#include "tests/support/omnitest.h"

using namespace omni;
using chat::Format;

namespace {

/// JSON with single quotes: a raw string keeps moc from seeing the class behind it.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TstAnswerFacts : public QObject
{
    Q_OBJECT

private slots:
    void aGoodAnswerGivesItsUsage_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chat") << Format::OpenAiChat
                              << json("{'model':'m','choices':[{'message':{'content':'a'}}],"
                                      "'usage':{'prompt_tokens':3,'completion_tokens':4}}");
        QTest::newRow("anthropic")
            << Format::Anthropic
            << json("{'type':'message','model':'m','content':[{'type':'text','text':'a'}],"
                    "'usage':{'input_tokens':3,'output_tokens':4}}");
    }
    void aGoodAnswerGivesItsUsage()
    {
        QFETCH(Format, format);
        QFETCH(QByteArray, body);
        const auto facts = wire::readAnswer(format, body);
        QVERIFY(facts);
        QCOMPARE(facts->usage.input, 3);
        QCOMPARE(facts->usage.output, 4);
        const QByteArray patched = wire::patchModel(body, facts->spans, "other");
        QCOMPARE(patched, QByteArray(body).replace("\"m\"", "\"other\""));
        QCOMPARE(wire::patchModel(body, facts->spans, "m"), body);
    }

    void anythingElseIsLeftToTheCodec_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QByteArray>("body");
        const auto chat = [](const char *name, const char *body) {
            QTest::newRow(name) << Format::OpenAiChat << json(body);
        };
        chat("error", "{'error':{'message':'no'},'choices':[{}],'usage':{'prompt_tokens':3}}");
        chat("no choices", "{'choices':[],'usage':{'prompt_tokens':3}}");
        chat("no usage", "{'choices':[{'message':{'content':'a'}}]}");
        chat("broken", "{'choices':[{'message':{'content':'a'}}],'usage':{'prompt_tokens':3}");
        chat("not UTF-8", "{'choices':[{'a':'\xff'}],'usage':{'prompt_tokens':3}}");
        QTest::newRow("anthropic error")
            << Format::Anthropic
            << json("{'type':'error','content':[{}],'usage':{'input_tokens':3}}");
        QTest::newRow("anthropic without content")
            << Format::Anthropic << json("{'usage':{'input_tokens':3}}");
    }
    void anythingElseIsLeftToTheCodec()
    {
        QFETCH(Format, format);
        QFETCH(QByteArray, body);
        QVERIFY(!wire::readAnswer(format, body));
    }

    void aTextDeltaHasItsLength_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("tight") << json(
            "{'model':'m','choices':[{'delta':{'content':'ab\\'c'},'finish_reason':null}]}");
        QTest::newRow("spaced") << json(
            "{'model': 'm', 'choices': [{'delta': {'content': 'ab\\'c'}, 'finish_reason': null}]}");
        QTest::newRow("usage is null")
            << json("{'choices':[{'delta':{'content':'ab\\'c'}}],'usage':null}");
    }
    void aTextDeltaHasItsLength()
    {
        QFETCH(QByteArray, data);
        const auto delta = wire::readTextDelta(Format::OpenAiChat, {}, data);
        QVERIFY(delta);
        QCOMPARE(delta->textBytes, 5);
    }
    void anAnthropicTextDeltaHasItsLength()
    {
        const QByteArray data = json("{'type':'content_block_delta',"
                                     "'index':0,'delta':{'type':'text_delta','text':'abc'}}");
        const auto delta = wire::readTextDelta(Format::Anthropic, "content_block_delta", data);
        QVERIFY(delta);
        QCOMPARE(delta->textBytes, 3);
    }

    void whatSaysMoreIsLeftToTheDecoder_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("data");
        const auto chat = [](const char *row, const char *data) {
            QTest::newRow(row) << Format::OpenAiChat << QByteArray() << json(data);
        };
        chat("end", "{'choices':[{'delta':{'content':'a'},'finish_reason':'stop'}]}");
        chat("end, spaced", "{'choices': [{'delta': {'content': 'a'}, 'finish_reason': 'stop'}]}");
        chat("second choice ends", "{'choices':[{'delta':{'content':'a'},'finish_reason':null},"
                                   "{'delta':{},'finish_reason':'stop'}]}");
        chat("usage", "{'choices':[{'delta':{'content':'a'}}],'usage':{'prompt_tokens':1}}");
        chat("error", "{'choices':[{'delta':{'content':'a'}}],'error':{'message':'no'}}");
        chat("call", "{'choices':[{'delta':{'content':'a','tool_calls':[]}}]}");
        chat("refusal", "{'choices':[{'delta':{'content':'a','refusal':'no'}}]}");
        chat("no text", "{'choices':[{'delta':{'content':''}}]}");
        chat("mark", "[DONE]");
        chat("broken", "{'choices':[{'delta':{'content':'a'}}");
        const auto anthropic = [](const char *row, const char *name, const char *data) {
            QTest::newRow(row) << Format::Anthropic << QByteArray(name) << json(data);
        };
        anthropic("arguments", "content_block_delta",
                  "{'delta':{'type':'input_json_delta','partial_json':'{'}}");
        anthropic("another event", "message_delta", "{'delta':{'type':'text_delta','text':'a'}}");
    }
    void whatSaysMoreIsLeftToTheDecoder()
    {
        QFETCH(Format, format);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, data);
        QVERIFY(!wire::readTextDelta(format, name, data));
    }
};

OMNI_TEST(TstAnswerFacts)
#include "tst_answerfacts.moc"

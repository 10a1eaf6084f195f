// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "core/wire/signaturecache.h"
#include "tests/core/wire/recordings.h"
#include "tests/core/wire/streamsummary.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/omnitest.h"
#include "tests/support/openaivalidator.h"

using namespace omni;
using base::Json;
using chat::Format;
using wiretest::parsed;

namespace {

const wire::Codec &codecOf(Format format)
{
    return *wire::codecFor(format);
}

chat::Traits signedModel()
{
    chat::Traits traits;
    traits.thinkingLevels = "low,high";
    return traits;
}

/// Three calls of one turn, the first signed, with a thought before them.
QByteArray geminiTurn(const QByteArray &mark)
{
    QByteArray one = "{'candidates':[{'content':{'parts':[{'text':'think " + mark +
                     "','thought':true}],'role':'model'},'index':0}],'modelVersion':'g',"
                     "'responseId':'" +
                     mark + "'}";
    QByteArray two = "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'Read','args':"
                     "{'path':'a'}},'thoughtSignature':'c2lnbmVkIG" +
                     mark +
                     "'},{'functionCall':{'name':'Read','args':{'path':'b'}}},{'functionCall':"
                     "{'name':'List','args':{}}}],'role':'model'},'finishReason':'STOP',"
                     "'index':0}],'modelVersion':'g','responseId':'" +
                     mark + "','usageMetadata':{'promptTokenCount':5,'candidatesTokenCount':3}}";
    return wiretest::sseOf({one.replace('\'', '"'), two.replace('\'', '"')});
}

QByteArray signatureOf(const QByteArray &mark)
{
    return "c2lnbmVkIG" + mark;
}

/// A client's tool loop: its request grows by what it was answered and by its tools' results.
class Client
{
public:
    Client(Format dialect, Json request)
        : m_dialect(dialect)
        , m_request(std::move(request))
    {}

    /// What goes to an upstream of this format now.
    Json ask(Format upstream, const chat::Traits &traits)
    {
        auto decoded = codecOf(m_dialect).decodeRequest(m_request);
        if (!decoded) {
            QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
            return {};
        }
        decoded->request.model = "upstream-model";
        m_cache.restore(decoded->request, upstream);
        const auto encoded = codecOf(upstream).encodeRequest(decoded->request, traits);
        if (!encoded) {
            QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
            return {};
        }
        return parsed(encoded->body);
    }

    /// The upstream answers with this stream; the client reads it and runs its tools, last first.
    void answered(Format upstream, const QByteArray &sse)
    {
        const chat::StreamEvents events = wiretest::eventsOfStream(codecOf(upstream), sse);
        wire::SignatureTap tap(m_cache);
        for (const chat::StreamEvent &event : events)
            tap.see(event);
        const QByteArray written = wiretest::encoded(
            codecOf(m_dialect), events,
            {.model = "alias", .includeUsage = true, .fallbackId = "x", .createdSeconds = 1});
        // What a client puts together of it; of OpenAI's clients those that keep all fields.
        const auto read =
            wiretest::built(m_dialect == Format::OpenAiChat
                                ? events
                                : wiretest::eventsOfStream(codecOf(m_dialect), written));
        const Json answer = parsed(codecOf(m_dialect).encodeResponse(read.response(), nullptr));
        if (m_dialect == Format::Gemini)
            continueGemini(answer["candidates"].at(0)["content"]);
        else if (m_dialect == Format::Anthropic)
            continueClaude(answer["content"]);
        else
            continueOpenAi(answer["choices"].at(0)["message"]);
    }

    wire::SignatureCache &cache() { return m_cache; }

private:
    void add(const char *list, std::initializer_list<Json> items)
    {
        Json all = m_request[list];
        for (const Json &item : items)
            all.append(item);
        m_request.set(list, all);
    }

    void continueGemini(const Json &content)
    {
        Json results = Json::array();
        for (const Json &part : content["parts"].items()) {
            const Json &call = part["functionCall"];
            if (!call.isObject())
                continue;
            Json result = Json::object(
                {{"name", call["name"]},
                 {"response", Json::object({{"result", "of " + call["args"].toJson()}})}});
            result.setIfPresent("id", call["id"]);
            results.append(Json::object({{"functionResponse", result}}));
        }
        add("contents", {content, Json::object({{"role", "user"}, {"parts", results}})});
    }

    void continueClaude(const Json &content)
    {
        Json results = Json::array();
        const Json::Array blocks = content.items();
        for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
            if ((*block)["type"].toBytes() == "tool_use")
                results.append(Json::object({{"type", "tool_result"},
                                             {"tool_use_id", (*block)["id"]},
                                             {"content", "of " + (*block)["input"].toJson()}}));
        }
        add("messages", {Json::object({{"role", "assistant"}, {"content", content}}),
                         Json::object({{"role", "user"}, {"content", results}})});
    }

    void continueOpenAi(const Json &message)
    {
        add("messages", {message});
        for (const Json &call : message["tool_calls"].items())
            add("messages",
                {Json::object({{"role", "tool"},
                               {"tool_call_id", call["id"]},
                               {"content", "of " + call["function"]["arguments"].toBytes()}})});
    }

    Format m_dialect;
    Json m_request;
    wire::SignatureCache m_cache;
};

Json firstRequest(Format dialect)
{
    QByteArray text;
    if (dialect == Format::Gemini)
        text = "{'contents':[{'role':'user','parts':[{'text':'go'}]}],'tools':["
               "{'functionDeclarations':[{'name':'Read','parameters':{'type':'OBJECT',"
               "'properties':{'path':{'type':'STRING'}}}},{'name':'List'}]}]}";
    else if (dialect == Format::Anthropic)
        text = "{'model':'m','max_tokens':9000,'messages':[{'role':'user','content':'go'}],"
               "'tools':[{'name':'Read','input_schema':{'type':'object','properties':{'path':"
               "{'type':'string'}}}},{'name':'List','input_schema':{'type':'object'}}]}";
    else
        text = "{'model':'m','messages':[{'role':'user','content':'go'}],'tools':["
               "{'type':'function','function':{'name':'Read','parameters':{'type':'object',"
               "'properties':{'path':{'type':'string'}}}}},{'type':'function','function':"
               "{'name':'List'}}]}";
    return parsed(text.replace('\'', '"'));
}

/// The signature of the first call of each model turn.
QByteArrayList callSignatures(const Json &body)
{
    QByteArrayList all;
    for (const Json &content : body["contents"].items()) {
        for (const Json &part : content["parts"].items()) {
            if (part["functionCall"].isObject()) {
                all.append(part["thoughtSignature"].toBytes());
                break;
            }
        }
    }
    return all;
}

} // namespace

class TstGeminiLoops : public QObject
{
    Q_OBJECT

private slots:
    void signaturesComeBackThroughEveryClient_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::newRow("gemini") << int(Format::Gemini);
        QTest::newRow("anthropic") << int(Format::Anthropic);
        QTest::newRow("openai-chat") << int(Format::OpenAiChat);
    }
    void signaturesComeBackThroughEveryClient()
    {
        QFETCH(int, dialect);
        Client client(Format(dialect), firstRequest(Format(dialect)));
        QCOMPARE(test::geminiRequestFaults(client.ask(Format::Gemini, signedModel())),
                 QStringList());
        QByteArrayList wanted;
        for (const char *mark : {"AAAA", "BBBB", "CCCC"}) {
            client.answered(Format::Gemini, geminiTurn(mark));
            wanted.append(signatureOf(mark));
            const Json body = client.ask(Format::Gemini, signedModel());
            QCOMPARE(test::geminiRequestFaults(body, {.signedCalls = true}), QStringList());
            QCOMPARE(callSignatures(body), wanted);
            // Each result stands with its own call, in order.
            const Json results = body["contents"].at(body["contents"].size() - 1)["parts"];
            QCOMPARE(results.size(), 3);
            QCOMPARE(results.at(0)["functionResponse"]["response"]["result"],
                     Json(R"(of {"path":"a"})"));
            QCOMPARE(results.at(1)["functionResponse"]["response"]["result"],
                     Json(R"(of {"path":"b"})"));
        }
    }

    void theUpstreamMayChangeInEachTurn_data() { signaturesComeBackThroughEveryClient_data(); }
    void theUpstreamMayChangeInEachTurn()
    {
        QFETCH(int, dialect);
        const QByteArray claude = wiretest::caseFile(QStringLiteral("cross/claudestream.sse"));
        const QByteArray openAi = wiretest::caseFile(QStringLiteral("cross/chatstream.sse"));
        Client client(Format(dialect), firstRequest(Format(dialect)));
        client.answered(Format::Gemini, geminiTurn("AAAA"));
        client.answered(Format::Anthropic, claude);
        client.answered(Format::OpenAiChat, openAi);

        const Json atGemini = client.ask(Format::Gemini, signedModel());
        QCOMPARE(test::geminiRequestFaults(atGemini, {.signedCalls = true}), QStringList());
        // Its own signature is there, and nobody else's.
        QCOMPARE(callSignatures(atGemini).first(), signatureOf("AAAA"));
        QVERIFY(!atGemini.toJson().contains("EsecondSIGNATURE"));
        QVERIFY(!atGemini.toJson().contains("RedactedData"));

        const Json atClaude = client.ask(Format::Anthropic, {});
        QCOMPARE(test::anthropicRequestFaults(atClaude).join(QLatin1Char(';')), QString());
        QVERIFY(atClaude.toJson().contains("EsecondSIGNATURE"));
        QVERIFY(!atClaude.toJson().contains(signatureOf("AAAA")));

        const Json atOpenAi = client.ask(Format::OpenAiChat, {});
        QCOMPARE(test::openAiRequestFaults(atOpenAi), QStringList());
        QVERIFY(!atOpenAi.toJson().contains("EsecondSIGNATURE"));
    }

    void aForgottenSignatureIsNoDeadEnd()
    {
        Client client(Format::Anthropic, firstRequest(Format::Anthropic));
        client.answered(Format::Gemini, geminiTurn("AAAA"));
        client.cache() = wire::SignatureCache();
        const Json body = client.ask(Format::Gemini, signedModel());
        QCOMPARE(test::geminiRequestFaults(body, {.signedCalls = true}), QStringList());
        QCOMPARE(QByteArray::fromBase64(callSignatures(body).first()),
                 QByteArray("skip_thought_signature_validator"));
    }
};

OMNI_TEST(TstGeminiLoops)
#include "tst_geminiloops.moc"

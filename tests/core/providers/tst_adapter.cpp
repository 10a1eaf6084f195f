// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/catalog/catalog.h"
#include "core/providers/cursoradapter.h"
#include "core/wire/formats.h"
#include "tests/support/omnitest.h"

#include <QDateTime>
#include <QTimeZone>

using namespace omni;
using base::ErrorCode;
using base::Json;
using chat::Format;

namespace {

catalog::Provider openAiLike()
{
    catalog::Provider provider;
    provider.id = catalog::ProviderId(QStringLiteral("lab"));
    provider.name = QStringLiteral("Lab");
    provider.format = Format::OpenAiChat;
    provider.baseUrl = QUrl(QStringLiteral("https://lab.example/v1"));
    provider.chatPath = "/chat/completions";
    return provider;
}

catalog::Provider anthropicLike()
{
    catalog::Provider provider = openAiLike();
    provider.format = Format::Anthropic;
    provider.chatPath = "/messages?beta=true";
    provider.countTokensPath = "/messages/count_tokens";
    provider.keyHeader = "x-api-key";
    provider.keyPrefix.clear();
    provider.headers = {{"anthropic-version", "2023-06-01"}, {"anthropic-beta", "one,two"}};
    return provider;
}

struct Given
{
    catalog::Provider provider = openAiLike();
    auth::Account account;
    auth::Credential credential{base::Secret("sk-secret")};
    Format dialect = Format::OpenAiChat;
    QByteArray model = "m-upstream";
    QByteArray body = R"({"model":"lab/m","messages":[{"role":"user","content":"hi"}]})";
    net::HeaderList passHeaders;
    providers::Call::Kind kind = providers::Call::Kind::Chat;

    base::Result<providers::Outgoing> build() const
    {
        const auto facts = wire::readFacts(dialect, body);
        if (!facts)
            return base::fail(facts.error());
        std::optional<chat::ChatRequest> request;
        if (!providers::isPassThrough(provider, dialect)) {
            const auto decoded = wire::codecFor(dialect)->decodeRequest(*Json::parse(body));
            if (!decoded)
                return base::fail(decoded.error());
            request = decoded->request;
        }
        return providers::adapterFor(provider).build({.kind = kind,
                                                      .provider = provider,
                                                      .account = account,
                                                      .credential = credential,
                                                      .model = model,
                                                      .dialect = dialect,
                                                      .body = body,
                                                      .facts = *facts,
                                                      .request = request ? &*request : nullptr,
                                                      .passHeaders = passHeaders,
                                                      .hops = 1});
    }
};

} // namespace

class TstAdapter : public QObject
{
    Q_OBJECT

private slots:
    void urlsAreJoined_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *name, const char *base, const char *own, const char *path,
                            const char *url) {
            QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(own)
                                << QByteArray(path) << QString::fromLatin1(url);
        };
        row("plain", "https://a.b/v1", "", "/chat", "https://a.b/v1/chat");
        row("slash at the end", "https://a.b/v1/", "", "/chat", "https://a.b/v1/chat");
        row("no path", "https://a.b", "", "/chat", "https://a.b/chat");
        row("port", "http://127.0.0.1:8080/v1", "", "/chat", "http://127.0.0.1:8080/v1/chat");
        row("query", "https://a.b/v1", "", "/m?beta=true", "https://a.b/v1/m?beta=true");
        row("colon", "https://a.b/v1internal", "", ":gen", "https://a.b/v1internal:gen");
        row("absolute", "https://a.b/v1", "", "https://c.d/models", "https://c.d/models");
        row("account's own", "https://a.b/v1", "https://e.f/x", "/chat", "https://e.f/x/chat");
        row("escaped", "https://a.b/a%20b", "", "/chat", "https://a.b/a%20b/chat");
    }
    void urlsAreJoined()
    {
        QFETCH(QString, base);
        QFETCH(QString, own);
        QFETCH(QByteArray, path);
        QFETCH(QString, url);
        catalog::Provider provider = openAiLike();
        provider.baseUrl = QUrl(base);
        auth::Account account;
        account.baseUrl = QUrl(own);
        QCOMPARE(providers::endpointUrl(provider, account, path).toString(QUrl::FullyEncoded), url);
    }

    void sameFormatGoesThroughByteForByte()
    {
        Given given;
        given.body = "{ \"messages\":[{\"role\":\"user\",\"content\":\"h\\u00fc\"}],\n"
                     "\t\"temperature\":1.0,\"model\" : \"lab/m\" ,\"x\":{\"b\":1,\"a\":2} }";
        const auto out = given.build();
        QVERIFY(out);
        QVERIFY(out->isPassThrough);
        QByteArray expected = given.body;
        expected.replace("lab/m", "m-upstream");
        QCOMPARE(out->http.body, expected);
        given.model = "lab/m";
        QCOMPARE(given.build()->http.body, given.body);
    }

    void thePathMayNameTheModel()
    {
        Given given;
        given.provider.format = Format::Gemini;
        given.provider.chatPath = "/models/{model}:generateContent";
        given.provider.streamPath = "/models/{model}:streamGenerateContent?alt=sse";
        given.provider.countTokensPath = "/models/{model}:countTokens";
        given.model = "gemini 2/x";
        const auto plain = given.build();
        QVERIFY(plain);
        QCOMPARE(plain->http.url.toString(QUrl::FullyEncoded),
                 QStringLiteral("https://lab.example/v1/models/gemini%202/x:generateContent"));
        QVERIFY(!Json::parse(plain->http.body)->contains("model"));
        given.body.replace("\"hi\"}]", "\"hi\"}],\"stream\":true");
        QCOMPARE(given.build()->http.url.toString(QUrl::FullyEncoded),
                 QStringLiteral("https://lab.example/v1/models/gemini%202/x:streamGenerateContent"
                                "?alt=sse"));
        given.kind = providers::Call::Kind::CountTokens;
        const auto count = given.build();
        QVERIFY(count->http.url.path().endsWith(QStringLiteral(":countTokens")));
        QCOMPARE((*Json::parse(count->http.body))["generateContentRequest"]["model"],
                 Json("models/gemini 2/x"));
    }

    void loginsAddWhatTheyKnowOfThemselves()
    {
        Given given;
        given.credential.details =
            *Json::parse(R"({"project":"p-1","profileArn":"arn:aws:x","machineId":"machine"})");
        given.provider.format = Format::CodeAssist;
        const Json assist = *Json::parse(given.build()->http.body);
        QCOMPARE(assist["project"], Json("p-1"));
        QVERIFY(!assist["user_prompt_id"].toBytes().isEmpty());
        const QByteArray session = assist["request"]["session_id"].toBytes();
        QVERIFY(!session.isEmpty());
        // The same conversation, another attempt.
        const Json again = *Json::parse(given.build()->http.body);
        QCOMPARE(again["request"]["session_id"].toBytes(), session);
        QVERIFY(again["user_prompt_id"] != assist["user_prompt_id"]);
        given.provider.traits.validatedTools = true;
        const Json antigravity = *Json::parse(given.build()->http.body);
        QCOMPARE(antigravity["userAgent"], Json("antigravity"));
        QVERIFY(antigravity["requestId"].toBytes().startsWith("agent-"));
        QCOMPARE(antigravity["request"]["sessionId"].toBytes(), session);

        given.provider.format = Format::Kiro;
        const auto kiro = given.build();
        QVERIFY(kiro);
        QCOMPARE((*Json::parse(kiro->http.body))["profileArn"], Json("arn:aws:x"));
        QVERIFY(!net::headerValue(kiro->http.headers, "amz-sdk-invocation-id").isEmpty());
        QCOMPARE(net::headerValue(kiro->http.headers, "accept"),
                 "application/vnd.amazon.eventstream");

        given.provider.format = Format::Cursor;
        const auto cursor = given.build();
        QVERIFY(cursor);
        QCOMPARE(net::headerValue(cursor->http.headers, "content-type"),
                 "application/connect+proto");
        QVERIFY(net::headerValue(cursor->http.headers, "x-cursor-checksum").endsWith("machine"));
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        QCOMPARE(providers::cursorChecksum(moment, "m"),
                 providers::cursorChecksum(moment.addSecs(1), "m"));
        QVERIFY(providers::cursorChecksum(moment, "m") !=
                providers::cursorChecksum(moment.addSecs(1100), "m"));
    }

    void whoAlwaysStreamsIsAskedForAStream()
    {
        Given given;
        QCOMPARE(net::headerValue(given.build()->http.headers, "accept"), "application/json");
        given.provider.traits.extraBody = R"({"stream":true,"store":false})";
        const auto out = given.build();
        QCOMPARE(net::headerValue(out->http.headers, "accept"), "text/event-stream");
        QCOMPARE((*Json::parse(out->http.body))["stream"], Json(true));
        given.provider.format = Format::Ollama;
        given.provider.traits = {};
        given.body.replace("\"hi\"}]", "\"hi\"}],\"stream\":true");
        QCOMPARE(net::headerValue(given.build()->http.headers, "accept"), "application/x-ndjson");
    }

    void whatTheUpstreamRefusesIsLeftOut()
    {
        Given given;
        given.provider.traits.refusedFields = "seed,logit_bias";
        given.body = R"({"model":"m-upstream","seed":7,"messages":[{"role":"user","content":"x"}],)"
                     R"("logit_bias":{},"n":1})";
        const auto out = given.build();
        QVERIFY(out);
        QCOMPARE(out->http.body, QByteArray(R"({"model":"m-upstream","messages":[{"role":"user",)"
                                            R"("content":"x"}],"n":1})"));
    }

    void whatIsLeftOutIsSaid()
    {
        Given given;
        given.provider.traits.refusedFields = "seed,logit_bias";
        given.body =
            R"({"model":"m","messages":[{"role":"user","content":"x"}],"logit_bias":{},"n":1})";
        const auto out = given.build();
        QVERIFY(out);
        QCOMPARE(out->losses.size(), 1);
        QCOMPARE(out->losses.first().path, QByteArray("logit_bias"));
    }

    void traitsHoldForPassThroughToo_data()
    {
        QTest::addColumn<QByteArray>("traits");
        QTest::addColumn<QByteArray>("rest");
        const auto row = [](const char *name, const char *traits, const char *rest) {
            QTest::newRow(name) << QByteArray(traits) << QByteArray(rest);
        };
        row("sampling", "sampling", R"("temperature":1,"top_p":1,"presence_penalty":0)");
        row("effort", "effort", R"("reasoning_effort":"low")");
        row("parallel", "parallel", R"("parallel_tool_calls":true)");
    }
    void traitsHoldForPassThroughToo()
    {
        QFETCH(QByteArray, traits);
        QFETCH(QByteArray, rest);
        Given given;
        given.provider.traits.sampling = traits != "sampling";
        given.provider.traits.reasoningEffort = traits != "effort";
        given.provider.traits.parallelToolCalls = traits != "parallel";
        const QByteArray good =
            R"({"model":"m-upstream","messages":[{"role":"user","content":"x"}])";
        given.body = good + ',' + rest + '}';
        const auto out = given.build();
        QVERIFY(out);
        QCOMPARE(out->http.body, good + '}');
    }

    void whatTheUpstreamCallsOtherwiseIsRenamed()
    {
        Given given;
        given.provider.traits.developerRole = false;
        given.provider.traits.maxCompletionTokens = true;
        given.provider.traits.toolCallIdLength = 9;
        given.body =
            R"({"model":"m","max_tokens":5,"messages":[{"role":"developer","content":"x"},)"
            R"({"role":"user","content":"y"},{"role":"assistant","content":null,"tool_calls":)"
            R"([{"id":"call_abcdefghijkl","type":"function","function":{"name":"f","arguments":)"
            R"("{}"}}]},{"role":"tool","tool_call_id":"call_abcdefghijkl","content":"z"}]})";
        const auto out = given.build();
        QVERIFY(out);
        const Json body = *Json::parse(out->http.body);
        QCOMPARE(body["max_completion_tokens"].toInt(), 5);
        QVERIFY(!body.contains("max_tokens"));
        QCOMPARE(body["messages"].at(0)["role"].toBytes(), QByteArray("system"));
        const QByteArray id = body["messages"].at(2)["tool_calls"].at(0)["id"].toBytes();
        QCOMPARE(id.size(), 9);
        QCOMPARE(body["messages"].at(3)["tool_call_id"].toBytes(), id);
        QCOMPARE(body["model"].toBytes(), QByteArray("m-upstream"));
        // The answer is still the client's own format.
        QVERIFY(out->isPassThrough);
    }

    void otherNamesOfAModelBecomeTheUpstreams()
    {
        Given given;
        given.provider.models = {catalog::Model{.id = "m-2026", .aliases = {"m-upstream"}}};
        QVERIFY(given.build()->http.body.contains(R"("model":"m-2026")"));
    }

    void aRequestInAnotherDialectIsEncoded()
    {
        Given given;
        given.provider = anthropicLike();
        const auto out = given.build();
        QVERIFY(out);
        QVERIFY(!out->isPassThrough);
        QCOMPARE(out->format, Format::Anthropic);
        const Json body = *Json::parse(out->http.body);
        QCOMPARE(body["model"].toBytes(), QByteArray("m-upstream"));
        QVERIFY(body["max_tokens"].toInt() > 0);
    }

    void headersProveWhoWeAreOnce()
    {
        Given given;
        auto out = given.build();
        QVERIFY(out);
        QCOMPARE(net::headerValue(out->http.headers, "authorization"),
                 QByteArray("Bearer sk-secret"));
        QCOMPARE(net::headerValue(out->http.headers, "content-type"),
                 QByteArray("application/json"));
        QCOMPARE(net::headerValue(out->http.headers, "accept"), QByteArray("application/json"));
        QVERIFY(net::headerValue(out->http.headers, "x-omniroute-hop").isEmpty());

        given.provider = anthropicLike();
        given.dialect = Format::Anthropic;
        given.body = R"({"model":"m","max_tokens":1,"stream":true,"messages":[{"role":"user",)"
                     R"("content":"x"}]})";
        given.passHeaders = {{"anthropic-beta", "two, three"}, {"anthropic-version", "2023-06-01"}};
        out = given.build();
        QVERIFY(out);
        QCOMPARE(net::headerValue(out->http.headers, "x-api-key"), QByteArray("sk-secret"));
        QVERIFY(net::headerValue(out->http.headers, "authorization").isEmpty());
        QCOMPARE(net::headerValue(out->http.headers, "anthropic-beta"),
                 QByteArray("one,two,three"));
        QCOMPARE(net::headerValue(out->http.headers, "accept"), QByteArray("text/event-stream"));

        given.credential = {};
        QVERIFY(net::headerValue(given.build()->http.headers, "x-api-key").isEmpty());
        given.provider.isUserMade = true;
        QCOMPARE(net::headerValue(given.build()->http.headers, "x-omniroute-hop"), QByteArray("2"));
    }

    void countingGoesWhereItCanBeCounted()
    {
        Given given;
        given.kind = providers::Call::Kind::CountTokens;
        QCOMPARE(given.build().error().code, ErrorCode::Unsupported);
        given.provider = anthropicLike();
        given.dialect = Format::Anthropic;
        const auto out = given.build();
        QVERIFY(out);
        QCOMPARE(out->http.url.path(), QStringLiteral("/v1/messages/count_tokens"));
    }

    void aFormatThatNobodySpeaksIsSaid()
    {
        Given given;
        given.provider.format.reset();
        QCOMPARE(given.build().error().code, ErrorCode::Unsupported);
    }

    void whereTheUrlComesFromDecidesWhatItMayReach()
    {
        Given given;
        QCOMPARE(given.build()->http.urlClass, net::UrlClass::Builtin);
        given.account.baseUrl = QUrl(QStringLiteral("http://10.0.0.1/v1"));
        QCOMPARE(given.build()->http.urlClass, net::UrlClass::Operator);
        given.account.baseUrl.clear();
        given.provider.isLocal = true;
        QCOMPARE(given.build()->http.urlClass, net::UrlClass::Operator);
    }

    void limitsSayWhenToComeBack_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *header, const char *value, qint64 ms) {
            QTest::addRow("%s: %s", header, value) << QByteArray(header) << QByteArray(value) << ms;
        };
        row("Retry-After", "7", 7000);
        row("retry-after", "0", 0);
        row("retry-after-ms", "250", 250);
        row("retry-after", "Thu, 01 Jan 2026 00:00:30 GMT", 30'000);
        row("x-ratelimit-reset-requests", "1m2s", 62'000);
        row("anthropic-ratelimit-unified-reset", "1767225660", 60'000);
        row("x-other", "7", -1);
    }
    void limitsSayWhenToComeBack()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(qint64, ms);
        const catalog::Provider provider = openAiLike();
        const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc());
        const QByteArray body = R"({"error":{"message":"slow down","code":"rate_limit_exceeded"}})";
        const base::Error error = providers::adapterFor(provider).decodeError(
            provider, 429, {{header, value}}, body, now);
        QCOMPARE(error.code, ErrorCode::RateLimited);
        QCOMPARE(error.upstreamStatus, 429);
        QCOMPARE(error.retryAfter ? error.retryAfter->count() : -1, ms);
    }

    /// The rules of Codex' own backend are data: whatever the client speaks, they are kept.
    void theCodexBackendGetsWhatItDemands_data()
    {
        QTest::addColumn<Format>("dialect");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, Format dialect, QByteArray body) {
            QTest::newRow(name) << dialect << body.replace('\'', '"');
        };
        row("Codex", Format::OpenAiResponses,
            "{'model':'m','instructions':'own','input':[{'role':'user','content':'hi'}],'store':"
            "false,'stream':true}");
        row("an SDK", Format::OpenAiResponses,
            "{'model':'m','input':'hi','temperature':0.5,'max_output_tokens':99,'service_tier':"
            "'flex','truncation':'auto','previous_response_id':null}");
        row("Chat", Format::OpenAiChat,
            "{'model':'m','messages':[{'role':'system','content':'own'},{'role':'user','content':"
            "'hi'},{'role':'system','content':'later'}],'max_tokens':99,'temperature':0.5,'user':"
            "'u'}");
        row("Claude", Format::Anthropic,
            "{'model':'m','max_tokens':99,'messages':[{'role':'user','content':'hi'}],'metadata':"
            "{'user_id':'u'}}");
    }
    void theCodexBackendGetsWhatItDemands()
    {
        QFETCH(Format, dialect);
        QFETCH(QByteArray, body);
        const auto catalog = catalog::Catalog::loadBuiltin();
        QVERIFY(catalog);
        const catalog::Provider *codex =
            catalog->find(catalog::ProviderId(QStringLiteral("codex")));
        QVERIFY(codex);
        Given given{.provider = *codex, .dialect = dialect, .model = "gpt-5.2-codex"};
        given.body = body;
        const auto out = given.build();
        QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
        const Json sent = *Json::parse(out->http.body);
        QCOMPARE(sent["stream"], Json(true));
        QCOMPARE(sent["store"], Json(false));
        QCOMPARE(sent["parallel_tool_calls"], Json(true));
        QVERIFY(sent["include"].toJson().contains("reasoning.encrypted_content"));
        QVERIFY(sent["input"].isArray());
        QVERIFY(!sent["instructions"].toBytes().isEmpty());
        for (const Json &item : sent["input"].items())
            QVERIFY(item["role"].toBytes() != "system");
        for (const char *refused : {"temperature", "top_p", "max_output_tokens", "user", "metadata",
                                    "truncation", "service_tier", "previous_response_id"})
            QVERIFY2(!sent.contains(refused), refused);
        QCOMPARE(out->isPassThrough, dialect == Format::OpenAiResponses);
    }
};

OMNI_TEST(TstAdapter)
#include "tst_adapter.moc"

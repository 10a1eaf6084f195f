// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/accountcheck.h"
#include "tests/support/fakeupstream/fakeupstream.h"
#include "tests/support/omnitest.h"

using namespace omni;
using base::ErrorCode;
using providers::AccountCheck;
using test::FakeUpstream;
using test::Received;

namespace {

/// Keeps what it was asked and never answers.
class SilentClient : public net::HttpClient
{
public:
    struct Reply : net::HttpReply
    {
        explicit Reply(SilentClient &owner)
            : client(owner)
        {}
        ~Reply() override { ++client.cancelled; }
        void setPaused(bool) override {}
        bool mayHaveBeenDelivered() const override { return false; }
        SilentClient &client;
    };
    std::unique_ptr<net::HttpReply> send(const net::HttpRequest &request,
                                         net::HttpReply::Callbacks callbacks) override
    {
        last = request;
        lastCallbacks = std::move(callbacks);
        return std::make_unique<Reply>(*this);
    }
    void setOwnPorts(const QList<quint16> &ports) override { ownPorts = ports; }
    QList<quint16> ownPorts;
    net::HttpRequest last;
    net::HttpReply::Callbacks lastCallbacks;
    int cancelled = 0;
};

catalog::Provider providerOf(const FakeUpstream &fake, chat::Format format)
{
    catalog::Provider provider;
    provider.id = catalog::ProviderId(QStringLiteral("lab"));
    provider.name = QStringLiteral("Lab");
    provider.isUserMade = true;
    provider.baseUrl = fake.url();
    provider.format = format;
    provider.modelsPath = "/models";
    provider.modelsKey = "data";
    provider.chatPath = "/chat/completions";
    if (format == chat::Format::Anthropic) {
        provider.chatPath = "/messages";
        provider.keyHeader = "x-api-key";
        provider.keyPrefix.clear();
        provider.headers = {{"anthropic-version", "2023-06-01"}};
    } else if (format == chat::Format::OpenAiResponses) {
        provider.chatPath = "/responses";
    } else if (format == chat::Format::Gemini) {
        provider.baseUrl = fake.url(QStringLiteral("/v1beta"));
        provider.chatPath = "/models/{model}:generateContent";
        provider.modelsPath = "/models?pageSize=1000";
        provider.modelsKey = "models";
        provider.keyHeader = "x-goog-api-key";
        provider.keyPrefix.clear();
    } else if (format == chat::Format::Ollama) {
        provider.baseUrl = fake.url(QString());
        provider.chatPath = "/api/chat";
        provider.modelsPath = "/api/tags";
        provider.modelsKey = "models";
    }
    return provider;
}

auth::Credential key(const char *text)
{
    return {base::Secret(QByteArray(text))};
}

constexpr const char *GoodKey = "sk-fake-upstream";

} // namespace

class TstAccountCheck : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<net::HttpClient> m_client;

    AccountCheck check(const catalog::Provider &provider, const auth::Credential &credential)
    {
        std::optional<AccountCheck> result;
        QObject context;
        providers::checkAccount(*m_client, provider, {}, credential, &context,
                                [&](const AccountCheck &got) { result = got; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }))
            qFatal("the check never ended");
        return *result;
    }

private slots:
    void init() { m_client = net::makeCurlClient(); }

    void aGoodKeyBringsTheModels_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("openai") << int(chat::Format::OpenAiChat);
        QTest::newRow("anthropic") << int(chat::Format::Anthropic);
        QTest::newRow("responses") << int(chat::Format::OpenAiResponses);
        QTest::newRow("gemini") << int(chat::Format::Gemini);
        QTest::newRow("ollama") << int(chat::Format::Ollama);
    }
    void aGoodKeyBringsTheModels()
    {
        QFETCH(int, format);
        FakeUpstream fake;
        fake.setModels({"one", "two"});
        const AccountCheck got = check(providerOf(fake, chat::Format(format)), key(GoodKey));
        QVERIFY(got.report.isGood);
        QVERIFY(!got.report.error);
        QCOMPARE(got.report.status, 200);
        QCOMPARE(got.report.modelCount, 2);
        QCOMPARE(got.models.at(1).id, QByteArray("two"));
        QCOMPARE(fake.requests().size(), 1);
    }

    void aBadKeyIsRefused_data() { aGoodKeyBringsTheModels_data(); }
    void aBadKeyIsRefused()
    {
        QFETCH(int, format);
        FakeUpstream fake;
        const AccountCheck got = check(providerOf(fake, chat::Format(format)), key("sk-other"));
        QVERIFY(!got.report.isGood);
        QCOMPARE(got.report.status, 401);
        QCOMPARE(got.report.error->code, ErrorCode::Unauthorized);
        QVERIFY(got.models.isEmpty());
    }

    void aServerWithoutAListIsAskedForTheSmallestChat()
    {
        FakeUpstream fake;
        fake.setHandler([](const Received &request) -> std::optional<test::Answer> {
            if (request.path != "/v1/models")
                return {};
            return test::plainAnswer(404, "text/plain", "nothing here");
        });
        catalog::Provider provider = providerOf(fake, chat::Format::OpenAiChat);
        AccountCheck got = check(provider, key(GoodKey));
        QVERIFY(got.report.isGood);
        QVERIFY(got.models.isEmpty());
        QCOMPARE(fake.last().path, QByteArray("/v1/chat/completions"));
        QCOMPARE(fake.last().json["max_tokens"].toInt(), 1);
        got = check(provider, key("sk-other"));
        QVERIFY(!got.report.isGood);
        QCOMPARE(got.report.error->code, ErrorCode::Unauthorized);
        // A server that has only no such model has looked at the key.
        provider.models = {catalog::Model{.id = "fault-404"}};
        QVERIFY(check(provider, key(GoodKey)).report.isGood);
    }

    void theSmallestChatSpeaksEveryFormat_data() { aGoodKeyBringsTheModels_data(); }
    void theSmallestChatSpeaksEveryFormat()
    {
        QFETCH(int, format);
        FakeUpstream fake;
        catalog::Provider provider = providerOf(fake, chat::Format(format));
        provider.modelsPath.clear();
        QVERIFY(check(provider, key(GoodKey)).report.isGood);
        QCOMPARE(fake.requests().size(), 1);
        // The fake refuses what the format does not have, with the key accepted all the same.
        QVERIFY(!fake.chats().isEmpty());
        QVERIFY(!check(provider, key("sk-other")).report.isGood);
    }

    void aWrongBaseUrlIsExplained()
    {
        FakeUpstream fake;
        catalog::Provider provider = providerOf(fake, chat::Format::OpenAiChat);
        provider.baseUrl = fake.url(QStringLiteral("/wrong"));
        AccountCheck got = check(provider, key(GoodKey));
        QVERIFY(!got.report.isGood);
        QVERIFY(got.report.error->detail.contains(QLatin1String("base URL")));
        fake.enqueue(test::plainAnswer(200, "text/html", "<html>Welcome</html>"));
        got = check(providerOf(fake, chat::Format::OpenAiChat), key(GoodKey));
        QVERIFY(!got.report.isGood);
        QVERIFY(got.report.error->detail.contains(QLatin1String("base URL")));
    }

    void aPublicListProvesNothing()
    {
        FakeUpstream fake;
        catalog::Provider provider = providerOf(fake, chat::Format::OpenAiChat);
        provider.checkMethod = "POST";
        provider.checkPath = "/chat/completions";
        provider.checkModel = "small";
        AccountCheck got = check(provider, key(GoodKey));
        QVERIFY(got.report.isGood);
        QCOMPARE(fake.requests().first().json["model"].toBytes(), QByteArray("small"));
        QCOMPARE(got.models.size(), 3);
        // Refused for its content, so the key was accepted.
        provider.checkModel = "fault-400";
        QVERIFY(check(provider, key(GoodKey)).report.isGood);
        QVERIFY(!check(provider, key("sk-other")).report.isGood);
    }

    void whoeverMustWaitOrPayIsKnown_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("429") << QByteArray("fault-429") << true;
        QTest::newRow("402") << QByteArray("fault-402") << true;
        QTest::newRow("403") << QByteArray("fault-403") << false;
        QTest::newRow("500") << QByteArray("fault-500") << false;
        QTest::newRow("302") << QByteArray("fault-302") << false;
    }
    void whoeverMustWaitOrPayIsKnown()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, isGood);
        FakeUpstream fake;
        catalog::Provider provider = providerOf(fake, chat::Format::OpenAiChat);
        provider.checkMethod = "POST";
        provider.checkPath = provider.chatPath;
        provider.checkModel = fault;
        const AccountCheck got = check(provider, key(GoodKey));
        QCOMPARE(got.report.isGood, isGood);
        QCOMPARE(got.report.error.has_value(), !isGood);
    }

    void anUnreachableServerIsSaid()
    {
        FakeUpstream fake;
        fake.stopListening();
        const AccountCheck got = check(providerOf(fake, chat::Format::OpenAiChat), key(GoodKey));
        QVERIFY(!got.report.isGood);
        QCOMPARE(got.report.error->code, ErrorCode::Network);
    }

    void itNeverWaitsLongerThanTwentySeconds()
    {
        SilentClient client;
        FakeUpstream fake;
        QObject context;
        std::optional<AccountCheck> result;
        providers::checkAccount(client, providerOf(fake, chat::Format::OpenAiChat), {},
                                key(GoodKey), &context,
                                [&](const AccountCheck &got) { result = got; });
        QVERIFY(client.last.timeouts.total <= std::chrono::seconds(20));
        QVERIFY(client.last.timeouts.total > std::chrono::seconds(15));
        client.lastCallbacks.onError({.code = ErrorCode::Timeout});
        QVERIFY(result);
        QVERIFY(!result->report.isGood);
        QCOMPARE(result->report.error->code, ErrorCode::Timeout);
    }

    void theContextsEndCancels()
    {
        FakeUpstream fake;
        fake.setHandler([](const Received &) -> std::optional<test::Answer> {
            test::Answer silent;
            silent.sendsHead = false;
            silent.end = test::Answer::End::Hang;
            return silent;
        });
        auto context = std::make_unique<QObject>();
        bool isDone = false;
        providers::checkAccount(*m_client, providerOf(fake, chat::Format::OpenAiChat), {},
                                key(GoodKey), context.get(),
                                [&](const AccountCheck &) { isDone = true; });
        QTRY_COMPARE(fake.requests().size(), 1);
        context.reset();
        QTRY_COMPARE(fake.abortCount(), 1);
        QVERIFY(!isDone);
    }

    void aProviderWithoutAnyCallSaysSo()
    {
        catalog::Provider provider;
        provider.name = QStringLiteral("Lab");
        const AccountCheck got = check(provider, key(GoodKey));
        QVERIFY(!got.report.isGood);
        QCOMPARE(got.report.error->code, ErrorCode::Unsupported);
    }
};

OMNI_TEST(TstAccountCheck)
#include "tst_accountcheck.moc"

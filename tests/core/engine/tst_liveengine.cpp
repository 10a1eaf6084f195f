// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/engine/liveengine.h"
#include "core/net/httpclient.h"
#include "tests/support/fakeupstream/fakeupstream.h"
#include "tests/support/omnitest.h"

#include <QTcpServer>

using namespace omni;
using namespace omni::test;
using engine::LiveEngine;
using engine::ServerState;

namespace {

/// What a plain HTTP client got.
struct Got
{
    int status = 0;
    net::HeaderList headers;
    QByteArray body;
    bool isDone = false;
};

template<typename T>
T waitFor(const std::function<void(std::function<void(base::Result<T>)>)> &ask)
{
    std::optional<base::Result<T>> answer;
    ask([&](base::Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        qFatal("the engine never answered");
    if (!*answer)
        qFatal("the engine refused: %s", qPrintable(answer->error().detail));
    return **answer;
}

} // namespace

class TstLiveEngine : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_client = net::makeCurlClient();
    }
    void cleanup()
    {
        m_engine.reset();
        m_client.reset();
        m_dir.reset();
    }

    void firstStartListensAndMakesAKey()
    {
        start();
        QCOMPARE(m_engine->snapshot().server.state, ServerState::Running);
        QTRY_COMPARE(m_engine->snapshot().keys.size(), 1);
        const base::Secret key = firstKey();
        QVERIFY(key.reveal().startsWith("sk-omr-"));
        const Got models = get("/v1/models", key.reveal());
        QCOMPARE(models.status, 200);
        QCOMPARE(get("/v1/models", "sk-omr-wrong").status, 401);
        QCOMPARE(get("/health", {}).status, 200);
    }

    void requestGoesThroughAndShowsInTheSnapshot()
    {
        FakeUpstream upstream;
        upstream.setModels({"fine"});
        start();
        const QString account = addAccount(upstream);
        QVERIFY(!account.isEmpty());
        QTRY_COMPARE(m_engine->snapshot().accounts.size(), 1);
        QTRY_VERIFY(m_engine->snapshot().modelIds.contains(QStringLiteral("fk/fine")));

        const QByteArray key = firstKey().reveal();
        const Got answer = post("/v1/messages", key,
                                R"({"model":"fk/fine","max_tokens":9,)"
                                R"("messages":[{"role":"user","content":"Hi"}]})");
        QCOMPARE(answer.status, 200);
        const base::Json json = base::Json::parse(answer.body).value_or(base::Json());
        QCOMPARE(json["content"].at(0)["text"].toBytes(), upstream.text());
        QVERIFY(!net::headerValue(answer.headers, "x-omniroute-trace-id").isEmpty());
        QTRY_COMPARE(m_engine->snapshot().day.requests, 1);
        QCOMPARE(m_engine->snapshot().day.answered, 1);
        // The key stands in no file of the data folder.
        m_engine->stop(std::chrono::seconds(1));
        QSignalSpy stopped(m_engine.get(), &LiveEngine::stopped);
        QVERIFY(stopped.wait());
        for (const QString &name : QDir(m_dir->path()).entryList(QDir::Files)) {
            QFile file(m_dir->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(upstream.key()), qPrintable(name));
            QVERIFY2(!content.contains(key), qPrintable(name));
        }
    }

    void whatWasSavedIsThereAtTheNextStart()
    {
        start();
        waitFor<bool>([&](auto done) {
            m_engine->saveCombo({},
                                {.name = QStringLiteral("mine"),
                                 .steps = {{.target = QStringLiteral("glm/glm-4.7")}}},
                                this, [done](const base::Result<void> &saved) {
                                    done(saved ? base::Result<bool>(true)
                                               : base::fail(saved.error()));
                                });
        });
        m_engine->useCombo(QStringLiteral("mine"));
        QTRY_COMPARE(m_engine->snapshot().activeCombo, QStringLiteral("mine"));
        m_engine.reset();
        start();
        QTRY_COMPARE(m_engine->snapshot().combos.size(), 1);
        QCOMPARE(m_engine->snapshot().activeCombo, QStringLiteral("mine"));
        QCOMPARE(m_engine->snapshot().keys.size(), 1);
    }

    void pauseRefusesAndResumes()
    {
        start();
        QTRY_COMPARE(m_engine->snapshot().keys.size(), 1);
        const QByteArray key = firstKey().reveal();
        const QByteArray body = R"({"model":"none/x","messages":[]})";
        m_engine->setPaused(true);
        QTRY_COMPARE(m_engine->snapshot().server.state, ServerState::Paused);
        QCOMPARE(post("/v1/chat/completions", key, body).status, 503);
        m_engine->setPaused(false);
        QTRY_COMPARE(m_engine->snapshot().server.state, ServerState::Running);
        QCOMPARE(post("/v1/chat/completions", key, body).status, 404);
    }

    void takenPortIsSaidAndAnotherOffered()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));
        m_engine = std::make_unique<LiveEngine>(config(other.serverPort()));
        QSignalSpy failed(m_engine.get(), &LiveEngine::failed);
        m_engine->start();
        QVERIFY(failed.wait());
        QTRY_COMPARE(m_engine->snapshot().server.state, ServerState::Down);
        const engine::ServerView &server = m_engine->snapshot().server;
        QCOMPARE(server.downCode, engine::ServerView::DownCode::PortTaken);
        QCOMPARE(server.wantedPort, other.serverPort());
        QVERIFY(server.nextFreePort > 0 && server.nextFreePort != other.serverPort());
        // This very process holds it.
        QVERIFY2(server.portHolder.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(server.portHolder));
        const quint16 offered = server.nextFreePort;
        QSignalSpy listening(m_engine.get(), &LiveEngine::listening);
        m_engine->usePort(offered, this, {});
        QVERIFY(listening.wait());
        QTRY_COMPARE(m_engine->snapshot().server.state, ServerState::Running);
        QCOMPARE(m_engine->snapshot().server.port, offered);
    }

    void brokenDatabaseIsLeftAloneAndSaid()
    {
        QFile file(m_dir->filePath(QStringLiteral("omniroute.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray rubbish(8192, 'x');
        file.write(rubbish);
        file.close();
        m_engine = std::make_unique<LiveEngine>(config(0));
        QSignalSpy failed(m_engine.get(), &LiveEngine::failed);
        m_engine->start();
        QVERIFY(failed.wait());
        QTRY_COMPARE(m_engine->snapshot().server.downCode,
                     engine::ServerView::DownCode::DatabaseBroken);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), rubbish);
        // Commands are refused, not lost in silence.
        std::optional<base::Result<void>> refused;
        m_engine->saveCombo({}, {.name = QStringLiteral("x")}, this,
                            [&](const base::Result<void> &outcome) { refused = outcome; });
        QTRY_VERIFY(refused.has_value());
        QVERIFY(!refused->has_value());
    }

    void stopLetsARunningAnswerEnd()
    {
        FakeUpstream upstream;
        upstream.setModels({"slow-50"});
        start();
        addAccount(upstream);
        const QByteArray key = firstKey().reveal();
        Got got;
        const auto reply = sendPost("/v1/chat/completions", key,
                                    R"({"model":"fk/slow-50","stream":true,)"
                                    R"("messages":[{"role":"user","content":"Hi"}]})",
                                    got);
        QTRY_VERIFY(!got.body.isEmpty());
        QSignalSpy stopped(m_engine.get(), &LiveEngine::stopped);
        m_engine->stop();
        QTRY_VERIFY(got.isDone);
        QVERIFY(got.body.endsWith("data: [DONE]\n\n"));
        QVERIFY(stopped.count() == 1 || stopped.wait());
    }

private:
    [[nodiscard]] engine::Config config(quint16 port) const
    {
        return {.dataDir = m_dir->path(),
                .host = QStringLiteral("127.0.0.1"),
                .port = port,
                .secrets = QStringLiteral("memory")};
    }

    void start()
    {
        m_engine = std::make_unique<LiveEngine>(config(0));
        QSignalSpy listening(m_engine.get(), &LiveEngine::listening);
        m_engine->start();
        QVERIFY(listening.wait());
        QTRY_COMPARE(m_engine->snapshot().server.state, ServerState::Running);
    }

    base::Secret firstKey()
    {
        const QString id = m_engine->snapshot().keys.value(0).id;
        return waitFor<base::Secret>(
            [&](auto done) { m_engine->revealKey(id, this, std::move(done)); });
    }

    QString addAccount(const FakeUpstream &upstream)
    {
        const QString provider = waitFor<QString>([&](auto done) {
            m_engine->addCustomProvider({.name = QStringLiteral("Fake"),
                                         .prefix = QStringLiteral("fk"),
                                         .baseUrl = upstream.url()},
                                        this, std::move(done));
        });
        return waitFor<QString>([&](auto done) {
            m_engine->addAccount(
                {.provider = catalog::ProviderId(provider), .name = QStringLiteral("work")},
                base::Secret(upstream.key()), true, this, std::move(done));
        });
    }

    std::unique_ptr<net::HttpReply> send(const net::HttpRequest &request, Got &got)
    {
        return m_client->send(request,
                              {.onHead =
                                   [&got](int status, const net::HeaderList &headers) {
                                       got.status = status;
                                       got.headers = headers;
                                   },
                               .onData = [&got](const QByteArray &data) { got.body += data; },
                               .onDone = [&got] { got.isDone = true; },
                               .onError = [&got](const base::Error &) { got.isDone = true; }});
    }

    [[nodiscard]] net::HttpRequest request(const char *method, const QString &path,
                                           const QByteArray &key) const
    {
        net::HttpRequest request;
        request.method = method;
        request.url = QUrl(m_engine->snapshot().server.baseUrl() + path);
        request.urlClass = net::UrlClass::Operator;
        if (!key.isEmpty())
            request.headers.emplaceBack("authorization", "Bearer " + key);
        return request;
    }

    std::unique_ptr<net::HttpReply> sendPost(const char *path, const QByteArray &key,
                                             const QByteArray &body, Got &got)
    {
        net::HttpRequest post = request("POST", QString::fromLatin1(path), key);
        post.headers.emplaceBack("content-type", "application/json");
        post.body = body;
        return send(post, got);
    }

    Got post(const char *path, const QByteArray &key, const QByteArray &body)
    {
        Got got;
        const auto reply = sendPost(path, key, body, got);
        if (!QTest::qWaitFor([&] { return got.isDone; }))
            qWarning("no answer");
        return got;
    }

    Got get(const char *path, const QByteArray &key)
    {
        Got got;
        const auto reply = send(request("GET", QString::fromLatin1(path), key), got);
        if (!QTest::qWaitFor([&] { return got.isDone; }))
            qWarning("no answer");
        return got;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<LiveEngine> m_engine;
};

OMNI_TEST(TstLiveEngine)
#include "tst_liveengine.moc"

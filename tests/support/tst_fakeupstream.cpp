// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/fakeupstream.h"
#include "tests/support/omnitest.h"

#include <QEventLoop>
#include <QTcpSocket>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace omni::test;
using omni::base::Json;

namespace {

struct Heard
{
    QByteArray raw;
    int status = 0;
    QByteArray head;
    QByteArray body;     ///< as on the wire, chunk lines included
    bool isOpen = false; ///< the fake still held the connection when we gave up
};

Heard talk(const FakeUpstream &fake, const QByteArray &path, const QByteArray &body,
           const Headers &headers = {}, int giveUpMs = 3000)
{
    QEventLoop loop; // outlives the socket, whose end still calls it
    Heard heard;
    bool isDone = false;
    QTcpSocket socket;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                     [&] { heard.raw += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] {
        isDone = true;
        loop.quit();
    });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fake.port());
    QByteArray text = (body.isEmpty() ? "GET " : "POST ") + path +
                      " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    if (!body.isEmpty())
        text +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    socket.write(text + "\r\n" + body);
    QTimer::singleShot(giveUpMs, &loop, &QEventLoop::quit);
    loop.exec();
    heard.raw += socket.readAll();
    heard.isOpen = !isDone;
    const qsizetype split = heard.raw.indexOf("\r\n\r\n");
    heard.head = heard.raw.left(split);
    heard.body = split < 0 ? QByteArray() : heard.raw.mid(split + 4);
    heard.status = heard.head.mid(9, 3).toInt();
    return heard;
}

const Headers OpenAiKey{{"Authorization", "Bearer sk-fake-upstream"}};
const Headers AnthropicKey{{"x-api-key", "sk-fake-upstream"}, {"anthropic-version", "2023-06-01"}};

QByteArray openAiBody(const QByteArray &model, bool stream)
{
    return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]" +
           (stream ? ",\"stream\":true}" : "}");
}

QByteArray anthropicBody(const QByteArray &model, bool stream)
{
    return "{\"model\":\"" + model +
           "\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]" +
           (stream ? ",\"stream\":true}" : "}");
}

Heard openAi(const FakeUpstream &fake, const QByteArray &body, int giveUpMs = 3000)
{
    return talk(fake, "/v1/chat/completions", body, OpenAiKey, giveUpMs);
}

Heard anthropic(const FakeUpstream &fake, const QByteArray &body, int giveUpMs = 3000)
{
    return talk(fake, "/v1/messages", body, AnthropicKey, giveUpMs);
}

} // namespace

class TstFakeUpstream : public QObject
{
    Q_OBJECT

private slots:
    void answersPlainInBothDialects()
    {
        FakeUpstream fake;
        const auto chat = Json::parse(openAi(fake, openAiBody("m", false)).body);
        QVERIFY(chat);
        QCOMPARE((*chat)["choices"].at(0)["message"]["content"].toBytes(), fake.text());
        QCOMPARE((*chat)["usage"]["prompt_tokens"].toInt(), FakeUsage::Input);
        const auto message = Json::parse(anthropic(fake, anthropicBody("m", false)).body);
        QVERIFY(message);
        QCOMPARE((*message)["content"].at(0)["text"].toBytes(), fake.text());
        QCOMPARE((*message)["usage"]["cache_read_input_tokens"].toInt(), FakeUsage::Cached);
        QCOMPARE(fake.chats().size(), 2);
        QVERIFY(fake.last().answeredMs >= 0);
        QCOMPARE(fake.abortCount(), 0);
    }

    void refusesAWrongKeyInTheDialect()
    {
        FakeUpstream fake;
        const Heard chat = talk(fake, "/v1/chat/completions", openAiBody("m", false),
                                {{"Authorization", "Bearer other"}});
        QCOMPARE(chat.status, 401);
        QCOMPARE(Json::parse(chat.body)->operator[]("error")["code"].toBytes(),
                 QByteArray("invalid_api_key"));
        const Heard message = talk(fake, "/v1/messages", anthropicBody("m", false),
                                   {{"anthropic-version", "2023-06-01"}});
        QCOMPARE(message.status, 401);
        QCOMPARE(Json::parse(message.body)->operator[]("error")["type"].toBytes(),
                 QByteArray("authentication_error"));
    }

    void refusalsNameTheField_data()
    {
        QTest::addColumn<bool>("isAnthropic");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, bool isAnthropic, const char *body,
                            const char *field) {
            QTest::newRow(name) << isAnthropic << QByteArray(body) << QByteArray(field);
        };
        row("no messages", false, R"({"model":"m"})", "messages");
        row("unknown field", false, R"({"model":"m","thinking":{},"messages":[]})", "thinking");
        row("role", false, R"({"model":"m","messages":[{"role":"robot","content":"x"}]})",
            "messages[0].role");
        row("stray tool answer", false,
            R"({"model":"m","messages":[{"role":"tool","tool_call_id":"a","content":"x"}]})",
            "messages[0].role");
        row("unanswered tool call", false,
            R"({"model":"m","messages":[{"role":"assistant","tool_calls":[{"id":"a","type":)"
            R"("function","function":{"name":"f","arguments":"{}"}}]},{"role":"user","content":"x"}]})",
            "messages[1]");
        row("stream options without stream", false,
            R"({"model":"m","stream_options":{},"messages":[{"role":"user","content":"x"}]})",
            "stream_options");
        row("max_tokens", true, R"({"model":"m","messages":[]})", "max_tokens");
        row("system role", true,
            R"({"model":"m","max_tokens":1,"messages":[{"role":"system","content":"x"}]})",
            "messages.0.role");
        row("unanswered tool use", true,
            R"({"model":"m","max_tokens":1,"messages":[{"role":"user","content":"x"},)"
            R"({"role":"assistant","content":[{"type":"tool_use","id":"t","name":"f","input":{}}]}]})",
            "messages.1");
        row("foreign signature", true,
            R"({"model":"m","max_tokens":1,"messages":[{"role":"user","content":"x"},)"
            R"({"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":"z"}]}]})",
            "messages.1.content.0");
        row("too many marks", true,
            R"({"model":"m","max_tokens":1,"system":[{"type":"text","text":"a","cache_control":{}},)"
            R"({"type":"text","text":"a","cache_control":{}},{"type":"text","text":"a",)"
            R"("cache_control":{}},{"type":"text","text":"a","cache_control":{}},{"type":"text",)"
            R"("text":"a","cache_control":{}}],"messages":[{"role":"user","content":"x"}]})",
            "cache_control");
    }
    void refusalsNameTheField()
    {
        QFETCH(bool, isAnthropic);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, field);
        FakeUpstream fake;
        const Heard heard = isAnthropic ? anthropic(fake, body) : openAi(fake, body);
        QCOMPARE(heard.status, 400);
        const Json error = (*Json::parse(heard.body))["error"];
        if (isAnthropic)
            QVERIFY2(error["message"].toBytes().contains(field), heard.body.constData());
        else
            QCOMPARE(error["param"].toBytes(), field);
    }

    void callsToolsAndTellsTheirResults()
    {
        FakeUpstream fake;
        const QByteArray tools =
            R"("tools":[{"type":"function","function":{"name":"weather","parameters":{"type":)"
            R"("object","properties":{"city":{"type":"string"}},"required":["city"]}}}])";
        const Heard first = openAi(fake, R"({"model":"parallel-tools",)" + tools +
                                             R"(,"messages":[{"role":"user","content":"x"}]})");
        const Json calls = (*Json::parse(first.body))["choices"].at(0)["message"]["tool_calls"];
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls.at(0)["function"]["arguments"].toBytes(),
                 QByteArray(R"({"city":"Paris in France"})"));
        const Heard second =
            openAi(fake, R"({"model":"tool-call",)" + tools +
                             R"(,"messages":[{"role":"user","content":"x"},{"role":"assistant",)"
                             R"("tool_calls":[{"id":"a","type":"function","function":{"name":)"
                             R"("weather","arguments":"{}"}}]},{"role":"tool","tool_call_id":)"
                             R"("a","content":"rain"}]})");
        QVERIFY(second.body.contains("Tool said: rain"));
    }

    void everyFaultIsSeenOnTheWire_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const QByteArray &fault : FakeUpstream::faultNames())
            QTest::newRow(fault.constData()) << fault;
    }
    void everyFaultIsSeenOnTheWire()
    {
        QFETCH(QByteArray, fault);
        FakeUpstream fake;
        const bool waits = fault.contains("hang") || fault.contains("stall");
        // Of the same length, so that lengths on the wire stay the same.
        const QByteArray harmless(fault.size(), 'x');
        for (const bool stream : {false, true}) {
            for (const bool isAnthropic : {false, true}) {
                const auto ask = [&](const QByteArray &model) {
                    return isAnthropic
                               ? anthropic(fake, anthropicBody(model, stream), waits ? 80 : 3000)
                               : openAi(fake, openAiBody(model, stream), waits ? 80 : 3000);
                };
                const Heard heard = ask(fault);
                QCOMPARE(heard.isOpen, waits);
                const bool changesNothing = (fault == "fault-json-for-stream" && !stream) ||
                                            (fault == "fault-sse-for-plain" && stream) ||
                                            (fault == "fault-after-done" && !stream);
                const bool isSame =
                    QByteArray(heard.raw).replace(fault, harmless) == ask(harmless).raw;
                QCOMPARE(isSame, changesNothing);
            }
        }
    }

    void resetsAreResets_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<bool>("isReset");
        for (const char *fault : {"fault-rst", "fault-rst-mid", "role-then-fail"})
            QTest::newRow(fault) << QByteArray(fault) << true;
        for (const char *fault : {"fault-fin", "fault-fin-mid", "role-then-fin"})
            QTest::newRow(fault) << QByteArray(fault) << false;
    }
    void resetsAreResets()
    {
        QFETCH(QByteArray, model);
        QFETCH(bool, isReset);
        FakeUpstream fake;
        // Qt's sockets do not tell a reset from a close.
        const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(fake.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        (void)::connect(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        const QByteArray body = openAiBody(model, true);
        const QByteArray request = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n"
                                   "Authorization: Bearer sk-fake-upstream\r\n"
                                   "Content-Type: application/json\r\nContent-Length: " +
                                   QByteArray::number(body.size()) + "\r\n\r\n" + body;
        // Once only: the macros of Qt Test evaluate what they wait for again.
        QVERIFY(QTest::qWaitFor([&] {
            return ::send(handle, request.constData(), size_t(request.size()), MSG_NOSIGNAL) > 0;
        }));
        int error = 0;
        QVERIFY(QTest::qWaitFor([&] {
            char buffer[4096];
            const ssize_t got = ::recv(handle, buffer, sizeof buffer, 0);
            error = got < 0 ? errno : 0;
            return got == 0 || (got < 0 && error != EAGAIN);
        }));
        ::close(handle);
        QCOMPARE(error == ECONNRESET, isReset);
    }

    void aClientThatLeavesIsNoticed()
    {
        FakeUpstream fake;
        QSignalSpy aborted(&fake, &FakeUpstream::requestAborted);
        (void)openAi(fake, openAiBody("fault-hang", false), 50);
        QTRY_COMPARE(aborted.size(), 1);
        QVERIFY(fake.last().goneMs >= fake.last().atMs);
        QCOMPARE(fake.last().answeredMs, -1);
    }

    void scriptsAndAnswersQueue()
    {
        FakeUpstream fake;
        fake.enqueueScript("fault-503");
        QCOMPARE(openAi(fake, openAiBody("m", false)).status, 503);
        QCOMPARE(openAi(fake, openAiBody("m", false)).status, 200);
        fake.enqueue(plainAnswer(418, "text/plain", "teapot"));
        const Heard heard = openAi(fake, openAiBody("m", false));
        QCOMPARE(heard.status, 418);
        QCOMPARE(heard.body, QByteArray("teapot"));
    }

    void listsModelsInBothShapes()
    {
        FakeUpstream fake;
        fake.setModels({"a", "b"});
        const auto openAiList = Json::parse(talk(fake, "/v1/models", {}, OpenAiKey).body);
        QCOMPARE((*openAiList)["object"].toBytes(), QByteArray("list"));
        QCOMPARE((*openAiList)["data"].at(1)["id"].toBytes(), QByteArray("b"));
        const auto anthropicList = Json::parse(talk(fake, "/v1/models", {}, AnthropicKey).body);
        QCOMPARE((*anthropicList)["data"].at(0)["type"].toBytes(), QByteArray("model"));
        QCOMPARE((*anthropicList)["has_more"], Json(false));
        QCOMPARE(talk(fake, "/v1/models/zzz", {}, OpenAiKey).status, 404);
        QCOMPARE(talk(fake, "/v1/elsewhere", {}, OpenAiKey).status, 404);
    }

    void recordedCasesAreReplayedExactly()
    {
        QTemporaryDir folder;
        const auto put = [&](const char *name, const QByteArray &data) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(data);
        };
        put("meta.json", R"({"status":529,"streamed":false,"response":{"file":"response.json",)"
                         R"("content_type":"application/json","headers":{"retry-after":"7"}}})");
        put("response.json", "{ \"a\" : 1.0 }\n");
        FakeUpstream fake;
        fake.enqueue(recordedAnswer(folder.path(), 3));
        const Heard heard = openAi(fake, openAiBody("m", false));
        QCOMPARE(heard.status, 529);
        QVERIFY(heard.head.contains("retry-after: 7"));
        QCOMPARE(heard.body, QByteArray("{ \"a\" : 1.0 }\n"));
        QCOMPARE(recordedAnswer(folder.filePath(QStringLiteral("none"))).status, 0);
    }
};

OMNI_TEST(TstFakeUpstream)
#include "tst_fakeupstream.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/connection.h"
#include "core/control/controlserver.h"
#include "core/control/datafolder.h"
#include "tests/support/omnitest.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

using namespace omni;
using namespace omni::control;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Invocation invocation(const QString &line)
{
    return *parseCommandLine(line.split(u' '));
}

/// Answers `status` with what it was asked, streams for `logs -f`, keeps silent for `stop`.
void answerAnything(const Request &request, Answer &answer)
{
    const QString words = request.invocation.command().words();
    if (words == "stop"_L1)
        return;
    if (words == "logs"_L1)
        answer.keepOpen();
    answer.result(base::Json::object(
        {{"words", base::Json(words)}, {"secret", base::Json(request.secret.reveal())}}));
    if (words == "logs"_L1) {
        answer.item(base::Json::object({{"n", base::Json(1)}}));
        answer.item(base::Json::object({{"n", base::Json(2)}}));
    }
    if (words == "setting list"_L1)
        answer.fail(ExitCode::Conflict, "x", u"too late"_s);
}

/// The blocking client needs its own thread here, since the server lives on the test's.
struct Outcome
{
    QList<Reply> replies;
    std::optional<Problem> problem;
};

Outcome askFrom(const QString &socket, const Request &request, int wanted = 1000,
                std::chrono::milliseconds patience = 20s)
{
    Outcome outcome;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        outcome.problem = ask({.request = request,
                               .socket = socket,
                               .patience = patience,
                               .onReply = [&](const Reply &reply) {
                                   outcome.replies.append(reply);
                                   return outcome.replies.size() < wanted;
                               }});
    }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    finished.wait(30000);
    thread->wait();
    return outcome;
}

} // namespace

class TstControlServer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ControlServer> m_server;
    QString m_path;

    /// Sends bytes, returns what came until the server closed.
    QByteArray exchange(const QByteArray &bytes)
    {
        QLocalSocket socket;
        socket.connectToServer(m_path);
        if (!socket.waitForConnected(3000))
            return "no connection";
        QSignalSpy closed(&socket, &QLocalSocket::disconnected);
        socket.write(bytes);
        if (socket.state() == QLocalSocket::ConnectedState)
            closed.wait(20000);
        return socket.isOpen() ? socket.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_path = m_folder.filePath(u"s.sock"_s);
        m_server = std::make_unique<ControlServer>(&answerAnything);
        QVERIFY(m_server->listen(m_path));
    }
    void cleanup() { m_server.reset(); }

    void answersOneCommandAConnection()
    {
        const auto outcome = askFrom(m_path, {.invocation = invocation(u"status"_s)});
        QVERIFY(!outcome.problem);
        QCOMPARE(outcome.replies.size(), 1);
        QCOMPARE(
            outcome.replies.first().data.toJson(),
            QByteArray("{\"schema\":\"omniroute.status/1\",\"words\":\"status\",\"secret\":\"\"}"));
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void carriesTheSecretBesideTheCommand()
    {
        const auto outcome = askFrom(m_path, {.invocation = invocation(u"account test x"_s),
                                              .secret = base::Secret("s3cret")});
        QCOMPARE(outcome.replies.value(0).data["secret"].toBytes(), QByteArray("s3cret"));
    }

    void streamsUntilTheReaderHasEnough()
    {
        const auto outcome = askFrom(m_path, {.invocation = invocation(u"logs -f"_s)}, 3);
        QVERIFY(!outcome.problem);
        QCOMPARE(outcome.replies.size(), 3);
        QCOMPARE(outcome.replies.at(0).kind, Reply::Kind::Result);
        QCOMPARE(outcome.replies.at(2).data["n"].toInt(), 2);
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void refusesWhatIsNoCommand_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("status\n");
        QTest::newRow("empty") << QByteArray("\n");
        QTest::newRow("no object") << QByteArray("[]\n");
        QTest::newRow("unknown") << QByteArray(
            "{\"noun\":\"format-disk\",\"verb\":\"\",\"values\":{}}"
            "\n");
        QTest::newRow("double key")
            << QByteArray("{\"noun\":\"status\",\"noun\":\"stop\",\"verb\":\"\",\"values\":{}}"
                          "\n");
        QTest::newRow("double key inside")
            << QByteArray("{\"noun\":\"logs\",\"verb\":\"\",\"values\":{\"level\":[\"info\"],"
                          "\"level\":[\"debug\"]}}"
                          "\n");
        QTest::newRow("too deep")
            << QByteArray("{\"noun\":\"status\",\"verb\":\"\",\"values\":{},\"x\":") +
                   QByteArray(65, '[') + QByteArray(65, ']') + "}\n";
        QTest::newRow("bad UTF-8") << QByteArray("{\"noun\":\"\xff\"}\n");
        QTest::newRow("HTTP") << QByteArray("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    void refusesWhatIsNoCommand()
    {
        QFETCH(QByteArray, line);
        const auto reply = parseReply(exchange(line).trimmed());
        QVERIFY(reply);
        QCOMPARE(reply->kind, Reply::Kind::Failed);
        QCOMPARE(reply->problem.exit, ExitCode::Usage);
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void acceptsTheDeepestAllowed()
    {
        // The list stands two levels down: 62 more make 64.
        const QByteArray deep =
            "{\"noun\":\"status\",\"verb\":\"\",\"values\":{},\"x\":" + QByteArray(63, '[') +
            QByteArray(63, ']') + "}\n";
        QCOMPARE(parseReply(exchange(deep).trimmed())->kind, Reply::Kind::Result);
    }

    void refusesACommandLargerThanAMebibyte()
    {
        const auto reply = parseReply(exchange(QByteArray(limits::Request + 1, ' ')).trimmed());
        QVERIFY(reply);
        QCOMPARE(reply->problem.code, QByteArray("too_large"));
    }

    void endsASlowClient()
    {
        ControlServer server(&answerAnything, {.requestDeadline = 30ms});
        m_path = m_folder.filePath(u"slow.sock"_s);
        QVERIFY(server.listen(m_path));
        const auto reply = parseReply(exchange("{\"noun\":\"sta").trimmed());
        QVERIFY(reply);
        QCOMPARE(reply->problem.exit, ExitCode::Timeout);
        QTRY_COMPARE(server.connectionCount(), 0);
    }

    void refusesAnotherUser()
    {
        ControlServer server(&answerAnything, {.allowedUser = ownUserId() + 1});
        m_path = m_folder.filePath(u"other.sock"_s);
        QVERIFY(server.listen(m_path));
        QCOMPARE(exchange(requestLine({.invocation = invocation(u"status"_s)})), QByteArray());
    }

    void socketIsForTheOwnerAlone()
    {
        const auto all = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                         QFile::WriteOther | QFile::ExeOwner;
        QVERIFY(!(QFileInfo(m_path).permissions() & all));
    }

    void refusesMoreConnectionsThanAllowed()
    {
        std::vector<std::unique_ptr<QLocalSocket>> sockets;
        for (int i = 0; i < limits::Connections; ++i) {
            sockets.push_back(std::make_unique<QLocalSocket>());
            sockets.back()->connectToServer(m_path);
            QVERIFY(sockets.back()->waitForConnected(3000));
            QTRY_COMPARE(m_server->connectionCount(), i + 1);
        }
        QCOMPARE(exchange(requestLine({.invocation = invocation(u"status"_s)})), QByteArray());
        sockets.clear();
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void aClientThatLeavesEndsItsCommand()
    {
        {
            QLocalSocket socket;
            socket.connectToServer(m_path);
            QVERIFY(socket.waitForConnected(3000));
            socket.write(requestLine({.invocation = invocation(u"stop"_s)}));
            QTRY_COMPARE(m_server->connectionCount(), 1);
        }
        QTRY_COMPARE(m_server->connectionCount(), 0);
    }

    void silenceIsATimeout()
    {
        const auto outcome = askFrom(m_path, {.invocation = invocation(u"stop"_s)}, 1000, 50ms);
        QVERIFY(outcome.problem);
        QCOMPARE(outcome.problem->exit, ExitCode::Timeout);
    }

    void nobodyListensMeansNotRunning()
    {
        const auto problem = ask({.request = {.invocation = invocation(u"status"_s)},
                                  .socket = m_folder.filePath(u"none.sock"_s)});
        QVERIFY(problem);
        QCOMPARE(problem->exit, ExitCode::NotRunning);
        QVERIFY(problem->message.contains(u"omniroute serve"_s));
    }

    void takesOverTheSocketOfADeadProcess()
    {
        const QString path = m_folder.filePath(u"dead.sock"_s);
        QFile left(path);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        ControlServer server(&answerAnything);
        QVERIFY(server.listen(path));
        QVERIFY(isListening(path));
    }

    void nameDependsOnTheDataFolderAlone()
    {
        QTemporaryDir runtime;
        QFile::setPermissions(runtime.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
        QVERIFY(socketPath(u"/a"_s).startsWith(runtime.path() + u'/'));
        QCOMPARE(socketPath(u"/a"_s), socketPath(u"/a"_s));
        QVERIFY(socketPath(u"/a"_s) != socketPath(u"/b"_s));
        // Writable for others: anybody could put a socket there.
        QFile::setPermissions(runtime.path(), QFile::Permissions(0x7777));
        QCOMPARE(socketPath(u"/a"_s), u"/a/control.sock"_s);
        qunsetenv("XDG_RUNTIME_DIR");
        QCOMPARE(socketPath(u"/a"_s), u"/a/control.sock"_s);
        QVERIFY(socketPath(u'/' + QString(200, u'x')).size() < 108);
    }
};

OMNI_TEST(TstControlServer)
#include "tst_controlserver.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/app/program.h"
#include "tests/support/fakeupstream/fakeupstream.h"
#include "tests/support/omnitest.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QTcpSocket>

#include <csignal>

using namespace omni;
using namespace omni::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One POST over a plain socket; the whole answer.
QByteArray post(const QUrl &url, const QByteArray &key, const QByteArray &body,
                const QByteArray &path = "/v1/chat/completions")
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    socket.write("POST " + path +
                 " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                 "Content-Type: application/json\r\nAuthorization: Bearer " +
                 key + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                 body);
    // The fake upstream lives on this thread: let it work meanwhile.
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; },
                          20000);
    return socket.readAll();
}

QByteArray chat(const QByteArray &model, bool stream = false)
{
    return "{\"model\":\"" + model + "\",\"stream\":" + (stream ? "true" : "false") +
           ",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
}

QByteArray headerOf(const QByteArray &answer, const QByteArray &name)
{
    const QByteArray head = answer.left(answer.indexOf("\r\n\r\n")).toLower();
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype start = at + 4 + name.size();
    const qsizetype stop = answer.indexOf('\r', start);
    return answer.mid(start, (stop < 0 ? head.size() : stop) - start).trimmed();
}

/// A process that must not block the fake upstream on this thread.
Ran runBeside(const Program &program, const QString &line, const QByteArray &input = {})
{
    Ran ran;
    std::unique_ptr<QThread> thread(QThread::create([&] { ran = program.command(line, input); }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    finished.wait(30000);
    thread->wait();
    return ran;
}

} // namespace

class TstServe : public QObject
{
    Q_OBJECT

private slots:
    void printsExactlyItsLineAndEndsCleanlyOnSigterm()
    {
        Program program;
        QVERIFY2(program.serve(), program.server().readAllStandardError().constData());
        const QRegularExpression line(
            u"^omniroute: listening on http://127\\.0\\.0\\.1:[1-9][0-9]*\n$"_s);
        QVERIFY2(line.match(QString::fromLatin1(program.line())).hasMatch(),
                 program.line().constData());
        program.server().terminate();
        QVERIFY(program.hasEnded());
        QCOMPARE(program.server().exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.server().exitCode(), 0);
        QCOMPARE(program.server().readAllStandardOutput(), QByteArray());
    }

    void everyFileIsForTheOwnerAlone()
    {
        Program program;
        QVERIFY(program.serve());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(program.data()).permissions() & others));
        const QDir folder(program.data());
        const auto entries = folder.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QVERIFY(!entries.isEmpty());
        for (const QFileInfo &entry : entries)
            QVERIFY2(!(entry.permissions() & others), qPrintable(entry.fileName()));
    }

    void answersCommandsUntilStopped()
    {
        Program program;
        QCOMPARE(program.command(u"status"_s).exit, 3);
        QVERIFY(program.serve());
        const Ran status = program.command(u"status --json"_s);
        QCOMPARE(status.exit, 0);
        QCOMPARE(status.json()["url"].toText(), program.url().toString());
        QCOMPARE(status.json()["state"].toText(), u"running"_s);
        QCOMPARE(program.command(u"doctor"_s).exit, 0);
        QCOMPARE(program.command(u"stop"_s).exit, 0);
        QVERIFY(program.hasEnded());
        QCOMPARE(program.server().exitCode(), 0);
        QCOMPARE(program.command(u"status"_s).exit, 3);
    }

    /// The whole way: own provider, key, combo, chat, trace.
    void fallsBackAndTellsWhy()
    {
        FakeUpstream bad;
        FakeUpstream good;
        bad.setHandler([](const Received &request) -> std::optional<Answer> {
            if (!request.path.endsWith("/chat/completions"))
                return std::nullopt;
            Answer answer;
            answer.status = 500;
            return answer;
        });
        Program program;
        QVERIFY(program.serve());
        for (const auto &[name, upstream] :
             {std::pair(u"bad"_s, &bad), std::pair(u"good"_s, &good)}) {
            const Ran added =
                runBeside(program,
                          u"account add openai-compatible --name %1 --prefix %1 --base-url %2 "
                          "--api-key-stdin"_s.arg(name, upstream->url().toString()),
                          upstream->key() + '\n');
            QVERIFY2(added.exit == 0, added.err.constData());
        }
        const Ran key = program.command(u"key create test --json"_s);
        QCOMPARE(key.exit, 0);
        const Ran combo = program.command(u"combo create two --strategy priority bad/x good/y"_s);
        QVERIFY2(combo.exit == 0, combo.err.constData());

        const QByteArray answer = post(program.url(), key.json()["key"].toBytes(), chat("two"));
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
        QVERIFY(answer.contains(good.text()));
        QCOMPARE(bad.chats().size(), 1);
        QCOMPARE(good.chats().size(), 1);

        const QByteArray id = headerOf(answer, "x-request-id");
        QVERIFY2(!id.isEmpty(), answer.constData());
        const Ran trace = program.command(u"trace %1 --json"_s.arg(QString::fromLatin1(id)));
        QVERIFY2(trace.exit == 0, trace.err.constData());
        const base::Json attempts = trace.json()["attempts"];
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.at(0)["status"].toInt(), 500);
        QCOMPARE(attempts.at(0)["outcome"].toText(), u"failed"_s);
        QCOMPARE(attempts.at(1)["outcome"].toText(), u"answered"_s);
        const Ran table = program.command(u"trace last"_s);
        QVERIFY(table.out.contains("bad/x") && table.out.contains("good/y"));
    }

    void runningAnswersEndBeforeTheProgramDoes()
    {
        FakeUpstream upstream;
        Program program;
        QVERIFY(program.serve());
        QCOMPARE(runBeside(program,
                           u"account add openai-compatible --name u --prefix u --base-url %1 "
                           "--api-key-stdin"_s.arg(upstream.url().toString()),
                           upstream.key())
                     .exit,
                 0);
        const QByteArray key = program.command(u"key create k --json"_s).json()["key"].toBytes();
        connect(&upstream, &FakeUpstream::requestReceived, this,
                [&] { program.server().terminate(); });
        const QByteArray answer = post(program.url(), key, chat("u/slow-100", true));
        QVERIFY2(answer.contains("data: [DONE]"), answer.constData());
        QVERIFY(program.hasEnded());
        QCOMPARE(program.server().exitCode(), 0);
    }

    void theSecondSignalEndsItAtOnce()
    {
        FakeUpstream upstream;
        Program program;
        QVERIFY(program.serve());
        runBeside(program,
                  u"account add openai-compatible --name u --prefix u --base-url %1 "
                  "--api-key-stdin"_s.arg(upstream.url().toString()),
                  upstream.key());
        const QByteArray key = program.command(u"key create k --json"_s).json()["key"].toBytes();
        QTcpSocket socket;
        socket.connectToHost(program.url().host(), quint16(program.url().port()));
        const QByteArray body = chat("u/fault-hang");
        QSignalSpy received(&upstream, &FakeUpstream::requestReceived);
        socket.write("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                     "Content-Type: application/json\r\nAuthorization: Bearer " +
                     key + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                     body);
        QVERIFY(received.wait(10000));
        program.server().terminate();
        // It takes no more connections once the first signal was seen.
        QVERIFY(QTest::qWaitFor(
            [&] {
                QTcpSocket probe;
                probe.connectToHost(program.url().host(), quint16(program.url().port()));
                return !probe.waitForConnected(200);
            },
            10000));
        QVERIFY2(program.server().state() == QProcess::Running,
                 program.server().readAllStandardError().constData());
        program.server().terminate();
        QVERIFY(program.hasEnded());
        QVERIFY2(program.server().exitCode() == 130,
                 program.server().readAllStandardError().constData());
    }

    void startsAgainAfterItWasKilled()
    {
        Program program;
        QVERIFY(program.serve());
        program.server().kill();
        program.server().waitForFinished();
        QVERIFY2(program.serve(), program.server().readAllStandardError().constData());
        QCOMPARE(program.command(u"status"_s).exit, 0);
    }

    void followsTheLogUntilInterrupted()
    {
        Program program;
        QVERIFY(program.serve());
        QProcess logs;
        logs.start(QStringLiteral(OMNI_PROGRAM),
                   {u"logs"_s, u"-f"_s, u"--level"_s, u"debug"_s, u"--data-dir"_s, program.data()});
        logs.waitForStarted();
        ::kill(pid_t(logs.processId()), SIGINT);
        QVERIFY(logs.waitForFinished(5000));
        QVERIFY(logs.exitCode() == 130 || logs.exitStatus() == QProcess::CrashExit);
    }
};

OMNI_TEST(TstServe)
#include "tst_serve.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/run.h"
#include "core/control/controlserver.h"
#include "core/control/datafolder.h"
#include "core/control/documents.h"
#include "tests/core/control/bufferconsole.h"
#include "tests/support/omnitest.h"

#include <QThread>

using namespace omni;
using namespace omni::control;
using namespace omni::test;
using namespace Qt::Literals::StringLiterals;
using base::Json;

namespace {

/// A control server on a thread of its own: the client under test blocks.
class ServerThread
{
public:
    ServerThread(const QString &path, const ControlServer::Dispatch &dispatch)
    {
        m_thread.start();
        m_server = new ControlServer(dispatch);
        m_server->moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            m_server, [this, path] { isListening = m_server->listen(path).has_value(); },
            Qt::BlockingQueuedConnection);
    }
    ~ServerThread()
    {
        QMetaObject::invokeMethod(
            m_server, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    bool isListening = false;

private:
    QThread m_thread;
    ControlServer *m_server = nullptr;
};

} // namespace

class TstClient : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Surroundings m_surroundings{.version = u"9.9"_s,
                                .buildDate = u"2026-01-31"_s,
                                .examine = [](const Invocation &, const QString &) {
                                    return QList<Finding>{{.subject = u"port"_s,
                                                           .state = Finding::State::Bad,
                                                           .what = u"taken"_s,
                                                           .todo = u"free it"_s}};
                                }};

    int run(const QStringList &words, BufferConsole &console)
    {
        return runCommand(*parseCommandLine(words), console, m_surroundings);
    }
    int run(const QString &line, BufferConsole &console) { return run(line.split(u' '), console); }

    std::unique_ptr<ServerThread> serve(const ControlServer::Dispatch &dispatch)
    {
        return std::make_unique<ServerThread>(socketPath(m_folder.path()), dispatch);
    }

private slots:
    void init()
    {
        qputenv("DATA_DIR", m_folder.path().toLocal8Bit());
        qunsetenv("XDG_RUNTIME_DIR");
        qunsetenv("NO_COLOR");
    }
    void cleanup() { qunsetenv("DATA_DIR"); }

    void withoutAnInstanceTheExitCodeIsThree()
    {
        BufferConsole console;
        QCOMPARE(run(u"account list"_s, console), 3);
        QVERIFY(console.out.isEmpty());
        QVERIFY(console.err.contains(u"omniroute serve"_s));
    }

    void statusAsJsonSaysStopped()
    {
        BufferConsole console;
        QCOMPARE(run(u"status --json"_s, console), 3);
        const auto json = Json::parse(console.out.trimmed());
        QVERIFY(json);
        QCOMPARE((*json)["state"].toText(), u"stopped"_s);
        QCOMPARE((*json)["schema"].toText(), u"omniroute.status/1"_s);
    }

    void printsOneJsonObjectOrATable()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.result(Json::object(
                {{"combos",
                  Json::array({Json::object(
                      {{"name", Json("two")},
                       {"strategy", Json("priority")},
                       {"active", Json(true)},
                       {"steps", Json::array({Json::object({{"target", Json("a/x")}}),
                                              Json::object({{"target", Json("b/y")}})})}})})}}));
        });
        QVERIFY(server->isListening);
        BufferConsole json;
        QCOMPARE(run(u"combo list --json"_s, json), 0);
        QCOMPARE(json.out.count('\n'), 1);
        QVERIFY(json.out.startsWith("{\"schema\":\"omniroute.combos/1\","));
        BufferConsole table;
        QCOMPARE(run(u"combo list"_s, table), 0);
        QCOMPARE(QString::fromUtf8(table.out),
                 u"NAME  STRATEGY  IN USE  STEPS\ntwo   priority  yes     a/x → b/y\n"_s);
    }

    void coloursOnlyOnATerminalAndWhereWanted()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.result(
                Json::object({{"settings", Json::array({Json::object({{"key", Json("a.b")}})})}}));
        });
        BufferConsole pipe;
        run(u"setting list"_s, pipe);
        QVERIFY(!pipe.out.contains('\x1b'));
        BufferConsole terminal;
        terminal.isTerminal = true;
        run(u"setting list"_s, terminal);
        QVERIFY(terminal.out.contains('\x1b'));
        BufferConsole off;
        off.isTerminal = true;
        run(u"setting list --no-color"_s, off);
        QVERIFY(!off.out.contains('\x1b'));
        qputenv("NO_COLOR", "1");
        BufferConsole variable;
        variable.isTerminal = true;
        run(u"setting list"_s, variable);
        QVERIFY(!variable.out.contains('\x1b'));
    }

    void passesOnTheInstancesExitCode()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.fail(ExitCode::NotPermitted, "forbidden", u"The keyring is locked."_s);
        });
        BufferConsole console;
        QCOMPARE(run(u"account test x"_s, console), 5);
        QCOMPARE(console.err, u"omniroute: The keyring is locked.\n"_s);
    }

    void readsKeysFromStandardInputOrUnseenFromATerminal()
    {
        const auto server = serve([](const Request &request, Answer &answer) {
            answer.result(Json::object({{"id", Json(request.secret.reveal())}}));
        });
        BufferConsole pipe;
        pipe.input = "sk-piped\n";
        QCOMPARE(run(u"account add glm --name n --api-key-stdin"_s, pipe), 0);
        QCOMPARE(pipe.out, QByteArray("sk-piped\n"));
        QVERIFY(pipe.asked.isEmpty());
        BufferConsole terminal;
        terminal.isTerminal = true;
        terminal.typed = "sk-typed";
        QCOMPARE(run(u"account add glm --name n"_s, terminal), 0);
        QCOMPARE(terminal.out, QByteArray("sk-typed\n"));
        BufferConsole brokenOff;
        brokenOff.isTerminal = true;
        QCOMPARE(run(u"account add glm --name n"_s, brokenOff), 1);
        QVERIFY(brokenOff.out.isEmpty());
        BufferConsole tooLong;
        tooLong.input = QByteArray(70000, 'x');
        QCOMPARE(run(u"account add glm --name n --api-key-stdin"_s, tooLong), 1);
    }

    void asksBeforeWhatCannotBeUndone()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.result(Json::object({{"name", Json("ci")}}));
        });
        BufferConsole no;
        no.isTerminal = true;
        QCOMPARE(run(u"key revoke ci"_s, no), 130);
        QCOMPARE(no.asked, QStringList{u"Revoke the key \"ci\"?"_s});
        BufferConsole yes;
        yes.isTerminal = true;
        yes.saysYes = true;
        QCOMPARE(run(u"key revoke ci"_s, yes), 0);
        BufferConsole option;
        option.isTerminal = true;
        QCOMPARE(run(u"key revoke ci --yes"_s, option), 0);
        QVERIFY(option.asked.isEmpty());
        BufferConsole script;
        QCOMPARE(run(u"key revoke ci"_s, script), 0);
        QVERIFY(script.asked.isEmpty());
    }

    void theKeyAloneIsData()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.result(Json::object(
                {{"id", Json("k1")}, {"key", Json("sk-omr-abc")}, {"name", Json("ci")}}));
        });
        BufferConsole console;
        QCOMPARE(run(u"key create ci"_s, console), 0);
        QCOMPARE(console.out, QByteArray("sk-omr-abc\n"));
        QVERIFY(console.err.contains(u"ci"_s));
        BufferConsole json;
        QCOMPARE(run(u"key create ci --json"_s, json), 0);
        QVERIFY(json.out.startsWith(
            "{\"schema\":\"omniroute.key/1\",\"id\":\"k1\",\"key\":\"sk-omr-abc\""));
    }

    void followingEndsWhenNobodyReads()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.keepOpen();
            answer.result(
                Json::object({{"lines", Json::array({Json::object({{"level", Json("info")}})})}}));
        });
        BufferConsole console;
        console.isBroken = true;
        QCOMPARE(run(u"logs -f"_s, console), 0);
    }

    void nothingInAnAnswerMovesTheCursor()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.result(Json::object({{"value", Json("a\x1b[2Jb\r\n")}}));
        });
        BufferConsole console;
        run(u"setting get app.theme"_s, console);
        QCOMPARE(console.out, QByteArray("a [2Jb  \n"));
    }

    void doctorLooksFromOutsideWhenNothingRuns()
    {
        BufferConsole console;
        QCOMPARE(run(u"doctor"_s, console), 7);
        QVERIFY(console.out.contains("does not run"));
        QVERIFY(console.out.contains("Do: free it"));
        BufferConsole json;
        QCOMPARE(run(u"doctor --json"_s, json), 7);
        QCOMPARE((*Json::parse(json.out.trimmed()))["good"].toBool(true), false);
    }

    void doctorAsksTheInstanceWhenOneRuns()
    {
        const auto server = serve([](const Request &, Answer &answer) {
            answer.result(Json::object(
                {{"findings", findingsJson({{.subject = u"gateway"_s, .what = u"listens"_s}})}}));
        });
        BufferConsole console;
        QCOMPARE(run(u"doctor"_s, console), 0);
        QVERIFY(console.out.contains("gateway"));
        QVERIFY(!console.out.contains("free it"));
    }

    void translateWritesLossesOneALine()
    {
        BufferConsole console;
        console.input = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
                        "\"logit_bias\":{\"50256\":-100}}";
        QCOMPARE(
            run(u"translate request --from openai-chat --to anthropic --model claude"_s, console),
            0);
        const auto json = Json::parse(console.out.trimmed());
        QVERIFY(json);
        QCOMPARE((*json)["model"].toText(), u"claude"_s);
        const QStringList lines = console.err.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines) {
            const auto loss = Json::parse(line.toUtf8());
            QVERIFY2(loss && (*loss)["path"].isString() && (*loss)["reason"].isString(),
                     qPrintable(line));
        }
    }

    void translateSaysWhatIsWrong()
    {
        BufferConsole console;
        console.input = "{\"model\":5}";
        QCOMPARE(run(u"translate request --from openai-chat --to anthropic"_s, console), 1);
        QVERIFY(console.err.contains(u"model"_s));
        BufferConsole usage;
        QCOMPARE(run(u"translate request --from openai-chat"_s, usage), 2);
        QVERIFY(usage.err.contains(u"--to"_s));
    }

    void translateTellsTheFormatAndShowsItsSteps()
    {
        BufferConsole told;
        told.input = "{\"model\":\"m\",\"max_tokens\":9,\"system\":\"s\",\"messages\":[{\"role\":"
                     "\"user\",\"content\":\"hi\"}]}";
        QCOMPARE(run(u"translate request --to openai-chat"_s, told), 0);
        QVERIFY(told.err.contains(u"anthropic"_s));
        QVERIFY(told.out.contains("\"system\""));
        BufferConsole unknown;
        unknown.input = "{}";
        QCOMPARE(run(u"translate request --to openai-chat"_s, unknown), 2);
        QVERIFY(unknown.err.contains(u"--from"_s));

        BufferConsole steps;
        QCOMPARE(run(u"translate request --template tools --to anthropic --steps"_s, steps), 0);
        const QList<QByteArray> lines = steps.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE((*Json::parse(lines.at(0)))["format"], Json("openai-chat"));
        QCOMPARE((*Json::parse(lines.at(1)))["step"], Json("canonical"));
        QCOMPARE((*Json::parse(lines.at(2)))["body"]["tools"].at(0)["name"], Json("get_weather"));
        const auto wrong = parseCommandLine(
            {u"translate"_s, u"request"_s, u"--template"_s, u"tool"_s, u"--to"_s, u"anthropic"_s});
        QVERIFY(!wrong);
        QVERIFY(wrong.error().detail.contains(u"tools"_s));
    }

    void printsDocuments()
    {
        BufferConsole help;
        QCOMPARE(run(u"help account"_s, help), 0);
        QVERIFY(help.out.contains("account add"));
        BufferConsole one;
        QCOMPARE(run(u"help account add"_s, one), 0);
        QVERIFY(one.out.contains("--api-key-stdin"));
        BufferConsole unknown;
        QCOMPARE(run(u"help acount"_s, unknown), 2);
        QVERIFY(unknown.err.contains(u"\"account\""_s));
        BufferConsole shell;
        QCOMPARE(run(u"completion fish"_s, shell), 0);
        QCOMPARE(QString::fromUtf8(shell.out), completions(u"fish"_s));
        BufferConsole version;
        QCOMPARE(run(u"--version"_s, version), 0);
        QCOMPARE(version.out, QByteArray("omniroute 9.9\n"));
    }
};

OMNI_TEST(TstClient)
#include "tst_client.moc"

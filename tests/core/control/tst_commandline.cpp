// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/documents.h"
#include "core/control/invocation.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace omni::control;
using namespace Qt::Literals::StringLiterals;

class TstCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void readsTheCommandsOfTheContract_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        const QStringList lines{
            u"--minimized|"_s,
            u"--host 127.0.0.1 --port 0 --data-dir /tmp/x --secrets memory|"_s,
            u"serve --port 0 --secrets file --passphrase-file /tmp/p|serve"_s,
            u"status --json|status"_s,
            u"stop|stop"_s,
            u"doctor|doctor"_s,
            u"provider list --all|provider list"_s,
            u"provider show glm|provider show"_s,
            u"account list|account list"_s,
            u"account add openai-compatible --name n --base-url http://127.0.0.1:1/v1 --prefix p "
            "--format openai-chat --tier cheap --priority 3 --model a --model b --api-key-stdin "
            "--no-check|account add"_s,
            u"account test x|account test"_s,
            u"account pause x|account pause"_s,
            u"account resume x|account resume"_s,
            u"account remove x|account remove"_s,
            u"account refresh x|account refresh"_s,
            u"model list --provider p|model list"_s,
            u"model alias a b|model alias"_s,
            u"model custom p m|model custom"_s,
            u"combo list|combo list"_s,
            u"combo create two --strategy priority bad/x good/y|combo create"_s,
            u"combo edit two --rename three|combo edit"_s,
            u"combo remove two|combo remove"_s,
            u"combo use two|combo use"_s,
            u"combo test two|combo test"_s,
            u"key list|key list"_s,
            u"key create n --allow glm/* --rpm 5 --expires 30d --json|key create"_s,
            u"key rotate k|key rotate"_s,
            u"key revoke k|key revoke"_s,
            u"logs -f --level warning|logs"_s,
            u"trace r1|trace"_s,
            u"setting list|setting list"_s,
            u"setting get k|setting get"_s,
            u"setting set k v|setting set"_s,
            u"translate request --from openai-chat --to anthropic --model m|translate request"_s,
            u"translate response --from anthropic --to openai-chat|translate response"_s,
            u"translate stream --from openai-chat --to anthropic --cut 1|translate stream"_s,
            u"completion bash|completion"_s,
            u"keys|key list"_s,
            u"providers --all|provider list"_s,
        };
        for (const QString &line : lines)
            QTest::newRow(qPrintable(line)) << line.section(u'|', 0, 0) << line.section(u'|', 1);
    }

    void readsTheCommandsOfTheContract()
    {
        QFETCH(QString, line);
        QFETCH(QString, words);
        const auto read = parseCommandLine(line.split(u' '));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->command().words(), words);
    }

    void keepsValues()
    {
        const auto read = parseCommandLine({u"account"_s, u"add"_s, u"glm"_s, u"--model=a"_s,
                                            u"--model"_s, u"b"_s, u"--priority"_s, u"7"_s,
                                            u"--name"_s, u"-x"_s, u"--no-check"_s});
        QVERIFY(read);
        QCOMPARE(read->text(u"provider"_s), u"glm"_s);
        QCOMPARE(read->list(u"model"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(read->number(u"priority"_s), std::optional<qint64>(7));
        QCOMPARE(read->text(u"name"_s), u"-x"_s);
        QVERIFY(read->has(u"no-check"_s));
        QVERIFY(!read->has(u"api-key-stdin"_s));
    }

    void twoDashesEndTheOptions()
    {
        const auto read = parseCommandLine({u"setting"_s, u"set"_s, u"--"_s, u"a.b"_s, u"--5"_s});
        QVERIFY(read);
        QCOMPARE(read->text(u"value"_s), u"--5"_s);
    }

    void saysWhatIsWrongAndWhatWasMeant_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString &line, const QString &says) {
            QTest::newRow(qPrintable(line)) << line << says;
        };
        row(u"statsu"_s, u"Did you mean \"status\"?"_s);
        row(u"acount list"_s, u"Did you mean \"account\"?"_s);
        row(u"account lst"_s, u"Did you mean \"list\"?"_s);
        row(u"key creat x"_s, u"Did you mean \"create\"?"_s);
        row(u"serve --prot 0"_s, u"Did you mean \"--port\"?"_s);
        row(u"--minimised"_s, u"Did you mean \"--minimized\"?"_s);
        row(u"serve --secrets keychian"_s, u"Did you mean \"keychain\"?"_s);
        row(u"serve port"_s, u"Did you mean \"--port\"?"_s);
        row(u"serve --port 70000"_s, u"from 0 to 65535"_s);
        row(u"serve --port"_s, u"--port needs a value"_s);
        row(u"serve --port 1 --port 2"_s, u"more than once"_s);
        row(u"status --json=yes"_s, u"takes no value"_s);
        row(u"account test"_s, u"ID is missing"_s);
        row(u"account test a b"_s, u"\"b\""_s);
        row(u"combo create two"_s, u"STEP is missing"_s);
        row(u"completion tcsh"_s, u"bash, zsh, fish"_s);
        row(u"raise-window"_s, u"There is no command"_s);
        row(u"translate"_s, u"request, response, stream"_s);
    }

    void saysWhatIsWrongAndWhatWasMeant()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        const auto read = parseCommandLine(line.split(u' '));
        QVERIFY(!read);
        QCOMPARE(read.error().code, base::ErrorCode::InvalidRequest);
        QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
        QVERIFY2(read.error().detail.contains(u"--help"_s), qPrintable(read.error().detail));
    }

    void helpComesForAnIncompleteCommand()
    {
        const auto read = parseCommandLine({u"account"_s, u"test"_s, u"--help"_s});
        QVERIFY(read);
        QVERIFY(read->has(u"help"_s));
    }

    void crossesTheSocketUnchanged()
    {
        const auto read = parseCommandLine({u"key"_s, u"create"_s, u"né\n"_s, u"--allow"_s,
                                            u"glm/*"_s, u"--allow"_s, u"x"_s, u"--json"_s});
        QVERIFY(read);
        const auto back = Invocation::fromJson(read->toJson());
        QVERIFY(back);
        QCOMPARE(*back, *read);
    }

    void refusesWhatTheTableDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("noun") << QByteArray(R"({"noun":"x","verb":"","values":{}})");
        QTest::newRow("no values") << QByteArray(R"({"noun":"status","verb":""})");
        QTest::newRow("option") << QByteArray(
            R"({"noun":"status","verb":"","values":{"force":[]}})");
        QTest::newRow("no list") << QByteArray(
            R"({"noun":"account","verb":"test","values":{"id":"x"}})");
        QTest::newRow("no text") << QByteArray(
            R"({"noun":"account","verb":"test","values":{"id":[1]}})");
        QTest::newRow("missing") << QByteArray(R"({"noun":"account","verb":"test","values":{}})");
        QTest::newRow("choice") << QByteArray(
            R"({"noun":"logs","verb":"","values":{"level":["loud"]}})");
    }

    void refusesWhatTheTableDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!Invocation::fromJson(*base::Json::parse(json)));
    }
};

OMNI_TEST(TstCommandLine)
#include "tst_commandline.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"
#include "tests/core/control/instancefixture.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace omni::control;
using namespace omni::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString why(const Told &told)
{
    return told.problem ? told.problem->message : u"no problem"_s;
}

} // namespace

class TstHandlers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<InstanceFixture> m_instance;

    QString idOf(const QString &name)
    {
        const Told told = m_instance->run(u"account list"_s);
        for (const base::Json &account : told.data["accounts"].items()) {
            if (account["name"].toText() == name)
                return account["id"].toText();
        }
        return {};
    }

private slots:
    void init()
    {
        m_instance = std::make_unique<InstanceFixture>();
        QCOMPARE(m_instance->trouble, QString());
    }
    void cleanup() { m_instance.reset(); }

    void everyInstanceCommandHasAHandler()
    {
        for (const Command &command : commands()) {
            const bool isInstance = command.place == Command::Place::Instance;
            const bool expected = isInstance || command.noun == "doctor"_L1;
            QVERIFY2((handlerFor(command) != nullptr) == expected, qPrintable(command.words()));
        }
    }

    void statusTellsWhereAndHow()
    {
        m_instance->addUpstream(u"lab"_s);
        const Told told = m_instance->run(u"status"_s);
        QCOMPARE(told.data["url"].toText(), m_instance->url);
        QCOMPARE(told.data["accounts"]["ready"].toInt(), 1);
        QCOMPARE(told.data["accounts"]["total"].toInt(), 1);
        QCOMPARE(told.data["uptime_seconds"].toInt(), 1000);
        // Unknown is not zero.
        QVERIFY(told.data["last_24_hours"]["tokens"].isNull());
    }

    void stopAnswersThenStops()
    {
        const Told told = m_instance->run(u"stop"_s);
        QVERIFY(m_instance->isStopped);
        QVERIFY(told.staysOpen);
        QCOMPARE(told.data["running"].toInt(), 0);
    }

    void raiseIsAConflictWithoutWindows()
    {
        QCOMPARE(m_instance->run(u"raise"_s).problem->exit, ExitCode::Conflict);
        m_instance->hasWindows = true;
        m_instance->dispatch = dispatcher(m_instance->rooms());
        QVERIFY(!m_instance->run(u"raise"_s).problem);
        QVERIFY(m_instance->isRaised);
    }

    void addsAProviderOfTheUsersOwn()
    {
        const Told told = m_instance->addUpstream(u"lab"_s);
        QVERIFY2(!told.problem, qPrintable(why(told)));
        QCOMPARE(told.data["prefix"].toText(), u"lab"_s);
        QCOMPARE(told.data["check"].toText(), u"good"_s);
        QVERIFY(told.data["models"].toInt() > 0);
        QCOMPARE(told.data["state"].toText(), u"ready"_s);
        const Told models = m_instance->run(u"model list --provider lab"_s);
        QCOMPARE(models.data["models"].size(), told.data["models"].toInt());
        QVERIFY(models.data["models"].at(0)["id"].toText().startsWith("lab/"_L1));
    }

    void aProviderOfTheUsersOwnMaySpeakOtherFormats_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("base");
        QTest::newRow("gemini") << u"gemini-compatible"_s << u"/v1beta"_s;
        QTest::newRow("responses") << u"openai-compatible --format openai-responses"_s << u"/v1"_s;
        QTest::newRow("anthropic") << u"anthropic-compatible"_s << u"/v1"_s;
    }
    void aProviderOfTheUsersOwnMaySpeakOtherFormats()
    {
        QFETCH(QString, words);
        QFETCH(QString, base);
        const Told told =
            m_instance->run(u"account add %1 --name lab --prefix lab --base-url %2"_s.arg(
                                words, m_instance->upstream.url(base).toString()),
                            m_instance->upstream.key());
        QVERIFY2(!told.problem, qPrintable(why(told)));
        QCOMPARE(told.data["check"].toText(), u"good"_s);
        QCOMPARE(told.data["models"].toInt(), 3);
        const Told models = m_instance->run(u"model list --provider lab"_s);
        QVERIFY(models.data["models"].at(0)["id"].toText().startsWith("lab/fake-"_L1));
    }

    void aRefusedKeyLeavesNothingBehind()
    {
        const Told told = m_instance->run(
            u"account add openai-compatible --name lab --prefix lab --base-url %1"_s.arg(
                m_instance->upstream.url().toString()),
            "sk-wrong-key");
        QVERIFY(told.problem);
        QCOMPARE(told.problem->exit, ExitCode::CheckFailed);
        QVERIFY2(!told.problem->message.contains(u"sk-wrong"_s), qPrintable(why(told)));
        QTRY_COMPARE(m_instance->run(u"provider list"_s).data["providers"].size(), 0);
        QCOMPARE(m_instance->run(u"account list"_s).data["accounts"].size(), 0);
    }

    void noCheckSavesWithoutAsking()
    {
        const Told told = m_instance->run(
            u"account add openai-compatible --name off --prefix off --no-check --model m1 "
            "--base-url http://127.0.0.1:1/v1"_s,
            "some-key");
        QVERIFY2(!told.problem, qPrintable(why(told)));
        QCOMPARE(told.data["check"].toText(), u"skipped"_s);
        QCOMPARE(told.data["models"].toInt(), 1);
    }

    void refusesWhatCannotBeAnAccount_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &line, const QByteArray &key, int exit,
                            const QString &says) {
            QTest::newRow(name) << line << key << exit << says;
        };
        row("unknown provider", u"account add glmm --name x"_s, "k", 4, u"glm"_s);
        row("no key", u"account add glm --name x"_s, "", 2, u"--api-key-stdin"_s);
        row("key with blank", u"account add glm --name x --no-check"_s, "a b", 2, u"blank"_s);
        row("no base url", u"account add openai-compatible --name x --prefix x"_s, "k", 2,
            u"--base-url"_s);
        row("no prefix that fits",
            u"account add openai-compatible --name x --prefix X! --base-url https://a.example/v1"_s,
            "k", 2, u"prefix"_s);
        row("taken prefix",
            u"account add openai-compatible --name x --prefix glm --base-url https://a.example/v1"_s,
            "k", 2, u"glm"_s);
        row("plain http to elsewhere",
            u"account add openai-compatible --name x --prefix x --base-url http://a.example/v1"_s,
            "k", 5, u"--allow-http"_s);
        row("password in the address",
            u"account add openai-compatible --name x --prefix x --base-url https://u:p@a.example/"_s,
            "k", 2, u"password"_s);
        row("metadata address",
            u"account add openai-compatible --name x --prefix x --base-url "
            "http://169.254.169.254/v1"_s,
            "k", 5, u"169.254.169.254"_s);
        row("bad header",
            u"account add openai-compatible --name x --prefix x --header a(b:c --base-url "
            "https://a.example/v1"_s,
            "k", 2, u"header"_s);
        row("a format where the word says it",
            u"account add gemini-compatible --name x --prefix x --format openai-responses "
            "--base-url https://a.example/v1beta"_s,
            "k", 2, u"--format"_s);
        row("own option at a known provider", u"account add glm --name x --prefix y"_s, "k", 2,
            u"--prefix"_s);
        row("unreachable",
            u"account add openai-compatible --name x --prefix x --base-url http://127.0.0.1:1/v1"_s,
            "k", 7, u"127.0.0.1"_s);
    }

    void refusesWhatCannotBeAnAccount()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, key);
        QFETCH(int, exit);
        QFETCH(QString, says);
        const Told told = m_instance->run(line, key);
        QVERIFY(told.problem);
        QVERIFY2(told.problem->message.contains(says), qPrintable(why(told)));
        QCOMPARE(int(told.problem->exit), exit);
        QCOMPARE(m_instance->run(u"account list"_s).data["accounts"].size(), 0);
    }

    void sameNameTwiceIsAConflict()
    {
        m_instance->addUpstream(u"lab"_s);
        QCOMPARE(m_instance->addUpstream(u"lab"_s).problem->exit, ExitCode::Conflict);
    }

    void testsPausesResumesRemoves()
    {
        m_instance->addUpstream(u"lab"_s);
        const Told good = m_instance->run(u"account test lab"_s);
        QVERIFY2(!good.problem, qPrintable(why(good)));
        QCOMPARE(good.data["status"].toInt(), 200);
        QCOMPARE(m_instance->run(u"account pause lab"_s).data["state"].toText(), u"paused"_s);
        QCOMPARE(m_instance->run(u"account resume lab"_s).data["state"].toText(), u"ready"_s);
        m_instance->upstream.setKey("another");
        const Told refused = m_instance->run(u"account test lab"_s);
        QCOMPARE(refused.problem->exit, ExitCode::CheckFailed);
        QCOMPARE(m_instance->run(u"account list"_s).data["accounts"].at(0)["state"].toText(),
                 u"refused"_s);
        QVERIFY(!m_instance->run(u"account remove lab --dry-run"_s).problem);
        QCOMPARE(m_instance->run(u"account list"_s).data["accounts"].size(), 1);
        QVERIFY(!m_instance->run(u"account remove lab"_s).problem);
        QCOMPARE(m_instance->run(u"account list"_s).data["accounts"].size(), 0);
    }

    void unknownItemsAreNotFoundAndNameWhatIsNear()
    {
        m_instance->addUpstream(u"lab"_s);
        m_instance->run(u"combo create two lab/a lab/b"_s);
        m_instance->run(u"key create laptop"_s);
        const QList<std::pair<QString, QString>> lines{
            {u"account test lap"_s, u"\"lab\""_s},
            {u"provider show glmm"_s, u"\"glm\""_s},
            {u"combo test tow"_s, u"\"two\""_s},
            {u"key revoke laptpo"_s, u"\"laptop\""_s},
            {u"setting get app.them"_s, u"app.theme"_s},
            {u"trace nothing"_s, u"x-request-id"_s},
            {u"trace last"_s, u"No request"_s},
            {u"model alias none --remove"_s, u"\"none\""_s},
        };
        for (const auto &[line, says] : lines) {
            const Told told = m_instance->run(line);
            QVERIFY2(told.problem, qPrintable(line));
            QCOMPARE(told.problem->exit, ExitCode::NotFound);
            QVERIFY2(told.problem->message.contains(says), qPrintable(why(told)));
        }
    }

    void addsAModelByHand()
    {
        m_instance->addUpstream(u"lab"_s);
        const Told told = m_instance->run(u"model custom lab own-model --context 5000"_s);
        QVERIFY2(!told.problem, qPrintable(why(told)));
        const Told list = m_instance->run(u"model list --provider lab"_s);
        const auto &models = list.data["models"].items();
        const bool isListed =
            std::any_of(models.begin(), models.end(), [](const base::Json &model) {
                return model["id"].toBytes() == "lab/own-model" && model["context"].toInt() == 5000;
            });
        QVERIFY(isListed);
        // A refresh keeps it.
        QVERIFY(!m_instance->run(u"account refresh lab"_s).problem);
        QCOMPARE(m_instance->run(u"model list --provider lab"_s).data["models"].size(),
                 models.size());
    }

    void aliasesAndCombosShareTheirNames()
    {
        m_instance->addUpstream(u"lab"_s);
        QVERIFY(!m_instance->run(u"model alias fast lab/a"_s).problem);
        QCOMPARE(m_instance->run(u"combo create fast lab/a"_s).problem->exit, ExitCode::Conflict);
        QVERIFY(!m_instance->run(u"combo create two lab/a"_s).problem);
        QCOMPARE(m_instance->run(u"model alias two lab/a"_s).problem->exit, ExitCode::Conflict);
        QCOMPARE(m_instance->run(u"model list"_s).data["aliases"].at(0)["target"].toText(),
                 u"lab/a"_s);
        QVERIFY(!m_instance->run(u"model alias fast --remove"_s).problem);
        QCOMPARE(m_instance->run(u"model list"_s).data["aliases"].size(), 0);
        QCOMPARE(m_instance->run(u"model alias fast"_s).problem->exit, ExitCode::Usage);
    }

    void combosAreMadeChangedUsedAndRemoved()
    {
        m_instance->addUpstream(u"bad"_s);
        m_instance->addUpstream(u"good"_s);
        const Told made =
            m_instance->run(u"combo create two --strategy priority bad/x good/y@good"_s);
        QVERIFY2(!made.problem, qPrintable(why(made)));
        QCOMPARE(made.data["steps"].at(1)["target"].toText(), u"good/y"_s);
        QCOMPARE(made.data["steps"].at(1)["account"].toText(), idOf(u"good"_s));
        QCOMPARE(m_instance->run(u"combo create two good/y"_s).problem->exit, ExitCode::Conflict);
        QVERIFY(m_instance->run(u"combo use two"_s).data["active"].toBool());
        QCOMPARE(m_instance->gateway->activeCombo(), u"two"_s);
        QVERIFY(!m_instance->run(u"combo edit two --rename three --wait 5"_s).problem);
        QCOMPARE(m_instance->gateway->activeCombo(), u"three"_s);
        const Told list = m_instance->run(u"combo list"_s);
        QCOMPARE(list.data["combos"].at(0)["wait_seconds"].toInt(), 5);
        QCOMPARE(list.data["combos"].at(0)["steps"].size(), 2);
        QVERIFY(!m_instance->run(u"combo remove three"_s).problem);
        QCOMPARE(m_instance->gateway->activeCombo(), QString());
        QCOMPARE(m_instance->run(u"combo use three"_s).problem->exit, ExitCode::NotFound);
        QVERIFY(!m_instance->run(u"combo use none"_s).problem);
    }

    void aStepThatNobodyOffersIsRemarked()
    {
        const Told told = m_instance->run(u"combo create two nowhere/x"_s);
        QVERIFY2(!told.problem, qPrintable(why(told)));
        QVERIFY(told.data["remarks"].at(0).toText().contains(u"nowhere/x"_s));
    }

    void comboTestSaysWhatWouldHappenNow()
    {
        m_instance->addUpstream(u"bad"_s);
        m_instance->addUpstream(u"good"_s);
        m_instance->run(u"combo create two bad/x good/y"_s);
        m_instance->cooldowns->reportFailure(
            auth::AccountId(idOf(u"bad"_s)), "x",
            {.code = base::ErrorCode::RateLimited, .retryAfter = std::chrono::seconds(30)});
        const Told told = m_instance->run(u"combo test two"_s);
        QVERIFY(told.data["answered"].toBool());
        const base::Json &first = told.data["candidates"].at(0);
        QCOMPARE(first["verdict"].toText(), u"skipped"_s);
        QCOMPARE(first["reason"].toText(), u"cooling"_s);
        QCOMPARE(QDateTime::fromString(first["until"].toText(), Qt::ISODateWithMs),
                 m_instance->clock.wall().addSecs(30));
        QCOMPARE(told.data["candidates"].at(1)["verdict"].toText(), u"takes"_s);
        QVERIFY(m_instance->upstream.requests().isEmpty() ||
                m_instance->upstream.requests().last().path.endsWith("/models"));
    }

    void keysAreShownOnceAndWork()
    {
        const Told made = m_instance->run(u"key create ci --allow lab/* --rpm 5 --expires 30d"_s);
        QVERIFY2(!made.problem, qPrintable(why(made)));
        const QByteArray clear = made.data["key"].toBytes();
        QVERIFY(clear.startsWith("sk-omr-"));
        QVERIFY(m_instance->keys->check(clear));
        QCOMPARE(made.data["requests_per_minute"].toInt(), 5);
        QCOMPARE(QDateTime::fromString(made.data["expires"].toText(), Qt::ISODateWithMs),
                 m_instance->clock.wall().addDays(30));
        QVERIFY(!m_instance->run(u"key list"_s).data.toJson().contains(clear));
        QCOMPARE(m_instance->run(u"key create ci"_s).problem->exit, ExitCode::Conflict);

        const QByteArray second = m_instance->run(u"key rotate ci"_s).data["key"].toBytes();
        QVERIFY(!m_instance->keys->check(clear));
        QVERIFY(m_instance->keys->check(second));
        QVERIFY(!m_instance->run(u"key revoke ci"_s).problem);
        QVERIFY(!m_instance->keys->check(second));
        // Its name is free again, and it stays ended.
        QCOMPARE(m_instance->run(u"key rotate ci"_s).problem->exit, ExitCode::NotFound);
        const QString id = made.data["id"].toText();
        QCOMPARE(m_instance->run(u"key rotate "_s + id).problem->exit, ExitCode::Conflict);
    }

    void aKeyCannotExpireInThePast()
    {
        QCOMPARE(m_instance->run(u"key create x --expires 2001-01-01"_s).problem->exit,
                 ExitCode::Usage);
        QCOMPARE(m_instance->run(u"key create x --expires soon"_s).problem->exit, ExitCode::Usage);
        QVERIFY(!m_instance->run(u"key create x --expires 2030-01-31"_s).problem);
    }

    void dryRunChangesNothing()
    {
        m_instance->addUpstream(u"lab"_s);
        for (const QString &line :
             {u"key create x --dry-run"_s, u"combo create two lab/a --dry-run"_s,
              u"model alias fast lab/a --dry-run"_s, u"setting set app.theme dark --dry-run"_s,
              u"account add openai-compatible --name z --prefix z --base-url "
              "http://127.0.0.1:1/v1 --dry-run"_s}) {
            const Told told = m_instance->run(line);
            QVERIFY2(!told.problem, qPrintable(why(told)));
            QVERIFY2(told.data["dry_run"].toBool(), qPrintable(line));
        }
        QVERIFY(m_instance->keys->all().isEmpty());
        QVERIFY(m_instance->combos->all().isEmpty());
        QVERIFY(m_instance->combos->aliases().isEmpty());
        QVERIFY(!m_instance->settings->isSet(u"app.theme"_s));
        QCOMPARE(m_instance->accounts->all().size(), 1);
    }

    void settingsAreCheckedSetAndReset()
    {
        QCOMPARE(m_instance->run(u"setting set app.theme pink"_s).problem->exit, ExitCode::Usage);
        QCOMPARE(m_instance->run(u"setting set app.theme dark"_s).data["value"].toText(),
                 u"dark"_s);
        QCOMPARE(m_instance->run(u"setting get app.theme"_s).data["value"].toText(), u"dark"_s);
        QCOMPARE(m_instance->run(u"setting reset app.theme"_s).data["value"].toText(), u"system"_s);
        QVERIFY(m_instance->run(u"setting list"_s).data["settings"].size() > 3);
    }

    void logsFollowEveryThreadAndLevel()
    {
        base::LogSink::install({.toStderr = false});
        qCWarning(lcApp) << "before";
        Told told;
        {
            Ear ear(told);
            m_instance->dispatch({.invocation = *parseCommandLine(
                                      u"logs -f --level warning --lines 1"_s.split(u' '))},
                                 ear);
            QVERIFY(told.staysOpen);
            QCOMPARE(told.data["lines"].size(), 1);
            QCOMPARE(told.data["lines"].at(0)["text"].toText(), u"before"_s);
            qCInfo(lcApp) << "not worth it";
            std::unique_ptr<QThread> thread(
                QThread::create([] { qCWarning(lcNet) << "from elsewhere"; }));
            thread->start();
            thread->wait();
            QTRY_COMPARE(told.items.size(), 1);
            QCOMPARE(told.items.first()["text"].toText(), u"from elsewhere"_s);
            QCOMPARE(told.items.first()["category"].toText(), u"omni.net"_s);
        }
        qCWarning(lcApp) << "after it left";
        QCoreApplication::processEvents();
        QCOMPARE(told.items.size(), 1);
        qInstallMessageHandler(nullptr);
    }

    void traceShowsTheRecord()
    {
        usage::ExchangeRecord record;
        record.id = "r1";
        record.startedMs = m_instance->clock.wall().toMSecsSinceEpoch();
        record.requestedModel = "two";
        record.status = 200;
        record.attempts = {{.provider = u"bad"_s,
                            .model = "x",
                            .outcome = usage::AttemptRecord::Outcome::Failed,
                            .reason = u"upstream_failed"_s,
                            .status = 500}};
        m_instance->log->add(record);
        for (const QString &line : {u"trace r1"_s, u"trace last"_s}) {
            const Told told = m_instance->run(line);
            QVERIFY2(!told.problem, qPrintable(why(told)));
            QCOMPARE(told.data["attempts"].at(0)["status"].toInt(), 500);
        }
    }

    void doctorNamesWhatIsWrongInside()
    {
        const Told empty = m_instance->run(u"doctor"_s);
        QVERIFY(empty.data.toJson().contains("omniroute account add"));
        m_instance->addUpstream(u"lab"_s);
        m_instance->upstream.setKey("another");
        m_instance->run(u"account test lab"_s);
        m_instance->url.clear();
        const QByteArray text = m_instance->run(u"doctor"_s).data.toJson();
        QVERIFY(text.contains("listens nowhere"));
        QVERIFY(text.contains("refused"));
    }

    void providersAreListedAndShown()
    {
        QCOMPARE(m_instance->run(u"provider list"_s).data["providers"].size(), 0);
        QVERIFY(m_instance->run(u"provider list --all"_s).data["providers"].size() > 20);
        m_instance->addUpstream(u"lab"_s);
        QCOMPARE(m_instance->run(u"provider list"_s).data["providers"].size(), 1);
        const Told shown = m_instance->run(u"provider show lab"_s);
        QVERIFY(shown.data["own"].toBool());
        QCOMPARE(shown.data["account_list"].size(), 1);
        QCOMPARE(m_instance->run(u"provider show glm"_s).data["id"].toText(), u"glm"_s);
    }
};

OMNI_TEST(TstHandlers)
#include "tst_handlers.moc"

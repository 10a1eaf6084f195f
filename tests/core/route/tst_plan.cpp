// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/route/plan.h"
#include "tests/support/omnitest.h"

using namespace omni;
using auth::Account;
using auth::AccountId;
using base::ErrorCode;
using route::Combo;
using route::Wish;

class TstPlan : public QObject
{
    Q_OBJECT

private:
    base::ManualClock m_clock;
    catalog::Catalog m_catalog;
    QList<Account> m_accounts;
    QList<Combo> m_combos;
    QHash<QString, QString> m_aliases;
    QString m_activeCombo;
    std::unique_ptr<health::Cooldowns> m_cooldowns;
    QString m_locked; ///< id of an account whose keyring is locked

    void addProvider(const char *id, const QList<QByteArray> &models, bool passes = true)
    {
        catalog::Provider provider;
        provider.id = catalog::ProviderId(QString::fromLatin1(id));
        provider.prefix = QString::fromLatin1(id);
        provider.name = provider.prefix;
        provider.format = chat::Format::OpenAiChat;
        provider.passesUnknownModels = passes;
        for (const QByteArray &model : models)
            provider.models.append({.id = model});
        QVERIFY(m_catalog.put(provider));
    }

    void addAccount(const char *id, const char *provider)
    {
        Account account;
        account.id = AccountId(QString::fromLatin1(id));
        account.name = account.id.text().toUpper();
        account.provider = catalog::ProviderId(QString::fromLatin1(provider));
        m_accounts.append(account);
    }

    void addCombo(const char *name, const QStringList &targets)
    {
        Combo combo{.name = QString::fromLatin1(name)};
        for (const QString &target : targets)
            combo.steps.append({target, {}});
        m_combos.append(combo);
    }

    base::Result<route::Plan> plan(const Wish &wish) const
    {
        return route::plan(wish, {.catalog = m_catalog,
                                  .accounts = m_accounts,
                                  .combos = m_combos,
                                  .aliases = m_aliases,
                                  .activeCombo = m_activeCombo,
                                  .cooldowns = *m_cooldowns,
                                  .secretTrouble = [this](const Account &account) {
                                      return account.id.text() == m_locked
                                                 ? QStringLiteral("locked")
                                                 : QString();
                                  }});
    }

    /// "account:model" of each candidate, with "!reason" when it is skipped.
    QStringList planned(const Wish &wish) const
    {
        const auto made = plan(wish);
        if (!made)
            return {base::errorCodeName(made.error().code)};
        QStringList out;
        for (const route::Candidate &candidate : made->candidates)
            out.append(candidate.target.account.text() + u':' +
                       QString::fromUtf8(candidate.target.model) +
                       (candidate.skipped.isEmpty() ? QString() : u'!' + candidate.skipped));
        return out;
    }
    QStringList planned(const char *model) const
    {
        return planned(Wish{.model = QString::fromLatin1(model)});
    }
    static QStringList list(const char *words)
    {
        return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    }

private slots:
    void init()
    {
        m_catalog = {};
        m_accounts.clear();
        m_combos.clear();
        m_aliases.clear();
        m_activeCombo.clear();
        m_locked.clear();
        m_cooldowns = std::make_unique<health::Cooldowns>(m_clock);
        addProvider("glm", {"big", "shared"});
        addProvider("kimi", {"shared"});
        addProvider("strict", {"only"}, false);
        addAccount("g1", "glm");
        addAccount("g2", "glm");
        addAccount("k1", "kimi");
        addAccount("s1", "strict");
    }

    void namesLeadToTargets_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *model, const char *expected) {
            QTest::newRow(model) << QString::fromLatin1(model) << QString::fromLatin1(expected);
        };
        row("glm/big", "g1:big g2:big");
        row("GLM/big", "g1:big g2:big");
        row("glm/unlisted", "g1:unlisted g2:unlisted");
        row("glm/a/b", "g1:a/b g2:a/b");
        row("strict/other", "s1:other!unknown_model");
        row("big", "g1:big g2:big");
        row("shared", "g1:shared g2:shared k1:shared");
        row("fast", "k1:shared");
        row("twice", "k1:shared");
        row("two", "k1:shared g1:big g2:big");
        row("nested", "s1:only k1:shared g1:big g2:big");
        row("with-stale", ":!unknown_model k1:shared");
        row("nothing", "not_found");
        row("glm/", "not_found");
        row("", "not_found");
        row("round", "invalid_request");
    }
    void namesLeadToTargets()
    {
        QFETCH(QString, model);
        QFETCH(QString, expected);
        m_aliases = {{QStringLiteral("fast"), QStringLiteral("kimi/shared")},
                     {QStringLiteral("twice"), QStringLiteral("fast")},
                     {QStringLiteral("round"), QStringLiteral("round")}};
        addCombo("two", list("kimi/shared glm/big"));
        addCombo("nested", list("strict/only two"));
        addCombo("with-stale", list("gone-model kimi/shared"));
        QCOMPARE(planned(Wish{.model = model}), list(qPrintable(expected)));
    }

    void combosInACircleAreRefused()
    {
        addCombo("a", list("b"));
        addCombo("b", list("a"));
        const auto made = plan({.model = QStringLiteral("a")});
        if (made) { // an answer is fine too as long as it names no target
            for (const auto &candidate : made->candidates)
                QVERIFY(!candidate.skipped.isEmpty());
        } else {
            QCOMPARE(made.error().code, ErrorCode::InvalidRequest);
        }
    }

    void anUnknownNameGetsTheNearestOnes()
    {
        const auto made = plan({.model = QStringLiteral("glm/bgi")});
        QVERIFY(made); // providers that pass any id on take it as it is
        const auto none = plan({.model = QStringLiteral("gml/big")});
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY2(none.error().detail.contains(QStringLiteral("glm/big")),
                 qPrintable(none.error().detail));
    }

    void aStepMayPinItsAccount()
    {
        m_combos.append({.name = QStringLiteral("pinned"),
                         .steps = {{QStringLiteral("glm/big"), QStringLiteral("g2")},
                                   {QStringLiteral("glm/big"), QStringLiteral("gone")}}});
        QCOMPARE(planned("pinned"), list("g2:big :big!no_account"));
    }

    void theRequestMayForceProviderAndAccount()
    {
        QCOMPARE(
            planned(Wish{.model = QStringLiteral("big"), .forcedProvider = QStringLiteral("kimi")}),
            list("k1:big"));
        QCOMPARE(planned(Wish{.model = QStringLiteral("kimi/shared"),
                              .forcedProvider = QStringLiteral("kimi")}),
                 list("k1:shared"));
        QCOMPARE(
            planned(Wish{.model = QStringLiteral("x"), .forcedProvider = QStringLiteral("gone")}),
            list("not_found"));
        QCOMPARE(planned(Wish{.model = QStringLiteral("glm/big"),
                              .forcedAccount = QStringLiteral("g2")}),
                 list("g2:big"));
        QCOMPARE(planned(Wish{.model = QStringLiteral("glm/big"),
                              .forcedAccount = QStringLiteral("G1")}),
                 list("g1:big"));
    }

    void whatCannotBeUsedIsSkippedWithTheReason()
    {
        m_accounts[0].isPaused = true;
        QCOMPARE(planned("glm/big"), list("g1:big!paused g2:big"));
        m_locked = QStringLiteral("g2");
        QCOMPARE(planned("glm/big"), list("g1:big!paused g2:big!locked"));
        m_accounts.clear();
        QCOMPARE(planned("glm/big"), list(":big!no_account"));
    }

    void whatCoolsIsSkippedUntilItIsOver()
    {
        m_cooldowns->reportFailure(
            AccountId(QStringLiteral("g1")), "big",
            {.code = ErrorCode::RateLimited, .retryAfter = std::chrono::seconds(30)});
        QCOMPARE(planned("glm/big"), list("g1:big!cooling g2:big"));
        const auto made = plan({.model = QStringLiteral("glm/big")});
        QCOMPARE(*made->candidates.first().until, m_clock.now() + std::chrono::seconds(30));
        m_clock.advance(std::chrono::seconds(31));
        QCOMPARE(planned("glm/big"), list("g1:big g2:big"));
    }

    void aRoughEstimateNeverRulesOutEverything()
    {
        m_accounts[0].models = {{.id = "big", .contextWindow = 1000}};
        QCOMPARE(planned(Wish{.model = QStringLiteral("glm/big"), .inputTokens = 2000}),
                 list("g1:big!context_too_small g2:big"));
        m_accounts[1].models = {{.id = "big", .contextWindow = 1500}};
        QCOMPARE(planned(Wish{.model = QStringLiteral("glm/big"), .inputTokens = 2000}),
                 list("g1:big g2:big"));
    }

    void theActiveComboTakesWhatNamesNoCombo()
    {
        addCombo("two", list("kimi/shared"));
        addCombo("other", list("strict/only"));
        m_activeCombo = QStringLiteral("two");
        QCOMPARE(planned("whatever"), list("k1:shared"));
        QCOMPARE(planned("other"), list("s1:only"));
        QCOMPARE(
            planned(Wish{.model = QStringLiteral("big"), .forcedProvider = QStringLiteral("glm")}),
            list("g1:big g2:big"));
        m_activeCombo = QStringLiteral("gone");
        QCOMPARE(planned("kimi/shared"), list("k1:shared"));
    }

    void theListHasCombosFirstAndNothingPaused()
    {
        addCombo("two", list("kimi/shared"));
        m_accounts[3].isPaused = true;
        const QStringList ids = route::modelIds({.catalog = m_catalog,
                                                 .accounts = m_accounts,
                                                 .combos = m_combos,
                                                 .aliases = m_aliases,
                                                 .activeCombo = {},
                                                 .cooldowns = *m_cooldowns,
                                                 .secretTrouble = {}});
        QCOMPARE(ids, list("two glm/big glm/shared kimi/shared"));
    }
};

OMNI_TEST(TstPlan)
#include "tst_plan.moc"

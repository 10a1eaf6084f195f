// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/route/combos.h"
#include "tests/support/storetest.h"

using namespace omni;
using namespace omni::test;
using base::ErrorCode;
using base::Result;
using route::Combo;
using route::Combos;

class TstCombos : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<Combos> m_combos;

    void restart()
    {
        m_combos.reset();
        if (m_database)
            m_database->close();
        m_database = std::move(*store::Database::open(m_temp->filePath(QStringLiteral("data"))));
        m_combos = std::make_unique<Combos>(*m_database);
        QCOMPARE(errorOf(m_combos->load()), QString());
    }

    template<typename Function>
    Result<void> wait(Function change)
    {
        std::optional<Result<void>> outcome;
        change([&](const Result<void> &got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }
    Result<void> save(const char *oldName, const Combo &combo)
    {
        return wait(
            [&](auto done) { m_combos->save(QString::fromLatin1(oldName), combo, this, done); });
    }
    static Combo combo(const char *name)
    {
        return {.name = QString::fromLatin1(name),
                .steps = {{QStringLiteral("glm/big"), QStringLiteral("g1")},
                          {QStringLiteral("kimi/\"odd\""), {}}},
                .waitSeconds = 20};
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        restart();
    }
    void cleanup()
    {
        m_combos.reset();
        m_database.reset();
    }

    void combosAndTheirOrderSurviveARestart()
    {
        for (const char *name : {"zeta", "alpha", "mid"})
            QCOMPARE(errorOf(save("", combo(name))), QString());
        Combo renamed = combo("beta");
        renamed.steps.removeFirst();
        QCOMPARE(errorOf(save("alpha", renamed)), QString());
        QCOMPARE(
            errorOf(wait([&](auto done) { m_combos->remove(QStringLiteral("mid"), this, done); })),
            QString());
        const QList<Combo> expected{combo("zeta"), renamed};
        QCOMPARE(m_combos->all(), expected);
        restart();
        QCOMPARE(m_combos->all(), expected);
    }

    void aliasesSurviveARestart()
    {
        const auto set = [&](const char *name, const char *target) {
            return wait([&](auto done) {
                m_combos->setAlias(QString::fromLatin1(name), QString::fromLatin1(target), this,
                                   done);
            });
        };
        QVERIFY(set("fast", "glm/a"));
        QVERIFY(set("slow", "glm/b"));
        QVERIFY(set("fast", "glm/c"));
        QVERIFY(set("slow", ""));
        restart();
        QCOMPARE(m_combos->aliases(),
                 (QHash<QString, QString>{{QStringLiteral("fast"), QStringLiteral("glm/c")}}));
    }

    void whatMakesNoSenseIsRefused()
    {
        QVERIFY(save("", combo("one")));
        QVERIFY(save("", combo("two")));
        QCOMPARE(save("", combo("one")).error().code, ErrorCode::InvalidRequest);
        QCOMPARE(save("two", combo("one")).error().code, ErrorCode::InvalidRequest);
        QCOMPARE(save("gone", combo("three")).error().code, ErrorCode::NotFound);
        QCOMPARE(save("", combo("with space")).error().code, ErrorCode::InvalidRequest);
        QCOMPARE(save("", combo("")).error().code, ErrorCode::InvalidRequest);
        Combo bad = combo("three");
        bad.steps.clear();
        QCOMPARE(save("", bad).error().code, ErrorCode::InvalidRequest);
        bad.steps = {{QStringLiteral("three"), {}}};
        QCOMPARE(save("", bad).error().code, ErrorCode::InvalidRequest);
        bad.steps = {{QStringLiteral(" "), {}}};
        QCOMPARE(save("", bad).error().code, ErrorCode::InvalidRequest);
        QCOMPARE(m_combos->all(), (QList<Combo>{combo("one"), combo("two")}));
        QCOMPARE(wait([&](auto done) { m_combos->remove(QStringLiteral("gone"), this, done); })
                     .error()
                     .code,
                 ErrorCode::NotFound);
    }
};

OMNI_TEST(TstCombos)
#include "tst_combos.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/pages/combos/drafts.h"
#include "ui/pages/combos/problems.h"
#include "ui/pages/combos/stepinfo.h"
#include "ui/pages/combos/verdicts.h"

#include <QLocale>

using namespace omni;
using namespace omni::ui::pages::combos;
using engine::AccountState;
using engine::PlanLine;
using engine::Snapshot;
using route::Combo;

namespace {

Combo combo(const QString &name, const QStringList &targets)
{
    Combo made{.name = name};
    for (const QString &target : targets)
        made.steps.append({target, {}});
    return made;
}

bool says(const QList<Problem> &problems, const QString &words)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem &problem) {
        return problem.what.contains(words) || problem.advice.contains(words);
    });
}

bool blocks(const QList<Problem> &problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.isBlocking; });
}

StepInfo infoOf(const QString &target, const Snapshot &snapshot, const QString &account = {})
{
    return stepInfo({target, account}, snapshot, snapshot.atMs);
}

} // namespace

/// What the Combos page says and keeps, without its widgets.
class TstComboRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void namesAreJudgedInWords_data();
    void namesAreJudgedInWords();
    void emptyAndCircularCombosAreBlocked();
    void deepNestingIsBlocked();
    void doubtfulStepsAreNotedOnly();
    void sameModelOnTwoAccountsIsNoDuplicate();
    void oneLockIsOneNote();
    void smallerContextIsNoted();
    void nearNamesAreOffered();
    void stepTellsWhoWouldAnswer();
    void stepTellsWhyNobodyAnswers_data();
    void stepTellsWhyNobodyAnswers();
    void listMarksWhatWaitsForAPerson();
    void draftsSurviveSnapshots();
    void undoTakesEditsBack();
    void savedDraftIsClean();
    void planBecomesSentences();
    void restingPlanTellsTheNextReset();
};

void TstComboRules::namesAreJudgedInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("good") << QStringLiteral("my-combo_2.0/fast") << QString();
    QTest::newRow("own") << QStringLiteral("always-on") << QString();
    QTest::newRow("empty") << QString() << QStringLiteral("name");
    QTest::newRow("space") << QStringLiteral("my combo") << QStringLiteral("spaces");
    QTest::newRow("letter") << QStringLiteral("ação") << QStringLiteral("ç");
    QTest::newRow("taken") << QStringLiteral("review") << QStringLiteral("Another combo");
    QTest::newRow("long") << QString(101, QLatin1Char('a')) << QStringLiteral("100");
}

void TstComboRules::namesAreJudgedInWords()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    const QString problem = nameProblem(name, QStringLiteral("always-on"), test::filledSnapshot());
    QCOMPARE(problem.isEmpty(), words.isEmpty());
    QVERIFY2(problem.contains(words), qPrintable(problem));
}

void TstComboRules::emptyAndCircularCombosAreBlocked()
{
    Snapshot snapshot = test::filledSnapshot();
    QVERIFY(blocks(stepProblems(combo(QStringLiteral("a"), {}), {}, snapshot)));
    const auto itself =
        stepProblems(combo(QStringLiteral("a"), {QStringLiteral("a")}), {}, snapshot);
    QVERIFY(blocks(itself) && says(itself, QStringLiteral("contains itself")));
    // always-on → x → always-on
    snapshot.combos.append(combo(QStringLiteral("x"), {QStringLiteral("always-on")}));
    const auto round = stepProblems(combo(QStringLiteral("always-on"), {QStringLiteral("x")}),
                                    QStringLiteral("always-on"), snapshot);
    QVERIFY(blocks(round) && says(round, QStringLiteral("leads back")));
    const auto fine = stepProblems(
        combo(QStringLiteral("y"), {QStringLiteral("x"), QStringLiteral("cx/gpt-5.2")}), {},
        snapshot);
    QVERIFY(!blocks(fine));
}

void TstComboRules::deepNestingIsBlocked()
{
    Snapshot snapshot = test::filledSnapshot();
    snapshot.combos.append(combo(QStringLiteral("n1"), {QStringLiteral("cx/gpt-5.2")}));
    for (int i = 2; i <= 4; ++i)
        snapshot.combos.append(
            combo(QStringLiteral("n%1").arg(i), {QStringLiteral("n%1").arg(i - 1)}));
    QVERIFY(
        !blocks(stepProblems(combo(QStringLiteral("top"), {QStringLiteral("n3")}), {}, snapshot)));
    QVERIFY(
        blocks(stepProblems(combo(QStringLiteral("top"), {QStringLiteral("n4")}), {}, snapshot)));
}

void TstComboRules::doubtfulStepsAreNotedOnly()
{
    const Snapshot snapshot = test::filledSnapshot();
    const auto found = stepProblems(
        combo(QStringLiteral("a"),
              {QStringLiteral("glm/glm-4.7"), QStringLiteral("glm/glm-4.7"),
               QStringLiteral("oc/big-pickle"), QStringLiteral("qw/qwen3-coder-plus"),
               QStringLiteral("or/deepseek/deepseek-v4"), QStringLiteral("nobody-has-this")}),
        {}, snapshot);
    QVERIFY(!blocks(found));
    QVERIFY(says(found, QStringLiteral("glm/glm-4.7 stands in the list twice")));
    QVERIFY(says(found, QStringLiteral("oc/big-pickle has no account")));
    QVERIFY(says(found, QStringLiteral("The key for qw/qwen3-coder-plus was refused")));
    QVERIFY(says(found, QStringLiteral("or/deepseek/deepseek-v4 are paused")));
    QVERIFY(says(found, QStringLiteral("No account offers nobody-has-this")));
}

void TstComboRules::sameModelOnTwoAccountsIsNoDuplicate()
{
    Combo both{.name = QStringLiteral("a")};
    both.steps = {{QStringLiteral("cc/claude-opus-4-6"), QStringLiteral("acc-1")},
                  {QStringLiteral("cc/claude-opus-4-6"), QStringLiteral("acc-2")}};
    QVERIFY(stepProblems(both, {}, test::filledSnapshot()).isEmpty());
    both.steps[1].accountId = QStringLiteral("acc-1");
    QCOMPARE(stepProblems(both, {}, test::filledSnapshot()).size(), 1);
}

void TstComboRules::oneLockIsOneNote()
{
    const Snapshot snapshot = test::lockedSnapshot();
    const auto found = stepProblems(snapshot.combos.at(0), QStringLiteral("always-on"), snapshot);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.constFirst().what.contains(QStringLiteral("4 model")));
}

void TstComboRules::smallerContextIsNoted()
{
    Snapshot snapshot = test::filledSnapshot();
    for (engine::AccountView &view : snapshot.accounts) {
        if (view.prefix == QLatin1String("glm"))
            view.account.models[0].contextWindow = 128'000;
    }
    const QStringList order{QStringLiteral("cx/gpt-5.2"), QStringLiteral("glm/glm-4.7")};
    const auto found = stepProblems(combo(QStringLiteral("a"), order), {}, snapshot);
    QVERIFY(says(found, QStringLiteral("glm/glm-4.7 has a smaller context")));
    QVERIFY(says(found, QStringLiteral("128 K")));
    const QStringList other{order.at(1), order.at(0)};
    QVERIFY(stepProblems(combo(QStringLiteral("a"), other), {}, snapshot).isEmpty());
}

void TstComboRules::nearNamesAreOffered()
{
    const Snapshot snapshot = test::filledSnapshot();
    QVERIFY(targetNote(QStringLiteral("glm/glm-4.7"), snapshot).isEmpty());
    QVERIFY(targetNote(QStringLiteral("revew"), snapshot).contains(QStringLiteral("review")));
    QVERIFY(targetNote(QStringLiteral("oc/big-pickle"), snapshot)
                .contains(QStringLiteral("no account")));
    QVERIFY(!targetNote(QStringLiteral("zzzzzzzzzzzz"), snapshot).isEmpty());
}

void TstComboRules::stepTellsWhoWouldAnswer()
{
    Snapshot snapshot = test::filledSnapshot();
    const QString opus = QStringLiteral("cc/claude-opus-4-6");
    StepInfo info = infoOf(opus, snapshot);
    QCOMPARE(info.trouble, Trouble::None);
    QCOMPARE(info.prefix, QStringLiteral("cc"));
    QCOMPARE(info.accounts, QStringLiteral("team seat, while personal cools down"));
    QCOMPARE(info.choices.size(), 2);
    QCOMPARE(infoOf(QStringLiteral("cc/claude-sonnet-4-6"), snapshot).accounts,
             QStringLiteral("personal, then team seat"));
    info = infoOf(opus, snapshot, QStringLiteral("acc-1"));
    QCOMPARE(info.trouble, Trouble::Cooling);
    QCOMPARE(info.word, QStringLiteral("Cooling 11:42"));
    QCOMPARE(info.accounts, QStringLiteral("only personal"));
    QCOMPARE(stepInfo({opus, QStringLiteral("acc-1")}, snapshot, snapshot.atMs + 60'000).word,
             QStringLiteral("Cooling 10:42"));
    info = infoOf(QStringLiteral("review"), snapshot);
    QVERIFY(info.isCombo);
    QCOMPARE(info.trouble, Trouble::None);
    QCOMPARE(infoOf(QStringLiteral("gpt-5.2"), snapshot).prefix, QStringLiteral("cx"));
}

void TstComboRules::stepTellsWhyNobodyAnswers_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("word");
    QTest::newRow("refused") << QStringLiteral("qw/qwen3-coder-plus")
                             << QStringLiteral("Key refused");
    QTest::newRow("paused") << QStringLiteral("or/deepseek/deepseek-v4")
                            << QStringLiteral("Paused");
    QTest::newRow("no account") << QStringLiteral("oc/big-pickle") << QStringLiteral("No account");
    QTest::newRow("unknown") << QStringLiteral("no-such") << QStringLiteral("Unknown model");
}

void TstComboRules::stepTellsWhyNobodyAnswers()
{
    QFETCH(QString, target);
    QFETCH(QString, word);
    const StepInfo info = infoOf(target, test::filledSnapshot());
    QCOMPARE(info.word, word);
    QVERIFY(isLasting(info.trouble));
}

void TstComboRules::listMarksWhatWaitsForAPerson()
{
    using ui::widgets::State;
    const Snapshot snapshot = test::filledSnapshot();
    QVERIFY(!comboInfo(snapshot.combos.at(0), snapshot, snapshot.atMs).state);
    QCOMPARE(comboInfo(snapshot.combos.at(1), snapshot, snapshot.atMs).state, State::Attention);
    const Snapshot failing = test::failingSnapshot();
    QCOMPARE(comboInfo(failing.combos.at(0), failing, failing.atMs).state, State::Cooling);
    QCOMPARE(comboInfo(combo(QStringLiteral("a"), {QStringLiteral("oc/big-pickle")}), snapshot,
                       snapshot.atMs)
                 .state,
             State::Error);
}

void TstComboRules::draftsSurviveSnapshots()
{
    Drafts drafts;
    const Combo one = combo(QStringLiteral("one"), {QStringLiteral("glm/glm-4.7")});
    const Combo two = combo(QStringLiteral("two"), {QStringLiteral("cx/gpt-5.2")});
    drafts.setSaved({one, two});
    Combo edited = one;
    edited.waitSeconds = 20;
    drafts.edit(QStringLiteral("one"), edited);
    QCOMPARE(drafts.dirtyKeys(), QStringList{QStringLiteral("one")});

    Combo elsewhere = one;
    elsewhere.steps.clear();
    drafts.setSaved({elsewhere, two});
    QCOMPARE(drafts.view(QStringLiteral("one"))->combo, edited);
    QVERIFY(drafts.view(QStringLiteral("one"))->wasChangedElsewhere);
    drafts.setSaved({two});
    QVERIFY(drafts.view(QStringLiteral("one"))->wasRemovedElsewhere);
    QVERIFY(drafts.view(QStringLiteral("one"))->savedName.isEmpty());
    QCOMPARE(drafts.keys().size(), 2);
    drafts.discard(QStringLiteral("one"));
    QCOMPARE(drafts.keys(), QStringList{QStringLiteral("two")});
    // What was not touched follows.
    drafts.setSaved({elsewhere});
    QCOMPARE(drafts.view(QStringLiteral("one"))->combo, elsewhere);
}

void TstComboRules::undoTakesEditsBack()
{
    Drafts drafts;
    const Combo one = combo(QStringLiteral("one"), {QStringLiteral("glm/glm-4.7")});
    drafts.setSaved({one});
    Combo named = one;
    for (const auto &name : {QStringLiteral("on"), QStringLiteral("o"), QStringLiteral("ox")}) {
        named.name = name;
        drafts.edit(one.name, named, QStringLiteral("name"));
    }
    Combo longer = named;
    longer.steps.append({QStringLiteral("cx/gpt-5.2"), {}});
    drafts.edit(one.name, longer);
    QCOMPARE(drafts.view(one.name)->changes, 2);
    drafts.undo(one.name);
    QCOMPARE(drafts.view(one.name)->combo, named);
    drafts.undo(one.name);
    QCOMPARE(drafts.view(one.name)->combo, one);
    QVERIFY(!drafts.isDirty(one.name));
    QVERIFY(!drafts.view(one.name)->canUndo);
}

void TstComboRules::savedDraftIsClean()
{
    Drafts drafts;
    const QString key = drafts.addNew({});
    QVERIFY(!drafts.isDirty(key));
    const Combo made = combo(QStringLiteral("made"), {QStringLiteral("glm/glm-4.7")});
    drafts.edit(key, made);
    QVERIFY(drafts.isDirty(key));
    QCOMPARE(drafts.markSaved(key, made), QStringLiteral("made"));
    QVERIFY(drafts.dirtyKeys().isEmpty());
    QCOMPARE(drafts.keys(), QStringList{QStringLiteral("made")});
    Combo renamed = made;
    renamed.name = QStringLiteral("other");
    drafts.edit(made.name, renamed);
    drafts.markSaved(made.name, renamed);
    QCOMPARE(drafts.keys(), QStringList{QStringLiteral("other")});
}

void TstComboRules::planBecomesSentences()
{
    const qint64 now = 1'000'000;
    using Line = PlanLine::Verdict;
    const auto line = [](Line verdict, const char *target, const char *account,
                         const char *reason = "", qint64 until = 0) {
        return PlanLine{verdict, QString::fromLatin1(target), QString::fromLatin1(account),
                        QString::fromLatin1(reason), until};
    };
    const QList<PlanLine> plan{
        line(Line::Skipped, "cc/opus", "personal", "cooling", now + 702'000),
        line(Line::Skipped, "cc/opus", "team", "cooling", now + 900'000),
        line(Line::Takes, "cx/codex", "work"),
        line(Line::Next, "cx/codex", "home"),
        line(Line::Next, "glm/glm-4.7", "lite"),
        line(Line::Skipped, "oc/x", "", "no_account"),
        line(Line::Last, "gemini/flash", "me"),
    };
    const QList<Verdict> all = verdicts(plan, now);
    QCOMPARE(all.size(), 5);
    QCOMPARE(all.at(0).kind, Verdict::Kind::Skipped);
    QCOMPARE(all.at(0).state, ui::widgets::State::Cooling);
    QVERIFY2(all.at(0).words.contains(QStringLiteral("11:42")), qPrintable(all.at(0).words));
    QCOMPARE(all.at(1).kind, Verdict::Kind::Takes);
    QCOMPARE(all.at(1).words,
             QStringLiteral("Takes the request, account “work”. If it fails, “home”."));
    QCOMPARE(all.at(2).kind, Verdict::Kind::Waits);
    QVERIFY(all.at(2).words.contains(QStringLiteral("lite")));
    QCOMPARE(all.at(3).words, QStringLiteral("Skipped: no account."));
    QCOMPARE(all.at(4).number, 5);
    QVERIFY(all.at(4).words.startsWith(QStringLiteral("Last")));
    QVERIFY(nobodyAnswers(plan, now).isEmpty());
}

void TstComboRules::restingPlanTellsTheNextReset()
{
    const PlanLine late{PlanLine::Verdict::Skipped, QStringLiteral("a"), QStringLiteral("x"),
                        QStringLiteral("cooling"), 300'000};
    PlanLine soon = late;
    soon.untilMs = 90'000;
    PlanLine paused = late;
    paused.reason = QStringLiteral("paused");
    paused.untilMs = 0;
    QVERIFY(nobodyAnswers({late, soon, paused}, 0).contains(QStringLiteral("1:30")));
    QVERIFY(!nobodyAnswers({paused}, 0).isEmpty());
}

OMNI_TEST(TstComboRules)
#include "tst_comborules.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "tests/ui/pages/combobench.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterlist.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace omni;

/// The editor of the Combos page and what would happen now.
class TstCombos : public QObject, protected test::ComboBench
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void init() { start(); }
    void cleanup() { stop(); }
    void makesACombo();
    void keyboardReorders();
    void dragReorders();
    void deleteKeyRemovesAStep();
    void menuPinsAnAccount();
    void unknownModelIsNotedAndTaken();
    void takenNameCannotBeSaved();
    void waitingIsSaved();
    void snapshotLeavesEditsAlone();
    void snapshotUpdatesWhatIsNotEdited();
    void previewFollowsEditsAndSnapshots();
    void previewSaysWhatItAsks();
    void modelHoldsItsContract();
};

void TstCombos::makesACombo()
{
    m_page->startNew();
    QVERIFY(!child<QPushButton>("saveCombo")->isEnabled());
    QVERIFY(child<QLineEdit>("comboName")->hasFocus());
    type("comboName", QStringLiteral("night"));
    QVERIFY(!child<QPushButton>("saveCombo")->isEnabled());
    QVERIFY(shows(QStringLiteral("no model in this combo")));
    // Half a name that fits one model alone is enough.
    type("addField", QStringLiteral("opus"));
    QTest::keyClick(child<QLineEdit>("addField"), Qt::Key_Return);
    QTRY_COMPARE(targets(), QStringList{QStringLiteral("cc/claude-opus-4-6")});
    type("addField", QStringLiteral("glm/glm-4.7-flash"));
    click("addStep");
    QCOMPARE(targets().size(), 2);
    QTest::keyClick(m_page.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(m_engine->calls().filter(QStringLiteral("saveCombo")),
             QStringList{QStringLiteral("saveCombo  night")});
    QCOMPARE(saved("night").steps.size(), 2);
    QVERIFY(!child<QPushButton>("saveCombo")->isEnabled());
    QCOMPARE(child<ui::widgets::MasterList>("combos")->currentId(), QStringLiteral("night"));
}

void TstCombos::keyboardReorders()
{
    const QStringList before = targets();
    QCOMPARE(before.size(), 4);
    steps()->setFocus();
    steps()->setCurrentRow(0);
    QTest::keyClick(steps(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(targets(), (QStringList{before.at(1), before.at(0), before.at(2), before.at(3)}));
    QCOMPARE(steps()->currentRow(), 1);
    QCOMPARE(child<QLabel>("moveHint")->text(), QStringLiteral("Moved to position 2 of 4"));
    QTest::keyClick(steps(), Qt::Key_End, Qt::AltModifier);
    QCOMPARE(targets().constLast(), before.at(0));
    QTest::keyClick(steps(), Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(targets(), before);
    QTest::keyClick(steps(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(targets(), before);
    QCOMPARE(child<QLabel>("moveHint")->text(), QStringLiteral("Already the first"));
    QTest::keyClick(steps(), Qt::Key_End);
    QCOMPARE(steps()->currentRow(), 3);
    QVERIFY(m_engine->calls().filter(QStringLiteral("saveCombo")).isEmpty());
}

void TstCombos::dragReorders()
{
    const QStringList before = targets();
    const auto drag = [&](int from, int gap) {
        const std::unique_ptr<QMimeData> data(model()->mimeData({model()->index(from)}));
        return model()->dropMimeData(data.get(), Qt::MoveAction, gap, 0, {});
    };
    QVERIFY(drag(0, 3));
    QCOMPARE(targets(), (QStringList{before.at(1), before.at(2), before.at(0), before.at(3)}));
    QVERIFY(drag(3, 0));
    QCOMPARE(targets().constFirst(), before.at(3));
    // Both gaps around a row are its own place.
    QVERIFY(!drag(1, 1));
    QVERIFY(!drag(1, 2));
    QMimeData foreign;
    foreign.setText(QStringLiteral("cx/gpt-5.2"));
    QVERIFY(!model()->dropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
    click("saveCombo");
    QCOMPARE(saved("always-on").steps.constFirst().target, before.at(3));
}

void TstCombos::deleteKeyRemovesAStep()
{
    const QStringList before = targets();
    steps()->setFocus();
    steps()->setCurrentRow(1);
    QTest::keyClick(steps(), Qt::Key_Delete);
    QCOMPARE(targets().size(), 3);
    QVERIFY(!targets().contains(before.at(1)));
    QTest::keyClick(steps(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(targets(), before);
    QVERIFY(!child<QPushButton>("saveCombo")->isEnabled());
}

void TstCombos::menuPinsAnAccount()
{
    QMenu *menu = steps()->makeMenu(0);
    QAction *only = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("Only team seat"))
            only = action;
    }
    QVERIFY(only);
    only->trigger();
    delete menu;
    QCOMPARE(model()->steps().constFirst().accountId, QStringLiteral("acc-2"));
    QVERIFY(model()
                ->index(0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("only team seat")));
    click("saveCombo");
    QCOMPARE(saved("always-on").steps.constFirst().accountId, QStringLiteral("acc-2"));
}

void TstCombos::unknownModelIsNotedAndTaken()
{
    click("addModel");
    type("addField", QStringLiteral("glm/glm-4.8-preview-nobody-knows"));
    QTest::keyClick(child<QLineEdit>("addField"), Qt::Key_Return);
    QTRY_COMPARE(targets().size(), 5);
    type("addField", QStringLiteral("gpt-9"));
    QVERIFY(child<QLabel>("addNote")->isVisible());
    QTest::keyClick(child<QLineEdit>("addField"), Qt::Key_Return);
    QTRY_COMPARE(targets().size(), 6);
    QVERIFY(shows(QStringLiteral("No account offers gpt-9")));
    QVERIFY(child<QPushButton>("saveCombo")->isEnabled());
}

void TstCombos::takenNameCannotBeSaved()
{
    click("renameCombo");
    QVERIFY(child<QLineEdit>("comboName")->hasFocus());
    type("comboName", QStringLiteral("review"));
    QVERIFY(!child<QPushButton>("saveCombo")->isEnabled());
    QTRY_COMPARE(child<QLabel>("comboWords")->text(),
                 QStringLiteral("Another combo has this name."));
    type("comboName", QStringLiteral("two words"));
    QTRY_VERIFY(child<QLabel>("comboWords")->text().contains(QStringLiteral("spaces")));
    QTest::keyClick(m_page.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_engine->calls().filter(QStringLiteral("saveCombo")).isEmpty());
    type("comboName", QStringLiteral("reviews"));
    QVERIFY(child<QPushButton>("saveCombo")->isEnabled());
}

void TstCombos::waitingIsSaved()
{
    QVERIFY(child<QRadioButton>("tryNext")->isChecked());
    child<QSpinBox>("waitSeconds")->setValue(45);
    QVERIFY(child<QRadioButton>("wait")->isChecked());
    click("saveCombo");
    QCOMPARE(saved("always-on").waitSeconds, 45);
    choose("review");
    QVERIFY(child<QRadioButton>("tryNext")->isChecked());
    choose("always-on");
    QVERIFY(child<QRadioButton>("wait")->isChecked());
    child<QRadioButton>("tryNext")->click();
    click("saveCombo");
    QCOMPARE(saved("always-on").waitSeconds, 0);
}

void TstCombos::snapshotLeavesEditsAlone()
{
    model()->moveStep(0, 3);
    const QStringList edited = targets();
    click("addModel");
    type("addField", QStringLiteral("gem"));
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.combos[0].steps.removeLast();
    snapshot.accounts[2].state = engine::AccountState::Paused;
    m_engine->show(snapshot);
    QCOMPARE(targets(), edited);
    QCOMPARE(child<QLineEdit>("addField")->text(), QStringLiteral("gem"));
    QVERIFY(child<QLabel>("comboWords")->text().contains(QStringLiteral("changed elsewhere")));
    // Another combo may be looked at meanwhile; the change waits, marked in the list.
    choose("review");
    QCOMPARE(targets().size(), 2);
    auto *list = child<ui::widgets::MasterList>("combos");
    QVERIFY(list->rowModel()->rows().constFirst().isUnsaved);
    choose("always-on");
    QCOMPARE(targets(), edited);
    click("discardCombo");
    QCOMPARE(targets().size(), 3);
}

void TstCombos::snapshotUpdatesWhatIsNotEdited()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.combos[0].steps.removeLast();
    m_engine->show(snapshot);
    QCOMPARE(targets().size(), 3);
    snapshot.combos.removeFirst();
    m_engine->show(snapshot);
    QCOMPARE(child<ui::widgets::MasterList>("combos")->currentId(), QStringLiteral("free-forever"));
    QCOMPARE(child<ui::widgets::ElidedLabel>("comboTitle")->fullText(),
             QStringLiteral("free-forever"));
}

void TstCombos::previewFollowsEditsAndSnapshots()
{
    QVERIFY(shows(QStringLiteral("Takes the request, account “team seat”.")));
    const qsizetype before = asked();
    steps()->setFocus();
    steps()->setCurrentRow(1);
    QTest::keyClick(steps(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(steps(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(steps(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(asked(), before);
    QTRY_VERIFY(shows(QStringLiteral("Takes the request, account “work”.")));
    QCOMPARE(asked(), before + 1);
    engine::Snapshot snapshot = m_engine->snapshot();
    snapshot.accounts[2].state = engine::AccountState::Paused;
    m_engine->show(snapshot);
    QTRY_VERIFY(shows(QStringLiteral("Skipped: paused.")));
    // A snapshot in which nothing of this changed asks nothing.
    const qsizetype quiet = asked();
    snapshot.day.requests += 1;
    m_engine->show(snapshot);
    QTest::qWait(350);
    QCOMPARE(asked(), quiet);
}

void TstCombos::previewSaysWhatItAsks()
{
    m_engine->setPlan({{.verdict = engine::PlanLine::Verdict::Skipped,
                        .target = QStringLiteral("glm/glm-4.7"),
                        .account = QStringLiteral("lite"),
                        .reason = QStringLiteral("no_images")}});
    const qsizetype before = asked();
    click("previewImages");
    QTRY_COMPARE(asked(), before + 1);
    QVERIFY(shows(QStringLiteral("cannot see images")));
    QVERIFY(shows(QStringLiteral("No model can answer now.")));
}

void TstCombos::modelHoldsItsContract()
{
    QAbstractItemModelTester tester(model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const test::PreparedSnapshot &state : test::allSnapshots())
        m_engine->show(state.value);
    m_engine->show(test::filledSnapshot());
    model()->moveStep(0, 3);
    model()->moveStep(2, 1);
    model()->removeStep(0);
    model()->addStep({QStringLiteral("review"), {}});
    QCOMPARE(model()->rowCount(), 4);
}

OMNI_TEST(TstCombos)
#include "tst_combos.moc"

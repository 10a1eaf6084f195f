// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "tests/ui/pages/combobench.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterlist.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace omni;

/// The combos as a whole: made, renamed, deleted, used, left with changes.
class TstComboList : public QObject, protected test::ComboBench
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void init() { start(); }
    void cleanup() { stop(); }
    void withoutCombosThePageExplains();
    void renameKeepsTheComboChosen();
    void renamedComboStaysInUse();
    void leavingAsks();
    void nothingToAskWhenNothingChanged();
    void deleteCanBeUndone();
    void deletingAUsedComboAsks();
    void duplicateGetsAFreeName();
    void useIsToldAndShown();
    void refusedSaveKeepsTheDraft();
    void itemsOpen();
    void narrowPageHasTabs();
};

void TstComboList::withoutCombosThePageExplains()
{
    m_engine->show(test::emptySnapshot());
    QVERIFY(shows(QStringLiteral("A combo is a name")));
    QVERIFY(!child<QPushButton>("saveCombo")->isVisible());
    click("firstCombo");
    QVERIFY(child<QLineEdit>("comboName")->isVisible());
    QVERIFY(!child<QPushButton>("firstCombo")->isVisible());
}

void TstComboList::renameKeepsTheComboChosen()
{
    choose("review");
    QTest::keyClick(m_page.get(), Qt::Key_F2);
    type("comboName", QStringLiteral("checks"));
    click("saveCombo");
    QVERIFY(m_engine->calls().contains(QStringLiteral("saveCombo review checks")));
    QCOMPARE(child<ui::widgets::MasterList>("combos")->currentId(), QStringLiteral("checks"));
    QVERIFY(child<ui::widgets::MasterList>("combos")->rowModel()->rowOf(QStringLiteral("review")) <
            0);
    QCOMPARE(targets().size(), 2);
}

void TstComboList::renamedComboStaysInUse()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.activeCombo = QStringLiteral("review");
    snapshot.combos[0].steps.append({QStringLiteral("review"), {}});
    m_engine->show(snapshot);
    choose("review");
    QTest::keyClick(m_page.get(), Qt::Key_F2);
    type("comboName", QStringLiteral("checks"));
    QVERIFY(shows(QStringLiteral("Other combos ask for “review”: always-on.")));
    click("saveCombo");
    QCOMPARE(m_engine->snapshot().activeCombo, QStringLiteral("checks"));
}

void TstComboList::leavingAsks()
{
    model()->moveStep(0, 3);
    const QStringList edited = targets();
    answerLeave("cancel");
    QVERIFY(!m_page->mayLeave());
    QCOMPARE(targets(), edited);
    answerLeave("action");
    QVERIFY(m_page->mayLeave());
    QCOMPARE(saved("always-on").steps.constLast().target, edited.constLast());
    model()->moveStep(0, 3);
    answerLeave("discard");
    QVERIFY(m_page->mayLeave());
    QCOMPARE(targets(), edited);
    QVERIFY(m_page->mayLeave());
}

void TstComboList::nothingToAskWhenNothingChanged()
{
    QVERIFY(m_page->mayLeave());
    m_page->startNew();
    QVERIFY(m_page->mayLeave());
    choose("always-on");
    model()->moveStep(0, 1);
    model()->moveStep(1, 0);
    QVERIFY(m_page->mayLeave());
}

void TstComboList::deleteCanBeUndone()
{
    std::function<void()> undo;
    QString text;
    connect(m_page.get(), &ui::pages::Page::undoOffered, this,
            [&](const QString &words, const std::function<void()> &back) {
                text = words;
                undo = back;
            });
    choose("review");
    const route::Combo before = saved("review");
    auto *list = child<ui::widgets::MasterList>("combos");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(m_engine->calls().contains(QStringLiteral("removeCombo review")));
    QVERIFY(saved("review").name.isEmpty());
    QVERIFY(text.contains(QStringLiteral("review")));
    QVERIFY(undo);
    undo();
    QCOMPARE(saved("review"), before);
    QCOMPARE(list->currentId(), QStringLiteral("review"));
}

void TstComboList::deletingAUsedComboAsks()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.combos[0].steps.append({QStringLiteral("review"), {}});
    m_engine->show(snapshot);
    choose("review");
    auto *list = child<ui::widgets::MasterList>("combos");
    QTest::keyClick(list, Qt::Key_Delete);
    auto *box = child<QMessageBox>("deleteUsed");
    QVERIFY(box);
    QVERIFY(box->text().contains(QStringLiteral("always-on")));
    QVERIFY(m_engine->calls().filter(QStringLiteral("removeCombo")).isEmpty());
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QVERIFY(m_engine->calls().contains(QStringLiteral("removeCombo review")));
}

void TstComboList::duplicateGetsAFreeName()
{
    QMenu *menu = nullptr;
    click("comboMore");
    menu = child<QMenu>("comboMenu");
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("Duplicate"))
            action->trigger();
    }
    menu->close();
    QCOMPARE(child<QLineEdit>("comboName")->text(), QStringLiteral("always-on-2"));
    QCOMPARE(targets().size(), 4);
    click("saveCombo");
    QCOMPARE(saved("always-on-2").steps, saved("always-on").steps);
}

void TstComboList::useIsToldAndShown()
{
    QVERIFY(!child<QLabel>("useWords")->isVisible());
    click("useCombo");
    QCOMPARE(m_engine->calls().filter(QStringLiteral("useCombo")),
             QStringList{QStringLiteral("useCombo always-on")});
    QVERIFY(child<QLabel>("useWords")->isVisible());
    QVERIFY(
        child<ui::widgets::MasterList>("combos")->rowModel()->rows().constFirst().second.contains(
            QStringLiteral("in use")));
    click("useCombo");
    QCOMPARE(m_engine->snapshot().activeCombo, QString());
}

void TstComboList::refusedSaveKeepsTheDraft()
{
    QSignalSpy toast(m_page.get(), &ui::pages::Page::toastRequested);
    m_engine->failWith(base::Error{.code = base::ErrorCode::Internal});
    model()->moveStep(0, 1);
    const QStringList edited = targets();
    click("saveCombo");
    QCOMPARE(toast.count(), 1);
    QCOMPARE(targets(), edited);
    QVERIFY(child<QPushButton>("saveCombo")->isEnabled());
}

void TstComboList::itemsOpen()
{
    m_page->openItem(QStringLiteral("combo/review"));
    QCOMPARE(child<ui::widgets::ElidedLabel>("comboTitle")->fullText(), QStringLiteral("review"));
    m_page->openItem(QStringLiteral("combo/no such"));
    QCOMPARE(child<ui::widgets::ElidedLabel>("comboTitle")->fullText(), QStringLiteral("review"));
    m_page->openItem(QStringLiteral("new"));
    QVERIFY(child<QLineEdit>("comboName")->isVisible());
    QVERIFY(child<QLineEdit>("comboName")->text().isEmpty());
}

void TstComboList::narrowPageHasTabs()
{
    auto *tabs = child<QTabBar>("comboTabs");
    auto *preview = child<QWidget>("preview");
    QVERIFY(!tabs->isVisible());
    QVERIFY(preview->isVisible() && steps()->isVisible());
    m_page->resize(704, 544);
    QVERIFY(tabs->isVisible());
    QVERIFY(!preview->isVisible() && steps()->isVisible());
    tabs->setCurrentIndex(1);
    QVERIFY(preview->isVisible() && !steps()->isVisible());
}

OMNI_TEST(TstComboList)
#include "tst_combolist.moc"

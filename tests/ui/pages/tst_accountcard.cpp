// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/ui/pages/providersfixture.h"
#include "ui/pages/providers/grip.h"

#include <QMenu>

using namespace omni;
using ui::pages::providers::AccountCard;

class TstAccountCard : public QObject, private test::ProvidersFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void testShowsWhatTheProviderSaid();
    void failedTestSaysWhatToDo();
    void pauseBecomesResume();
    void f2RenamesInPlace();
    void escapeKeepsTheName();
    void coolingModelIsCleared();
    void countdownRuns();
    void altArrowsMoveAccounts();
    void menuMovesAccounts();
    void gripDragsAccounts();
    void refusedKeyIsReplaced();
    void lockedAccountsAreTriedAgain();
};

void TstAccountCard::init()
{
    makePage();
}

void TstAccountCard::cleanup()
{
    removePage();
}

void TstAccountCard::testShowsWhatTheProviderSaid()
{
    show(test::filledSnapshot());
    m_engine->holdChecks();
    auto *test = card("acc-1")->findChild<QPushButton *>(QStringLiteral("test"));
    QTest::mouseClick(test, Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("testAccount acc-1")});
    QVERIFY(!test->isEnabled());
    QVERIFY(words(card("acc-1"), "tested").isEmpty());
    m_engine->releaseChecks();
    QVERIFY(test->isEnabled());
    QCOMPARE(words(card("acc-1"), "tested"), QStringLiteral("The key works. 42 models."));
}

void TstAccountCard::failedTestSaysWhatToDo()
{
    show(test::filledSnapshot());
    m_engine->setCheckReport(
        {.status = 502,
         .error = base::Error{.code = base::ErrorCode::UpstreamFailed, .upstreamStatus = 502}});
    click(card("acc-2"), "test");
    QVERIFY(words(card("acc-2"), "tested").startsWith(QStringLiteral("The provider failed.")));
    // The other card says nothing.
    QVERIFY(words(card("acc-1"), "tested").isEmpty());
}

void TstAccountCard::pauseBecomesResume()
{
    show(test::filledSnapshot());
    click(card("acc-2"), "pause");
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("setAccountPaused acc-2 true")});
    auto *pause = card("acc-2")->findChild<QPushButton *>(QStringLiteral("pause"));
    QCOMPARE(pause->text(), QStringLiteral("Resume"));
    QVERIFY(words(card("acc-2"), "state").contains(QStringLiteral("Paused")));
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("setAccountPaused acc-2 false"));
}

void TstAccountCard::f2RenamesInPlace()
{
    show(test::filledSnapshot());
    QTest::keyClick(card("acc-1"), Qt::Key_F2);
    auto *edit = card("acc-1")->findChild<QLineEdit *>(QStringLiteral("rename"));
    QVERIFY(edit->isVisible());
    QCOMPARE(edit->text(), QStringLiteral("personal"));
    QTest::keyClicks(edit, QStringLiteral("home"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("renameAccount acc-1 home")});
    QVERIFY(!edit->isVisible());
    QCOMPARE(words(card("acc-1"), "accountName"), QStringLiteral("home"));
}

void TstAccountCard::escapeKeepsTheName()
{
    show(test::filledSnapshot());
    QTest::keyClick(card("acc-1"), Qt::Key_F2);
    auto *edit = card("acc-1")->findChild<QLineEdit *>(QStringLiteral("rename"));
    QTest::keyClicks(edit, QStringLiteral("other"));
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(m_engine->calls().isEmpty());
    QCOMPARE(words(card("acc-1"), "accountName"), QStringLiteral("personal"));
}

void TstAccountCard::coolingModelIsCleared()
{
    show(test::filledSnapshot());
    const auto words = [this] {
        QString all;
        for (const QLabel *label : card("acc-1")->findChildren<QLabel *>())
            all += label->isVisible() ? label->text() : QString();
        return all;
    };
    QVERIFY(words().contains(QStringLiteral("claude-opus-4-6")));
    QVERIFY(words().contains(QStringLiteral("11:4")));
    QVERIFY(words().contains(QStringLiteral("rate limit")));
    click(card("acc-1"), "clear0");
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("clearCooldown acc-1 claude-opus-4-6")});
    QVERIFY(!words().contains(QStringLiteral("claude-opus-4-6")));
}

void TstAccountCard::countdownRuns()
{
    show(test::filledSnapshot());
    const qint64 now = m_engine->snapshot().atMs;
    card("acc-1")->setNow(now + 60'000);
    QString all;
    for (const QLabel *label : card("acc-1")->findChildren<QLabel *>())
        all += label->text();
    QVERIFY2(all.contains(QStringLiteral("10:42")), qPrintable(all));
}

void TstAccountCard::altArrowsMoveAccounts()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.accounts.insert(2, snapshot.accounts.at(1));
    snapshot.accounts[2].account.id = auth::AccountId(QStringLiteral("acc-x"));
    snapshot.accounts[2].account.name = QStringLiteral("third");
    show(snapshot);
    AccountCard *first = card("acc-1");
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_engine->calls().constLast(),
             QStringLiteral("reorderAccounts claude acc-2,acc-1,acc-x"));
    QCOMPARE(first->accessibleName(), QStringLiteral("Moved to position 2 of 3"));
    QVERIFY(first->y() > card("acc-2")->y() || !first->isVisible() ||
            QTest::qWaitFor([&] { return first->y() > card("acc-2")->y(); }));
    QTest::keyClick(first, Qt::Key_End, Qt::AltModifier);
    QCOMPARE(m_engine->calls().constLast(),
             QStringLiteral("reorderAccounts claude acc-2,acc-x,acc-1"));
    QTest::keyClick(first, Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(m_engine->calls().constLast(),
             QStringLiteral("reorderAccounts claude acc-1,acc-2,acc-x"));
    const qsizetype calls = m_engine->calls().size();
    QTest::keyClick(first, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_engine->calls().size(), calls);
    // Plain arrows walk.
    QTest::keyClick(first, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), card("acc-2"));
}

void TstAccountCard::menuMovesAccounts()
{
    show(test::filledSnapshot());
    click(card("acc-1"), "more");
    auto *menu = card("acc-1")->findChild<QMenu *>();
    QVERIFY(menu->isVisible());
    QAction *down = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("Move up"))
            QVERIFY(!action->isEnabled());
        if (action->text() == QLatin1String("Move down"))
            down = action;
    }
    QVERIFY(down && down->isEnabled());
    down->trigger();
    menu->close();
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("reorderAccounts claude acc-2,acc-1")});
}

void TstAccountCard::gripDragsAccounts()
{
    show(test::filledSnapshot());
    QTRY_VERIFY(card("acc-2")->y() > card("acc-1")->y());
    QWidget *grip = card("acc-2")->grip();
    const auto at = [&](const QPoint &global) { return grip->mapFromGlobal(global); };
    const QPoint above = card("acc-1")->mapToGlobal(QPoint(10, 4));
    QTest::mousePress(grip, Qt::LeftButton, {}, grip->rect().center());
    QTest::mouseMove(grip, at(above));
    QTest::keyClick(grip, Qt::Key_Escape);
    QTest::mouseRelease(grip, Qt::LeftButton, {}, at(above));
    QVERIFY(m_engine->calls().isEmpty());
    QTest::mousePress(grip, Qt::LeftButton, {}, grip->rect().center());
    QTest::mouseMove(grip, at(above));
    QTest::mouseRelease(grip, Qt::LeftButton, {}, at(above));
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("reorderAccounts claude acc-2,acc-1")});
}

void TstAccountCard::refusedKeyIsReplaced()
{
    show(test::filledSnapshot());
    m_page->openItem(QStringLiteral("account/acc-6"));
    QVERIFY(words(card("acc-6"), "trouble").contains(QStringLiteral("refused")));
    click(card("acc-6"), "solve");
    auto *sheet = child<ui::widgets::Sheet>("replaceKeySheet");
    QVERIFY(sheet && sheet->isVisible());
    // Nothing to store yet: said, and nothing asked.
    QTest::mouseClick(sheet->actionButton(), Qt::LeftButton);
    QVERIFY(m_engine->calls().isEmpty());
    QTest::keyClicks(sheet->findChild<QLineEdit *>(QStringLiteral("key")),
                     QStringLiteral("sk-new"));
    QTest::mouseClick(sheet->actionButton(), Qt::LeftButton);
    QCOMPARE(m_engine->calls(), (QStringList{QStringLiteral("checkKey qwen"),
                                             QStringLiteral("replaceAccountKey acc-6"),
                                             QStringLiteral("testAccount acc-6")}));
    QCOMPARE(m_engine->lastKey(), QByteArray("sk-new"));
    QVERIFY(!sheet->isVisible());
}

void TstAccountCard::lockedAccountsAreTriedAgain()
{
    show(test::lockedSnapshot());
    QVERIFY(words(card("acc-1"), "trouble").contains(QStringLiteral("keyring")));
    QVERIFY(!card("acc-1")->findChild<QPushButton *>(QStringLiteral("test"))->isEnabled());
    click(card("acc-1"), "solve");
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("retryLockedAccounts")});
}

OMNI_TEST(TstAccountCard)
#include "tst_accountcard.moc"

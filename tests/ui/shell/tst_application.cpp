// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/shell/application.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notices.h"
#include "ui/shell/traymenu.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPushButton>

using namespace omni;
using namespace omni::ui::shell;

class TstApplication : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }
    void init();
    void startShowsTheWindow();
    void hiddenStartBuildsNoWindow();
    void settingDecidesWhenTheyComeLate();
    void quitEndsTheProgramWithTheWindowOpen();
    void runningRequestsAreAskedAbout();
    void settingsFromElsewhereAreFollowed();
    void trayMenuOpensPagesWithoutAWindow();
    void raiseBringsItBack();
    void noticesComeOnceAndAfterTwelveHoursAgain();
    void onlyUrgentNoticesAtStart();
    void atMostFourAnHour();
    void manyLockedAccountsAreOneNotice();

private:
    std::unique_ptr<test::FakeEngine> m_engine;
};

void TstApplication::init()
{
    m_engine = std::make_unique<test::FakeEngine>();
    m_engine->setSetting(QStringLiteral("app.language"), QStringLiteral("\"en\""), this, {});
    m_engine->show(test::filledSnapshot());
}

void TstApplication::startShowsTheWindow()
{
    Application application(*m_engine);
    QVERIFY(!application.window());
    application.start(false);
    QVERIFY(application.window() && application.window()->isVisible());
}

void TstApplication::hiddenStartBuildsNoWindow()
{
    Application minimized(*m_engine);
    minimized.start(true);
    QVERIFY(!minimized.window());
    m_engine->setSetting(QStringLiteral("app.startHidden"), QStringLiteral("true"), this, {});
    Application bySetting(*m_engine);
    bySetting.start(false);
    QVERIFY(!bySetting.window());
    // Offscreen there is no tray: a taskbar entry must appear instead.
    QTRY_VERIFY_WITH_TIMEOUT(bySetting.window(), 5000);
    QVERIFY(bySetting.window()->isMinimized());
}

void TstApplication::settingDecidesWhenTheyComeLate()
{
    m_engine->show(test::startingSnapshot());
    m_engine->setSetting(QStringLiteral("app.startHidden"), QString(), this, {});
    Application application(*m_engine);
    application.start(false);
    QVERIFY(!application.window());
    m_engine->setSetting(QStringLiteral("app.startHidden"), QStringLiteral("true"), this, {});
    m_engine->show(test::filledSnapshot());
    QVERIFY(!application.window());
}

void TstApplication::quitEndsTheProgramWithTheWindowOpen()
{
    Application application(*m_engine);
    application.start(false);
    // As close-to-tray would have it: this window refuses to be closed.
    application.window()->setClosesToTray(true);
    QTimer::singleShot(0, &application, &Application::quit);
    QTimer guard;
    guard.setSingleShot(true);
    connect(&guard, &QTimer::timeout, qApp, [] { QCoreApplication::exit(99); });
    guard.start(2000);
    QCOMPARE(QApplication::exec(), 0);
}

void TstApplication::runningRequestsAreAskedAbout()
{
    Application application(*m_engine);
    application.start(false);
    application.requestQuit();
    auto *sheet = application.window()->findChild<QDialog *>(QStringLiteral("quitSheet"));
    QVERIFY(sheet && sheet->isVisible());
    QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("cancel")), Qt::LeftButton);
    QVERIFY(!sheet->isVisible());
    QVERIFY(application.window()->isVisible());
}

void TstApplication::settingsFromElsewhereAreFollowed()
{
    Application application(*m_engine);
    application.start(false);
    m_engine->setSetting(QStringLiteral("app.theme"), QStringLiteral("\"dark\""), this, {});
    m_engine->setSetting(QStringLiteral("app.language"), QStringLiteral("\"pt_BR\""), this, {});
    m_engine->show(test::pausedSnapshot());
    QVERIFY(application.theme().isDark());
    QCOMPARE(application.language().current(), QStringLiteral("pt_BR"));
    auto *pause = application.trayMenu().menu()->findChild<QAction *>(QStringLiteral("tray.pause"));
    QCOMPARE(pause->text(), QStringLiteral("Retomar roteamento"));
    m_engine->setSetting(QStringLiteral("app.theme"), QStringLiteral("\"light\""), this, {});
    m_engine->show(test::filledSnapshot());
    QVERIFY(!application.theme().isDark());
}

void TstApplication::trayMenuOpensPagesWithoutAWindow()
{
    Application application(*m_engine);
    application.start(true);
    auto *settings =
        application.trayMenu().menu()->findChild<QAction *>(QStringLiteral("tray.settings"));
    settings->trigger();
    QVERIFY(application.window() && application.window()->isVisible());
    QCOMPARE(application.window()->currentPageId(), QStringLiteral("settings"));
}

void TstApplication::raiseBringsItBack()
{
    Application application(*m_engine);
    application.start(false);
    application.window()->hide();
    application.raise();
    QVERIFY(application.window()->isVisible());
    application.window()->showMinimized();
    application.raise();
    QVERIFY(!application.window()->isMinimized());
}

void TstApplication::noticesComeOnceAndAfterTwelveHoursAgain()
{
    NoticeRules rules;
    engine::Snapshot calm = test::filledSnapshot();
    calm.attention.clear();
    engine::Snapshot refused = test::filledSnapshot();
    QVERIFY(rules.take(calm).isEmpty());
    const QList<Notice> told = rules.take(refused);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().pageId, QStringLiteral("providers"));
    QCOMPARE(told.constFirst().item, QStringLiteral("account/acc-6"));
    QVERIFY(rules.take(refused).isEmpty());
    // Recovered and refused again within twelve hours: silence.
    refused.atMs += 3'600'000;
    QVERIFY(rules.take(calm).isEmpty());
    QVERIFY(rules.take(refused).isEmpty());
    QVERIFY(rules.take(calm).isEmpty());
    refused.atMs += 12 * 3'600'000LL;
    QCOMPARE(rules.take(refused).size(), 1);
}

void TstApplication::onlyUrgentNoticesAtStart()
{
    NoticeRules calm;
    QVERIFY(calm.take(test::filledSnapshot()).isEmpty());
    NoticeRules urgent;
    const QList<Notice> told = urgent.take(test::portTakenSnapshot());
    QCOMPARE(told.size(), 1);
    QVERIFY(told.constFirst().isUrgent);
    QVERIFY(told.constFirst().title.contains(QStringLiteral("20128")));
}

void TstApplication::atMostFourAnHour()
{
    NoticeRules rules;
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.attention.clear();
    QVERIFY(rules.take(snapshot).isEmpty());
    for (int i = 0; i < 9; ++i)
        snapshot.attention.append({.kind = engine::AttentionItem::Kind::AccountRefused,
                                   .subject = QString::number(i),
                                   .targetId = QString::number(i)});
    QCOMPARE(rules.take(snapshot).size(), 4);
}

void TstApplication::manyLockedAccountsAreOneNotice()
{
    NoticeRules rules;
    QCOMPARE(rules.take(test::lockedSnapshot()).size(), 1);
}

OMNI_TEST(TstApplication)
#include "tst_application.moc"

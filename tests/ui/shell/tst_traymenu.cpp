// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/tray.h"
#include "ui/shell/trayicons.h"
#include "ui/shell/traymenu.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSet>

using namespace omni;
using namespace omni::ui::shell;

class TstTrayMenu : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_language.use(QStringLiteral("en")); }
    void init();
    void cleanup();
    void topHasAtMostTwelveRows();
    void firstLineSaysTheStateInWords();
    void pauseFollowsTheServer();
    void rowsStayTheSameObjects();
    void comboIsChosenFromTheMenu();
    void attentionCountsAndActs();
    void errorsStandInAttention();
    void keyIsCopied();
    void longNamesLoseTheirMiddle();
    void statesAreTold_data();
    void statesAreTold();
    void iconsDifferByShape();
    void badgesHaveAClearedRing();
    void toolTipSaysTheState();

private:
    QAction *row(const char *name)
    {
        return m_tray->menu()->findChild<QAction *>(QLatin1String(name));
    }
    QMenu *sub(const char *name) { return m_tray->menu()->findChild<QMenu *>(QLatin1String(name)); }
    static QStringList texts(const QMenu *menu);
    void show(const engine::Snapshot &snapshot);

    Language m_language;
    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<TrayMenu> m_tray;
};

void TstTrayMenu::init()
{
    m_theme = std::make_unique<ui::widgets::Theme>();
    m_engine = std::make_unique<test::FakeEngine>();
    m_actions = std::make_unique<Actions>(*m_engine);
    m_tray = std::make_unique<TrayMenu>(*m_engine, *m_theme, *m_actions);
    connect(m_engine.get(), &engine::EngineFace::snapshotChanged, m_tray.get(), [this] {
        m_actions->setSnapshot(m_engine->snapshot());
        m_tray->setSnapshot(m_engine->snapshot());
    });
}

void TstTrayMenu::cleanup()
{
    m_tray.reset();
    m_actions.reset();
    m_engine.reset();
    m_theme.reset();
}

void TstTrayMenu::show(const engine::Snapshot &snapshot)
{
    m_engine->show(snapshot);
}

QStringList TstTrayMenu::texts(const QMenu *menu)
{
    QStringList all;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            all.append(action->text());
    }
    return all;
}

void TstTrayMenu::topHasAtMostTwelveRows()
{
    for (const test::PreparedSnapshot &state : test::allSnapshots()) {
        show(state.value);
        QVERIFY(texts(m_tray->menu()).size() <= 12);
        QVERIFY(!texts(m_tray->menu()).contains(QString()));
    }
}

void TstTrayMenu::firstLineSaysTheStateInWords()
{
    show(test::filledSnapshot());
    QCOMPARE(row("trayState")->text(), QStringLiteral("OmniRoute, running on port 20128"));
    QVERIFY(!row("trayState")->isEnabled());
    show(test::portTakenSnapshot());
    QCOMPARE(row("trayState")->text(), QStringLiteral("OmniRoute, port 20128 is busy"));
    QVERIFY(!row("tray.copyEndpoint")->isEnabled());
}

void TstTrayMenu::pauseFollowsTheServer()
{
    show(test::filledSnapshot());
    QCOMPARE(row("tray.pause")->text(), QStringLiteral("Pause routing"));
    row("tray.pause")->trigger();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("setPaused true"));
    // The engine answered with a snapshot: the menu is right at once.
    QCOMPARE(row("tray.pause")->text(), QStringLiteral("Resume routing"));
    row("tray.pause")->trigger();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("setPaused false"));
}

void TstTrayMenu::rowsStayTheSameObjects()
{
    show(test::filledSnapshot());
    const QList<QAction *> before = m_tray->menu()->actions();
    show(test::pausedSnapshot());
    show(test::emptySnapshot());
    m_tray->retranslate();
    QCOMPARE(m_tray->menu()->actions(), before);
}

void TstTrayMenu::comboIsChosenFromTheMenu()
{
    show(test::filledSnapshot());
    QMenu *combos = sub("trayCombos");
    QCOMPARE(combos->title(), QStringLiteral("Combo: by model name"));
    QCOMPARE(texts(combos).first(5),
             (QStringList{QStringLiteral("By model name"), QStringLiteral("always-on"),
                          QStringLiteral("free-forever"), QStringLiteral("max-subscription"),
                          QStringLiteral("review")}));
    QVERIFY(combos->actions().constFirst()->isChecked());
    combos->actions().at(2)->trigger();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("useCombo free-forever"));
    QCOMPARE(combos->title(), QStringLiteral("Combo: free-forever"));
    QVERIFY(combos->actions().at(2)->isChecked());
    QVERIFY(!combos->actions().constFirst()->isChecked());
}

void TstTrayMenu::attentionCountsAndActs()
{
    show(test::filledSnapshot());
    QMenu *attention = sub("trayAttention");
    QCOMPARE(attention->title(), QStringLiteral("Attention (2)"));
    QSignalSpy opened(m_tray.get(), &TrayMenu::openRequested);
    attention->actions().constFirst()->trigger();
    QCOMPARE(opened.constFirst(),
             (QVariantList{QStringLiteral("providers"), QStringLiteral("account/acc-6")}));
    engine::Snapshot calm = test::filledSnapshot();
    calm.attention.clear();
    show(calm);
    QCOMPARE(attention->title(), QStringLiteral("Attention"));
    QVERIFY(!attention->actions().constFirst()->isEnabled());
}

void TstTrayMenu::errorsStandInAttention()
{
    show(test::failingSnapshot());
    const QStringList rows = texts(sub("trayAttention"));
    const qsizetype at = rows.indexOf(QStringLiteral("Recent errors"));
    QVERIFY(at > 0);
    QCOMPARE(rows.size() - at - 1, 2);
    QVERIFY(rows.at(at + 1).contains(QStringLiteral("always-on")));
    QVERIFY(rows.at(at + 1).contains(QStringLiteral("quota used up")));
}

void TstTrayMenu::keyIsCopied()
{
    show(test::filledSnapshot());
    row("tray.copyKey")->trigger();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("revealKey key-1"));
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("sk-omr-")));
    engine::Snapshot revoked = test::filledSnapshot();
    revoked.keys[0].revokedMs = 1;
    show(revoked);
    QVERIFY(!row("tray.copyKey")->isEnabled());
}

void TstTrayMenu::longNamesLoseTheirMiddle()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.combos[0].name = QStringLiteral("x").repeated(90);
    show(snapshot);
    QVERIFY(texts(sub("trayCombos")).at(1).size() <= 40);
}

void TstTrayMenu::statesAreTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("state");
    const auto add = [](const char *name, TrayState state) {
        QTest::newRow(name) << QString::fromLatin1(name) << int(state);
    };
    add("empty", TrayState::NoAccount);
    add("filled", TrayState::Attention);
    add("failing", TrayState::Attention);
    add("locked", TrayState::Attention);
    add("porttaken", TrayState::Down);
    add("paused", TrayState::Paused);
    add("starting", TrayState::Stopped);
}

void TstTrayMenu::statesAreTold()
{
    QFETCH(QString, name);
    QFETCH(int, state);
    for (const test::PreparedSnapshot &one : test::allSnapshots()) {
        if (one.name == name)
            QCOMPARE(int(trayState(one.value)), state);
    }
    // Cooling alone passes by itself.
    engine::Snapshot cooling = test::filledSnapshot();
    cooling.attention.removeFirst();
    QCOMPARE(trayState(cooling), TrayState::Running);
}

void TstTrayMenu::iconsDifferByShape()
{
    const QList<TrayState> states{TrayState::Running,   TrayState::Active, TrayState::NoAccount,
                                  TrayState::Attention, TrayState::Down,   TrayState::Paused,
                                  TrayState::Stopped};
    for (const bool isTemplate : {false, true}) {
        for (const int size : traySizes()) {
            QList<QImage> seen;
            for (const TrayState state : states) {
                const QImage image = trayPixmap(*m_theme, state, size, isTemplate)
                                         .toImage()
                                         .convertToFormat(QImage::Format_ARGB32);
                QCOMPARE(image.size(), QSize(size, size));
                QVERIFY2(!seen.contains(image), qPrintable(QString::number(size)));
                seen.append(image);
            }
        }
    }
    QCOMPARE(trayIcon(*m_theme, TrayState::Down).availableSizes().size(), traySizes().size());
}

void TstTrayMenu::badgesHaveAClearedRing()
{
    const QImage plain = trayPixmap(*m_theme, TrayState::Running, 64).toImage();
    const QImage down = trayPixmap(*m_theme, TrayState::Down, 64).toImage();
    // Somewhere the tile was cut away although no badge covers it.
    int cleared = 0;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            cleared += qAlpha(plain.pixel(x, y)) > 250 && qAlpha(down.pixel(x, y)) < 5 ? 1 : 0;
    }
    QVERIFY(cleared > 40);
}

void TstTrayMenu::toolTipSaysTheState()
{
    QCOMPARE(trayToolTip(test::filledSnapshot()),
             QStringLiteral("OmniRoute, running on port 20128\n5 of 7 accounts can answer"));
    QCOMPARE(trayToolTip(test::portTakenSnapshot()),
             QStringLiteral("OmniRoute, port 20128 is busy"));
}

OMNI_TEST(TstTrayMenu)
#include "tst_traymenu.moc"

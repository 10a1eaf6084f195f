// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/pages/page.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>

using namespace omni;
using namespace omni::ui::shell;

class TstMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sidebarOpensPages();
    void shortcutsOpenPages();
    void pillHidesWhereTheStateCardIs();
    void bellCountsAndLists();
    void closingHidesOnlyWithATray();
    void reallyQuittingCloses();
    void paletteFindsAndRuns();
    void paletteShutsByEscAndByClickBeside();
    void paletteModelHolds();
    void matchesComeBestFirst();
    void searchKeyReachesPageOrPalette();
    void undoKeyTakesBack();
    void languageChangesWhileRunning();
    void everyControlHasAName();
    void nothingIsCutOffWhenSmall();
    void everyPageIsListedOnce();

private:
    template<typename T>
    T *child(const char *name)
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    void open(const char *page) { m_window->openPage(QLatin1String(page)); }

    Language m_language;
    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<MainWindow> m_window;
};

void TstMainWindow::init()
{
    m_language.use(QStringLiteral("en"));
    m_theme = std::make_unique<ui::widgets::Theme>();
    m_engine = std::make_unique<test::FakeEngine>();
    m_actions = std::make_unique<Actions>(*m_engine);
    connect(m_engine.get(), &engine::EngineFace::snapshotChanged, m_actions.get(),
            [this] { m_actions->setSnapshot(m_engine->snapshot()); });
    m_window = std::make_unique<MainWindow>(*m_engine, *m_theme, *m_actions);
    m_window->resize(1280, 770);
    m_engine->show(test::filledSnapshot());
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstMainWindow::cleanup()
{
    m_window.reset();
    m_actions.reset();
    m_engine.reset();
    m_theme.reset();
}

void TstMainWindow::sidebarOpensPages()
{
    QCOMPARE(m_window->currentPageId(), QStringLiteral("home"));
    auto *bottom = child<QListView>("navigationBottom");
    const QModelIndex settings = bottom->model()->index(0, 0);
    QTest::mouseClick(bottom->viewport(), Qt::LeftButton, {},
                      bottom->visualRect(settings).center());
    QCOMPARE(m_window->currentPageId(), QStringLiteral("settings"));
    QCOMPARE(child<QLabel>("pageTitle")->text(), QStringLiteral("Settings"));
    QVERIFY(m_window->page(QStringLiteral("settings"))->isVisible());
    m_window->openPage(QStringLiteral("no such page"));
    QCOMPARE(m_window->currentPageId(), QStringLiteral("settings"));
}

void TstMainWindow::shortcutsOpenPages()
{
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("settings"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("home"));
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:20128/v1"));
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("setPaused true"));
}

void TstMainWindow::pillHidesWhereTheStateCardIs()
{
    auto *copy = child<QToolButton>("pillCopy");
    QVERIFY(!copy->isVisible());
    open("settings");
    QVERIFY(copy->isVisible());
    open("home");
    m_engine->show(test::emptySnapshot());
    QVERIFY(copy->isVisible());
    m_engine->show(test::pausedSnapshot());
    open("settings");
    auto *act = child<QToolButton>("pillAct");
    QVERIFY(act->isVisible());
    QTest::mouseClick(act, Qt::LeftButton);
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("setPaused false"));
}

void TstMainWindow::bellCountsAndLists()
{
    auto *bell = child<ui::widgets::IconButton>("bell");
    QCOMPARE(bell->badge(), 2);
    QTest::mouseClick(bell, Qt::LeftButton);
    auto *menu = child<QMenu>("bellMenu");
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().at(1)->trigger();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("clearCooldown acc-1 claude-opus-4-6"));
    menu->close();
    m_engine->show(test::emptySnapshot());
    QCOMPARE(bell->badge(), 0);
}

void TstMainWindow::closingHidesOnlyWithATray()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    QSignalSpy hidden(m_window.get(), &MainWindow::hidden);
    m_window->close();
    QCOMPARE(quit.count(), 1);
    QVERIFY(m_window->isVisible());
    m_window->setClosesToTray(true);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(hidden.count(), 1);
    QCOMPARE(quit.count(), 1);
    QVERIFY(!m_window->isVisible());
}

void TstMainWindow::reallyQuittingCloses()
{
    m_window->setClosesToTray(true);
    m_window->setReallyQuitting();
    QSignalSpy hidden(m_window.get(), &MainWindow::hidden);
    QVERIFY(m_window->close());
    QCOMPARE(hidden.count(), 0);
}

void TstMainWindow::paletteFindsAndRuns()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *input = child<QLineEdit>("paletteInput");
    QVERIFY(input->isVisible());
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClicks(input, QStringLiteral("use combo free"));
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("useCombo free-forever"));
    QVERIFY(!input->isVisible());
    QTest::mouseClick(child<QPushButton>("find"), Qt::LeftButton);
    QTest::keyClicks(input, QStringLiteral("settings"));
    QTest::keyClick(input, Qt::Key_Down);
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("settings"));
}

void TstMainWindow::paletteShutsByEscAndByClickBeside()
{
    m_actions->palette->trigger();
    auto *input = child<QLineEdit>("paletteInput");
    QTest::keyClick(input, Qt::Key_Escape);
    QVERIFY(!input->isVisible());
    m_actions->palette->trigger();
    QTest::mouseClick(m_window->findChild<Palette *>(), Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(!input->isVisible());
    QVERIFY(m_engine->calls().isEmpty());
}

void TstMainWindow::paletteModelHolds()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({{.group = QStringLiteral("A"), .title = QStringLiteral("one")},
                      {.group = QStringLiteral("B"), .title = QStringLiteral("two")}});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.nextEntry(-1, 1), 1);
    QCOMPARE(model.nextEntry(1, 1), 3);
    QCOMPARE(model.nextEntry(3, 1), -1);
    QVERIFY(!model.entry(0));
    QVERIFY(!model.flags(model.index(2)).testFlag(Qt::ItemIsSelectable));
    model.setEntries({});
    QCOMPARE(model.nextEntry(-1, 1), -1);
}

void TstMainWindow::matchesComeBestFirst()
{
    const QString group = QStringLiteral("Actions");
    const QList<PaletteEntry> all{
        {.group = group, .title = QStringLiteral("Refuse nothing"), .note = QStringLiteral("use")},
        {.group = group, .title = QStringLiteral("Please use me")},
        {.group = group, .title = QStringLiteral("Use combo"), .strong = QStringLiteral("review")},
        {.group = group, .title = QStringLiteral("Quit")},
    };
    const QList<PaletteEntry> found = matchingEntries(all, QStringLiteral("use"));
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).title, QStringLiteral("Use combo"));
    QCOMPARE(found.at(1).title, QStringLiteral("Please use me"));
    QCOMPARE(matchingEntries(all, QStringLiteral("combo rev")).size(), 1);
    QCOMPARE(matchingEntries(all, {}).size(), 4);
    QVERIFY(matchingEntries(all, QStringLiteral("zzz")).isEmpty());
}

void TstMainWindow::searchKeyReachesPageOrPalette()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(child<QLineEdit>("paletteInput")->isVisible());
    QTest::keyClick(child<QLineEdit>("paletteInput"), Qt::Key_Escape);
    open("settings");
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!child<QLineEdit>("paletteInput")->isVisible());
    QTRY_VERIFY(child<QLineEdit>("settingSearch")->hasFocus());
}

void TstMainWindow::undoKeyTakesBack()
{
    int undone = 0;
    emit m_window->page(QStringLiteral("home"))
        ->undoOffered(QStringLiteral("Account removed"), [&] { ++undone; });
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
}

void TstMainWindow::languageChangesWhileRunning()
{
    QCOMPARE(child<QLabel>("pageTitle")->text(), QStringLiteral("Home"));
    QVERIFY(m_language.use(QStringLiteral("pt_BR")));
    m_actions->retranslate();
    m_window->retranslate();
    QCOMPARE(child<QLabel>("pageTitle")->text(), QStringLiteral("Início"));
    QCOMPARE(child<QLabel>("stateWord")->text(), QStringLiteral("Em execução"));
    QCOMPARE(m_actions->quit->text(), QStringLiteral("Encerrar OmniRoute"));
    auto *navigation = child<QListView>("navigation");
    QCOMPARE(navigation->model()->index(1, 0).data().toString(), QStringLiteral("Início"));
    QVERIFY(!m_language.use(QStringLiteral("pt_BR")));
    m_language.use(QStringLiteral("en"));
    m_window->retranslate();
    QCOMPARE(child<QLabel>("pageTitle")->text(), QStringLiteral("Home"));
}

void TstMainWindow::everyControlHasAName()
{
    for (const test::PreparedSnapshot &state : test::allSnapshots()) {
        m_engine->show(state.value);
        for (const PageRow &row : pageRows()) {
            m_window->openPage(row.id);
            for (QWidget *widget : m_window->findChildren<QWidget *>()) {
                const bool isControl =
                    widget->inherits("QAbstractButton") || widget->inherits("QLineEdit") ||
                    widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox") ||
                    widget->inherits("QAbstractItemView");
                // The editor inside a spin or combo box speaks for its box.
                const QWidget *parent = widget->parentWidget();
                if (!isControl || !widget->isVisible() || parent->inherits("QAbstractSpinBox") ||
                    parent->inherits("QComboBox") || parent->inherits("QTableView"))
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                         qPrintable(QStringLiteral("%1 %2 on %3, %4")
                                        .arg(QLatin1String(widget->metaObject()->className()),
                                             widget->objectName(), row.id, state.name)));
            }
        }
    }
}

void TstMainWindow::nothingIsCutOffWhenSmall()
{
    for (const QString &language : languages()) {
        m_language.use(language);
        m_window->retranslate();
        m_window->resize(900, 600);
        for (const PageRow &row : pageRows()) {
            m_window->openPage(row.id);
            QApplication::processEvents();
            for (const auto *button : m_window->findChildren<QPushButton *>()) {
                if (!button->isVisible() || button->text().isEmpty())
                    continue;
                QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                         qPrintable(language + QStringLiteral(": ") + button->text()));
            }
        }
    }
    m_language.use(QStringLiteral("en"));
}

void TstMainWindow::everyPageIsListedOnce()
{
    QStringList ids;
    for (const PageRow &row : pageRows()) {
        QVERIFY(!ids.contains(row.id));
        ids.append(row.id);
        QVERIFY(!row.name.isEmpty() && !row.icon.isEmpty());
        QVERIFY(ui::widgets::IconStore::exists(row.icon));
        m_window->openPage(row.id);
        QCOMPARE(m_window->page(row.id)->title(), row.name);
    }
    for (const QAction *action : m_actions->all()) {
        QVERIFY2(ui::widgets::IconStore::exists(action->property("glyph").toString()),
                 qPrintable(action->objectName()));
        QVERIFY(!action->text().isEmpty());
    }
}

OMNI_TEST(TstMainWindow)
#include "tst_mainwindow.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/pages/home/homepage.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace omni;
using ui::pages::home::HomePage;

class TstHome : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void init();
    void cleanup();
    void withoutAccountsThreeStepsLeadOn();
    void figuresStandOnThePage();
    void unknownFiguresAreNoZero();
    void pauseAsksTheEngineAndShowsResume();
    void keyIsFetchedOnlyWhenCopied();
    void crossCancelsARequest();
    void deleteKeyCancelsARequest();
    void takenPortIsExplainedAndSolved();
    void failedPortIsTold();
    void attentionLeadsToItsPlace();
    void clearingACooldownNamesTheModelOnly();
    void attentionIsLimitedAndCounted();
    void narrowPageStacksItsColumns();
    void modelsHoldUnderAllSnapshots();

private:
    template<typename T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] bool shows(const QString &text) const;
    void show(const engine::Snapshot &snapshot);

    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<HomePage> m_page;
};

void TstHome::init()
{
    m_theme = std::make_unique<ui::widgets::Theme>();
    m_engine = std::make_unique<test::FakeEngine>();
    m_page = std::make_unique<HomePage>(*m_engine, *m_theme);
    m_page->resize(1084, 714);
    connect(m_engine.get(), &engine::EngineFace::snapshotChanged, m_page.get(),
            [this] { m_page->setSnapshot(m_engine->snapshot()); });
}

void TstHome::cleanup()
{
    m_page.reset();
    m_engine.reset();
    m_theme.reset();
}

void TstHome::show(const engine::Snapshot &snapshot)
{
    m_engine->show(snapshot);
    m_page->show();
    // Rows that came with the snapshot get their places with the events they posted.
    QApplication::processEvents();
}

bool TstHome::shows(const QString &text) const
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void TstHome::withoutAccountsThreeStepsLeadOn()
{
    show(test::emptySnapshot());
    QVERIFY(!m_page->showsServerState());
    QVERIFY(shows(QStringLiteral("http://127.0.0.1:20128/v1")));
    QSignalSpy opened(m_page.get(), &ui::pages::Page::openRequested);
    QTest::mouseClick(child<QPushButton>("addAccount"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("connect"), Qt::LeftButton);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.at(0), (QVariantList{QStringLiteral("providers"), QStringLiteral("add")}));
    QCOMPARE(opened.at(1).constFirst(), QStringLiteral("connect"));
}

void TstHome::figuresStandOnThePage()
{
    show(test::filledSnapshot());
    QVERIFY(m_page->showsServerState());
    QCOMPARE(child<QLabel>("requests")->text(), QStringLiteral("214"));
    QCOMPARE(child<QLabel>("tokens")->text(), QStringLiteral("4.8 M"));
    QCOMPARE(child<QLabel>("answered")->text(), QStringLiteral("99.1 %"));
    QVERIFY(shows(QStringLiteral("$1.26")));
    QCOMPARE(child<QLabel>("stateWord")->text(), QStringLiteral("Running"));
}

void TstHome::unknownFiguresAreNoZero()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.day = {};
    show(snapshot);
    QCOMPARE(child<QLabel>("tokens")->text(), QStringLiteral("–"));
    QCOMPARE(child<QLabel>("answered")->text(), QStringLiteral("–"));
}

void TstHome::pauseAsksTheEngineAndShowsResume()
{
    show(test::filledSnapshot());
    auto *pause = child<QPushButton>("pause");
    QCOMPARE(pause->text(), QStringLiteral("Pause"));
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("setPaused true")});
    QCOMPARE(pause->text(), QStringLiteral("Resume"));
    QCOMPARE(child<QLabel>("stateWord")->text(), QStringLiteral("Paused"));
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("setPaused false"));
}

void TstHome::keyIsFetchedOnlyWhenCopied()
{
    show(test::filledSnapshot());
    QVERIFY(shows(QStringLiteral("sk-omr-····7Q2f")));
    QVERIFY(m_engine->calls().isEmpty());
    QTest::mouseClick(child<QToolButton>("copyKey"), Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("revealKey key-1")});
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("sk-omr-example-of-a-client-key-7Q2f"));
}

void TstHome::crossCancelsARequest()
{
    show(test::filledSnapshot());
    auto *table = child<QTableView>("liveTable");
    QCOMPARE(table->model()->rowCount(), 3);
    const QModelIndex cross = table->model()->index(1, table->model()->columnCount() - 1);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cross).center());
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("cancelRequest req-2")});
    QCOMPARE(table->model()->rowCount(), 2);
    // A click elsewhere in a row must cancel nothing.
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(m_engine->calls().size(), 1);
}

void TstHome::deleteKeyCancelsARequest()
{
    show(test::filledSnapshot());
    auto *table = child<QTableView>("liveTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("cancelRequest req-1")});
}

void TstHome::takenPortIsExplainedAndSolved()
{
    show(test::portTakenSnapshot());
    QVERIFY(child<QLabel>("errorWhat")->text().contains(QStringLiteral("20128")));
    QVERIFY(shows(QStringLiteral("node (4711)")));
    QVERIFY(shows(QStringLiteral("E-PORT-01")));
    // What was known stays on the page.
    QCOMPARE(child<QLabel>("requests")->text(), QStringLiteral("214"));
    QTest::mouseClick(child<QPushButton>("copyDetails"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Address already in use")));
    QSignalSpy toasts(m_page.get(), &ui::pages::Page::toastRequested);
    auto *use = child<QPushButton>("usePort");
    QVERIFY(use->text().contains(QStringLiteral("20129")));
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("usePort 20129")});
    QCOMPARE(toasts.count(), 1);
    QVERIFY(child<QLabel>("stateWord")->isVisible());
    QVERIFY(!use->isVisible());
}

void TstHome::failedPortIsTold()
{
    show(test::portTakenSnapshot());
    m_engine->failWith(base::Error{.code = base::ErrorCode::Network});
    QSignalSpy toasts(m_page.get(), &ui::pages::Page::toastRequested);
    QTest::mouseClick(child<QPushButton>("tryAgain"), Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("usePort 20128")});
    QCOMPARE(toasts.count(), 1);
    QVERIFY(child<QPushButton>("usePort")->isEnabled());
}

void TstHome::attentionLeadsToItsPlace()
{
    show(test::filledSnapshot());
    QSignalSpy opened(m_page.get(), &ui::pages::Page::openRequested);
    QTest::mouseClick(child<QPushButton>("attention0"), Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst(),
             (QVariantList{QStringLiteral("providers"), QStringLiteral("account/acc-6")}));
}

void TstHome::clearingACooldownNamesTheModelOnly()
{
    show(test::filledSnapshot());
    QTest::mouseClick(child<QPushButton>("attention1"), Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("clearCooldown acc-1 claude-opus-4-6")});
}

void TstHome::attentionIsLimitedAndCounted()
{
    show(test::failingSnapshot());
    QVERIFY(child<QPushButton>("attention3"));
    QVERIFY(!child<QPushButton>("attention4"));
    QVERIFY(shows(QStringLiteral("2 more")));
    show(test::emptySnapshot());
    engine::Snapshot calm = test::filledSnapshot();
    calm.attention.clear();
    show(calm);
    QVERIFY(shows(QStringLiteral("All good.")));
}

void TstHome::narrowPageStacksItsColumns()
{
    show(test::filledSnapshot());
    auto *live = child<QTableView>("liveTable");
    auto *figure = child<QLabel>("requests");
    const auto left = [&](const QWidget *widget) {
        return widget->mapTo(m_page.get(), QPoint(0, 0)).x();
    };
    QTRY_VERIFY(left(figure) > left(live) + live->width() / 2);
    m_page->resize(704, 544);
    QTRY_VERIFY(left(figure) < left(live) + live->width() / 2);
    // Nothing hangs out at the right.
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->parentWidget())
            QVERIFY2(left(widget) + widget->width() <= 704,
                     qPrintable(widget->objectName() +
                                QLatin1String(widget->metaObject()->className())));
    }
}

void TstHome::modelsHoldUnderAllSnapshots()
{
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    QAbstractItemModelTester live(child<QTableView>("liveTable")->model(), mode);
    QAbstractItemModelTester accounts(child<QTableView>("accountsTable")->model(), mode);
    for (const test::PreparedSnapshot &state : test::allSnapshots())
        show(state.value);
    show(test::filledSnapshot());
    QCOMPARE(child<QTableView>("accountsTable")->model()->index(0, 0).data().toString(),
             QStringLiteral("Qwen Code"));
}

OMNI_TEST(TstHome)
#include "tst_home.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/ui/pages/providersfixture.h"

#include <QAbstractItemModelTester>

using namespace omni;

class TstProviders : public QObject, private test::ProvidersFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void providersStandInGroups();
    void worstAccountSetsTheShape();
    void filterLooksAtAccountsToo();
    void headingTellsHowModelsAreCalled();
    void testAllTestsEveryAccount();
    void removalIsUndone();
    void removalAsksWhenCombosNeedTheAccount();
    void riskStandsBelowTheAccounts();
    void signInOnlySendsToTheOthers();
    void itemLeadsToItsAccount();
    void withoutAccountsTheFirstIsOffered();
    void everyControlHasAName();
    void narrowPageHoldsEverything_data();
    void narrowPageHoldsEverything();
    void listHoldsUnderAllSnapshots();
};

void TstProviders::init()
{
    makePage();
}

void TstProviders::cleanup()
{
    removePage();
}

void TstProviders::providersStandInGroups()
{
    show(test::filledSnapshot());
    QCOMPARE(titles(), (QStringList{QStringLiteral("In use"), QStringLiteral("Claude Code"),
                                    QStringLiteral("OpenAI Codex"), QStringLiteral("GLM Coding"),
                                    QStringLiteral("Gemini"), QStringLiteral("Qwen Code"),
                                    QStringLiteral("Paused"), QStringLiteral("OpenRouter")}));
    QCOMPARE(child<ui::widgets::MasterList>("providerList")->currentId(), QStringLiteral("claude"));
    QVERIFY(card("acc-1") && card("acc-2") && !card("acc-3"));
}

void TstProviders::worstAccountSetsTheShape()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.accounts[1].state = engine::AccountState::NeedsAttention;
    show(snapshot);
    const auto rows = child<ui::widgets::MasterList>("providerList")->rowModel()->rows();
    // One of two answers: a look is needed, but the provider is not down.
    QCOMPARE(rows.at(1).state, ui::widgets::State::Attention);
    QCOMPARE(rows.at(1).count, QStringLiteral("2"));
    QCOMPARE(rows.at(5).state, ui::widgets::State::Error);
    QCOMPARE(rows.at(2).state, ui::widgets::State::Ok);
    QCOMPARE(rows.at(7).state, ui::widgets::State::Paused);
}

void TstProviders::filterLooksAtAccountsToo()
{
    show(test::filledSnapshot());
    auto *filter = child<QLineEdit>("providerFilter");
    QVERIFY(m_page->focusSearch());
    QTest::keyClicks(filter, QStringLiteral("team"));
    QCOMPARE(titles(), (QStringList{QStringLiteral("In use"), QStringLiteral("Claude Code")}));
    filter->clear();
    QTest::keyClicks(filter, QStringLiteral("router"));
    QCOMPARE(titles(), (QStringList{QStringLiteral("Paused"), QStringLiteral("OpenRouter")}));
    QCOMPARE(words(m_page.get(), "providerName"), QStringLiteral("OpenRouter"));
    QTest::keyClicks(filter, QStringLiteral("xyz"));
    QVERIFY(titles().isEmpty());
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(titles().size(), 8);
}

void TstProviders::headingTellsHowModelsAreCalled()
{
    show(test::filledSnapshot());
    const auto *summary = child<QLabel>("summary");
    QCOMPARE(summary->accessibleName(),
             QStringLiteral("Models start with cc/, 3 models, 131 requests today"));
}

void TstProviders::testAllTestsEveryAccount()
{
    show(test::filledSnapshot());
    click(m_page.get(), "testAll");
    QCOMPARE(m_engine->calls(), (QStringList{QStringLiteral("testAccount acc-1"),
                                             QStringLiteral("testAccount acc-2")}));
    // With one account it would be the same button twice.
    m_page->openItem(QStringLiteral("account/acc-4"));
    QVERIFY(!child<QPushButton>("testAll")->isVisible());
}

void TstProviders::removalIsUndone()
{
    show(test::filledSnapshot());
    std::function<void()> undo;
    QString said;
    connect(m_page.get(), &ui::pages::Page::undoOffered, this,
            [&](const QString &text, const std::function<void()> &back) {
                said = text;
                undo = back;
            });
    card("acc-2")->setFocus();
    QTest::keyClick(card("acc-2"), Qt::Key_Delete);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("removeAccount acc-2")});
    QTRY_VERIFY(!card("acc-2"));
    QCOMPARE(QApplication::focusWidget(), card("acc-1"));
    QVERIFY(said.contains(QStringLiteral("team seat")));
    QVERIFY(undo);
    undo();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("restoreAccount acc-2"));
    QVERIFY(card("acc-2") && card("acc-2")->isVisible());
}

void TstProviders::removalAsksWhenCombosNeedTheAccount()
{
    show(test::filledSnapshot());
    m_page->openItem(QStringLiteral("account/acc-4"));
    QTest::keyClick(card("acc-4"), Qt::Key_Delete);
    auto *sheet = child<ui::widgets::Sheet>("removeSheet");
    QVERIFY(sheet && sheet->isVisible());
    const auto labels = sheet->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == QLatin1String("always-on");
    }));
    QTest::mouseClick(sheet->cancelButton(), Qt::LeftButton);
    QVERIFY(m_engine->calls().isEmpty());
    QTest::keyClick(card("acc-4"), Qt::Key_Delete);
    for (auto *again : m_page->findChildren<ui::widgets::Sheet *>(QStringLiteral("removeSheet"))) {
        if (again->isVisible())
            QTest::mouseClick(again->actionButton(), Qt::LeftButton);
    }
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("removeAccount acc-4")});
}

void TstProviders::riskStandsBelowTheAccounts()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    show(snapshot);
    QVERIFY(!child<QWidget>("risk")->isVisible());
    snapshot.providers[0].provider.risk = QStringLiteral("The vendor may limit the account.");
    show(snapshot);
    QCOMPARE(words(m_page.get(), "risk"), QStringLiteral("The vendor may limit the account."));
}

void TstProviders::signInOnlySendsToTheOthers()
{
    show(test::filledSnapshot());
    QVERIFY(words(m_page.get(), "reach").contains(QStringLiteral("sign-in")));
    click(m_page.get(), "addAccount");
    auto *opened = sheet("addSheet");
    QVERIFY(opened);
    QVERIFY(opened->findChild<QWidget *>(QStringLiteral("catalogList"))->isVisible());
    opened->reject();
    m_page->openItem(QStringLiteral("account/acc-4"));
    QVERIFY(!child<QWidget>("reach")->isVisible());
}

void TstProviders::itemLeadsToItsAccount()
{
    show(test::filledSnapshot());
    // A filter that hides it must not be in the way.
    child<QLineEdit>("providerFilter")->setText(QStringLiteral("claude"));
    m_page->openItem(QStringLiteral("account/acc-7"));
    QCOMPARE(words(m_page.get(), "providerName"), QStringLiteral("OpenRouter"));
    QCOMPARE(QApplication::focusWidget(), card("acc-7"));
    m_page->openItem(QStringLiteral("account/nobody"));
    QCOMPARE(words(m_page.get(), "providerName"), QStringLiteral("OpenRouter"));
}

void TstProviders::withoutAccountsTheFirstIsOffered()
{
    show(test::emptySnapshot());
    QVERIFY(child<QWidget>("noAccounts")->isVisible());
    QVERIFY(!child<QWidget>("providerList")->isVisible());
    QVERIFY(!m_page->focusSearch());
    click(m_page.get(), "addFirst");
    QVERIFY(sheet("addSheet")->isVisible());
    // While the engine starts nothing is known: no page may call that "no account".
    show(test::startingSnapshot());
    QVERIFY(!child<QWidget>("noAccounts")->isVisible());
}

void TstProviders::everyControlHasAName()
{
    for (const test::PreparedSnapshot &state : test::allSnapshots()) {
        show(state.value);
        QCOMPARE(nameless(m_page.get()), QString());
    }
}

void TstProviders::narrowPageHoldsEverything_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("100 %") << 100;
    QTest::newRow("200 %") << 200;
}

void TstProviders::narrowPageHoldsEverything()
{
    QFETCH(int, percent);
    const QFont normal = QApplication::font();
    QFont large = normal;
    large.setPixelSize(QFontInfo(normal).pixelSize() * percent / 100);
    removePage();
    QApplication::setFont(large);
    makePage();
    show(test::filledSnapshot());
    m_page->resize(704, 544);
    QApplication::processEvents();
    QStringList outside;
    for (const QWidget *part : child<QWidget>("scrolled")->findChildren<QWidget *>()) {
        if (!part->isVisible() || part->isWindow())
            continue;
        const int right = part->mapTo(m_page.get(), QPoint(part->width(), 0)).x();
        if (right > 704)
            outside.append(part->objectName() + QLatin1String(part->metaObject()->className()));
    }
    // Buttons do not lie over words either.
    const QWidget *state = card("acc-1")->findChild<QWidget *>(QStringLiteral("state"));
    const QWidget *test = card("acc-1")->findChild<QWidget *>(QStringLiteral("test"));
    const bool isOver = state->geometry().intersects(test->geometry());
    QApplication::setFont(normal);
    QCOMPARE(outside, QStringList());
    QVERIFY(!isOver);
}

void TstProviders::listHoldsUnderAllSnapshots()
{
    QAbstractItemModelTester tester(child<ui::widgets::MasterList>("providerList")->rowModel(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const test::PreparedSnapshot &state : test::allSnapshots())
        show(state.value);
    show(test::filledSnapshot());
    QCOMPARE(titles().size(), 8);
}

OMNI_TEST(TstProviders)
#include "tst_providers.moc"

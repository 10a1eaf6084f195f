// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/catalog.h"
#include "tests/ui/pages/providersfixture.h"
#include "ui/pages/providers/catalogmodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QToolButton>

using namespace omni;

namespace {

const char *Key = "sk-or-v1-0123456789abcdef";

} // namespace

class TstAddAccount : public QObject, private test::ProvidersFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void searchFindsByNameVendorAndPrefix();
    void enterGoesOn();
    void outOfReachIsShownWithItsReason();
    void pastedKeyIsTrimmedAndChecked();
    void eyeShowsTheKey();
    void goodKeyAddsTheAccount();
    void badKeyIsExplainedAndSavedAnyway();
    void failedAddingLosesNothing();
    void checkIsCancelled();
    void missingKeyIsTold();
    void blanksInsideTheKeyAreTold();
    void localServerNeedsNoKey();
    void ownAddressIsAskedFor();
    void advancedChangesTierAndAddress();
    void secondAccountGetsAnotherName();
    void linkGoesBackToTheList();
    void shippedCatalogIsSearchable();
    void everyControlHasAName();
};

void TstAddAccount::init()
{
    makePage();
    show(test::filledSnapshot());
}

void TstAddAccount::cleanup()
{
    removePage();
}

void TstAddAccount::searchFindsByNameVendorAndPrefix()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.providers[2].provider.vendor = QStringLiteral("Zhipu");
    m_engine->show(snapshot);
    openAddSheet("add");
    auto *list = part<QListView>("catalogList");
    QAbstractItemModelTester tester(list->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char *text : {"zhip", "coding", "GLM"}) {
        type("catalogSearch", text);
        QVERIFY(list->model()->rowCount() >= 1);
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("GLM Coding"));
    }
}

void TstAddAccount::enterGoesOn()
{
    openAddSheet("add");
    type("catalogSearch", "e");
    auto *list = part<QListView>("catalogList");
    const int row = list->currentIndex().row();
    QTest::keyClick(part<QLineEdit>("catalogSearch"), Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), row + 1);
    type("catalogSearch", "groq");
    QTest::keyClick(m_sheet, Qt::Key_Return);
    QVERIFY(part<QLineEdit>("key")->isVisible());
    QVERIFY(words(m_sheet).contains(QStringLiteral("Groq")));
}

void TstAddAccount::outOfReachIsShownWithItsReason()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.providers[7].provider.format = chat::Format::Gemini;
    snapshot.providers[8].provider.format.reset();
    m_engine->show(snapshot);
    openAddSheet("add");
    const std::pair<const char *, const char *> rows[] = {
        {"claude", "Needs a sign-in"}, {"groq", "cannot talk to it yet"}, {"mistral", "no chat"}};
    for (const auto &[search, reason] : rows) {
        type("catalogSearch", search);
        auto *list = part<QListView>("catalogList");
        QVERIFY2(list->currentIndex()
                     .data(Qt::AccessibleTextRole)
                     .toString()
                     .contains(QLatin1String(reason)),
                 reason);
        QVERIFY(!m_sheet->actionButton()->isEnabled());
        QTest::keyClick(m_sheet, Qt::Key_Return);
        QVERIFY(list->isVisible());
    }
    QVERIFY(m_engine->calls().isEmpty());
}

void TstAddAccount::pastedKeyIsTrimmedAndChecked()
{
    openAddSheet("add/openrouter");
    QApplication::clipboard()->setText(QStringLiteral("  %1 \n").arg(QLatin1String(Key)));
    auto *key = part<QLineEdit>("key");
    QTest::keySequence(key, QKeySequence::Paste);
    QCOMPARE(key->text(), QLatin1String(Key));
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("checkKey openrouter")});
    QCOMPARE(m_engine->lastKey(), QByteArray(Key));
    QCOMPARE(part<QLabel>("checkResult")->text(), QStringLiteral("The key works. 42 models."));
    QVERIFY(!part<QPushButton>("saveAnyway")->isVisible());
}

void TstAddAccount::eyeShowsTheKey()
{
    openAddSheet("add/openrouter");
    auto *key = part<QLineEdit>("key");
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    click(m_sheet, "eye");
    QCOMPARE(key->echoMode(), QLineEdit::Normal);
    QCOMPARE(part<QToolButton>("eye")->accessibleName(), QStringLiteral("Hide the key"));
    click(m_sheet, "eye");
    QCOMPARE(key->echoMode(), QLineEdit::Password);
}

void TstAddAccount::goodKeyAddsTheAccount()
{
    openAddSheet("add/groq");
    QSignalSpy toasts(m_page.get(), &ui::pages::Page::toastRequested);
    type("newAccountName", "work");
    type("key", Key);
    // After a pause in typing the key is checked by itself.
    QTRY_COMPARE(m_engine->calls(), QStringList{QStringLiteral("checkKey groq")});
    press();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("addAccount groq work check=true"));
    QVERIFY(!m_sheet->isVisible());
    QCOMPARE(toasts.count(), 1);
    QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("providerName"))->text(),
             QStringLiteral("Groq"));
}

void TstAddAccount::badKeyIsExplainedAndSavedAnyway()
{
    m_engine->setCheckReport(
        {.status = 401,
         .error = base::Error{.code = base::ErrorCode::Unauthorized, .upstreamStatus = 401}});
    openAddSheet("add/groq");
    type("newAccountName", "work");
    type("key", Key);
    click(m_sheet, "check");
    QCOMPARE(part<QLabel>("checkResult")->text(),
             QStringLiteral("The key was refused. Enter a valid key."));
    // Adding checks again and stays.
    press();
    QVERIFY(m_sheet->isVisible());
    QVERIFY(m_engine->calls().contains(QStringLiteral("addAccount groq work check=true")));
    click(m_sheet, "saveAnyway");
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("addAccount groq work check=false"));
    QVERIFY(!m_sheet->isVisible());
}

void TstAddAccount::failedAddingLosesNothing()
{
    openAddSheet("add/groq");
    type("newAccountName", "work");
    type("key", Key);
    m_engine->failWith(base::Error{.code = base::ErrorCode::Internal});
    press();
    QVERIFY(m_sheet->isVisible());
    QVERIFY(words(m_sheet).contains(QStringLiteral("Something went wrong inside OmniRoute.")));
    QCOMPARE(part<QLineEdit>("key")->text(), QLatin1String(Key));
    QCOMPARE(part<QLineEdit>("newAccountName")->text(), QStringLiteral("work"));
    QVERIFY(part<QLineEdit>("key")->isEnabled() && m_sheet->actionButton()->isEnabled());
}

void TstAddAccount::checkIsCancelled()
{
    m_engine->holdChecks();
    openAddSheet("add/groq");
    type("key", Key);
    click(m_sheet, "check");
    QVERIFY(words(m_sheet).contains(QStringLiteral("Checking the key")));
    QVERIFY(!part<QPushButton>("check")->isEnabled());
    click(m_sheet, "cancelCheck");
    QVERIFY(!part<QLabel>("checkResult")->isVisible());
    m_engine->releaseChecks();
    QVERIFY(!part<QLabel>("checkResult")->isVisible());
    // An answer about a key that was changed meanwhile is no answer either.
    m_engine->holdChecks();
    click(m_sheet, "check");
    QTest::keyClicks(part<QLineEdit>("key"), QStringLiteral("x"));
    m_engine->releaseChecks();
    QVERIFY(!part<QLabel>("checkResult")->isVisible());
}

void TstAddAccount::missingKeyIsTold()
{
    openAddSheet("add/groq");
    press();
    QVERIFY(words(m_sheet).contains(QStringLiteral("Put in the key first.")));
    QVERIFY(m_engine->calls().isEmpty());
    type("newAccountName", " ");
    type("key", "short");
    press();
    QVERIFY(words(m_sheet).contains(QStringLiteral("Give the account a name.")));
    QVERIFY(!words(m_sheet).contains(QStringLiteral("Put in the key first.")));
    QVERIFY(m_engine->calls().isEmpty());
}

void TstAddAccount::blanksInsideTheKeyAreTold()
{
    openAddSheet("add/groq");
    part<QLineEdit>("key")->setText(QStringLiteral("Your key: sk-0123456789"));
    QVERIFY(words(m_sheet).contains(QStringLiteral("blanks inside the key")));
    press();
    QVERIFY(m_engine->calls().isEmpty());
}

void TstAddAccount::localServerNeedsNoKey()
{
    openAddSheet("add/ollama");
    // Whether it answers is asked at once.
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("checkKey ollama")});
    QCOMPARE(part<QLabel>("checkResult")->text(), QStringLiteral("It answers. 42 models."));
    press();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("addAccount ollama Ollama check=true"));
    QVERIFY(m_engine->lastKey().isEmpty());
}

void TstAddAccount::ownAddressIsAskedFor()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.providers[7].provider.baseUrl.clear();
    snapshot.providers[7].provider.baseUrlForm = QStringLiteral("https://{resource}.example/v1");
    m_engine->show(snapshot);
    openAddSheet("add/groq");
    auto *url = part<QLineEdit>("accountUrl");
    QVERIFY(url->isVisible());
    QCOMPARE(url->placeholderText(), QStringLiteral("https://{resource}.example/v1"));
    type("key", Key);
    press();
    QVERIFY(words(m_sheet).contains(QStringLiteral("Every account has its own address there")));
    type("accountUrl", "https://mine.example/v1");
    press();
    QVERIFY(m_engine->calls().constLast().startsWith(QStringLiteral("addAccount groq")));
}

void TstAddAccount::advancedChangesTierAndAddress()
{
    openAddSheet("add/groq");
    auto *tier = part<QComboBox>("tier");
    QVERIFY(!tier->isVisible());
    click(m_sheet, "advanced");
    QVERIFY(tier->isVisible());
    QCOMPARE(tier->currentText(), QStringLiteral("free"));
    type("accountUrl", "http://api.example.com/v1");
    type("key", Key);
    press();
    QVERIFY(words(m_sheet).contains(QStringLiteral("use https")));
    QVERIFY(m_engine->calls().filter(QStringLiteral("addAccount")).isEmpty());
}

void TstAddAccount::secondAccountGetsAnotherName()
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.accounts[3].account.name = QStringLiteral("GLM Coding");
    m_engine->show(snapshot);
    openAddSheet("add/glm");
    QCOMPARE(part<QLineEdit>("newAccountName")->text(), QStringLiteral("GLM Coding 2"));
    QVERIFY(words(m_sheet).contains(QStringLiteral("Another account of this provider")));
}

void TstAddAccount::linkGoesBackToTheList()
{
    openAddSheet("add/groq");
    type("key", Key);
    click(m_sheet, "link");
    QVERIFY(part<QListView>("catalogList")->isVisible());
    QTest::mouseClick(m_sheet->cancelButton(), Qt::LeftButton);
    QVERIFY(!m_sheet->isVisible());
    QVERIFY(m_engine->calls().isEmpty());
    QVERIFY(m_page->startNew());
    QVERIFY(sheet("addSheet"));
}

void TstAddAccount::shippedCatalogIsSearchable()
{
    const auto catalog = catalog::Catalog::loadBuiltin();
    QVERIFY(catalog.has_value());
    QList<engine::ProviderView> views;
    for (const catalog::Provider &provider : catalog->providers())
        views.append({provider, 0});
    const auto all = ui::pages::providers::catalogEntries(views, {});
    int ready = 0;
    bool isFar = false;
    for (const auto &entry : all) {
        // What cannot be added stands below its caption, each with its reason.
        isFar = isFar || entry.isCaption;
        if (entry.isCaption)
            continue;
        QCOMPARE(entry.reach != ui::pages::providers::Reach::Ready, isFar);
        QVERIFY2(!entry.second.isEmpty(), qPrintable(entry.id));
        QVERIFY2(!entry.id.endsWith(QLatin1String("-compatible")), qPrintable(entry.id));
        ready += isFar ? 0 : 1;
    }
    QVERIFY(ready > 30 && isFar);
    for (const char *search : {"glm", "openai", "claude"}) {
        const auto found = ui::pages::providers::catalogEntries(views, QString::fromLatin1(search));
        QVERIFY(!found.isEmpty() && found.size() < all.size());
    }
}

void TstAddAccount::everyControlHasAName()
{
    openAddSheet("add");
    QCOMPARE(nameless(m_sheet), QString());
    click(m_sheet, "link");
    click(m_sheet, "addHeader");
    QCOMPARE(nameless(m_sheet), QString());
    m_sheet->reject();
    openAddSheet("add/groq");
    click(m_sheet, "advanced");
    QCOMPARE(nameless(m_sheet), QString());
}

OMNI_TEST(TstAddAccount)
#include "tst_addaccount.moc"

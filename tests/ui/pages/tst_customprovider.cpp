// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/ui/pages/providersfixture.h"
#include "ui/pages/providers/baseurl.h"
#include "ui/widgets/controls.h"

using namespace omni;

class TstCustomProvider : public QObject, private test::ProvidersFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void unknownNameLeadsToAnotherProvider();
    void anotherProviderIsMadeAndGetsItsKey();
    void dialectAndHeadersAreHandedOver();
    void takenPrefixIsNamed();
    void plainHttpNeedsAWord();
    void addresses_data();
    void addresses();
    void refusedProviderLosesNothing();
};

void TstCustomProvider::init()
{
    makePage();
    show(test::filledSnapshot());
}

void TstCustomProvider::cleanup()
{
    removePage();
}

void TstCustomProvider::unknownNameLeadsToAnotherProvider()
{
    openAddSheet("add");
    type("catalogSearch", "My lab");
    QVERIFY(words(m_sheet).contains(QStringLiteral("No provider has this name")));
    click(m_sheet, "link");
    QCOMPARE(part<QLineEdit>("customName")->text(), QStringLiteral("My lab"));
    QCOMPARE(part<QLineEdit>("customPrefix")->text(), QStringLiteral("mylab"));
}

void TstCustomProvider::anotherProviderIsMadeAndGetsItsKey()
{
    openAddSheet("add");
    click(m_sheet, "link");
    type("customName", "Lab");
    type("customUrl", "https://llm.lab.example/v1");
    press();
    QCOMPARE(m_engine->calls(),
             QStringList{QStringLiteral("addCustomProvider lab https://llm.lab.example/v1")});
    QVERIFY(words(m_sheet).contains(QStringLiteral("The first account of this provider")));
    type("key", "abc");
    press();
    QCOMPARE(m_engine->calls().constLast(), QStringLiteral("addAccount lab Lab check=true"));
    QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("providerName"))->text(),
             QStringLiteral("Lab"));
}

void TstCustomProvider::dialectAndHeadersAreHandedOver()
{
    openAddSheet("add");
    click(m_sheet, "link");
    type("customName", "Lab");
    type("customPrefix", "l2");
    type("customUrl", "http://127.0.0.1:8080/v1");
    click(m_sheet, "segment1");
    click(m_sheet, "addHeader");
    type("headerName", "x-team");
    type("headerValue", "blue");
    press();
    const engine::CustomProviderDraft draft = m_engine->lastProvider();
    QCOMPARE(draft.format, chat::Format::Anthropic);
    QCOMPARE(draft.prefix, QStringLiteral("l2"));
    QCOMPARE(draft.headers.size(), 1);
    QCOMPARE(draft.headers.constFirst().first, QByteArray("x-team"));
    QCOMPARE(draft.headers.constFirst().second, QByteArray("blue"));
    QVERIFY(!draft.allowPlainHttp);
}

void TstCustomProvider::takenPrefixIsNamed()
{
    openAddSheet("add");
    click(m_sheet, "link");
    type("customName", "Other");
    type("customPrefix", "glm");
    // Live, after a pause.
    QTRY_VERIFY(words(m_sheet).contains(QStringLiteral("This prefix belongs to GLM Coding.")));
    type("customUrl", "https://a.example/v1");
    press();
    QVERIFY(m_engine->calls().isEmpty());
}

void TstCustomProvider::plainHttpNeedsAWord()
{
    openAddSheet("add");
    click(m_sheet, "link");
    type("customName", "Other");
    type("customUrl", "http://llm.example.com/v1");
    auto *allow = part<ui::widgets::CheckBox>("allowPlainHttp");
    QTRY_VERIFY(allow->isVisible());
    QVERIFY(words(m_sheet).contains(QStringLiteral("use https, or allow http")));
    press();
    QVERIFY(m_engine->calls().isEmpty());
    QTest::mouseClick(allow, Qt::LeftButton);
    press();
    QVERIFY(m_engine->lastProvider().allowPlainHttp);
    QCOMPARE(m_engine->lastProvider().baseUrl.host(), QStringLiteral("llm.example.com"));
}

void TstCustomProvider::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFine");
    QTest::addColumn<bool>("isOpenHttp");
    const auto row = [](const char *typed, bool isFine, bool isOpenHttp) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << isFine << isOpenHttp;
    };
    row("https://api.example.com/v1", true, false);
    row("  https://api.example.com/v1 ", true, false);
    row("http://localhost:11434/v1", true, false);
    row("http://192.168.1.20:8000", true, false);
    row("http://[::1]:8000/v1", true, false);
    row("http://[fd00::1]/v1", true, false);
    row("http://172.32.0.1/v1", true, true);
    row("http://8.8.8.8/v1", true, true);
    row("http://llm.example.com/v1", true, true);
    row("http://localhost.example.com/v1", true, true);
    row("api.example.com", false, false);
    row("ftp://api.example.com", false, false);
    row("https://", false, false);
    row("https://me:secret@api.example.com/v1", false, false);
    row("https://api.example.com/v1?key=1", false, false);
    row("https://api.example.com/v1#top", false, false);
    row("", false, false);
}

void TstCustomProvider::addresses()
{
    QFETCH(QString, typed);
    QFETCH(bool, isFine);
    QFETCH(bool, isOpenHttp);
    const auto verdict = ui::pages::providers::judgeBaseUrl(typed);
    QCOMPARE(verdict.problem.isEmpty(), isFine);
    QCOMPARE(verdict.isOpenHttp, isOpenHttp);
}

void TstCustomProvider::refusedProviderLosesNothing()
{
    openAddSheet("add");
    click(m_sheet, "link");
    type("customName", "Lab");
    type("customUrl", "https://llm.lab.example/v1");
    m_engine->failWith(base::Error{.code = base::ErrorCode::InvalidRequest});
    press();
    QVERIFY(words(m_sheet).contains(QStringLiteral("The request is not valid.")));
    QCOMPARE(part<QLineEdit>("customName")->text(), QStringLiteral("Lab"));
    m_engine->failWith({});
    press();
    QVERIFY(part<QLineEdit>("key")->isVisible());
}

OMNI_TEST(TstCustomProvider)
#include "tst_customprovider.moc"

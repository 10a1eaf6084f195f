// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/pages/connect/connectpage.h"
#include "ui/pages/connect/snippets.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

using namespace omni;
using namespace ui::pages::connect;

class TstConnect : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void addressesAreCopied();
    void withoutServerNothingCanBeCopied();
    void newKeyIsShownAndCopied();
    void refusedKeyIsSaidInTheSheet();
    void revokingAsksFirst();
    void snippetCarriesTheRealKeyOnlyInTheCopy();
    void expiredKeyIsNotOffered();
    void snippetsNameAddressKeyAndModel_data();
    void snippetsNameAddressKeyAndModel();
    void shellsHaveTheirOwnWords();

private:
    template<typename T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] static QString clipboard() { return QApplication::clipboard()->text(); }
    /// Presses the button with this role in the message box that is open.
    void answerBox(QMessageBox::ButtonRole role);

    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<ConnectPage> m_page;
};

void TstConnect::init()
{
    m_theme = std::make_unique<ui::widgets::Theme>();
    m_engine = std::make_unique<test::FakeEngine>();
    m_engine->show(test::filledSnapshot());
    m_page = std::make_unique<ConnectPage>(*m_engine, *m_theme);
    m_page->resize(1084, 714);
    m_page->setSnapshot(m_engine->snapshot());
    m_page->show();
    QApplication::clipboard()->clear();
}

void TstConnect::cleanup()
{
    m_page.reset();
    m_engine.reset();
    m_theme.reset();
}

void TstConnect::addressesAreCopied()
{
    const QString base = m_engine->snapshot().server.baseUrl();
    child<QAbstractButton>("copyOpenAiUrl")->click();
    QCOMPARE(clipboard(), base + QStringLiteral("/v1"));
    child<QAbstractButton>("copyAnthropicUrl")->click();
    QCOMPARE(clipboard(), base);
    child<QAbstractButton>("copyKey")->click();
    QCOMPARE(clipboard(), QStringLiteral("sk-omr-example-of-a-client-key-7Q2f"));
}

void TstConnect::withoutServerNothingCanBeCopied()
{
    engine::Snapshot snapshot = m_engine->snapshot();
    snapshot.server.state = engine::ServerState::Down;
    snapshot.server.port = 0;
    m_engine->show(snapshot);
    m_page->setSnapshot(snapshot);
    QVERIFY(!child<QAbstractButton>("copyOpenAiUrl")->isEnabled());
    QVERIFY(!child<QAbstractButton>("copyAnthropicUrl")->isEnabled());
}

void TstConnect::newKeyIsShownAndCopied()
{
    m_page->openItem(QStringLiteral("keys"));
    child<QPushButton>("newKey")->click();
    auto *name = child<QLineEdit>("keyName");
    QVERIFY(name);
    auto *sheet = name->window();
    const auto buttons = sheet->findChildren<QPushButton *>();
    const auto action = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->text() == QLatin1String("Create");
    });
    QVERIFY(action != buttons.end());
    QVERIFY(!(*action)->isEnabled());
    QTest::keyClicks(name, QStringLiteral("Codex"));
    QTest::keyClicks(child<QLineEdit>("keyModels"), QStringLiteral("glm/*, always-on"));
    QVERIFY((*action)->isEnabled());
    (*action)->click();
    QVERIFY(m_engine->calls().contains(QStringLiteral("createKey Codex")));
    QCOMPARE(m_engine->snapshot().keys.constLast().allowedModels,
             QStringList({QStringLiteral("glm/*"), QStringLiteral("always-on")}));
    const QString shown = child<QLineEdit>("keyValue")->text();
    QVERIFY(shown.startsWith(QLatin1String("sk-omr-")));
    (*action)->click();
    QCOMPARE(clipboard(), shown);
}

void TstConnect::refusedKeyIsSaidInTheSheet()
{
    m_engine->failWith(base::Error{.code = base::ErrorCode::Forbidden});
    QVERIFY(m_page->startNew());
    QTest::keyClicks(child<QLineEdit>("keyName"), QStringLiteral("Codex"));
    auto *sheet = child<QLineEdit>("keyName")->window();
    for (QPushButton *button : sheet->findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Create"))
            button->click();
    }
    // The sheet stays and what was typed is still there.
    QVERIFY(sheet->isVisible());
    QCOMPARE(child<QLineEdit>("keyName")->text(), QStringLiteral("Codex"));
}

void TstConnect::answerBox(QMessageBox::ButtonRole role)
{
    auto *box = m_page->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            button->click();
            return;
        }
    }
    QFAIL("no such button");
}

void TstConnect::revokingAsksFirst()
{
    m_page->openItem(QStringLiteral("keys"));
    auto *table = child<QTableView>("keyTable");
    const int more = table->model()->columnCount() - 1;
    const QRect cell = table->visualRect(table->model()->index(0, more));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    menu->actions().constLast()->trigger();
    menu->close();
    QVERIFY(m_engine->calls().filter(QStringLiteral("revokeKey")).isEmpty());
    answerBox(QMessageBox::DestructiveRole);
    QCOMPARE(m_engine->calls().filter(QStringLiteral("revokeKey")).size(), 1);
}

void TstConnect::snippetCarriesTheRealKeyOnlyInTheCopy()
{
    m_page->openItem(QStringLiteral("snippets"));
    const QString real = QStringLiteral("sk-omr-example-of-a-client-key-7Q2f");
    QVERIFY(!child<QPlainTextEdit>("snippet")->toPlainText().contains(real));
    child<QPushButton>("copySnippet")->click();
    QVERIFY(clipboard().contains(real));
    QVERIFY(clipboard().contains(m_engine->snapshot().server.baseUrl()));
}

void TstConnect::expiredKeyIsNotOffered()
{
    engine::Snapshot snapshot = m_engine->snapshot();
    for (auth::ClientKey &key : snapshot.keys)
        key.expiresMs = snapshot.atMs - 1;
    m_engine->show(snapshot);
    m_page->setSnapshot(snapshot);
    m_engine->forgetCalls();
    m_page->openItem(QStringLiteral("snippets"));
    child<QPushButton>("copySnippet")->click();
    QVERIFY(m_engine->calls().filter(QStringLiteral("revealKey")).isEmpty());
    QVERIFY(!child<QAbstractButton>("copyKey")->isVisibleTo(m_page.get()));
}

void TstConnect::snippetsNameAddressKeyAndModel_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("dialect");
    for (const Language language :
         {Language::Curl, Language::Python, Language::JavaScript, Language::Shell}) {
        for (const Dialect dialect : {Dialect::OpenAi, Dialect::Anthropic})
            QTest::addRow("%d %d", int(language), int(dialect)) << int(language) << int(dialect);
    }
}

void TstConnect::snippetsNameAddressKeyAndModel()
{
    QFETCH(const int, language);
    QFETCH(const int, dialect);
    const bool isShell = Language(language) == Language::Shell;
    const QString text = snippet({.language = Language(language),
                                  .dialect = Dialect(dialect),
                                  .baseUrl = QStringLiteral("http://127.0.0.1:5"),
                                  .key = QStringLiteral("sk-omr-x"),
                                  .model = QStringLiteral("glm/glm-4.7")});
    QVERIFY(text.contains(QLatin1String("http://127.0.0.1:5")));
    QVERIFY(text.contains(QLatin1String("sk-omr-x")));
    QVERIFY(text.contains(QLatin1String("glm/glm-4.7")) ||
            (isShell && Dialect(dialect) == Dialect::OpenAi));
    QVERIFY(!text.contains(QLatin1Char('$')));
}

void TstConnect::shellsHaveTheirOwnWords()
{
    SnippetWish wish{.language = Language::Shell,
                     .baseUrl = QStringLiteral("http://h"),
                     .key = QStringLiteral("k")};
    const auto first = [&](ShellKind shell) {
        wish.shell = shell;
        return snippet(wish).section(QLatin1Char('\n'), 0, 0);
    };
    QCOMPARE(first(ShellKind::Bash), QStringLiteral("export OPENAI_BASE_URL='http://h/v1'"));
    QCOMPARE(first(ShellKind::Fish), QStringLiteral("set -gx OPENAI_BASE_URL 'http://h/v1'"));
    QCOMPARE(first(ShellKind::PowerShell), QStringLiteral("$env:OPENAI_BASE_URL = 'http://h/v1'"));
    QCOMPARE(first(ShellKind::Cmd), QStringLiteral("set \"OPENAI_BASE_URL=http://h/v1\""));
}

OMNI_TEST(TstConnect)
#include "tst_connect.moc"

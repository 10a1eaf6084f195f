// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/text/attentiontext.h"
#include "ui/text/errortext.h"

#include <QRegularExpression>
#include <QSet>

using namespace omni;
using base::ErrorCode;

class TstErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasItsSentences();
    void everyCodeHasAShortReason();
    void codesAreUniqueAndOfOneForm();
    void waitingTimeIsSaid();
    void takenPortNamesItsHolder();
    void detailsHoldCodeAndCause();
    void everyAttentionKindHasWords();
    void unknownReasonsAreNotShownAsWords();
    void everyAccountStateHasAWord();
};

void TstErrorText::everyCodeHasItsSentences()
{
    for (int i = 0; i < base::ErrorCodeCount; ++i) {
        const ui::text::ErrorText words = ui::text::errorText(ErrorCode(i));
        const QByteArray name = base::errorCodeName(ErrorCode(i)).toUtf8();
        QVERIFY2(words.what.endsWith(u'.'), name.constData());
        QVERIFY2(words.why.endsWith(u'.'), name.constData());
        QVERIFY2(words.action.endsWith(u'.'), name.constData());
        QVERIFY2(words.what != words.why && words.why != words.action, name.constData());
        // Only Internal may be told with the sentence for what should not happen.
        QCOMPARE(words.code == QStringLiteral("E-INT-01"), ErrorCode(i) == ErrorCode::Internal);
    }
}

void TstErrorText::everyCodeHasAShortReason()
{
    for (int i = 0; i < base::ErrorCodeCount; ++i) {
        const QString name = base::errorCodeName(ErrorCode(i));
        const QString words = ui::text::reasonWords(name);
        QVERIFY2(!words.isEmpty() && !words.contains(u'_'), qPrintable(name));
    }
    for (const char *skip : {"cooling", "paused", "locked", "no_account", "unknown_model",
                             "context_too_small", "no_secret", "breaker", "no_format"}) {
        const QString words = ui::text::reasonWords(QLatin1String(skip));
        QVERIFY2(!words.contains(u'_'), skip);
    }
}

void TstErrorText::codesAreUniqueAndOfOneForm()
{
    static const QRegularExpression form(QStringLiteral("^E-[A-Z]+-\\d\\d$"));
    QSet<QString> seen;
    for (int i = 0; i < base::ErrorCodeCount; ++i)
        seen.insert(ui::text::errorText(ErrorCode(i)).code);
    QCOMPARE(seen.size(), base::ErrorCodeCount);
    engine::ServerView server;
    for (const auto code :
         {engine::ServerView::DownCode::PortTaken, engine::ServerView::DownCode::CannotListen,
          engine::ServerView::DownCode::DatabaseBroken, engine::ServerView::DownCode::Other}) {
        server.downCode = code;
        seen.insert(ui::text::serverErrorText(server).code);
    }
    QCOMPARE(seen.size(), base::ErrorCodeCount + 4);
    for (const QString &code : std::as_const(seen))
        QVERIFY2(form.match(code).hasMatch(), qPrintable(code));
}

void TstErrorText::waitingTimeIsSaid()
{
    base::Error error{.code = ErrorCode::RateLimited};
    error.retryAfter = std::chrono::minutes(41);
    error.upstreamStatus = 429;
    const ui::text::ErrorText words = ui::text::errorText(error);
    QVERIFY(words.action.contains(QStringLiteral("41 min")));
    QVERIFY(words.why.contains(QStringLiteral("429")));
}

void TstErrorText::takenPortNamesItsHolder()
{
    const ui::text::ErrorText words = ui::text::serverErrorText(test::portTakenSnapshot().server);
    QCOMPARE(words.code, QStringLiteral("E-PORT-01"));
    QVERIFY(words.what.contains(QStringLiteral("20128")));
    QVERIFY(words.why.contains(QStringLiteral("node")));
    QVERIFY(words.why.contains(QStringLiteral("4711")));
}

void TstErrorText::detailsHoldCodeAndCause()
{
    const QString details = ui::text::copyableDetails(ui::text::errorText(ErrorCode::Timeout),
                                                      QStringLiteral("first byte after 60 s"));
    QVERIFY(details.contains(QStringLiteral("E-UP-03")));
    QVERIFY(details.contains(QStringLiteral("first byte after 60 s")));
    QVERIFY(details.contains(QStringLiteral(OMNI_VERSION)));
}

void TstErrorText::everyAttentionKindHasWords()
{
    using Kind = engine::AttentionItem::Kind;
    QSet<QString> titles;
    for (int i = 0; i <= int(Kind::RecentError); ++i) {
        engine::AttentionItem item;
        item.kind = Kind(i);
        item.subject = QStringLiteral("work");
        item.detail = QStringLiteral("rate_limited");
        item.sinceMs = 1000;
        item.untilMs = 62'000;
        const ui::text::AttentionText words = ui::text::attentionText(item, 2000);
        QVERIFY(!words.title.isEmpty());
        QVERIFY(!words.detail.isEmpty());
        titles.insert(words.title);
    }
    // Model and account cooling share one sentence.
    QCOMPARE(titles.size(), int(Kind::RecentError));
}

void TstErrorText::unknownReasonsAreNotShownAsWords()
{
    engine::AttentionItem item;
    item.kind = engine::AttentionItem::Kind::RecentError;
    item.subject = QStringLiteral("glm/glm-4.7");
    item.detail = QStringLiteral("upstream said: quota window closed");
    item.sinceMs = 1;
    const ui::text::AttentionText words = ui::text::attentionText(item, 60'001);
    QVERIFY2(!words.detail.contains(QStringLiteral("upstream said")), qPrintable(words.detail));
}

void TstErrorText::everyAccountStateHasAWord()
{
    engine::AccountView view;
    for (const auto state : {engine::AccountState::Ready, engine::AccountState::Cooling,
                             engine::AccountState::NeedsAttention, engine::AccountState::Paused,
                             engine::AccountState::Locked, engine::AccountState::Loading}) {
        view.state = state;
        QVERIFY(!ui::text::accountWord(view, 0).isEmpty());
    }
    view.state = engine::AccountState::Cooling;
    view.cooling = {{{}, 702'000, QStringLiteral("rate_limited")}};
    QCOMPARE(ui::text::accountWord(view, 0), QStringLiteral("Cooling 11:42"));
}

OMNI_TEST(TstErrorText)
#include "tst_errortext.moc"

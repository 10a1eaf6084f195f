// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/accounts.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/storetest.h"

using namespace omni;
using namespace omni::test;
using auth::Account;
using auth::AccountId;
using auth::Accounts;
using auth::SecretState;
using base::ErrorCode;
using base::Result;
using base::Secret;

class TstAccounts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<FakeSecretStore> m_secrets;
    base::ManualClock m_clock;
    base::SeededRandom m_random{7};
    std::unique_ptr<Accounts> m_accounts;
    QObject m_context;

    /// As a new start of the program would see it.
    void restart()
    {
        m_accounts.reset();
        if (m_database)
            m_database->close();
        m_database = std::move(*store::Database::open(m_temp->filePath(QStringLiteral("data"))));
        m_accounts = std::make_unique<Accounts>(*m_database, *m_secrets, m_clock, m_random);
        QCOMPARE(errorOf(m_accounts->load()), QString());
    }

    static Account draft(const char *name, const char *provider = "glm")
    {
        Account account;
        account.provider = catalog::ProviderId(QString::fromLatin1(provider));
        account.name = QString::fromLatin1(name);
        return account;
    }

    Result<Account> add(const Account &account, const QByteArray &secret)
    {
        std::optional<Result<Account>> outcome;
        m_accounts->add(account, Secret(secret), &m_context,
                        [&](Result<Account> added) { outcome = added; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        m_clock.setWall(m_clock.wall().addSecs(1)); // ids are random, times tell the order
        return *outcome;
    }

    /// Runs a change that reports to `done`.
    template<typename Function>
    Result<void> wait(Function change)
    {
        std::optional<Result<void>> outcome;
        change([&](Result<void> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }

    QStringList names() const
    {
        QStringList names;
        for (const Account &account : m_accounts->all())
            names.append(account.name);
        return names;
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<FakeSecretStore>();
        restart();
    }
    void cleanup()
    {
        m_accounts.reset();
        m_database.reset();
    }

    void anAccountSurvivesARestartWithEverything()
    {
        Account wish = draft("main");
        wish.tier = catalog::Tier::Subscription;
        wish.priority = 3;
        wish.baseUrl = QUrl(QStringLiteral("https://example.org/v1"));
        wish.proxy = QStringLiteral("socks5h://127.0.0.1:1080");
        wish.models = {{.id = "a-model",
                        .name = QStringLiteral("A"),
                        .contextWindow = 1000,
                        .maxOutput = 100,
                        .capabilities = {QStringLiteral("tools")},
                        .price = {.input = 0.25, .output = 1}},
                       {.id = "b"}};
        const auto added = add(wish, "sk-secret-of-main-1234");
        QVERIFY2(added, qPrintable(errorOf(added)));
        QCOMPARE(added->secretHint, QStringLiteral("1234"));
        QVERIFY(added->hasSecret);
        QCOMPARE(m_secrets->values.value(QStringLiteral("account/") + added->id.text()),
                 QByteArray("{\"apiKey\":\"sk-secret-of-main-1234\"}"));

        restart();
        QCOMPARE(m_accounts->all(), QList<Account>{*added});
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Ready);
        QCOMPARE(m_accounts->credential(added->id)->apiKey.reveal(),
                 QByteArray("sk-secret-of-main-1234"));
        QCOMPARE(m_accounts->findByText(QStringLiteral("main"))->id, added->id);
        QCOMPARE(m_accounts->findByText(added->id.text())->id, added->id);
    }

    void anAmbiguousNameFindsNothing()
    {
        QVERIFY(add(draft("same"), "secret-number-1"));
        QVERIFY(add(draft("same", "kimi"), "secret-number-2"));
        QVERIFY(!m_accounts->findByText(QStringLiteral("same")));
        QVERIFY(!m_accounts->findByText(QStringLiteral("other")));
    }

    void anAccountWithoutSecretNeedsNoKeyring()
    {
        m_secrets->isLocked = true;
        const auto added = add(draft("local", "ollama"), QByteArray());
        QVERIFY(added);
        QVERIFY(!added->hasSecret);
        QCOMPARE(m_accounts->secretState(added->id), SecretState::None);
        QCOMPARE(m_accounts->credential(added->id).error().code, ErrorCode::Unauthorized);
    }

    void noRowWithoutItsSecret()
    {
        m_secrets->isLocked = true;
        const auto added = add(draft("main"), "secret-number-1");
        QCOMPARE(added.error().code, ErrorCode::Forbidden);
        QVERIFY(m_accounts->all().isEmpty());
        restart();
        QVERIFY(m_accounts->all().isEmpty());
    }

    void aLockedAccountKeepsItsRowAndComesBack()
    {
        const auto added = add(draft("main"), "secret-number-1");
        m_secrets->isLocked = true;
        restart();
        QCOMPARE(m_accounts->secretState(added->id), SecretState::Loading);
        QCOMPARE(m_accounts->credential(added->id).error().code, ErrorCode::Forbidden);
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Locked);
        const auto locked = m_accounts->credential(added->id);
        QCOMPARE(locked.error().code, ErrorCode::Forbidden);
        QVERIFY(locked.error().detail.contains(QStringLiteral("locked")));

        // Neither the row nor the secret is touched by that.
        m_accounts->retryLocked();
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Locked);
        restart();
        QCOMPARE(m_accounts->all().size(), 1);
        QVERIFY(m_accounts->all().first().hasSecret);
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Locked);

        m_secrets->unlock();
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Ready);
        QCOMPARE(m_accounts->credential(added->id)->apiKey.reveal(), QByteArray("secret-number-1"));
    }

    void somebodyElsesEntryIsNeverOverwritten()
    {
        const auto added = add(draft("main"), "secret-number-1");
        const QString key = QStringLiteral("account/") + added->id.text();
        m_secrets->values[key] = "what is this";
        restart();
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Locked);
        QCOMPARE(m_secrets->values.value(key), QByteArray("what is this"));
    }

    void aNewSecretBeatsASlowOldAnswer()
    {
        const auto added = add(draft("main"), "secret-number-1");
        restart();
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Ready);
        m_secrets->isLocked = true;
        restart();
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Locked);
        m_secrets->isLocked = false;
        m_secrets->isHeld = true;
        m_accounts->retryLocked(); // its answer comes later than …
        m_secrets->isHeld = false;
        QCOMPARE(errorOf(wait([&](auto done) {
                     m_accounts->replaceSecret(added->id, Secret("secret-number-2"), &m_context,
                                               done);
                 })),
                 QString());
        m_secrets->values[QStringLiteral("account/") + added->id.text()] =
            "{\"apiKey\":\"secret-number-1\"}";
        m_secrets->answerAll();
        QCOMPARE(m_accounts->credential(added->id)->apiKey.reveal(), QByteArray("secret-number-2"));
    }

    void replacingTheSecretClearsTheTrouble()
    {
        const auto added = add(draft("main"), "the-first-secret-value-1111");
        m_accounts->noteAuthTrouble(added->id, QStringLiteral("refused"));
        QCOMPARE(m_accounts->find(added->id)->authTrouble, QStringLiteral("refused"));
        QCOMPARE(errorOf(wait([&](auto done) {
                     m_accounts->replaceSecret(added->id, Secret("the-second-secret-value-2222"),
                                               &m_context, done);
                 })),
                 QString());
        restart();
        const Account &account = m_accounts->all().first();
        QCOMPARE(account.authTrouble, QString());
        QCOMPARE(account.secretHint, QStringLiteral("2222"));
        QVERIFY(account.secretFingerprint != added->secretFingerprint);
        QVERIFY(!m_accounts->findBySecret(Secret("the-first-secret-value-1111")));
        QCOMPARE(m_accounts->findBySecret(Secret("the-second-secret-value-2222"))->id, added->id);
    }

    void updateCannotTouchWhatIsNotTheUsers()
    {
        const auto added = add(draft("main"), "secret-number-1");
        Account changed = *added;
        changed.name = QStringLiteral("renamed");
        changed.provider = catalog::ProviderId(QStringLiteral("other"));
        changed.hasSecret = false;
        changed.secretFingerprint.clear();
        QCOMPARE(errorOf(wait([&](auto done) { m_accounts->update(changed, &m_context, done); })),
                 QString());
        restart();
        Account expected = *added;
        expected.name = QStringLiteral("renamed");
        QCOMPARE(m_accounts->all(), QList<Account>{expected});
        Account unknown = changed;
        unknown.id = AccountId(QStringLiteral("nobody"));
        QCOMPARE(
            wait([&](auto done) { m_accounts->update(unknown, &m_context, done); }).error().code,
            ErrorCode::NotFound);
    }

    void theOrderIsKept()
    {
        const auto a = add(draft("a"), "secret-number-1");
        const auto other = add(draft("other", "kimi"), "secret-number-2");
        const auto b = add(draft("b"), "secret-number-3");
        QCOMPARE(names(), (QStringList{a->name, other->name, b->name}));
        QCOMPARE(errorOf(wait([&](auto done) {
                     m_accounts->reorder(a->provider, {b->id, a->id}, &m_context, done);
                 })),
                 QString());
        restart();
        QList<AccountId> order;
        for (const Account &account : m_accounts->ofProvider(a->provider))
            order.append(account.id);
        QCOMPARE(order, (QList<AccountId>{b->id, a->id}));
        QCOMPARE(
            wait([&](auto done) { m_accounts->reorder(a->provider, {b->id}, &m_context, done); })
                .error()
                .code,
            ErrorCode::InvalidRequest);
    }

    void pausingIsRemembered()
    {
        const auto added = add(draft("a"), "secret-number-1");
        QCOMPARE(errorOf(wait(
                     [&](auto done) { m_accounts->setPaused(added->id, true, &m_context, done); })),
                 QString());
        restart();
        QVERIFY(m_accounts->all().first().isPaused);
    }

    void aRemovedAccountCanComeBack()
    {
        const auto added = add(draft("a"), "secret-number-1");
        QCOMPARE(errorOf(wait(
                     [&](auto done) { m_accounts->remove(added->id, 60'000, &m_context, done); })),
                 QString());
        QVERIFY(m_accounts->all().isEmpty());
        QVERIFY(!m_accounts->find(added->id));
        QCOMPARE(
            errorOf(wait([&](auto done) { m_accounts->restore(added->id, &m_context, done); })),
            QString());
        QCOMPARE(m_accounts->all(), QList<Account>{*added});
        QVERIFY(m_accounts->credential(added->id));
        restart();
        QTRY_COMPARE(m_accounts->secretState(added->id), SecretState::Ready);
    }

    void afterTheUndoTimeTheSecretIsGone()
    {
        const auto added = add(draft("a"), "secret-number-1");
        QCOMPARE(
            errorOf(wait([&](auto done) { m_accounts->remove(added->id, 0, &m_context, done); })),
            QString());
        QTRY_VERIFY(m_secrets->values.isEmpty());
        QCOMPARE(
            wait([&](auto done) { m_accounts->restore(added->id, &m_context, done); }).error().code,
            ErrorCode::NotFound);
        QCOMPARE(m_accounts->credential(added->id).error().code, ErrorCode::Unauthorized);
        QTRY_COMPARE(
            readValue(*m_database, QStringLiteral("SELECT count(*) FROM secret_removals")).toInt(),
            0);
    }

    void aRestartInsideTheUndoTimeLeavesNoSecretBehind()
    {
        const auto added = add(draft("a"), "secret-number-1");
        QCOMPARE(errorOf(wait(
                     [&](auto done) { m_accounts->remove(added->id, 60'000, &m_context, done); })),
                 QString());
        QCOMPARE(m_secrets->values.size(), 1);
        m_secrets->isLocked = true; // and the next start cannot delete it either
        restart();
        QVERIFY(m_accounts->all().isEmpty());
        QCoreApplication::processEvents();
        m_secrets->isLocked = false;
        restart();
        QTRY_VERIFY(m_secrets->values.isEmpty());
    }

    void usesReachTheDiskWithoutAWriteEach()
    {
        const auto added = add(draft("a"), "secret-number-1");
        const qint64 commits = m_database->commits();
        for (int i = 0; i < 1000; ++i)
            m_accounts->noteUsed(added->id);
        QCOMPARE(m_accounts->all().first().lastUsedMs, m_clock.wall().toMSecsSinceEpoch());
        drain(*m_database);
        QCOMPARE(m_database->commits(), commits);
        const qint64 used = m_clock.wall().toMSecsSinceEpoch();
        restart();
        QCOMPARE(m_accounts->all().first().lastUsedMs, used);
    }

    void aGoodCheckIsNoted()
    {
        const auto added = add(draft("a"), "secret-number-1");
        m_accounts->noteAuthTrouble(added->id, QStringLiteral("refused"));
        m_accounts->noteAuthTrouble(added->id, QString());
        const qint64 now = m_clock.wall().toMSecsSinceEpoch();
        restart();
        QCOMPARE(m_accounts->all().first().authTrouble, QString());
        QCOMPARE(m_accounts->all().first().checkedMs, now);
    }

    void noFileInTheDataFolderHoldsASecret()
    {
        const QByteArray canary = "canary-5d1e-not-on-the-disk";
        const auto added = add(draft("a"), canary);
        QCOMPARE(errorOf(wait([&](auto done) {
                     m_accounts->replaceSecret(added->id, Secret(canary + "-two"), &m_context,
                                               done);
                 })),
                 QString());
        const auto search = [&] {
            const QDir dir(m_temp->filePath(QStringLiteral("data")));
            int files = 0;
            for (const QString &name : dir.entryList(QDir::Files)) {
                QFile file(dir.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains("canary"), qPrintable(name));
                ++files;
            }
            QVERIFY(files > 0);
        };
        search();
        m_accounts.reset();
        m_database->close();
        search();
    }
};

OMNI_TEST(TstAccounts)
#include "tst_accounts.moc"

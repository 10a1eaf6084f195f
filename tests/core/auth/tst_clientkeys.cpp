// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/clientkeys.h"
#include "core/base/log.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/storetest.h"

using namespace omni;
using namespace omni::test;
using namespace std::chrono_literals;
using auth::ClientKey;
using auth::ClientKeys;
using base::ErrorCode;
using base::Result;
using base::Secret;

class TstClientKeys : public QObject
{
    Q_OBJECT

private:
    using Created = ClientKeys::Created;

    std::unique_ptr<QTemporaryDir> m_temp;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<FakeSecretStore> m_secrets;
    base::ManualClock m_clock;
    base::SeededRandom m_random{7};
    std::unique_ptr<ClientKeys> m_keys;
    QObject m_context;

    void restart()
    {
        m_keys.reset();
        if (m_database)
            m_database->close();
        m_database = std::move(*store::Database::open(m_temp->filePath(QStringLiteral("data"))));
        m_keys = std::make_unique<ClientKeys>(*m_database, *m_secrets, m_clock, m_random);
        QCOMPARE(errorOf(m_keys->load()), QString());
    }

    Result<Created> create(const ClientKey &wish)
    {
        std::optional<Result<Created>> outcome;
        m_keys->create(wish, &m_context, [&](Result<Created> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }

    Result<Secret> reveal(const QString &id)
    {
        std::optional<Result<Secret>> outcome;
        m_keys->reveal(id, &m_context, [&](Result<Secret> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }

    Result<void> revoke(const QString &id)
    {
        std::optional<Result<void>> outcome;
        m_keys->revoke(id, &m_context, [&](Result<void> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }

    ErrorCode checkError(const QByteArray &text)
    {
        const auto outcome = m_keys->check(text);
        return outcome ? ErrorCode::Internal : outcome.error().code;
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
        m_keys.reset();
        m_database.reset();
    }

    void aNewKeyWorksNowAndAfterARestart()
    {
        ClientKey wish;
        wish.name = QStringLiteral(" laptop ");
        wish.allowedModels = {QStringLiteral("glm/*"), QStringLiteral("\"odd\"")};
        const auto created = create(wish);
        QVERIFY2(created, qPrintable(errorOf(created)));
        const QByteArray text = created->clearText.reveal();
        QVERIFY(text.startsWith("sk-omr-"));
        QCOMPARE(text.size(), 50); // 256 bits
        QCOMPARE(created->key.name, QStringLiteral("laptop"));
        QCOMPARE(created->key.hint, QString::fromLatin1(text.right(4)));
        QCOMPARE(m_keys->check(text)->id, created->key.id);

        restart();
        const auto checked = m_keys->check(text);
        QVERIFY(checked);
        QCOMPARE(checked->allowedModels, wish.allowedModels);
        QCOMPARE(reveal(created->key.id)->reveal(), text);
        QCOMPARE(m_keys->find(QStringLiteral("laptop"))->id, created->key.id);
    }

    void anythingElseIsUnauthorized()
    {
        const auto created = create({.name = QStringLiteral("a")});
        QByteArray nearly = created->clearText.reveal();
        nearly.back() = nearly.back() == 'A' ? 'B' : 'A';
        for (const QByteArray &text :
             {QByteArray(), QByteArray("sk-omr-"), nearly, created->clearText.reveal().toUpper(),
              created->clearText.reveal() + ' ', QByteArray(1'000'000, 'x')})
            QCOMPARE(checkError(text), ErrorCode::Unauthorized);
    }

    void rotatingStopsTheOldKeyAtOnce()
    {
        const auto created = create({.name = QStringLiteral("a"), .requestsPerMinute = 9});
        std::optional<Result<Created>> rotated;
        m_keys->rotate(created->key.id, &m_context, [&](Result<Created> got) { rotated = got; });
        QTRY_VERIFY(rotated);
        QVERIFY(*rotated);
        QCOMPARE(checkError(created->clearText.reveal()), ErrorCode::Unauthorized);
        const auto checked = m_keys->check((*rotated)->clearText.reveal());
        QCOMPARE(checked->id, created->key.id);
        QCOMPARE(checked->requestsPerMinute, 9);
        restart();
        QCOMPARE(checkError(created->clearText.reveal()), ErrorCode::Unauthorized);
        QVERIFY(m_keys->check((*rotated)->clearText.reveal()));
        QCOMPARE(reveal(created->key.id)->reveal(), (*rotated)->clearText.reveal());
    }

    void aRevokedKeyIsRefusedButRemembered()
    {
        const auto created = create({.name = QStringLiteral("a")});
        QCOMPARE(errorOf(revoke(created->key.id)), QString());
        QCOMPARE(checkError(created->clearText.reveal()), ErrorCode::Unauthorized);
        QTRY_VERIFY(m_secrets->values.isEmpty());
        restart();
        QCOMPARE(checkError(created->clearText.reveal()), ErrorCode::Unauthorized);
        QCOMPARE(m_keys->all().size(), 1);
        QVERIFY(m_keys->all().first().revokedMs > 0);
        QCOMPARE(reveal(created->key.id).error().code, ErrorCode::NotFound);
        // Its name is free again.
        QVERIFY(create({.name = QStringLiteral("a")}));
        QVERIFY(m_keys->find(QStringLiteral("a"))->id != created->key.id);
    }

    void revokingWorksWithoutTheKeyring()
    {
        const auto created = create({.name = QStringLiteral("a")});
        m_secrets->isLocked = true;
        QCOMPARE(errorOf(revoke(created->key.id)), QString());
        QCOMPARE(checkError(created->clearText.reveal()), ErrorCode::Unauthorized);
        drain(*m_database);
        // What must still be deleted is known to the next start.
        QCOMPARE(
            readValue(*m_database, QStringLiteral("SELECT key FROM secret_removals")).toString(),
            QStringLiteral("clientkey/") + created->key.id);
    }

    void aKeyExpires()
    {
        const auto created = create({.name = QStringLiteral("a"),
                                     .expiresMs = m_clock.wall().addSecs(60).toMSecsSinceEpoch()});
        QVERIFY(m_keys->check(created->clearText.reveal()));
        m_clock.setWall(m_clock.wall().addSecs(60));
        QCOMPARE(checkError(created->clearText.reveal()), ErrorCode::Forbidden);
    }

    void theRateIsOfASlidingMinute()
    {
        const auto created = create({.name = QStringLiteral("a"), .requestsPerMinute = 2});
        const QByteArray text = created->clearText.reveal();
        QVERIFY(m_keys->check(text));
        m_clock.advance(20s);
        QVERIFY(m_keys->check(text));
        m_clock.advance(20s);
        const auto refused = m_keys->check(text);
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
        QCOMPARE(*refused.error().retryAfter, 20'000ms);
        // A refusal does not count, and after the time it named the key works.
        m_clock.advance(*refused.error().retryAfter);
        QVERIFY(m_keys->check(text));
        QCOMPARE(*m_keys->check(text).error().retryAfter, 20'000ms);
    }

    void keysHaveTheirOwnRates()
    {
        const auto a = create({.name = QStringLiteral("a"), .requestsPerMinute = 1});
        const auto b = create({.name = QStringLiteral("b"), .requestsPerMinute = 1});
        QVERIFY(m_keys->check(a->clearText.reveal()));
        QVERIFY(m_keys->check(b->clearText.reveal()));
        QCOMPARE(checkError(a->clearText.reveal()), ErrorCode::RateLimited);
    }

    void badWishesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rate");
        QTest::addColumn<qint64>("expires");
        QTest::newRow("no name") << QString() << 0 << qint64(0);
        QTest::newRow("blank") << QStringLiteral("  ") << 0 << qint64(0);
        QTest::newRow("taken") << QStringLiteral("taken") << 0 << qint64(0);
        QTest::newRow("negative rate") << QStringLiteral("a") << -1 << qint64(0);
        QTest::newRow("expired already") << QStringLiteral("a") << 0 << qint64(1);
    }
    void badWishesAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(int, rate);
        QFETCH(qint64, expires);
        QVERIFY(create({.name = QStringLiteral("taken")}));
        QCOMPARE(
            create({.name = name, .requestsPerMinute = rate, .expiresMs = expires}).error().code,
            ErrorCode::InvalidRequest);
        QCOMPARE(m_keys->all().size(), 1);
    }

    void aLockedKeyringMakesNoKey()
    {
        m_secrets->isLocked = true;
        QCOMPARE(create({.name = QStringLiteral("a")}).error().code, ErrorCode::Forbidden);
        QVERIFY(m_keys->all().isEmpty());
    }

    void aForeignTextIsNeverRevealed()
    {
        const auto created = create({.name = QStringLiteral("a")});
        m_secrets->values[QStringLiteral("clientkey/") + created->key.id] = "sk-omr-other";
        QCOMPARE(reveal(created->key.id).error().code, ErrorCode::NotFound);
    }

    void usesReachTheDiskWithoutAWriteEach()
    {
        const auto created = create({.name = QStringLiteral("a")});
        const qint64 commits = m_database->commits();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(m_keys->check(created->clearText.reveal()));
        drain(*m_database);
        QCOMPARE(m_database->commits(), commits);
        const qint64 used = m_clock.wall().toMSecsSinceEpoch();
        restart();
        QCOMPARE(m_keys->all().first().lastUsedMs, used);
    }

    void theClearTextIsNeitherOnTheDiskNorInTheLog()
    {
        const auto created = create({.name = QStringLiteral("a")});
        const QByteArray text = created->clearText.reveal();
        // In the middle of a word its shape does not give it away; the log knows it all the same.
        QCOMPARE(base::redact("x" + text + "y"), QByteArray("x***y"));
        m_keys.reset();
        m_database->close();
        const QDir dir(m_temp->filePath(QStringLiteral("data")));
        for (const QString &name : dir.entryList(QDir::Files)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(text.mid(7)), qPrintable(name));
        }
    }

    void globsMatch_data()
    {
        QTest::addColumn<QString>("glob");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *glob, const char *text, bool expected) {
            QTest::addRow("%s %s", glob, text)
                << QString::fromLatin1(glob) << QString::fromLatin1(text) << expected;
        };
        row("glm/*", "glm/glm-4.7", true);
        row("glm/*", "GLM/x", true);
        row("glm/*", "cc/glm/x", false);
        row("*", "", true);
        row("", "", true);
        row("", "a", false);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("*-mini", "gpt-4o-mini", true);
        row("*-mini", "gpt-4o-mini-2", false);
        row("*a*b*c", "xaxbxaxbxc", true);
        row("*a*b*c", "xaxbxaxbx", false);
        row("exact", "exact", true);
        row("exact", "exact2", false);
        row("**", "x", true);
    }
    void globsMatch()
    {
        QFETCH(QString, glob);
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QCOMPARE(auth::globMatches(glob, text), expected);
    }

    void aHostileGlobEnds()
    {
        const QString glob = QString(QStringLiteral("a*")).repeated(50) + QStringLiteral("b");
        QVERIFY(!auth::globMatches(glob, QString(2000, QLatin1Char('a'))));
    }
};

OMNI_TEST(TstClientKeys)
#include "tst_clientkeys.moc"

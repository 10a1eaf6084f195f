// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/secretstore.h"
#include "tests/support/storetest.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QThread>

using namespace omni;
using namespace omni::test;
using base::ErrorCode;
using base::Result;
using base::Secret;
using store::SecretStore;

/// The `Secret` of the Secret Service's interface.
struct MasterPassword
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
Q_DECLARE_METATYPE(MasterPassword)

QDBusArgument &operator<<(QDBusArgument &argument, const MasterPassword &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, MasterPassword &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

#define ONLY(where)                                                                                \
    if (m_where != QByteArray(where))                                                              \
    QSKIP("meant for other surroundings; with-keyring.sh runs them all")

/// Run by with-keyring.sh, once in each of the surroundings that OMNI_KEYRING names.
class TstKeychain : public QObject
{
    Q_OBJECT

private:
    const QByteArray m_where = qgetenv("OMNI_KEYRING");

    static Result<Secret> read(SecretStore &secrets, const QString &key)
    {
        QObject context;
        std::optional<Result<Secret>> outcome;
        secrets.read(key, &context, [&](Result<Secret> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
            return base::fail(ErrorCode::Internal, QStringLiteral("no answer"));
        return *outcome;
    }
    static Result<void> write(SecretStore &secrets, const QString &key, const QByteArray &value)
    {
        QObject context;
        std::optional<Result<void>> outcome;
        secrets.write(key, Secret(value), &context, [&](Result<void> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
            return base::fail(ErrorCode::Internal, QStringLiteral("no answer"));
        return *outcome;
    }
    static Result<void> remove(SecretStore &secrets, const QString &key)
    {
        QObject context;
        std::optional<Result<void>> outcome;
        secrets.remove(key, &context, [&](Result<void> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
            return base::fail(ErrorCode::Internal, QStringLiteral("no answer"));
        return *outcome;
    }

    /// Empty, or what went wrong.
    static QString unlockAsTheDesktopDoes(const QByteArray &password)
    {
        qDBusRegisterMetaType<MasterPassword>();
        const QString service = QStringLiteral("org.freedesktop.secrets");
        const QString path = QStringLiteral("/org/freedesktop/secrets");
        auto open = QDBusMessage::createMethodCall(service, path,
                                                   QStringLiteral("org.freedesktop.Secret.Service"),
                                                   QStringLiteral("OpenSession"));
        open.setArguments({QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
        const QDBusMessage session = QDBusConnection::sessionBus().call(open);
        if (session.arguments().size() != 2)
            return session.errorMessage();
        auto unlock = QDBusMessage::createMethodCall(
            service, path,
            QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
            QStringLiteral("UnlockWithMasterPassword"));
        unlock.setArguments(
            {QVariant::fromValue(QDBusObjectPath(path + QStringLiteral("/collection/login"))),
             QVariant::fromValue(MasterPassword{session.arguments().at(1).value<QDBusObjectPath>(),
                                                {},
                                                password,
                                                QStringLiteral("text/plain")})});
        return QDBusConnection::sessionBus().call(unlock).errorMessage();
    }

private slots:
    void anOpenKeyringKeepsSecrets()
    {
        ONLY("unlocked");
        const auto secrets = store::makeKeychainSecretStore();
        QCOMPARE(secrets->backend(), QStringLiteral("keychain"));
        const QString key = QStringLiteral("account/test");
        QCOMPARE(read(*secrets, key).error().code, ErrorCode::NotFound);
        QCOMPARE(errorOf(write(*secrets, key, "first")), QString());
        const QByteArray large =
            QByteArray("{\"token\":\"") + QByteArray(20'000, 'x') + "\xc3\xbc\"}";
        QCOMPARE(errorOf(write(*secrets, key, large)), QString());
        const auto got = read(*secrets, key);
        QCOMPARE(errorOf(got), QString());
        QCOMPARE(got->reveal(), large);
        QCOMPARE(errorOf(remove(*secrets, key)), QString());
        QCOMPARE(read(*secrets, key).error().code, ErrorCode::NotFound);
        QCOMPARE(errorOf(remove(*secrets, key)), QString());
        // For the surroundings in which it is locked.
        QCOMPARE(errorOf(write(*secrets, QStringLiteral("account/kept"), "kept-value")), QString());
    }

    void fiftySecretsAtOnceComeInOrder()
    {
        ONLY("unlocked");
        const auto secrets = store::makeKeychainSecretStore();
        QObject context;
        int written = 0;
        for (int i = 0; i < 50; ++i)
            secrets->write(QStringLiteral("many/%1").arg(i), Secret(QByteArray::number(i)),
                           &context, [&](const Result<void> &done) { written += done ? 1 : 0; });
        QList<QByteArray> values;
        for (int i = 0; i < 50; ++i)
            secrets->read(QStringLiteral("many/%1").arg(i), &context,
                          [&](const Result<Secret> &got) {
                              values.append(got ? got->reveal() : QByteArray());
                          });
        QTRY_COMPARE_WITH_TIMEOUT(values.size(), 50, 30'000);
        QCOMPARE(written, 50);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(values.at(i), QByteArray::number(i));
    }

    void itWorksOnAnotherThreadThanTheFirst()
    {
        ONLY("thread"); // QtKeychain stays with the thread that used it first
        Result<Secret> got = base::fail(ErrorCode::Internal, QStringLiteral("not run"));
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto secrets = store::makeKeychainSecretStore();
            got = read(*secrets, QStringLiteral("account/kept"));
        }));
        thread->start();
        QVERIFY(thread->wait(30'000));
        QCOMPARE(errorOf(got), QString());
        QCOMPARE(got->reveal(), QByteArray("kept-value"));
    }

    void aLockedKeyringIsNotAnEmptyOne()
    {
        ONLY("locked");
        const auto secrets = store::makeKeychainSecretStore();
        const QString key = QStringLiteral("account/kept");
        QCOMPARE(read(*secrets, key).error().code, ErrorCode::Forbidden);
        QCOMPARE(write(*secrets, key, "overwritten").error().code, ErrorCode::Forbidden);
        QCOMPARE(remove(*secrets, key).error().code, ErrorCode::Forbidden);
    }

    void unlockingIsNoticed()
    {
        ONLY("locked");
        const auto secrets = store::makeKeychainSecretStore();
        const QString key = QStringLiteral("account/kept");
        bool isUnlocked = false;
        secrets->onUnlocked(this, [&] { isUnlocked = true; });
        QCOMPARE(read(*secrets, key).error().code, ErrorCode::Forbidden);

        QCOMPARE(unlockAsTheDesktopDoes("testpass"), QString());
        QTRY_VERIFY_WITH_TIMEOUT(isUnlocked, 20'000);
        // What was tried while it was locked has changed nothing.
        const auto kept = read(*secrets, key);
        QCOMPARE(errorOf(kept), QString());
        QCOMPARE(kept->reveal(), QByteArray("kept-value"));
    }

    void withoutABusThereIsNoKeychain()
    {
        if (m_where != "nobus" && m_where != "noservice")
            QSKIP("meant for other surroundings; with-keyring.sh runs them all");
        const auto secrets = store::makeKeychainSecretStore();
        for (const ErrorCode code : {read(*secrets, QStringLiteral("a")).error().code,
                                     write(*secrets, QStringLiteral("a"), "x").error().code,
                                     remove(*secrets, QStringLiteral("a")).error().code})
            QCOMPARE(code, ErrorCode::Unsupported);
    }
};

OMNI_TEST(TstKeychain)
#include "tst_keychain.moc"

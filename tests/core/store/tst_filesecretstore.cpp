// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/secretstore.h"
#include "tests/support/storetest.h"

using namespace omni;
using namespace omni::test;
using base::ErrorCode;
using base::Result;
using base::Secret;
using store::SecretStore;

class TstFileSecretStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    QString m_path;
    QObject m_context;
    const Secret m_passphrase{QByteArrayLiteral("open sesame")};

    static Result<Secret> read(SecretStore &secrets, const QString &key)
    {
        QObject context;
        std::optional<Result<Secret>> outcome;
        secrets.read(key, &context, [&](Result<Secret> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }
    static Result<void> write(SecretStore &secrets, const QString &key, const QByteArray &value)
    {
        QObject context;
        std::optional<Result<void>> outcome;
        secrets.write(key, Secret(value), &context, [&](Result<void> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }
    static Result<void> remove(SecretStore &secrets, const QString &key)
    {
        QObject context;
        std::optional<Result<void>> outcome;
        secrets.remove(key, &context, [&](Result<void> got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }
    Result<std::unique_ptr<SecretStore>> open(const Secret &passphrase) const
    {
        return store::makeFileSecretStore(m_path, passphrase);
    }
    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_path = m_temp->filePath(QStringLiteral("secrets.sealed"));
    }

    void secretsSurviveARestart()
    {
        const QString a = QStringLiteral("account/a");
        const QString b = QStringLiteral("account/b");
        const QByteArray odd("\0\xff binary \n", 11);
        {
            auto secrets = open(m_passphrase);
            QVERIFY2(secrets, qPrintable(errorOf(secrets)));
            QCOMPARE((*secrets)->backend(), QStringLiteral("file"));
            QCOMPARE(read(**secrets, a).error().code, ErrorCode::NotFound);
            QCOMPARE(errorOf(write(**secrets, a, "first")), QString());
            QCOMPARE(errorOf(write(**secrets, b, odd)), QString());
            QCOMPARE(errorOf(write(**secrets, a, "second")), QString());
            QCOMPARE(read(**secrets, a)->reveal(), QByteArray("second"));
        }
        auto secrets = open(m_passphrase);
        QVERIFY2(secrets, qPrintable(errorOf(secrets)));
        QCOMPARE(read(**secrets, a)->reveal(), QByteArray("second"));
        QCOMPARE(read(**secrets, b)->reveal(), odd);
        QCOMPARE(errorOf(remove(**secrets, a)), QString());
        QCOMPARE(errorOf(remove(**secrets, a)), QString()); // not there any more: no error
        secrets = open(m_passphrase);
        QCOMPARE(read(**secrets, a).error().code, ErrorCode::NotFound);
        QCOMPARE(read(**secrets, b)->reveal(), odd);
    }

    void theFileIsTheOwnersAloneAndTellsNothing()
    {
        auto secrets = open(m_passphrase);
        QCOMPARE(errorOf(write(**secrets, QStringLiteral("account/canary"), "canary-value-1")),
                 QString());
        QCOMPARE(QFile::permissions(m_path) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(!content().contains("canary"));
        QVERIFY(!content().contains(QByteArray("canary-value-1").toBase64()));
        QCOMPARE(QDir(m_temp->path()).entryList(QDir::Files).size(), 1);
    }

    void theSameContentNeverLooksTheSame()
    {
        auto secrets = open(m_passphrase);
        QCOMPARE(errorOf(write(**secrets, QStringLiteral("a"), "x")), QString());
        const QByteArray first = content();
        QCOMPARE(errorOf(write(**secrets, QStringLiteral("a"), "x")), QString());
        QVERIFY(content() != first);
    }

    void aWrongPassphraseChangesNothing()
    {
        QCOMPARE(errorOf(write(**open(m_passphrase), QStringLiteral("a"), "x")), QString());
        const QByteArray before = content();
        const auto wrong = open(Secret(QByteArrayLiteral("open barley")));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::Forbidden);
        QVERIFY(wrong.error().detail.contains(QStringLiteral("passphrase")));
        QCOMPARE(content(), before);
        QCOMPARE(open(Secret()).error().code, ErrorCode::InvalidRequest);
        QVERIFY(open(m_passphrase));
    }

    void aBrokenFileIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<int>("cutTo");
        QTest::addColumn<int>("flipAt");
        QTest::newRow("empty") << 0 << -1;
        QTest::newRow("cut in the header") << 40 << -1;
        QTest::newRow("cut at the end") << -2 << -1;
        QTest::newRow("magic") << -1 << 0;
        QTest::newRow("cost") << -1 << 12;
        QTest::newRow("memory") << -1 << 23;
        QTest::newRow("salt") << -1 << 30;
        QTest::newRow("check") << -1 << 45;
        QTest::newRow("sum") << -1 << 60;
        QTest::newRow("nonce") << -1 << 76;
        QTest::newRow("content") << -1 << -3;
    }
    void aBrokenFileIsRefusedAndLeftAlone()
    {
        QFETCH(int, cutTo);
        QFETCH(int, flipAt);
        QCOMPARE(errorOf(write(**open(m_passphrase), QStringLiteral("a"), "x")), QString());
        QByteArray bytes = content();
        if (cutTo != -1)
            bytes.truncate(cutTo >= 0 ? cutTo : bytes.size() + cutTo);
        if (flipAt != -1) {
            char &byte = bytes[flipAt >= 0 ? flipAt : int(bytes.size()) + flipAt];
            byte = char(byte ^ 0x10);
        }
        writeFile(m_path, bytes);
        const auto opened = open(m_passphrase);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Internal);
        QVERIFY(opened.error().detail.contains(m_path));
        QCOMPARE(content(), bytes);
    }

    void aFailedWriteIsNotRemembered()
    {
        auto secrets = open(m_passphrase);
        QCOMPARE(errorOf(write(**secrets, QStringLiteral("a"), "old")), QString());
        // A folder stands where the new file would be built.
        QVERIFY(QDir().mkpath(m_path + QStringLiteral(".new/x")));
        QVERIFY(!write(**secrets, QStringLiteral("a"), "new"));
        QCOMPARE(read(**secrets, QStringLiteral("a"))->reveal(), QByteArray("old"));
        QVERIFY(QDir(m_path + QStringLiteral(".new")).removeRecursively());
        QCOMPARE(errorOf(write(**secrets, QStringLiteral("b"), "more")), QString());
        QCOMPARE(read(**open(m_passphrase), QStringLiteral("a"))->reveal(), QByteArray("old"));
    }

    void nothingOfACrashIsInTheWay()
    {
        auto secrets = open(m_passphrase);
        writeFile(m_path + QStringLiteral(".new"), "half");
        QCOMPARE(errorOf(write(**secrets, QStringLiteral("a"), "x")), QString());
        QVERIFY(open(m_passphrase));
    }

    void writesInFlightReachTheFile()
    {
        {
            auto secrets = open(m_passphrase);
            for (int i = 0; i < 10; ++i)
                (*secrets)->write(QString::number(i), Secret(QByteArray::number(i)), &m_context,
                                  [](const Result<void> &) {});
        }
        auto secrets = open(m_passphrase);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(read(**secrets, QString::number(i))->reveal(), QByteArray::number(i));
    }

    void memoryForgets()
    {
        auto secrets = store::makeMemorySecretStore();
        QCOMPARE(secrets->backend(), QStringLiteral("memory"));
        QCOMPARE(errorOf(write(*secrets, QStringLiteral("a"), "x")), QString());
        QCOMPARE(read(*secrets, QStringLiteral("a"))->reveal(), QByteArray("x"));
        QCOMPARE(errorOf(remove(*secrets, QStringLiteral("a"))), QString());
        QCOMPARE(errorOf(remove(*secrets, QStringLiteral("a"))), QString());
        QCOMPARE(read(*secrets, QStringLiteral("a")).error().code, ErrorCode::NotFound);
        QCOMPARE(read(*store::makeMemorySecretStore(), QStringLiteral("a")).error().code,
                 ErrorCode::NotFound);
    }
};

OMNI_TEST(TstFileSecretStore)
#include "tst_filesecretstore.moc"

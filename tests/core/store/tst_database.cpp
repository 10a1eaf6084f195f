// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/storetest.h"

#include <QThread>

using namespace omni;
using namespace omni::test;
using base::Result;
using store::Database;

class TstDatabase : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    QString m_dir;

    std::unique_ptr<Database> open()
    {
        auto opened = Database::open(m_dir);
        if (!opened) {
            qCritical() << opened.error().detail;
            return nullptr;
        }
        return std::move(*opened);
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_dir = m_temp->filePath(QStringLiteral("data"));
    }

    void fromNothingToTheNewestSchema()
    {
        auto database = open();
        QVERIFY(database);
        QVERIFY(readValue(*database, QStringLiteral("PRAGMA user_version")).toInt() >= 1);
        QCOMPARE(readValue(*database, QStringLiteral("PRAGMA journal_mode")).toString(),
                 QStringLiteral("wal"));
        QCOMPARE(readValue(*database, QStringLiteral("SELECT count(*) FROM accounts")).toInt(), 0);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(m_dir) & others, QFile::Permissions());
        const QFileInfoList files = QDir(m_dir).entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QVERIFY2((file.permissions() & others) == QFile::Permissions(),
                     qPrintable(file.fileName()));
    }

    void aWriteIsSafeWhenItIsAnswered()
    {
        auto database = open();
        QCOMPARE(
            errorOf(writeAndWait(*database, putSetting(QStringLiteral("a"), QStringLiteral("1")))),
            QString());
        QCOMPARE(readValue(*database, QStringLiteral("SELECT value FROM settings")).toString(),
                 QStringLiteral("1"));
        database->close();
        database = open();
        QCOMPARE(readValue(*database, QStringLiteral("SELECT value FROM settings")).toString(),
                 QStringLiteral("1"));
    }

    void aFailedWriteLeavesNothing()
    {
        auto database = open();
        const auto outcome = writeAndWait(*database, [](QSqlDatabase &sql) -> Result<void> {
            if (auto put = putSetting(QStringLiteral("half"), QStringLiteral("1"))(sql); !put)
                return put;
            return base::fail(base::ErrorCode::InvalidRequest, QStringLiteral("changed my mind"));
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().detail, QStringLiteral("changed my mind"));
        QCOMPARE(readValue(*database, QStringLiteral("SELECT count(*) FROM settings")).toInt(), 0);
        QCOMPARE(database->trouble(), QString());
    }

    void rowsThatCanWaitShareACommit()
    {
        auto database = open();
        const qint64 before = database->commits();
        for (int i = 0; i < 500; ++i)
            database->writeLater(putSetting(QString::number(i), QStringLiteral("x")));
        drain(*database);
        QCOMPARE(readValue(*database, QStringLiteral("SELECT count(*) FROM settings")).toInt(),
                 500);
        QVERIFY2(database->commits() - before <= 5,
                 qPrintable(QString::number(database->commits())));
    }

    void rowsThatCanWaitAreWrittenWithoutBeingAsked()
    {
        auto database = open();
        database->writeLater(putSetting(QStringLiteral("a"), QStringLiteral("x")));
        QTRY_COMPARE(readValue(*database, QStringLiteral("SELECT count(*) FROM settings")).toInt(),
                     1);
    }

    void oneBadRowDoesNotTakeTheOthersWithIt()
    {
        auto database = open();
        database->writeLater(putSetting(QStringLiteral("a"), QStringLiteral("x")));
        database->writeLater([](QSqlDatabase &sql) {
            return execute(sql,
                           QStringLiteral("INSERT INTO settings (key, value) VALUES ('b', NULL)"));
        });
        database->writeLater(putSetting(QStringLiteral("c"), QStringLiteral("x")));
        drain(*database);
        QCOMPARE(readValue(*database, QStringLiteral("SELECT group_concat(key) FROM settings"))
                     .toString(),
                 QStringLiteral("a,c"));
    }

    void aReadSeesEverythingQueuedBeforeIt()
    {
        auto database = open();
        QObject context;
        int count = -1;
        bool isDone = false;
        database->writeLater(putSetting(QStringLiteral("a"), QStringLiteral("x")));
        database->read(
            [&count](QSqlDatabase &sql) -> Result<void> {
                QSqlQuery query(sql);
                if (query.exec(QStringLiteral("SELECT count(*) FROM settings")) && query.next())
                    count = query.value(0).toInt();
                return {};
            },
            &context, [&](const Result<void> &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(count, 1);
    }

    void answersComeToTheThreadThatAsked()
    {
        auto database = open();
        QThread *answered = nullptr;
        QObject context;
        database->write(putSetting(QStringLiteral("a"), QStringLiteral("x")), &context,
                        [&](const Result<void> &) { answered = QThread::currentThread(); });
        QTRY_COMPARE(answered, QThread::currentThread());
    }

    void nobodyIsAnsweredAfterDeath()
    {
        auto database = open();
        auto context = std::make_unique<QObject>();
        bool isAnswered = false;
        database->write(putSetting(QStringLiteral("a"), QStringLiteral("x")), context.get(),
                        [&](const Result<void> &) { isAnswered = true; });
        context.reset();
        drain(*database);
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
        QCOMPARE(readValue(*database, QStringLiteral("SELECT count(*) FROM settings")).toInt(), 1);
    }

    void closeWritesWhatIsQueuedAndAnswers()
    {
        auto database = open();
        QObject context;
        bool isAnswered = false;
        for (int i = 0; i < 1234; ++i)
            database->writeLater(putSetting(QString::number(i), QStringLiteral("x")));
        database->write(putSetting(QStringLiteral("last"), QStringLiteral("x")), &context,
                        [&](const Result<void> &outcome) { isAnswered = outcome.has_value(); });
        database->close();
        QVERIFY(isAnswered);
        QVERIFY(!QFile::exists(m_dir + QStringLiteral("/omniroute.db-wal")));
        // Who comes too late hears so instead of waiting for ever.
        QCOMPARE(writeAndWait(*database, putSetting(QStringLiteral("b"), QString())).error().code,
                 base::ErrorCode::Cancelled);
        database = open();
        QCOMPARE(readValue(*database, QStringLiteral("SELECT count(*) FROM settings")).toInt(),
                 1235);
    }

    void aFullQueueDropsAndCounts()
    {
        auto database = open();
        // Holds the writer up until the queue has overflowed.
        std::promise<void> release;
        QObject context;
        database->read(
            [go = release.get_future().share()](QSqlDatabase &) -> Result<void> {
                go.wait();
                return {};
            },
            &context, [](const Result<void> &) {});
        QTest::ignoreMessage(QtWarningMsg, "the disk does not keep up: usage rows are dropped");
        const Database::Job nothing = [](QSqlDatabase &) { return Result<void>(); };
        for (int i = 0; i < 100'600; ++i)
            database->writeLater(nothing);
        // The writer may have taken one queue's worth before it was held up.
        QVERIFY(database->droppedJobs() >= 600);
        QVERIFY(database->droppedJobs() <= 50'600);
        release.set_value();
        drain(*database);
        const qint64 dropped = database->droppedJobs();
        database->writeLater(nothing);
        QCOMPARE(database->droppedJobs(), dropped);
    }

    void theStartReaderCannotWrite()
    {
        auto database = open();
        auto sql = database->startReader();
        QVERIFY(sql);
        QVERIFY(!putSetting(QStringLiteral("a"), QString())(*sql));
    }
};

OMNI_TEST(TstDatabase)
#include "tst_database.moc"

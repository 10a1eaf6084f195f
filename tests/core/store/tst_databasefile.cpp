// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/backups.h"
#include "core/store/migrations.h"
#include "tests/support/storetest.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <sys/stat.h>
#include <unistd.h>

using namespace omni;
using namespace omni::test;
using base::ErrorCode;
using store::Database;

class TstDatabaseFile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    QString m_dir;
    QString m_file;

    base::Result<std::unique_ptr<Database>> open(const QString &migrations = {}) const
    {
        Database::Options options;
        if (!migrations.isEmpty())
            options.migrations = migrations;
        return Database::open(m_dir, options);
    }

    /// A closed database with one setting.
    void makeOne() const
    {
        auto database = open();
        QVERIFY2(database, qPrintable(errorOf(database)));
        QCOMPARE(errorOf(writeAndWait(**database,
                                      putSetting(QStringLiteral("kept"), QStringLiteral("1")))),
                 QString());
    }

    /// The shipped migrations and one more.
    QString moreMigrations(const QByteArray &sql) const
    {
        const QString folder = m_temp->filePath(QStringLiteral("migrations"));
        if (!QDir().mkpath(folder))
            return {};
        int count = 0;
        for (const QString &name : QDir(QStringLiteral(":/migrations")).entryList()) {
            QFile::copy(QStringLiteral(":/migrations/") + name, folder + u'/' + name);
            ++count;
        }
        writeFile(
            QStringLiteral("%1/%2_more.sql").arg(folder).arg(count + 1, 4, 10, QLatin1Char('0')),
            sql);
        return folder;
    }

    QStringList filesIn(const QString &dir) const
    {
        return QDir(dir).entryList(QDir::Files, QDir::Name);
    }

    QString keptValue() const
    {
        auto database = open();
        return database ? readValue(**database,
                                    QStringLiteral("SELECT value FROM settings WHERE key = 'kept'"))
                              .toString()
                        : errorOf(database);
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_dir = m_temp->filePath(QStringLiteral("data"));
        m_file = m_dir + QStringLiteral("/omniroute.db");
    }

    void aMigrationIsBackedUpFirst()
    {
        makeOne();
        const int before =
            int(store::readMigrations(QStringLiteral(":/migrations"))->constLast().version);
        auto database =
            open(moreMigrations("CREATE TABLE more (a TEXT); -- a comment; with a sign\n"
                                "INSERT INTO more VALUES ('x;y');"));
        QVERIFY2(database, qPrintable(errorOf(database)));
        QCOMPARE(readValue(**database, QStringLiteral("SELECT a FROM more")).toString(),
                 QStringLiteral("x;y"));
        QCOMPARE(readValue(**database, QStringLiteral("PRAGMA user_version")).toInt(), before + 1);
        QCOMPARE(readValue(**database, QStringLiteral("SELECT value FROM settings")).toString(),
                 QStringLiteral("1"));
        (*database)->close();

        const QList<store::Backup> backups = store::listBackups(m_dir);
        QCOMPARE(backups.size(), 1);
        QVERIFY(QFileInfo(backups.first().path)
                    .fileName()
                    .startsWith(QStringLiteral("omniroute.db.backup-")));
        QVERIFY(std::abs(backups.first().made.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        // It brings the old state back.
        QCOMPARE(errorOf(store::restoreBackup(m_dir, backups.first().path)), QString());
        QCOMPARE(keptValue(), QStringLiteral("1"));
    }

    void aFailedMigrationLeavesEverythingAsItWas()
    {
        makeOne();
        const auto database =
            open(moreMigrations("CREATE TABLE more (a TEXT); INSERT INTO nowhere VALUES (1);"));
        QVERIFY(!database);
        QVERIFY(database.error().detail.contains(QStringLiteral("_more.sql")));
        QVERIFY(database.error().detail.contains(QStringLiteral("backups/")));
        auto again = open();
        QVERIFY2(again, qPrintable(errorOf(again)));
        QVERIFY(!readValue(**again, QStringLiteral("SELECT count(*) FROM more")).isValid());
        again->reset();
        QCOMPARE(keptValue(), QStringLiteral("1"));
    }

    void aNewerSchemaIsRefused()
    {
        makeOne();
        QVERIFY(open(moreMigrations("CREATE TABLE more (a TEXT);")));
        const QByteArray before = hashOf(m_file);
        const auto database = open();
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Unsupported);
        QVERIFY(database.error().detail.contains(QStringLiteral("newer")));
        QCOMPARE(hashOf(m_file), before);
    }

    void statementsAreSplitWhereTheyEnd()
    {
        const QStringList statements = store::splitStatements(QString::fromLatin1(
            "-- one; two\nCREATE TABLE a (b TEXT DEFAULT 'x;''y');\n/* ; */ INSERT INTO a VALUES "
            "(\";\");\nCREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; DELETE FROM a; END;"
            ";\nSELECT 1"));
        QCOMPARE(statements.size(), 4);
        QCOMPARE(statements.at(0), QStringLiteral("CREATE TABLE a (b TEXT DEFAULT 'x;''y')"));
        QVERIFY(statements.at(2).endsWith(QStringLiteral("END")));
        QCOMPARE(statements.at(3), QStringLiteral("SELECT 1"));
    }

    void aGapInTheMigrationsIsFound()
    {
        const QString folder = m_temp->filePath(QStringLiteral("gap"));
        QVERIFY(QDir().mkpath(folder));
        writeFile(folder + QStringLiteral("/0001_a.sql"), "SELECT 1;");
        writeFile(folder + QStringLiteral("/0003_b.sql"), "SELECT 1;");
        QVERIFY(!store::readMigrations(folder));
    }

    void aDamagedFileStaysByteIdentical_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"empty", "text", "zeroed header", "half a page", "one page",
                                   "lost last page", "overwritten page", "foreign database"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }
    void aDamagedFileStaysByteIdentical()
    {
        QFETCH(QString, damage);
        makeOne();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        constexpr qsizetype Page = 4096;
        QVERIFY(bytes.size() >= 4 * Page);
        if (damage == QStringLiteral("empty"))
            bytes.clear();
        else if (damage == QStringLiteral("text"))
            bytes = "these are my notes, not a database\n";
        else if (damage == QStringLiteral("zeroed header"))
            bytes.replace(0, 100, QByteArray(100, '\0'));
        else if (damage == QStringLiteral("half a page"))
            bytes.truncate(Page / 2);
        else if (damage == QStringLiteral("one page"))
            bytes.truncate(Page);
        else if (damage == QStringLiteral("lost last page"))
            bytes.chop(Page);
        else if (damage == QStringLiteral("overwritten page"))
            bytes.replace(2 * Page, Page, QByteArray(Page, '\x5a'));
        if (damage == QStringLiteral("foreign database")) {
            QVERIFY(QFile::remove(m_file));
            auto sql =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
            sql.setDatabaseName(m_file);
            QVERIFY(sql.open());
            QVERIFY(execute(sql, QStringLiteral("CREATE TABLE photos (name TEXT)")));
            sql.close();
        } else {
            writeFile(m_file, bytes);
        }
        const QByteArray before = hashOf(m_file);
        const auto database = open();
        QVERIFY(!database);
        // What happened, that nothing was done, what to do.
        QVERIFY2(database.error().detail.contains(m_file), qPrintable(database.error().detail));
        QVERIFY2(database.error().detail.contains(QStringLiteral("Nothing was changed")),
                 qPrintable(database.error().detail));
        QCOMPARE(hashOf(m_file), before);
        QVERIFY(filesIn(m_dir).filter(QStringLiteral("corrupt")).isEmpty());

        // Only on the user's word it is put aside, whole.
        const auto aside = store::setAside(m_dir);
        QVERIFY2(aside, qPrintable(errorOf(aside)));
        QVERIFY(QFileInfo(*aside).fileName().startsWith(QStringLiteral("omniroute.db.corrupt-")));
        QCOMPARE(hashOf(*aside), before);
        QVERIFY(open());
        QCOMPARE(hashOf(*aside), before);
    }

    void noMutationCrashesOrIsResetSilently()
    {
        makeOne();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        QRandomGenerator random(42);
        int refused = 0;
        for (int round = 0; round < 100; ++round) {
            QByteArray bytes = good;
            const int flips = 1 << (round % 7);
            for (int i = 0; i < flips; ++i) {
                char &byte = bytes[random.bounded(int(bytes.size()))];
                byte = char(byte ^ (1 << random.bounded(8)));
            }
            writeFile(m_file, bytes);
            const QByteArray before = hashOf(m_file);
            const auto database = open();
            if (database) {
                QVERIFY(QFileInfo(m_file).size() >= good.size());
            } else {
                ++refused;
                QCOMPARE(hashOf(m_file), before);
            }
            QVERIFY(filesIn(m_dir).filter(QStringLiteral("corrupt")).isEmpty());
        }
        QVERIFY(refused > 0);
    }

    void aJournalWithoutItsFileIsNoNewStart()
    {
        makeOne();
        writeFile(m_file + QStringLiteral("-wal"), QByteArray(1000, 'x'));
        QVERIFY(QFile::remove(m_file));
        QVERIFY(!open());
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(QFile::exists(m_file + QStringLiteral("-wal")));
    }

    void aCrashDuringTheFirstStartIsNotInTheWay()
    {
        QVERIFY(QDir().mkpath(m_dir));
        writeFile(m_file + QStringLiteral(".new"), "half");
        writeFile(m_file + QStringLiteral(".new-wal"), "half");
        auto database = open();
        QVERIFY2(database, qPrintable(errorOf(database)));
        database->reset();
        QCOMPARE(filesIn(m_dir), QStringList{QStringLiteral("omniroute.db")});
    }

    void backupsAreVerifiedNamedAndKeptTen()
    {
        auto database = open();
        for (int i = 0; i < 12; ++i) {
            std::optional<base::Result<QString>> made;
            (*database)->backUp(this, [&](const base::Result<QString> &path) { made = path; });
            QTRY_VERIFY(made);
            QVERIFY2(*made, qPrintable(errorOf(*made)));
            QVERIFY(QFile::exists(**made));
        }
        QCOMPARE(store::listBackups(m_dir).size(), store::KeptBackups);
        for (const store::Backup &backup : store::listBackups(m_dir)) {
            const auto others = QFile::ReadGroup | QFile::ReadOther;
            QCOMPARE(QFile::permissions(backup.path) & others, QFile::Permissions());
        }
        QVERIFY(
            filesIn(m_dir + QStringLiteral("/backups")).filter(QStringLiteral("part")).isEmpty());
    }

    void aDamagedBackupIsNotRestored()
    {
        makeOne();
        const QString backup = m_temp->filePath(QStringLiteral("omniroute.db.backup-x"));
        writeFile(backup, "rubbish");
        const QByteArray before = hashOf(m_file);
        QCOMPARE(store::restoreBackup(m_dir, backup).error().code, ErrorCode::InvalidRequest);
        QCOMPARE(hashOf(m_file), before);
    }

    void anOpenFolderIsClosed()
    {
        QVERIFY(QDir().mkpath(m_dir));
        QCOMPARE(::chmod(QFile::encodeName(m_dir).constData(), 0755), 0);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("open to other users")));
        QVERIFY(open());
        QCOMPARE(QFile::permissions(m_dir) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }

    void aForeignFolderIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("NOT TESTED: only root can give a folder to somebody else");
        QVERIFY(QDir().mkpath(m_dir));
        QCOMPARE(::chown(QFile::encodeName(m_dir).constData(), 65534, 65534), 0);
        const auto database = open();
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Forbidden);
        QVERIFY(database.error().detail.contains(QStringLiteral("65534")));
        QVERIFY(filesIn(m_dir).isEmpty());
    }

    void anUnwritableFolderSaysWhatToDo()
    {
        QVERIFY(QDir().mkpath(m_dir));
        // Root may write everywhere, so somebody else tries.
        const bool isRoot = ::geteuid() == 0;
        if (isRoot) {
            for (const QString &path : {m_temp->path(), m_dir})
                QCOMPARE(::chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
            QCOMPARE(::seteuid(65534), 0);
        }
        ::chmod(QFile::encodeName(m_dir).constData(), 0500);
        const auto database = open();
        const auto inside = Database::open(m_dir + QStringLiteral("/deeper"));
        ::chmod(QFile::encodeName(m_dir).constData(), 0700);
        if (isRoot) {
            QCOMPARE(::seteuid(0), 0);
        }
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Forbidden);
        QVERIFY(database.error().detail.contains(QStringLiteral("--data-dir")));
        QCOMPARE(inside.error().code, ErrorCode::Forbidden);
    }

    void aFileInPlaceOfTheFolderIsRefused()
    {
        writeFile(m_dir, "a file");
        const auto database = open();
        QCOMPARE(database.error().code, ErrorCode::InvalidRequest);
    }

    void oddFolderNamesWork()
    {
        m_dir = m_temp->filePath(QString::fromUtf8("a b?c%20#ü'\"&"));
        m_file = m_dir + QStringLiteral("/omniroute.db");
        makeOne();
        QCOMPARE(keptValue(), QStringLiteral("1"));
        QCOMPARE(filesIn(m_dir), QStringList{QStringLiteral("omniroute.db")});
    }
};

OMNI_TEST(TstDatabaseFile)
#include "tst_databasefile.moc"

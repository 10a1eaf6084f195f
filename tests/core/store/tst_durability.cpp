// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/storetest.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>

#include <csignal>
#include <sys/resource.h>

using namespace omni;
using namespace omni::test;
using store::Database;

/// What survives a killed process and a full disk.
class TstDurability : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    QString m_dir;

    /// A disk that can be filled and emptied.
    struct Disk
    {
        std::function<void()> fill;
        std::function<void()> empty;
    };

    /// No file of this process may grow beyond what the database has now.
    Disk limitedFiles() const
    {
        std::signal(SIGXFSZ, SIG_IGN);
        return {[this] {
                    rlimit limit = {};
                    getrlimit(RLIMIT_FSIZE, &limit);
                    limit.rlim_cur = rlim_t(
                        QFileInfo(m_dir + QStringLiteral("/omniroute.db-wal")).size() + 8192);
                    setrlimit(RLIMIT_FSIZE, &limit);
                },
                [] {
                    rlimit limit = {};
                    getrlimit(RLIMIT_FSIZE, &limit);
                    limit.rlim_cur = limit.rlim_max;
                    setrlimit(RLIMIT_FSIZE, &limit);
                }};
    }

    Disk tinyFileSystem() const
    {
        const QString filler = m_temp->filePath(QStringLiteral("filler"));
        return {[filler] {
                    QFile file(filler);
                    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
                    const QByteArray block(4096, 'x');
                    while (file.write(block) == block.size()) {
                    }
                },
                [filler] { QFile::remove(filler); }};
    }

    static int mount(const QString &path)
    {
        return QProcess::execute(QStringLiteral("mount"),
                                 {QStringLiteral("-t"), QStringLiteral("tmpfs"),
                                  QStringLiteral("-o"), QStringLiteral("size=4m"),
                                  QStringLiteral("none"), path});
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_dir = m_temp->filePath(QStringLiteral("data"));
    }

    /// Not a test: the process that is killed.
    void writesUntilItIsKilled()
    {
        const QString dir = qEnvironmentVariable("OMNI_KILL_DIR");
        if (dir.isEmpty())
            QSKIP("the child of killingLosesNothingThatWasAcknowledged");
        auto database = Database::open(dir);
        QVERIFY2(database, qPrintable(errorOf(database)));
        const int from = qEnvironmentVariableIntValue("OMNI_KILL_FROM");
        for (int i = from;; ++i) {
            (*database)->writeLater(putSetting(QStringLiteral("later"), QString::number(i)));
            QVERIFY(writeAndWait(**database,
                                 putSetting(QStringLiteral("key%1").arg(i), QString::number(i))));
            std::printf("ack %d\n", i);
            std::fflush(stdout);
        }
    }

    void killingLosesNothingThatWasAcknowledged()
    {
        QRandomGenerator random(1);
        int next = 0;
        for (int round = 0; round < 20; ++round) {
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("OMNI_KILL_DIR"), m_dir);
            environment.insert(QStringLiteral("OMNI_KILL_FROM"), QString::number(next));
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--class"), QStringLiteral("tst_durability"),
                         QStringLiteral("writesUntilItIsKilled")});
            const int wanted = next + random.bounded(1, 40);
            int acknowledged = next;
            while (acknowledged < wanted) {
                QVERIFY(child.waitForReadyRead(20'000));
                while (child.canReadLine()) {
                    if (const QByteArray line = child.readLine(); line.startsWith("ack "))
                        acknowledged = line.mid(4).trimmed().toInt() + 1;
                }
            }
            child.kill();
            QVERIFY(child.waitForFinished());
            for (const QByteArray &line : child.readAll().split('\n')) {
                if (line.startsWith("ack "))
                    acknowledged = line.mid(4).trimmed().toInt() + 1;
            }
            auto database = Database::open(m_dir);
            QVERIFY2(database, qPrintable(errorOf(database)));
            QVERIFY(readValue(**database,
                              QStringLiteral("SELECT count(*) FROM settings WHERE key LIKE 'key%'"))
                        .toInt() >= acknowledged);
            QCOMPARE(readValue(**database, QStringLiteral("PRAGMA integrity_check")).toString(),
                     QStringLiteral("ok"));
            next = acknowledged;
        }
    }

    void aFullDiskIsSurvived_data()
    {
        QTest::addColumn<bool>("isReal");
        QTest::newRow("no file may grow") << false;
        QTest::newRow("4 MiB file system") << true;
    }
    void aFullDiskIsSurvived()
    {
        QFETCH(bool, isReal);
        if (isReal && mount(m_temp->path()) != 0)
            QSKIP("NOT TESTED: a tmpfs cannot be mounted here");
        const Disk disk = isReal ? tinyFileSystem() : limitedFiles();
        const auto cleanUp = qScopeGuard([&] {
            disk.empty();
            if (isReal)
                QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_temp->path()});
        });

        auto database = Database::open(m_dir);
        QVERIFY2(database, qPrintable(errorOf(database)));
        QCOMPARE(errorOf(writeAndWait(**database, putSetting(QStringLiteral("before"), QString()))),
                 QString());
        disk.fill();
        QTest::ignoreMessage(QtWarningMsg, // once, however long it lasts
                             QRegularExpression(QStringLiteral("the database cannot be written")));
        const QString large(2000, QLatin1Char('x'));
        for (int i = 0; i < 700; ++i)
            (*database)->writeLater(putSetting(QString::number(i), large));
        QTRY_VERIFY(!(*database)->trouble().isEmpty());
        // The change that cannot be saved says so; reading goes on.
        QVERIFY(!writeAndWait(**database, putSetting(QStringLiteral("during"), large)));
        QCOMPARE(readValue(**database, QStringLiteral("SELECT count(*) FROM settings")).toInt(), 1);

        disk.empty();
        QTRY_COMPARE_WITH_TIMEOUT((*database)->trouble(), QString(), 5000);
        // Nothing that could wait was lost.
        QTRY_COMPARE(readValue(**database, QStringLiteral("SELECT count(*) FROM settings")).toInt(),
                     701);
        QCOMPARE((*database)->droppedJobs(), 0);
        QCOMPARE(errorOf(writeAndWait(**database, putSetting(QStringLiteral("after"), QString()))),
                 QString());
        QCOMPARE(readValue(**database, QStringLiteral("PRAGMA quick_check")).toString(),
                 QStringLiteral("ok"));
        database->reset();
    }
};

OMNI_TEST(TstDurability)
#include "tst_durability.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/base/log.h"
#include "tests/support/omnitest.h"

#include <QThread>

using namespace omni;
using base::Json;
using base::LogLine;
using base::LogSink;

class TstLog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QtMessageHandler m_before = nullptr;

    QString file(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    static QList<Json> linesOf(const QString &path)
    {
        QFile file(path);
        QList<Json> lines;
        if (!file.open(QIODevice::ReadOnly))
            return lines;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.isEmpty())
                continue;
            const auto json = Json::parse(line);
            if (!json)
                QTest::qFail(line.constData(), __FILE__, __LINE__);
            else
                lines.append(*json);
        }
        return lines;
    }

private slots:
    void init() { m_before = qInstallMessageHandler(nullptr); }
    void cleanup()
    {
        LogSink::install({.toStderr = false});
        qInstallMessageHandler(m_before);
    }

    void everyMessageIsOneJsonLineWithoutSecrets()
    {
        LogSink::install({.file = file("a.log"), .toStderr = false});
        const base::Secret canary(QByteArrayLiteral("canary-7f3a-not-to-be-seen"));
        base::registerSecret(canary);
        qCWarning(lcStore) << "two\nlines of" << canary.reveal();
        qCInfo(lcHttp).noquote() << "Authorization: Bearer abcdef";
        qCDebug(lcHttp) << "details stay out by default";
        LogSink::flush();
        base::forgetSecret(canary);

        const QList<Json> lines = linesOf(file("a.log"));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0)["level"].toText(), QStringLiteral("warning"));
        QCOMPARE(lines.at(0)["category"].toText(), QStringLiteral("omni.store"));
        QVERIFY(QDateTime::fromString(lines.at(0)["time"].toText(), Qt::ISODateWithMs).isValid());
        QVERIFY(lines.at(0)["text"].toText().contains(QLatin1Char('\n')));
        QCOMPARE(lines.at(1)["text"].toText(), QStringLiteral("Authorization: ***"));
        QFile all(file("a.log"));
        QVERIFY(all.open(QIODevice::ReadOnly));
        QVERIFY(!all.readAll().contains("canary"));
    }

    void theFileIsTheOwnersAlone()
    {
        LogSink::install({.file = file("p.log"), .toStderr = false});
        qCInfo(lcApp) << "x";
        LogSink::flush();
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file("p.log")) & others, QFile::Permissions());
    }

    void oldFilesAreRotatedAway()
    {
        LogSink::install(
            {.file = file("r.log"), .toStderr = false, .maxFileBytes = 2000, .maxFiles = 3});
        for (int i = 0; i < 200; ++i)
            qCInfo(lcApp) << "a line to fill the file, number" << i;
        LogSink::flush();
        const QStringList names = QDir(m_dir.path()).entryList({QStringLiteral("r*")}, QDir::Files);
        QCOMPARE(names.size(), 3);
        for (const QString &name : names)
            QVERIFY(QFileInfo(m_dir.filePath(name)).size() <= 2000);
        QVERIFY(linesOf(file("r.log")).last()["text"].toText().endsWith(QStringLiteral("199")));
    }

    void recentKeepsTheLastLinesInOrder()
    {
        LogSink::install({.toStderr = false});
        for (int i = 0; i < 2100; ++i)
            qCInfo(lcApp) << i;
        const QList<LogLine> two = LogSink::recent(2);
        QCOMPARE(two.size(), 2);
        QCOMPARE(two.at(0).text, QStringLiteral("2098"));
        QCOMPARE(two.at(1).text, QStringLiteral("2099"));
        QCOMPARE(LogSink::recent(5000).size(), 2000);
        QVERIFY(LogSink::recent(-1).isEmpty());
    }

    void theObserverHearsEveryThreadAndMayLogItself()
    {
        LogSink::install({.toStderr = false});
        QStringList heard;
        const int observer = LogSink::addObserver([&](const LogLine &line) {
            heard.append(line.text);
            qCInfo(lcApp) << "said by the observer";
        });
        const std::unique_ptr<QThread> thread(QThread::create([] { qCInfo(lcNet) << "hello"; }));
        thread->start();
        thread->wait();
        LogSink::removeObserver(observer);
        qCInfo(lcNet) << "unheard";
        QCOMPARE(heard, QStringList{QStringLiteral("hello")});
    }

    void qtsNoiseAboutOurServerIsDropped()
    {
        LogSink::install({.toStderr = false});
        qWarning("QTcpServer::nextPendingConnection() called while not listening");
        qWarning("something else");
        QCOMPARE(LogSink::recent(1).at(0).text, QStringLiteral("something else"));
        qWarning("QTcpServer::nextPendingConnection() called while not listening");
        QCOMPARE(LogSink::recent(1).at(0).text, QStringLiteral("something else"));
    }

    void aFileThatCannotBeOpenedDoesNotStopTheProgram()
    {
        // A folder stands where the file should.
        QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("taken.log")));
        LogSink::install({.file = file("taken.log"), .toStderr = false});
        qCWarning(lcApp) << "still heard";
        QCOMPARE(LogSink::recent(1).at(0).text, QStringLiteral("still heard"));
    }
};

OMNI_TEST(TstLog)
#include "tst_log.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/app/program.h"
#include "tests/support/omnitest.h"

#include <QTcpServer>

#include <unistd.h>

using namespace omni;
using namespace omni::test;
using namespace Qt::Literals::StringLiterals;

/// What cannot work says what happened, why and what to do, and changes nothing.
class TstRefusals : public QObject
{
    Q_OBJECT

private:
    static QStringList serve(const Program &program, const QStringList &more = {})
    {
        return QStringList{u"serve"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, program.data()} +
               (more.isEmpty() ? QStringList{u"--secrets"_s, u"memory"_s} : more);
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void anUnknownOptionIsNamed()
    {
        Program program;
        const Ran ran = program.run({u"serve"_s, u"--prot"_s, u"0"_s});
        QCOMPARE(ran.exit, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("--prot") && ran.err.contains("\"--port\""), ran.err.constData());
    }

    void anUnknownCommandIsNamed()
    {
        Program program;
        const Ran ran = program.run({u"acount"_s});
        QCOMPARE(ran.exit, 2);
        QVERIFY(ran.err.contains("\"account\""));
    }

    void aTakenPortSaysWhoHoldsIt()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost, 0));
        Program program;
        const QString port = QString::number(holder.serverPort());
        const Ran ran = program.run({u"serve"_s, u"--port"_s, port, u"--secrets"_s, u"memory"_s,
                                     u"--data-dir"_s, program.data()});
        QCOMPARE(ran.exit, 6);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains(port.toLatin1()), ran.err.constData());
        QVERIFY2(ran.err.contains("test_app"), ran.err.constData());
        QVERIFY2(ran.err.contains("--port"), ran.err.constData());
    }

    void aSecondInstanceIsRefused()
    {
        Program program;
        QVERIFY(program.serve());
        const Ran ran = program.run(serve(program));
        QCOMPARE(ran.exit, 6);
        QVERIFY2(ran.err.contains(QByteArray::number(program.server().processId())),
                 ran.err.constData());
        QVERIFY(ran.err.contains("omniroute stop"));
        QCOMPARE(program.command(u"status"_s).exit, 0);
    }

    void windowsBesideServeAreRefused()
    {
        Program program;
        QVERIFY(program.serve());
        const Ran ran = program.run({u"--data-dir"_s, program.data()});
        QCOMPARE(ran.exit, 6);
        QVERIFY2(ran.err.contains("omniroute stop"), ran.err.constData());
    }

    void withoutADisplayServeIsOffered()
    {
        Program program;
        const Ran ran = program.run({u"--data-dir"_s, program.data()});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains("omniroute serve"), ran.err.constData());
    }

    void aDataFolderThatIsAFileIsRefused()
    {
        Program program;
        write(program.data(), "mine");
        const Ran ran = program.run(serve(program));
        QCOMPARE(ran.exit, 5);
        QVERIFY2(ran.err.contains("is a file"), ran.err.constData());
        QCOMPARE(read(program.data()), QByteArray("mine"));
    }

    void anUnreadableDataFolderIsRefused()
    {
        Program program;
        QDir().mkpath(program.data());
        QFile::setPermissions(program.data(), QFile::ReadOwner);
        const Ran ran = program.run(serve(program), {}, true);
        QFile::setPermissions(program.data(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(ran.exit, 5);
        QVERIFY2(ran.err.contains("data folder"), ran.err.constData());
    }

    void aDataFolderThatCannotBeMadeIsRefused()
    {
        Program program;
        const Ran ran = program.run({u"serve"_s, u"--port"_s, u"0"_s, u"--secrets"_s, u"memory"_s,
                                     u"--data-dir"_s, u"/proc/omniroute"_s});
        QCOMPARE(ran.exit, 5);
        QVERIFY2(ran.err.contains("/proc/omniroute"), ran.err.constData());
    }

    void aBrokenDatabaseIsLeftAsItIs()
    {
        Program program;
        QDir().mkpath(program.data());
        const QString path = program.data() + u"/omniroute.db"_s;
        const QByteArray bytes = "this is no database at all, but 64 bytes of some text or other";
        write(path, bytes);
        const Ran ran = program.run(serve(program));
        QCOMPARE(ran.exit, 1);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("omniroute.db"), ran.err.constData());
        QCOMPARE(read(path), bytes);
        const Ran doctor = program.command(u"doctor"_s);
        QCOMPARE(doctor.exit, 7);
        QVERIFY2(doctor.out.contains("it is no database any more"), doctor.out.constData());
    }

    void aWrongPassphraseIsRefusedAndTheFileStays()
    {
        Program program;
        program.set("OMNIROUTE_PASSPHRASE", u"right"_s);
        QVERIFY2(program.serve(u"file"_s), program.server().readAllStandardError().constData());
        QCOMPARE(program.command(u"key create ci"_s).exit, 0);
        QCOMPARE(program.command(u"stop"_s).exit, 0);
        const QString path = program.data() + u"/secrets.sealed"_s;
        const QByteArray sealed = read(path);
        QVERIFY(!sealed.isEmpty());

        program.set("OMNIROUTE_PASSPHRASE", u"wrong"_s);
        const Ran ran = program.run(serve(program, {u"--secrets"_s, u"file"_s}));
        QCOMPARE(ran.exit, 5);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("passphrase"), ran.err.constData());
        QVERIFY(!ran.err.contains("wrong\n"));
        QCOMPARE(read(path), sealed);
    }

    void secretsFileNeedsAPassphrase()
    {
        Program program;
        const Ran ran = program.run(serve(program, {u"--secrets"_s, u"file"_s}));
        QCOMPARE(ran.exit, 2);
        QVERIFY2(ran.err.contains("--passphrase-file"), ran.err.constData());
    }

    void doctorSaysThatThePortIsTaken()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost, 0));
        Program program;
        const Ran ran = program.command(u"doctor --port %1"_s.arg(holder.serverPort()));
        QCOMPARE(ran.exit, 7);
        QVERIFY2(ran.out.contains("test_app"), ran.out.constData());
    }

    void translateNeedsNoInstance()
    {
        Program program;
        const Ran ran = program.run({u"translate"_s, u"request"_s, u"--from"_s, u"openai-chat"_s,
                                     u"--to"_s, u"anthropic"_s, u"--model"_s, u"claude-x"_s},
                                    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\","
                                    "\"content\":\"hi\"}]}");
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.json()["model"].toText(), u"claude-x"_s);
        QCOMPARE(ran.json()["messages"].at(0)["role"].toText(), u"user"_s);
    }

    void helpVersionAndManualComeWithoutDisplayOrInstance()
    {
        Program program;
        for (const QString &option : {u"--help"_s, u"-h"_s, u"--version"_s, u"--man"_s}) {
            const Ran ran = program.run({option});
            QCOMPARE(ran.exit, 0);
            QVERIFY(!ran.out.isEmpty());
            QVERIFY(ran.err.isEmpty());
        }
        QVERIFY(program.run({u"--man"_s}).out.startsWith(".TH OMNIROUTE 1"));
    }
};

OMNI_TEST(TstRefusals)
#include "tst_refusals.moc"

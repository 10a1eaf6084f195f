// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/startoptions.h"
#include "tests/core/control/bufferconsole.h"
#include "tests/support/omnitest.h"

using namespace omni;
using namespace omni::app;
using namespace omni::test;
using namespace Qt::Literals::StringLiterals;
using control::ExitCode;

class TstStartOptions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    BufferConsole m_console;

    OrProblem<engine::Config> read(const QString &line)
    {
        return readStartOptions(*control::parseCommandLine(line.split(u' ')), m_console);
    }

private slots:
    void init()
    {
        for (const char *name :
             {"DATA_DIR", "OMNIROUTE_PORT", "PORT", "OMNIROUTE_HOST", "OMNIROUTE_PASSPHRASE"})
            qunsetenv(name);
        m_console = BufferConsole();
    }

    void whatIsNotGivenIsLeftToTheSettings()
    {
        const auto config = read(u"serve"_s);
        QVERIFY(config);
        QVERIFY(!config->port);
        QVERIFY(!config->host);
        QCOMPARE(config->secrets, u"keychain"_s);
        QVERIFY(config->dataDir.endsWith("/omniroute"_L1));
    }

    void anOptionWinsOverTheEnvironment()
    {
        qputenv("PORT", "1");
        QCOMPARE(read(u"serve"_s)->port, std::optional<quint16>(1));
        qputenv("OMNIROUTE_PORT", "2");
        QCOMPARE(read(u"serve"_s)->port, std::optional<quint16>(2));
        QCOMPARE(read(u"serve --port 0"_s)->port, std::optional<quint16>(0));
        qputenv("OMNIROUTE_HOST", "::1");
        QCOMPARE(read(u"serve"_s)->host, std::optional(u"::1"_s));
        QCOMPARE(read(u"serve --host 127.0.0.1"_s)->host, std::optional(u"127.0.0.1"_s));
        qputenv("DATA_DIR", "/nowhere/a");
        QCOMPARE(read(u"serve"_s)->dataDir, u"/nowhere/a"_s);
        QCOMPARE(read(u"serve --data-dir /nowhere/../b"_s)->dataDir, u"/b"_s);
    }

    void nonsenseInTheEnvironmentIsNamed()
    {
        qputenv("OMNIROUTE_PORT", "many");
        const auto port = read(u"serve"_s);
        QVERIFY(!port);
        QCOMPARE(port.error().exit, ExitCode::Usage);
        QVERIFY(port.error().message.contains(u"OMNIROUTE_PORT"_s));
        qunsetenv("OMNIROUTE_PORT");
        const auto host = read(u"serve --host example"_s);
        QVERIFY(!host);
        QVERIFY(host.error().message.contains(u"example"_s));
    }

    void passphraseComesFromTheFilesFirstLine()
    {
        QFile file(m_folder.filePath(u"p"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(" two words \r\nmore\n");
        file.close();
        const auto config = read(u"serve --secrets file --passphrase-file "_s + file.fileName());
        QVERIFY(config);
        QCOMPARE(config->passphrase.reveal(), QByteArray(" two words "));
    }

    void passphraseInTheEnvironmentIsRemovedThere()
    {
        qputenv("OMNIROUTE_PASSPHRASE", "secret");
        const auto config = read(u"serve --secrets file"_s);
        QVERIFY(config);
        QCOMPARE(config->passphrase.reveal(), QByteArray("secret"));
        QVERIFY(!qEnvironmentVariableIsSet("OMNIROUTE_PASSPHRASE"));
    }

    void passphraseIsAskedForOnATerminalOnly()
    {
        const auto none = read(u"serve --secrets file"_s);
        QVERIFY(!none);
        QCOMPARE(none.error().exit, ExitCode::Usage);
        QVERIFY(none.error().message.contains(u"--passphrase-file"_s));
        m_console.isTerminal = true;
        m_console.typed = "typed";
        QCOMPARE(read(u"serve --secrets file"_s)->passphrase.reveal(), QByteArray("typed"));
    }

    void aMissingOrEmptyPassphraseFileIsNamed()
    {
        const auto absent = read(u"serve --secrets file --passphrase-file /nowhere/p"_s);
        QVERIFY(!absent);
        QCOMPARE(absent.error().exit, ExitCode::NotFound);
        QFile file(m_folder.filePath(u"empty"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto empty = read(u"serve --secrets file --passphrase-file "_s + file.fileName());
        QVERIFY(!empty);
        QCOMPARE(empty.error().exit, ExitCode::Usage);
    }
};

OMNI_TEST(TstStartOptions)
#include "tst_startoptions.moc"

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace omni::test {

/// What a run of the real program left.
struct Ran
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] base::Json json() const
    {
        return base::Json::parse(out.trimmed()).value_or(base::Json());
    }
};

/// The real program in a home of its own: nothing of the user's is read or written.
class Program
{
public:
    Program()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"DATA_DIR", "OMNIROUTE_PORT", "PORT", "OMNIROUTE_HOST", "OMNIROUTE_PASSPHRASE",
              "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS"})
            m_environment.remove(QLatin1String(name));
        set("HOME", m_home.path());
        set("XDG_DATA_HOME", m_home.filePath(QStringLiteral("share")));
        set("XDG_RUNTIME_DIR", m_home.path());
    }
    ~Program()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.terminate();
        if (!m_server.waitForFinished(5000)) {
            m_server.kill();
            m_server.waitForFinished();
        }
    }

    void set(const char *name, const QString &value)
    {
        m_environment.insert(QLatin1String(name), value);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] QString data() const { return path(QStringLiteral("data")); }

    /// As `asNobody` when the tests run as root, whom no permission stops.
    Ran run(const QStringList &words, const QByteArray &input = {}, bool asNobody = false) const
    {
        QProcess process;
        if (asNobody && ::geteuid() == 0) {
            process.setChildProcessModifier([] {
                constexpr uint Nobody = 65534;
                if (::setgid(Nobody) != 0 || ::setuid(Nobody) != 0)
                    ::_exit(99);
            });
        }
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(OMNI_PROGRAM), words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(20000)) {
            process.kill();
            process.waitForFinished();
        }
        return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                .out = process.readAllStandardOutput(),
                .err = process.readAllStandardError()};
    }
    /// A command to the instance of `data()`; words split at blanks.
    Ran command(const QString &line, const QByteArray &input = {}) const
    {
        return run(line.split(QLatin1Char(' ')) + QStringList{QStringLiteral("--data-dir"), data()},
                   input);
    }

    /// Starts `serve`; false when its line does not come.
    bool serve(const QString &secrets = QStringLiteral("memory"))
    {
        m_server.setProcessEnvironment(m_environment);
        m_server.start(QStringLiteral(OMNI_PROGRAM),
                       QStringList{QStringLiteral("serve"), QStringLiteral("--port"),
                                   QStringLiteral("0"), QStringLiteral("--secrets"), secrets,
                                   QStringLiteral("--data-dir"), data()});
        const bool isUp = QTest::qWaitFor([&] { return m_server.canReadLine(); }, 20000);
        m_line = m_server.readLine();
        return isUp;
    }
    /// What `serve` said on standard output, line by line as asked.
    [[nodiscard]] QByteArray line() const { return m_line; }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(QString::fromLatin1(m_line.mid(m_line.indexOf("http")).trimmed()));
    }
    /// Waits for the end of `serve`, while this thread goes on working.
    bool hasEnded()
    {
        return QTest::qWaitFor([&] { return m_server.state() == QProcess::NotRunning; }, 10000);
    }
    [[nodiscard]] QProcess &server() { return m_server; }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_server;
    QByteArray m_line;
};

} // namespace omni::test

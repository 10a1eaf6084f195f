// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/startoptions.h"

#include "core/control/datafolder.h"

#include <QFile>
#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace omni::app {

using control::ExitCode;

namespace {

constexpr quint16 DefaultPort = 20128;
constexpr qint64 LongestPassphrase = 4096;

tl::unexpected<StartProblem> problem(ExitCode exit, const QString &message)
{
    return tl::unexpected(StartProblem{.exit = exit, .message = message});
}

OrProblem<std::optional<quint16>> readPort(const control::Invocation &invocation)
{
    if (const auto port = invocation.number(u"port"_s))
        return quint16(*port);
    for (const char *name : {"OMNIROUTE_PORT", "PORT"}) {
        const QString text = qEnvironmentVariable(name);
        if (text.isEmpty())
            continue;
        bool isPort = false;
        const quint16 port = text.toUShort(&isPort);
        if (!isPort)
            return problem(
                ExitCode::Usage,
                u"The environment variable %1 is \"%2\", and no port. Set it to a "
                "number from 0 to 65535, or unset it."_s.arg(QString::fromLatin1(name), text));
        return port;
    }
    return std::nullopt;
}

OrProblem<std::optional<QString>> readHost(const control::Invocation &invocation)
{
    QString host = invocation.text(u"host"_s);
    if (host.isEmpty())
        host = qEnvironmentVariable("OMNIROUTE_HOST");
    if (host.isEmpty())
        return std::nullopt;
    if (host != "localhost"_L1 && QHostAddress(host).isNull())
        return problem(ExitCode::Usage,
                       u"\"%1\" is no address to listen on. Give an address of this computer, as "
                       "in 127.0.0.1 or ::1."_s.arg(host));
    return host;
}

OrProblem<base::Secret> readPassphraseFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return problem(ExitCode::NotFound,
                       u"The passphrase file %1 does not exist. Make it, or name another with "
                       "--passphrase-file."_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return problem(ExitCode::NotPermitted,
                       u"The passphrase file %1 cannot be read: %2. Give yourself the right to "
                       "read it."_s.arg(path, file.errorString()));
    QByteArray line = file.readLine(LongestPassphrase);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return problem(ExitCode::Usage,
                       u"The first line of the passphrase file %1 is empty. Write the passphrase "
                       "there."_s.arg(path));
    return base::Secret(line);
}

OrProblem<base::Secret> readPassphrase(const control::Invocation &invocation,
                                       control::Console &console)
{
    if (invocation.has(u"passphrase-file"_s))
        return readPassphraseFile(invocation.text(u"passphrase-file"_s));
    const QByteArray given = qgetenv("OMNIROUTE_PASSPHRASE");
    // What we start later, and who looks at /proc, has no business with it.
    qunsetenv("OMNIROUTE_PASSPHRASE");
    if (!given.isEmpty())
        return base::Secret(given);
    if (console.hasTerminal()) {
        const auto typed = console.askSecret(u"Passphrase of the secrets file: "_s);
        if (typed && !typed->isEmpty())
            return base::Secret(*typed);
    }
    return problem(ExitCode::Usage,
                   u"--secrets file needs the passphrase that opens the file. Give it with "
                   "--passphrase-file FILE or in the environment variable "
                   "OMNIROUTE_PASSPHRASE."_s);
}

} // namespace

OrProblem<engine::Config> readStartOptions(const control::Invocation &invocation,
                                           control::Console &console)
{
    engine::Config config;
    config.dataDir = control::dataFolder(invocation.text(u"data-dir"_s));
    const auto port = readPort(invocation);
    if (!port)
        return tl::unexpected(port.error());
    config.port = *port;
    const auto host = readHost(invocation);
    if (!host)
        return tl::unexpected(host.error());
    config.host = *host;
    if (invocation.has(u"secrets"_s))
        config.secrets = invocation.text(u"secrets"_s);
    if (config.secrets != "file"_L1)
        return config;
    auto passphrase = readPassphrase(invocation, console);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    config.passphrase = *passphrase;
    return config;
}

quint16 wantedPort(const control::Invocation &invocation)
{
    const auto port = readPort(invocation);
    return port ? port->value_or(DefaultPort) : DefaultPort;
}

} // namespace omni::app

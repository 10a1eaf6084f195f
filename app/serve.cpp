// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/serve.h"

#include "app/instance.h"
#include "app/process.h"
#include "core/base/log.h"
#include "core/engine/liveengine.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace omni::app {

using control::ExitCode;

namespace {

int refuse(control::Console &console, const StartProblem &problem)
{
    console.say(u"omniroute: "_s + problem.message);
    return int(problem.exit);
}

} // namespace

int serve(const control::Invocation &invocation, control::Console &console)
{
    auto config = readStartOptions(invocation, console);
    if (!config)
        return refuse(console, config.error());
    config->wantsSnapshots = false;
    const auto instance = Instance::claim(config->dataDir);
    if (!instance)
        return refuse(console, instance.error());
    openLog(config->dataDir, true);

    int exitCode = int(ExitCode::Done);
    bool isAnnounced = false;
    engine::LiveEngine engine(*config);
    EndRequests requests;
    QObject::connect(&engine, &engine::LiveEngine::listening, &engine, [&](const QString &url) {
        // One line for scripts, even if the port changes later.
        if (!std::exchange(isAnnounced, true))
            console.print(u"omniroute: listening on %1\n"_s.arg(url));
    });
    QObject::connect(&engine, &engine::LiveEngine::failed, &engine, [&](const base::Error &error) {
        if (isAnnounced)
            return;
        exitCode = refuse(console, startProblem(error));
        engine.stop(std::chrono::milliseconds(0));
    });
    QObject::connect(&requests, &EndRequests::endRequested, &engine, [&] { engine.stop(); });
    QObject::connect(&engine, &engine::LiveEngine::stopWanted, &engine, [&] { engine.stop(); });
    QObject::connect(&engine, &engine::LiveEngine::stopped, qApp, &QCoreApplication::quit);
    // GLib's event loop costs the gateway's thread about a tenth of its time, and without windows
    // nothing needs it.
    qputenv("QT_NO_GLIB", "1");
    engine.start();
    QCoreApplication::exec();
    base::LogSink::flush();
    return exitCode;
}

} // namespace omni::app

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/instance.h"
#include "app/process.h"
#include "core/base/log.h"
#include "core/control/client/run.h"
#include "core/engine/liveengine.h"
#include "ui/shell/application.h"

#include <QApplication>

using namespace omni;
using namespace Qt::Literals::StringLiterals;
using control::ExitCode;

namespace {

/// Windows are gone; what still runs may end.
void finish(engine::LiveEngine &engine)
{
    QObject::connect(&engine, &engine::LiveEngine::stopped, qApp, [] { QApplication::exit(); });
    engine.stop();
    QApplication::exec();
}

int run(const control::Invocation &invocation, control::Console &console)
{
    const auto config = app::readStartOptions(invocation, console);
    if (!config) {
        console.say(u"omniroute: "_s + config.error().message);
        return int(config.error().exit);
    }
    const auto instance = app::Instance::claim(config->dataDir);
    if (!instance) {
        // Another start was faster.
        if (instance.error().exit == ExitCode::Conflict)
            return control::raiseRunning(config->dataDir, console);
        console.say(u"omniroute: "_s + instance.error().message);
        return int(instance.error().exit);
    }
    app::openLog(config->dataDir, true);
    engine::LiveEngine engine(*config);
    ui::shell::Application shell(engine);
    app::EndRequests requests;
    QObject::connect(&requests, &app::EndRequests::endRequested, &shell,
                     &ui::shell::Application::quit);
    QObject::connect(&engine, &engine::LiveEngine::stopWanted, &shell,
                     &ui::shell::Application::quit);
    QObject::connect(&engine, &engine::LiveEngine::raiseWanted, &shell,
                     &ui::shell::Application::raise);
    engine.start();
    shell.start(invocation.has(u"minimized"_s));
    const int exitCode = QApplication::exec();
    finish(engine);
    base::LogSink::flush();
    return exitCode;
}

} // namespace

/// The program with the windows; `omniroute` becomes this one. Takes the same options.
int main(int argc, char **argv)
{
    app::harden();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"omniroute"_s);
    QApplication::setApplicationDisplayName(u"OmniRoute"_s);
    QApplication::setApplicationVersion(QStringLiteral(OMNI_VERSION));
    QApplication::setDesktopFileName(QStringLiteral(OMNI_DESKTOP_ID));
    QApplication::setQuitOnLastWindowClosed(false);
    const auto console = control::makeConsole();
    const auto invocation = control::parseCommandLine(app::commandLineWords(argc, argv));
    if (!invocation) {
        console->say(u"omniroute: "_s + invocation.error().detail);
        return int(ExitCode::Usage);
    }
    if (!control::isStartWithWindows(*invocation)) {
        console->say(u"omniroute: This program shows windows; commands are done by omniroute."_s);
        return int(ExitCode::Usage);
    }
    return run(*invocation, *console);
}

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/examine.h"
#include "app/process.h"
#include "app/serve.h"
#include "core/control/client/connection.h"
#include "core/control/client/run.h"
#include "core/control/datafolder.h"

#include <QCoreApplication>

using namespace omni;
using namespace Qt::Literals::StringLiterals;
using control::ExitCode;

namespace {

/// This program has no windows; it raises those of the running instance, or becomes the program
/// that has them. That keeps Qt's graphics out of `serve` and of every command.
int startWithWindows(const control::Invocation &invocation, control::Console &console, char **argv)
{
    const QString folder = control::dataFolder(invocation.text(u"data-dir"_s));
    if (control::isListening(control::socketPath(folder)))
        return control::raiseRunning(folder, console);
    const QString problem = app::hasDisplay()
                                ? app::becomeWindowProgram(argv)
                                : u"There is no display for windows. Start the gateway without "
                                  "them: omniroute serve"_s;
    console.say(u"omniroute: "_s + problem);
    return int(ExitCode::Failed);
}

} // namespace

int main(int argc, char **argv)
{
    app::harden();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"omniroute"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(OMNI_VERSION));
    const auto console = control::makeConsole();
    const auto invocation = control::parseCommandLine(app::commandLineWords(argc, argv));
    if (!invocation) {
        console->say(u"omniroute: "_s + invocation.error().detail);
        return int(ExitCode::Usage);
    }
    const control::Surroundings surroundings{.version = QStringLiteral(OMNI_VERSION),
                                             .buildDate = QStringLiteral(OMNI_BUILD_DATE),
                                             .examine = &app::examine};
    const control::Command &command = invocation->command();
    if (command.place != control::Command::Place::Start)
        return control::runCommand(*invocation, *console, surroundings);
    if (control::printDocument(*invocation, *console, surroundings))
        return int(ExitCode::Done);
    if (!control::isStartWithWindows(*invocation))
        return app::serve(*invocation, *console);
    return startWithWindows(*invocation, *console, argv);
}

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/run.h"

#include "core/control/client/connection.h"
#include "core/control/client/localcommands.h"
#include "core/control/client/render.h"
#include "core/control/datafolder.h"
#include "core/control/documents.h"
#include "core/control/platform.h"

#include <QLockFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace omni::control {

using base::Json;

namespace {

constexpr qsizetype LongestSecret = 64 << 10;
constexpr int StopMs = 40'000;

int end(Console &console, const Problem &problem)
{
    console.say(u"omniroute: "_s + problem.message);
    return int(problem.exit);
}

/// The key of `account add`: from standard input, or typed unseen. Absent when there is a problem.
std::optional<base::Secret> readSecret(const Invocation &invocation, Console &console)
{
    if (invocation.has(u"dry-run"_s))
        return base::Secret();
    if (invocation.has(u"api-key-stdin"_s)) {
        auto text = console.readInput(LongestSecret);
        if (!text) {
            console.say(u"omniroute: The key on standard input is longer than 64 KiB."_s);
            return std::nullopt;
        }
        return base::Secret(text->trimmed());
    }
    if (!console.hasTerminal())
        return base::Secret();
    const auto typed = console.askSecret(
        u"Key for %1 (not shown; empty if it needs none): "_s.arg(invocation.text(u"provider"_s)));
    if (!typed) {
        console.say(u"omniroute: Nothing was added."_s);
        return std::nullopt;
    }
    return base::Secret(typed->trimmed());
}

/// What cannot be taken back is asked for where somebody can answer.
bool isConfirmed(const Invocation &invocation, Console &console)
{
    if (!invocation.command().option(u"yes"_s) || invocation.has(u"yes"_s) ||
        invocation.has(u"dry-run"_s) || !console.hasTerminal())
        return true;
    const QString verb = invocation.command().verb;
    const QString what = invocation.command().arguments.first().name;
    return console.askYes(u"%1%2 the %3 \"%4\"?"_s.arg(
        verb.at(0).toUpper(), verb.mid(1), invocation.command().noun, invocation.text(what)));
}

Style styleFor(const Invocation &invocation, const Console &console)
{
    return {.hasColour = console.printsToTerminal() && !invocation.has(u"no-color"_s) &&
                         qEnvironmentVariableIsEmpty("NO_COLOR")};
}

bool printReply(const Invocation &invocation, Console &console, const Reply &reply)
{
    if (invocation.has(u"json"_s))
        return console.printBytes(reply.data.toJson() + '\n');
    const Style style = styleFor(invocation, console);
    if (reply.kind == Reply::Kind::Item)
        return console.print(renderItem(reply.data, style));
    const Rendered rendered = render(invocation.command(), reply.data, style);
    if (!rendered.err.isEmpty())
        console.say(rendered.err.trimmed());
    return rendered.out.isEmpty() || console.print(rendered.out);
}

/// The program has ended when its lock can be had.
int waitForEnd(const QString &folder, Console &console)
{
    QLockFile lock(lockFilePath(folder));
    lock.setStaleLockTime(0);
    if (lock.tryLock(StopMs))
        return int(ExitCode::Done);
    return end(console, {.exit = ExitCode::Timeout,
                         .message = u"OmniRoute was told to stop, and still runs. Look at its log "
                                    "with: omniroute logs"_s});
}

int askInstance(const Invocation &invocation, Console &console)
{
    if (!isConfirmed(invocation, console)) {
        console.say(u"omniroute: Nothing was changed."_s);
        return int(ExitCode::Interrupted);
    }
    Request request{.invocation = invocation};
    if (invocation.command().words() == "account add"_L1) {
        const auto secret = readSecret(invocation, console);
        if (!secret)
            return int(ExitCode::Failed);
        request.secret = *secret;
    }
    const bool isStop = invocation.command().words() == "stop"_L1;
    const QString folder = dataFolder(invocation.text(u"data-dir"_s));
    exitOnInterrupt();
    const auto problem = ask(
        {.request = request,
         .socket = socketPath(folder),
         .patience = 60s,
         .onReply = [&](const Reply &reply) { return printReply(invocation, console, reply); }});
    if (isStop && (!problem || problem->exit == ExitCode::Timeout))
        return waitForEnd(folder, console);
    if (!problem)
        return int(ExitCode::Done);
    if (problem->exit == ExitCode::NotRunning && invocation.command().noun == "status"_L1 &&
        invocation.has(u"json"_s))
        console.printBytes(Json::object({{"schema", Json(invocation.command().schema)},
                                         {"state", Json("stopped")},
                                         {"data_dir", Json(folder)}})
                               .toJson() +
                           '\n');
    return end(console, *problem);
}

} // namespace

bool printDocument(const Invocation &invocation, Console &console, const Surroundings &surroundings)
{
    const Command &command = invocation.command();
    if (invocation.has(u"help"_s))
        console.print(commandHelp(command));
    else if (invocation.has(u"version"_s))
        console.print(u"omniroute %1\n"_s.arg(surroundings.version));
    else if (invocation.has(u"man"_s))
        console.print(manPage(surroundings.version, surroundings.buildDate));
    else
        return false;
    return true;
}

int runCommand(const Invocation &invocation, Console &console, const Surroundings &surroundings)
{
    if (printDocument(invocation, console, surroundings))
        return int(ExitCode::Done);
    const Command &command = invocation.command();
    if (command.place == Command::Place::Instance)
        return askInstance(invocation, console);
    if (command.noun == "translate"_L1)
        return translate(invocation, console);
    if (command.noun == "completion"_L1) {
        console.print(completions(invocation.text(u"shell"_s)));
        return int(ExitCode::Done);
    }
    if (command.noun == "help"_L1)
        return help(invocation, console);
    return doctor(invocation, console, surroundings, styleFor(invocation, console));
}

int raiseRunning(const QString &folder, Console &console)
{
    Request request{.invocation = Invocation(*findCommand(u"raise"_s, QString()))};
    const auto problem =
        ask({.request = request, .socket = socketPath(folder), .onReply = [](const Reply &) {
                 return true;
             }});
    return problem ? end(console, *problem) : int(ExitCode::Done);
}

} // namespace omni::control

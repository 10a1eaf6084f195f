// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/localcommands.h"

#include "core/control/client/connection.h"
#include "core/control/datafolder.h"
#include "core/control/documents.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::Json;

namespace {

int usage(Console &console, const QString &message)
{
    console.say(u"omniroute: "_s + message);
    return int(ExitCode::Usage);
}

Finding clockFinding()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now.date().year() < 2026)
        return {.subject = u"clock"_s,
                .state = Finding::State::Bad,
                .what = now.toString(Qt::ISODate),
                .why = u"it is wrong, and certificates will not be accepted"_s,
                .todo = u"set the computer's clock"_s};
    return {.subject = u"clock"_s, .what = now.toString(Qt::ISODate)};
}

} // namespace

int help(const Invocation &invocation, Console &console)
{
    const QStringList words = invocation.list(u"command"_s);
    const QString noun = canonicalNoun(words.value(0));
    const Command *command = findCommand(noun, words.value(1));
    if (words.isEmpty())
        console.print(overviewHelp());
    else if (command && !command->isHidden)
        console.print(commandHelp(*command));
    else if (words.size() == 1 && !verbsOf(noun).isEmpty())
        console.print(nounHelp(noun));
    else
        return usage(console, u"There is no command \"%1\"."_s.arg(words.join(u' ')) +
                                  suggestion(words.first(), nouns()));
    return int(ExitCode::Done);
}

int doctor(const Invocation &invocation, Console &console, const Surroundings &surroundings,
           const Style &style)
{
    const QString folder = dataFolder(invocation.text(u"data-dir"_s));
    QList<Finding> findings{{.subject = u"version"_s,
                             .what = u"OmniRoute %1, Qt %2"_s.arg(surroundings.version,
                                                                  QString::fromLatin1(qVersion()))},
                            clockFinding()};
    QList<Finding> inside;
    const auto problem = ask({.request = {.invocation = invocation},
                              .socket = socketPath(folder),
                              .onReply = [&](const Reply &reply) {
                                  inside = findingsFromJson(reply.data["findings"]);
                                  return false;
                              }});
    const bool isRunning = !problem || problem->exit != ExitCode::NotRunning;
    if (problem && isRunning)
        inside.append({.subject = u"instance"_s,
                       .state = Finding::State::Bad,
                       .what = u"runs, and does not answer as it should"_s,
                       .why = problem->message,
                       .todo = u"restart it"_s});
    if (!isRunning) {
        inside.append({.subject = u"instance"_s,
                       .state = Finding::State::Remark,
                       .what = u"does not run"_s,
                       .todo = u"start it: omniroute, or omniroute serve"_s});
        inside += surroundings.examine(invocation, folder);
    }
    findings += inside;
    if (invocation.has(u"json"_s))
        console.printBytes(Json::object({{"schema", Json(invocation.command().schema)},
                                         {"good", Json(!hasBad(findings))},
                                         {"data_dir", Json(folder)},
                                         {"findings", findingsJson(findings)}})
                               .toJson() +
                           '\n');
    else
        console.print(renderFindings(findings, style));
    return int(hasBad(findings) ? ExitCode::CheckFailed : ExitCode::Done);
}

} // namespace omni::control

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/localcommands.h"

#include "core/control/client/connection.h"
#include "core/control/datafolder.h"
#include "core/control/documents.h"
#include "core/wire/translate.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::Json;

namespace {

constexpr qsizetype LongestInput = 256 << 20;

using Translate = base::Result<wire::Translation> (*)(chat::Format, chat::Format, QByteArrayView,
                                                      const wire::TranslateOptions &);

Translate translator(const QString &what)
{
    if (what == "request"_L1)
        return &wire::translateRequest;
    if (what == "response"_L1)
        return &wire::translateResponse;
    return &wire::translateStream;
}

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

int translate(const Invocation &invocation, Console &console)
{
    const auto from = chat::formatFromName(invocation.text(u"from"_s).toLatin1());
    const auto to = chat::formatFromName(invocation.text(u"to"_s).toLatin1());
    if (!from || !to)
        return usage(console, u"--from and --to are both needed: omniroute %1 --from openai-chat "
                              "--to anthropic"_s.arg(invocation.command().words()));
    const auto input = console.readInput(LongestInput);
    if (!input)
        return usage(console, u"The input is larger than 256 MiB."_s);
    const auto translated = translator(invocation.command().verb)(
        *from, *to, *input,
        {.model = invocation.text(u"model"_s).toUtf8(),
         .cut = qsizetype(invocation.number(u"cut"_s).value_or(0))});
    if (!translated) {
        const base::Error &error = translated.error();
        console.say(u"omniroute: "_s + error.detail +
                    (error.field.isEmpty() ? QString() : u" (%1)"_s.arg(error.field)));
        return int(ExitCode::Failed);
    }
    console.printBytes(translated->bytes);
    for (const wire::Loss &loss : translated->losses)
        console.say(QString::fromUtf8(
            Json::object({{"path", Json(loss.path)}, {"reason", Json(loss.reason)}}).toJson()));
    return int(ExitCode::Done);
}

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

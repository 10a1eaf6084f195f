// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/chat/format.h"
#include "core/control/command.h"
#include "core/wire/formats.h"
#include "core/wire/playground.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::table {

namespace {

QStringList builtFormats()
{
    QStringList names;
    for (int i = 0; i < chat::FormatCount; ++i) {
        if (wire::codecFor(chat::Format(i)))
            names.append(QString::fromLatin1(chat::formatName(chat::Format(i))));
    }
    return names;
}

Command translate(const QString &what, const QString &summary)
{
    Command command{
        .noun = u"translate"_s,
        .verb = what,
        .summary = summary,
        .place = Command::Place::Local,
        .options = {choice(u"from"_s, u"FORMAT"_s, builtFormats(),
                           u"Format of the input; without it the input tells"_s),
                    choice(u"to"_s, u"FORMAT"_s, builtFormats(), u"Format of the output"_s),
                    text(u"model"_s, u"M"_s, u"Model name to write"_s),
                    flag(u"steps"_s, u"Show the input, the form in between and the output, a JSON "
                                     "object a line"_s)}};
    if (what == "request"_L1) {
        command.options.append(choice(u"template"_s, u"NAME"_s, wire::playgroundTemplates(),
                                      u"Take this request instead of the standard input"_s));
        command.examples = {u"translate request --template tools --to anthropic --steps"_s};
    }
    if (what == "stream"_L1)
        command.options.append(
            number(u"cut"_s, u"N"_s, 1, 1'000'000, u"Feed the stream in pieces of N bytes"_s));
    return command;
}

} // namespace

QList<Command> localCommands()
{
    Option folder = text(u"data-dir"_s, u"DIR"_s, u"Data folder to look at"_s);
    folder.kind = ValueKind::Folder;
    return {
        Command{.noun = u"doctor"_s,
                .summary = u"Look for what is wrong, and say what to do; exit code 7 when "
                           "something is"_s,
                .place = Command::Place::Local,
                .options = {folder, number(u"port"_s, u"N"_s, 0, 65535,
                                           u"Port to look at when nothing runs"_s)},
                .schema = u"omniroute.doctor/1"_s},
        translate(u"request"_s, u"Convert a request"_s),
        translate(u"response"_s, u"Convert a whole answer"_s),
        translate(u"stream"_s, u"Convert a streamed answer (server-sent events)"_s),
        Command{.noun = u"completion"_s,
                .summary = u"Print the completions for a shell"_s,
                .place = Command::Place::Local,
                .arguments = {{.name = u"shell"_s,
                               .help = u"Your shell"_s,
                               .choices = {u"bash"_s, u"zsh"_s, u"fish"_s}}},
                .examples = {u"completion bash > ~/.local/share/bash-completion/completions/"
                             "omniroute"_s}},
        Command{.noun = u"help"_s,
                .summary = u"Explain a command"_s,
                .place = Command::Place::Local,
                .arguments = {{.name = u"command"_s,
                               .help = u"The command's words"_s,
                               .isOptional = true,
                               .repeats = true}}},
    };
}

} // namespace omni::control::table

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/documents.h"
#include "core/control/exitcode.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

namespace {

constexpr qsizetype Width = 80;

/// Two columns; the second is wrapped.
QString row(const QString &left, const QString &right, qsizetype column)
{
    QString out = u"  "_s + left;
    if (out.size() > column - 2)
        out += u'\n' + QString(column, u' ');
    else
        out = out.leftJustified(column);
    qsizetype at = column;
    bool isFirst = true;
    for (const QString &word : right.split(u' ')) {
        if (!isFirst && at + 1 + word.size() > Width) {
            out += u'\n' + QString(column, u' ');
            at = column;
            isFirst = true;
        }
        if (!isFirst) {
            out += u' ';
            ++at;
        }
        out += word;
        at += word.size();
        isFirst = false;
    }
    return out + u'\n';
}

QString optionLeft(const Option &option)
{
    QString left = option.shortName.isEmpty() ? u"    "_s : u"-%1, "_s.arg(option.shortName);
    left += u"--"_s + option.name;
    if (!option.value.isEmpty())
        left += u' ' + option.value;
    return left;
}

QString optionRight(const Option &option)
{
    QString right = option.help;
    if (!option.choices.isEmpty())
        right += u": "_s + option.choices.join(u", "_s);
    if (option.repeats)
        right += u" (may be repeated)"_s;
    return right;
}

QString optionRows(const QList<Option> &options)
{
    QString rows;
    for (const Option &option : options)
        rows += row(optionLeft(option), optionRight(option), 30);
    return rows;
}

} // namespace

QList<std::pair<int, QString>> exitCodes()
{
    return {{int(ExitCode::Done), u"done"_s},
            {int(ExitCode::Failed), u"failure, see the message"_s},
            {int(ExitCode::Usage), u"the command line is wrong"_s},
            {int(ExitCode::NotRunning), u"no instance runs for this data folder"_s},
            {int(ExitCode::NotFound), u"no such item"_s},
            {int(ExitCode::NotPermitted), u"not permitted, or the keyring is locked"_s},
            {int(ExitCode::Conflict), u"conflict: port in use, item exists, already running"_s},
            {int(ExitCode::CheckFailed), u"a check or an upstream failed"_s},
            {int(ExitCode::Unsafe), u"refused as unsafe"_s},
            {int(ExitCode::Timeout), u"timeout"_s},
            {int(ExitCode::Interrupted), u"interrupted"_s}};
}

QString overviewHelp()
{
    const Command &start = *findCommand(QString(), QString());
    QString out = u"OmniRoute Desktop: a gateway between coding agents and model providers.\n\n"
                  "Usage: omniroute [OPTIONS]            "_s +
                  u"tray icon and window\n"
                  "       omniroute COMMAND [OPTIONS]\n\nCommands:\n"_s;
    for (const QString &noun : nouns()) {
        const QStringList verbs = verbsOf(noun);
        if (verbs.isEmpty())
            out += row(noun, findCommand(noun, QString())->summary, 14);
        else
            out += row(noun, aboutNoun(noun) + u": "_s + verbs.join(u", "_s), 14);
    }
    out += u"\nOptions:\n"_s + optionRows(start.allOptions());
    out += u"\nCommands other than serve, doctor, translate, completion and help talk to the\n"
           "running instance of the data folder. `omniroute COMMAND --help` explains one.\n"
           "\nExit codes:\n"_s;
    for (const auto &[code, meaning] : exitCodes())
        out += row(QString::number(code), meaning, 8);
    return out;
}

QString nounHelp(const QString &noun)
{
    QString out = aboutNoun(noun) + u"\n\nUsage:\n"_s;
    for (const QString &verb : verbsOf(noun)) {
        const Command &command = *findCommand(noun, verb);
        out += u"  "_s + command.usage() + u"\n      "_s + command.summary + u'\n';
    }
    return out + u"\n`omniroute %1 VERB --help` explains one.\n"_s.arg(noun);
}

QString commandHelp(const Command &command)
{
    if (command.noun.isEmpty())
        return overviewHelp();
    QString out = command.summary + u"\n\nUsage: "_s + command.usage() + u'\n';
    if (!command.arguments.isEmpty())
        out += u"\nArguments:\n"_s;
    for (const Argument &argument : command.arguments) {
        QString right = argument.help;
        if (!argument.choices.isEmpty())
            right += u": "_s + argument.choices.join(u", "_s);
        out += row(argument.name.toUpper(), right, 30);
    }
    out += u"\nOptions:\n"_s + optionRows(command.allOptions());
    if (!command.examples.isEmpty())
        out += u"\nExamples:\n"_s;
    for (const QString &example : command.examples)
        out += u"  omniroute "_s + example + u'\n';
    if (!command.schema.isEmpty())
        out += u"\nSchema of --json: "_s + command.schema + u'\n';
    return out;
}

} // namespace omni::control

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/invocation.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;
using base::Result;

namespace {

base::Failure wrong(const Command *command, const QString &text)
{
    QString help = u"omniroute --help"_s;
    if (command && !command->noun.isEmpty())
        help = u"omniroute %1 --help"_s.arg(command->words());
    return base::fail(ErrorCode::InvalidRequest, text + u" See: "_s + help);
}

/// Takes the command's words off the front. Without any the program itself is meant.
Result<const Command *> takeCommand(QStringList &words)
{
    if (words.isEmpty() || words.first().startsWith(u'-'))
        return findCommand(QString(), QString());
    const QString word = words.takeFirst();
    const QString noun = canonicalNoun(word);
    const QStringList verbs = verbsOf(noun);
    if (verbs.isEmpty()) {
        if (const Command *command = findCommand(noun, QString()))
            return command;
        return wrong(nullptr,
                     u"There is no command \"%1\"."_s.arg(word) + suggestion(word, nouns()));
    }
    if (words.isEmpty() || words.first().startsWith(u'-')) {
        // The noun alone lists, where there is a list.
        if (const Command *list = findCommand(noun, u"list"_s))
            return list;
        if (words.contains(u"--help"_s) || words.contains(u"-h"_s))
            return findCommand(noun, verbs.first());
        return wrong(nullptr, u"\"%1\" needs one of: %2."_s.arg(word, verbs.join(u", "_s)));
    }
    const QString verb = words.takeFirst();
    if (const Command *command = findCommand(noun, verb))
        return command;
    return wrong(nullptr,
                 u"\"%1\" cannot \"%2\"; it can: %3."_s.arg(word, verb, verbs.join(u", "_s)) +
                     suggestion(verb, verbs));
}

const Option *findOption(const QList<Option> &options, const QString &word)
{
    for (const Option &option : options) {
        if (word == u"--"_s + option.name ||
            (!option.shortName.isEmpty() && word == u'-' + option.shortName))
            return &option;
    }
    return nullptr;
}

base::Failure unknownOption(const Command &command, const QList<Option> &options,
                            const QString &word)
{
    QStringList known;
    for (const Option &option : options)
        known.append(u"--"_s + option.name);
    const QString place = command.noun.isEmpty() ? u"omniroute"_s : command.words();
    return wrong(&command,
                 u"\"%1\" has no option %2."_s.arg(place, word) + suggestion(word, known));
}

/// One option at the front of the words, with its value.
Result<void> takeOption(QStringList &words, const QList<Option> &options, Invocation &invocation)
{
    QString word = words.takeFirst();
    QString value;
    const qsizetype equals = word.startsWith("--"_L1) ? word.indexOf(u'=') : -1;
    if (equals > 0) {
        value = word.mid(equals + 1);
        word.truncate(equals);
    }
    const Option *option = findOption(options, word);
    if (!option)
        return unknownOption(invocation.command(), options, word);
    invocation.addSwitch(option->name);
    if (equals > 0) {
        invocation.add(option->name, value);
    } else if (option->kind != ValueKind::Switch) {
        if (words.isEmpty())
            return wrong(&invocation.command(),
                         u"--%1 needs a value: --%1 %2."_s.arg(option->name, option->value));
        invocation.add(option->name, words.takeFirst());
    }
    return {};
}

Result<void> placeArguments(const QStringList &given, Invocation &invocation)
{
    const Command &command = invocation.command();
    qsizetype next = 0;
    for (const Argument &argument : command.arguments) {
        while (next < given.size()) {
            invocation.add(argument.name, given.at(next++));
            if (!argument.repeats)
                break;
        }
    }
    if (next == given.size())
        return {};
    const QString extra = given.at(next);
    // `omniroute minimized`, `omniroute serve port 0`: an option without its dashes?
    QStringList known;
    for (const Option &option : command.allOptions())
        known.append(option.name);
    QString text = u"\"%1\" does not know what to do with \"%2\"."_s.arg(
        command.noun.isEmpty() ? u"omniroute"_s : command.words(), extra);
    if (known.contains(extra))
        text += u" Did you mean \"--%1\"?"_s.arg(extra);
    return wrong(&command, text);
}

} // namespace

Result<Invocation> parseCommandLine(const QStringList &words)
{
    QStringList rest = words;
    const auto command = takeCommand(rest);
    if (!command)
        return base::fail(command.error());
    Invocation invocation(**command);
    const QList<Option> options = (*command)->allOptions();
    QStringList arguments;
    bool onlyArguments = false;
    while (!rest.isEmpty()) {
        if (!onlyArguments && rest.first() == "--"_L1) {
            onlyArguments = true;
            rest.removeFirst();
        } else if (!onlyArguments && rest.first().size() > 1 && rest.first().startsWith(u'-')) {
            if (auto taken = takeOption(rest, options, invocation); !taken)
                return base::fail(taken.error());
        } else {
            arguments.append(rest.takeFirst());
        }
    }
    if (auto placed = placeArguments(arguments, invocation); !placed)
        return base::fail(placed.error());
    if (invocation.has(u"help"_s))
        return invocation;
    if (auto good = invocation.check(); !good)
        return wrong(*command, good.error().detail);
    return invocation;
}

} // namespace omni::control

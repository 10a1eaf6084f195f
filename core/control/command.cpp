// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/command.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

QString Command::words() const
{
    return verb.isEmpty() ? noun : noun + u' ' + verb;
}

QString Command::usage() const
{
    QString line = u"omniroute"_s;
    if (!noun.isEmpty())
        line += u' ' + words();
    for (const Argument &argument : arguments) {
        QString word =
            argument.choices.isEmpty() ? argument.name.toUpper() : argument.choices.join(u'|');
        if (argument.repeats)
            word += u"…"_s;
        line += argument.isOptional ? u" ["_s + word + u']' : u' ' + word;
    }
    return line + u" [OPTIONS]"_s;
}

QList<Option> Command::allOptions() const
{
    QList<Option> all = options;
    if (!schema.isEmpty())
        all.append(table::flag(u"json"_s, u"Print one JSON object with a `schema` member"_s));
    if (place != Place::Start) {
        const bool hasFolder = std::any_of(all.begin(), all.end(), [](const Option &option) {
            return option.name == "data-dir"_L1;
        });
        if (!hasFolder && place == Place::Instance) {
            Option folder = table::text(u"data-dir"_s, u"DIR"_s,
                                        u"Data folder of the instance that is meant"_s);
            folder.kind = ValueKind::Folder;
            all.append(folder);
        }
        if (!schema.isEmpty())
            all.append(table::flag(u"no-color"_s, u"No colours (also: NO_COLOR)"_s));
    }
    all.append(table::flag(u"help"_s, u"Explain this command"_s, u"h"_s));
    return all;
}

const Option *Command::option(const QString &name) const
{
    for (const Option &mine : options) {
        if (mine.name == name)
            return &mine;
    }
    return nullptr;
}

namespace table {

Option flag(const QString &name, const QString &help, const QString &shortName)
{
    return Option{.name = name, .help = help, .shortName = shortName};
}

Option text(const QString &name, const QString &value, const QString &help)
{
    return Option{.name = name, .help = help, .kind = ValueKind::Text, .value = value};
}

Option number(const QString &name, const QString &value, qint64 min, qint64 max,
              const QString &help)
{
    return Option{.name = name,
                  .help = help,
                  .kind = ValueKind::Number,
                  .value = value,
                  .min = min,
                  .max = max};
}

Option choice(const QString &name, const QString &value, const QStringList &choices,
              const QString &help)
{
    return Option{
        .name = name, .help = help, .kind = ValueKind::Choice, .value = value, .choices = choices};
}

Option repeated(Option option)
{
    option.repeats = true;
    return option;
}

} // namespace table

const QList<Command> &commands()
{
    static const QList<Command> all = table::startCommands() + table::accountCommands() +
                                      table::routingCommands() + table::keyCommands() +
                                      table::observeCommands() + table::localCommands();
    return all;
}

const Command *findCommand(const QString &noun, const QString &verb)
{
    for (const Command &command : commands()) {
        if (command.noun == noun && command.verb == verb)
            return &command;
    }
    return nullptr;
}

QStringList nouns()
{
    QStringList list;
    for (const Command &command : commands()) {
        if (!command.isHidden && !command.noun.isEmpty() && !list.contains(command.noun))
            list.append(command.noun);
    }
    return list;
}

QStringList verbsOf(const QString &noun)
{
    QStringList list;
    for (const Command &command : commands()) {
        if (!command.isHidden && command.noun == noun && !command.verb.isEmpty())
            list.append(command.verb);
    }
    return list;
}

QString aboutNoun(const QString &noun)
{
    static const QList<std::pair<QString, QString>> about{
        {u"provider"_s, u"What can be connected"_s},
        {u"account"_s, u"Your keys at providers"_s},
        {u"model"_s, u"Model names a client can ask for"_s},
        {u"combo"_s, u"Models that stand in for each other"_s},
        {u"key"_s, u"Keys that clients use with this gateway"_s},
        {u"setting"_s, u"Settings of the running instance"_s},
        {u"translate"_s, u"Convert between vendors' formats, standard input to standard output"_s},
    };
    for (const auto &[name, sentence] : about) {
        if (name == noun)
            return sentence;
    }
    return {};
}

QString canonicalNoun(const QString &word)
{
    static const QStringList plurals{u"provider"_s, u"account"_s, u"model"_s,  u"combo"_s,
                                     u"key"_s,      u"log"_s,     u"setting"_s};
    if (word == "log"_L1)
        return u"logs"_s;
    if (word == "config"_L1)
        return u"setting"_s;
    for (const QString &noun : plurals) {
        if (noun != "log"_L1 && word == noun + u's')
            return noun;
    }
    return word;
}

} // namespace omni::control

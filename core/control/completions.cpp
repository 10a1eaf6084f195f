// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/documents.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

namespace {

QStringList optionWords(const Command &command)
{
    QStringList words;
    for (const Option &option : command.allOptions()) {
        words.append(u"--"_s + option.name);
        if (!option.shortName.isEmpty())
            words.append(u'-' + option.shortName);
    }
    return words;
}

QList<const Command *> shownCommands()
{
    QList<const Command *> list;
    for (const Command &command : commands()) {
        if (!command.isHidden)
            list.append(&command);
    }
    return list;
}

/// What the first argument can be, where that is known.
QStringList argumentChoices(const Command &command)
{
    return command.arguments.isEmpty() ? QStringList() : command.arguments.first().choices;
}

QString bashValueCases(const Command &command)
{
    QString cases;
    for (const Option &option : command.allOptions()) {
        const QString key = u"        '%1|--%2')"_s.arg(command.words(), option.name);
        if (option.kind == ValueKind::Choice)
            cases += key + u" COMPREPLY=($(compgen -W '%1' -- \"$cur\")); return ;;\n"_s.arg(
                               option.choices.join(u' '));
        else if (option.kind == ValueKind::File)
            cases += key + u" COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n"_s;
        else if (option.kind == ValueKind::Folder)
            cases += key + u" COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n"_s;
        else if (option.kind != ValueKind::Switch)
            cases += key + u" return ;;\n"_s;
    }
    return cases;
}

QString bash()
{
    QString verbs;
    for (const QString &noun : nouns()) {
        if (!verbsOf(noun).isEmpty())
            verbs += u"        %1) verbs='%2' ;;\n"_s.arg(noun, verbsOf(noun).join(u' '));
    }
    QString values;
    QString words;
    for (const Command *command : shownCommands()) {
        values += bashValueCases(*command);
        words += u"        '%1') words='%2' ;;\n"_s.arg(
            command->words(), (argumentChoices(*command) + optionWords(*command)).join(u' '));
    }
    return u"# bash completion for omniroute; printed by `omniroute completion bash`\n"
           "_omniroute()\n{\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local noun='' verbs='' command='' words=''\n"
           "    COMPREPLY=()\n"
           "    [[ $COMP_CWORD -gt 1 && ${COMP_WORDS[1]} != -* ]] && noun=${COMP_WORDS[1]}\n"
           "    case $noun in\n"_s +
           verbs +
           u"    esac\n"
           "    command=$noun\n"
           "    if [[ -n $verbs ]]; then\n"
           "        if [[ $COMP_CWORD -eq 2 ]]; then\n"
           "            COMPREPLY=($(compgen -W \"$verbs\" -- \"$cur\"))\n"
           "            return\n"
           "        fi\n"
           "        command=\"$noun ${COMP_WORDS[2]}\"\n"
           "    fi\n"
           "    case \"$command|$prev\" in\n"_s +
           values + u"    esac\n    case $command in\n"_s + words +
           u"    esac\n"
           "    [[ $COMP_CWORD -eq 1 ]] && words+=' %1'\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
           "}\ncomplete -F _omniroute omniroute\n"_s.arg(nouns().join(u' '));
}

/// For text between single quotes.
QString quoted(QString text)
{
    return text.replace(u'\'', u"'\\''"_s);
}

/// For an explanation inside zsh's `[…]`.
QString bracketed(QString text)
{
    text.replace(u'\\', u"\\\\"_s);
    text.replace(u'[', u"\\["_s);
    text.replace(u']', u"\\]"_s);
    text.replace(u':', u"\\:"_s);
    return quoted(text);
}

QString zshAction(const Option &option)
{
    switch (option.kind) {
    case ValueKind::Switch:
        return {};
    case ValueKind::Choice:
        return u":%1:(%2)"_s.arg(option.value, option.choices.join(u' '));
    case ValueKind::File:
        return u":%1:_files"_s.arg(option.value);
    case ValueKind::Folder:
        return u":%1:_files -/"_s.arg(option.value);
    case ValueKind::Text:
    case ValueKind::Number:
        break;
    }
    return u":%1: "_s.arg(bracketed(option.value));
}

QString zshArguments(const Command &command)
{
    QString out = u"_arguments -s"_s;
    for (const Option &option : command.allOptions()) {
        const QString star = option.repeats ? u"*"_s : QString();
        out += u" \\\n                '%1--%2[%3]%4'"_s.arg(
            star, option.name, bracketed(option.help), zshAction(option));
        if (!option.shortName.isEmpty())
            out +=
                u" \\\n                '-%1[%2]'"_s.arg(option.shortName, bracketed(option.help));
    }
    for (const Argument &argument : command.arguments) {
        const QString action =
            argument.choices.isEmpty() ? u" "_s : u"(%1)"_s.arg(argument.choices.join(u' '));
        out += u" \\\n                '%1:%2:%3'"_s.arg(argument.repeats ? u"*"_s : QString(),
                                                        argument.name, action);
    }
    return out + u" ;;\n"_s;
}

QString zsh()
{
    QString nounList;
    QString verbCases;
    QString commandCases;
    for (const QString &noun : nouns()) {
        const QStringList verbs = verbsOf(noun);
        const QString about =
            verbs.isEmpty() ? findCommand(noun, QString())->summary : aboutNoun(noun);
        nounList += u"        '%1:%2'\n"_s.arg(noun, bracketed(about));
        if (verbs.isEmpty())
            continue;
        verbCases += u"            %1) verbs=("_s.arg(noun);
        for (const QString &verb : verbs)
            verbCases += u" '%1:%2'"_s.arg(verb, bracketed(findCommand(noun, verb)->summary));
        verbCases += u" ) ;;\n"_s;
    }
    for (const Command *command : shownCommands()) {
        if (!command->noun.isEmpty())
            commandCases += u"            '%1')\n            %2"_s.arg(command->words(),
                                                                       zshArguments(*command));
    }
    return u"#compdef omniroute\n"
           "# zsh completion for omniroute; printed by `omniroute completion zsh`\n"
           "_omniroute() {\n    local -a nouns verbs\n    local command\n    nouns=(\n"_s +
           nounList +
           u"    )\n    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
           "        _describe command nouns\n        return\n    fi\n"
           "    case $words[2] in\n"_s +
           verbCases +
           u"    esac\n    command=$words[2]\n"
           "    if [[ $command == -* ]]; then\n        "_s +
           zshArguments(*findCommand(QString(), QString())).chopped(4) +
           u"\n        return\n    fi\n"
           "    if (( $#verbs )); then\n"
           "        if (( CURRENT == 3 )); then\n"
           "            _describe verb verbs\n            return\n        fi\n"
           "        command=\"$words[2] $words[3]\"\n        shift words\n"
           "        (( CURRENT-- ))\n    fi\n"
           "    shift words\n    (( CURRENT-- ))\n    case $command in\n"_s +
           commandCases + u"    esac\n}\n_omniroute \"$@\"\n"_s;
}

QString fishLine(const QString &condition, const QString &rest)
{
    return u"complete -c omniroute -n '%1' %2\n"_s.arg(condition, rest);
}

QString fishOptions(const Command &command, const QString &condition)
{
    QString out;
    for (const Option &option : command.allOptions()) {
        QString rest = u"-l "_s + option.name;
        if (!option.shortName.isEmpty())
            rest += u" -s "_s + option.shortName;
        if (option.kind == ValueKind::Choice)
            rest += u" -x -a '%1'"_s.arg(option.choices.join(u' '));
        else if (option.kind == ValueKind::File || option.kind == ValueKind::Folder)
            rest += u" -r -F"_s;
        else if (option.kind != ValueKind::Switch)
            rest += u" -x"_s;
        out += fishLine(condition, rest + u" -d '%1'"_s.arg(quoted(option.help)));
    }
    const QStringList choices = argumentChoices(command);
    if (!choices.isEmpty())
        out += fishLine(condition, u"-a '%1'"_s.arg(choices.join(u' ')));
    return out;
}

QString fish()
{
    QString out = u"# fish completion for omniroute; printed by `omniroute completion fish`\n"
                  "complete -c omniroute -f\n"_s;
    const QString bare = u"not __fish_seen_subcommand_from "_s + nouns().join(u' ');
    for (const QString &noun : nouns()) {
        const QStringList verbs = verbsOf(noun);
        const QString about =
            verbs.isEmpty() ? findCommand(noun, QString())->summary : aboutNoun(noun);
        out += fishLine(bare, u"-a %1 -d '%2'"_s.arg(noun, quoted(about)));
        const QString inNoun = u"__fish_seen_subcommand_from %1; and not "
                               "__fish_seen_subcommand_from %2"_s.arg(noun, verbs.join(u' '));
        for (const QString &verb : verbs)
            out += fishLine(inNoun,
                            u"-a %1 -d '%2'"_s.arg(verb, quoted(findCommand(noun, verb)->summary)));
    }
    for (const Command *command : shownCommands()) {
        QString condition = bare;
        if (!command->noun.isEmpty())
            condition = u"__fish_seen_subcommand_from "_s + command->noun;
        if (!command->verb.isEmpty())
            condition += u"; and __fish_seen_subcommand_from "_s + command->verb;
        out += fishOptions(*command, condition);
    }
    return out;
}

} // namespace

QString completions(const QString &shell)
{
    if (shell == "bash"_L1)
        return bash();
    if (shell == "zsh"_L1)
        return zsh();
    if (shell == "fish"_L1)
        return fish();
    return {};
}

} // namespace omni::control

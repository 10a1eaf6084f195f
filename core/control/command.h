// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace omni::control {

/// What may follow an option or stand as an argument.
enum class ValueKind
{
    Switch, ///< an option that is there or not
    Text,
    Number,
    Choice,
    File,
    Folder
};

struct Option
{
    QString name; ///< without dashes
    QString help;
    ValueKind kind = ValueKind::Switch;
    QString value; ///< how help calls the value; empty for a switch
    bool repeats = false;
    QStringList choices; ///< Choice only
    qint64 min = 0;      ///< Number only
    qint64 max = 0;
    QString shortName; ///< one letter, or empty
};

struct Argument
{
    QString name; ///< lower case; help shows it in capitals
    QString help;
    bool isOptional = false;
    bool repeats = false; ///< the last argument only
    QStringList choices;
};

/// One thing the program can be asked to do. The table of these is the only list of commands:
/// parser, help, manual page, completions and the local socket are made from it.
struct Command
{
    enum class Place
    {
        Start,    ///< becomes the running program
        Instance, ///< done by the running instance, over the local socket
        Local     ///< done by the process that was called
    };

    QString noun; ///< empty: the program called without a command
    QString verb; ///< empty: the noun alone is the command
    QString summary;
    Place place = Place::Instance;
    QList<Argument> arguments;
    QList<Option> options;
    /// Of the `--json` answer; empty = has none.
    QString schema;
    QStringList examples;  ///< without the program's name
    bool isHidden = false; ///< talks between our own processes; in no help

    /// `account add`, `status`.
    [[nodiscard]] QString words() const;
    /// `omniroute account add PROVIDER [OPTIONS]`.
    [[nodiscard]] QString usage() const;
    /// An own option or one that every command has; null when there is none.
    [[nodiscard]] const Option *option(const QString &name) const;
    /// Own options, then those that every command of its kind has.
    [[nodiscard]] QList<Option> allOptions() const;
};

/// Every command, in the order in which help lists them.
[[nodiscard]] const QList<Command> &commands();
/// Null when there is none.
[[nodiscard]] const Command *findCommand(const QString &noun, const QString &verb);
/// The nouns that are shown, each once, in order.
[[nodiscard]] QStringList nouns();
[[nodiscard]] QStringList verbsOf(const QString &noun);
/// One sentence on what the noun is about; for nouns with verbs.
[[nodiscard]] QString aboutNoun(const QString &noun);
/// Other words for a noun: plurals, and what the original program called it.
[[nodiscard]] QString canonicalNoun(const QString &word);

/// What a row of the table is made of; the rows stand in commandtable.cpp and table/.
namespace table {
[[nodiscard]] Option flag(const QString &name, const QString &help, const QString &shortName = {});
[[nodiscard]] Option text(const QString &name, const QString &value, const QString &help);
[[nodiscard]] Option number(const QString &name, const QString &value, qint64 min, qint64 max,
                            const QString &help);
[[nodiscard]] Option choice(const QString &name, const QString &value, const QStringList &choices,
                            const QString &help);
[[nodiscard]] Option repeated(Option option);

[[nodiscard]] QList<Command> startCommands();
[[nodiscard]] QList<Command> accountCommands();
[[nodiscard]] QList<Command> routingCommands();
[[nodiscard]] QList<Command> keyCommands();
[[nodiscard]] QList<Command> observeCommands();
[[nodiscard]] QList<Command> localCommands();
} // namespace table

} // namespace omni::control

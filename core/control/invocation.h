// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/control/command.h"

#include <QHash>

namespace omni::control {

/// A command with its values, checked against the table.
class Invocation
{
public:
    Invocation() = default;
    explicit Invocation(const Command &command)
        : m_command(&command)
    {}

    [[nodiscard]] const Command &command() const { return *m_command; }
    [[nodiscard]] bool isValid() const { return m_command != nullptr; }

    /// True for a switch or an option that was given, or an argument.
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    /// The last value; empty when it was not given.
    [[nodiscard]] QString text(const QString &name) const;
    [[nodiscard]] QStringList list(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] std::optional<qint64> number(const QString &name) const;

    void add(const QString &name, const QString &value) { m_values[name].append(value); }
    void addSwitch(const QString &name) { m_values[name]; }

    /// What the table demands: known names, choices, number ranges, nothing missing. The error is
    /// InvalidRequest and ends with a suggestion where one is near.
    [[nodiscard]] base::Result<void> check() const;

    /// For the local socket. Switches of the client alone (`json`, `no-color`, `data-dir`) stay.
    [[nodiscard]] base::Json toJson() const;
    /// Also checks.
    [[nodiscard]] static base::Result<Invocation> fromJson(const base::Json &json);

    bool operator==(const Invocation &) const = default;

private:
    const Command *m_command = nullptr;
    QHash<QString, QStringList> m_values;
};

/// Reads the words after the program's name. An error is InvalidRequest and says what is wrong,
/// what was probably meant, and which help to read: exit code 2.
///
/// `--help` anywhere stops checking, so that help comes for an incomplete command too.
[[nodiscard]] base::Result<Invocation> parseCommandLine(const QStringList &words);

/// True when these words start the program with its windows (no command among them).
[[nodiscard]] bool isStartWithWindows(const Invocation &invocation);

/// `Did you mean "x"?` with a blank in front, or nothing.
[[nodiscard]] QString suggestion(const QString &word, const QStringList &known);

} // namespace omni::control

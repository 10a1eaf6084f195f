// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace omni::control {

/// Where a command reads and writes: data on the standard output, messages on standard error.
class Console
{
public:
    virtual ~Console() = default;
    /// False when nobody reads any more.
    virtual bool print(const QString &text) = 0;
    virtual bool printBytes(const QByteArray &bytes) = 0;
    /// One message; the line break is added.
    virtual void say(const QString &message) = 0;
    /// Standard input to its end; absent when it is longer than `limit` bytes.
    [[nodiscard]] virtual std::optional<QByteArray> readInput(qsizetype limit) = 0;
    [[nodiscard]] virtual bool hasTerminal() const = 0;
    [[nodiscard]] virtual bool printsToTerminal() const = 0;
    /// Without showing what is typed; absent when it was broken off.
    [[nodiscard]] virtual std::optional<QByteArray> askSecret(const QString &question) = 0;
    /// Only where there is a terminal.
    [[nodiscard]] virtual bool askYes(const QString &question) = 0;
};

/// The process's own streams.
[[nodiscard]] std::unique_ptr<Console> makeConsole();

} // namespace omni::control

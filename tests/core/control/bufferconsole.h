// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/console.h"

namespace omni::test {

/// A console in memory.
class BufferConsole final : public control::Console
{
public:
    bool print(const QString &text) override { return printBytes(text.toUtf8()); }
    bool printBytes(const QByteArray &bytes) override
    {
        out += bytes;
        return !isBroken;
    }
    void say(const QString &message) override { err += message + QLatin1Char('\n'); }
    std::optional<QByteArray> readInput(qsizetype limit) override
    {
        if (input.size() > limit)
            return std::nullopt;
        return input;
    }
    bool hasTerminal() const override { return isTerminal; }
    bool printsToTerminal() const override { return isTerminal; }
    std::optional<QByteArray> askSecret(const QString &question) override
    {
        asked.append(question);
        return typed;
    }
    bool askYes(const QString &question) override
    {
        asked.append(question);
        return saysYes;
    }

    QByteArray input;
    QByteArray out;
    QString err;
    QStringList asked;
    std::optional<QByteArray> typed;
    bool isTerminal = false;
    bool saysYes = false;
    bool isBroken = false; ///< nobody reads the output
};

} // namespace omni::test

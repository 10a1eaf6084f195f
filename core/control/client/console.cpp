// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/console.h"

#include "core/control/platform.h"

#include <QFile>

#include <cstdio>

namespace omni::control {

namespace {

class StandardConsole final : public Console
{
public:
    bool print(const QString &text) override { return printBytes(text.toLocal8Bit()); }

    bool printBytes(const QByteArray &bytes) override
    {
        const size_t size = size_t(bytes.size());
        return std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    }

    void say(const QString &message) override
    {
        const QByteArray text = message.toLocal8Bit() + '\n';
        (void)std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    }

    std::optional<QByteArray> readInput(qsizetype limit) override
    {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return QByteArray();
        QByteArray text;
        while (text.size() <= limit) {
            const QByteArray piece = input.read(limit + 1 - text.size());
            if (piece.isEmpty())
                return text;
            text += piece;
        }
        return std::nullopt;
    }

    bool hasTerminal() const override { return isTerminal(0) && isTerminal(2); }
    bool printsToTerminal() const override { return isTerminal(1); }

    std::optional<QByteArray> askSecret(const QString &question) override
    {
        return control::askSecret(question);
    }

    bool askYes(const QString &question) override
    {
        (void)std::fprintf(stderr, "%s [y/N] ", question.toLocal8Bit().constData());
        char answer[16] = {};
        return std::fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
    }
};

} // namespace

std::unique_ptr<Console> makeConsole()
{
    return std::make_unique<StandardConsole>();
}

} // namespace omni::control

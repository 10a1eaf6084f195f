// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/protocol.h"

#include <chrono>
#include <functional>

namespace omni::control {

/// Asks the running instance one thing and waits for the answer. Blocks: for the command line only.
struct Question
{
    Request request;
    QString socket; ///< path
    /// Between two pieces of the answer; a stream that follows waits for ever.
    std::chrono::milliseconds patience{30'000};
    /// Return false to stop: nobody wants more.
    std::function<bool(const Reply &)> onReply;
};

/// Absent when the instance answered to the end (or the reader had enough). NotRunning when none
/// listens, Timeout when it does not answer.
[[nodiscard]] std::optional<Problem> ask(const Question &question);

/// True when an instance listens there.
[[nodiscard]] bool isListening(const QString &socket);

} // namespace omni::control

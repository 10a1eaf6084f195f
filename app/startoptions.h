// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/console.h"
#include "core/control/exitcode.h"
#include "core/control/invocation.h"
#include "core/engine/config.h"

namespace omni::app {

/// Why the program cannot start: what happened, why, what to do.
struct StartProblem
{
    control::ExitCode exit = control::ExitCode::Failed;
    QString message;
};

template<typename T>
using OrProblem = tl::expected<T, StartProblem>;

/// Options, then environment; what neither gives is left to the settings. Reads the passphrase from
/// its file, the environment (and removes it there) or the terminal.
[[nodiscard]] OrProblem<engine::Config> readStartOptions(const control::Invocation &invocation,
                                                         control::Console &console);

/// The port to look at when nothing runs: option, environment, default.
[[nodiscard]] quint16 wantedPort(const control::Invocation &invocation);

} // namespace omni::app

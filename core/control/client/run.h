// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/console.h"
#include "core/control/finding.h"
#include "core/control/invocation.h"

#include <functional>

namespace omni::control {

/// What the command line needs from outside this room.
struct Surroundings
{
    QString version;
    QString buildDate; ///< as 2026-01-31; stands in the manual page
    /// What the program alone can look at (port, keychain, database file), while no instance runs.
    std::function<QList<Finding>(const Invocation &, const QString &dataFolder)> examine;
};

/// Does every command that does not start the program. Blocks; the result is the exit code.
[[nodiscard]] int runCommand(const Invocation &invocation, Console &console,
                             const Surroundings &surroundings);

/// For `omniroute` started twice: shows the window of the one that runs.
[[nodiscard]] int raiseRunning(const QString &dataFolder, Console &console);

/// `--help`, `--version`, `--man`: prints and returns true when one of them was asked for.
[[nodiscard]] bool printDocument(const Invocation &invocation, Console &console,
                                 const Surroundings &surroundings);

} // namespace omni::control

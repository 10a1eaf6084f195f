// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/command.h"

namespace omni::control {

/// What `omniroute --help` prints.
[[nodiscard]] QString overviewHelp();
/// What `omniroute account --help` prints: the noun's commands, one a line.
[[nodiscard]] QString nounHelp(const QString &noun);
/// What `omniroute account add --help` prints.
[[nodiscard]] QString commandHelp(const Command &command);

/// omniroute(1) in troff's man macros. `date` as 2026-01-31.
[[nodiscard]] QString manPage(const QString &version, const QString &date);

/// Completions for `bash`, `zsh` or `fish`; empty for any other shell.
[[nodiscard]] QString completions(const QString &shell);

/// The exit codes with their meaning, as help and manual page list them.
[[nodiscard]] QList<std::pair<int, QString>> exitCodes();

} // namespace omni::control

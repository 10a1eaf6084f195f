// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"

namespace omni::control {

/// What the program's exit code says.
enum class ExitCode
{
    Done = 0,
    Failed = 1,
    Usage = 2,
    NotRunning = 3,
    NotFound = 4,
    NotPermitted = 5,
    Conflict = 6,
    CheckFailed = 7,
    Unsafe = 8,
    Timeout = 124,
    Interrupted = 130
};

/// For an error of a command, where nothing more exact is known.
[[nodiscard]] ExitCode exitCodeFor(base::ErrorCode code);

} // namespace omni::control

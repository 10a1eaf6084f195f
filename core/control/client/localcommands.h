// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/render.h"
#include "core/control/client/run.h"

/// Commands that need no running instance. The result is the exit code.
namespace omni::control {

[[nodiscard]] int translate(const Invocation &invocation, Console &console);
[[nodiscard]] int help(const Invocation &invocation, Console &console);
/// Asks the running instance too, where there is one.
[[nodiscard]] int doctor(const Invocation &invocation, Console &console,
                         const Surroundings &surroundings, const Style &style);

} // namespace omni::control

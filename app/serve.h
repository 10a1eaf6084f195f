// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/console.h"
#include "core/control/invocation.h"

namespace omni::app {

/// The gateway without windows, until it is told to end. The result is the exit code.
[[nodiscard]] int serve(const control::Invocation &invocation, control::Console &console);

} // namespace omni::app

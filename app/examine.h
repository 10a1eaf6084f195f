// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/finding.h"
#include "core/control/invocation.h"

namespace omni::app {

/// What `doctor` can see of a data folder while nothing runs: folder, database file, port,
/// keychain. Changes nothing; waits a few seconds for a keychain that does not answer.
[[nodiscard]] QList<control::Finding> examine(const control::Invocation &invocation,
                                              const QString &dataFolder);

} // namespace omni::app

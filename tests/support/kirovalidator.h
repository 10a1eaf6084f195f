// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What Kiro is known to refuse: turns that do not alternate, empty content, results without their
/// calls, tools without description, unknown fields.
[[nodiscard]] QStringList kiroRequestFaults(const base::Json &body);

} // namespace omni::test

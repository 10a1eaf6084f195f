// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What Bedrock would refuse in a body of Converse: turns out of order, calls without results in
/// the next turn, blank text, undeclared tools, media of unknown formats, fields of no model.
[[nodiscard]] QStringList converseRequestFaults(const base::Json &body);

} // namespace omni::test

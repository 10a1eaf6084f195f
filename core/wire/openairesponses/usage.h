// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/usage.h"
#include "core/wire/jsonout.h"

namespace omni::wire::openairesponses {

[[nodiscard]] chat::Usage decodeUsage(const base::Json &json);
/// What `decodeUsage` did not take; null when nothing is left.
[[nodiscard]] base::Json usageLeftOver(const base::Json &json);

/// Both detail objects always stand there: typed clients demand them.
void writeUsage(JsonOut &out, const chat::Usage &usage, const base::Json &leftOver);

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/chat/format.h"

namespace omni::wire {

/// The HTTP status a client of this dialect gets for the error (reliability.md §2; translation.md
/// §5). A refused credential of an upstream is 503, never 401: clients would doubt their own key.
[[nodiscard]] int clientStatus(const base::Error &error, chat::Format dialect);

} // namespace omni::wire

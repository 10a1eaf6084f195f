// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/streamevent.h"

namespace omni::wire {

/// Canonical values as JSON, for people who look at a translation. Written, never read: what is not
/// set is left out.
[[nodiscard]] base::Json chatJson(const chat::ChatRequest &request);
[[nodiscard]] base::Json chatJson(const chat::ChatResponse &response);
[[nodiscard]] base::Json chatJson(const chat::StreamEvent &event);
[[nodiscard]] base::Json chatJson(const chat::Usage &usage);
[[nodiscard]] base::Json chatJson(const chat::Part &part);

} // namespace omni::wire

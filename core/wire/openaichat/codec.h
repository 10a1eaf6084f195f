// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openaichat {

/// OpenAI Chat Completions and what the many compatible upstreams make of it.
[[nodiscard]] const Codec &codec();

} // namespace omni::wire::openaichat

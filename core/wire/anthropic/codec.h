// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::anthropic {

/// Anthropic Messages, as a client's dialect and as an upstream's.
[[nodiscard]] const Codec &codec();

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openairesponses {

/// OpenAI Responses, as Codex and OpenAI's own clients speak it.
[[nodiscard]] const Codec &codec();

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openaicompletions {

/// OpenAI's legacy `/v1/completions`: a prompt in, `text_completion` objects out.
[[nodiscard]] const Codec &codec();

} // namespace omni::wire::openaicompletions

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::gemini {

/// `generateContent` and `streamGenerateContent`.
[[nodiscard]] const Codec &codec();

} // namespace omni::wire::gemini

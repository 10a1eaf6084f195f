// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::gemini {

/// Code Assist (`v1internal`) of Gemini CLI and Antigravity: this format in an envelope. Upstream
/// only. What account and attempt add to the body is `seal`'s.
[[nodiscard]] const Codec &codeAssistCodec();

} // namespace omni::wire::gemini

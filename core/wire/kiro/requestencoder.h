// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::kiro {

/// The body but for the account's profile (see `withProfile`). The conversation's id comes from how
/// the conversation begins, so that its turns share one.
[[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                         const Traits &traits);

} // namespace omni::wire::kiro

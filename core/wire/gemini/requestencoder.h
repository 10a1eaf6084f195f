// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::gemini {

/// The body of `generateContent`; the model and the wish for a stream go into the URL.
[[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                         const Traits &traits);

} // namespace omni::wire::gemini

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::bedrock {

/// A Converse body. It names no model and no wish for a stream: those stand in the URL.
[[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body);

/// Turns alternate and begin with the user's, results stand in the turn after their calls, tools
/// of the history are declared.
[[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                         const Traits &traits);

} // namespace omni::wire::bedrock

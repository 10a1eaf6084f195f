// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openairesponses {

[[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body);

} // namespace omni::wire::openairesponses

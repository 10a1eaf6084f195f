// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::bedrock {

/// Amazon Bedrock's Converse and ConverseStream, for upstreams. The model and the wish for a
/// stream stand in the URL: `/model/<id>/converse` or `/converse-stream`.
[[nodiscard]] const Codec &codec();

} // namespace omni::wire::bedrock

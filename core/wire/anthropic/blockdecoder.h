// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/fields.h"

namespace omni::wire::anthropic {

/// `cache_control` of a block, tool or request.
bool decodeCacheMark(FieldReader &in, const base::Json &value, const FieldPath &where,
                     std::optional<chat::CacheMark> &mark);

/// One content block as a part; a kind nobody else knows becomes an opaque part. False with the
/// reader's error when it is malformed.
bool decodeBlock(FieldReader &in, const base::Json &block, const FieldPath &where,
                 chat::Part &part);

/// A string or a list of blocks.
bool decodeContent(FieldReader &in, const base::Json &content, const FieldPath &where,
                   std::vector<chat::Part> &parts);

/// A server tool's block that grew in a stream: its collected deltas worked into the block itself.
[[nodiscard]] base::Json foldDeltas(const base::Json &block);

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/fields.h"

namespace omni::wire::openairesponses {

/// Reads `input`: a string, or items. What the model said in one go becomes one assistant message,
/// neighbouring results one tool message. Tools that an item declares are added to `out.tools`.
bool readInput(FieldReader &reader, const base::Json &input, const FieldPath &at,
               chat::ChatRequest &out);

} // namespace omni::wire::openairesponses

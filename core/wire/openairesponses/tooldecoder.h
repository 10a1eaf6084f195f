// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/fields.h"

namespace omni::wire::openairesponses {

/// Reads a list of tools. The tools of a namespace stand one by one, each with its name.
bool readTools(FieldReader &reader, const base::Json &list, const FieldPath &at,
               std::vector<chat::ToolSpec> &out);

/// `tool_choice` in all its forms. Null when the canonical choice says all of it, else the value
/// itself, to be kept.
[[nodiscard]] base::Json readToolChoice(FieldReader &reader, const base::Json &json,
                                        const FieldPath &at, chat::ToolChoice &out);

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/fields.h"
#include "core/wire/jsonout.h"

namespace omni::wire::ollama {

/// Takes `options` apart: what has a canonical field goes there, the rest (`num_ctx`, …) stays.
/// False with the reader's error when a value has the wrong type.
bool readOptions(FieldReader &reader, const base::Json &options, const FieldPath &at,
                 chat::ChatRequest &request, base::Json &rest);

/// The member `options`, or nothing when there is no option to write. `rest` is what
/// `readOptions` left, `extra` overrides.
void writeOptions(JsonOut &out, const chat::ChatRequest &request, const Traits &traits,
                  const base::Json &rest, const base::Json &extra);

} // namespace omni::wire::ollama

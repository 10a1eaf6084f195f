// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/fields.h"

namespace omni::wire::ollama {

/// Reads `messages`. Ollama pairs calls and results by order and name: ids are made from the
/// places of the calls, the same for the same history. False with the reader's error.
bool readMessages(FieldReader &reader, const base::Json &list, const FieldPath &at,
                  std::vector<chat::Message> &out);

/// Reads `images`: base64 as it is, or (not Ollama's own, but common) as a data URL.
bool readImages(FieldReader &reader, const base::Json &list, const FieldPath &at,
                std::vector<chat::Part> &out);

} // namespace omni::wire::ollama

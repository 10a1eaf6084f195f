// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"
#include "core/wire/jsonout.h"

namespace omni::wire::gemini {

/// One part of a content. False, with nothing written, for what has no form here.
bool writePart(JsonOut &out, const chat::Part &part);

/// Thinking as a thought; what another vendor bound to it travels in the signature.
void writeThought(JsonOut &out, QByteArrayView text, const QByteArray &signature);
[[nodiscard]] QByteArray signatureFor(const chat::ReasoningPart &reasoning);

} // namespace omni::wire::gemini

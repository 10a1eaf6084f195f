// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"

namespace omni::wire {

/// What another vendor bound to its reasoning (signature, encrypted content, id), packed into one
/// opaque text with the name of its origin, so that a client whose format has only one slot for it
/// brings it back and it is never taken for the slot owner's own.
[[nodiscard]] QByteArray packReasoning(const chat::ReasoningPart &part);

/// How a packed text begins as a JSON string, wherever a client brings one back.
inline constexpr char CarrierMark[] = "\"omr1.";
/// The same in base64, where a format's field is bytes.
inline constexpr char PackedCarrierMark[] = "b21yMS";

/// True when the text was packed by us; then the opaque fields and the origin of `part` are set
/// (and its text becomes its summary when it was one).
bool unpackReasoning(const QByteArray &packed, chat::ReasoningPart &part);

/// The text a person sees: the reasoning, or its summaries.
[[nodiscard]] QByteArray shownThinking(const chat::ReasoningPart &reasoning);

} // namespace omni::wire

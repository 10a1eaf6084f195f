// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/fields.h"

namespace omni::wire::gemini {

/// `contents` as canonical messages, appended to those that are there. Calls without an id get one
/// by their place in the conversation and results without one that of their call: the first open
/// one of that name. A turn that holds results and other parts becomes several messages that
/// remember being one. False with the reader's error when something is malformed.
bool decodeContents(FieldReader &in, const base::Json &contents, const FieldPath &where,
                    std::vector<chat::Message> &messages);

/// `systemInstruction` as one message.
bool decodeSystem(FieldReader &in, const base::Json &system, const FieldPath &where,
                  std::vector<chat::Message> &messages);

/// Marks a message that stood in one content with the message before it.
inline constexpr char JoinedMark[] = "omniroute_joined";

} // namespace omni::wire::gemini

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"
#include "core/wire/members.h"

namespace omni::wire::openairesponses {

inline constexpr auto Mine = chat::Format::OpenAiResponses;

/// Keys under which a part's own extension object keeps what belongs to more than the part itself.
/// The fields of the `message` item that begins with this part:
inline constexpr char ItemKey[] = "item";
/// An opaque part that stood inside a message's content, not among the items:
inline constexpr char ContentKey[] = "content_part";

/// On a system message: it came as `instructions`.
inline constexpr char InstructionsKey[] = "instructions";
/// On a tool: it was declared by an item of the input, not in `tools`.
inline constexpr char FromInputKey[] = "from_input";
/// On the first tool of a namespace: the fields of the namespace.
inline constexpr char NamespaceKey[] = "namespace";

} // namespace omni::wire::openairesponses

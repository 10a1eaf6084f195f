// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"
#include "core/wire/jsonout.h"

namespace omni::wire::anthropic {

void writeCacheMark(JsonOut &out, const chat::CacheMark &mark);

/// One part as a content block. False, with nothing written, for what has no block here (another
/// format's opaque parts; media that `legalMedia` did not pass are the caller's fault).
bool writeBlock(JsonOut &out, const chat::Part &part);
/// A list of blocks, or a plain string when one plain text is all there is.
void writeContent(JsonOut &out, const std::vector<chat::Part> &parts);

/// Thinking of Anthropic's own that is readable for nobody but its maker.
[[nodiscard]] bool isRedacted(const chat::ReasoningPart &reasoning);

/// Citations of Anthropic's own kinds only; null when there are none.
[[nodiscard]] base::Json ownCitations(const chat::TextPart &text);

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"
#include "core/wire/jsonout.h"

namespace omni::wire::openaichat {

/// One citation of another format as an `annotations` entry over the characters [begin, end) of the
/// message; null when it cites no web page.
[[nodiscard]] base::Json annotationOf(const base::Json &citation,
                                      std::optional<chat::Format> format, qsizetype begin,
                                      qsizetype end);

/// Characters (code points), which is how OpenAI counts.
[[nodiscard]] qsizetype charactersIn(QByteArrayView utf8);

/// Reasoning that its maker signed, as an entry of `reasoning_details`, so that a client that sends
/// it back keeps the signature; null when nothing is bound to it.
[[nodiscard]] base::Json reasoningDetailOf(const chat::ReasoningPart &part, int index);

} // namespace omni::wire::openaichat

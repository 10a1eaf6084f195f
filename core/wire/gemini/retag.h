// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/streamevent.h"

namespace omni::wire::gemini {

/// Code Assist writes this format's words, but its signatures are its own: it serves other vendors'
/// models too. In canonical values they carry its name.
void markAsCodeAssist(chat::ChatResponse &response);
void markAsCodeAssist(chat::StreamEvents &events);

/// Before writing for Code Assist: its own signatures become this format's, and those of the public
/// API are taken away.
void unmarkForCodeAssist(chat::ChatRequest &request);

} // namespace omni::wire::gemini

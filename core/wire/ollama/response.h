// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"
#include "core/wire/ollama/words.h"

namespace omni::wire::ollama {

/// A whole answer of either form.
[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);
[[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response, Form form,
                                        Losses *losses);

/// The fields of a finished answer that nobody else has: durations, `context`, odd reasons.
[[nodiscard]] base::Json ownFacts(const base::Json &answer);

/// `prompt_eval_count`, `eval_count`.
void writeUsage(JsonOut &out, const chat::Usage &usage);
/// One entry of `tool_calls`.
void writeToolCall(JsonOut &out, const chat::ToolCallPart &call);

} // namespace omni::wire::ollama

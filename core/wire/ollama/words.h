// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/response.h"

namespace omni::wire::ollama {

inline constexpr auto Mine = chat::Format::Ollama;

/// The two shapes of one dialect.
enum class Form
{
    Chat,    ///< `/api/chat`: `messages` in, `message` out
    Generate ///< `/api/generate`: `prompt` in, `response` out
};

/// `done_reason`; empty for an end of which no reason is known.
[[nodiscard]] QByteArray doneReason(chat::FinishReason reason);
/// Calls decide: Ollama says `stop` with them too.
[[nodiscard]] chat::FinishReason finishOf(const QByteArray &doneReason, bool hasCalls);

/// `created_at` as it was written, or the seconds in that form.
[[nodiscard]] QByteArray createdAt(const chat::Extensions &extensions,
                                   std::optional<qint64> seconds);
/// Nothing when the text is no time.
[[nodiscard]] std::optional<qint64> secondsOf(const QByteArray &createdAt);

/// `prompt_eval_count` and `eval_count`; the former is absent when the prompt came from a cache.
[[nodiscard]] chat::Usage usageOf(const base::Json &answer);

/// One entry of an answer's `tool_calls`. An id is made from `seed` and `position` where none was
/// given.
[[nodiscard]] chat::ToolCallPart toolCallOf(const base::Json &call, const QByteArray &seed,
                                            int position);

} // namespace omni::wire::ollama

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openaicompletions {

[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);
/// A `text_completion` object. Thinking and tool calls have no place in it.
[[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response, Losses *losses);

[[nodiscard]] chat::FinishReason finishOf(const QByteArray &reason);
[[nodiscard]] QByteArray finishName(chat::FinishReason reason);

/// `cmpl-…`: other formats' prefixes are exchanged, other ids stay as they are.
[[nodiscard]] QByteArray answerId(const QByteArray &upstreamId, const QByteArray &fallback);

} // namespace omni::wire::openaicompletions

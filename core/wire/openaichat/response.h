// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openaichat {

/// `finish_reason` in all spellings; Unknown for `""`, null and words nobody knows.
[[nodiscard]] chat::FinishReason finishOf(const base::Json &reason);
[[nodiscard]] QByteArray finishName(chat::FinishReason reason);

/// The real end: calls mean `tool_calls` whatever word the upstream chose.
[[nodiscard]] chat::FinishReason finishWithCalls(chat::FinishReason reason, bool hasCalls);

/// Lenient: what is missing is empty. Fails for an error body and for an answer without choices.
[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);
[[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response, Losses *losses);

/// An id as a Chat client knows it (`chatcmpl-…`) for one of another vendor.
[[nodiscard]] QByteArray answerId(const QByteArray &upstreamId, const QByteArray &fallback);

} // namespace omni::wire::openaichat

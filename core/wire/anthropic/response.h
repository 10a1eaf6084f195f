// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::anthropic {

/// A whole message. An error body, and JSON that is no message at all, are Errors.
[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);
[[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response, Losses *losses);

/// The part as this format can say it in an answer: pictures become notes. Null when nothing can.
[[nodiscard]] std::optional<chat::Part> sayable(const chat::Part &part);

/// A call of the tool that stands in for structured output is the answer's text.
[[nodiscard]] bool isJsonOutput(const chat::Part &part);

/// An id in this vendor's form when the upstream gave none.
[[nodiscard]] QByteArray messageId(const QByteArray &id, const QByteArray &fallback);

} // namespace omni::wire::anthropic

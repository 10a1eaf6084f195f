// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::gemini {

/// One answer, or the list of chunks that a stream without `alt=sse` is.
[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);

[[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response, Losses *losses);

/// The whole answer that can be read out of a body without a candidate: the prompt was refused.
[[nodiscard]] bool isRefusedPrompt(const base::Json &body);

/// `createTime` in seconds since 1970.
[[nodiscard]] std::optional<qint64> createdSecondsOf(const base::Json &body);

/// The candidate without what every codec knows of it.
[[nodiscard]] base::Json candidateRest(const base::Json &candidate);

} // namespace omni::wire::gemini

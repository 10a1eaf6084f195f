// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

/// The codec of a format, or null while none is built. One row a format in formats.cpp.
[[nodiscard]] const Codec *codecFor(chat::Format format);

/// Same format on both sides: the client's body with only what routing owns changed: `model`, and
/// for OpenAI Chat streams `stream_options.include_usage`. All other bytes stay.
[[nodiscard]] base::Result<QByteArray> patchRequest(chat::Format format, QByteArrayView body,
                                                    const QByteArray &upstreamModel,
                                                    const Traits &traits);

/// Same format on both sides: the answer (or one stream event's `data`) with the model's name
/// changed to the one the client asked for. Returns the input when there is nothing to change.
[[nodiscard]] QByteArray patchModelInAnswer(chat::Format format, const QByteArray &json,
                                            const QByteArray &clientModel);

/// Roughly 4 characters a token over all text of the request, for routing and for `count_tokens`
/// where the upstream has no counter. Always called an estimate.
[[nodiscard]] chat::TokenCount estimateTokens(const chat::ChatRequest &request);

} // namespace omni::wire

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/jsonscan.h"
#include "core/base/result.h"
#include "core/chat/format.h"
#include "core/chat/traits.h"

namespace omni::wire {

/// What a request's URL says, where its format puts that there (Gemini).
struct UrlWish
{
    QByteArray model; ///< empty: stands in the body
    std::optional<bool> stream;
};

/// What routing must know of a request, read from its bytes without decoding it.
struct RequestFacts
{
    QByteArray model;
    bool stream = false;
    bool includeUsage = false; ///< OpenAI `stream_options.include_usage`
    bool hasTools = false;
    bool hasImages = false;
    qint64 inputTokens = 0; ///< an estimate: four bytes a token
    QList<base::JsonSpan> spans;
};

/// InvalidRequest with the field when the body is no JSON object, `model` is missing or no string,
/// `stream` is no boolean, or a key stands twice.
[[nodiscard]] base::Result<RequestFacts> readFacts(chat::Format format, QByteArrayView body,
                                                   const UrlWish &url = {});

/// Same format on both sides: the client's body with only what routing owns changed: `model` (where
/// it stands in the body), for OpenAI Chat streams `stream_options.include_usage`, and the fields
/// the upstream refuses. All other bytes stay.
[[nodiscard]] QByteArray patchRequest(chat::Format format, QByteArrayView body,
                                      const RequestFacts &facts, const QByteArray &upstreamModel,
                                      const chat::Traits &traits);

/// A body we wrote, with the upstream's own wishes worked in: refused fields go, extra ones come.
[[nodiscard]] QByteArray withTraits(const QByteArray &body, const chat::Traits &traits);

/// Same format on both sides: the answer (or one stream event's `data`) with the model's name
/// changed to the one the client asked for. Returns the input when there is nothing to change.
[[nodiscard]] QByteArray patchModelInAnswer(chat::Format format, const QByteArray &json,
                                            const QByteArray &clientModel);

/// True for the chunk of an OpenAI stream that carries usage and no choice. A client that did not
/// ask for usage does not get it. `data` is one event's data.
[[nodiscard]] bool isUsageOnlyChunk(chat::Format format, QByteArrayView data);

} // namespace omni::wire

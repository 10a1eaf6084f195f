// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/jsonscan.h"
#include "core/chat/format.h"
#include "core/chat/usage.h"

#include <optional>

namespace omni::wire {

/// What is wanted of a whole answer that goes on as it came, read from its bytes without decoding
/// it.
struct AnswerFacts
{
    chat::Usage usage;
    QList<base::JsonSpan> spans;
};

/// Nothing when the answer does not look like every good one (an error, no content, no usage where
/// it belongs, no valid JSON): then the codec must look at all of it.
[[nodiscard]] std::optional<AnswerFacts> readAnswer(chat::Format format, QByteArrayView body);

/// One event of a stream that only makes a text longer.
struct TextDelta
{
    qsizetype textBytes = 0; ///< as written, so escapes count more
    QList<base::JsonSpan> spans;
};

/// Nothing when the event says anything else too (its end, usage, an error, a call) or is broken:
/// then the decoder must see it. `name` and `data` are those of one event.
[[nodiscard]] std::optional<TextDelta> readTextDelta(chat::Format format, QByteArrayView name,
                                                     QByteArrayView data);

/// The answer, or an event's data, with the model's name changed to the one the client asked for.
/// `spans` are those of `body`.
[[nodiscard]] QByteArray patchModel(const QByteArray &body, const QList<base::JsonSpan> &spans,
                                    const QByteArray &clientModel);

} // namespace omni::wire

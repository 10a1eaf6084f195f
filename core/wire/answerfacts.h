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

/// The answer with the model's name changed to the one the client asked for.
[[nodiscard]] QByteArray patchModel(const QByteArray &body, const AnswerFacts &facts,
                                    const QByteArray &clientModel);

} // namespace omni::wire

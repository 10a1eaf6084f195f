// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What OpenAI's own server would refuse in a Responses request; empty when it would not.
[[nodiscard]] QStringList responsesRequestFaults(const base::Json &body);

/// What a strict typed client would stumble over in a response object.
[[nodiscard]] QStringList responsesAnswerFaults(const base::Json &body);

/// The same for a whole stream, SSE text: numbers, order, indexes, ids, what the deltas add up to,
/// the end. A stream that failed must say so as OpenAI does.
[[nodiscard]] QStringList responsesStreamFaults(QByteArrayView sse);

} // namespace omni::test

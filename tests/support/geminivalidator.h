// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

struct GeminiRules
{
    bool reducedSchemas = false; ///< only the API's own schema subset is taken
    bool signedCalls = false;    ///< the first call of each model turn must carry its signature
};

/// What the Gemini API would refuse in a `generateContent` body; empty when it would take it.
[[nodiscard]] QStringList geminiRequestFaults(const base::Json &body,
                                              const GeminiRules &rules = {});

/// What a strict typed client would stumble over in an answer.
[[nodiscard]] QStringList geminiAnswerFaults(const base::Json &body);

/// The same for a stream of server-sent events that we wrote: every chunk, the one end, usage.
[[nodiscard]] QStringList geminiStreamFaults(QByteArrayView sse);

} // namespace omni::test

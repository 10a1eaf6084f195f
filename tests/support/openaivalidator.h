// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What OpenAI's own server would refuse in a Chat Completions request; empty when it would not.
[[nodiscard]] QStringList openAiRequestFaults(const base::Json &body);

/// What a strict typed client would stumble over in an answer.
[[nodiscard]] QStringList openAiAnswerFaults(const base::Json &body);

/// The same for a whole stream, SSE text: the order of events, roles, indexes, ids, the end.
[[nodiscard]] QStringList openAiStreamFaults(QByteArrayView sse, bool wantsUsage);

} // namespace omni::test

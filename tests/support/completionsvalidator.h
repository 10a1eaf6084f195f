// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What OpenAI's server would refuse in a body of the legacy `/v1/completions`.
[[nodiscard]] QStringList completionsRequestFaults(const base::Json &body);

/// What a strict typed client would stumble over in a `text_completion` object.
[[nodiscard]] QStringList completionsAnswerFaults(const base::Json &body);

/// The same for a whole stream, SSE text: each choice ends once, nothing follows, usage is last.
[[nodiscard]] QStringList completionsStreamFaults(QByteArrayView sse, bool wantsUsage);

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What Ollama's own server would refuse in a body of `/api/chat`: wrong types in the fields of its
/// structs, unknown roles, images that are no base64, arguments that are no object.
[[nodiscard]] QStringList ollamaRequestFaults(const base::Json &body);

/// What a strict typed client would stumble over in a whole answer of `/api/chat`, or of
/// `/api/generate`.
[[nodiscard]] QStringList ollamaAnswerFaults(const base::Json &body, bool isGenerate = false);

/// The same for a whole stream: one object a line, the same model and time in each, one last line
/// with `done`, calls whole.
[[nodiscard]] QStringList ollamaStreamFaults(const QByteArray &ndjson, bool isGenerate = false);

} // namespace omni::test

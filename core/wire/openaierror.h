// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/wire/jsonout.h"

/// The error envelope of all of OpenAI's own formats: `{"error":{message,type,param,code}}`.
namespace omni::wire {

/// True for a body or chunk that reports an error instead of an answer.
[[nodiscard]] bool isOpenAiErrorBody(const base::Json &body);

[[nodiscard]] base::Error decodeOpenAiErrorJson(int status, const base::Json &body);
/// `body` may be anything.
[[nodiscard]] base::Error decodeOpenAiError(int status, QByteArrayView body);

/// The error itself, without the envelope: an object with message, type, param and code.
void writeOpenAiError(JsonOut &out, const base::Error &error, int status);
[[nodiscard]] QByteArray encodeOpenAiError(const base::Error &error, int status);

} // namespace omni::wire

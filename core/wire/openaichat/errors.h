// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::openaichat {

/// True for a body or chunk that reports an error instead of an answer.
[[nodiscard]] bool isErrorBody(const base::Json &body);

[[nodiscard]] base::Error decodeErrorJson(int status, const base::Json &body);
[[nodiscard]] base::Error decodeError(int status, QByteArrayView body);
/// `{"error":{message,type,param,code}}`.
[[nodiscard]] QByteArray encodeError(const base::Error &error, int status);

} // namespace omni::wire::openaichat

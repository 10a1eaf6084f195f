// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

namespace omni::wire::ollama {

[[nodiscard]] bool isErrorBody(const base::Json &body);
/// `{"error":"text"}`; the status tells what it means, the words narrow it.
[[nodiscard]] base::Error decodeErrorJson(int status, const base::Json &body);
[[nodiscard]] base::Error decodeError(int status, QByteArrayView body);
[[nodiscard]] QByteArray encodeError(const base::Error &error);

} // namespace omni::wire::ollama

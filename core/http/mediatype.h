// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace omni::http {

/// `application/json`, with no charset or with UTF-8.
[[nodiscard]] bool isJsonInUtf8(QByteArrayView contentType);

} // namespace omni::http

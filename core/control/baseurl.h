// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace omni::control {

/// What may be typed as an upstream's address: https, or http to this computer or network. The
/// error (InvalidRequest, or Forbidden for plain http to elsewhere) says what is wrong.
[[nodiscard]] base::Result<void> checkBaseUrl(const QUrl &url, bool allowPlainHttp);

/// True for an address on this computer.
[[nodiscard]] bool isOnThisComputer(const QUrl &url);

} // namespace omni::control

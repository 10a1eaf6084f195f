// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QDateTime>

namespace omni::control {

/// `30d`, `12h`, `90m`, `2w` from now, a day (its end, UTC), or a time in ISO 8601. InvalidRequest
/// for anything else and for what is past.
[[nodiscard]] base::Result<QDateTime> parseExpiry(const QString &text, const QDateTime &now);

} // namespace omni::control

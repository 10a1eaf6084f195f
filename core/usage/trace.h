// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/usage/exchangerecord.h"

namespace omni::usage {

/// The attempts as the database's trace column has them.
[[nodiscard]] QByteArray attemptsJson(const QList<AttemptRecord> &attempts);
[[nodiscard]] QList<AttemptRecord> attemptsFromJson(const QByteArray &text);

/// The whole record as `omniroute trace --json` prints it; unknown figures are null.
[[nodiscard]] base::Json recordJson(const ExchangeRecord &record);

} // namespace omni::usage

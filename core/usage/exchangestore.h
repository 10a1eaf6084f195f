// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/usage/exchangerecord.h"
#include "core/usage/requestlog.h"

#include <QSqlDatabase>

namespace omni::usage {

[[nodiscard]] base::Result<void> insertExchange(QSqlDatabase &sql, const ExchangeRecord &record);
/// Newest first.
[[nodiscard]] base::Result<QList<ExchangeRecord>> readExchanges(QSqlDatabase &sql, qint64 sinceMs,
                                                                int limit);
/// The sums of each clock hour since then that had a request.
[[nodiscard]] base::Result<QList<DayFigures::Hour>> readHours(QSqlDatabase &sql, qint64 sinceMs);
[[nodiscard]] base::Result<ExchangeRecord> readExchange(QSqlDatabase &sql, const QByteArray &id);

} // namespace omni::usage

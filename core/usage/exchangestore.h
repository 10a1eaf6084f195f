// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/usage/exchangerecord.h"

#include <QSqlDatabase>

namespace omni::usage {

[[nodiscard]] base::Result<void> insertExchange(QSqlDatabase &sql, const ExchangeRecord &record);
/// Newest first.
[[nodiscard]] base::Result<QList<ExchangeRecord>> readExchanges(QSqlDatabase &sql, qint64 sinceMs,
                                                                int limit);
[[nodiscard]] base::Result<ExchangeRecord> readExchange(QSqlDatabase &sql, const QByteArray &id);

} // namespace omni::usage

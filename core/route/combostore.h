// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/route/combo.h"

#include <QHash>
#include <QSqlDatabase>

namespace omni::route {

[[nodiscard]] base::Result<QList<Combo>> readCombos(QSqlDatabase &sql);
/// Replaces the whole table, in this order.
[[nodiscard]] base::Result<void> writeCombos(QSqlDatabase &sql, const QList<Combo> &combos);
[[nodiscard]] base::Result<QHash<QString, QString>> readAliases(QSqlDatabase &sql);
[[nodiscard]] base::Result<void> writeAliases(QSqlDatabase &sql,
                                              const QHash<QString, QString> &aliases);

} // namespace omni::route

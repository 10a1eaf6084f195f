// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QString>

namespace omni::store {

/// Keys and JSON texts, as they stand in the table.
[[nodiscard]] base::Result<QHash<QString, QByteArray>> readSettings(QSqlDatabase &sql);
[[nodiscard]] base::Result<void> writeSetting(QSqlDatabase &sql, const QString &key,
                                              const QByteArray &json);
[[nodiscard]] base::Result<void> deleteSetting(QSqlDatabase &sql, const QString &key);

} // namespace omni::store

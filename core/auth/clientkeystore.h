// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/clientkeys.h"

#include <QSqlDatabase>

namespace omni::auth {

/// Oldest first.
[[nodiscard]] base::Result<QList<ClientKey>> readClientKeys(QSqlDatabase &sql);
/// Adds the key or replaces it.
[[nodiscard]] base::Result<void> writeClientKey(QSqlDatabase &sql, const ClientKey &key);
[[nodiscard]] base::Result<void> writeClientKeyUse(QSqlDatabase &sql, const QString &id,
                                                   qint64 lastUsedMs);

} // namespace omni::auth

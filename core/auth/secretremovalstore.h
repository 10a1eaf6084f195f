// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QStringList>

namespace omni::auth {

/// Keys of secrets that must still be deleted from the secret store.
[[nodiscard]] base::Result<QStringList> readSecretRemovals(QSqlDatabase &sql);
[[nodiscard]] base::Result<void> writeSecretRemoval(QSqlDatabase &sql, const QString &key);
[[nodiscard]] base::Result<void> deleteSecretRemoval(QSqlDatabase &sql, const QString &key);

} // namespace omni::auth

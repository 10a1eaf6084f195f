// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/result.h"

#include <QSqlDatabase>

namespace omni::auth {

[[nodiscard]] base::Result<QList<Account>> readAccounts(QSqlDatabase &sql);
/// Adds the account or replaces it.
[[nodiscard]] base::Result<void> writeAccount(QSqlDatabase &sql, const Account &account);
[[nodiscard]] base::Result<void> deleteAccount(QSqlDatabase &sql, const AccountId &id);
[[nodiscard]] base::Result<void> writeAccountUse(QSqlDatabase &sql, const AccountId &id,
                                                 qint64 lastUsedMs);
/// Changes the row only while it is there.
[[nodiscard]] base::Result<void> writeAccountCheck(QSqlDatabase &sql, const AccountId &id,
                                                   const QString &authTrouble, qint64 checkedMs);

} // namespace omni::auth

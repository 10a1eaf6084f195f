// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/store/migrations.h"

#include <QString>

namespace omni::store {

/// `dir/omniroute.db`.
[[nodiscard]] QString databaseFile(const QString &dir);

/// Brings the file of a prepared data folder to the newest schema: makes it when there is none,
/// checks and migrates it when there is. Whatever is wrong, the file that was there stays
/// byte-identical.
[[nodiscard]] base::Result<void> prepareDatabaseFile(const QString &dir,
                                                     const QList<Migration> &migrations);

} // namespace omni::store

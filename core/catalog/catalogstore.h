// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/catalog/provider.h"

#include <QSqlDatabase>

namespace omni::catalog {

/// A row of the user's own providers; `json` is what Catalog::toJson wrote.
struct StoredProvider
{
    QString id;
    QByteArray json;
};

[[nodiscard]] base::Result<QList<StoredProvider>> readProviders(QSqlDatabase &database);
[[nodiscard]] base::Result<void> writeProvider(QSqlDatabase &database,
                                               const StoredProvider &provider);
[[nodiscard]] base::Result<void> deleteProvider(QSqlDatabase &database, const ProviderId &id);

} // namespace omni::catalog

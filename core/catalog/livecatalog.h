// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/catalog/catalog.h"

#include <QObject>

#include <functional>
#include <memory>

namespace omni::store {
class Database;
}

namespace omni::catalog {

/// The catalog in use: the shipped providers plus the user's own, which it keeps in the database.
/// Lives on the gateway thread.
class LiveCatalog : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;

    explicit LiveCatalog(store::Database &database, QObject *parent = nullptr);
    base::Result<void> load();

    [[nodiscard]] const Catalog &current() const { return *m_current; }
    /// The same, to be kept across later changes.
    [[nodiscard]] std::shared_ptr<const Catalog> snapshot() const { return m_current; }

    /// Adds or replaces a provider of the user's own; InvalidRequest when its prefix is taken.
    void save(Provider provider, QObject *context, Done done);
    void remove(const ProviderId &id, QObject *context, Done done);

signals:
    void changed();

private:
    store::Database &m_database;
    std::shared_ptr<const Catalog> m_current;
};

} // namespace omni::catalog

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/route/combo.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace omni::store {
class Database;
}

namespace omni::route {

/// The user's combos and model aliases, in memory and on disk. Lives on the gateway thread.
class Combos : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;

    explicit Combos(store::Database &database, QObject *parent = nullptr);
    base::Result<void> load();

    [[nodiscard]] const QList<Combo> &all() const { return m_combos; }
    [[nodiscard]] const Combo *find(const QString &name) const;
    [[nodiscard]] const QHash<QString, QString> &aliases() const { return m_aliases; }

    /// A new combo when `oldName` is empty (InvalidRequest when the name is taken); else replaces
    /// or renames.
    void save(const QString &oldName, const Combo &combo, QObject *context, Done done);
    void remove(const QString &name, QObject *context, Done done);
    /// An empty target removes the alias.
    void setAlias(const QString &name, const QString &target, QObject *context, Done done);

signals:
    void changed();

private:
    void persist(QObject *context, Done done);

    store::Database &m_database;
    QList<Combo> m_combos;
    QHash<QString, QString> m_aliases;
};

} // namespace omni::route

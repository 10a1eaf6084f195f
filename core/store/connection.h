// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>

namespace omni::store {

/// A connection of the thread that made it; closed and forgotten with the object.
class Connection
{
public:
    enum class Mode
    {
        ReadWrite, ///< never makes the file
        ReadOnly,
        /// Touches nothing beside the file either; only while nobody writes to it.
        Immutable,
    };
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString &file,
                                                                        Mode mode);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] QSqlDatabase &sql() { return m_sql; }
    /// One statement without values.
    base::Result<void> run(const QString &statement);
    /// The first column of the first row; for pragmas.
    [[nodiscard]] base::Result<QString> value(const QString &statement);
    /// An error with what SQLite found wrong in the file.
    [[nodiscard]] base::Result<void> quickCheck();

private:
    explicit Connection(QString name);

    QString m_name;
    QSqlDatabase m_sql;
};

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace omni::store {

class Database;

/// What a setting may hold. Each room that has settings exports a table of these rows; the settings
/// page and `omniroute setting` are drawn from them.
struct SettingRow
{
    enum class Type
    {
        Bool,
        Int,
        Text,
        Choice
    };
    QString key; ///< e.g. `server.port`
    Type type = Type::Bool;
    base::Json fallback;
    qint64 min = 0; ///< Int only
    qint64 max = 0;
    QStringList choices; ///< Choice only
    QString about;       ///< one English sentence for the command line
};

/// The user's settings: in memory for readers, in the database for the next start.
/// Lives on the gateway thread.
class Settings : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;

    Settings(Database &database, QList<SettingRow> rows, QObject *parent = nullptr);
    /// Reads the table; a stored value that no longer fits its row counts as absent and is logged.
    base::Result<void> load();

    [[nodiscard]] const QList<SettingRow> &rows() const { return m_rows; }
    /// The stored value, else the row's fallback; null for an unknown key.
    [[nodiscard]] base::Json value(const QString &key) const;
    [[nodiscard]] bool isSet(const QString &key) const;
    /// NotFound (with near matches) or InvalidRequest saying what is allowed. `jsonText` may also
    /// be bare text for Text and Choice.
    [[nodiscard]] base::Result<base::Json> check(const QString &key, const QString &jsonText) const;
    void set(const QString &key, const QString &jsonText, QObject *context, Done done);
    void reset(const QString &key, QObject *context, Done done);

signals:
    void changed(const QString &key);

private:
    Database &m_database;
    QList<SettingRow> m_rows;
    QHash<QString, base::Json> m_values;
};

} // namespace omni::store

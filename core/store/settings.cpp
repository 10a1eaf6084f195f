// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/settings.h"

#include "core/base/log.h"
#include "core/base/nearmatch.h"
#include "core/store/database.h"
#include "core/store/settingsstore.h"

namespace omni::store {

using base::ErrorCode;
using base::fail;
using base::Json;

namespace {

constexpr qsizetype LongestText = 4096;

const SettingRow *rowOf(const QList<SettingRow> &rows, const QString &key)
{
    for (const SettingRow &row : rows) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

base::Failure refused(const SettingRow &row, const QString &what)
{
    return fail(ErrorCode::InvalidRequest, QStringLiteral("%1 takes %2").arg(row.key, what));
}

/// The value in the row's type, or what the row takes.
base::Result<Json> fit(const SettingRow &row, const Json &value)
{
    switch (row.type) {
    case SettingRow::Type::Bool:
        if (value.isBool())
            return value;
        return refused(row, QStringLiteral("true or false"));
    case SettingRow::Type::Int:
        if (const auto number = value.asInt(); number && *number >= row.min && *number <= row.max)
            return Json(*number);
        return refused(row,
                       QStringLiteral("a whole number from %1 to %2").arg(row.min).arg(row.max));
    case SettingRow::Type::Text:
        if (value.isString() && value.toBytes().size() <= LongestText)
            return value;
        return refused(row, QStringLiteral("a text of at most %1 bytes").arg(LongestText));
    case SettingRow::Type::Choice:
        if (value.isString() && row.choices.contains(value.toText()))
            return value;
        return refused(row,
                       QStringLiteral("one of: %1").arg(row.choices.join(QStringLiteral(", "))));
    }
    Q_UNREACHABLE();
}

} // namespace

Settings::Settings(Database &database, QList<SettingRow> rows, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_rows(std::move(rows))
{}

base::Result<void> Settings::load()
{
    auto reader = m_database.startReader();
    if (!reader)
        return fail(reader.error());
    const auto stored = readSettings(*reader);
    if (!stored)
        return fail(stored.error());
    m_values.clear();
    for (auto it = stored->begin(); it != stored->end(); ++it) {
        const SettingRow *row = rowOf(m_rows, it.key());
        if (!row)
            continue; // of a later version, which may come back
        const auto json = Json::parse(it.value());
        const auto value = json ? fit(*row, *json) : json;
        if (value)
            m_values.insert(it.key(), *value);
        else
            qCWarning(lcStore).noquote()
                << "a stored setting does not fit any more and counts as unset:"
                << value.error().detail;
    }
    return {};
}

Json Settings::value(const QString &key) const
{
    if (const auto found = m_values.constFind(key); found != m_values.constEnd())
        return *found;
    const SettingRow *row = rowOf(m_rows, key);
    return row ? row->fallback : Json();
}

bool Settings::isSet(const QString &key) const
{
    return m_values.contains(key);
}

base::Result<Json> Settings::check(const QString &key, const QString &jsonText) const
{
    const SettingRow *row = rowOf(m_rows, key);
    if (!row) {
        QStringList keys;
        for (const SettingRow &known : m_rows)
            keys.append(known.key);
        const QStringList near = base::nearMatches(key, keys);
        return fail(ErrorCode::NotFound,
                    near.isEmpty()
                        ? QStringLiteral("there is no setting \"%1\"; `omniroute setting list` "
                                         "shows all")
                              .arg(key)
                        : QStringLiteral("there is no setting \"%1\"; did you mean %2?")
                              .arg(key, near.join(QStringLiteral(", "))));
    }
    const auto json = Json::parse(jsonText.toUtf8());
    const bool takesBareText =
        row->type == SettingRow::Type::Text || row->type == SettingRow::Type::Choice;
    if (takesBareText && (!json || !json->isString()))
        return fit(*row, Json(jsonText));
    return fit(*row, json.value_or(Json()));
}

void Settings::set(const QString &key, const QString &jsonText, QObject *context, Done done)
{
    const auto value = check(key, jsonText);
    if (!value)
        return done(fail(value.error()));
    m_values.insert(key, *value);
    emit changed(key);
    m_database.write(
        [key, json = value->toJson()](QSqlDatabase &sql) { return writeSetting(sql, key, json); },
        context, std::move(done));
}

void Settings::reset(const QString &key, QObject *context, Done done)
{
    if (!rowOf(m_rows, key)) {
        const auto why = check(key, QString());
        return done(fail(why.error()));
    }
    if (m_values.remove(key) > 0)
        emit changed(key);
    m_database.write([key](QSqlDatabase &sql) { return deleteSetting(sql, key); }, context,
                     std::move(done));
}

} // namespace omni::store

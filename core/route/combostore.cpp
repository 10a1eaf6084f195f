// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/route/combostore.h"

#include "core/base/json.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::route {

using base::ErrorCode;
using base::Json;

namespace {

base::Failure failed(const QSqlQuery &query)
{
    return base::fail(ErrorCode::Internal,
                      QStringLiteral("the combos table: %1").arg(query.lastError().text()));
}

QByteArray stepsJson(const QList<ComboStep> &steps)
{
    Json list = Json::array();
    for (const ComboStep &step : steps) {
        Json item = Json::object({{"target", Json(step.target)}});
        if (!step.accountId.isEmpty())
            item.set("account", Json(step.accountId));
        list.append(item);
    }
    return list.toJson();
}

QList<ComboStep> stepsFromJson(const QByteArray &text)
{
    QList<ComboStep> steps;
    if (const auto list = Json::parse(text)) {
        for (const Json &item : list->items())
            steps.append({item["target"].toText(), item["account"].toText()});
    }
    return steps;
}

} // namespace

base::Result<QList<Combo>> readCombos(QSqlDatabase &sql)
{
    QSqlQuery query(sql);
    if (!query.exec(
            QStringLiteral("SELECT name, strategy, steps, config FROM combos ORDER BY position")))
        return failed(query);
    QList<Combo> combos;
    while (query.next()) {
        Combo combo;
        combo.name = query.value(0).toString();
        combo.strategy = strategyFromName(query.value(1).toString()).value_or(Strategy::Priority);
        combo.steps = stepsFromJson(query.value(2).toByteArray());
        if (const auto config = Json::parse(query.value(3).toByteArray()))
            combo.waitSeconds = int((*config)["wait_seconds"].toInt());
        combos.append(combo);
    }
    return combos;
}

base::Result<void> writeCombos(QSqlDatabase &sql, const QList<Combo> &combos)
{
    QSqlQuery query(sql);
    if (!query.exec(QStringLiteral("DELETE FROM combos")))
        return failed(query);
    query.prepare(QStringLiteral(
        "INSERT INTO combos (name, strategy, steps, position, config) VALUES (?, ?, ?, ?, ?)"));
    for (qsizetype i = 0; i < combos.size(); ++i) {
        const Combo &combo = combos.at(i);
        query.bindValue(0, combo.name);
        query.bindValue(1, strategyName(combo.strategy));
        query.bindValue(2, QString::fromUtf8(stepsJson(combo.steps)));
        query.bindValue(3, int(i));
        query.bindValue(4, QString::fromUtf8(
                               Json::object({{"wait_seconds", Json(combo.waitSeconds)}}).toJson()));
        if (!query.exec())
            return failed(query);
    }
    return {};
}

base::Result<QHash<QString, QString>> readAliases(QSqlDatabase &sql)
{
    QSqlQuery query(sql);
    if (!query.exec(QStringLiteral("SELECT name, target FROM aliases")))
        return failed(query);
    QHash<QString, QString> aliases;
    while (query.next())
        aliases.insert(query.value(0).toString(), query.value(1).toString());
    return aliases;
}

base::Result<void> writeAliases(QSqlDatabase &sql, const QHash<QString, QString> &aliases)
{
    QSqlQuery query(sql);
    if (!query.exec(QStringLiteral("DELETE FROM aliases")))
        return failed(query);
    query.prepare(QStringLiteral("INSERT INTO aliases (name, target) VALUES (?, ?)"));
    for (auto it = aliases.begin(); it != aliases.end(); ++it) {
        query.bindValue(0, it.key());
        query.bindValue(1, it.value());
        if (!query.exec())
            return failed(query);
    }
    return {};
}

} // namespace omni::route

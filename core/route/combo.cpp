// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/route/combo.h"

#include <QRegularExpression>

#include <array>

namespace omni::route {

namespace {

struct StrategyRow
{
    Strategy strategy;
    const char *name;
};
constexpr std::array<StrategyRow, 1> Strategies{{{Strategy::Priority, "priority"}}};

} // namespace

QString strategyName(Strategy strategy)
{
    for (const StrategyRow &row : Strategies) {
        if (row.strategy == strategy)
            return QString::fromLatin1(row.name);
    }
    return {};
}

std::optional<Strategy> strategyFromName(QStringView name)
{
    for (const StrategyRow &row : Strategies) {
        if (name == QLatin1StringView(row.name))
            return row.strategy;
    }
    return std::nullopt;
}

QStringList strategyNames()
{
    QStringList names;
    for (const StrategyRow &row : Strategies)
        names.append(QString::fromLatin1(row.name));
    return names;
}

base::Result<void> checkCombo(const Combo &combo)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_./-]{1,100}$"));
    using base::ErrorCode;
    if (!allowed.match(combo.name).hasMatch())
        return base::fail(
            ErrorCode::InvalidRequest,
            QStringLiteral("a combo's name has 1 to 100 letters, digits and - _ . /"));
    if (combo.steps.isEmpty())
        return base::fail(ErrorCode::InvalidRequest,
                          QStringLiteral("the combo \"%1\" has no step; name at least one model")
                              .arg(combo.name));
    for (qsizetype i = 0; i < combo.steps.size(); ++i) {
        const QString target = combo.steps.at(i).target.trimmed();
        if (target.isEmpty())
            return base::fail(
                ErrorCode::InvalidRequest,
                QStringLiteral("step %1 of \"%2\" names no model").arg(i + 1).arg(combo.name));
        if (target == combo.name)
            return base::fail(ErrorCode::InvalidRequest,
                              QStringLiteral("the combo \"%1\" contains itself").arg(combo.name));
    }
    if (combo.waitSeconds < 0 || combo.waitSeconds > 300)
        return base::fail(ErrorCode::InvalidRequest,
                          QStringLiteral("a combo waits between 0 and 300 seconds"));
    return {};
}

} // namespace omni::route

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace omni::route {

/// How a combo chooses among its steps. One row a strategy in strategies.cpp.
enum class Strategy
{
    Priority
};
QString strategyName(Strategy strategy);
std::optional<Strategy> strategyFromName(QStringView name);
QStringList strategyNames();

/// One step: a model id (`glm/glm-4.7`), an alias or another combo.
struct ComboStep
{
    QString target;
    /// Pins one account by id; empty = any account of the provider, in order.
    QString accountId;
    bool operator==(const ComboStep &) const = default;
};

struct Combo
{
    QString name; ///< letters, digits, `-_./`, at most 100
    Strategy strategy = Strategy::Priority;
    QList<ComboStep> steps;
    /// When a model answers with a limit whose reset is this near, wait for it; 0 = try the next at
    /// once.
    int waitSeconds = 0;
    bool operator==(const Combo &) const = default;
};

/// What can be said of a combo on its own; the error says what is allowed.
[[nodiscard]] base::Result<void> checkCombo(const Combo &combo);

} // namespace omni::route

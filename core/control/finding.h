// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QString>

namespace omni::control {

/// One line of `omniroute doctor`.
struct Finding
{
    enum class State
    {
        Good,
        Remark, ///< works, but should be known
        Bad
    };
    QString subject; ///< `data folder`, `database`, `port`, …
    State state = State::Good;
    QString what;
    QString why;  ///< empty when good
    QString todo; ///< empty when there is nothing to do
    bool operator==(const Finding &) const = default;
};

[[nodiscard]] base::Json findingsJson(const QList<Finding> &findings);
[[nodiscard]] QList<Finding> findingsFromJson(const base::Json &json);
[[nodiscard]] bool hasBad(const QList<Finding> &findings);

} // namespace omni::control

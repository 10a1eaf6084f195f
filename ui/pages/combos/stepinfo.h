// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/stateshape.h"

#include <QString>

namespace omni::ui::pages::combos {

/// Why a step cannot answer now.
enum class Trouble
{
    None,
    Cooling,
    Paused,
    Locked,
    Refused,
    Loading,
    NoAccount,
    NoFormat,
    UnknownModel,
    NothingInside ///< another combo of which nothing can answer
};

/// An account that a step may be pinned to.
struct Choice
{
    QString id;
    QString name;
    bool operator==(const Choice &) const = default;
};

/// What is known of one step at this moment.
struct StepInfo
{
    QString prefix; ///< for the tile; empty for combos and names without a provider
    bool isCombo = false;
    QString accounts; ///< who would be used, in order
    QString price;    ///< of a million tokens in and out, or the tier; empty = unknown
    Trouble trouble = Trouble::None;
    widgets::State state = widgets::State::Ok;
    QString word;
    QList<Choice> choices; ///< every account of the provider
    std::optional<qint64> contextWindow;
    bool operator==(const StepInfo &) const = default;
};

/// Cooling and loading end by themselves; the rest waits for a person.
[[nodiscard]] bool isLasting(Trouble trouble);

[[nodiscard]] StepInfo stepInfo(const route::ComboStep &step, const engine::Snapshot &snapshot,
                                qint64 nowMs);

[[nodiscard]] const route::Combo *findCombo(const engine::Snapshot &snapshot, const QString &name);

/// How a combo as a whole is: something in it waits for a person, or nothing can answer.
struct ComboInfo
{
    std::optional<widgets::State> state; ///< absent = nothing to say
    QString word;
};
[[nodiscard]] ComboInfo comboInfo(const route::Combo &combo, const engine::Snapshot &snapshot,
                                  qint64 nowMs);

} // namespace omni::ui::pages::combos

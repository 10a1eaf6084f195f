// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

#include <QString>

namespace omni::ui::pages::combos {

/// Something that a person should know of a combo before saving it.
struct Problem
{
    QString what;   ///< what is the matter, a sentence
    QString advice; ///< what to do about it
    /// It cannot be saved like this.
    bool isBlocking = false;
    /// Nothing is wrong yet; it only has to be done.
    bool isInfo = false;
    bool operator==(const Problem &) const = default;
};

/// Empty = the name is good. `savedName` is the name the combo has now; it is not "taken".
[[nodiscard]] QString nameProblem(const QString &name, const QString &savedName,
                                  const engine::Snapshot &snapshot);

/// The steps' problems, what blocks first.
[[nodiscard]] QList<Problem> stepProblems(const route::Combo &combo, const QString &savedName,
                                          const engine::Snapshot &snapshot);

/// Of a name that is about to become a step; empty = a known model or combo. Never a refusal:
/// models come and go.
[[nodiscard]] QString targetNote(const QString &target, const engine::Snapshot &snapshot);

/// The other combos that have this one among their steps.
[[nodiscard]] QStringList usersOf(const QString &name, const engine::Snapshot &snapshot);

} // namespace omni::ui::pages::combos

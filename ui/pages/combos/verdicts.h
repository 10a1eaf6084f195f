// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::pages::combos {

/// One verdict of "What would happen now?": the accounts of one step together.
struct Verdict
{
    enum class Kind
    {
        Takes,
        Waits, ///< would be tried later
        Skipped
    };
    Kind kind = Kind::Waits;
    int number = 0;
    widgets::State state = widgets::State::Unknown; ///< for Skipped
    QString target;
    QString words; ///< whole sentences
    bool operator==(const Verdict &) const = default;
};

[[nodiscard]] QList<Verdict> verdicts(const QList<engine::PlanLine> &plan, qint64 nowMs);

/// What to say above the verdicts when none takes the request; empty = one does.
[[nodiscard]] QString nobodyAnswers(const QList<engine::PlanLine> &plan, qint64 nowMs);

} // namespace omni::ui::pages::combos

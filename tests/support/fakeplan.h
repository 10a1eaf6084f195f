// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

namespace omni::test {

/// What the router would plan for the combo in this state, as far as a snapshot tells: each account
/// of each step's provider, skipped or not.
[[nodiscard]] QList<engine::PlanLine> fakePlan(const route::Combo &combo,
                                               const engine::Snapshot &snapshot);

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/engine/snapshot.h"
#include "core/route/plan.h"

namespace omni::engine {

class Core;

/// What windows and tray show of the core at this moment.
[[nodiscard]] Snapshot makeSnapshot(const Core &core);

/// What needs a person, the gravest first.
[[nodiscard]] QList<AttentionItem> findAttention(const Snapshot &snapshot, const Core &core);

/// The plan in the words of "What would happen now?".
[[nodiscard]] QList<PlanLine> planLines(const route::Plan &plan, const base::Clock &clock);

} // namespace omni::engine

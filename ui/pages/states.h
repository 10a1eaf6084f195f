// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::pages {

/// The shapes of what a snapshot says; the words stand in ui/text/attentiontext.h.
[[nodiscard]] widgets::State stateOf(engine::ServerState state);
[[nodiscard]] widgets::State stateOf(engine::AccountState state);
[[nodiscard]] widgets::State stateOf(engine::AttentionItem::Kind kind);

} // namespace omni::ui::pages

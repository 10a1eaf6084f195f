// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/states.h"

namespace omni::ui::pages {

using widgets::State;

State stateOf(engine::ServerState state)
{
    switch (state) {
    case engine::ServerState::Running:
        return State::Ok;
    case engine::ServerState::Paused:
        return State::Paused;
    case engine::ServerState::Down:
        return State::Error;
    case engine::ServerState::Starting:
    case engine::ServerState::Stopped:
        break;
    }
    return State::Unknown;
}

State stateOf(engine::AccountState state)
{
    switch (state) {
    case engine::AccountState::Ready:
        return State::Ok;
    case engine::AccountState::Cooling:
        return State::Cooling;
    case engine::AccountState::NeedsAttention:
        return State::Error;
    case engine::AccountState::Locked:
        return State::Attention;
    case engine::AccountState::Paused:
        return State::Paused;
    case engine::AccountState::Loading:
        break;
    }
    return State::Unknown;
}

State stateOf(engine::AttentionItem::Kind kind)
{
    using Kind = engine::AttentionItem::Kind;
    switch (kind) {
    case Kind::ModelCooling:
    case Kind::AccountCooling:
        return State::Cooling;
    case Kind::ServerDown:
    case Kind::StoreTrouble:
    case Kind::RecentError:
        return State::Error;
    case Kind::AccountRefused:
    case Kind::AccountLocked:
    case Kind::UnsafeSetting:
        break;
    }
    return State::Attention;
}

} // namespace omni::ui::pages

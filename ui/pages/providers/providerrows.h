// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/masterlist.h"

namespace omni::ui::pages::providers {

[[nodiscard]] QList<engine::AccountView> accountsOf(const engine::Snapshot &snapshot,
                                                    const QString &providerId);
/// Null when there is none.
[[nodiscard]] const engine::ProviderView *findProvider(const engine::Snapshot &snapshot,
                                                       const QString &providerId);

/// The list pane: providers with accounts, in the order of use, those in use before those whose
/// accounts are all paused. `filter` looks at names, prefixes and account names.
[[nodiscard]] QList<widgets::MasterRow> providerRows(const engine::Snapshot &snapshot,
                                                     const QString &filter);
/// How many more could get a first account now.
[[nodiscard]] int addableProviders(const engine::Snapshot &snapshot);

} // namespace omni::ui::pages::providers

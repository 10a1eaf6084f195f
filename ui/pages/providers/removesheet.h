// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/sheet.h"

namespace omni::ui::pages::providers {

/// The combos that could no longer use a step once this account is gone: those that pin it, and,
/// when it is its provider's only one, those that name the provider.
[[nodiscard]] QStringList combosInNeed(const engine::Snapshot &snapshot, const QString &accountId);

/// Asks before an account goes that combos need. Accepted = remove it.
class RemoveSheet : public widgets::Sheet
{
    Q_OBJECT

public:
    RemoveSheet(widgets::Theme &theme, const QString &account, const QStringList &combos,
                QWidget *parent);
};

} // namespace omni::ui::pages::providers

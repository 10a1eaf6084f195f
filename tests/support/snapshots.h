// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

#include <QString>

namespace omni::test {

/// Prepared states, all of the same Tuesday at 13:00 UTC, with names and figures that fit together.
/// One row of a table, so that tests and the gallery can go through all of them.
struct PreparedSnapshot
{
    QString name;
    engine::Snapshot value;
};

[[nodiscard]] engine::Snapshot emptySnapshot();   ///< running, no account
[[nodiscard]] engine::Snapshot filledSnapshot();  ///< seven accounts, two cannot answer
[[nodiscard]] engine::Snapshot failingSnapshot(); ///< refused keys, cooling, recent errors
[[nodiscard]] engine::Snapshot lockedSnapshot();  ///< the keyring is locked
[[nodiscard]] engine::Snapshot portTakenSnapshot();
[[nodiscard]] engine::Snapshot pausedSnapshot();
[[nodiscard]] engine::Snapshot startingSnapshot();

[[nodiscard]] QList<PreparedSnapshot> allSnapshots();

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

#include <QString>

namespace omni::ui::text {

/// One thing that needs a person, in words.
struct AttentionText
{
    QString title;
    QString detail;
    /// The verb of its button; empty = nothing can be done from here.
    QString action;
    bool operator==(const AttentionText &) const = default;
};

/// `nowMs` is the snapshot's time: countdowns are counted from it.
[[nodiscard]] AttentionText attentionText(const engine::AttentionItem &item, qint64 nowMs);

/// "Running", "Paused", …
[[nodiscard]] QString serverWord(engine::ServerState state);
/// The tray's first line: "OmniRoute, running on port 20128".
[[nodiscard]] QString serverLine(const engine::ServerView &server);
/// "5 of 7 accounts can answer".
[[nodiscard]] QString accountsLine(const engine::Snapshot &snapshot);
/// The word beside an account's state shape.
[[nodiscard]] QString accountWord(const engine::AccountView &account, qint64 nowMs);

} // namespace omni::ui::text

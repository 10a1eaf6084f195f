// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/stateshape.h"

#include <optional>

namespace omni::base {
struct Error;
}
namespace omni::auth {
struct CheckReport;
}

namespace omni::ui::pages::providers {

/// The words of one line of an account card.
struct LineWords
{
    widgets::State state = widgets::State::Unknown;
    QString mono;
    QString text;
    QString spoken;
    bool operator==(const LineWords &) const = default;
};

[[nodiscard]] LineWords coolingWords(const engine::CoolingView &cooling, qint64 nowMs);
/// Key, last use, age of the check; each a sentence.
[[nodiscard]] QString lastLine(const engine::AccountView &view, qint64 nowMs);
/// What a check found out. `needsKey` false = there was no key to check.
[[nodiscard]] LineWords checkWords(const auth::CheckReport &report, bool needsKey);
[[nodiscard]] LineWords checkWords(const base::Error &error);

} // namespace omni::ui::pages::providers

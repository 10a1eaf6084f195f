// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"

namespace omni::wire {

/// The wish as a word (translation.md §2.7): the client's own, else what its budget amounts to;
/// empty when the model decides.
[[nodiscard]] QByteArray effortOf(const chat::ReasoningWish &wish);

/// The wish as a budget in tokens: the client's own, else what its word amounts to; 0 = off, -1 or
/// nothing = the model decides.
[[nodiscard]] std::optional<qint64> budgetOf(const chat::ReasoningWish &wish);

[[nodiscard]] inline bool isOff(const chat::ReasoningWish &wish)
{
    return wish.effort == "none" || (wish.effort.isEmpty() && wish.budget == 0);
}

} // namespace omni::wire

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

/// Brings a history into the order every upstream insists on: after an assistant's tool calls one
/// `Tool` message with one result for each call, in the calls' order, then the rest. A call without
/// a result gets one that says so; a result without a call becomes user text; of several results
/// for one call the last counts. Everything changed is noted. Leaves a good history as it is.
[[nodiscard]] std::vector<chat::Message> withPairedTools(const std::vector<chat::Message> &messages,
                                                         Losses &losses);

} // namespace omni::wire

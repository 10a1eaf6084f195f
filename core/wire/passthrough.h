// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/requestfacts.h"

namespace omni::wire {

/// A request whose client and upstream speak the same format, but which this upstream wants in
/// other words, so that the client's bytes cannot go on as they are. Looks for words, so it may say
/// yes once too often.
[[nodiscard]] bool needsOtherWords(chat::Format format, QByteArrayView body,
                                   const RequestFacts &facts, const chat::Traits &traits);

} // namespace omni::wire

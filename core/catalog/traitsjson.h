// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/traits.h"

namespace omni::catalog {

/// Sets what the object names and leaves the rest of `traits` as it is.
[[nodiscard]] std::optional<base::Error> readTraits(const base::Json &object,
                                                    const QByteArray &path, chat::Traits *traits);

/// The members that differ from `normal`; an empty object when none does.
[[nodiscard]] base::Json traitsJson(const chat::Traits &traits, const chat::Traits &normal);

} // namespace omni::catalog

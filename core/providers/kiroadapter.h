// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/providers/genericadapter.h"

namespace omni::providers {

/// Kiro wants each attempt numbered, and the profile of accounts that have one in the body.
class KiroAdapter final : public GenericAdapter
{
public:
    [[nodiscard]] base::Result<Outgoing> build(const Call &call) const override;
};

} // namespace omni::providers

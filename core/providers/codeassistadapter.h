// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/providers/genericadapter.h"

namespace omni::providers {

/// Code Assist wants the account's Google project and the conversation named in its envelope.
class CodeAssistAdapter final : public GenericAdapter
{
public:
    [[nodiscard]] base::Result<Outgoing> build(const Call &call) const override;
};

} // namespace omni::providers

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/providers/adapter.h"

namespace omni::providers {

/// Driven by the catalog alone; fits every provider that speaks a known format over HTTP.
class GenericAdapter final : public Adapter
{
public:
    [[nodiscard]] base::Result<Outgoing> build(const Call &call) const override;
    [[nodiscard]] base::Error decodeError(const catalog::Provider &provider, int status,
                                          const net::HeaderList &headers, QByteArrayView body,
                                          const QDateTime &now) const override;
};

} // namespace omni::providers

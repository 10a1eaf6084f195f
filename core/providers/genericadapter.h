// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/providers/adapter.h"

namespace omni::providers {

/// Driven by the catalog alone; fits every provider that speaks a known format over HTTP.
class GenericAdapter : public Adapter
{
public:
    [[nodiscard]] base::Result<Outgoing> build(const Call &call) const override;
    [[nodiscard]] base::Error decodeError(const catalog::Provider &provider, int status,
                                          const net::HeaderList &headers, QByteArrayView body,
                                          const QDateTime &now) const override;
};

/// Replaces a header of that name; lists of features are joined instead.
void setHeader(net::HeaderList &headers, const QByteArray &name, const QByteArray &value);

} // namespace omni::providers

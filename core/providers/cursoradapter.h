// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/providers/genericadapter.h"

#include <QDateTime>

namespace omni::providers {

/// Cursor's wire is protobuf, and its headers prove that the session belongs to a machine. All of
/// it is as public gateways know it; none is documented.
class CursorAdapter final : public GenericAdapter
{
public:
    [[nodiscard]] base::Result<Outgoing> build(const Call &call) const override;
};

/// `x-cursor-checksum`: the moment, in steps of a quarter of an hour, scrambled, then the machine.
[[nodiscard]] QByteArray cursorChecksum(const QDateTime &now, const QByteArray &machineId);

} // namespace omni::providers

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What the Anthropic API would refuse in a Messages request; empty when it would take it. Only
/// what the bytes show: no model's own limits. `counting` = a `count_tokens` request.
[[nodiscard]] QStringList anthropicRequestFaults(const base::Json &request, bool counting = false);

/// What a strict client would refuse in a stream of a whole answer: order, indexes, fields.
[[nodiscard]] QStringList anthropicStreamFaults(const QByteArray &stream);

} // namespace omni::test

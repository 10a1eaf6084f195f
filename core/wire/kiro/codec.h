// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::kiro {

/// Kiro's `generateAssistantResponse` (AWS CodeWhisperer), for upstreams. It always streams.
///
/// Nothing of it is documented by its vendor: requests and event names are as public gateways know
/// them (translation.md §4.7), the framing is proven on Bedrock's recordings.
[[nodiscard]] const Codec &codec();

/// The body with the account's profile, which no request knows: social logins have one, Builder ID
/// accounts may have none (empty: nothing is added).
[[nodiscard]] QByteArray withProfile(const QByteArray &body, const QByteArray &profileArn);

} // namespace omni::wire::kiro

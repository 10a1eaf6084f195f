// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

namespace omni::wire::anthropic {

/// `usage` of an answer, of `message_start` or of `message_delta`. What nobody else counts is kept
/// in `rest`; so is the tier, which a stream has no other place for.
struct DecodedUsage
{
    chat::Usage usage;
    QByteArray tier;
    base::Json rest;
};
[[nodiscard]] DecodedUsage decodeUsage(const base::Json &usage);

/// The counters as an object. `whole` = also the two figures that clients insist on when nobody
/// knows them (as 0), for an answer and for `message_start`.
[[nodiscard]] base::Json encodeUsage(const chat::Usage &usage, const QByteArray &tier,
                                     const base::Json &rest, bool whole);

} // namespace omni::wire::anthropic

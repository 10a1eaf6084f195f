// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::cursor {

/// Cursor's `StreamUnifiedChatWithTools` (protobuf in the Connect protocol), for upstreams. It
/// always streams. Bodies are framed and not packed.
///
/// Nothing of it is documented by its vendor: all field numbers are those of a public gateway
/// (9router, `cursorProtobuf.js`, schema note 1.1.3; translation.md §4.8) and may change any day.
[[nodiscard]] const Codec &codec();

/// What Cursor's editor says of the machine it runs on; empty ones are left out.
struct Surroundings
{
    QByteArray platform = "linux";
    QByteArray architecture = "x64";
    QByteArray version; ///< of the runtime
    QByteArray folder;
    QByteArray time; ///< ISO 8601
};

/// The codec's `encodeRequest` with more than the defaults of `Surroundings`.
[[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                         const Traits &traits,
                                                         const Surroundings &surroundings);

} // namespace omni::wire::cursor

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

/// A wire that only upstreams speak: the client's half is empty. Ask `servesClients` first; what is
/// encoded here for a client is nothing.
class UpstreamCodec : public Codec
{
public:
    [[nodiscard]] bool servesClients() const final { return false; }

    /// Unsupported, unless the codec reads its own requests too.
    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override;
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const final;
    [[nodiscard]] std::unique_ptr<StreamEncoder>
    streamEncoder(const StreamEncoder::Options &options) const final;
    [[nodiscard]] QByteArray encodeError(const base::Error &error, int status,
                                         QByteArrayView requestId) const final;
    [[nodiscard]] QByteArray encodeStreamError(const base::Error &error, int status,
                                               QByteArrayView requestId) const final;
    [[nodiscard]] QByteArray encodePing(bool started) const final;
};

} // namespace omni::wire

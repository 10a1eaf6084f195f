// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/codec.h"

#include "core/wire/anthropic/errors.h"
#include "core/wire/anthropic/requestdecoder.h"
#include "core/wire/anthropic/requestencoder.h"
#include "core/wire/anthropic/response.h"
#include "core/wire/anthropic/streamdecoder.h"
#include "core/wire/anthropic/streamencoder.h"
#include "core/wire/sse.h"

namespace omni::wire::anthropic {

namespace {

class MessagesCodec final : public Codec
{
public:
    [[nodiscard]] chat::Format format() const override { return chat::Format::Anthropic; }
    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override;
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override;
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override;
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override;
    [[nodiscard]] std::unique_ptr<wire::StreamDecoder> streamDecoder() const override;
    [[nodiscard]] std::unique_ptr<wire::StreamEncoder>
    streamEncoder(const wire::StreamEncoder::Options &options) const override;
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override;
    [[nodiscard]] QByteArray encodeError(const base::Error &error, int status,
                                         QByteArrayView requestId) const override;
    [[nodiscard]] QByteArray encodeStreamError(const base::Error &error, int status,
                                               QByteArrayView requestId) const override;
    [[nodiscard]] QByteArray encodePing(bool started) const override;
};

base::Result<DecodedRequest> MessagesCodec::decodeRequest(const base::Json &body) const
{
    return anthropic::decodeRequest(body);
}

base::Result<EncodedRequest> MessagesCodec::encodeRequest(const chat::ChatRequest &request,
                                                          const Traits &traits) const
{
    return anthropic::encodeRequest(request, traits);
}

base::Result<chat::ChatResponse> MessagesCodec::decodeResponse(const base::Json &body) const
{
    return anthropic::decodeResponse(body);
}

QByteArray MessagesCodec::encodeResponse(const chat::ChatResponse &response, Losses *losses) const
{
    return anthropic::encodeResponse(response, losses);
}

std::unique_ptr<wire::StreamDecoder> MessagesCodec::streamDecoder() const
{
    return std::make_unique<StreamDecoder>();
}

std::unique_ptr<wire::StreamEncoder>
MessagesCodec::streamEncoder(const wire::StreamEncoder::Options &options) const
{
    return std::make_unique<StreamEncoder>(options);
}

base::Error MessagesCodec::decodeError(int status, QByteArrayView body) const
{
    return anthropic::decodeError(status, body);
}

QByteArray MessagesCodec::encodeError(const base::Error &error, int status,
                                      QByteArrayView requestId) const
{
    return anthropic::encodeError(error, status, requestId);
}

QByteArray MessagesCodec::encodeStreamError(const base::Error &error, int status,
                                            QByteArrayView requestId) const
{
    return sseEvent("error", anthropic::encodeError(error, status, requestId));
}

QByteArray MessagesCodec::encodePing(bool started) const
{
    // Before the first event the format allows nothing but a comment.
    return started ? QByteArray("event: ping\ndata: {\"type\": \"ping\"}\n\n")
                   : QByteArray(": ping\n\n");
}

} // namespace

const Codec &codec()
{
    static const MessagesCodec instance;
    return instance;
}

} // namespace omni::wire::anthropic

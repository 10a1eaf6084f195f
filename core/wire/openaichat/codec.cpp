// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/codec.h"

#include "core/wire/openaichat/requestdecoder.h"
#include "core/wire/openaichat/requestencoder.h"
#include "core/wire/openaichat/response.h"
#include "core/wire/openaichat/streamdecoder.h"
#include "core/wire/openaichat/streamencoder.h"
#include "core/wire/openaierror.h"
#include "core/wire/sse.h"

namespace omni::wire::openaichat {

namespace {

class OpenAiChatCodec : public Codec
{
public:
    [[nodiscard]] chat::Format format() const override { return chat::Format::OpenAiChat; }

    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override
    {
        return openaichat::decodeRequest(body);
    }
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return openaichat::encodeRequest(request, traits);
    }
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return openaichat::decodeResponse(body);
    }
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override
    {
        return openaichat::encodeResponse(response, losses);
    }
    [[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<ChunkDecoder>();
    }
    [[nodiscard]] std::unique_ptr<StreamEncoder>
    streamEncoder(const StreamEncoder::Options &options) const override
    {
        return std::make_unique<ChunkEncoder>(options);
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override
    {
        return decodeOpenAiError(status, body);
    }
    [[nodiscard]] QByteArray encodeError(const base::Error &error, int status,
                                         QByteArrayView) const override
    {
        return encodeOpenAiError(error, status);
    }
    [[nodiscard]] QByteArray encodeStreamError(const base::Error &error, int status,
                                               QByteArrayView) const override
    {
        return sseEvent({}, encodeOpenAiError(error, status));
    }
    [[nodiscard]] QByteArray encodePing(bool) const override { return ": ping\n\n"; }
};

} // namespace

const Codec &codec()
{
    static const OpenAiChatCodec instance;
    return instance;
}

} // namespace omni::wire::openaichat

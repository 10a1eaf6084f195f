// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/codec.h"

#include "core/wire/openaierror.h"
#include "core/wire/openairesponses/requestdecoder.h"
#include "core/wire/openairesponses/requestencoder.h"
#include "core/wire/openairesponses/response.h"
#include "core/wire/openairesponses/streamdecoder.h"
#include "core/wire/openairesponses/streamencoder.h"

namespace omni::wire::openairesponses {

namespace {

class ResponsesCodec final : public Codec
{
public:
    [[nodiscard]] chat::Format format() const override { return Mine; }

    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override
    {
        return openairesponses::decodeRequest(body);
    }
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return openairesponses::encodeRequest(request, traits);
    }
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return openairesponses::decodeResponse(body);
    }
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override
    {
        return openairesponses::encodeResponse(response, losses);
    }
    [[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<EventDecoder>();
    }
    [[nodiscard]] std::unique_ptr<StreamEncoder>
    streamEncoder(const StreamEncoder::Options &options) const override
    {
        return std::make_unique<EventEncoder>(options);
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
                                               QByteArrayView requestId) const override
    {
        return failedStream(error, status, requestId);
    }
    [[nodiscard]] QByteArray encodePing(bool) const override { return ": ping\n\n"; }
};

} // namespace

const Codec &codec()
{
    static const ResponsesCodec instance;
    return instance;
}

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaicompletions/codec.h"

#include "core/wire/openaicompletions/request.h"
#include "core/wire/openaicompletions/response.h"
#include "core/wire/openaicompletions/streamdecoder.h"
#include "core/wire/openaicompletions/streamencoder.h"
#include "core/wire/openaierror.h"
#include "core/wire/sse.h"

namespace omni::wire::openaicompletions {

namespace {

class CompletionsCodec : public Codec
{
public:
    [[nodiscard]] chat::Format format() const override { return Mine; }

    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override
    {
        return openaicompletions::decodeRequest(body);
    }
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return openaicompletions::encodeRequest(request, traits);
    }
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return openaicompletions::decodeResponse(body);
    }
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override
    {
        return openaicompletions::encodeResponse(response, losses);
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
    static const CompletionsCodec instance;
    return instance;
}

} // namespace omni::wire::openaicompletions

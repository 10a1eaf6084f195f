// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/codec.h"

#include "core/wire/gemini/errors.h"
#include "core/wire/gemini/requestdecoder.h"
#include "core/wire/gemini/requestencoder.h"
#include "core/wire/gemini/response.h"
#include "core/wire/gemini/streamdecoder.h"
#include "core/wire/gemini/streamencoder.h"
#include "core/wire/sse.h"

namespace omni::wire::gemini {

namespace {

class GeminiCodec final : public Codec
{
public:
    [[nodiscard]] chat::Format format() const override { return chat::Format::Gemini; }

    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override
    {
        return gemini::decodeRequest(body);
    }
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return gemini::encodeRequest(request, traits);
    }
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return gemini::decodeResponse(body);
    }
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override
    {
        return gemini::encodeResponse(response, losses);
    }
    [[nodiscard]] std::unique_ptr<wire::StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<StreamDecoder>();
    }
    [[nodiscard]] std::unique_ptr<wire::StreamEncoder>
    streamEncoder(const wire::StreamEncoder::Options &options) const override
    {
        return std::make_unique<StreamEncoder>(options);
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override
    {
        return gemini::decodeError(status, body);
    }
    [[nodiscard]] QByteArray encodeError(const base::Error &error, int status,
                                         QByteArrayView) const override
    {
        return gemini::encodeError(error, status);
    }
    [[nodiscard]] QByteArray encodeStreamError(const base::Error &error, int status,
                                               QByteArrayView) const override
    {
        return sseEvent({}, gemini::encodeError(error, status));
    }
    /// Google's own libraries look for `data:` where an event may begin and know no comments; an
    /// empty line is the one thing that all of them pass over.
    [[nodiscard]] QByteArray encodePing(bool) const override { return "\n"; }
};

} // namespace

const Codec &codec()
{
    static const GeminiCodec instance;
    return instance;
}

} // namespace omni::wire::gemini

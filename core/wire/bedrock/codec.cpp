// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/codec.h"

#include "core/wire/awserror.h"
#include "core/wire/bedrock/request.h"
#include "core/wire/bedrock/response.h"
#include "core/wire/bedrock/streamdecoder.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/upstreamcodec.h"

namespace omni::wire::bedrock {

namespace {

class ConverseCodec : public UpstreamCodec
{
public:
    [[nodiscard]] chat::Format format() const override { return Mine; }
    [[nodiscard]] net::Framing framing() const override { return net::Framing::AwsEvents; }

    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override
    {
        return bedrock::decodeRequest(body);
    }
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return bedrock::encodeRequest(request, traits);
    }
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return bedrock::decodeResponse(body);
    }
    [[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<EventDecoder>();
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override
    {
        return decodeAwsError(status, body);
    }
};

} // namespace

const Codec &codec()
{
    static const ConverseCodec instance;
    return instance;
}

} // namespace omni::wire::bedrock

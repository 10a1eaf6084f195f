// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/kiro/codec.h"

#include "core/wire/kiro/errors.h"
#include "core/wire/kiro/requestencoder.h"
#include "core/wire/kiro/streamdecoder.h"
#include "core/wire/kiro/turns.h"
#include "core/wire/upstreamcodec.h"

namespace omni::wire::kiro {

namespace {

class KiroCodec : public UpstreamCodec
{
public:
    [[nodiscard]] chat::Format format() const override { return Mine; }
    [[nodiscard]] net::Framing framing() const override { return net::Framing::AwsEvents; }

    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return kiro::encodeRequest(request, traits);
    }
    /// A whole body can only be a refusal: answers stream.
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return base::fail(kiro::decodeError(200, body.toJson()));
    }
    [[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<EventDecoder>();
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override
    {
        return kiro::decodeError(status, body);
    }
};

} // namespace

const Codec &codec()
{
    static const KiroCodec instance;
    return instance;
}

QByteArray withProfile(const QByteArray &body, const QByteArray &profileArn)
{
    auto json =
        profileArn.isEmpty() ? base::Result<base::Json>(base::Json()) : base::Json::parse(body);
    if (!json || !json->isObject())
        return body;
    json->set("profileArn", profileArn);
    return json->toJson();
}

} // namespace omni::wire::kiro

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/cursor/codec.h"

#include "core/wire/cursor/errors.h"
#include "core/wire/cursor/streamdecoder.h"
#include "core/wire/cursor/words.h"
#include "core/wire/upstreamcodec.h"

namespace omni::wire::cursor {

namespace {

class CursorCodec : public UpstreamCodec
{
public:
    [[nodiscard]] chat::Format format() const override { return Mine; }
    [[nodiscard]] net::Framing framing() const override { return net::Framing::Connect; }

    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return cursor::encodeRequest(request, traits, {});
    }
    /// A whole JSON body can only be a refusal: answers stream.
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return base::fail(cursor::decodeError(200, body.toJson()));
    }
    [[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<MessageDecoder>();
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override
    {
        return cursor::decodeError(status, body);
    }
};

} // namespace

const Codec &codec()
{
    static const CursorCodec instance;
    return instance;
}

} // namespace omni::wire::cursor

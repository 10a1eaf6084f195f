// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/upstreamcodec.h"

namespace omni::wire {

namespace {

class SilentEncoder : public StreamEncoder
{
public:
    [[nodiscard]] QByteArray encode(const chat::StreamEvent &) override { return {}; }
    [[nodiscard]] QByteArray finish() override { return {}; }
};

} // namespace

base::Result<DecodedRequest> UpstreamCodec::decodeRequest(const base::Json &) const
{
    return base::fail(base::ErrorCode::Unsupported,
                      QStringLiteral("%1 is spoken to providers only")
                          .arg(QString::fromLatin1(chat::formatName(format()))));
}

QByteArray UpstreamCodec::encodeResponse(const chat::ChatResponse &, Losses *losses) const
{
    if (losses)
        losses->append(Loss{{}, chat::formatName(format()) + " is no client's format"});
    return {};
}

std::unique_ptr<StreamEncoder> UpstreamCodec::streamEncoder(const StreamEncoder::Options &) const
{
    return std::make_unique<SilentEncoder>();
}

QByteArray UpstreamCodec::encodeError(const base::Error &, int, QByteArrayView) const
{
    return {};
}

QByteArray UpstreamCodec::encodeStreamError(const base::Error &, int, QByteArrayView) const
{
    return {};
}

QByteArray UpstreamCodec::encodePing(bool) const
{
    return {};
}

} // namespace omni::wire

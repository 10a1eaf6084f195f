// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/codec.h"

#include "core/wire/ollama/errors.h"
#include "core/wire/ollama/requestdecoder.h"
#include "core/wire/ollama/requestencoder.h"
#include "core/wire/ollama/response.h"
#include "core/wire/ollama/streamdecoder.h"
#include "core/wire/ollama/streamencoder.h"

namespace omni::wire::ollama {

namespace {

class OllamaCodec : public Codec
{
public:
    explicit OllamaCodec(Form form)
        : m_form(form)
    {}

    [[nodiscard]] chat::Format format() const override { return Mine; }
    [[nodiscard]] net::Framing framing() const override { return net::Framing::Ndjson; }

    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const base::Json &body) const override
    {
        return ollama::decodeRequest(body, m_form);
    }
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override
    {
        return ollama::encodeRequest(request, traits);
    }
    [[nodiscard]] base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const override
    {
        return ollama::decodeResponse(body);
    }
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override
    {
        return ollama::encodeResponse(response, m_form, losses);
    }
    [[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<LineDecoder>();
    }
    [[nodiscard]] std::unique_ptr<StreamEncoder>
    streamEncoder(const StreamEncoder::Options &options) const override
    {
        return std::make_unique<LineEncoder>(options, m_form);
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override
    {
        return ollama::decodeError(status, body);
    }
    [[nodiscard]] QByteArray encodeError(const base::Error &error, int,
                                         QByteArrayView) const override
    {
        return ollama::encodeError(error);
    }
    [[nodiscard]] QByteArray encodeStreamError(const base::Error &error, int,
                                               QByteArrayView) const override
    {
        return ollama::encodeError(error) + '\n';
    }
    /// Every line must be an object, and an empty one is none: white space in front of the next
    /// line is what all JSON readers skip.
    [[nodiscard]] QByteArray encodePing(bool) const override { return " "; }

private:
    Form m_form;
};

} // namespace

const Codec &codec()
{
    static const OllamaCodec instance(Form::Chat);
    return instance;
}

const Codec &generateCodec()
{
    static const OllamaCodec instance(Form::Generate);
    return instance;
}

} // namespace omni::wire::ollama

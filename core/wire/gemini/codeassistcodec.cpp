// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/codeassistcodec.h"

#include "core/wire/gemini/envelope.h"
#include "core/wire/gemini/errors.h"
#include "core/wire/gemini/requestdecoder.h"
#include "core/wire/gemini/requestencoder.h"
#include "core/wire/gemini/response.h"
#include "core/wire/gemini/retag.h"
#include "core/wire/gemini/streamdecoder.h"
#include "core/wire/gemini/streamencoder.h"
#include "core/wire/gemini/words.h"
#include "core/wire/requestfacts.h"
#include "core/wire/sse.h"
#include "core/wire/upstreamerror.h"

namespace omni::wire::gemini {

namespace {

using base::Json;

constexpr QByteArrayView DataMark = "data: ";
constexpr QByteArrayView EventEnd = "\n\n";

QByteArray wrapAnswer(QByteArrayView answer, const Json &extra = {})
{
    QByteArray wrapped;
    wrapped.reserve(answer.size() + 16);
    wrapped += R"({"response":)";
    wrapped.append(answer);
    JsonOut out(wrapped);
    writeMembers(out, extra);
    return wrapped += '}';
}

class EnvelopeDecoder final : public wire::StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override
    {
        auto json = Json::parse(data);
        if (!json)
            json = Json::parse(m_halves.join(data));
        chat::StreamEvents events = json && json->isObject() && !isEnded()
                                        ? m_inner.decodeChunk(unwrapped(*json))
                                        : m_inner.decode(name, data);
        markAsCodeAssist(events);
        return events;
    }
    [[nodiscard]] chat::StreamEvents finish() override
    {
        chat::StreamEvents events = m_inner.finish();
        markAsCodeAssist(events);
        return events;
    }
    [[nodiscard]] bool isEnded() const override { return m_inner.isEnded(); }

private:
    gemini::StreamDecoder m_inner;
    SurrogateJoiner m_halves;
};

class EnvelopeEncoder final : public wire::StreamEncoder
{
public:
    explicit EnvelopeEncoder(const Options &options)
        : m_inner(options)
    {}
    [[nodiscard]] QByteArray encode(const chat::StreamEvent &event) override
    {
        return wrapEvents(m_inner.encode(event));
    }
    [[nodiscard]] QByteArray finish() override { return wrapEvents(m_inner.finish()); }

private:
    static QByteArray wrapEvents(const QByteArray &events)
    {
        QByteArray out;
        for (qsizetype at = 0; at < events.size();) {
            const qsizetype end = events.indexOf(EventEnd, at);
            const qsizetype begin = at + DataMark.size();
            appendSse(out, {}, wrapAnswer(QByteArrayView(events).sliced(begin, end - begin)));
            at = end + EventEnd.size();
        }
        return out;
    }

    gemini::StreamEncoder m_inner;
};

class CodeAssistCodec final : public Codec
{
public:
    [[nodiscard]] chat::Format format() const override { return chat::Format::CodeAssist; }
    [[nodiscard]] base::Result<DecodedRequest> decodeRequest(const Json &body) const override;
    [[nodiscard]] base::Result<EncodedRequest> encodeRequest(const chat::ChatRequest &request,
                                                             const Traits &traits) const override;
    [[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const Json &body) const override;
    [[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response,
                                            Losses *losses) const override
    {
        return wrapAnswer(gemini::encodeResponse(response, losses),
                          response.extensions.of(chat::Format::CodeAssist));
    }
    [[nodiscard]] std::unique_ptr<wire::StreamDecoder> streamDecoder() const override
    {
        return std::make_unique<EnvelopeDecoder>();
    }
    [[nodiscard]] std::unique_ptr<wire::StreamEncoder>
    streamEncoder(const wire::StreamEncoder::Options &options) const override
    {
        return std::make_unique<EnvelopeEncoder>(options);
    }
    [[nodiscard]] base::Error decodeError(int status, QByteArrayView body) const override;
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
    [[nodiscard]] QByteArray encodePing(bool) const override { return "\n"; }
};

base::Result<DecodedRequest> CodeAssistCodec::decodeRequest(const Json &body) const
{
    if (!body["request"].isObject())
        return base::fail({.code = base::ErrorCode::InvalidRequest,
                           .detail = QStringLiteral("request: is required, as an object"),
                           .field = QStringLiteral("request")});
    auto decoded = gemini::decodeRequest(body["request"]);
    if (!decoded) {
        base::Error error = decoded.error();
        error.field.prepend(QStringLiteral("request."));
        error.detail.prepend(QStringLiteral("request."));
        return base::fail(error);
    }
    decoded->request.model = body["model"].toBytes();
    return decoded;
}

base::Result<EncodedRequest> CodeAssistCodec::encodeRequest(const chat::ChatRequest &request,
                                                            const Traits &traits) const
{
    chat::ChatRequest own = request;
    unmarkForCodeAssist(own);
    if (!traits.defaultInstructions.isEmpty()) {
        chat::Message preamble{.role = chat::Role::System};
        preamble.parts.emplace_back(chat::TextPart{.text = traits.defaultInstructions});
        own.messages.insert(own.messages.begin(), std::move(preamble));
    }
    Traits inner = traits;
    inner.fullSchemas = false;
    // What the catalog adds or refuses stands in the envelope.
    inner.extraBody.clear();
    inner.refusedFields.clear();
    auto encoded = gemini::encodeRequest(own, inner);
    if (encoded)
        encoded->body = withTraits(wrapRequest(request.model, encoded->body), traits);
    return encoded;
}

base::Result<chat::ChatResponse> CodeAssistCodec::decodeResponse(const Json &body) const
{
    Json plain = unwrapped(body);
    if (body.isArray()) {
        plain = Json::array();
        for (const Json &chunk : body.items())
            plain.append(unwrapped(chunk));
    }
    auto response = gemini::decodeResponse(plain);
    if (response) {
        markAsCodeAssist(*response);
        if (body["response"].isObject())
            response->extensions.put(format(), leftOver(body, {"response"}));
    }
    return response;
}

/// Of other vendors' models it hands on the whole error body, as the text of its own.
base::Error CodeAssistCodec::decodeError(int status, QByteArrayView body) const
{
    base::Error error = gemini::decodeError(status, body);
    const auto nested = Json::parse(error.detail.toUtf8());
    if (!nested || !(*nested)["error"]["message"].isString())
        return error;
    const QByteArray &message = (*nested)["error"]["message"].toBytes();
    error.detail = upstreamWords(message);
    error.code = refinedByWords(error.code, message);
    return error;
}

} // namespace

const Codec &codeAssistCodec()
{
    static const CodeAssistCodec instance;
    return instance;
}

} // namespace omni::wire::gemini

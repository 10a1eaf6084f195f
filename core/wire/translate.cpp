// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/translate.h"

#include "core/net/framereader.h"
#include "core/wire/formats.h"
#include "core/wire/openairesponses/state.h"
#include "core/wire/statuscodes.h"

namespace omni::wire {

using base::Json;
using base::Result;
using chat::Format;

namespace {

struct Pair
{
    const Codec &from;
    const Codec &to;
};

Result<Pair> codecsFor(Format from, Format to)
{
    const Codec *source = codecFor(from);
    const Codec *target = codecFor(to);
    if (source && target)
        return Pair{*source, *target};
    const Format missing = source ? to : from;
    return base::fail(base::ErrorCode::Unsupported,
                      QStringLiteral("%1 cannot be translated yet")
                          .arg(QString::fromLatin1(chat::formatName(missing))));
}

/// For what goes to a client.
Result<Pair> codecsForAnswer(Format from, Format to)
{
    auto codecs = codecsFor(from, to);
    if (codecs && !codecs->to.servesClients())
        return base::fail(base::ErrorCode::Unsupported,
                          QStringLiteral("%1 is spoken to providers only")
                              .arg(QString::fromLatin1(chat::formatName(to))));
    return codecs;
}

/// Feeds a recorded stream through decoder and encoder.
class StreamTranslation
{
public:
    StreamTranslation(const Pair &codecs, const TranslateOptions &options)
        : m_to(codecs.to)
        , m_from(codecs.from)
        , m_decoder(codecs.from.streamDecoder())
        , m_encoder(codecs.to.streamEncoder({.model = options.model,
                                             .includeUsage = true,
                                             .fallbackId = "translated",
                                             .createdSeconds = 0}))
    {}

    Translation run(QByteArrayView bytes, qsizetype cut)
    {
        // Without `alt=sse` Gemini's stream is one list.
        const bool isList = m_from.format() == Format::Gemini && bytes.trimmed().startsWith('[');
        const auto reader =
            net::makeFrameReader(isList ? net::Framing::JsonArray : m_from.framing());
        const qsizetype step = cut > 0 ? cut : std::max<qsizetype>(bytes.size(), 1);
        for (qsizetype at = 0; at < bytes.size() && !isOver(); at += step)
            feed(reader->feed(bytes.sliced(at, std::min(step, bytes.size() - at))));
        if (!isOver())
            feed(reader->finish());
        if (const QString fault = reader->fault(); !isOver() && !fault.isEmpty())
            write(
                {chat::event::Failed{{.code = base::ErrorCode::UpstreamFailed, .detail = fault}}});
        if (!isOver())
            write(m_decoder->finish());
        if (!m_failed)
            m_out += m_encoder->finish();
        return {std::move(m_out), m_encoder->losses()};
    }

private:
    [[nodiscard]] bool isOver() const { return m_failed || m_decoder->isEnded(); }

    void feed(const QList<net::Frame> &events)
    {
        for (const net::Frame &event : events) {
            if (!event.isComment && !isOver())
                write(m_decoder->decode(event.name, event.data));
        }
    }

    void write(const chat::StreamEvents &events)
    {
        for (const chat::StreamEvent &event : events) {
            if (const auto *failed = std::get_if<chat::event::Failed>(&event)) {
                m_failed = true;
                const int status = clientStatus(failed->error, m_to.format());
                const QByteArray last = m_encoder->encodeFailure(failed->error, status);
                m_out += last.isEmpty() ? m_to.encodeStreamError(failed->error, status, {}) : last;
                return;
            }
            m_out += m_encoder->encode(event);
        }
    }

    const Codec &m_to;
    const Codec &m_from;
    std::unique_ptr<StreamDecoder> m_decoder;
    std::unique_ptr<StreamEncoder> m_encoder;
    QByteArray m_out;
    bool m_failed = false;
};

} // namespace

Result<Translation> translateRequest(Format from, Format to, QByteArrayView bytes,
                                     const TranslateOptions &options)
{
    const auto codecs = codecsFor(from, to);
    if (!codecs)
        return base::fail(codecs.error());
    const auto json = Json::parse(bytes);
    if (!json)
        return base::fail(json.error());
    auto decoded = codecs->from.decodeRequest(*json);
    if (!decoded)
        return base::fail(decoded.error());
    if (to != Format::OpenAiResponses) {
        if (const auto fault = openairesponses::foreignFault(decoded->request))
            return base::fail(*fault);
    }
    if (!options.model.isEmpty())
        decoded->request.model = options.model;
    auto encoded = codecs->to.encodeRequest(decoded->request, Traits());
    if (!encoded)
        return base::fail(encoded.error());
    return Translation{std::move(encoded->body), decoded->losses + encoded->losses};
}

Result<Translation> translateResponse(Format from, Format to, QByteArrayView bytes,
                                      const TranslateOptions &options)
{
    const auto codecs = codecsForAnswer(from, to);
    if (!codecs)
        return base::fail(codecs.error());
    const auto json = Json::parse(bytes);
    if (!json)
        return base::fail(json.error());
    auto response = codecs->from.decodeResponse(*json);
    Translation out;
    if (!response) {
        const int status = clientStatus(response.error(), to);
        out.bytes = codecs->to.encodeError(response.error(), status, {});
        return out;
    }
    if (!options.model.isEmpty())
        response->model = options.model;
    out.bytes = codecs->to.encodeResponse(*response, &out.losses);
    return out;
}

Result<Translation> translateStream(Format from, Format to, QByteArrayView bytes,
                                    const TranslateOptions &options)
{
    const auto codecs = codecsForAnswer(from, to);
    if (!codecs)
        return base::fail(codecs.error());
    return StreamTranslation(*codecs, options).run(bytes, options.cut);
}

} // namespace omni::wire

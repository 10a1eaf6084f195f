// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/playground.h"

#include "core/net/framereader.h"
#include "core/wire/chatjson.h"
#include "core/wire/formats.h"
#include "core/wire/statuscodes.h"

#include <QDir>
#include <QFile>

#include <array>

namespace omni::wire {

using base::Json;
using base::Result;
using chat::Format;
using Stage = PlaygroundStep::Stage;

namespace {

const QString TemplateFolder = QStringLiteral(":/playground/");
const QString TemplateEnd = QStringLiteral(".json");

struct Pair
{
    const Codec &from;
    const Codec &to;

    [[nodiscard]] PlaygroundStep source(const QByteArray &text) const
    {
        return {Stage::Source, from.format(), text};
    }
    [[nodiscard]] PlaygroundStep target(const QByteArray &text) const
    {
        return {Stage::Target, to.format(), text};
    }
};

Result<Walk> walkRequest(const Pair &codecs, const Json &json, const TranslateOptions &options)
{
    auto decoded = codecs.from.decodeRequest(json);
    if (!decoded)
        return base::fail(decoded.error());
    if (!options.model.isEmpty())
        decoded->request.model = options.model;
    const auto encoded = codecs.to.encodeRequest(decoded->request, Traits());
    if (!encoded)
        return base::fail(encoded.error());
    return Walk{.steps = {codecs.source(json.toJson()),
                          {Stage::Canonical, {}, chatJson(decoded->request).toJson()},
                          codecs.target(encoded->body)},
                .losses = decoded->losses + encoded->losses};
}

Result<Walk> walkResponse(const Pair &codecs, const Json &json, const TranslateOptions &options)
{
    Walk walk{.steps = {codecs.source(json.toJson())}, .losses = {}};
    auto response = codecs.from.decodeResponse(json);
    if (!response) {
        const base::Error &error = response.error();
        walk.steps.append({Stage::Canonical,
                           {},
                           chatJson(chat::StreamEvent(chat::event::Failed{error})).toJson()});
        walk.steps.append(codecs.target(
            codecs.to.encodeError(error, clientStatus(error, codecs.to.format()), {})));
        return walk;
    }
    if (!options.model.isEmpty())
        response->model = options.model;
    walk.steps.append({Stage::Canonical, {}, chatJson(*response).toJson()});
    walk.steps.append(codecs.target(codecs.to.encodeResponse(*response, &walk.losses)));
    return walk;
}

/// A stream, message by message.
class StreamWalk
{
public:
    StreamWalk(const Pair &codecs, const TranslateOptions &options)
        : m_codecs(codecs)
        , m_decoder(codecs.from.streamDecoder())
        , m_encoder(codecs.to.streamEncoder({.model = options.model,
                                             .includeUsage = true,
                                             .fallbackId = "translated",
                                             .createdSeconds = 0}))
    {}

    Walk run(QByteArrayView bytes, qsizetype cut)
    {
        const auto reader = net::makeFrameReader(m_codecs.from.framing());
        const qsizetype step = cut > 0 ? cut : std::max<qsizetype>(bytes.size(), 1);
        for (qsizetype at = 0; at < bytes.size(); at += step)
            take(reader->feed(bytes.sliced(at, std::min(step, bytes.size() - at))));
        take(reader->finish());
        if (!isOver())
            write(m_decoder->finish(), {});
        if (!m_failed)
            add(Stage::Target, m_encoder->finish());
        m_walk.losses = m_encoder->losses();
        return std::move(m_walk);
    }

private:
    [[nodiscard]] bool isOver() const { return m_failed || m_decoder->isEnded(); }

    void add(Stage stage, const QByteArray &text)
    {
        if (text.isEmpty())
            return;
        if (stage == Stage::Canonical)
            m_walk.steps.append({stage, {}, text});
        else
            m_walk.steps.append(stage == Stage::Source ? m_codecs.source(text)
                                                       : m_codecs.target(text));
    }

    void take(const QList<net::Frame> &frames)
    {
        for (const net::Frame &frame : frames) {
            if (!frame.isComment && !isOver())
                write(m_decoder->decode(frame.name, frame.data), frame.data);
        }
    }

    void write(const chat::StreamEvents &events, const QByteArray &source)
    {
        add(Stage::Source, source);
        QByteArray written;
        for (const chat::StreamEvent &event : events) {
            add(Stage::Canonical, chatJson(event).toJson());
            const auto *failed = std::get_if<chat::event::Failed>(&event);
            m_failed = failed != nullptr;
            written +=
                failed ? m_codecs.to.encodeStreamError(
                             failed->error, clientStatus(failed->error, m_codecs.to.format()), {})
                       : m_encoder->encode(event);
            if (m_failed)
                break;
        }
        add(Stage::Target, written);
    }

    const Pair &m_codecs;
    std::unique_ptr<StreamDecoder> m_decoder;
    std::unique_ptr<StreamEncoder> m_encoder;
    Walk m_walk;
    bool m_failed = false;
};

} // namespace

const char *stageName(PlaygroundStep::Stage stage)
{
    constexpr std::array Names{"source", "canonical", "target"};
    return Names.at(size_t(stage));
}

Result<Walk> walkThrough(BodyUse use, Format from, Format to, QByteArrayView bytes,
                         const TranslateOptions &options)
{
    const Codec *source = codecFor(from);
    const Codec *target = codecFor(to);
    if (!source || !target)
        return base::fail(base::ErrorCode::Unsupported,
                          QStringLiteral("%1 cannot be translated")
                              .arg(QString::fromLatin1(chat::formatName(source ? to : from))));
    const Pair codecs{*source, *target};
    if (use == BodyUse::Stream)
        return StreamWalk(codecs, options).run(bytes, options.cut);
    const auto json = Json::parse(bytes);
    if (!json)
        return base::fail(json.error());
    return use == BodyUse::Request ? walkRequest(codecs, *json, options)
                                   : walkResponse(codecs, *json, options);
}

QStringList playgroundTemplates()
{
    QStringList names = QDir(TemplateFolder).entryList(QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(TemplateEnd.size());
    return names;
}

Result<QByteArray> playgroundTemplate(const QString &name)
{
    QFile file(TemplateFolder + name + TemplateEnd);
    if (!playgroundTemplates().contains(name) || !file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound,
                          QStringLiteral("there is no template \"%1\"; there are %2")
                              .arg(name, playgroundTemplates().join(QStringLiteral(", "))));
    return file.readAll();
}

} // namespace omni::wire

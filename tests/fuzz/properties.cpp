// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/properties.h"

#include "core/base/jsonscan.h"
#include "core/wire/formats.h"
#include "core/wire/statuscodes.h"

#include <QSet>

#include <cstdio>
#include <cstdlib>

namespace omni::fuzz {

using base::Json;
using chat::Format;

namespace {

void require(bool holds, const char *what, QByteArrayView shown = {})
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n%.*s\n", what, int(shown.size()), shown.data());
    std::abort();
}

QList<const wire::Codec *> everyCodec()
{
    QList<const wire::Codec *> codecs;
    for (int i = 0; i < chat::FormatCount; ++i) {
        if (const wire::Codec *codec = wire::codecFor(Format(i)))
            codecs.append(codec);
    }
    return codecs;
}

QList<const wire::Codec *> clients()
{
    QList<const wire::Codec *> codecs = everyCodec();
    codecs.removeIf([](const wire::Codec *codec) { return !codec->servesClients(); });
    return codecs;
}

/// Follows the rules of chat::StreamEvent.
class Sequence
{
public:
    void add(const chat::StreamEvent &event)
    {
        using namespace chat::event;
        require(!m_failed, "nothing follows a failure");
        if (std::holds_alternative<Failed>(event)) {
            m_failed = true;
        } else if (std::holds_alternative<Started>(event)) {
            require(!m_started, "a stream starts once");
            m_started = true;
        } else if (const auto *opened = std::get_if<PartOpened>(&event)) {
            require(m_started, "parts open behind the start");
            require(opened->index == m_opened++, "parts open in order, without gaps");
            m_open.insert(opened->index);
        } else if (const auto *grew = std::get_if<PartGrew>(&event)) {
            require(m_open.contains(grew->index), "only an open part grows");
        } else if (const auto *closed = std::get_if<PartClosed>(&event)) {
            require(m_open.remove(closed->index), "only an open part closes");
        } else if (const auto *finished = std::get_if<Finished>(&event)) {
            require(m_started, "a stream that ends has started");
            require(!m_finished.contains(finished->choice), "a choice ends once");
            m_finished.insert(finished->choice);
        }
    }

    void end(bool isComplete) const
    {
        require(m_failed || !isComplete || (m_open.isEmpty() && !m_finished.isEmpty()),
                "a stream that did not fail is closed and finished");
    }

private:
    QSet<int> m_open;
    QSet<int> m_finished;
    int m_opened = 0;
    bool m_started = false;
    bool m_failed = false;
};

chat::StreamEvents readAll(const wire::Codec &codec, QByteArrayView bytes, qsizetype cut)
{
    const auto frames = net::makeFrameReader(codec.framing());
    const auto decoder = codec.streamDecoder();
    chat::StreamEvents all;
    bool failed = false;
    const auto take = [&](chat::StreamEvents events) {
        for (chat::StreamEvent &event : events) {
            failed = failed || std::holds_alternative<chat::event::Failed>(event);
            all.push_back(std::move(event));
        }
    };
    const auto decode = [&](const QList<net::Frame> &list) {
        for (const net::Frame &frame : list) {
            if (!frame.isComment && !failed && !decoder->isEnded())
                take(decoder->decode(frame.name, frame.data));
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += cut)
        decode(frames->feed(bytes.sliced(at, std::min(cut, bytes.size() - at))));
    decode(frames->finish());
    if (!failed && frames->fault().isEmpty())
        take(decoder->finish());
    return all;
}

QByteArray tell(const wire::Codec &client, const chat::StreamEvents &events)
{
    const auto encoder = client.streamEncoder(
        {.model = "m", .includeUsage = true, .fallbackId = "id", .createdSeconds = 1});
    QByteArray out;
    for (const chat::StreamEvent &event : events)
        out += encoder->encode(event);
    return out + encoder->finish();
}

void requireJson(QByteArrayView text, const char *what)
{
    require(Json::parse(text).has_value(), what, text);
}

} // namespace

void json(QByteArrayView input)
{
    const auto parsed = Json::parse(input);
    const auto scanned = base::scanTopLevel(input);
    if (!parsed) {
        // The scanner does not look at the range of numbers.
        require(!scanned || parsed.error().detail.contains(u"Number"), "the parser refuses only "
                                                                       "what the scanner refuses");
        return;
    }
    const auto again = Json::parse(parsed->toJson());
    require(again.has_value() && *again == *parsed, "JSON is written as it was read");
    if (!parsed->isObject())
        return;
    if (!scanned) {
        QSet<QByteArray> keys;
        for (const base::JsonMember &member : parsed->members())
            keys.insert(member.key);
        require(keys.size() < parsed->members().size() || scanned.error().detail.contains(u"512"),
                "the scanner refuses only repeated keys");
        return;
    }
    require(scanned->size() == parsed->members().size(), "both see the same members");
}

void request(const wire::Codec &codec, QByteArrayView input)
{
    const auto body = Json::parse(input);
    if (!body)
        return;
    const auto decoded = codec.decodeRequest(*body);
    if (!decoded) {
        require(!decoded.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    for (const wire::Codec *target : everyCodec()) {
        const auto encoded = target->encodeRequest(decoded->request, {});
        if (!encoded)
            continue;
        if (target->framing() != net::Framing::Connect)
            requireJson(encoded->body, "a request is JSON");
        if (target == &codec)
            require(codec.decodeRequest(*Json::parse(encoded->body)).has_value(),
                    "a codec reads what it wrote", encoded->body);
    }
}

void response(const wire::Codec &codec, QByteArrayView input)
{
    const auto body = Json::parse(input);
    if (!body)
        return;
    const auto decoded = codec.decodeResponse(*body);
    if (!decoded)
        return;
    const chat::StreamEvents events = chat::eventsOf(*decoded);
    Sequence sequence;
    for (const chat::StreamEvent &event : events)
        sequence.add(event);
    for (const wire::Codec *client : clients()) {
        requireJson(client->encodeResponse(*decoded), "an answer is JSON");
        (void)tell(*client, events);
    }
}

void error(const wire::Codec &codec, QByteArrayView input)
{
    const base::Error error = codec.decodeError(400 + int(input.size() % 130), input);
    for (const wire::Codec *client : clients()) {
        const int status = wire::clientStatus(error, client->format());
        requireJson(client->encodeError(error, status, "req_1"), "an error is JSON");
        (void)client->encodeStreamError(error, status, "req_1");
    }
}

void stream(const wire::Codec &codec, QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const qsizetype cut = 1 + uchar(input.front()) % 64;
    const QByteArrayView bytes = input.sliced(1);
    const chat::StreamEvents whole = readAll(codec, bytes, std::max<qsizetype>(bytes.size(), 1));
    require(readAll(codec, bytes, cut) == whole, "a cut changes nothing");
    Sequence sequence;
    for (const chat::StreamEvent &event : whole)
        sequence.add(event);
    const auto frames = net::makeFrameReader(codec.framing());
    (void)frames->feed(bytes);
    (void)frames->finish();
    sequence.end(frames->fault().isEmpty());
    chat::ResponseBuilder builder;
    for (const chat::StreamEvent &event : whole)
        builder.add(event);
    for (const wire::Codec *client : clients())
        (void)tell(*client, whole);
}

} // namespace omni::fuzz

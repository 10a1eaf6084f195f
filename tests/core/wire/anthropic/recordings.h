// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/streamevent.h"
#include "core/net/ssereader.h"
#include "core/wire/codec.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace omni::test {

inline QString anthropicFolder()
{
    return QStringLiteral(OMNI_TEST_DATA "/wire/anthropic/");
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline base::Json jsonOf(const QString &path)
{
    const auto json = base::Json::parse(bytesOf(path));
    return json ? *json : base::Json();
}

/// One row for each recorded exchange that has this file; its columns are `path` (of the folder,
/// with a slash).
inline void addRecordings(const QString &file)
{
    QTest::addColumn<QString>("path");
    const QDir folder(anthropicFolder() + QStringLiteral("recordings"));
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = folder.filePath(name) + QLatin1Char('/');
        if (QFile::exists(path + file))
            QTest::addRow("%s", qPrintable(name)) << path;
    }
}

/// Where two values differ first, for a message a person can read.
inline QByteArray difference(const base::Json &a, const base::Json &b, const QByteArray &at = "$")
{
    if (a == b)
        return {};
    if (a.isObject() && b.isObject()) {
        for (const base::JsonMember &member : a.members()) {
            const QByteArray path = at + '.' + member.key;
            if (!b.contains(member.key))
                return path + " is missing: " + member.value.toJson().left(200);
            const QByteArray inner = difference(member.value, b[QByteArrayView(member.key)], path);
            if (!inner.isEmpty())
                return inner;
        }
        for (const base::JsonMember &member : b.members()) {
            if (!a.contains(member.key))
                return at + '.' + member.key + " was added: " + member.value.toJson().left(200);
        }
        return {};
    }
    if (a.isArray() && b.isArray() && a.size() == b.size()) {
        for (qsizetype i = 0; i < a.size(); ++i) {
            const QByteArray inner =
                difference(a.at(i), b.at(i), at + '[' + QByteArray::number(i) + ']');
            if (!inner.isEmpty())
                return inner;
        }
        return {};
    }
    return at + ": " + a.toJson().left(300) + " became " + b.toJson().left(300);
}

inline chat::StreamEvents decodeStream(const wire::Codec &codec, const QByteArray &bytes,
                                       qsizetype step)
{
    net::SseReader reader;
    const auto decoder = codec.streamDecoder();
    chat::StreamEvents events;
    const auto feed = [&](const QList<net::Frame> &read) {
        for (const net::Frame &event : read) {
            if (event.isComment)
                continue;
            for (chat::StreamEvent &decoded : decoder->decode(event.name, event.data))
                events.push_back(std::move(decoded));
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += step)
        feed(reader.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at))));
    feed(reader.finish());
    for (chat::StreamEvent &decoded : decoder->finish())
        events.push_back(std::move(decoded));
    return events;
}

inline QByteArray encodeStream(const wire::Codec &codec, const chat::StreamEvents &events,
                               const QByteArray &model = {})
{
    const auto encoder = codec.streamEncoder({.model = model, .fallbackId = "test"});
    QByteArray out;
    for (const chat::StreamEvent &event : events)
        out += encoder->encode(event);
    return out + encoder->finish();
}

inline chat::ChatResponse built(const chat::StreamEvents &events)
{
    chat::ResponseBuilder builder;
    for (const chat::StreamEvent &event : events)
        builder.add(event);
    return builder.response();
}

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/wire/recordings.h"

#include "core/net/ssereader.h"
#include "core/wire/formats.h"
#include "core/wire/ollama/codec.h"

namespace omni::wiretest {

using base::Json;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QDir root(const QString &format)
{
    const QDir folder(QStringLiteral(OMNI_TEST_DATA "/wire/") + format);
    // Beside recordings some formats keep cases of other kinds.
    const QString inner = folder.filePath(QStringLiteral("recordings"));
    return QFile::exists(inner) ? QDir(inner) : folder;
}

} // namespace

QByteArray Recording::request() const
{
    return contentOf(folder + QStringLiteral("/request.json"));
}

QByteArray Recording::response() const
{
    return contentOf(folder + QLatin1Char('/') + file);
}

Recording recording(const QString &format, const QString &name)
{
    Recording found{.name = name, .folder = root(format).filePath(name)};
    const Json meta = parsed(contentOf(found.folder + QStringLiteral("/meta.json")));
    found.status = int(meta["status"].toInt(200));
    found.file = meta["response"]["file"].toText();
    found.isStream = found.file != QStringLiteral("response.json");
    return found;
}

QByteArray caseFile(const QString &path)
{
    return contentOf(QStringLiteral(OMNI_TEST_DATA "/wire/") + path);
}

QList<Recording> recordingsOf(const QString &format)
{
    QList<Recording> all;
    for (const QString &name : root(format).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        all.append(recording(format, name));
    return all;
}

void addRows(const QString &format, const std::function<bool(const Recording &)> &wanted)
{
    QTest::addColumn<QString>("name");
    int rows = 0;
    for (const Recording &each : recordingsOf(format)) {
        if (!wanted(each))
            continue;
        QTest::newRow(qPrintable(each.name)) << each.name;
        ++rows;
    }
    if (rows == 0)
        qFatal("no recordings of %s", qPrintable(format));
}

namespace {

void addForeignRows(const QStringList &formats, bool (*isWanted)(const Recording &))
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("name");
    for (const QString &format : formats) {
        for (const Recording &each : recordingsOf(format)) {
            if (isWanted(each))
                QTest::addRow("%s %s", qPrintable(format), qPrintable(each.name))
                    << format << each.name;
        }
    }
}

} // namespace

void addRequestRows(const QStringList &formats)
{
    // All it says stands in the stored turn before it.
    static const QString goesOn =
        QStringLiteral("openai__openai-responses-compact-with-auto-previous-response-id-s2");
    addForeignRows(formats, [](const Recording &each) {
        return !each.request().isEmpty() && each.name != goesOn;
    });
}

void addStreamRows(const QStringList &formats)
{
    addForeignRows(formats, [](const Recording &each) { return each.isStream; });
}

base::Result<chat::ChatRequest> decodedRequest(const QString &format, const QString &name)
{
    const base::Json body = parsed(recording(format, name).request());
    const bool isGenerate = format == QLatin1String("ollama") && body.contains("prompt");
    const wire::Codec &from = isGenerate
                                  ? wire::ollama::generateCodec()
                                  : *wire::codecFor(*chat::formatFromName(format.toLatin1()));
    auto decoded = from.decodeRequest(body);
    if (!decoded)
        return base::fail(decoded.error());
    return std::move(decoded->request);
}

chat::StreamEvents eventsOfStream(const wire::Codec &codec, QByteArrayView bytes, qsizetype cut)
{
    const auto reader = net::makeFrameReader(codec.framing());
    const auto decoder = codec.streamDecoder();
    chat::StreamEvents events;
    const auto take = [&](const QList<net::Frame> &read) {
        for (const net::Frame &event : read) {
            if (event.isComment || decoder->isEnded())
                continue;
            for (chat::StreamEvent &made : decoder->decode(event.name, event.data))
                events.push_back(std::move(made));
        }
    };
    const qsizetype step = cut > 0 ? cut : std::max<qsizetype>(1, bytes.size());
    for (qsizetype at = 0; at < bytes.size(); at += step)
        take(reader->feed(bytes.sliced(at, std::min(step, bytes.size() - at))));
    take(reader->finish());
    for (chat::StreamEvent &made : decoder->finish())
        events.push_back(std::move(made));
    return events;
}

QList<QByteArray> dataOf(QByteArrayView sse)
{
    net::SseReader reader;
    QList<QByteArray> texts;
    auto events = reader.feed(sse);
    events += reader.finish();
    for (const net::Frame &event : events) {
        if (!event.isComment)
            texts.append(event.data);
    }
    return texts;
}

QByteArray encoded(const wire::Codec &codec, const chat::StreamEvents &events,
                   const wire::StreamEncoder::Options &options)
{
    const auto encoder = codec.streamEncoder(options);
    QByteArray out;
    for (const chat::StreamEvent &event : events)
        out += encoder->encode(event);
    return out + encoder->finish();
}

Json parsed(QByteArrayView text)
{
    return Json::parse(text).value_or(Json());
}

QStringList differences(const Json &found, const Json &wanted, const QStringList &ordered,
                        const QString &path)
{
    QStringList all;
    if (found.isObject() && wanted.isObject()) {
        for (const base::JsonMember &member : wanted.members()) {
            const QString key = QString::fromUtf8(member.key);
            const QString here = path + QLatin1Char('.') + key;
            if (!found.contains(member.key))
                all += here + QStringLiteral(": missing");
            else if (!ordered.contains(key))
                all += differences(found[QByteArrayView(member.key)], member.value, ordered, here);
            else if (found[QByteArrayView(member.key)] != member.value)
                all += here + QStringLiteral(": changed");
        }
        for (const base::JsonMember &member : found.members()) {
            if (!wanted.contains(member.key))
                all += path + QLatin1Char('.') + QString::fromUtf8(member.key) +
                       QStringLiteral(": added");
        }
        return all;
    }
    if (found.isArray() && wanted.isArray() && found.size() == wanted.size()) {
        for (qsizetype i = 0; i < found.size(); ++i)
            all += differences(found.at(i), wanted.at(i), ordered,
                               QStringLiteral("%1[%2]").arg(path).arg(i));
        return all;
    }
    if (found != wanted)
        all += QStringLiteral("%1: %2, not %3")
                   .arg(path, QString::fromUtf8(found.toJson().left(200)),
                        QString::fromUtf8(wanted.toJson().left(200)));
    return all;
}

} // namespace omni::wiretest

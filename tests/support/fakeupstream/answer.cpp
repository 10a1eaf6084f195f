// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/answer.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

namespace omni::test {

void Answer::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (auto &[have, old] : headers) {
        if (have.compare(name, Qt::CaseInsensitive) == 0) {
            old = value;
            return;
        }
    }
    headers.append({name, value});
}

QByteArray Answer::header(QByteArrayView name) const
{
    for (const auto &[have, value] : headers) {
        if (have.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool Answer::isStream() const
{
    return header("content-type").startsWith("text/event-stream") ||
           header("content-type").startsWith("application/x-ndjson");
}

Answer plainAnswer(int status, const QByteArray &contentType, const QByteArray &body)
{
    Answer answer;
    answer.status = status;
    if (!contentType.isEmpty())
        answer.setHeader("content-type", contentType);
    if (!body.isEmpty())
        answer.parts = {body};
    return answer;
}

Answer jsonAnswer(int status, const base::Json &body)
{
    return plainAnswer(status, "application/json", body.toJson());
}

Answer streamAnswer(const QList<QByteArray> &events)
{
    Answer answer;
    answer.setHeader("content-type", "text/event-stream; charset=utf-8");
    answer.setHeader("cache-control", "no-cache");
    answer.framing = Answer::Framing::Chunked;
    answer.parts = events;
    return answer;
}

QByteArray sseEvent(QByteArrayView name, const QByteArray &data)
{
    QByteArray event;
    if (!name.isEmpty())
        event += "event: " + name.toByteArray() + '\n';
    return event + "data: " + data + "\n\n";
}

Answer recordedAnswer(const QString &caseFolder, qsizetype pieceBytes)
{
    const QDir folder(caseFolder);
    Answer answer;
    answer.status = 0;
    QFile metaFile(folder.filePath(QStringLiteral("meta.json")));
    if (!metaFile.open(QIODevice::ReadOnly))
        return answer;
    const auto meta = base::Json::parse(metaFile.readAll());
    if (!meta)
        return answer;
    const base::Json &response = (*meta)["response"];
    QFile bodyFile(folder.filePath(response["file"].toText()));
    if (!bodyFile.open(QIODevice::ReadOnly))
        return answer;
    const QByteArray body = bodyFile.readAll();
    for (const base::JsonMember &member : response["headers"].members())
        answer.setHeader(member.key, member.value.toBytes());
    if (!response["content_type"].toBytes().isEmpty())
        answer.setHeader("content-type", response["content_type"].toBytes());
    const bool streamed = (*meta)["streamed"].toBool();
    answer.framing = streamed ? Answer::Framing::Chunked : Answer::Framing::Length;
    if (pieceBytes <= 0)
        pieceBytes = qMax<qsizetype>(body.size(), 1);
    for (qsizetype at = 0; at < body.size(); at += pieceBytes)
        answer.parts.append(body.mid(at, pieceBytes));
    answer.status = int((*meta)["status"].toInt(200));
    return answer;
}

namespace {

quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xffffffffU;
    for (const char c : data) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray gzipped(const QByteArray &data)
{
    // qCompress gives a length, a zlib header, the deflated bytes and a checksum; gzip wants the
    // deflated bytes in another wrapping.
    const QByteArray zlib = qCompress(data);
    const QByteArray deflated = zlib.mid(6, zlib.size() - 10);
    return QByteArray::fromHex("1f8b08000000000000ff") + deflated + littleEndian(crc32(data)) +
           littleEndian(quint32(data.size()));
}

} // namespace omni::test

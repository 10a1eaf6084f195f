// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/blocks.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/media.h"
#include "core/wire/members.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::bedrock {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;

namespace {

constexpr qsizetype MaxCallId = 64;
constexpr int PackedCallId = 40;

base::Failure unsupported(const QByteArray &path, const char *why)
{
    const QString field = QString::fromUtf8(path);
    return base::fail({.code = base::ErrorCode::Unsupported,
                       .detail = field + QStringLiteral(": ") + QString::fromLatin1(why),
                       .field = field});
}

QByteArray callId(const QByteArray &id)
{
    const QByteArray legal = legalCallId(id);
    return legal.size() > MaxCallId ? callIdOfLength(legal, PackedCallId) : legal;
}

/// Letters, digits, single spaces, hyphens and brackets; each document of a request its own.
QByteArray documentName(const QByteArray &fileName, int number)
{
    QByteArray name;
    for (const char c : fileName) {
        const bool isLegal = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '-' || c == '(' || c == ')' ||
                             c == '[' || c == ']';
        name += isLegal ? c : '-';
    }
    return name.isEmpty() ? "document-" + QByteArray::number(number) : name.left(200);
}

} // namespace

void BlockWriter::text(const QByteArray &text)
{
    m_out.beginObject();
    m_out.textMember("text", text);
    m_out.endObject();
}

base::Result<void> BlockWriter::write(const Part &part, const QByteArray &path)
{
    base::Result<void> good;
    if (const auto *said = part.as<chat::TextPart>()) {
        if (said->text.trimmed().isEmpty())
            return {};
        const auto json = part.extensions.of(Mine)["json"].toBool() ? Json::parse(said->text)
                                                                    : base::Result<Json>(Json());
        if (json && !json->isNull())
            m_out.value(Json::object({{"json", *json}}));
        else
            text(said->text);
    } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
        text(refusal->text);
    } else if (const auto *file = part.as<MediaPart>()) {
        good = media(*file, path);
    } else if (const auto *thought = part.as<chat::ReasoningPart>()) {
        reasoning(*thought);
    } else if (const auto *call = part.as<chat::ToolCallPart>()) {
        toolUse(*call);
    } else if (const auto *result = part.as<chat::ToolResultPart>()) {
        good = toolResult(*result, path);
    } else if (const auto *opaque = part.as<chat::OpaquePart>()) {
        m_out.value(opaque->json);
    }
    if (good)
        cacheMark(part, path);
    return good;
}

void BlockWriter::cacheMark(const Part &part, const QByteArray &path)
{
    if (!part.cache || !m_traits.cacheMarks)
        return;
    if (m_marksToSkip > 0) {
        --m_marksToSkip;
        m_losses.append(Loss{path, "a cache mark: there are too many"});
        return;
    }
    m_out.beginObject();
    m_out.key("cachePoint").beginObject();
    m_out.textMember("type", "default");
    m_out.textMemberIfSet("ttl", part.cache->ttl);
    m_out.endObject();
    m_out.endObject();
}

base::Result<void> BlockWriter::media(const MediaPart &media, const QByteArray &path)
{
    if (media.kind == MediaKind::File || !media.text.isEmpty())
        return document(media, path);
    if (media.kind != MediaKind::Image)
        return unsupported(path, "Converse takes images and documents only");
    if (media.data.isEmpty())
        return unsupported(path, "Converse fetches no images: their data is wanted");
    const QByteArray real = mediaTypeOf(media.data);
    const QByteArray format = imageFormat(real.isEmpty() ? media.mediaType : real);
    if (format.isEmpty())
        return unsupported(path, "Converse takes PNG, JPEG, GIF and WebP images");
    m_out.beginObject();
    m_out.key("image").beginObject();
    m_out.textMember("format", format);
    m_out.key("source").beginObject();
    m_out.textMember("bytes", media.data);
    m_out.endObject();
    m_out.endObject();
    m_out.endObject();
    return {};
}

base::Result<void> BlockWriter::document(const MediaPart &media, const QByteArray &path)
{
    if (media.data.isEmpty() && media.text.isEmpty())
        return unsupported(path, "Converse fetches no documents: their data is wanted");
    const QByteArray real = mediaTypeOf(media.data);
    const QByteArray type = !real.isEmpty()             ? real
                            : media.mediaType.isEmpty() ? QByteArray("text/plain")
                                                        : media.mediaType;
    const QByteArray format = documentFormat(type);
    if (format.isEmpty())
        return unsupported(path, "Converse does not take documents of this type");
    m_out.beginObject();
    m_out.key("document").beginObject();
    m_out.textMember("format", format);
    m_out.textMember("name", documentName(media.fileName, ++m_documents));
    m_out.key("source").beginObject();
    if (media.data.isEmpty())
        m_out.textMember("text", media.text);
    else
        m_out.textMember("bytes", media.data);
    m_out.endObject();
    m_out.endObject();
    m_out.endObject();
    return {};
}

void BlockWriter::reasoning(const chat::ReasoningPart &thought)
{
    m_out.beginObject();
    m_out.key("reasoningContent").beginObject();
    if (!thought.encrypted.isEmpty()) {
        m_out.textMember("redactedContent", thought.encrypted);
    } else {
        m_out.key("reasoningText").beginObject();
        m_out.textMember("text", shownThinking(thought));
        m_out.textMember("signature", thought.signature);
        m_out.endObject();
    }
    m_out.endObject();
    m_out.endObject();
}

void BlockWriter::toolUse(const chat::ToolCallPart &call)
{
    m_out.beginObject();
    m_out.key("toolUse").beginObject();
    m_out.textMember("toolUseId", callId(call.id));
    m_out.textMember("name", m_names.legal(call.nameSpace, call.name, call.isFreeForm));
    m_out.key("input").raw(argumentsAsObject(call));
    m_out.endObject();
    m_out.endObject();
}

base::Result<void> BlockWriter::toolResult(const chat::ToolResultPart &result,
                                           const QByteArray &path)
{
    m_out.beginObject();
    m_out.key("toolResult").beginObject();
    m_out.textMember("toolUseId", callId(result.callId));
    m_out.key("content").beginArray();
    const qsizetype begin = m_out.buffer().size();
    for (size_t i = 0; i < result.content.size(); ++i) {
        const QByteArray here = path + ".content[" + QByteArray::number(qint64(i)) + ']';
        if (auto good = write(result.content[i], here); !good)
            return good;
    }
    if (m_out.buffer().size() == begin)
        text("(no output)");
    m_out.endArray();
    m_out.textMember("status", result.isError ? "error" : "success");
    m_out.endObject();
    m_out.endObject();
    return {};
}

} // namespace omni::wire::bedrock

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/itemwriter.h"

#include "core/wire/media.h"
#include "core/wire/reasoningcarrier.h"

#include <algorithm>

namespace omni::wire::openairesponses {

using base::Json;
using chat::Format;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;
using chat::ReasoningPart;
using chat::TextPart;

namespace {

void writeTexts(JsonOut &out, const char *key, const char *type,
                const std::vector<QByteArray> &texts)
{
    out.key(key).beginArray();
    for (const QByteArray &text : texts) {
        out.beginObject();
        out.textMember("type", type);
        out.textMember("text", text);
        out.endObject();
    }
    out.endArray();
}

void writeHead(JsonOut &out, const ItemHead &head, const QByteArray &ownId)
{
    out.textMemberIfSet("id", head.id.isEmpty() ? ownId : head.id);
    out.textMemberIfSet("status", head.status);
}

/// The part's own members; `status` is the head's when it has one.
void writeRest(JsonOut &out, const Json &rest, const ItemHead &head,
               std::initializer_list<QByteArrayView> ours = {})
{
    for (const base::JsonMember &member : rest.members()) {
        const bool isOurs = std::find(ours.begin(), ours.end(), member.key) != ours.end();
        if (isOurs || (member.key == "status" && !head.status.isEmpty()))
            continue;
        out.key(member.key).value(member.value);
    }
}

} // namespace

qsizetype charactersIn(QByteArrayView utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char byte) { return (uchar(byte) & 0xC0U) != 0x80U; });
}

const Json &opaqueItem(const chat::OpaquePart &opaque)
{
    const Json &deltas = opaque.json["deltas"];
    for (qsizetype i = deltas.size() - 1; i >= 0; --i) {
        if (deltas.at(i)["type"].toBytes() == "response.output_item.done")
            return deltas.at(i)["item"];
    }
    return opaque.json;
}

bool isRawThought(std::optional<Format> origin)
{
    return origin == Mine || origin == Format::OpenAiChat || origin == Format::Ollama ||
           origin == Format::OpenAiCompletions;
}

QByteArray opaqueStateOf(const ReasoningPart &thought)
{
    if (thought.origin == Mine)
        return thought.encrypted;
    if (thought.signature.isEmpty() && thought.encrypted.isEmpty())
        return {};
    return packReasoning(thought);
}

Json annotationOf(const Json &citation, std::optional<Format> format, qsizetype characters)
{
    if (format == Mine)
        return citation;
    const Json &page = citation["url_citation"].isObject() ? citation["url_citation"] : citation;
    if (!page["url"].isString())
        return {};
    Json flat = Json::object({{"type", "url_citation"}, {"url", page["url"]}});
    flat.set("title", page["title"].toBytes());
    flat.set("start_index", page["start_index"].toInt(0));
    flat.set("end_index", page["end_index"].toInt(characters));
    return flat;
}

Json annotationsOf(const TextPart &text)
{
    Json list = Json::array();
    const qsizetype characters = text.citations.size() > 0 ? charactersIn(text.text) : 0;
    for (const Json &citation : text.citations.items()) {
        const Json flat = annotationOf(citation, text.citationsFormat, characters);
        if (!flat.isNull())
            list.append(flat);
    }
    return list;
}

bool writeMedia(JsonOut &out, const Part &part, const MediaPart &media)
{
    const QByteArray url =
        media.data.isEmpty()
            ? media.url
            : makeDataUrl(media.mediaType.isEmpty() ? mediaTypeOf(media.data) : media.mediaType,
                          media.data);
    const bool isImage = media.kind == MediaKind::Image;
    const bool isAudio = media.kind == MediaKind::Audio;
    if (media.kind == MediaKind::Video || !media.text.isEmpty() ||
        (isAudio ? media.data.isEmpty() : url.isEmpty() && media.fileId.isEmpty()))
        return false;
    out.beginObject();
    if (isImage) {
        out.textMember("type", "input_image");
        out.textMemberIfSet("image_url", url);
        out.textMemberIfSet("file_id", media.fileId);
        out.textMemberIfSet("detail", media.detail);
    } else if (isAudio) {
        const QByteArray kind = media.mediaType.mid(media.mediaType.indexOf('/') + 1);
        out.textMember("type", "input_audio");
        out.key("input_audio").beginObject();
        out.textMember("data", media.data);
        out.textMember("format", kind == "mpeg" ? QByteArray("mp3") : kind);
        out.endObject();
    } else {
        out.textMember("type", "input_file");
        out.textMemberIfSet("file_id", media.fileId);
        if (!media.data.isEmpty()) {
            // Inline data needs a name, and its ending tells the type.
            out.textMember("filename",
                           media.fileName.isEmpty() ? QByteArray("document.pdf") : media.fileName);
            out.textMember("file_data", url);
        } else {
            out.textMemberIfSet("filename", media.fileName);
            out.textMemberIfSet("file_url", media.url);
        }
    }
    writeMembers(out, part.extensions.of(Mine));
    out.endObject();
    return true;
}

void writeOutputPart(JsonOut &out, const Part &part, Side side)
{
    const Json &mine = part.extensions.of(Mine);
    if (const auto *opaque = part.as<chat::OpaquePart>()) {
        out.value(opaque->json);
        return;
    }
    out.beginObject();
    if (const auto *refusal = part.as<chat::RefusalPart>()) {
        out.textMember("type", "refusal");
        out.textMember("refusal", refusal->text);
    } else {
        const auto *media = part.as<MediaPart>();
        const auto *text = part.as<TextPart>();
        out.textMember("type", "output_text");
        out.textMember("text", media ? noteFor(*media) : text ? text->text : QByteArray());
        const Json annotations = text ? annotationsOf(*text) : Json::array();
        if (side == Side::Answer || annotations.size() > 0)
            out.key("annotations").value(annotations);
        if (side == Side::Answer && !mine.contains("logprobs"))
            out.key("logprobs").raw("[]");
    }
    for (const base::JsonMember &member : mine.members()) {
        if (member.key != ItemKey)
            out.key(member.key).value(member.value);
    }
    out.endObject();
}

void writeAssistantMessage(JsonOut &out, std::span<const Part> parts, const ItemHead &head,
                           Side side)
{
    static const Json none;
    const Json &fields = parts.empty() ? none : parts.front().extensions.of(Mine)[ItemKey];
    out.beginObject();
    out.textMember("type", "message");
    writeHead(out, head, side == Side::Request ? QByteArray() : fields["id"].toBytes());
    out.textMember("role", "assistant");
    out.key("content").beginArray();
    for (const Part &part : parts) {
        if (isContent(part))
            writeOutputPart(out, part, side);
    }
    out.endArray();
    if (side == Side::Request)
        writeRest(out, fields, head);
    else
        writeRest(out, fields, head, {"id"});
    out.endObject();
}

void writeReasoning(JsonOut &out, const Part &part, const ItemHead &head)
{
    const auto &thought = *part.as<ReasoningPart>();
    out.beginObject();
    out.textMember("type", "reasoning");
    writeHead(out, head, thought.origin == Mine ? thought.id : QByteArray());
    std::vector<QByteArray> summary = thought.summary;
    const bool isRaw = isRawThought(thought.origin);
    if (!isRaw && !thought.text.isEmpty())
        summary.insert(summary.begin(), thought.text);
    writeTexts(out, "summary", "summary_text", summary);
    if (isRaw && !thought.text.isEmpty())
        writeTexts(out, "content", "reasoning_text", {thought.text});
    out.textMemberIfSet("encrypted_content", opaqueStateOf(thought));
    writeRest(out, part.extensions.of(Mine), head);
    out.endObject();
}

void writeCall(JsonOut &out, const Part &part, const QByteArray &name, const QByteArray &id,
               const ItemHead &head)
{
    const auto &call = *part.as<chat::ToolCallPart>();
    out.beginObject();
    out.textMember("type", call.isFreeForm ? "custom_tool_call" : "function_call");
    writeHead(out, head, call.itemId);
    out.textMember("call_id", id);
    out.textMember("name", name);
    out.textMemberIfSet("namespace", call.nameSpace);
    if (call.isFreeForm)
        out.textMember("input", call.arguments);
    else
        out.textMember("arguments", call.arguments.isEmpty() ? QByteArray("{}") : call.arguments);
    writeRest(out, part.extensions.of(Mine), head);
    out.endObject();
}

} // namespace omni::wire::openairesponses

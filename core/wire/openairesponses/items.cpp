// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/items.h"

#include "core/wire/media.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolnames.h"

namespace omni::wire::openairesponses {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;
using chat::ReasoningPart;
using chat::TextPart;

namespace {

void setSource(MediaPart &media, const QByteArray &url)
{
    if (auto inlined = splitDataUrl(url)) {
        media.mediaType = std::move(inlined->mediaType);
        media.data = std::move(inlined->data);
    } else {
        media.url = url;
    }
}

Part imageOf(const Json &json)
{
    MediaPart media{.kind = MediaKind::Image};
    media.detail = json["detail"].toBytes();
    media.fileId = json["file_id"].toBytes();
    // Chat's spelling, an object, is met too.
    const Json &url = json["image_url"].isObject() ? json["image_url"]["url"] : json["image_url"];
    if (!url.toBytes().isEmpty())
        setSource(media, url.toBytes());
    Part part(std::move(media));
    part.extensions.put(Mine, leftOver(json, {"type", "image_url", "file_id", "detail"}));
    return part;
}

Part fileOf(const Json &json)
{
    MediaPart media{.kind = MediaKind::File};
    media.fileName = json["filename"].toBytes();
    media.fileId = json["file_id"].toBytes();
    media.url = json["file_url"].toBytes();
    const QByteArray &data = json["file_data"].toBytes();
    if (data.startsWith("data:")) {
        setSource(media, data);
    } else if (!data.isEmpty()) {
        media.data = data;
        media.mediaType = mediaTypeOf(data);
    }
    Part part(std::move(media));
    part.extensions.put(Mine,
                        leftOver(json, {"type", "filename", "file_id", "file_url", "file_data"}));
    return part;
}

Part audioOf(const Json &json)
{
    const Json &audio = json["input_audio"];
    const QByteArray &format = audio["format"].toBytes();
    MediaPart media{.kind = MediaKind::Audio};
    media.mediaType = format == "mp3" ? QByteArray("audio/mpeg") : "audio/" + format;
    media.data = audio["data"].toBytes();
    Part part(std::move(media));
    part.extensions.put(Mine, leftOver(json, {"type", "input_audio"}));
    return part;
}

Part textOf(const Json &json)
{
    TextPart text{.text = json["text"].toBytes()};
    if (json["annotations"].size() > 0) {
        text.citations = json["annotations"];
        text.citationsFormat = Mine;
    }
    Part part(std::move(text));
    Json rest = leftOver(json, {"type", "text", "annotations"});
    if (rest["logprobs"].size() == 0)
        rest.remove("logprobs");
    part.extensions.put(Mine, std::move(rest));
    return part;
}

} // namespace

Part contentPartOf(const Json &json)
{
    const QByteArray &type = json["type"].toBytes();
    if (json.isString())
        return Part(TextPart{.text = json.toBytes()});
    if (type == "input_text" || type == "output_text" || type == "text")
        return textOf(json);
    if (type == "input_image")
        return imageOf(json);
    if (type == "input_file")
        return fileOf(json);
    if (type == "input_audio")
        return audioOf(json);
    if (type == "refusal") {
        Part part(chat::RefusalPart{json["refusal"].toBytes()});
        part.extensions.put(Mine, leftOver(json, {"type", "refusal"}));
        return part;
    }
    Part part(chat::OpaquePart{Mine, json});
    part.extensions.put(Mine, Json::object({{ContentKey, true}}));
    return part;
}

void appendContent(std::vector<Part> &parts, const Json &content)
{
    if (content.isString()) {
        parts.emplace_back(TextPart{.text = content.toBytes()});
        return;
    }
    for (const Json &piece : content.items())
        parts.push_back(contentPartOf(piece));
}

Part reasoningOf(const Json &item)
{
    ReasoningPart thought{.origin = Mine};
    for (const Json &piece : item["summary"].items())
        thought.summary.push_back(piece["text"].toBytes());
    for (const Json &piece : item["content"].items())
        thought.text += piece["text"].toBytes();
    thought.id = item["id"].toBytes();
    const QByteArray &opaque = item["encrypted_content"].toBytes();
    ReasoningPart foreign;
    if (unpackReasoning(opaque, foreign)) {
        // Another vendor's thinking was shown as a summary; its words must come back as they were.
        foreign.text = thought.text;
        for (const QByteArray &paragraph : thought.summary)
            foreign.text += paragraph;
        return Part(std::move(foreign));
    }
    thought.encrypted = opaque;
    Part part(std::move(thought));
    Json rest = leftOver(item, {"type", "id", "summary", "content", "encrypted_content"});
    // `content: []` and no content are told apart by nobody but a comparison.
    part.extensions.put(Mine, std::move(rest));
    return part;
}

Part callOf(const Json &item)
{
    chat::ToolCallPart call;
    call.isFreeForm = item["type"].toBytes() == "custom_tool_call";
    call.id = item["call_id"].toBytes();
    call.itemId = item["id"].toBytes();
    if (call.id.isEmpty())
        call.id = call.itemId;
    call.name = item["name"].toBytes();
    call.nameSpace = item["namespace"].toBytes();
    const Json &given = item[call.isFreeForm ? "input" : "arguments"];
    // Some upstreams write the object itself instead of its text.
    call.arguments = given.isObject() ? given.toJson() : given.toBytes();
    Part part(std::move(call));
    part.extensions.put(
        Mine, leftOver(item, {"type", "call_id", "id", "name", "namespace", "arguments", "input"}));
    return part;
}

Part resultOf(const Json &item)
{
    chat::ToolResultPart result;
    result.isFreeForm = item["type"].toBytes() == "custom_tool_call_output";
    result.callId = item["call_id"].toBytes();
    appendContent(result.content, item["output"]);
    Part part(std::move(result));
    part.extensions.put(Mine, leftOver(item, {"type", "call_id", "output"}));
    return part;
}

bool isContent(const Part &part)
{
    if (part.as<chat::OpaquePart>())
        return part.extensions.of(Mine).contains(ContentKey);
    return part.as<TextPart>() || part.as<chat::RefusalPart>() || part.as<MediaPart>();
}

std::vector<ItemRange> itemRanges(const std::vector<Part> &parts)
{
    std::vector<ItemRange> ranges;
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool joins = i > 0 && isContent(parts[i]) && isContent(parts[i - 1]) &&
                           !parts[i].extensions.of(Mine).contains(ItemKey);
        if (joins)
            ranges.back().end = i + 1;
        else
            ranges.push_back({i, i + 1});
    }
    return ranges;
}

void appendItem(std::vector<Part> &parts, const Json &item)
{
    const QByteArray &type = item["type"].toBytes();
    if (type == "reasoning") {
        parts.push_back(reasoningOf(item));
        return;
    }
    if (type == "function_call" || type == "custom_tool_call") {
        parts.push_back(callOf(item));
        return;
    }
    // A compacted answer holds the user's messages, too.
    const QByteArray &role = item["role"].toBytes();
    const bool isMessage = (type == "message" || (type.isEmpty() && !role.isEmpty())) &&
                           (role == "assistant" || role.isEmpty());
    const bool hasContent = item["content"].isString() || item["content"].size() > 0;
    if (!isMessage || !hasContent) {
        parts.emplace_back(chat::OpaquePart{Mine, item});
        return;
    }
    const size_t first = parts.size();
    appendContent(parts, item["content"]);
    const Json fields = leftOver(item, {"type", "role", "content"});
    const bool continues = first > 0 && isContent(parts[first - 1]);
    if (fields.isNull() && !continues)
        return;
    Json mine = parts[first].extensions.of(Mine);
    mine.set(ItemKey, fields.isNull() ? Json::object() : fields);
    parts[first].extensions.put(Mine, std::move(mine));
}

} // namespace omni::wire::openairesponses

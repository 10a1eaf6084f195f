// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/blocks.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/members.h"

namespace omni::wire::bedrock {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;

namespace {

bool readText(FieldReader &reader, const Json &json, const FieldPath &at, std::vector<Part> &out)
{
    if (!json.isString())
        return reader.wrong(at, "a string is wanted");
    out.emplace_back(chat::TextPart{.text = json.toBytes()});
    return true;
}

bool readMedia(FieldReader &reader, const Json &json, const FieldPath &at, MediaKind kind,
               std::vector<Part> &out)
{
    if (!json.isObject())
        return reader.wrong(at, "an object is wanted");
    const bool isImage = kind == MediaKind::Image;
    const QByteArray &format = json["format"].toBytes();
    MediaPart media{.kind = kind};
    media.mediaType = isImage ? mediaTypeOfImage(format) : mediaTypeOfDocument(format);
    if (media.mediaType.isEmpty())
        return reader.wrong(at["format"], "one of Converse's formats is wanted");
    const Json &source = json["source"];
    if (source["bytes"].isString())
        media.data = source["bytes"].toBytes();
    else if (source["text"].isString())
        media.text = source["text"].toBytes();
    else
        return reader.wrong(at["source"], "bytes or a text is wanted");
    media.fileName = json["name"].toBytes();
    out.emplace_back(std::move(media));
    return true;
}

bool readReasoning(FieldReader &reader, const Json &json, const FieldPath &at,
                   std::vector<Part> &out)
{
    chat::ReasoningPart thought{.origin = Mine};
    const Json &text = json["reasoningText"];
    if (text.isObject()) {
        thought.text = text["text"].toBytes();
        thought.signature = text["signature"].toBytes();
    } else if (json["redactedContent"].isString()) {
        thought.encrypted = json["redactedContent"].toBytes();
    } else {
        return reader.wrong(at, "reasoningText or redactedContent is wanted");
    }
    out.emplace_back(std::move(thought));
    return true;
}

bool readToolUse(FieldReader &reader, const Json &json, const FieldPath &at, std::vector<Part> &out)
{
    chat::ToolCallPart call;
    if (!json["toolUseId"].isString())
        return reader.wrong(at["toolUseId"], "the call's id is wanted, as a string");
    if (!json["name"].isString())
        return reader.wrong(at["name"], "the tool's name is wanted, as a string");
    if (!json["input"].isObject())
        return reader.wrong(at["input"], "an object is wanted");
    call.id = json["toolUseId"].toBytes();
    call.name = json["name"].toBytes();
    call.arguments = json["input"].toJson();
    out.emplace_back(std::move(call));
    return true;
}

bool readToolResult(FieldReader &reader, const Json &json, const FieldPath &at,
                    std::vector<Part> &out)
{
    if (!json["toolUseId"].isString())
        return reader.wrong(at["toolUseId"], "the call's id is wanted, as a string");
    const FieldPath list = at["content"];
    if (!reader.array(json["content"], list))
        return reader.wrong(list, "an array of blocks is wanted");
    chat::ToolResultPart result{.callId = json["toolUseId"].toBytes()};
    result.isError = json["status"].toBytes() == "error";
    qsizetype index = 0;
    for (const Json &block : json["content"].items()) {
        if (!readBlock(reader, block, list.at(index++), result.content))
            return false;
    }
    out.emplace_back(std::move(result));
    return true;
}

} // namespace

bool readBlock(FieldReader &reader, const Json &block, const FieldPath &at, std::vector<Part> &out)
{
    if (!block.isObject() || block.size() == 0)
        return reader.wrong(at, "an object with one member is wanted");
    const QByteArray &kind = block.members().front().key;
    const Json &body = block.members().front().value;
    const FieldPath here = at[QByteArrayView(kind)];
    if (kind == "text")
        return readText(reader, body, here, out);
    if (kind == "image")
        return readMedia(reader, body, here, MediaKind::Image, out);
    if (kind == "document")
        return readMedia(reader, body, here, MediaKind::File, out);
    if (kind == "toolUse" && body["type"].toBytes() != "server_tool_use")
        return readToolUse(reader, body, here, out);
    if (kind == "toolResult" && !body.contains("type"))
        return readToolResult(reader, body, here, out);
    if (kind == "reasoningContent")
        return readReasoning(reader, body, here, out);
    if (kind == "cachePoint" && !out.empty()) {
        out.back().cache = chat::CacheMark{body["ttl"].toBytes()};
        return true;
    }
    if (kind == "json") {
        Part part(chat::TextPart{.text = body.toJson()});
        part.extensions.put(Mine, Json::object({{"json", true}}));
        out.push_back(std::move(part));
        return true;
    }
    out.emplace_back(chat::OpaquePart{Mine, block});
    return true;
}

} // namespace omni::wire::bedrock

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/blockdecoder.h"

#include "core/wire/anthropic/words.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolnames.h"

#include <array>

namespace omni::wire::anthropic {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;

namespace {

constexpr std::array ImageTypes{"image/jpeg", "image/png", "image/gif", "image/webp"};

bool requireText(FieldReader &in, const Json &value, const FieldPath &where, QByteArray &out)
{
    if (value.isNull())
        return in.wrong(where, "is required, as a string");
    return in.text(value, where, out);
}

bool decodeText(FieldReader &in, const Json &block, const FieldPath &where, Part &part)
{
    chat::TextPart text;
    if (!requireText(in, block["text"], where["text"], text.text))
        return false;
    if (block["citations"].isArray()) {
        text.citations = block["citations"];
        text.citationsFormat = Mine;
    }
    part.body = std::move(text);
    part.extensions.put(Mine, leftOver(block, {"type", "text", "citations", "cache_control"}));
    return true;
}

/// False without an error when the source is of a kind only Anthropic knows.
bool decodeSource(FieldReader &in, const Json &source, const FieldPath &where, MediaPart &media,
                  bool &known)
{
    if (!source.isObject())
        return in.wrong(where, "an object is wanted");
    const QByteArray &type = source["type"].toBytes();
    known = true;
    if (type == "url")
        return requireText(in, source["url"], where["url"], media.url);
    if (type == "file")
        return requireText(in, source["file_id"], where["file_id"], media.fileId);
    if (type == "base64" || type == "text") {
        if (!requireText(in, source["media_type"], where["media_type"], media.mediaType))
            return false;
        QByteArray &target = type == "text" ? media.text : media.data;
        return requireText(in, source["data"], where["data"], target);
    }
    if (type.isEmpty())
        return in.wrong(where["type"], "is required, as a string");
    known = false;
    return true;
}

bool decodeMedia(FieldReader &in, const Json &block, const FieldPath &where, MediaKind kind,
                 Part &part)
{
    MediaPart media;
    media.kind = kind;
    bool known = false;
    const FieldPath at = where["source"];
    if (!decodeSource(in, block["source"], at, media, known))
        return false;
    const bool unknownFields =
        block["source"].size() > (media.url.isEmpty() && media.fileId.isEmpty() ? 3 : 2);
    if (!known || unknownFields) {
        part.body = chat::OpaquePart{Mine, leftOver(block, {"cache_control"})};
        return true;
    }
    if (kind == MediaKind::Image && !media.mediaType.isEmpty() &&
        std::find(ImageTypes.begin(), ImageTypes.end(), media.mediaType) == ImageTypes.end())
        return in.wrong(at["media_type"],
                        "image/jpeg, image/png, image/gif or image/webp is wanted");
    if (kind == MediaKind::File && !in.text(block["title"], where["title"], media.fileName))
        return false;
    part.body = std::move(media);
    const QByteArrayView title = kind == MediaKind::File ? "title" : "type";
    part.extensions.put(Mine, leftOver(block, {"type", "source", "cache_control", title}));
    return true;
}

bool decodeThinking(FieldReader &in, const Json &block, const FieldPath &where, Part &part)
{
    chat::ReasoningPart reasoning;
    if (!requireText(in, block["thinking"], where["thinking"], reasoning.text) ||
        !in.text(block["signature"], where["signature"], reasoning.signature))
        return false;
    // Thinking that nobody signed cannot be Anthropic's own; it came through some translation.
    if (!unpackReasoning(reasoning.signature, reasoning) && !reasoning.signature.isEmpty())
        reasoning.origin = Mine;
    part.body = std::move(reasoning);
    part.extensions.put(Mine, leftOver(block, {"type", "thinking", "signature", "cache_control"}));
    return true;
}

bool decodeRedacted(FieldReader &in, const Json &block, const FieldPath &where, Part &part)
{
    chat::ReasoningPart reasoning;
    reasoning.origin = Mine;
    if (!requireText(in, block["data"], where["data"], reasoning.encrypted))
        return false;
    part.body = std::move(reasoning);
    part.extensions.put(Mine, leftOver(block, {"type", "data", "cache_control"}));
    return true;
}

bool decodeToolUse(FieldReader &in, const Json &block, const FieldPath &where, Part &part)
{
    chat::ToolCallPart call;
    if (!requireText(in, block["id"], where["id"], call.id) ||
        !requireText(in, block["name"], where["name"], call.name))
        return false;
    call.id = originalCallId(call.id);
    if (!block["input"].isObject())
        return in.wrong(where["input"], "an object is wanted");
    call.arguments = block["input"].toJson();
    part.body = std::move(call);
    part.extensions.put(Mine, leftOver(block, {"type", "id", "name", "input", "cache_control"}));
    return true;
}

bool decodeToolResult(FieldReader &in, const Json &block, const FieldPath &where, Part &part)
{
    chat::ToolResultPart result;
    if (!requireText(in, block["tool_use_id"], where["tool_use_id"], result.callId) ||
        !in.boolean(block["is_error"], where["is_error"], result.isError))
        return false;
    result.callId = originalCallId(result.callId);
    const Json &content = block["content"];
    if (!content.isNull() && !decodeContent(in, content, where["content"], result.content))
        return false;
    part.body = std::move(result);
    part.extensions.put(
        Mine, leftOver(block, {"type", "tool_use_id", "content", "is_error", "cache_control"}));
    return true;
}

} // namespace

bool decodeCacheMark(FieldReader &in, const Json &value, const FieldPath &where,
                     std::optional<chat::CacheMark> &mark)
{
    if (value.isNull())
        return true;
    if (!value.isObject())
        return in.wrong(where, "an object is wanted");
    if (value["type"].toBytes() != "ephemeral")
        return in.wrong(where["type"], "must be \"ephemeral\"");
    chat::CacheMark found;
    if (!in.text(value["ttl"], where["ttl"], found.ttl))
        return false;
    if (!found.ttl.isEmpty() && found.ttl != "5m" && found.ttl != "1h")
        return in.wrong(where["ttl"], "must be \"5m\" or \"1h\"");
    mark = found;
    return true;
}

bool decodeBlock(FieldReader &in, const Json &block, const FieldPath &where, Part &part)
{
    using Decode = bool (*)(FieldReader &, const Json &, const FieldPath &, Part &);
    struct Row
    {
        QByteArrayView type;
        Decode decode;
    };
    static const std::array<Row, 7> rows{
        {{"text", decodeText},
         {"tool_use", decodeToolUse},
         {"tool_result", decodeToolResult},
         {"thinking", decodeThinking},
         {"redacted_thinking", decodeRedacted},
         {"image",
          [](FieldReader &reader, const Json &json, const FieldPath &path, Part &out) {
              return decodeMedia(reader, json, path, MediaKind::Image, out);
          }},
         {"document", [](FieldReader &reader, const Json &json, const FieldPath &path, Part &out) {
              return decodeMedia(reader, json, path, MediaKind::File, out);
          }}}};
    if (!block.isObject())
        return in.wrong(where, "an object is wanted");
    QByteArray type;
    if (!requireText(in, block["type"], where["type"], type) ||
        !decodeCacheMark(in, block["cache_control"], where["cache_control"], part.cache))
        return false;
    for (const Row &row : rows) {
        if (row.type == type)
            return row.decode(in, block, where, part);
    }
    part.body = chat::OpaquePart{
        Mine, block.contains("cache_control") ? leftOver(block, {"cache_control"}) : block};
    return true;
}

bool decodeContent(FieldReader &in, const Json &content, const FieldPath &where,
                   std::vector<Part> &parts)
{
    if (content.isString()) {
        parts.emplace_back(chat::TextPart{.text = content.toBytes()});
        return true;
    }
    if (!content.isArray())
        return in.wrong(where, content.isNull() ? "is required" : "a string or an array is wanted");
    parts.reserve(parts.size() + size_t(content.size()));
    for (qsizetype i = 0; i < content.size(); ++i) {
        Part part;
        if (!decodeBlock(in, content.at(i), where.at(i), part))
            return false;
        parts.push_back(std::move(part));
    }
    return true;
}

Json foldDeltas(const Json &block)
{
    if (!block.contains("deltas"))
        return block;
    Json folded = block;
    const Json deltas = folded.take("deltas");
    QByteArray input;
    for (const Json &delta : deltas.items()) {
        const QByteArray &type = delta["type"].toBytes();
        if (type == "input_json_delta") {
            input += delta["partial_json"].toBytes();
        } else if (type.endsWith("_delta")) {
            // `compaction_delta.content` and whatever comes after it: strings grow, the rest is
            // set.
            for (const base::JsonMember &member : delta.members()) {
                if (member.key == "type")
                    continue;
                const Json &old = folded[QByteArrayView(member.key)];
                if (old.isString() && member.value.isString())
                    folded.set(member.key, QByteArray(old.toBytes() + member.value.toBytes()));
                else
                    folded.set(member.key, member.value);
            }
        }
    }
    if (!input.isEmpty()) {
        if (auto whole = Json::parse(input))
            folded.set("input", *whole);
    }
    return folded;
}

} // namespace omni::wire::anthropic

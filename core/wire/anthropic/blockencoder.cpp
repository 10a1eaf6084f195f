// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/blockencoder.h"

#include "core/wire/anthropic/blockdecoder.h"
#include "core/wire/anthropic/words.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolnames.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::anthropic {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;

namespace {

void writeText(JsonOut &out, const chat::TextPart &text)
{
    out.textMember("type", "text");
    out.textMember("text", text.text);
    const Json citations = ownCitations(text);
    if (!citations.isNull())
        out.key("citations").value(citations);
}

void writeSource(JsonOut &out, const MediaPart &media)
{
    out.key("source").beginObject();
    if (!media.url.isEmpty()) {
        out.textMember("type", "url");
        out.textMember("url", media.url);
    } else if (!media.fileId.isEmpty()) {
        out.textMember("type", "file");
        out.textMember("file_id", media.fileId);
    } else if (!media.data.isEmpty()) {
        out.textMember("type", "base64");
        out.textMember("media_type", media.mediaType);
        out.textMember("data", media.data);
    } else {
        out.textMember("type", "text");
        out.textMember("media_type", "text/plain");
        out.textMember("data", media.text);
    }
    out.endObject();
}

void writeMedia(JsonOut &out, const MediaPart &media)
{
    out.textMember("type", media.kind == MediaKind::Image ? "image" : "document");
    writeSource(out, media);
    if (media.kind == MediaKind::File)
        out.textMemberIfSet("title", media.fileName);
}

void writeReasoning(JsonOut &out, const chat::ReasoningPart &reasoning)
{
    const bool own = reasoning.origin == Mine;
    if (isRedacted(reasoning)) {
        out.textMember("type", "redacted_thinking");
        out.textMember("data", reasoning.encrypted);
        return;
    }
    out.textMember("type", "thinking");
    out.textMember("thinking", shownThinking(reasoning));
    out.textMember("signature", own ? reasoning.signature : packReasoning(reasoning));
    // What other vendors' envelopes keep in one piece are two blocks here.
    if (own && !reasoning.encrypted.isEmpty()) {
        out.endObject();
        out.beginObject();
        out.textMember("type", "redacted_thinking");
        out.textMember("data", reasoning.encrypted);
    }
}

void writeToolCall(JsonOut &out, const chat::ToolCallPart &call)
{
    out.textMember("type", "tool_use");
    out.textMember("id", legalCallId(call.id));
    out.textMember("name", call.name);
    out.key("input").raw(argumentsAsObject(call));
}

void writeToolResult(JsonOut &out, const chat::ToolResultPart &result)
{
    out.textMember("type", "tool_result");
    out.textMember("tool_use_id", legalCallId(result.callId));
    if (!result.content.empty()) {
        out.key("content");
        writeContent(out, result.content);
    }
    if (result.isError)
        out.key("is_error").boolean(true);
}

bool isPlainText(const Part &part)
{
    const auto *text = part.as<chat::TextPart>();
    return text && !part.cache && part.extensions.of(Mine).isNull() && ownCitations(*text).isNull();
}

} // namespace

void writeCacheMark(JsonOut &out, const chat::CacheMark &mark)
{
    out.key("cache_control").beginObject();
    out.textMember("type", "ephemeral");
    out.textMemberIfSet("ttl", mark.ttl);
    out.endObject();
}

bool writeBlock(JsonOut &out, const Part &part)
{
    const auto *opaque = part.as<chat::OpaquePart>();
    if (opaque && opaque->format != Mine)
        return false;
    out.beginObject();
    if (opaque)
        writeMembers(out, foldDeltas(opaque->json));
    else if (const auto *text = part.as<chat::TextPart>())
        writeText(out, *text);
    else if (const auto *refusal = part.as<chat::RefusalPart>())
        writeText(out, chat::TextPart{.text = refusal->text});
    else if (const auto *media = part.as<MediaPart>())
        writeMedia(out, *media);
    else if (const auto *reasoning = part.as<chat::ReasoningPart>())
        writeReasoning(out, *reasoning);
    else if (const auto *call = part.as<chat::ToolCallPart>())
        writeToolCall(out, *call);
    else if (const auto *result = part.as<chat::ToolResultPart>())
        writeToolResult(out, *result);
    writeMembers(out, part.extensions.of(Mine));
    if (part.cache)
        writeCacheMark(out, *part.cache);
    out.endObject();
    return true;
}

void writeContent(JsonOut &out, const std::vector<Part> &parts)
{
    if (parts.size() == 1 && isPlainText(parts.front())) {
        out.text(parts.front().as<chat::TextPart>()->text);
        return;
    }
    out.beginArray();
    for (const Part &part : parts)
        writeBlock(out, part);
    out.endArray();
}

bool isRedacted(const chat::ReasoningPart &reasoning)
{
    return reasoning.origin == Mine && !reasoning.encrypted.isEmpty() &&
           reasoning.signature.isEmpty() && reasoning.text.isEmpty();
}

Json ownCitations(const chat::TextPart &text)
{
    if (!text.citations.isArray() || (text.citationsFormat && text.citationsFormat != Mine))
        return {};
    Json own = text.citationsFormat == Mine ? Json::array() : Json();
    for (const Json &citation : text.citations.items()) {
        if (citation["type"].toBytes().endsWith("_location"))
            own.append(citation);
    }
    return own;
}

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/messagewriter.h"

#include "core/wire/media.h"
#include "core/wire/openaichat/pieces.h"
#include "core/wire/toolschemas.h"

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::Format;
using chat::MediaKind;
using chat::MediaPart;
using chat::Message;
using chat::Part;
using chat::ReasoningPart;
using chat::Role;
using chat::TextPart;
using chat::ToolCallPart;
using chat::ToolResultPart;

namespace {

constexpr char MediaNote[] = "[the tool's media follow in the next message]";

/// Kinds that Chat has a slot for inside `content`.
bool isContentPart(const Part &part)
{
    const auto *opaque = part.as<chat::OpaquePart>();
    return part.as<TextPart>() || part.as<MediaPart>() ||
           (opaque && opaque->format == Format::OpenAiChat);
}

bool isPlainText(const Part &part, bool marksMatter)
{
    return part.as<TextPart>() && !(marksMatter && part.cache);
}

/// Text blocks of one turn follow each other as one text; system prompts and results are separate
/// paragraphs.
QByteArrayView separatorFor(Role role)
{
    switch (role) {
    case Role::Assistant:
        return {};
    case Role::Tool:
        return "\n";
    default:
        return "\n\n";
    }
}

const char *roleName(Role role, bool developerRole)
{
    switch (role) {
    case Role::System:
        return "system";
    case Role::Developer:
        return developerRole ? "developer" : "system";
    case Role::Assistant:
        return "assistant";
    case Role::User:
    case Role::Tool:
        break;
    }
    return "user";
}

} // namespace

void MessageWriter::lost(const char *why)
{
    m_losses.append(Loss{"messages[" + QByteArray::number(m_index) + ']', QByteArray(why)});
}

void MessageWriter::extensions(const chat::Extensions &extensions)
{
    for (const JsonMember &member : extensions.of(Format::OpenAiChat).members())
        m_out.key(member.key).value(member.value);
}

/// Upstreams take so many marks; the last ones cover the longest prefixes.
void MessageWriter::countMarks(const std::vector<Message> &messages)
{
    int marks = 0;
    for (const Message &message : messages)
        marks += int(std::count_if(message.parts.begin(), message.parts.end(),
                                   [](const Part &part) { return part.cache.has_value(); }));
    if (marks > 0 && !m_traits.cacheMarks)
        m_losses.append(Loss{"messages", "cache marks: the upstream has none"});
    m_marksToSkip = std::max(0, marks - m_traits.maxCacheMarks);
}

void MessageWriter::write(const std::vector<Message> &messages)
{
    countMarks(messages);
    m_out.beginArray();
    m_index = 0;
    for (const Message &each : messages) {
        message(each);
        ++m_index;
    }
    m_out.endArray();
}

void MessageWriter::message(const Message &message)
{
    if (message.role == Role::Assistant) {
        assistant(message);
        return;
    }
    std::vector<const Part *> parts;
    bool hasResults = false;
    for (const Part &part : message.parts) {
        if (part.as<ToolResultPart>())
            hasResults = true;
        else if (isContentPart(part))
            parts.push_back(&part);
        else if (part.as<chat::OpaquePart>())
            lost("a part that only its own format understands");
        else
            lost("a part that only an assistant can say");
    }
    if (hasResults)
        toolResults(message);
    if (parts.empty() && (hasResults || message.role == Role::Tool || !message.parts.empty()))
        return;
    m_out.beginObject();
    m_out.textMember("role", roleName(message.role, m_traits.developerRole));
    m_out.textMemberIfSet("name", message.name);
    m_out.key("content");
    content(parts, message.role);
    extensions(message.extensions);
    m_out.endObject();
}

void MessageWriter::assistant(const Message &message)
{
    std::vector<const Part *> parts;
    QByteArray refusal;
    bool hasCalls = false;
    bool isHeard = message.parts.empty();
    for (const Part &part : message.parts) {
        isHeard = isHeard || !(part.as<chat::OpaquePart>() || part.as<ReasoningPart>()) ||
                  (part.as<ReasoningPart>() && m_traits.reasoningInHistory);
        if (isContentPart(part))
            parts.push_back(&part);
        else if (const auto *refused = part.as<chat::RefusalPart>())
            refusal += refused->text;
        else if (part.as<ToolCallPart>())
            hasCalls = true;
        else if (part.as<ToolResultPart>())
            lost("a tool result inside the assistant's turn");
        else if (part.as<chat::OpaquePart>())
            lost("a part that only its own format understands");
    }
    // What is left says nothing to this upstream.
    if (!isHeard && parts.empty()) {
        reasoning(message);
        return;
    }
    m_out.beginObject();
    m_out.textMember("role", "assistant");
    m_out.textMemberIfSet("name", message.name);
    m_out.key("content");
    if (parts.empty() && (hasCalls || !refusal.isEmpty()))
        m_out.null();
    else
        content(parts, Role::Assistant);
    reasoning(message);
    m_out.textMemberIfSet("refusal", refusal);
    if (hasCalls) {
        m_out.key("tool_calls").beginArray();
        for (const Part &part : message.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                toolCall(part, *call);
        }
        m_out.endArray();
    }
    extensions(message.extensions);
    m_out.endObject();
}

void MessageWriter::reasoning(const Message &message)
{
    QByteArray text;
    Json details;
    QByteArray field = "reasoning_content";
    bool any = false;
    for (const Part &part : message.parts) {
        const auto *thought = part.as<ReasoningPart>();
        if (!thought)
            continue;
        any = true;
        text += thought->text;
        for (const QByteArray &paragraph : thought->summary)
            text += (text.isEmpty() ? QByteArray() : QByteArray("\n\n")) + paragraph;
        const Json &mine = part.extensions.of(Format::OpenAiChat);
        if (mine["reasoning_details"].isArray())
            details = mine["reasoning_details"];
        if (mine["field"].isString())
            field = mine["field"].toBytes();
    }
    if (!any)
        return;
    if (!m_traits.reasoningInHistory) {
        lost("reasoning: the upstream takes none in the history");
        return;
    }
    m_out.textMemberIfSet(field, text);
    if (!details.isNull())
        m_out.key("reasoning_details").value(details);
}

void MessageWriter::toolCall(const Part &part, const ToolCallPart &call)
{
    const bool isCustom = call.isFreeForm && m_traits.freeFormTools;
    const char *kind = isCustom ? "custom" : "function";
    m_out.beginObject();
    m_out.textMember("id", callId(call.id));
    m_out.textMember("type", kind);
    m_out.key(kind).beginObject();
    m_out.textMember("name",
                     m_names.legal(call.nameSpace, call.name, call.isFreeForm && !isCustom));
    if (isCustom)
        m_out.textMember("input", call.arguments);
    else if (call.isFreeForm)
        m_out.textMember("arguments", argumentsAsObject(call));
    else
        m_out.textMember("arguments", call.arguments.isEmpty() ? QByteArray("{}") : call.arguments);
    m_out.endObject();
    extensions(part.extensions);
    if (call.signatureOrigin == Format::Gemini &&
        !part.extensions.of(Format::OpenAiChat).contains("extra_content"))
        m_out.key("extra_content")
            .value(
                Json::object({{"google", Json::object({{"thought_signature", call.signature}})}}));
    m_out.endObject();
}

void MessageWriter::toolResults(const Message &message)
{
    std::vector<Part> media;
    for (const Part &part : message.parts) {
        if (const auto *result = part.as<ToolResultPart>())
            toolResult(part, *result, media);
    }
    if (media.empty())
        return;
    lost("media of a tool result: moved to a user message");
    std::vector<const Part *> parts;
    parts.reserve(media.size());
    for (const Part &part : media)
        parts.push_back(&part);
    m_out.beginObject();
    m_out.textMember("role", "user");
    m_out.key("content");
    content(parts, Role::User);
    m_out.endObject();
}

void MessageWriter::toolResult(const Part &part, const ToolResultPart &result,
                               std::vector<Part> &media)
{
    std::vector<const Part *> kept;
    std::vector<Part> made;
    made.reserve(2);
    if (result.isError)
        kept.push_back(&made.emplace_back(TextPart{.text = "Error:"}));
    bool moved = false;
    for (const Part &piece : result.content) {
        const auto *file = piece.as<MediaPart>();
        if (file && !m_traits.toolResultMedia && file->text.isEmpty()) {
            if (!moved)
                media.emplace_back(TextPart{.text = "Media of the tool result " + result.callId});
            media.push_back(piece);
            moved = true;
        } else if (isContentPart(piece)) {
            kept.push_back(&piece);
        } else {
            lost("a part of a tool result");
        }
    }
    if (moved)
        kept.push_back(&made.emplace_back(TextPart{.text = MediaNote}));
    m_out.beginObject();
    m_out.textMember("role", "tool");
    m_out.textMember("tool_call_id", callId(result.callId));
    m_out.textMemberIfSet("name", result.name);
    m_out.key("content");
    content(kept, Role::Tool);
    extensions(part.extensions);
    m_out.endObject();
}

/// One string where that says it all: many compatible upstreams take nothing else.
void MessageWriter::content(const std::vector<const Part *> &parts, Role role)
{
    const bool isPlain = std::all_of(parts.begin(), parts.end(), [&](const Part *part) {
        return isPlainText(*part, m_traits.cacheMarks);
    });
    if (isPlain && (role != Role::User || parts.size() <= 1)) {
        if (parts.size() == 1) {
            m_out.text(parts.front()->as<TextPart>()->text);
            return;
        }
        QByteArray joined;
        for (const Part *each : parts) {
            if (!joined.isEmpty())
                joined.append(separatorFor(role));
            joined += each->as<TextPart>()->text;
        }
        m_out.text(joined);
        return;
    }
    const qsizetype begin = m_out.buffer().size();
    m_out.beginArray();
    bool any = false;
    for (const Part *each : parts)
        any = part(*each) || any;
    m_out.endArray();
    if (!any) {
        m_out.buffer().truncate(begin);
        m_out.text("");
    }
}

bool MessageWriter::part(const Part &part)
{
    if (const auto *text = part.as<TextPart>()) {
        textItem(text->text, &part);
        return true;
    }
    if (const auto *file = part.as<MediaPart>()) {
        media(part, *file);
        return true;
    }
    const auto *opaque = part.as<chat::OpaquePart>();
    if (!opaque || opaque->format != Format::OpenAiChat) {
        lost("a part that only its own format understands");
        return false;
    }
    m_out.value(opaque->json);
    return true;
}

void MessageWriter::textItem(QByteArrayView text, const Part *part)
{
    m_out.beginObject();
    m_out.textMember("type", "text");
    m_out.textMember("text", text);
    if (part) {
        cacheMark(*part);
        extensions(part->extensions);
    }
    m_out.endObject();
}

void MessageWriter::cacheMark(const Part &part)
{
    if (!part.cache || !m_traits.cacheMarks)
        return;
    if (m_marksToSkip > 0) {
        --m_marksToSkip;
        lost("a cache mark: there are too many");
        return;
    }
    m_out.key("cache_control").beginObject();
    m_out.textMember("type", "ephemeral");
    m_out.textMemberIfSet("ttl", part.cache->ttl);
    m_out.endObject();
}

void MessageWriter::media(const Part &part, const MediaPart &media)
{
    const bool isImage = media.kind == MediaKind::Image;
    const QByteArray url =
        media.data.isEmpty()
            ? media.url
            : makeDataUrl(media.mediaType.isEmpty() ? mediaTypeOf(media.data) : media.mediaType,
                          media.data);
    if (!media.text.isEmpty()) {
        textItem(media.fileName.isEmpty() ? media.text : media.fileName + "\n\n" + media.text,
                 &part);
        return;
    }
    const bool isFileUrl = media.kind == MediaKind::File && media.data.isEmpty();
    if ((isImage && url.isEmpty()) || (isFileUrl && media.fileId.isEmpty()) ||
        (media.kind == MediaKind::Audio && media.data.isEmpty()) ||
        (media.kind == MediaKind::Video && url.isEmpty())) {
        lost("media that Chat Completions cannot carry: a note stands in its place");
        textItem(noteFor(media), &part);
        return;
    }
    m_out.beginObject();
    if (isImage || media.kind == MediaKind::Video) {
        const char *kind = isImage ? "image_url" : "video_url";
        m_out.textMember("type", kind);
        m_out.key(kind).beginObject();
        m_out.textMember("url", url);
        m_out.textMemberIfSet("detail", media.detail);
        m_out.endObject();
    } else if (media.kind == MediaKind::Audio) {
        m_out.textMember("type", "input_audio");
        m_out.key("input_audio").beginObject();
        m_out.textMember("data", media.data);
        const QByteArray kind = media.mediaType.mid(media.mediaType.indexOf('/') + 1);
        m_out.textMember("format", kind == "mpeg" ? QByteArray("mp3") : kind);
        m_out.endObject();
    } else {
        m_out.textMember("type", "file");
        m_out.key("file").beginObject();
        m_out.textMemberIfSet("file_id", media.fileId);
        m_out.textMemberIfSet("filename", media.fileName);
        if (!media.data.isEmpty()) {
            if (media.fileName.isEmpty())
                m_out.textMember("filename", "document");
            m_out.textMember("file_data", url);
        }
        m_out.endObject();
    }
    cacheMark(part);
    extensions(part.extensions);
    m_out.endObject();
}

} // namespace omni::wire::openaichat

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/partwriter.h"

#include "core/wire/gemini/partdecoder.h"
#include "core/wire/gemini/words.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::gemini {

using base::Json;
using chat::MediaPart;
using chat::Part;

namespace {

void writeMedia(JsonOut &out, const MediaPart &media, const Json &rest)
{
    const bool isInline = !media.data.isEmpty() || !media.text.isEmpty();
    const char *field = isInline ? "inlineData" : "fileData";
    out.key(field).beginObject();
    if (!media.text.isEmpty()) {
        out.textMember("mimeType", "text/plain");
        out.textMember("data", media.text.toBase64());
    } else if (isInline) {
        out.textMember("mimeType", media.mediaType);
        out.textMember("data", media.data);
    } else {
        out.textMember("fileUri", media.url.isEmpty() ? media.fileId : media.url);
        out.textMemberIfSet("mimeType", media.mediaType);
    }
    out.textMemberIfSet("displayName", media.fileName);
    writeMembers(out, rest[field]);
    out.endObject();
    writeMembers(out, leftOver(rest, {field}));
}

void writeCall(JsonOut &out, const Part &part, const chat::ToolCallPart &call, const Json &rest)
{
    out.key("functionCall").beginObject();
    if (!call.id.isEmpty() && !hasMadeId(part))
        out.textMember("id", call.id);
    out.textMember("name", call.name);
    out.key("args").raw(argumentsAsObject(call));
    writeMembers(out, rest["functionCall"]);
    out.endObject();
    if (call.signatureOrigin == Mine) {
        out.textMemberIfSet("thoughtSignature", call.signature);
    } else if (!call.signature.isEmpty()) {
        const chat::ReasoningPart carried{.signature = call.signature,
                                          .origin = call.signatureOrigin};
        out.textMember("thoughtSignature", packSignature(carried));
    }
    writeMembers(out, leftOver(rest, {"functionCall", "id"}));
}

/// The API wants an object, whatever the tool gave.
void writeResponse(JsonOut &out, const chat::ToolResultPart &result, const QByteArray &wrapper)
{
    QByteArray text;
    bool hasText = false;
    for (const Part &part : result.content) {
        const auto *piece = part.as<chat::TextPart>();
        if (!piece)
            continue;
        if (hasText)
            text += '\n';
        text += piece->text;
        hasText = true;
    }
    // Null also stands for "no JSON, or none that may be shown as it is".
    Json parsed;
    if (wrapper.isEmpty() && !result.isError)
        parsed = Json::parse(text).value_or(Json());
    if (parsed.isObject()) {
        out.value(parsed);
        return;
    }
    out.beginObject();
    const QByteArray own(result.isError ? "error" : "result");
    const QByteArray &key = wrapper.isEmpty() ? own : wrapper;
    // What is JSON stays JSON.
    if (!parsed.isString() && !parsed.isNull())
        out.key(key).value(parsed);
    else
        out.textMember(key, text);
    out.endObject();
}

void writeResult(JsonOut &out, const chat::ToolResultPart &result, const Json &rest)
{
    const Json &inner = rest["functionResponse"];
    out.key("functionResponse").beginObject();
    out.textMemberIfSet("id", result.callId);
    out.textMember("name", result.name);
    out.key("response");
    writeResponse(out, result, inner["response"].toBytes());
    const bool hasMedia =
        std::any_of(result.content.begin(), result.content.end(), [](const Part &each) {
            return each.as<MediaPart>() || each.as<chat::OpaquePart>();
        });
    if (hasMedia) {
        out.key("parts").beginArray();
        for (const Part &each : result.content) {
            if (!each.as<chat::TextPart>())
                writePart(out, each);
        }
        out.endArray();
    }
    writeMembers(out, leftOver(inner, {"response"}));
    out.endObject();
    writeMembers(out, leftOver(rest, {"functionResponse", "id"}));
}

} // namespace

QByteArray signatureFor(const chat::ReasoningPart &reasoning)
{
    if (reasoning.origin == Mine)
        return reasoning.signature;
    const bool isBound = reasoning.origin || !reasoning.signature.isEmpty() ||
                         !reasoning.encrypted.isEmpty() || !reasoning.id.isEmpty();
    return isBound ? packSignature(reasoning) : QByteArray();
}

void writeThought(JsonOut &out, QByteArrayView text, const QByteArray &signature)
{
    out.textMember("text", text);
    out.key("thought").boolean(true);
    out.textMemberIfSet("thoughtSignature", signature);
}

bool writePart(JsonOut &out, const Part &part)
{
    const Json &rest = part.extensions.of(Mine);
    const auto *opaque = part.as<chat::OpaquePart>();
    if (opaque && opaque->format != Mine)
        return false;
    out.beginObject();
    if (opaque) {
        writeMembers(out, opaque->json);
    } else if (rest.contains("executableCode") || rest.contains("codeExecutionResult")) {
        writeMembers(out, rest);
    } else if (const auto *text = part.as<chat::TextPart>()) {
        out.textMember("text", text->text);
        writeMembers(out, rest);
    } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
        out.textMember("text", refusal->text);
    } else if (const auto *media = part.as<MediaPart>()) {
        writeMedia(out, *media, rest);
    } else if (const auto *reasoning = part.as<chat::ReasoningPart>()) {
        writeThought(out, shownThinking(*reasoning), signatureFor(*reasoning));
        writeMembers(out, rest);
    } else if (const auto *call = part.as<chat::ToolCallPart>()) {
        writeCall(out, part, *call, rest);
    } else if (const auto *result = part.as<chat::ToolResultPart>()) {
        writeResult(out, *result, rest);
    }
    out.endObject();
    return true;
}

} // namespace omni::wire::gemini

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/partdecoder.h"

#include "core/wire/gemini/schema.h"
#include "core/wire/gemini/words.h"

#include <array>

namespace omni::wire::gemini {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Part;

namespace {

/// Exactly one of them stands in a part.
constexpr std::array<QByteArrayView, 9> DataFields{
    "text",           "inlineData",          "fileData", "functionCall", "functionResponse",
    "executableCode", "codeExecutionResult", "toolCall", "toolResponse"};

constexpr char OneFieldWanted[] =
    "exactly one of text, inlineData, fileData, functionCall, functionResponse, executableCode "
    "or codeExecutionResult is wanted";

bool requireText(FieldReader &in, const Json &value, const FieldPath &where, QByteArray &out)
{
    if (value.isNull())
        return in.wrong(where, "is required, as a string");
    return in.text(value, where, out);
}

MediaKind kindOf(const QByteArray &mediaType)
{
    if (mediaType.startsWith("image/"))
        return MediaKind::Image;
    if (mediaType.startsWith("audio/"))
        return MediaKind::Audio;
    return mediaType.startsWith("video/") ? MediaKind::Video : MediaKind::File;
}

void keepRest(Part &part, const Json &json, QByteArrayView field,
              std::initializer_list<QByteArrayView> known, const Json &inner)
{
    Json rest = leftOver(json, {field, "thoughtSignature"});
    const Json kept = leftOver(inner, known);
    if (!kept.isNull())
        rest.set(field, kept);
    part.extensions.put(Mine, rest);
}

/// A signature on anything but a call or a thought stays with the part; only this format knows it.
void keepSignature(Part &part, const Json &json)
{
    if (json["thoughtSignature"].isNull())
        return;
    Json rest = part.extensions.of(Mine);
    rest.set("thoughtSignature", json["thoughtSignature"]);
    part.extensions.put(Mine, rest);
}

bool decodeText(FieldReader &in, const Json &json, const FieldPath &where, Part &part)
{
    QByteArray text;
    QByteArray signature;
    bool isThought = false;
    if (!in.text(json["text"], where["text"], text) ||
        !in.boolean(json["thought"], where["thought"], isThought) ||
        !in.text(json["thoughtSignature"], where["thoughtSignature"], signature))
        return false;
    if (isThought) {
        chat::ReasoningPart reasoning{.text = text};
        if (!unpackSignature(signature, reasoning)) {
            reasoning.signature = signature;
            reasoning.origin = Mine;
        }
        part.body = std::move(reasoning);
        part.extensions.put(Mine, leftOver(json, {"text", "thought", "thoughtSignature"}));
        return true;
    }
    // The signature of a finished text often comes behind it, in a part that says nothing.
    if (text.isEmpty() && !signature.isEmpty()) {
        part.body = chat::OpaquePart{Mine, json};
        return true;
    }
    part.body = chat::TextPart{.text = text};
    part.extensions.put(Mine, leftOver(json, {"text", "thought"}));
    return true;
}

bool decodeInline(FieldReader &in, const Json &json, const FieldPath &where, Part &part)
{
    const Json blob = camelKeys(json["inlineData"]);
    const FieldPath at = where["inlineData"];
    MediaPart media;
    if (!blob.isObject())
        return in.wrong(at, "an object is wanted");
    if (!requireText(in, blob["mimeType"], at["mimeType"], media.mediaType) ||
        !requireText(in, blob["data"], at["data"], media.data) ||
        !in.text(blob["displayName"], at["displayName"], media.fileName))
        return false;
    media.kind = kindOf(media.mediaType);
    // Google's libraries write bytes in the alphabet of URLs; others take the usual one only.
    if (media.data.contains('-') || media.data.contains('_'))
        media.data.replace('-', '+').replace('_', '/');
    part.body = std::move(media);
    keepRest(part, json, "inlineData", {"mimeType", "data", "displayName"}, blob);
    keepSignature(part, json);
    return true;
}

bool decodeFile(FieldReader &in, const Json &json, const FieldPath &where, Part &part)
{
    const Json file = camelKeys(json["fileData"]);
    const FieldPath at = where["fileData"];
    MediaPart media;
    QByteArray uri;
    if (!file.isObject())
        return in.wrong(at, "an object is wanted");
    if (!requireText(in, file["fileUri"], at["fileUri"], uri) ||
        !in.text(file["mimeType"], at["mimeType"], media.mediaType) ||
        !in.text(file["displayName"], at["displayName"], media.fileName))
        return false;
    media.kind = kindOf(media.mediaType);
    (isGoogleFile(uri) ? media.fileId : media.url) = uri;
    part.body = std::move(media);
    keepRest(part, json, "fileData", {"fileUri", "mimeType", "displayName"}, file);
    keepSignature(part, json);
    return true;
}

bool decodeCall(FieldReader &in, const Json &json, const FieldPath &where, Part &part)
{
    const Json wire = camelKeys(json["functionCall"]);
    const FieldPath at = where["functionCall"];
    chat::ToolCallPart call;
    if (!wire.isObject())
        return in.wrong(at, "an object is wanted");
    if (!requireText(in, wire["name"], at["name"], call.name) ||
        !in.text(wire["id"], at["id"], call.id) ||
        !in.text(json["thoughtSignature"], where["thoughtSignature"], call.signature))
        return false;
    if (call.name.isEmpty())
        return in.wrong(at["name"], "must not be empty");
    const Json &args = wire["args"];
    if (!args.isNull() && !args.isObject())
        return in.wrong(at["args"], "an object is wanted");
    call.arguments = args.isNull() ? QByteArray("{}") : args.toJson();
    if (args.contains(PlaceholderProperty)) {
        Json real = args;
        real.remove(PlaceholderProperty);
        call.arguments = real.toJson();
    }
    if (!call.signature.isEmpty())
        call.signatureOrigin = Mine;
    chat::ReasoningPart carried;
    if (unpackSignature(call.signature, carried)) {
        call.signature = carried.signature;
        call.signatureOrigin = carried.origin;
    }
    part.body = std::move(call);
    keepRest(part, json, "functionCall", {"id", "name", "args"}, wire);
    return true;
}

/// Functions written for this API answer with one of a few words and a text.
const base::JsonMember *wrapperOf(const Json &response)
{
    constexpr std::array<QByteArrayView, 5> Wrappers{"result", "output", "error", "return_value",
                                                     "content"};
    if (response.size() != 1 || !response.members().front().value.isString())
        return nullptr;
    const base::JsonMember &only = response.members().front();
    const bool known =
        std::find(Wrappers.begin(), Wrappers.end(), QByteArrayView(only.key)) != Wrappers.end();
    return known ? &only : nullptr;
}

bool decodeResponseParts(FieldReader &in, const Json &list, const FieldPath &where,
                         std::vector<Part> &content)
{
    if (list.isNull())
        return true;
    if (!in.array(list, where))
        return false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        Part part;
        if (!decodePart(in, list.at(i), where.at(i), part))
            return false;
        if (!part.as<MediaPart>() && !part.as<chat::OpaquePart>())
            return in.wrong(where.at(i), "inlineData or fileData is wanted");
        content.push_back(std::move(part));
    }
    return true;
}

bool decodeResult(FieldReader &in, const Json &json, const FieldPath &where, Part &part)
{
    const Json wire = camelKeys(json["functionResponse"]);
    const FieldPath at = where["functionResponse"];
    chat::ToolResultPart result;
    if (!wire.isObject())
        return in.wrong(at, "an object is wanted");
    if (!requireText(in, wire["name"], at["name"], result.name) ||
        !in.text(wire["id"], at["id"], result.callId))
        return false;
    const Json &response = wire["response"];
    if (!response.isNull() && !response.isObject())
        return in.wrong(at["response"], "an object is wanted");
    Json kept = leftOver(wire, {"id", "name", "response", "parts"});
    if (const base::JsonMember *wrapper = wrapperOf(response)) {
        result.content.emplace_back(chat::TextPart{.text = wrapper->value.toBytes()});
        result.isError = wrapper->key == "error";
        // `response` becomes the word alone.
        kept.set("response", wrapper->key);
    } else if (!response.isNull()) {
        result.content.emplace_back(chat::TextPart{.text = response.toJson()});
    }
    if (!decodeResponseParts(in, wire["parts"], at["parts"], result.content))
        return false;
    part.body = std::move(result);
    Json rest = leftOver(json, {"functionResponse"});
    if (!kept.isNull())
        rest.set("functionResponse", kept);
    part.extensions.put(Mine, rest);
    return true;
}

bool decodeCode(const Json &json, Part &part)
{
    part.body = chat::TextPart{.text = codeAsText(json)};
    part.extensions.put(Mine, json);
    return true;
}

} // namespace

bool decodePart(FieldReader &in, const Json &written, const FieldPath &where, Part &part)
{
    if (!written.isObject())
        return in.wrong(where, "an object is wanted");
    const Json json = camelKeys(written);
    QByteArrayView field;
    for (const QByteArrayView each : DataFields) {
        if (json[each].isNull())
            continue;
        if (!field.isEmpty())
            return in.wrong(where, OneFieldWanted);
        field = each;
    }
    if (json.size() == 0)
        return in.wrong(where, OneFieldWanted);
    if (field == "text")
        return decodeText(in, json, where, part);
    if (field == "functionCall")
        return decodeCall(in, json, where, part);
    if (field == "functionResponse")
        return decodeResult(in, json, where, part);
    if (field == "inlineData")
        return decodeInline(in, json, where, part);
    if (field == "fileData")
        return decodeFile(in, json, where, part);
    if (field == "executableCode" || field == "codeExecutionResult")
        return decodeCode(json, part);
    part.body = chat::OpaquePart{Mine, json};
    return true;
}

bool hasMadeId(const Part &part)
{
    const Json &rest = part.extensions.of(Mine);
    return rest.contains("id") && rest["id"].isNull();
}

void setMadeId(Part &part, const QByteArray &id)
{
    if (auto *call = part.as<chat::ToolCallPart>())
        call->id = id;
    else if (auto *result = part.as<chat::ToolResultPart>())
        result->callId = id;
    Json rest = part.extensions.of(Mine);
    rest.set("id", Json());
    part.extensions.put(Mine, rest);
}

QByteArray codeAsText(const Json &part)
{
    const Json &code = part["executableCode"];
    if (code.isObject())
        return "\n```" + code["language"].toBytes().toLower() + '\n' + code["code"].toBytes() +
               "\n```\n";
    const QByteArray &output = part["codeExecutionResult"]["output"].toBytes();
    return output.isEmpty() ? QByteArray() : "\n```\n" + output + "\n```\n";
}

} // namespace omni::wire::gemini

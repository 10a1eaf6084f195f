// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/messagedecoder.h"

#include "core/wire/media.h"
#include "core/wire/openaichat/pieces.h"
#include "core/wire/toolnames.h"

#include <array>

namespace omni::wire::openaichat {

using base::Json;
using chat::Format;
using chat::MediaKind;
using chat::MediaPart;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;
using chat::ToolCallPart;
using chat::ToolResultPart;

namespace {

struct RoleName
{
    const char *name;
    Role role;
};

constexpr std::array<RoleName, 7> Roles{{{"system", Role::System},
                                         {"developer", Role::Developer},
                                         {"user", Role::User},
                                         {"assistant", Role::Assistant},
                                         {"model", Role::Assistant},
                                         {"tool", Role::Tool},
                                         {"function", Role::Tool}}};

/// Reads one message after another; a legacy function result belongs to the last function call.
class MessagesReader
{
public:
    MessagesReader(FieldReader &reader, std::vector<Message> &out)
        : m_reader(reader)
        , m_out(out)
    {}

    bool message(const Json &json, const FieldPath &at);

private:
    bool role(const Json &json, const FieldPath &at, Message &out);
    bool toolResult(const Json &json, const FieldPath &at, Message &out);
    bool toolCalls(const Json &json, const FieldPath &at, Message &out);
    bool legacyCall(const Json &json, const FieldPath &at, Message &out);
    bool content(const Json &json, const FieldPath &at, std::vector<Part> &out);
    bool part(const Json &json, const FieldPath &at, std::vector<Part> &out);
    bool image(const Json &json, const FieldPath &at, Part &out);
    bool audio(const Json &json, const FieldPath &at, Part &out);
    bool file(const Json &json, const FieldPath &at, Part &out);
    bool video(const Json &json, const FieldPath &at, Part &out);
    bool fromUrl(const Json &url, const FieldPath &at, MediaPart &out);

    FieldReader &m_reader;
    std::vector<Message> &m_out;
    QByteArray m_legacyCallId;
    int m_legacyCalls = 0;
};

bool MessagesReader::role(const Json &json, const FieldPath &at, Message &out)
{
    const Json &value = json["role"];
    for (const RoleName &known : Roles) {
        if (value.toBytes() == known.name) {
            out.role = known.role;
            return true;
        }
    }
    return m_reader.wrong(at["role"],
                          "one of system, developer, user, assistant, tool, function is wanted");
}

bool MessagesReader::message(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    Message out;
    if (!role(json, at, out) || !m_reader.text(json["name"], at["name"], out.name))
        return false;
    if (out.role == Role::Tool) {
        if (!toolResult(json, at, out))
            return false;
        m_out.push_back(std::move(out));
        return true;
    }
    if (out.role == Role::Assistant)
        out.parts = reasoningOf(json);
    if (!content(json["content"], at["content"], out.parts))
        return false;
    if (out.role == Role::Assistant) {
        if (json["refusal"].isString())
            out.parts.emplace_back(chat::RefusalPart{json["refusal"].toBytes()});
        if (!toolCalls(json["tool_calls"], at["tool_calls"], out) ||
            !legacyCall(json["function_call"], at["function_call"], out))
            return false;
    } else if (json["content"].isNull()) {
        return m_reader.wrong(at["content"], "a string or an array of parts is wanted");
    }
    out.extensions.put(
        Format::OpenAiChat,
        leftOver(json, {"role", "name", "content", "reasoning_content", "reasoning",
                        "reasoning_details", "refusal", "tool_calls", "function_call"}));
    m_out.push_back(std::move(out));
    return true;
}

bool MessagesReader::toolResult(const Json &json, const FieldPath &at, Message &out)
{
    ToolResultPart result;
    const bool isLegacy = json["role"].toBytes() == "function";
    if (isLegacy) {
        result.callId = m_legacyCallId;
        result.name = out.name;
    } else {
        if (!json["tool_call_id"].isString())
            return m_reader.wrong(at["tool_call_id"], "the id of the call is wanted, as a string");
        result.callId = json["tool_call_id"].toBytes();
        result.name = out.name;
    }
    out.name.clear();
    if (json["content"].isNull() && !isLegacy)
        return m_reader.wrong(at["content"], "a string or an array of parts is wanted");
    if (!content(json["content"], at["content"], result.content))
        return false;
    Part part(std::move(result));
    part.extensions.put(Format::OpenAiChat,
                        leftOver(json, {"role", "name", "content", "tool_call_id"}));
    out.parts.push_back(std::move(part));
    return true;
}

bool MessagesReader::toolCalls(const Json &json, const FieldPath &at, Message &out)
{
    if (!m_reader.array(json, at))
        return !m_reader.failed();
    qsizetype index = 0;
    for (const Json &call : json.items()) {
        const FieldPath here = at.at(index++);
        if (!call.isObject())
            return m_reader.wrong(here, "an object is wanted");
        const bool isCustom = call["type"].toBytes() == "custom";
        const char *kind = isCustom ? "custom" : "function";
        const char *payload = isCustom ? "input" : "arguments";
        if (!call["type"].isNull() && !isCustom && call["type"].toBytes() != "function")
            return m_reader.wrong(here["type"], "function or custom is wanted");
        if (!call["id"].isString() || call["id"].toBytes().isEmpty())
            return m_reader.wrong(here["id"], "the call's id is wanted, as a string");
        const Json &body = call[kind];
        const FieldPath inside = here[kind];
        if (!body.isObject())
            return m_reader.wrong(inside, "an object is wanted");
        if (!body["name"].isString() || body["name"].toBytes().isEmpty())
            return m_reader.wrong(inside["name"], "the tool's name is wanted, as a string");
        if (!body[payload].isString() && !body[payload].isNull())
            return m_reader.wrong(inside[payload], "JSON text is wanted, as a string");
        Part part(toolCallOf(call));
        part.extensions.put(Format::OpenAiChat,
                            leftOver(call, {"id", "type", "function", "custom", "index"}));
        out.parts.push_back(std::move(part));
    }
    return true;
}

bool MessagesReader::legacyCall(const Json &json, const FieldPath &at, Message &out)
{
    if (!m_reader.object(json, at))
        return !m_reader.failed();
    ToolCallPart call;
    if (!json["name"].isString())
        return m_reader.wrong(at["name"], "the function's name is wanted, as a string");
    call.name = json["name"].toBytes();
    if (!m_reader.text(json["arguments"], at["arguments"], call.arguments))
        return false;
    call.id = makeCallId("call_", "function_call", m_legacyCalls++, call.name);
    m_legacyCallId = call.id;
    out.parts.emplace_back(std::move(call));
    return true;
}

bool MessagesReader::content(const Json &json, const FieldPath &at, std::vector<Part> &out)
{
    if (json.isNull())
        return true;
    if (json.isString()) {
        if (!json.toBytes().isEmpty())
            out.emplace_back(TextPart{.text = json.toBytes()});
        return true;
    }
    if (!json.isArray())
        return m_reader.wrong(at, "a string or an array of parts is wanted");
    out.reserve(out.size() + size_t(json.size()));
    qsizetype index = 0;
    for (const Json &item : json.items()) {
        if (!part(item, at.at(index++), out))
            return false;
    }
    return true;
}

bool MessagesReader::part(const Json &json, const FieldPath &at, std::vector<Part> &out)
{
    if (json.isString()) {
        out.emplace_back(TextPart{.text = json.toBytes()});
        return true;
    }
    if (!json.isObject())
        return m_reader.wrong(at, "an object with a type is wanted");
    if (!json["type"].isString())
        return m_reader.wrong(at["type"], "the part's type is wanted, as a string");
    const QByteArray &type = json["type"].toBytes();
    Part made;
    if (type == "text") {
        if (!json["text"].isString())
            return m_reader.wrong(at["text"], "a string is wanted");
        made.body = TextPart{.text = json["text"].toBytes()};
    } else if (type == "image_url") {
        if (!image(json["image_url"], at["image_url"], made))
            return false;
    } else if (type == "input_audio") {
        if (!audio(json["input_audio"], at["input_audio"], made))
            return false;
    } else if (type == "file") {
        if (!file(json["file"], at["file"], made))
            return false;
    } else if (type == "video_url") {
        if (!video(json["video_url"], at["video_url"], made))
            return false;
    } else if (type == "refusal") {
        if (!json["refusal"].isString())
            return m_reader.wrong(at["refusal"], "a string is wanted");
        made.body = chat::RefusalPart{json["refusal"].toBytes()};
    } else if (type == "thinking") {
        // Mistral: the thinking is itself a list of text parts.
        QByteArray text = json["thinking"].toBytes();
        for (const Json &piece : json["thinking"].items())
            text += piece["text"].toBytes();
        made.body = chat::ReasoningPart{.text = text, .origin = Format::OpenAiChat};
        made.extensions.put(Format::OpenAiChat, Json::object({{"part", json}}));
    } else {
        made.body = chat::OpaquePart{Format::OpenAiChat, json};
        out.push_back(std::move(made));
        return true;
    }
    made.cache = cacheMarkOf(json);
    if (made.extensions.isEmpty())
        made.extensions.put(Format::OpenAiChat,
                            leftOver(json, {"type", "text", "image_url", "input_audio", "file",
                                            "video_url", "refusal", "cache_control"}));
    out.push_back(std::move(made));
    return true;
}

bool MessagesReader::fromUrl(const Json &url, const FieldPath &at, MediaPart &out)
{
    if (!url.isString() || url.toBytes().isEmpty())
        return m_reader.wrong(at, "a URL is wanted, as a string");
    auto inlined = splitDataUrl(url.toBytes());
    if (!inlined) {
        if (url.toBytes().startsWith("data:"))
            return m_reader.wrong(at, "a data URL must be base64: data:<type>;base64,<data>");
        out.url = url.toBytes();
        return true;
    }
    if (inlined->data.isEmpty())
        return m_reader.wrong(at, "the data URL is empty");
    out.mediaType = std::move(inlined->mediaType);
    out.data = std::move(inlined->data);
    return true;
}

bool MessagesReader::image(const Json &json, const FieldPath &at, Part &out)
{
    MediaPart media{.kind = MediaKind::Image};
    // Some clients write the URL itself.
    if (json.isString()) {
        if (!fromUrl(json, at, media))
            return false;
    } else {
        if (!json.isObject())
            return m_reader.wrong(at, "an object with a url is wanted");
        if (!fromUrl(json["url"], at["url"], media) ||
            !m_reader.text(json["detail"], at["detail"], media.detail))
            return false;
    }
    out.body = std::move(media);
    return true;
}

bool MessagesReader::video(const Json &json, const FieldPath &at, Part &out)
{
    MediaPart media{.kind = MediaKind::Video};
    if (!json.isObject())
        return m_reader.wrong(at, "an object with a url is wanted");
    if (!fromUrl(json["url"], at["url"], media))
        return false;
    out.body = std::move(media);
    return true;
}

bool MessagesReader::audio(const Json &json, const FieldPath &at, Part &out)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object with data and format is wanted");
    if (!json["data"].isString() || json["data"].toBytes().isEmpty())
        return m_reader.wrong(at["data"], "base64 data is wanted, as a string");
    if (!json["format"].isString())
        return m_reader.wrong(at["format"], "wav or mp3 is wanted");
    const QByteArray &format = json["format"].toBytes();
    out.body =
        MediaPart{.kind = MediaKind::Audio,
                  .mediaType = format == "mp3" ? QByteArray("audio/mpeg") : "audio/" + format,
                  .data = json["data"].toBytes()};
    return true;
}

bool MessagesReader::file(const Json &json, const FieldPath &at, Part &out)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object with file_data or file_id is wanted");
    MediaPart media{.kind = MediaKind::File};
    if (!m_reader.text(json["filename"], at["filename"], media.fileName) ||
        !m_reader.text(json["file_id"], at["file_id"], media.fileId))
        return false;
    const Json &data = json["file_data"];
    if (!data.isNull()) {
        if (data.isString() && !data.toBytes().startsWith("data:") &&
            !data.toBytes().startsWith("http")) {
            media.data = data.toBytes();
            media.mediaType = mediaTypeOf(media.data);
        } else if (!fromUrl(data, at["file_data"], media)) {
            return false;
        }
    } else if (media.fileId.isEmpty()) {
        return m_reader.wrong(at, "file_data or file_id is wanted");
    }
    out.body = std::move(media);
    return true;
}

} // namespace

bool readMessages(FieldReader &reader, const Json &list, const FieldPath &at,
                  std::vector<Message> &out)
{
    if (!list.isArray() || list.size() == 0)
        return reader.wrong(at, "an array of at least one message is wanted");
    out.reserve(size_t(list.size()));
    MessagesReader messages(reader, out);
    qsizetype index = 0;
    for (const Json &item : list.items()) {
        if (!messages.message(item, at.at(index++)))
            return false;
    }
    return true;
}

} // namespace omni::wire::openaichat

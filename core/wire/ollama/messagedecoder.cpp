// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/messagedecoder.h"

#include "core/wire/media.h"
#include "core/wire/members.h"
#include "core/wire/ollama/words.h"
#include "core/wire/toolnames.h"

#include <algorithm>
#include <array>

namespace omni::wire::ollama {

using base::Json;
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

constexpr std::array<RoleName, 4> Roles{{{"system", Role::System},
                                         {"user", Role::User},
                                         {"assistant", Role::Assistant},
                                         {"tool", Role::Tool}}};

bool isBase64(QByteArrayView text)
{
    while (text.endsWith('='))
        text.chop(1);
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/' || c == '\n' || c == '\r';
    });
}

class MessagesReader
{
public:
    MessagesReader(FieldReader &reader, std::vector<Message> &out)
        : m_reader(reader)
        , m_out(out)
    {}

    bool message(const Json &json, const FieldPath &at);

private:
    struct OpenCall
    {
        QByteArray id;
        QByteArray name;
    };

    bool role(const Json &json, const FieldPath &at, Message &out);
    bool text(const Json &json, const FieldPath &at, std::vector<Part> &out);
    bool assistant(const Json &json, const FieldPath &at, Message &out);
    bool toolCall(const Json &json, const FieldPath &at, Message &out);
    bool toolResult(const Json &json, const FieldPath &at, Message &out);
    QByteArray answeredCall(const QByteArray &id, QByteArray &name);

    FieldReader &m_reader;
    std::vector<Message> &m_out;
    std::vector<OpenCall> m_open; ///< calls that wait for their result
};

bool MessagesReader::role(const Json &json, const FieldPath &at, Message &out)
{
    for (const RoleName &known : Roles) {
        if (json["role"].toBytes() == known.name) {
            out.role = known.role;
            return true;
        }
    }
    return m_reader.wrong(at["role"], "one of system, user, assistant, tool is wanted");
}

bool MessagesReader::text(const Json &json, const FieldPath &at, std::vector<Part> &out)
{
    QByteArray said;
    if (!m_reader.text(json, at, said))
        return false;
    if (!said.isEmpty())
        out.emplace_back(TextPart{.text = said});
    return true;
}

bool MessagesReader::message(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    Message out;
    if (!role(json, at, out))
        return false;
    if (out.role == Role::Tool) {
        if (!toolResult(json, at, out))
            return false;
    } else if (out.role == Role::Assistant) {
        if (!assistant(json, at, out))
            return false;
    } else if (!text(json["content"], at["content"], out.parts) ||
               !readImages(m_reader, json["images"], at["images"], out.parts)) {
        return false;
    }
    out.extensions.put(Mine, leftOver(json, {"role", "content", "images", "thinking", "tool_calls",
                                             "tool_name", "tool_call_id"}));
    m_out.push_back(std::move(out));
    return true;
}

bool MessagesReader::assistant(const Json &json, const FieldPath &at, Message &out)
{
    QByteArray thought;
    if (!m_reader.text(json["thinking"], at["thinking"], thought))
        return false;
    if (!thought.isEmpty())
        out.parts.emplace_back(chat::ReasoningPart{.text = thought, .origin = Mine});
    if (!text(json["content"], at["content"], out.parts) ||
        !readImages(m_reader, json["images"], at["images"], out.parts))
        return false;
    m_open.clear();
    const Json &calls = json["tool_calls"];
    const FieldPath list = at["tool_calls"];
    if (!m_reader.array(calls, list))
        return !m_reader.failed();
    qsizetype index = 0;
    for (const Json &call : calls.items()) {
        if (!toolCall(call, list.at(index++), out))
            return false;
    }
    return true;
}

bool MessagesReader::toolCall(const Json &json, const FieldPath &at, Message &out)
{
    const FieldPath inside = at["function"];
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    const Json &function = json["function"];
    if (!function.isObject())
        return m_reader.wrong(inside, "an object is wanted");
    if (!function["name"].isString() || function["name"].toBytes().isEmpty())
        return m_reader.wrong(inside["name"], "the tool's name is wanted, as a string");
    if (!function["arguments"].isNull() && !function["arguments"].isObject())
        return m_reader.wrong(inside["arguments"], "an object is wanted");
    if (!json["id"].isNull() && !json["id"].isString())
        return m_reader.wrong(at["id"], "a string is wanted");
    const QByteArray turn = "turn" + QByteArray::number(qint64(m_out.size()));
    ToolCallPart call = toolCallOf(json, turn, int(m_open.size()));
    m_open.push_back({call.id, call.name});
    Json kept = Json::object();
    if (json["id"].toBytes().isEmpty())
        kept.set("unnamed", true);
    kept.setIfPresent("call", leftOver(json, {"id", "function"}));
    kept.setIfPresent("function", leftOver(function, {"name", "arguments"}));
    Part part(std::move(call));
    part.extensions.put(Mine, std::move(kept));
    out.parts.push_back(std::move(part));
    return true;
}

/// The call that a result answers: the one with its id, else the first open one of its name, else
/// the first open one. A result without any gets an id that no call has.
QByteArray MessagesReader::answeredCall(const QByteArray &id, QByteArray &name)
{
    const auto begin = m_open.begin();
    auto found = m_open.end();
    if (!id.isEmpty())
        found = std::find_if(begin, m_open.end(), [&](const auto &call) { return call.id == id; });
    else if (!name.isEmpty())
        found =
            std::find_if(begin, m_open.end(), [&](const auto &call) { return call.name == name; });
    if (found == m_open.end() && id.isEmpty())
        found = begin;
    if (found == m_open.end())
        return id.isEmpty() ? makeCallId("call_", "orphan", int(m_out.size()), name) : id;
    const OpenCall call = *found;
    m_open.erase(found);
    if (name.isEmpty())
        name = call.name;
    return call.id;
}

bool MessagesReader::toolResult(const Json &json, const FieldPath &at, Message &out)
{
    ToolResultPart result;
    QByteArray id;
    if (!m_reader.text(json["tool_name"], at["tool_name"], result.name) ||
        !m_reader.text(json["tool_call_id"], at["tool_call_id"], id) ||
        !text(json["content"], at["content"], result.content) ||
        !readImages(m_reader, json["images"], at["images"], result.content))
        return false;
    Json kept = Json::object();
    if (id.isEmpty())
        kept.set("unnamed", true);
    if (result.name.isEmpty())
        kept.set("nameless", true);
    result.callId = answeredCall(id, result.name);
    Part part(std::move(result));
    part.extensions.put(Mine, std::move(kept));
    out.parts.push_back(std::move(part));
    return true;
}

} // namespace

bool readImages(FieldReader &reader, const Json &list, const FieldPath &at, std::vector<Part> &out)
{
    if (!reader.array(list, at))
        return !reader.failed();
    qsizetype index = 0;
    for (const Json &image : list.items()) {
        const FieldPath here = at.at(index++);
        if (!image.isString())
            return reader.wrong(here, "base64 data is wanted, as a string");
        MediaPart media{.data = image.toBytes()};
        if (auto inlined = splitDataUrl(media.data)) {
            media.mediaType = std::move(inlined->mediaType);
            media.data = std::move(inlined->data);
        }
        if (!isBase64(media.data))
            return reader.wrong(here, "base64 data is wanted, without a URL in front of it");
        if (const QByteArray real = mediaTypeOf(media.data); !real.isEmpty())
            media.mediaType = real;
        out.emplace_back(std::move(media));
    }
    return true;
}

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

} // namespace omni::wire::ollama

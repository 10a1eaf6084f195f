// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/inputdecoder.h"

#include "core/wire/openairesponses/compaction.h"
#include "core/wire/openairesponses/items.h"
#include "core/wire/openairesponses/tooldecoder.h"

#include <array>

namespace omni::wire::openairesponses {

using base::Json;
using chat::ChatRequest;
using chat::Message;
using chat::Part;
using chat::Role;

namespace {

struct RoleName
{
    const char *name;
    Role role;
};

constexpr std::array<RoleName, 4> Roles{{{"user", Role::User},
                                         {"assistant", Role::Assistant},
                                         {"system", Role::System},
                                         {"developer", Role::Developer}}};

/// Items that only OpenAI knows and that answer one of the model's, so that they end its turn.
bool isAnswer(const QByteArray &type)
{
    return type.endsWith("_output") || type.endsWith("_response");
}

class InputReader
{
public:
    InputReader(FieldReader &reader, ChatRequest &out)
        : m_reader(reader)
        , m_out(out)
    {}

    bool item(const Json &json, const FieldPath &at);

private:
    bool message(const Json &json, const FieldPath &at);
    bool content(const Json &json, const FieldPath &at);
    bool contentPart(const Json &json, const FieldPath &at);
    bool media(const Json &json, const FieldPath &at, std::initializer_list<const char *> sources);
    bool call(const Json &json, const FieldPath &at, const char *payload);
    bool result(const Json &json, const FieldPath &at);
    bool reasoning(const Json &json, const FieldPath &at);
    bool declaredTools(const Json &json, const FieldPath &at);
    bool compaction(const Json &json);
    bool opaque(const Json &json);
    bool wantText(const Json &json, const FieldPath &at, const char *key, const char *why);
    /// The message that goes on when the last one has this role, else a new one.
    Message &turnOf(Role role);

    FieldReader &m_reader;
    ChatRequest &m_out;
};

Message &InputReader::turnOf(Role role)
{
    if (m_out.messages.empty() || m_out.messages.back().role != role)
        m_out.messages.push_back({.role = role});
    return m_out.messages.back();
}

bool InputReader::wantText(const Json &json, const FieldPath &at, const char *key, const char *why)
{
    if (json[key].isString() && !json[key].toBytes().isEmpty())
        return true;
    return m_reader.wrong(at[key], why);
}

bool InputReader::item(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an item is wanted, as an object");
    const Json &type = json["type"];
    if (type.isNull() ? json["role"].isString() : type.toBytes() == "message")
        return message(json, at);
    if (!type.isString() || type.toBytes().isEmpty())
        return m_reader.wrong(at["type"], "the item's type is wanted, as a string");
    const QByteArray &name = type.toBytes();
    if (name == "function_call")
        return call(json, at, "arguments");
    if (name == "custom_tool_call")
        return call(json, at, "input");
    if (name == "function_call_output" || name == "custom_tool_call_output")
        return result(json, at);
    if (name == "reasoning")
        return reasoning(json, at);
    if (name == "compaction")
        return compaction(json);
    if (name == "additional_tools" || name == "tool_search_output")
        return declaredTools(json, at);
    return opaque(json);
}

bool InputReader::message(const Json &json, const FieldPath &at)
{
    const Json &role = json["role"];
    const auto *known = std::find_if(Roles.begin(), Roles.end(), [&](const RoleName &each) {
        return role.toBytes() == each.name;
    });
    if (known == Roles.end())
        return m_reader.wrong(at["role"], "one of user, assistant, system, developer is wanted");
    if (!content(json["content"], at["content"]))
        return false;
    if (known->role == Role::Assistant) {
        appendItem(turnOf(Role::Assistant).parts, json);
        return true;
    }
    Message out{.role = known->role};
    if (!m_reader.text(json["id"], at["id"], out.id))
        return false;
    appendContent(out.parts, json["content"]);
    out.extensions.put(Mine, leftOver(json, {"type", "role", "content", "id"}));
    m_out.messages.push_back(std::move(out));
    return true;
}

bool InputReader::content(const Json &json, const FieldPath &at)
{
    if (json.isString())
        return true;
    if (!json.isArray())
        return m_reader.wrong(at, "a string or an array of parts is wanted");
    qsizetype index = 0;
    for (const Json &each : json.items()) {
        if (!contentPart(each, at.at(index++)))
            return false;
    }
    return true;
}

bool InputReader::contentPart(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "a part is wanted, as an object");
    const QByteArray &type = json["type"].toBytes();
    if (type.isEmpty())
        return m_reader.wrong(at["type"], "the part's type is wanted, as a string");
    if (type == "input_text" || type == "output_text" || type == "text")
        return json["text"].isString() || m_reader.wrong(at["text"], "a string is wanted");
    if (type == "refusal")
        return json["refusal"].isString() || m_reader.wrong(at["refusal"], "a string is wanted");
    if (type == "input_image")
        return media(json, at, {"image_url", "file_id"});
    if (type == "input_file")
        return media(json, at, {"file_data", "file_url", "file_id"});
    if (type == "input_audio") {
        const Json &audio = json["input_audio"];
        const FieldPath inside = at["input_audio"];
        return wantText(audio, inside, "data", "base64 data is wanted, as a string") &&
               wantText(audio, inside, "format", "wav or mp3 is wanted");
    }
    return true;
}

bool InputReader::media(const Json &json, const FieldPath &at,
                        std::initializer_list<const char *> sources)
{
    int given = 0;
    for (const char *source : sources) {
        const Json &value = json[source];
        if (value.isNull())
            continue;
        const bool isChatsSpelling = value.isObject() && value["url"].isString();
        if (!value.isString() && !isChatsSpelling)
            return m_reader.wrong(at[source], "a string is wanted");
        const QByteArray &text = isChatsSpelling ? value["url"].toBytes() : value.toBytes();
        if (text.startsWith("data:") && !text.left(256).contains(";base64,"))
            return m_reader.wrong(at[source],
                                  "a data URL must be base64: data:<type>;base64,<data>");
        if (!text.isEmpty())
            ++given;
    }
    if (given > 0)
        return true;
    QByteArrayList names;
    for (const char *source : sources)
        names.append(source);
    return m_reader.wrong(at, QString::fromLatin1("one of " + names.join(", ") + " is wanted"));
}

bool InputReader::call(const Json &json, const FieldPath &at, const char *payload)
{
    if (!wantText(json, at, "call_id", "the call's id is wanted, as a string") ||
        !wantText(json, at, "name", "the tool's name is wanted, as a string"))
        return false;
    if (!json[payload].isString())
        return m_reader.wrong(at[payload], "a string is wanted");
    turnOf(Role::Assistant).parts.push_back(callOf(json));
    return true;
}

bool InputReader::result(const Json &json, const FieldPath &at)
{
    if (!wantText(json, at, "call_id", "the id of the call is wanted, as a string") ||
        !content(json["output"], at["output"]))
        return false;
    turnOf(Role::Tool).parts.push_back(resultOf(json));
    return true;
}

bool InputReader::reasoning(const Json &json, const FieldPath &at)
{
    for (const char *list : {"summary", "content"}) {
        const Json &pieces = json[list];
        if (!m_reader.array(pieces, at[list])) {
            if (m_reader.failed())
                return false;
            continue;
        }
        const FieldPath inside = at[list];
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            if (!pieces.at(i)["text"].isString())
                return m_reader.wrong(inside.at(i)["text"], "a string is wanted");
        }
    }
    const Json &opaque = json["encrypted_content"];
    if (!opaque.isNull() && !opaque.isString())
        return m_reader.wrong(at["encrypted_content"], "a string is wanted");
    turnOf(Role::Assistant).parts.push_back(reasoningOf(json));
    return true;
}

/// The item stays where it is; its tools are offered to upstreams that know no such item.
bool InputReader::declaredTools(const Json &json, const FieldPath &at)
{
    const size_t before = m_out.tools.size();
    if (!json["tools"].isNull() && !readTools(m_reader, json["tools"], at["tools"], m_out.tools))
        return false;
    for (size_t i = before; i < m_out.tools.size(); ++i) {
        Json mine = m_out.tools[i].extensions.of(Mine);
        mine.set(FromInputKey, true);
        m_out.tools[i].extensions.put(Mine, std::move(mine));
    }
    return opaque(json);
}

/// Our own summary is told in words, to whomever; OpenAI's goes back to it as it is.
bool InputReader::compaction(const Json &json)
{
    const auto summary = unpackSummary(json["encrypted_content"].toBytes());
    if (!summary)
        return opaque(json);
    Message out{.role = Role::User};
    out.parts.emplace_back(chat::TextPart{.text = toldSummary(*summary)});
    m_out.messages.push_back(std::move(out));
    return true;
}

bool InputReader::opaque(const Json &json)
{
    const QByteArray &type = json["type"].toBytes();
    Role role = isAnswer(type) ? Role::Tool : Role::Assistant;
    // Tool search may run at OpenAI, inside the model's turn.
    if (type == "tool_search_output" && json["execution"].toBytes() != "client")
        role = Role::Assistant;
    if (type == "additional_tools")
        role = Role::Developer;
    turnOf(role).parts.emplace_back(chat::OpaquePart{Mine, json});
    return true;
}

} // namespace

bool readInput(FieldReader &reader, const Json &input, const FieldPath &at, ChatRequest &out)
{
    if (input.isString()) {
        Message message{.role = Role::User};
        message.parts.emplace_back(chat::TextPart{.text = input.toBytes()});
        out.messages.push_back(std::move(message));
        return true;
    }
    if (!input.isArray())
        return reader.wrong(at, "a string or an array of items is wanted");
    out.messages.reserve(out.messages.size() + size_t(input.size()));
    InputReader items(reader, out);
    qsizetype index = 0;
    for (const Json &each : input.items()) {
        if (!items.item(each, at.at(index++)))
            return false;
    }
    return true;
}

} // namespace omni::wire::openairesponses

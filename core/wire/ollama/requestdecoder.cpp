// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/requestdecoder.h"

#include "core/wire/fields.h"
#include "core/wire/members.h"
#include "core/wire/ollama/messagedecoder.h"
#include "core/wire/ollama/options.h"

namespace omni::wire::ollama {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Message;
using chat::ResponseShape;
using chat::Role;
using chat::TextPart;
using chat::ToolSpec;

namespace {

constexpr qint64 ModelDecides = -1;

class RequestReader
{
public:
    explicit RequestReader(FieldReader &reader)
        : m_reader(reader)
    {}

    bool read(const Json &body, Form form);
    ChatRequest out;

private:
    bool common(const JsonMember &member, bool &known);
    bool format(const Json &json);
    bool think(const Json &json);
    bool keepAlive(const Json &json);
    bool tools(const Json &json);
    bool tool(const Json &json, const FieldPath &at);
    bool chat(const JsonMember &member);
    bool generate(const Json &body);
    bool isGenerateField(const QByteArray &key) const;

    FieldReader &m_reader;
    FieldPath m_root;
    Json m_rest = Json::object();
};

bool RequestReader::read(const Json &body, Form form)
{
    if (!body.isObject())
        return m_reader.wrong(m_root, "the body must be a JSON object");
    if (!body["model"].isString() || body["model"].toBytes().isEmpty())
        return m_reader.wrong(m_root["model"], "a model's name is wanted, as a string");
    out.model = body["model"].toBytes();
    out.stream = true;
    for (const JsonMember &member : body.members()) {
        bool known = member.value.isNull() || member.key == "model" ||
                     (form == Form::Generate && isGenerateField(member.key));
        if (!known && !common(member, known))
            return false;
        if (known)
            continue;
        if (form == Form::Chat && (member.key == "messages" || member.key == "tools")) {
            if (!chat(member))
                return false;
        } else {
            m_rest.set(member.key, member.value);
        }
    }
    if (form == Form::Generate && !generate(body))
        return false;
    if (form == Form::Chat && out.messages.empty())
        return m_reader.wrong(m_root["messages"], "an array of at least one message is wanted");
    out.extensions.put(Mine, std::move(m_rest));
    return true;
}

bool RequestReader::common(const JsonMember &member, bool &known)
{
    known = true;
    const FieldPath at = m_root[QByteArrayView(member.key)];
    if (member.key == "stream")
        return m_reader.boolean(member.value, at, out.stream);
    if (member.key == "options") {
        Json rest;
        if (!readOptions(m_reader, member.value, at, out, rest))
            return false;
        // An empty object is kept only when the client wrote one.
        if (rest.size() > 0 || member.value.size() == 0)
            m_rest.set("options", std::move(rest));
        return true;
    }
    if (member.key == "format")
        return format(member.value);
    if (member.key == "think")
        return think(member.value);
    if (member.key == "keep_alive")
        return keepAlive(member.value);
    if (member.key == "logprobs")
        return m_reader.boolean(member.value, at, out.sampling.logprobs);
    if (member.key == "top_logprobs")
        return m_reader.integer(member.value, at, out.sampling.topLogprobs);
    known = false;
    return true;
}

bool RequestReader::format(const Json &json)
{
    if (json.isObject()) {
        out.shape.kind = ResponseShape::Kind::JsonSchema;
        out.shape.schema = json;
        return true;
    }
    if (json.isString() && json.toBytes() == "json") {
        out.shape.kind = ResponseShape::Kind::JsonObject;
        return true;
    }
    if (!json.isString() || !json.toBytes().isEmpty())
        return m_reader.wrong(m_root["format"], "\"json\" or a JSON schema is wanted");
    // Old clients send the empty string for "any".
    m_rest.set("format", json);
    return true;
}

bool RequestReader::think(const Json &json)
{
    if (json.isBool()) {
        if (json.toBool())
            out.reasoning.budget = ModelDecides;
        else
            out.reasoning.effort = "none";
        return true;
    }
    const QByteArray &level = json.toBytes();
    if (level != "low" && level != "medium" && level != "high" && level != "max")
        return m_reader.wrong(m_root["think"],
                              "true, false, \"low\", \"medium\" or \"high\" is wanted");
    out.reasoning.effort = level;
    return true;
}

bool RequestReader::keepAlive(const Json &json)
{
    if (!json.isString() && !json.isNumber())
        return m_reader.wrong(m_root["keep_alive"],
                              "a duration (\"5m\") or a number of seconds is wanted");
    m_rest.set("keep_alive", json);
    return true;
}

bool RequestReader::chat(const JsonMember &member)
{
    if (member.key == "tools")
        return tools(member.value);
    return readMessages(m_reader, member.value, m_root["messages"], out.messages);
}

bool RequestReader::tools(const Json &json)
{
    const FieldPath at = m_root["tools"];
    if (!m_reader.array(json, at))
        return !m_reader.failed();
    if (json.size() == 0)
        m_rest.set("tools", json);
    qsizetype index = 0;
    for (const Json &each : json.items()) {
        if (!tool(each, at.at(index++)))
            return false;
    }
    return true;
}

bool RequestReader::tool(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    if (!json["type"].isNull() && json["type"].toBytes() != "function")
        return m_reader.wrong(at["type"], "function is wanted");
    const FieldPath inside = at["function"];
    const Json &function = json["function"];
    if (!function.isObject())
        return m_reader.wrong(inside, "an object is wanted");
    ToolSpec spec;
    if (!function["name"].isString() || function["name"].toBytes().isEmpty())
        return m_reader.wrong(inside["name"], "the tool's name is wanted, as a string");
    spec.name = function["name"].toBytes();
    if (!m_reader.text(function["description"], inside["description"], spec.description))
        return false;
    if (m_reader.object(function["parameters"], inside["parameters"]))
        spec.parameters = function["parameters"];
    if (m_reader.failed())
        return false;
    Json kept = Json::object();
    kept.setIfPresent("tool", leftOver(json, {"type", "function"}));
    kept.setIfPresent("function", leftOver(function, {"name", "description", "parameters"}));
    spec.extensions.put(Mine, std::move(kept));
    out.tools.push_back(std::move(spec));
    return true;
}

bool RequestReader::isGenerateField(const QByteArray &key) const
{
    return key == "prompt" || key == "suffix" || key == "system" || key == "template" ||
           key == "raw" || key == "context" || key == "images";
}

bool RequestReader::generate(const Json &body)
{
    QByteArray system;
    QByteArray prompt;
    QByteArray suffix;
    QByteArray ownTemplate;
    bool raw = false;
    if (!m_reader.text(body["system"], m_root["system"], system) ||
        !m_reader.text(body["prompt"], m_root["prompt"], prompt) ||
        !m_reader.text(body["suffix"], m_root["suffix"], suffix) ||
        !m_reader.text(body["template"], m_root["template"], ownTemplate) ||
        !m_reader.boolean(body["raw"], m_root["raw"], raw))
        return false;
    if (!m_reader.array(body["context"], m_root["context"]) && m_reader.failed())
        return false;
    if (body["context"].size() > 0)
        return m_reader.wrong(m_root["context"],
                              "tokens of an earlier conversation cannot be carried over: send the "
                              "conversation to /api/chat");
    if (!ownTemplate.isEmpty())
        m_reader.lost(m_root["template"], "the upstream applies its own template");
    if (raw)
        m_reader.lost(m_root["raw"], "the upstream applies its own template");
    if (!suffix.isEmpty()) {
        m_reader.lost(m_root["suffix"], "it became an instruction");
        if (!system.isEmpty())
            system += "\n\n";
        system += "Write only the text that belongs between the user's text and this "
                  "continuation of it:\n" +
                  suffix;
    }
    if (!system.isEmpty()) {
        Message &turn = out.messages.emplace_back(Message{.role = Role::System});
        turn.parts.emplace_back(TextPart{.text = system});
    }
    Message user{.role = Role::User};
    if (!prompt.isEmpty())
        user.parts.emplace_back(TextPart{.text = prompt});
    if (!readImages(m_reader, body["images"], m_root["images"], user.parts))
        return false;
    if (user.parts.empty())
        return m_reader.wrong(m_root["prompt"], "a prompt is wanted, as a string");
    out.messages.push_back(std::move(user));
    return true;
}

} // namespace

base::Result<DecodedRequest> decodeRequest(const Json &body, Form form)
{
    FieldReader fields;
    RequestReader reader(fields);
    if (!reader.read(body, form))
        return base::fail(*fields.error);
    return DecodedRequest{std::move(reader.out), std::move(fields.losses)};
}

} // namespace omni::wire::ollama

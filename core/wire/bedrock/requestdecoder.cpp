// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/blocks.h"
#include "core/wire/bedrock/request.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/members.h"

#include <algorithm>

namespace omni::wire::bedrock {

using base::Json;
using chat::ChatRequest;
using chat::Message;
using chat::Role;
using chat::ToolChoice;
using chat::ToolSpec;

namespace {

class RequestReader
{
public:
    explicit RequestReader(FieldReader &reader)
        : m_reader(reader)
    {}

    bool read(const Json &body);
    ChatRequest out;

private:
    bool system(const Json &list);
    bool messages(const Json &list);
    bool message(const Json &json, const FieldPath &at);
    bool inference(const Json &json);
    bool tools(const Json &json);
    bool tool(const Json &json, const FieldPath &at);
    bool shape(const Json &json);

    FieldReader &m_reader;
    FieldPath m_root;
};

bool RequestReader::read(const Json &body)
{
    if (!body.isObject())
        return m_reader.wrong(m_root, "the body must be a JSON object");
    if (!system(body["system"]) || !messages(body["messages"]) ||
        !inference(body["inferenceConfig"]) || !tools(body["toolConfig"]) ||
        !shape(body["outputConfig"]))
        return false;
    const Json &additional = body["additionalModelRequestFields"];
    if (!m_reader.object(additional, m_root["additionalModelRequestFields"]) && m_reader.failed())
        return false;
    Json rest = leftOver(body, {"system", "messages", "inferenceConfig", "toolConfig"});
    if (out.shape.kind != chat::ResponseShape::Kind::Unset)
        rest.remove("outputConfig");
    // Empty ones are kept only when they were written.
    if (body["system"].isArray() && body["system"].size() == 0)
        rest.set("system", body["system"]);
    const Json unknown =
        leftOver(body["inferenceConfig"], {"maxTokens", "temperature", "topP", "stopSequences"});
    if (body["inferenceConfig"].isObject() &&
        (body["inferenceConfig"].size() == 0 || !unknown.isNull()))
        rest.set("inferenceConfig", unknown.isNull() ? Json::object() : unknown);
    out.extensions.put(Mine, std::move(rest));
    return true;
}

bool RequestReader::system(const Json &list)
{
    const FieldPath at = m_root["system"];
    if (!m_reader.array(list, at))
        return !m_reader.failed();
    Message turn{.role = Role::System};
    qsizetype index = 0;
    for (const Json &block : list.items()) {
        if (!readBlock(m_reader, block, at.at(index++), turn.parts))
            return false;
    }
    if (!turn.parts.empty())
        out.messages.push_back(std::move(turn));
    return true;
}

bool RequestReader::messages(const Json &list)
{
    const FieldPath at = m_root["messages"];
    if (!list.isArray() || list.size() == 0)
        return m_reader.wrong(at, "an array of at least one message is wanted");
    qsizetype index = 0;
    for (const Json &each : list.items()) {
        if (!message(each, at.at(index++)))
            return false;
    }
    return true;
}

bool RequestReader::message(const Json &json, const FieldPath &at)
{
    const QByteArray &role = json["role"].toBytes();
    if (role != "user" && role != "assistant")
        return m_reader.wrong(at["role"], "user or assistant is wanted");
    Message turn{.role = role == "user" ? Role::User : Role::Assistant};
    const FieldPath list = at["content"];
    if (!m_reader.array(json["content"], list))
        return m_reader.wrong(list, "an array of blocks is wanted");
    qsizetype index = 0;
    for (const Json &block : json["content"].items()) {
        if (!readBlock(m_reader, block, list.at(index++), turn.parts))
            return false;
    }
    // Two turns of one speaker stay two.
    if (!out.messages.empty() && out.messages.back().role == turn.role)
        turn.extensions.put(Mine, Json::object({{"apart", true}}));
    const auto isResult = [](const chat::Part &part) { return part.as<chat::ToolResultPart>(); };
    if (!turn.parts.empty() && std::all_of(turn.parts.begin(), turn.parts.end(), isResult))
        turn.role = Role::Tool;
    out.messages.push_back(std::move(turn));
    return true;
}

bool RequestReader::inference(const Json &json)
{
    const FieldPath at = m_root["inferenceConfig"];
    if (!m_reader.object(json, at))
        return !m_reader.failed();
    if (!m_reader.integer(json["maxTokens"], at["maxTokens"], out.maxOutputTokens) ||
        !m_reader.number(json["temperature"], at["temperature"], out.sampling.temperature) ||
        !m_reader.number(json["topP"], at["topP"], out.sampling.topP))
        return false;
    const FieldPath stops = at["stopSequences"];
    if (!m_reader.array(json["stopSequences"], stops))
        return !m_reader.failed();
    qsizetype index = 0;
    for (const Json &stop : json["stopSequences"].items()) {
        if (!stop.isString())
            return m_reader.wrong(stops.at(index), "a string is wanted");
        out.sampling.stop.push_back(stop.toBytes());
        ++index;
    }
    return true;
}

bool RequestReader::tools(const Json &json)
{
    const FieldPath at = m_root["toolConfig"];
    if (!m_reader.object(json, at))
        return !m_reader.failed();
    const FieldPath list = at["tools"];
    if (!m_reader.array(json["tools"], list))
        return m_reader.wrong(list, "an array of tools is wanted");
    qsizetype index = 0;
    for (const Json &each : json["tools"].items()) {
        if (!tool(each, list.at(index++)))
            return false;
    }
    const Json &choice = json["toolChoice"];
    if (choice.contains("auto"))
        out.toolChoice.mode = ToolChoice::Mode::Auto;
    else if (choice.contains("any"))
        out.toolChoice.mode = ToolChoice::Mode::Any;
    else if (choice["tool"]["name"].isString())
        out.toolChoice = {ToolChoice::Mode::Named, {choice["tool"]["name"].toBytes()}, false};
    else if (!choice.isNull())
        return m_reader.wrong(at["toolChoice"], "auto, any or tool is wanted");
    return true;
}

bool RequestReader::tool(const Json &json, const FieldPath &at)
{
    if (json.contains("cachePoint") && !out.tools.empty()) {
        out.tools.back().cache = chat::CacheMark{json["cachePoint"]["ttl"].toBytes()};
        return true;
    }
    const Json &spec = json["toolSpec"];
    ToolSpec made;
    if (!spec.isObject()) {
        made.kind = chat::ToolKind::BuiltIn;
        made.builtIn = json;
        made.builtInFormat = Mine;
        made.name = json["systemTool"]["name"].toBytes();
    } else {
        const FieldPath inside = at["toolSpec"];
        if (!spec["name"].isString() || spec["name"].toBytes().isEmpty())
            return m_reader.wrong(inside["name"], "the tool's name is wanted, as a string");
        if (!spec["inputSchema"]["json"].isObject())
            return m_reader.wrong(inside["inputSchema"], "a JSON schema is wanted");
        made.name = spec["name"].toBytes();
        made.description = spec["description"].toBytes();
        made.parameters = spec["inputSchema"]["json"];
        if (!m_reader.boolean(spec["strict"], inside["strict"], made.strict))
            return false;
    }
    out.tools.push_back(std::move(made));
    return true;
}

bool RequestReader::shape(const Json &json)
{
    const Json &format = json["textFormat"];
    if (format["type"].toBytes() != "json_schema")
        return true;
    const Json &wanted = format["structure"]["jsonSchema"];
    const auto schema = Json::parse(wanted["schema"].toBytes());
    if (!schema)
        return m_reader.wrong(m_root["outputConfig"], "the schema is wanted as JSON text");
    out.shape.kind = chat::ResponseShape::Kind::JsonSchema;
    out.shape.name = wanted["name"].toBytes();
    out.shape.description = wanted["description"].toBytes();
    out.shape.schema = *schema;
    return true;
}

} // namespace

base::Result<DecodedRequest> decodeRequest(const Json &body)
{
    FieldReader fields;
    RequestReader reader(fields);
    if (!reader.read(body))
        return base::fail(*fields.error);
    return DecodedRequest{std::move(reader.out), std::move(fields.losses)};
}

} // namespace omni::wire::bedrock

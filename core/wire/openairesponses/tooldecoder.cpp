// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/tooldecoder.h"

#include "core/wire/openairesponses/words.h"

namespace omni::wire::openairesponses {

using base::Json;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;
using Mode = ToolChoice::Mode;

namespace {

class ToolsReader
{
public:
    ToolsReader(FieldReader &reader, std::vector<ToolSpec> &out)
        : m_reader(reader)
        , m_out(out)
    {}

    bool list(const Json &json, const FieldPath &at, const QByteArray &nameSpace)
    {
        if (!json.isArray())
            return m_reader.wrong(at, "an array is wanted");
        for (qsizetype i = 0; i < json.size(); ++i) {
            if (!tool(json.at(i), at.at(i), nameSpace))
                return false;
        }
        return true;
    }

private:
    bool tool(const Json &json, const FieldPath &at, const QByteArray &nameSpace)
    {
        if (!json.isObject())
            return m_reader.wrong(at, "an object is wanted");
        if (!json["type"].isString() || json["type"].toBytes().isEmpty())
            return m_reader.wrong(at["type"], "the tool's type is wanted, as a string");
        const QByteArray &type = json["type"].toBytes();
        if (type == "namespace" && nameSpace.isEmpty())
            return space(json, at);
        ToolSpec spec{.nameSpace = nameSpace};
        if (type == "function" || type == "custom") {
            if (!named(json, at, spec))
                return false;
        } else {
            spec.kind = ToolKind::BuiltIn;
            spec.name = type;
            spec.builtIn = json;
            spec.builtInFormat = Mine;
        }
        m_out.push_back(std::move(spec));
        return true;
    }

    bool named(const Json &json, const FieldPath &at, ToolSpec &spec)
    {
        if (json["name"].toBytes().isEmpty())
            return m_reader.wrong(at["name"], "the tool's name is wanted, as a string");
        spec.name = json["name"].toBytes();
        if (!m_reader.text(json["description"], at["description"], spec.description))
            return false;
        if (json["type"].toBytes() == "custom") {
            spec.kind = ToolKind::FreeForm;
            if (!json["format"].isNull() && !json["format"].isObject())
                return m_reader.wrong(at["format"], "an object is wanted");
            spec.grammar = json["format"];
            spec.extensions.put(Mine, leftOver(json, {"type", "name", "description", "format"}));
            return true;
        }
        if (!m_reader.boolean(json["strict"], at["strict"], spec.strict))
            return false;
        const Json &parameters = json["parameters"];
        if (!parameters.isNull() && !parameters.isObject())
            return m_reader.wrong(at["parameters"], "a JSON schema is wanted, as an object");
        spec.parameters = parameters;
        spec.extensions.put(
            Mine, leftOver(json, {"type", "name", "description", "strict", "parameters"}));
        return true;
    }

    bool space(const Json &json, const FieldPath &at)
    {
        if (json["name"].toBytes().isEmpty())
            return m_reader.wrong(at["name"], "the namespace's name is wanted, as a string");
        const size_t first = m_out.size();
        if (!list(json["tools"], at["tools"], json["name"].toBytes()))
            return false;
        if (m_out.size() == first)
            return true;
        Json mine = m_out[first].extensions.of(Mine);
        const Json fields = leftOver(json, {"type", "name", "tools"});
        mine.set(NamespaceKey, fields.isNull() ? Json::object() : fields);
        m_out[first].extensions.put(Mine, std::move(mine));
        return true;
    }

    FieldReader &m_reader;
    std::vector<ToolSpec> &m_out;
};

/// The name a choice refers to a tool by: its own, or its type when it is OpenAI's.
QByteArray chosenName(const Json &json)
{
    const QByteArray &type = json["type"].toBytes();
    return type == "function" || type == "custom" ? json["name"].toBytes() : type;
}

} // namespace

bool readTools(FieldReader &reader, const Json &list, const FieldPath &at,
               std::vector<ToolSpec> &out)
{
    return ToolsReader(reader, out).list(list, at, {});
}

Json readToolChoice(FieldReader &reader, const Json &json, const FieldPath &at, ToolChoice &out)
{
    const QByteArray &word = json.toBytes();
    if (word == "auto") {
        out.mode = Mode::Auto;
        return {};
    }
    if (word == "none") {
        out.mode = Mode::None;
        return {};
    }
    if (word == "required" || word == "any") {
        out.mode = Mode::Any;
        return {};
    }
    if (!json.isObject()) {
        reader.wrong(at, "auto, none, required or an object naming a tool is wanted");
        return {};
    }
    if (json["type"].toBytes() != "allowed_tools") {
        const QByteArray name = chosenName(json);
        if (name.isEmpty()) {
            reader.wrong(at["name"], "the tool's name is wanted, as a string");
            return {};
        }
        out.mode = Mode::Named;
        out.names = {name};
        const bool isPlain = json["name"].isString() && json.size() == 2;
        return isPlain ? Json() : json;
    }
    const Json &tools = json["tools"];
    const FieldPath list = at["tools"];
    if (!tools.isArray()) {
        reader.wrong(list, "an array is wanted");
        return {};
    }
    out.mode = Mode::Allowed;
    out.required = json["mode"].toBytes() == "required";
    bool isPlain = true;
    for (qsizetype i = 0; i < tools.size(); ++i) {
        const QByteArray name = chosenName(tools.at(i));
        if (name.isEmpty()) {
            reader.wrong(list.at(i), "a tool with its name is wanted");
            return {};
        }
        isPlain = isPlain && tools.at(i)["name"].isString() && tools.at(i).size() == 2;
        out.names.push_back(name);
    }
    return isPlain ? Json() : json;
}

} // namespace omni::wire::openairesponses

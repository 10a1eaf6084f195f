// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/requestdecoder.h"

#include "core/wire/fields.h"
#include "core/wire/openaichat/messagedecoder.h"
#include "core/wire/openaichat/pieces.h"

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Format;
using chat::ResponseShape;
using chat::ToolChoice;
using chat::ToolKind;
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
    bool member(const JsonMember &member);
    bool sampling(const JsonMember &member, bool &known);
    bool limits(const JsonMember &member, bool &known);
    bool meta(const JsonMember &member, bool &known);
    bool model(const Json &json);
    bool stop(const Json &json);
    bool tools(const Json &json);
    bool tool(const Json &json, const FieldPath &at);
    bool function(const Json &json, const FieldPath &at, ToolSpec &spec);
    bool legacyFunctions(const Json &json);
    bool toolChoice(const Json &json);
    bool allowedTools(const Json &json, const FieldPath &at);
    bool shape(const Json &json);
    bool streamOptions(const Json &json);
    void vendorThinking(const JsonMember &member);

    FieldReader &m_reader;
    FieldPath m_root;
    Json m_rest = Json::object();
};

bool RequestReader::read(const Json &body)
{
    if (!body.isObject())
        return m_reader.wrong(m_root, "the body must be a JSON object");
    if (!model(body["model"]))
        return false;
    for (const JsonMember &each : body.members()) {
        if (!each.value.isNull() && !member(each))
            return false;
    }
    if (!body.contains("messages"))
        return m_reader.wrong(m_root["messages"], "an array of at least one message is wanted");
    // A vendor's own switch stands beside the common one: all go back as they came.
    if (m_rest.contains("thinking") || m_rest.contains("reasoning"))
        m_rest.setIfPresent("reasoning_effort", body["reasoning_effort"]);
    // The newer name wins over the older one.
    if (body["max_completion_tokens"].isNumber())
        out.maxOutputTokens = body["max_completion_tokens"].asInt();
    out.extensions.put(Format::OpenAiChat, std::move(m_rest));
    return true;
}

bool RequestReader::model(const Json &json)
{
    if (!json.isString() || json.toBytes().isEmpty())
        return m_reader.wrong(m_root["model"], "a model's name is wanted, as a string");
    out.model = json.toBytes();
    return true;
}

bool RequestReader::member(const JsonMember &member)
{
    const QByteArray &key = member.key;
    if (key == "model")
        return true;
    if (key == "messages")
        return readMessages(m_reader, member.value, m_root["messages"], out.messages);
    if (key == "tools")
        return tools(member.value);
    if (key == "functions")
        return legacyFunctions(member.value);
    if (key == "tool_choice" || key == "function_call")
        return toolChoice(member.value);
    if (key == "response_format")
        return shape(member.value);
    if (key == "stream_options")
        return streamOptions(member.value);
    bool known = false;
    if (!sampling(member, known) || !limits(member, known) || !meta(member, known))
        return false;
    if (!known) {
        vendorThinking(member);
        m_rest.set(key, member.value);
    }
    return true;
}

bool RequestReader::sampling(const JsonMember &member, bool &known)
{
    struct Number
    {
        const char *key;
        QByteArray chat::Sampling::*field;
        bool isForeign; ///< no field of OpenAI's: kept as it is for the upstreams that know it
    };
    static constexpr Number Numbers[] = {
        {"temperature", &chat::Sampling::temperature, false},
        {"top_p", &chat::Sampling::topP, false},
        {"frequency_penalty", &chat::Sampling::frequencyPenalty, false},
        {"presence_penalty", &chat::Sampling::presencePenalty, false},
        {"seed", &chat::Sampling::seed, false},
        {"top_k", &chat::Sampling::topK, true},
        {"min_p", &chat::Sampling::minP, true},
    };
    for (const Number &number : Numbers) {
        if (member.key == number.key) {
            known = !number.isForeign;
            return m_reader.number(member.value, m_root[number.key], out.sampling.*number.field);
        }
    }
    known = true;
    if (member.key == "stop")
        return stop(member.value);
    if (member.key == "n")
        return m_reader.integer(member.value, m_root["n"], out.sampling.count);
    if (member.key == "logprobs")
        return m_reader.boolean(member.value, m_root["logprobs"], out.sampling.logprobs);
    if (member.key == "top_logprobs")
        return m_reader.integer(member.value, m_root["top_logprobs"], out.sampling.topLogprobs);
    known = false;
    return true;
}

bool RequestReader::limits(const JsonMember &member, bool &known)
{
    if (known)
        return true;
    known = true;
    if (member.key == "max_tokens" || member.key == "max_completion_tokens") {
        const FieldPath at = m_root[QByteArrayView(member.key)];
        if (!m_reader.integer(member.value, at, out.maxOutputTokens))
            return false;
        return *out.maxOutputTokens > 0 || m_reader.wrong(at, "must be greater than 0");
    }
    if (member.key == "reasoning_effort")
        return m_reader.text(member.value, m_root["reasoning_effort"], out.reasoning.effort);
    if (member.key == "stream")
        return m_reader.boolean(member.value, m_root["stream"], out.stream);
    if (member.key == "parallel_tool_calls")
        return m_reader.boolean(member.value, m_root["parallel_tool_calls"], out.parallelToolCalls);
    known = false;
    return true;
}

bool RequestReader::meta(const JsonMember &member, bool &known)
{
    if (known)
        return true;
    known = true;
    const FieldPath at = m_root[QByteArrayView(member.key)];
    if (member.key == "user")
        return m_reader.text(member.value, at, out.userId);
    if (member.key == "service_tier")
        return m_reader.text(member.value, at, out.serviceTier);
    if (member.key == "prompt_cache_key")
        return m_reader.text(member.value, at, out.cacheKey);
    if (member.key == "verbosity")
        return m_reader.text(member.value, at, out.verbosity);
    if (member.key == "store")
        return m_reader.boolean(member.value, at, out.store);
    if (member.key == "metadata") {
        if (!m_reader.object(member.value, at))
            return false;
        out.metadata = member.value;
        return true;
    }
    if (member.key == "cache_control") {
        if (!m_reader.object(member.value, at))
            return false;
        out.cache = chat::CacheMark{member.value["ttl"].toBytes()};
        return true;
    }
    known = false;
    return true;
}

/// What OpenRouter (`reasoning`), DeepSeek and others (`thinking`), Alibaba (`enable_thinking`)
/// call the wish to think. The field itself goes on untouched.
void RequestReader::vendorThinking(const JsonMember &member)
{
    chat::ReasoningWish &wish = out.reasoning;
    const Json &value = member.value;
    if (member.key == "reasoning" && value.isObject()) {
        if (wish.effort.isEmpty())
            wish.effort = value["effort"].toBytes();
        if (value["max_tokens"].isNumber())
            wish.budget = value["max_tokens"].asInt();
        if (value["enabled"].isBool() && !value["enabled"].toBool())
            wish.effort = "none";
        if (value["exclude"].isBool())
            wish.includeThoughts = !value["exclude"].toBool();
        wish.summary = value["summary"].toBytes();
    } else if (member.key == "thinking" && value.isObject()) {
        const QByteArray &type = value["type"].toBytes();
        if (type == "disabled" && wish.effort.isEmpty())
            wish.effort = "none";
        else if (value["budget_tokens"].isNumber())
            wish.budget = value["budget_tokens"].asInt();
        else if (type == "enabled" && wish.effort.isEmpty())
            wish.budget = -1;
    } else if (member.key == "enable_thinking" && value.isBool() && wish.effort.isEmpty()) {
        if (value.toBool())
            wish.budget = -1;
        else
            wish.effort = "none";
    }
}

bool RequestReader::stop(const Json &json)
{
    if (json.isString()) {
        out.sampling.stop = {json.toBytes()};
        return true;
    }
    if (!json.isArray())
        return m_reader.wrong(m_root["stop"], "a string or an array of strings is wanted");
    const FieldPath at = m_root["stop"];
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (!json.at(i).isString())
            return m_reader.wrong(at.at(i), "a string is wanted");
        out.sampling.stop.push_back(json.at(i).toBytes());
    }
    return true;
}

bool RequestReader::tools(const Json &json)
{
    const FieldPath at = m_root["tools"];
    if (!json.isArray())
        return m_reader.wrong(at, "an array is wanted");
    out.tools.reserve(size_t(json.size()));
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (!tool(json.at(i), at.at(i)))
            return false;
    }
    return true;
}

bool RequestReader::tool(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    ToolSpec spec;
    const QByteArray &type = json["type"].toBytes();
    if (type == "function" || (json["type"].isNull() && json["function"].isObject())) {
        if (!function(json["function"], at["function"], spec))
            return false;
    } else if (type == "custom") {
        const Json &custom = json["custom"];
        const FieldPath inside = at["custom"];
        spec.kind = ToolKind::FreeForm;
        if (!custom["name"].isString())
            return m_reader.wrong(inside["name"], "the tool's name is wanted, as a string");
        spec.name = custom["name"].toBytes();
        if (!m_reader.text(custom["description"], inside["description"], spec.description))
            return false;
        spec.grammar = custom["format"];
    } else if (!json["type"].isString()) {
        return m_reader.wrong(at["type"], "the tool's type is wanted, as a string");
    } else {
        spec.kind = ToolKind::BuiltIn;
        spec.name = type;
        spec.builtIn = json;
        spec.builtInFormat = Format::OpenAiChat;
        out.tools.push_back(std::move(spec));
        return true;
    }
    spec.cache = cacheMarkOf(json);
    spec.extensions.put(Format::OpenAiChat,
                        leftOver(json, {"type", "function", "custom", "cache_control"}));
    out.tools.push_back(std::move(spec));
    return true;
}

bool RequestReader::function(const Json &json, const FieldPath &at, ToolSpec &spec)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    if (!json["name"].isString() || json["name"].toBytes().isEmpty())
        return m_reader.wrong(at["name"], "the function's name is wanted, as a string");
    spec.name = json["name"].toBytes();
    if (!m_reader.text(json["description"], at["description"], spec.description) ||
        !m_reader.boolean(json["strict"], at["strict"], spec.strict))
        return false;
    const Json &parameters = json["parameters"];
    if (!parameters.isNull() && !parameters.isObject())
        return m_reader.wrong(at["parameters"], "a JSON schema is wanted, as an object");
    spec.parameters = parameters;
    return true;
}

bool RequestReader::legacyFunctions(const Json &json)
{
    const FieldPath at = m_root["functions"];
    if (!json.isArray())
        return m_reader.wrong(at, "an array is wanted");
    for (qsizetype i = 0; i < json.size(); ++i) {
        ToolSpec spec;
        if (!function(json.at(i), at.at(i), spec))
            return false;
        out.tools.push_back(std::move(spec));
    }
    return true;
}

bool RequestReader::toolChoice(const Json &json)
{
    const FieldPath at = m_root["tool_choice"];
    ToolChoice &choice = out.toolChoice;
    const QByteArray &word = json.toBytes();
    if (word == "auto") {
        choice.mode = ToolChoice::Mode::Auto;
    } else if (word == "none") {
        choice.mode = ToolChoice::Mode::None;
    } else if (word == "required" || word == "any") {
        choice.mode = ToolChoice::Mode::Any;
    } else if (json.isObject() && json["type"].toBytes() == "allowed_tools") {
        return allowedTools(json["allowed_tools"], at["allowed_tools"]);
    } else if (json.isObject()) {
        const char *kind = json["type"].toBytes() == "custom" ? "custom" : "function";
        // The legacy `function_call` names the function directly.
        const Json &name = json.contains("name") ? json["name"] : json[kind]["name"];
        if (!name.isString())
            return m_reader.wrong(at[kind]["name"], "the tool's name is wanted, as a string");
        choice.mode = ToolChoice::Mode::Named;
        choice.names = {name.toBytes()};
    } else {
        return m_reader.wrong(at, "auto, none, required or an object naming a tool is wanted");
    }
    return true;
}

bool RequestReader::allowedTools(const Json &json, const FieldPath &at)
{
    if (!json.isObject() || !json["tools"].isArray())
        return m_reader.wrong(at["tools"], "an array is wanted");
    out.toolChoice.mode = ToolChoice::Mode::Allowed;
    out.toolChoice.required = json["mode"].toBytes() == "required";
    const FieldPath list = at["tools"];
    for (qsizetype i = 0; i < json["tools"].size(); ++i) {
        const Json &item = json["tools"].at(i);
        const Json &name =
            item["function"].isObject() ? item["function"]["name"] : item["custom"]["name"];
        if (!name.isString())
            return m_reader.wrong(list.at(i), "a tool with its name is wanted");
        out.toolChoice.names.push_back(name.toBytes());
    }
    return true;
}

bool RequestReader::shape(const Json &json)
{
    const FieldPath at = m_root["response_format"];
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    ResponseShape &shape = out.shape;
    const QByteArray &type = json["type"].toBytes();
    if (type == "text") {
        shape.kind = ResponseShape::Kind::Text;
    } else if (type == "json_object") {
        shape.kind = ResponseShape::Kind::JsonObject;
    } else if (type == "json_schema") {
        const Json &wanted = json["json_schema"];
        const FieldPath inside = at["json_schema"];
        if (!wanted.isObject())
            return m_reader.wrong(inside, "an object is wanted");
        shape.kind = ResponseShape::Kind::JsonSchema;
        if (!m_reader.text(wanted["name"], inside["name"], shape.name) ||
            !m_reader.text(wanted["description"], inside["description"], shape.description) ||
            !m_reader.boolean(wanted["strict"], inside["strict"], shape.strict))
            return false;
        if (!wanted["schema"].isNull() && !wanted["schema"].isObject())
            return m_reader.wrong(inside["schema"], "a JSON schema is wanted, as an object");
        shape.schema = wanted["schema"];
    } else {
        return m_reader.wrong(at["type"], "text, json_object or json_schema is wanted");
    }
    return true;
}

bool RequestReader::streamOptions(const Json &json)
{
    const FieldPath at = m_root["stream_options"];
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    if (!m_reader.boolean(json["include_usage"], at["include_usage"], out.includeUsage))
        return false;
    m_rest.setIfPresent("stream_options", leftOver(json, {"include_usage"}));
    return true;
}

} // namespace

base::Result<DecodedRequest> decodeRequest(const Json &body)
{
    FieldReader reader;
    RequestReader request(reader);
    if (!request.read(body))
        return base::fail(*reader.error);
    return DecodedRequest{std::move(request.out), std::move(reader.losses)};
}

} // namespace omni::wire::openaichat

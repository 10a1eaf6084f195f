// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/requestdecoder.h"

#include "core/wire/fields.h"
#include "core/wire/openairesponses/inputdecoder.h"
#include "core/wire/openairesponses/tooldecoder.h"
#include "core/wire/openairesponses/words.h"

namespace omni::wire::openairesponses {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::ResponseShape;

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
    bool conversation(const JsonMember &member, bool &known);
    bool tools(const JsonMember &member, bool &known);
    bool limits(const JsonMember &member, bool &known);
    bool meta(const JsonMember &member, bool &known);
    bool instructions(const Json &json);
    bool reasoning(const Json &json);
    bool text(const Json &json);
    bool shape(const Json &json, const FieldPath &at);
    bool include(const Json &json);

    FieldReader &m_reader;
    FieldPath m_root;
    Json m_rest;
};

bool RequestReader::read(const Json &body)
{
    if (!body.isObject())
        return m_reader.wrong(m_root, "the body must be a JSON object");
    if (body["model"].toBytes().isEmpty())
        return m_reader.wrong(m_root["model"], "a model's name is wanted, as a string");
    out.model = body["model"].toBytes();
    out.origin = Mine;
    const bool goesOn = !body["previous_response_id"].isNull() || !body["conversation"].isNull() ||
                        !body["prompt"].isNull();
    if (!body.contains("input") && !goesOn)
        return m_reader.wrong(m_root["input"], "a string or an array of items is wanted");
    if (!body["previous_response_id"].isNull() && !body["conversation"].isNull())
        return m_reader.wrong(m_root["conversation"],
                              "previous_response_id and conversation exclude each other");
    // The instructions are said first, wherever they stand in the body.
    if (!instructions(body["instructions"]))
        return false;
    for (const JsonMember &each : body.members()) {
        if (!each.value.isNull() && !member(each))
            return false;
    }
    out.extensions.put(Mine, std::move(m_rest));
    return true;
}

bool RequestReader::instructions(const Json &json)
{
    if (json.isNull())
        return true;
    if (!json.isString())
        return m_reader.wrong(m_root["instructions"], "a string is wanted");
    if (json.toBytes().isEmpty()) {
        m_rest.set("instructions", json);
        return true;
    }
    chat::Message message{.role = chat::Role::System};
    message.parts.emplace_back(chat::TextPart{.text = json.toBytes()});
    message.extensions.put(Mine, Json::object({{InstructionsKey, true}}));
    out.messages.push_back(std::move(message));
    return true;
}

bool RequestReader::member(const JsonMember &member)
{
    if (member.key == "model" || member.key == "instructions")
        return true;
    bool known = false;
    if (!conversation(member, known) || !tools(member, known) || !limits(member, known) ||
        !meta(member, known))
        return false;
    if (!known)
        m_rest.set(member.key, member.value);
    return true;
}

bool RequestReader::conversation(const JsonMember &member, bool &known)
{
    known = true;
    const FieldPath at = m_root[QByteArrayView(member.key)];
    if (member.key == "input")
        return readInput(m_reader, member.value, at, out);
    if (member.key == "previous_response_id")
        return m_reader.text(member.value, at, out.previousResponseId);
    if (member.key == "include")
        return include(member.value);
    if (member.key == "reasoning")
        return reasoning(member.value);
    if (member.key == "text")
        return text(member.value);
    known = false;
    return true;
}

bool RequestReader::tools(const JsonMember &member, bool &known)
{
    if (known)
        return true;
    known = true;
    const FieldPath at = m_root[QByteArrayView(member.key)];
    if (member.key == "tools")
        return readTools(m_reader, member.value, at, out.tools);
    if (member.key == "tool_choice") {
        m_rest.setIfPresent("tool_choice",
                            readToolChoice(m_reader, member.value, at, out.toolChoice));
        return !m_reader.failed();
    }
    if (member.key == "parallel_tool_calls")
        return m_reader.boolean(member.value, at, out.parallelToolCalls);
    known = false;
    return true;
}

bool RequestReader::limits(const JsonMember &member, bool &known)
{
    if (known)
        return true;
    known = true;
    const FieldPath at = m_root[QByteArrayView(member.key)];
    if (member.key == "max_output_tokens") {
        if (!m_reader.integer(member.value, at, out.maxOutputTokens))
            return false;
        return *out.maxOutputTokens > 0 || m_reader.wrong(at, "must be greater than 0");
    }
    if (member.key == "temperature")
        return m_reader.number(member.value, at, out.sampling.temperature);
    if (member.key == "top_p")
        return m_reader.number(member.value, at, out.sampling.topP);
    if (member.key == "frequency_penalty")
        return m_reader.number(member.value, at, out.sampling.frequencyPenalty);
    if (member.key == "presence_penalty")
        return m_reader.number(member.value, at, out.sampling.presencePenalty);
    if (member.key == "top_logprobs")
        return m_reader.integer(member.value, at, out.sampling.topLogprobs);
    if (member.key == "stream")
        return m_reader.boolean(member.value, at, out.stream);
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
    if (member.key == "store")
        return m_reader.boolean(member.value, at, out.store);
    if (member.key == "metadata") {
        if (!m_reader.object(member.value, at))
            return false;
        out.metadata = member.value;
        return true;
    }
    known = false;
    return true;
}

bool RequestReader::reasoning(const Json &json)
{
    const FieldPath at = m_root["reasoning"];
    if (!m_reader.object(json, at) ||
        !m_reader.text(json["effort"], at["effort"], out.reasoning.effort) ||
        !m_reader.text(json["summary"], at["summary"], out.reasoning.summary))
        return false;
    if (!out.reasoning.summary.isEmpty())
        out.reasoning.includeThoughts = out.reasoning.summary != "none";
    m_rest.setIfPresent("reasoning", leftOver(json, {"effort", "summary"}));
    return true;
}

bool RequestReader::text(const Json &json)
{
    const FieldPath at = m_root["text"];
    if (!m_reader.object(json, at) ||
        !m_reader.text(json["verbosity"], at["verbosity"], out.verbosity))
        return false;
    m_rest.setIfPresent("text", leftOver(json, {"verbosity", "format"}));
    return json["format"].isNull() || shape(json["format"], at["format"]);
}

bool RequestReader::shape(const Json &json, const FieldPath &at)
{
    if (!json.isObject())
        return m_reader.wrong(at, "an object is wanted");
    ResponseShape &shape = out.shape;
    const QByteArray &type = json["type"].toBytes();
    if (type == "text") {
        shape.kind = ResponseShape::Kind::Text;
        return true;
    }
    if (type == "json_object") {
        shape.kind = ResponseShape::Kind::JsonObject;
        return true;
    }
    if (type != "json_schema")
        return m_reader.wrong(at["type"], "text, json_object or json_schema is wanted");
    shape.kind = ResponseShape::Kind::JsonSchema;
    if (!m_reader.text(json["name"], at["name"], shape.name) ||
        !m_reader.text(json["description"], at["description"], shape.description) ||
        !m_reader.boolean(json["strict"], at["strict"], shape.strict))
        return false;
    if (!json["schema"].isObject())
        return m_reader.wrong(at["schema"], "a JSON schema is wanted, as an object");
    shape.schema = json["schema"];
    return true;
}

/// Log probabilities are asked for here; the list itself goes on as it came.
bool RequestReader::include(const Json &json)
{
    const FieldPath at = m_root["include"];
    if (!json.isArray())
        return m_reader.wrong(at, "an array of strings is wanted");
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (!json.at(i).isString())
            return m_reader.wrong(at.at(i), "a string is wanted");
        if (json.at(i).toBytes() == "message.output_text.logprobs")
            out.sampling.logprobs = true;
    }
    m_rest.set("include", json);
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

} // namespace omni::wire::openairesponses

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/requestdecoder.h"

#include "core/wire/anthropic/blockdecoder.h"
#include "core/wire/anthropic/tools.h"
#include "core/wire/anthropic/words.h"

#include <iterator>

namespace omni::wire::anthropic {

using base::Json;
using chat::ChatRequest;
using chat::Message;
using chat::Part;
using chat::Role;

namespace {

bool decodeSystem(FieldReader &in, const Json &system, const FieldPath &where, ChatRequest &request)
{
    if (system.isNull())
        return true;
    std::vector<Part> parts;
    if (!decodeContent(in, system, where, parts))
        return false;
    // One message a block: what other vendors see is the same list of system messages.
    for (size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].as<chat::TextPart>() && !parts[i].as<chat::OpaquePart>())
            return in.wrong(where.at(qsizetype(i)), "only text can stand here");
        request.messages.push_back({.role = Role::System, .parts = {parts[i]}});
    }
    return true;
}

/// A user turn as canonical messages: tool results first, as the API demands, then what was said.
void addUserTurn(ChatRequest &request, std::vector<Part> &&parts, const Json &rest)
{
    const auto firstWord = std::stable_partition(
        parts.begin(), parts.end(), [](const Part &p) { return p.as<chat::ToolResultPart>(); });
    const auto add = [&](Role role, auto begin, auto end) {
        if (begin == end)
            return;
        Message message;
        message.role = role;
        message.parts.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
        message.extensions.put(Mine, rest);
        request.messages.push_back(std::move(message));
    };
    add(Role::Tool, parts.begin(), firstWord);
    add(Role::User, firstWord, parts.end());
}

bool checkPlace(FieldReader &in, const std::vector<Part> &parts, Role role, const FieldPath &where)
{
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool isCall = parts[i].as<chat::ToolCallPart>() || parts[i].as<chat::ReasoningPart>();
        if (isCall && role != Role::Assistant)
            return in.wrong(where.at(qsizetype(i)), "can only stand in an assistant message");
        if (parts[i].as<chat::ToolResultPart>() && role != Role::User)
            return in.wrong(where.at(qsizetype(i)), "can only stand in a user message");
    }
    return true;
}

bool decodeMessage(FieldReader &in, const Json &json, const FieldPath &where, ChatRequest &request)
{
    if (!json.isObject())
        return in.wrong(where, "an object is wanted");
    const QByteArray &role = json["role"].toBytes();
    Message message;
    if (role == "user")
        message.role = Role::User;
    else if (role == "assistant")
        message.role = Role::Assistant;
    else if (role == "system")
        message.role = Role::System;
    else
        return in.wrong(where["role"], "must be user, assistant or system");
    const FieldPath content = where["content"];
    if (!decodeContent(in, json["content"], content, message.parts) ||
        !checkPlace(in, message.parts, message.role, content))
        return false;
    Json rest = leftOver(json, {"role", "content"});
    if (message.role == Role::User) {
        addUserTurn(request, std::move(message.parts), rest);
        return true;
    }
    // A system turn inside the conversation goes back to its place, not into the system prompt.
    if (message.role == Role::System)
        rest.set("role", "system");
    message.extensions.put(Mine, rest);
    request.messages.push_back(std::move(message));
    return true;
}

bool decodeThinking(FieldReader &in, const Json &thinking, const FieldPath &where,
                    chat::ReasoningWish &wish, Json &rest)
{
    if (thinking.isNull())
        return true;
    if (!thinking.isObject())
        return in.wrong(where, "an object is wanted");
    const QByteArray &type = thinking["type"].toBytes();
    if (type == "enabled") {
        if (!in.integer(thinking["budget_tokens"], where["budget_tokens"], wish.budget))
            return false;
        if (!wish.budget || *wish.budget < 1024)
            return in.wrong(where["budget_tokens"], "must be at least 1024");
    } else if (type == "adaptive") {
        wish.adaptive = true;
    } else if (type == "disabled") {
        wish.budget = 0;
    } else {
        return in.wrong(where["type"], "must be enabled, adaptive or disabled");
    }
    const Json left = leftOver(thinking, {"type", "budget_tokens", "display"});
    rest.setIfPresent("thinking", left);
    return in.text(thinking["display"], where["display"], wish.display);
}

bool decodeFormat(FieldReader &in, const Json &format, const FieldPath &where,
                  chat::ResponseShape &shape, Json &rest)
{
    if (format.isNull())
        return true;
    if (!format.isObject() || format["type"].toBytes() != "json_schema")
        return in.wrong(where["type"], "must be json_schema");
    if (!format["schema"].isObject())
        return in.wrong(where["schema"], "an object is wanted");
    shape.kind = chat::ResponseShape::Kind::JsonSchema;
    shape.schema = format["schema"];
    rest.setIfPresent("format", leftOver(format, {"type", "schema"}));
    return true;
}

bool decodeOutput(FieldReader &in, const Json &body, const FieldPath &root, ChatRequest &request,
                  Json &rest)
{
    const Json &config = body["output_config"];
    const FieldPath where = root["output_config"];
    if (!config.isNull() && !in.object(config, where))
        return false;
    // The effort is kept as written too: only its own vendor knows its levels.
    Json left = leftOver(config, {"format"});
    if (!in.text(config["effort"], where["effort"], request.reasoning.effort) ||
        !decodeFormat(in, config["format"], where["format"], request.shape, left) ||
        !decodeFormat(in, body["output_format"], root["output_format"], request.shape, left))
        return false;
    rest.setIfPresent("output_config", left);
    return true;
}

bool decodeSampling(FieldReader &in, const Json &body, const FieldPath &root, ChatRequest &request)
{
    chat::Sampling &sampling = request.sampling;
    if (!in.number(body["temperature"], root["temperature"], sampling.temperature) ||
        !in.number(body["top_p"], root["top_p"], sampling.topP) ||
        !in.number(body["top_k"], root["top_k"], sampling.topK) ||
        !in.integer(body["max_tokens"], root["max_tokens"], request.maxOutputTokens))
        return false;
    if (request.maxOutputTokens && *request.maxOutputTokens < 1)
        return in.wrong(root["max_tokens"], "must be at least 1");
    const Json &stops = body["stop_sequences"];
    if (stops.isNull())
        return true;
    const FieldPath where = root["stop_sequences"];
    if (!in.array(stops, where))
        return false;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        if (!stops.at(i).isString())
            return in.wrong(where.at(i), "a string is wanted");
        sampling.stop.push_back(stops.at(i).toBytes());
    }
    return true;
}

bool decodeMetadata(FieldReader &in, const Json &body, const FieldPath &root, ChatRequest &request,
                    Json &rest)
{
    const Json &metadata = body["metadata"];
    if (metadata.isNull())
        return true;
    const FieldPath where = root["metadata"];
    if (!in.object(metadata, where) ||
        !in.text(metadata["user_id"], where["user_id"], request.userId))
        return false;
    rest.setIfPresent("metadata", leftOver(metadata, {"user_id"}));
    return true;
}

bool decodeAll(FieldReader &in, const Json &body, ChatRequest &request)
{
    const FieldPath root;
    if (!body.isObject())
        return in.wrong(root, "the body must be a JSON object");
    if (!in.text(body["model"], root["model"], request.model))
        return false;
    if (request.model.isEmpty())
        return in.wrong(root["model"], "is required, as a string");
    const Json &messages = body["messages"];
    const FieldPath where = root["messages"];
    if (!messages.isArray())
        return in.wrong(where, messages.isNull() ? "is required" : "an array is wanted");
    if (messages.size() == 0)
        return in.wrong(where, "at least one message is wanted");
    if (!decodeSystem(in, body["system"], root["system"], request))
        return false;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        if (!decodeMessage(in, messages.at(i), where.at(i), request))
            return false;
    }
    Json rest = leftOver(body, {"model", "messages", "system", "max_tokens", "stop_sequences",
                                "stream", "temperature", "top_p", "top_k", "tools", "tool_choice",
                                "thinking", "output_config", "output_format", "metadata",
                                "service_tier", "cache_control"});
    if (!decodeTools(in, body["tools"], root["tools"], request.tools) ||
        !decodeToolChoice(in, body["tool_choice"], root["tool_choice"], request) ||
        !decodeThinking(in, body["thinking"], root["thinking"], request.reasoning, rest) ||
        !decodeOutput(in, body, root, request, rest) || !decodeSampling(in, body, root, request) ||
        !decodeMetadata(in, body, root, request, rest) ||
        !in.boolean(body["stream"], root["stream"], request.stream) ||
        !in.text(body["service_tier"], root["service_tier"], request.serviceTier) ||
        !decodeCacheMark(in, body["cache_control"], root["cache_control"], request.cache))
        return false;
    request.extensions.put(Mine, rest);
    return true;
}

} // namespace

base::Result<DecodedRequest> decodeRequest(const Json &body)
{
    FieldReader in;
    DecodedRequest decoded;
    if (!decodeAll(in, body, decoded.request))
        return base::fail(*in.error);
    decoded.losses = in.losses;
    return decoded;
}

} // namespace omni::wire::anthropic

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"

#include <QRegularExpression>
#include <QSet>

namespace omni::test {

using base::Json;

namespace {

using Verdict = std::optional<Refusal>;

Verdict refuse(const QByteArray &field, const QByteArray &message)
{
    return Refusal{field, message};
}

QByteArray at(const QByteArray &path, qsizetype index)
{
    return path + '[' + QByteArray::number(index) + ']';
}

Verdict wantString(const Json &value, const QByteArray &path)
{
    if (!value.isString())
        return refuse(path, "Invalid type for '" + path + "': expected a string.");
    return {};
}

Verdict checkPart(const Json &part, const QByteArray &path, const QByteArray &role)
{
    const QByteArray &type = part["type"].toBytes();
    if (type == "text")
        return wantString(part["text"], path + ".text");
    if (role == "assistant" && type == "refusal")
        return wantString(part["refusal"], path + ".refusal");
    if (role == "user" && type == "image_url")
        return wantString(part["image_url"]["url"], path + ".image_url.url");
    if (role == "user" && type == "input_audio")
        return wantString(part["input_audio"]["data"], path + ".input_audio.data");
    if (role == "user" && type == "file" && part["file"].isObject())
        return {};
    return refuse(path + ".type", "Invalid value: '" + type + "' in " + path + ".");
}

Verdict checkContent(const Json &message, const QByteArray &path, const QByteArray &role)
{
    const Json &content = message["content"];
    if (content.isString())
        return {};
    if (content.isNull() && role == "assistant" && message["tool_calls"].size() > 0)
        return {};
    if (!content.isArray() || content.size() == 0)
        return refuse(path, "Invalid type for '" + path + "': expected a string or an array.");
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (const Verdict bad = checkPart(content.at(i), at(path, i), role))
            return bad;
    }
    return {};
}

bool isToolName(const QByteArray &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-zA-Z0-9_-]{1,64}$"));
    return form.match(QString::fromUtf8(name)).hasMatch();
}

Verdict checkCalls(const Json &calls, const QByteArray &path, QSet<QByteArray> *open)
{
    if (!calls.isArray() || calls.size() == 0)
        return refuse(path, "Invalid '" + path + "': empty array.");
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Json &call = calls.at(i);
        const QByteArray here = at(path, i);
        if (call["id"].toBytes().isEmpty() || call["id"].toBytes().size() > 64)
            return refuse(here + ".id", "Missing or too long '" + here + ".id'.");
        if (call["type"].toBytes() != "function")
            return refuse(here + ".type", "Invalid '" + here + ".type'.");
        if (!isToolName(call["function"]["name"].toBytes()))
            return refuse(here + ".function.name", "Invalid '" + here + ".function.name'.");
        const Json &arguments = call["function"]["arguments"];
        const auto parsed = Json::parse(arguments.toBytes());
        if (!arguments.isString() || !parsed || !parsed->isObject())
            return refuse(here + ".function.arguments",
                          "'" + here + ".function.arguments' is no JSON object in a string.");
        if (open->contains(call["id"].toBytes()))
            return refuse(here + ".id", "Duplicate tool call id in '" + here + "'.");
        open->insert(call["id"].toBytes());
    }
    return {};
}

Verdict checkMessage(const Json &message, const QByteArray &path, QSet<QByteArray> *open)
{
    static const QSet<QByteArray> roles{"system", "developer", "user", "assistant", "tool"};
    static const QSet<QByteArray> fields{"role",
                                         "content",
                                         "name",
                                         "refusal",
                                         "audio",
                                         "tool_calls",
                                         "tool_call_id",
                                         "reasoning",
                                         "reasoning_content",
                                         "annotations",
                                         "reasoning_details"};
    const QByteArray &role = message["role"].toBytes();
    if (!message.isObject() || !roles.contains(role))
        return refuse(path + ".role", "Invalid value: '" + role + "' for '" + path + ".role'.");
    for (const base::JsonMember &member : message.members()) {
        if (!fields.contains(member.key))
            return refuse(path + '.' + member.key, "Additional properties are not allowed: '" +
                                                       path + '.' + member.key + "'.");
    }
    if (role == "tool") {
        const QByteArray &id = message["tool_call_id"].toBytes();
        if (!open->remove(id))
            return refuse(path + ".role",
                          "Invalid parameter: messages with role 'tool' must be a response to a "
                          "preceeding message with 'tool_calls'.");
    } else if (!open->isEmpty()) {
        return refuse(path,
                      "An assistant message with 'tool_calls' must be followed by tool messages "
                      "responding to each 'tool_call_id'. Missing: " +
                          open->values().first());
    }
    if (message.contains("tool_calls")) {
        if (role != "assistant")
            return refuse(path + ".tool_calls", "'tool_calls' in a message of role " + role);
        if (const Verdict bad = checkCalls(message["tool_calls"], path + ".tool_calls", open))
            return bad;
    }
    return checkContent(message, path + ".content", role);
}

Verdict checkMessages(const Json &messages)
{
    if (!messages.isArray() || messages.size() == 0)
        return refuse("messages", "Missing required parameter: 'messages'.");
    QSet<QByteArray> open;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        if (const Verdict bad = checkMessage(messages.at(i), at("messages", i), &open))
            return bad;
    }
    if (!open.isEmpty())
        return refuse("messages",
                      "Tool calls without an answer at the end: " + open.values().first());
    return {};
}

Verdict checkTools(const Json &body)
{
    const Json &tools = body["tools"];
    if (!body.contains("tools")) {
        for (const char *field : {"tool_choice", "parallel_tool_calls"}) {
            if (body.contains(field))
                return refuse(field, QByteArray("'") + field +
                                         "' is only allowed when 'tools' are specified.");
        }
        return {};
    }
    if (!tools.isArray() || tools.size() == 0)
        return refuse("tools", "Invalid 'tools': empty array.");
    for (qsizetype i = 0; i < tools.size(); ++i) {
        const QByteArray path = at("tools", i);
        const Json &function = tools.at(i)["function"];
        if (tools.at(i)["type"].toBytes() != "function")
            return refuse(path + ".type", "Invalid '" + path + ".type'.");
        if (!isToolName(function["name"].toBytes()))
            return refuse(path + ".function.name", "Invalid '" + path + ".function.name'.");
        if (function.contains("parameters") && function["parameters"]["type"].toBytes() != "object")
            return refuse(path + ".function.parameters",
                          "Invalid schema for function: type must be 'object'.");
    }
    const Json &choice = body["tool_choice"];
    static const QSet<QByteArray> choices{"none", "auto", "required"};
    if (body.contains("tool_choice") && !choices.contains(choice.toBytes()) &&
        choice["function"]["name"].toBytes().isEmpty())
        return refuse("tool_choice", "Invalid value for 'tool_choice'.");
    return {};
}

Verdict checkNumbers(const Json &body)
{
    struct Range
    {
        const char *field;
        double from;
        double to;
        bool whole;
    };
    static constexpr Range ranges[] = {{"temperature", 0, 2, false},
                                       {"top_p", 0, 1, false},
                                       {"presence_penalty", -2, 2, false},
                                       {"frequency_penalty", -2, 2, false},
                                       {"max_tokens", 1, 1e9, true},
                                       {"max_completion_tokens", 1, 1e9, true},
                                       {"n", 1, 128, true},
                                       {"top_logprobs", 0, 20, true},
                                       {"seed", -9.3e18, 9.3e18, true}};
    for (const Range &range : ranges) {
        const Json &value = body[range.field];
        if (!body.contains(range.field) || value.isNull())
            continue;
        const double number = value.toDouble(1e300);
        if (!value.isNumber() || number < range.from || number > range.to ||
            (range.whole && !value.asInt()))
            return refuse(range.field, QByteArray("Invalid value for '") + range.field + "'.");
    }
    if (!body["max_tokens"].isNull() && !body["max_completion_tokens"].isNull())
        return refuse("max_tokens",
                      "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not "
                      "supported.");
    for (const char *field : {"stream", "logprobs", "parallel_tool_calls", "store"}) {
        if (!body[field].isNull() && !body[field].isBool())
            return refuse(field,
                          QByteArray("Invalid type for '") + field + "': expected a boolean.");
    }
    if (!body["stream_options"].isNull() && !body["stream"].toBool())
        return refuse("stream_options",
                      "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
    if (body["stop"].size() > 4)
        return refuse("stop", "Invalid 'stop': more than 4 sequences.");
    return {};
}

} // namespace

std::optional<Refusal> checkOpenAi(const Json &body, const Strictness &allowed)
{
    static const QSet<QByteArray> known{"messages",
                                        "model",
                                        "audio",
                                        "frequency_penalty",
                                        "logit_bias",
                                        "logprobs",
                                        "max_tokens",
                                        "max_completion_tokens",
                                        "metadata",
                                        "modalities",
                                        "n",
                                        "parallel_tool_calls",
                                        "prediction",
                                        "presence_penalty",
                                        "prompt_cache_key",
                                        "prompt_cache_retention",
                                        "reasoning_effort",
                                        "response_format",
                                        "safety_identifier",
                                        "seed",
                                        "service_tier",
                                        "stop",
                                        "store",
                                        "stream",
                                        "stream_options",
                                        "temperature",
                                        "tool_choice",
                                        "tools",
                                        "top_logprobs",
                                        "top_p",
                                        "user",
                                        "verbosity",
                                        "web_search_options"};
    if (!body.isObject())
        return refuse({}, "We could not parse the JSON body of your request.");
    if (body["model"].toBytes().isEmpty())
        return refuse("model", "you must provide a model parameter");
    for (const base::JsonMember &member : body.members()) {
        if (!allowed.unknownFields && !known.contains(member.key))
            return refuse(member.key, "Unrecognized request argument supplied: " + member.key);
    }
    for (const auto &check : {checkNumbers, checkTools}) {
        if (const Verdict bad = check(body))
            return bad;
    }
    const QByteArray &effort = body["reasoning_effort"].toBytes();
    static const QSet<QByteArray> efforts{"none", "minimal", "low", "medium", "high", "xhigh"};
    if (!body["reasoning_effort"].isNull() && !efforts.contains(effort))
        return refuse("reasoning_effort", "Invalid value: '" + effort + "'.");
    return checkMessages(body["messages"]);
}

} // namespace omni::test

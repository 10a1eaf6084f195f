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
    return Refusal{field, field.isEmpty() ? message : field + ": " + message};
}

QByteArray at(const QByteArray &path, qsizetype index)
{
    return path + '.' + QByteArray::number(index);
}

class Check
{
public:
    Check(const Json &body, const Strictness &allowed, bool allowsSystemTurns)
        : m_body(body)
        , m_allowed(allowed)
        , m_allowsSystemTurns(allowsSystemTurns)
        , m_thinks(body["thinking"]["type"].toBytes() == "enabled" ||
                   body["thinking"]["type"].toBytes() == "adaptive")
    {}

    Verdict fields();
    Verdict thinking();
    Verdict system();
    Verdict tools();
    Verdict messages();
    Verdict marks() const;

private:
    Verdict block(const Json &block, const QByteArray &path, bool fromUser);
    Verdict mediaBlock(const Json &block, const QByteArray &path, const QByteArray &type);
    Verdict resultBlock(const Json &block, const QByteArray &path);
    Verdict message(const Json &message, const QByteArray &path);
    Verdict unansweredCalls(const QByteArray &path) const;
    void countMark(const Json &value) { m_marks += value["cache_control"].isObject() ? 1 : 0; }

    const Json &m_body;
    Strictness m_allowed;
    bool m_allowsSystemTurns;
    bool m_thinks;
    int m_marks = 0;
    QSet<QByteArray> m_open; ///< tool_use ids of the message before
};

Verdict Check::fields()
{
    static const QSet<QByteArray> known{
        "model",          "messages",      "max_tokens",         "system",        "metadata",
        "stop_sequences", "stream",        "temperature",        "top_k",         "top_p",
        "tools",          "tool_choice",   "thinking",           "service_tier",  "container",
        "mcp_servers",    "speed",         "context_management", "output_config", "output_format",
        "cache_control",  "inference_geo", "diagnostics"};
    for (const base::JsonMember &member : m_body.members()) {
        if (!m_allowed.unknownFields && !known.contains(member.key))
            return refuse(member.key, "Extra inputs are not permitted");
    }
    if (m_body["model"].toBytes().isEmpty())
        return refuse("model", "Field required");
    struct Range
    {
        const char *field;
        double from;
        double to;
    };
    static constexpr Range ranges[] = {
        {"max_tokens", 1, 1e9}, {"temperature", 0, 1}, {"top_p", 0, 1}, {"top_k", 0, 1e9}};
    for (const Range &range : ranges) {
        const Json &value = m_body[range.field];
        if (m_body.contains(range.field) &&
            (!value.isNumber() || value.toDouble() < range.from || value.toDouble() > range.to))
            return refuse(range.field, "Input should be a valid number in range");
    }
    if (m_body.contains("stream") && !m_body["stream"].isBool())
        return refuse("stream", "Input should be a valid boolean");
    if (m_body.contains("stop_sequences") && !m_body["stop_sequences"].isArray())
        return refuse("stop_sequences", "Input should be a valid array");
    return {};
}

Verdict Check::thinking()
{
    const Json &thinking = m_body["thinking"];
    if (!m_body.contains("thinking"))
        return {};
    const QByteArray &type = thinking["type"].toBytes();
    if (type != "enabled" && type != "disabled" && type != "adaptive")
        return refuse("thinking.type", "Input should be 'enabled', 'disabled' or 'adaptive'");
    if (type == "enabled") {
        const qint64 budget = thinking["budget_tokens"].toInt();
        if (budget < 1024)
            return refuse("thinking.enabled.budget_tokens",
                          "Input should be greater than or equal to 1024");
        if (m_body.contains("max_tokens") && budget >= m_body["max_tokens"].toInt())
            return refuse("max_tokens", "must be greater than `thinking.budget_tokens`");
    }
    if (m_thinks && m_body.contains("temperature") && m_body["temperature"].toDouble() != 1.0)
        return refuse("temperature", "may only be set to 1 when thinking is enabled");
    const QByteArray &choice = m_body["tool_choice"]["type"].toBytes();
    if (m_thinks && (choice == "any" || choice == "tool"))
        return refuse("tool_choice",
                      "Thinking may not be enabled when tool_choice forces tool use");
    return {};
}

Verdict Check::system()
{
    const Json &system = m_body["system"];
    if (!m_body.contains("system") || system.isString())
        return {};
    if (!system.isArray())
        return refuse("system", "Input should be a string or a list");
    for (qsizetype i = 0; i < system.size(); ++i) {
        const Json &block = system.at(i);
        countMark(block);
        if (block["type"].toBytes() != "text" || block["text"].toBytes().isEmpty())
            return refuse(at("system", i), "text content blocks must be non-empty");
    }
    return {};
}

Verdict Check::tools()
{
    static const QRegularExpression form(QStringLiteral("^[a-zA-Z0-9_-]{1,128}$"));
    const Json &tools = m_body["tools"];
    QSet<QByteArray> names;
    for (qsizetype i = 0; i < tools.size(); ++i) {
        const Json &tool = tools.at(i);
        const QByteArray path = at("tools", i);
        countMark(tool);
        const QByteArray &name = tool["name"].toBytes();
        if (!form.match(QString::fromUtf8(name)).hasMatch())
            return refuse(path + ".name", "String should match pattern '^[a-zA-Z0-9_-]{1,128}$'");
        if (names.contains(name))
            return refuse(path + ".name", "Tool names must be unique");
        names.insert(name);
        const QByteArray &type = tool["type"].toBytes();
        const bool isOwn = type.isEmpty() || type == "custom";
        if (isOwn && tool["input_schema"]["type"].toBytes() != "object")
            return refuse(path + ".custom.input_schema.type", "Input should be 'object'");
    }
    const Json &choice = m_body["tool_choice"];
    if (!m_body.contains("tool_choice"))
        return {};
    static const QSet<QByteArray> choices{"auto", "any", "tool", "none"};
    if (!choices.contains(choice["type"].toBytes()))
        return refuse("tool_choice.type", "Input should be 'auto', 'any', 'tool' or 'none'");
    if (tools.size() == 0 && choice["type"].toBytes() != "none")
        return refuse("tool_choice", "may only be specified while providing tools");
    if (choice["type"].toBytes() == "tool" && !names.contains(choice["name"].toBytes()))
        return refuse("tool_choice.name", "Tool not found in provided tools");
    return {};
}

Verdict Check::mediaBlock(const Json &block, const QByteArray &path, const QByteArray &type)
{
    const Json &source = block["source"];
    const QByteArray &kind = source["type"].toBytes();
    if (kind == "base64" && !source["media_type"].toBytes().isEmpty() &&
        !source["data"].toBytes().isEmpty())
        return {};
    if (kind == "url" && !source["url"].toBytes().isEmpty())
        return {};
    if (kind == "file" && !source["file_id"].toBytes().isEmpty())
        return {};
    if (type == "document" && (kind == "text" || kind == "content"))
        return {};
    return refuse(path + '.' + type + ".source", "Input tag '" + kind + "' is not valid");
}

Verdict Check::resultBlock(const Json &block, const QByteArray &path)
{
    const QByteArray &id = block["tool_use_id"].toBytes();
    if (!m_open.remove(id))
        return refuse(path,
                      "unexpected `tool_use_id` found in `tool_result` blocks: " + id +
                          ". Each `tool_result` block must have a corresponding `tool_use` block "
                          "in the previous message.");
    const Json &content = block["content"];
    if (block.contains("content") && !content.isString() && !content.isArray())
        return refuse(path + ".tool_result.content", "Input should be a valid list");
    for (qsizetype i = 0; i < content.items().size(); ++i) {
        const QByteArray &type = content.at(i)["type"].toBytes();
        const QByteArray here = at(path + ".content", i);
        if (type == "image" || type == "document") {
            if (const Verdict bad = mediaBlock(content.at(i), here, type))
                return bad;
        } else if (type != "text" && type != "search_result" && type != "tool_reference") {
            return refuse(here, "Input tag '" + type + "' found using 'type' is not valid");
        }
    }
    return {};
}

Verdict Check::block(const Json &block, const QByteArray &path, bool fromUser)
{
    static const QRegularExpression idForm(QStringLiteral("^[a-zA-Z0-9_-]+$"));
    const QByteArray &type = block["type"].toBytes();
    countMark(block);
    if (type == "text") {
        if (block["text"].toBytes().isEmpty())
            return refuse(path, "text content blocks must be non-empty");
        return {};
    }
    if (fromUser && (type == "image" || type == "document"))
        return mediaBlock(block, path, type);
    if (fromUser && type == "tool_result")
        return resultBlock(block, path);
    if (!fromUser && type == "tool_use") {
        const QByteArray &id = block["id"].toBytes();
        if (!idForm.match(QString::fromUtf8(id)).hasMatch())
            return refuse(path + ".tool_use.id", "String should match pattern '^[a-zA-Z0-9_-]+$'");
        if (block["name"].toBytes().isEmpty())
            return refuse(path + ".tool_use.name", "Field required");
        if (!block["input"].isObject())
            return refuse(path + ".tool_use.input", "Input should be a valid dictionary");
        m_open.insert(id);
        return {};
    }
    if (!fromUser && type == "thinking") {
        const QByteArray &signature = block["signature"].toBytes();
        if (signature.isEmpty())
            return refuse(path + ".thinking.signature", "Field required");
        if (!m_allowed.foreignSignatures && signature != FakeSignature)
            return refuse(path, "Invalid `signature` in `thinking` block");
        return {};
    }
    if (!fromUser && type == "redacted_thinking" && !block["data"].toBytes().isEmpty())
        return {};
    static const QSet<QByteArray> others{"server_tool_use",        "web_search_tool_result",
                                         "web_fetch_tool_result",  "code_execution_tool_result",
                                         "mcp_tool_use",           "mcp_tool_result",
                                         "container_upload",       "search_result",
                                         "tool_search_tool_result"};
    if (others.contains(type))
        return {};
    return refuse(path, "Input tag '" + type +
                            "' found using 'type' does not match any of the "
                            "expected tags");
}

Verdict Check::unansweredCalls(const QByteArray &path) const
{
    if (m_open.isEmpty())
        return {};
    return refuse(path,
                  "`tool_use` ids were found without `tool_result` blocks immediately after: " +
                      m_open.values().join(", "));
}

Verdict Check::message(const Json &message, const QByteArray &path)
{
    const QByteArray &role = message["role"].toBytes();
    const bool isSystem = role == "system" && m_allowsSystemTurns;
    const bool fromUser = role == "user" || isSystem;
    if (!fromUser && role != "assistant")
        return refuse(path + ".role", "Input should be 'user' or 'assistant'");
    for (const base::JsonMember &member : message.members()) {
        if (member.key != "role" && member.key != "content")
            return refuse(path + '.' + member.key, "Extra inputs are not permitted");
    }
    if (!fromUser) {
        if (const Verdict bad = unansweredCalls(path))
            return bad;
    }
    const Json &content = message["content"];
    if (content.isString() && !content.toBytes().isEmpty())
        return fromUser ? unansweredCalls(path) : Verdict();
    if (!content.isArray() || content.size() == 0)
        return refuse(path + ".content", "all messages must have non-empty content");
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (const Verdict bad = block(content.at(i), at(path + ".content", i), fromUser))
            return bad;
    }
    return fromUser ? unansweredCalls(path) : Verdict();
}

Verdict Check::messages()
{
    const Json &messages = m_body["messages"];
    if (!messages.isArray() || messages.size() == 0)
        return refuse("messages", "at least one message is required");
    qsizetype lastAssistant = -1;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        if (const Verdict bad = message(messages.at(i), at("messages", i)))
            return bad;
        if (messages.at(i)["role"].toBytes() == "assistant")
            lastAssistant = i;
    }
    if (const Verdict bad = unansweredCalls(at("messages", messages.size() - 1)))
        return bad;
    if (m_body["thinking"]["type"].toBytes() != "enabled" || lastAssistant < 0)
        return {};
    // In a tool loop the last assistant turn must still carry its thinking.
    const Json &content = messages.at(lastAssistant)["content"];
    const QByteArray &first = content.at(0)["type"].toBytes();
    for (const Json &part : content.items()) {
        if (part["type"].toBytes() == "tool_use" && first != "thinking" &&
            first != "redacted_thinking")
            return refuse(at("messages", lastAssistant) + ".content.0.type",
                          "Expected `thinking` or `redacted_thinking`, but found `" + first + "`");
    }
    return {};
}

Verdict Check::marks() const
{
    if (m_marks <= 4)
        return {};
    return refuse({}, "A maximum of 4 blocks with cache_control may be provided. Found " +
                          QByteArray::number(m_marks) + '.');
}

} // namespace

std::optional<Refusal> checkAnthropic(const Received &request, const Strictness &allowed)
{
    if (request.header("anthropic-version").isEmpty())
        return refuse("anthropic-version", "header is required");
    if (!request.json.isObject())
        return refuse({}, "The request body is not valid JSON.");
    // A beta lets system turns stand among the messages.
    const bool allowsSystemTurns =
        request.header("anthropic-beta").contains("mid-conversation-system");
    Check check(request.json, allowed, allowsSystemTurns);
    if (!request.path.endsWith("/count_tokens") && !request.json.contains("max_tokens"))
        return refuse("max_tokens", "Field required");
    for (const auto &step :
         {&Check::fields, &Check::thinking, &Check::system, &Check::tools, &Check::messages}) {
        if (const Verdict bad = (check.*step)())
            return bad;
    }
    return check.marks();
}

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/anthropicrules.h"

#include "core/net/ssereader.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace omni::test {

using base::Json;

namespace {

bool matches(const QByteArray &text, const char *pattern)
{
    const QRegularExpression expression(QStringLiteral("\\A") + QLatin1String(pattern) +
                                        QStringLiteral("\\z"));
    return expression.match(QString::fromUtf8(text)).hasMatch();
}

class RequestRules
{
public:
    explicit RequestRules(const Json &request)
        : m_request(request)
    {}

    QStringList check(bool counting)
    {
        need(m_request["model"].isString() && !m_request["model"].toBytes().isEmpty(), "model");
        need(counting || m_request["max_tokens"].toInt() >= 1, "max_tokens is required");
        checkSystem();
        checkTools();
        checkMessages();
        checkThinking();
        countMarks(m_request);
        need(m_marks <= 4, "more than four cache marks");
        for (const Json &stop : m_request["stop_sequences"].items())
            need(!stop.toBytes().trimmed().isEmpty(), "blank stop sequence");
        return m_faults;
    }

private:
    void need(bool good, const char *what)
    {
        if (!good)
            m_faults.append(QLatin1String(what));
    }

    void checkText(const Json &block)
    {
        need(block["text"].isString() && !block["text"].toBytes().trimmed().isEmpty(),
             "text blocks must not be blank");
    }

    void checkSystem()
    {
        for (const Json &block : m_request["system"].items()) {
            need(block["type"].toBytes() == "text", "system takes text only");
            checkText(block);
        }
    }

    void checkTools()
    {
        for (const Json &tool : m_request["tools"].items()) {
            const QByteArray &name = tool["name"].toBytes();
            need(!m_tools.contains(name), "tool names must be unique");
            m_tools.insert(name);
            if (tool.contains("type") && tool["type"].toBytes() != "custom")
                continue;
            need(matches(name, "[a-zA-Z0-9_-]{1,128}"), "tool name");
            need(tool["input_schema"]["type"].toBytes() == "object", "input_schema.type");
        }
        const Json &choice = m_request["tool_choice"];
        if (choice.isNull())
            return;
        const QByteArray &type = choice["type"].toBytes();
        need(!m_tools.isEmpty(), "tool_choice without tools");
        need(type == "auto" || type == "any" || type == "tool" || type == "none", "tool_choice");
        need(type != "tool" || m_tools.contains(choice["name"].toBytes()),
             "tool_choice names no tool");
    }

    static QList<Json> blocksOf(const Json &content)
    {
        if (content.isString())
            return {Json::object({{"type", "text"}, {"text", content.toBytes()}})};
        return content.items();
    }

    void checkMessages()
    {
        const auto &messages = m_request["messages"].items();
        need(!messages.isEmpty(), "messages must not be empty");
        QByteArray last;
        for (qsizetype i = 0; i < messages.size(); ++i) {
            const QByteArray role = messages[i]["role"].toBytes();
            need(role == "user" || role == "assistant" || (role == "system" && i > 0), "role");
            need(i > 0 || role == "user", "the first message must be the user's");
            need(role != last, "roles must alternate");
            last = role;
            const QList<Json> blocks = blocksOf(messages[i]["content"]);
            need(!blocks.isEmpty(), "content must not be empty");
            if (role == "user")
                checkResults(blocks);
            else
                need(m_open.isEmpty(), "tool_use without a tool_result in the next message");
            for (const Json &block : blocks)
                checkBlock(block, role);
        }
        need(m_open.isEmpty(), "tool_use without a tool_result at the end");
        checkPrefill(messages.isEmpty() ? Json() : messages.last());
    }

    /// Every call of the turn before is answered here, once, before anything else.
    void checkResults(const QList<Json> &blocks)
    {
        bool others = false;
        QSet<QByteArray> answered;
        for (const Json &block : blocks) {
            if (block["type"].toBytes() != "tool_result") {
                others = true;
                continue;
            }
            const QByteArray &id = block["tool_use_id"].toBytes();
            need(!others, "tool results come first");
            need(!answered.contains(id), "two results for one call");
            need(m_open.contains(id), "tool_result without its tool_use");
            answered.insert(id);
        }
        need(answered == m_open, "tool_use without a tool_result in the next message");
        m_open.clear();
    }

    void checkBlock(const Json &block, const QByteArray &role)
    {
        const QByteArray &type = block["type"].toBytes();
        need(!type.isEmpty(), "block type");
        if (type == "text") {
            checkText(block);
        } else if (type == "tool_use") {
            const QByteArray &id = block["id"].toBytes();
            need(role == "assistant", "tool_use in a user message");
            need(matches(id, "[a-zA-Z0-9_-]+"), "tool_use id");
            need(!m_ids.contains(id), "tool_use ids must be unique");
            need(matches(block["name"].toBytes(), "[a-zA-Z0-9_-]{1,128}"), "tool_use name");
            need(block["input"].isObject(), "tool_use input");
            m_ids.insert(id);
            m_open.insert(id);
        } else if (type == "tool_result") {
            need(role == "user", "tool_result in an assistant message");
            for (const Json &inner : block["content"].items())
                checkBlock(inner, role);
        } else if (type == "thinking") {
            need(role == "assistant", "thinking in a user message");
            need(!block["signature"].toBytes().isEmpty(), "thinking without a signature");
            need(!block.contains("cache_control"), "cache mark on thinking");
        } else if (type == "image") {
            checkImage(block["source"]);
        }
    }

    void checkImage(const Json &source)
    {
        const QByteArray &kind = source["type"].toBytes();
        need(kind == "base64" || kind == "url" || kind == "file", "image source");
        if (kind != "base64")
            return;
        need(matches(source["media_type"].toBytes(), "image/(jpeg|png|gif|webp)"), "image type");
        need(!source["data"].toBytes().startsWith("data:"), "base64 with a data: prefix");
    }

    void checkPrefill(const Json &last)
    {
        if (last["role"].toBytes() != "assistant")
            return;
        const QList<Json> blocks = blocksOf(last["content"]);
        const QByteArray &text = blocks.isEmpty() ? QByteArray() : blocks.last()["text"].toBytes();
        need(text == text.trimmed() || !text.endsWith(' '), "last text ends with white space");
    }

    void checkThinking()
    {
        const Json &thinking = m_request["thinking"];
        const QByteArray &type = thinking["type"].toBytes();
        const bool on = type == "enabled" || type == "adaptive";
        const double temperature = m_request["temperature"].toDouble(1);
        need(temperature >= 0 && temperature <= 1, "temperature");
        if (!on)
            return;
        const QByteArray &choice = m_request["tool_choice"]["type"].toBytes();
        need(choice != "any" && choice != "tool", "forced tool_choice with thinking");
        need(temperature == 1, "temperature with thinking");
        need(m_request["top_p"].toDouble(1) >= 0.95, "top_p with thinking");
        need(!m_request.contains("top_k"), "top_k with thinking");
        if (type != "enabled")
            return;
        const qint64 budget = thinking["budget_tokens"].toInt();
        need(budget >= 1024, "budget_tokens");
        need(m_request["max_tokens"].toInt() > budget, "max_tokens must exceed budget_tokens");
        checkToolLoop();
    }

    /// With manual thinking the last assistant turn that calls tools must begin with thinking.
    void checkToolLoop()
    {
        const auto &messages = m_request["messages"].items();
        for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
            if ((*message)["role"].toBytes() != "assistant")
                continue;
            const auto &blocks = (*message)["content"].items();
            const bool calls = std::any_of(blocks.begin(), blocks.end(), [](const Json &block) {
                return block["type"].toBytes() == "tool_use";
            });
            need(!calls || blocks.first()["type"].toBytes().contains("thinking"),
                 "a tool loop's turn must begin with thinking");
            return;
        }
    }

    void countMarks(const Json &json)
    {
        for (const base::JsonMember &member : json.members()) {
            if (member.key == "cache_control" && member.value.isObject())
                ++m_marks;
            else if (member.key != "input" && member.key != "input_schema")
                countMarks(member.value);
        }
        for (const Json &item : json.items())
            countMarks(item);
    }

    const Json &m_request;
    QStringList m_faults;
    QSet<QByteArray> m_tools;
    QSet<QByteArray> m_ids;
    QSet<QByteArray> m_open;
    int m_marks = 0;
};

class StreamRules
{
public:
    QStringList check(const QByteArray &stream)
    {
        net::SseReader reader;
        QList<net::Frame> events = reader.feed(stream);
        events += reader.finish();
        for (const net::Frame &event : events) {
            if (event.isComment)
                continue;
            const auto json = Json::parse(event.data);
            if (!json || !json->isObject()) {
                m_faults.append(QStringLiteral("an event that is no JSON object"));
                continue;
            }
            need((*json)["type"].toBytes() == event.name, "event name and type differ");
            need(!m_stopped, "an event after message_stop");
            onEvent(*json);
        }
        need(m_stopped, "no message_stop");
        return m_faults;
    }

private:
    void need(bool good, const char *what)
    {
        if (!good)
            m_faults.append(QLatin1String(what));
    }

    void onEvent(const Json &json)
    {
        const QByteArray &type = json["type"].toBytes();
        if (type == "message_start") {
            onStart(json["message"]);
            return;
        }
        need(m_started, "an event before message_start");
        if (type == "content_block_start")
            onBlock(json);
        else if (type == "content_block_delta")
            onDelta(json);
        else if (type == "content_block_stop")
            onStop(json);
        else if (type == "message_delta")
            onEnd(json);
        else if (type == "message_stop")
            onMessageStop();
        else
            need(type == "ping", "an unknown event");
    }

    void onStart(const Json &message)
    {
        need(!m_started, "message_start twice");
        m_started = true;
        need(message["id"].toBytes().startsWith("msg_"), "message.id");
        need(message["type"].toBytes() == "message", "message.type");
        need(message["role"].toBytes() == "assistant", "message.role");
        need(!message["model"].toBytes().isEmpty(), "message.model");
        need(message["content"].isArray() && message["content"].size() == 0, "message.content");
        need(message.contains("stop_reason") && message["stop_reason"].isNull(), "stop_reason");
        need(message.contains("stop_sequence"), "stop_sequence");
        need(message["usage"]["input_tokens"].isNumber(), "usage.input_tokens");
        need(message["usage"]["output_tokens"].isNumber(), "usage.output_tokens");
    }

    void onBlock(const Json &json)
    {
        need(m_openType.isEmpty(), "two open blocks");
        need(!m_ended, "a block after message_delta");
        need(json["index"].isNumber() && json["index"].toInt() == m_next, "block index");
        ++m_next;
        const Json &block = json["content_block"];
        m_openType = block["type"].toBytes();
        m_input.clear();
        m_signed = false;
        need(!m_openType.isEmpty(), "content_block.type");
        if (m_openType == "text")
            need(block["text"].isString() && block["text"].toBytes().isEmpty(), "text start");
        else if (m_openType == "thinking")
            need(block["thinking"].isString() && block["thinking"].toBytes().isEmpty() &&
                     block["signature"].isString(),
                 "thinking start");
        else if (m_openType == "redacted_thinking")
            need(!block["data"].toBytes().isEmpty(), "redacted_thinking start");
        else if (m_openType == "tool_use")
            need(matches(block["id"].toBytes(), "[a-zA-Z0-9_-]+") &&
                     !block["name"].toBytes().isEmpty() && block["input"].isObject(),
                 "tool_use start");
    }

    void onDelta(const Json &json)
    {
        need(json["index"].toInt(-1) == m_next - 1 && !m_openType.isEmpty(), "delta's index");
        const Json &delta = json["delta"];
        const QByteArray &type = delta["type"].toBytes();
        need(!m_signed, "a delta after the signature");
        if (type == "text_delta") {
            need(m_openType == "text" && delta["text"].isString(), "text_delta");
        } else if (type == "citations_delta") {
            need(m_openType == "text" && delta["citation"].isObject(), "citations_delta");
        } else if (type == "thinking_delta") {
            need(m_openType == "thinking" && delta["thinking"].isString(), "thinking_delta");
        } else if (type == "signature_delta") {
            need(m_openType == "thinking" && delta["signature"].isString(), "signature_delta");
            m_signed = true;
        } else if (type == "input_json_delta") {
            need(m_openType.endsWith("tool_use") && delta["partial_json"].isString(),
                 "input_json_delta");
            m_input += delta["partial_json"].toBytes();
        } else {
            need(type == "compaction_delta", "an unknown delta");
        }
    }

    void onStop(const Json &json)
    {
        need(json["index"].toInt(-1) == m_next - 1 && !m_openType.isEmpty(), "stop's index");
        if (m_openType == "tool_use" && !m_input.isEmpty()) {
            const auto input = Json::parse(m_input);
            need(input && input->isObject(), "the tool's input is no JSON object");
        }
        m_openType.clear();
    }

    void onEnd(const Json &json)
    {
        need(m_openType.isEmpty(), "message_delta while a block is open");
        need(!m_ended, "message_delta twice");
        m_ended = true;
        need(m_next > 0, "no block at all");
        need(matches(json["delta"]["stop_reason"].toBytes(), "[a-z_]+"), "stop_reason");
        need(json["delta"].contains("stop_sequence"), "stop_sequence in message_delta");
        need(json["usage"]["output_tokens"].isNumber(), "usage.output_tokens in message_delta");
    }

    void onMessageStop()
    {
        need(m_ended, "message_stop without message_delta");
        m_stopped = true;
    }

    QStringList m_faults;
    QByteArray m_openType;
    QByteArray m_input;
    qint64 m_next = 0;
    bool m_started = false;
    bool m_signed = false;
    bool m_ended = false;
    bool m_stopped = false;
};

} // namespace

QStringList anthropicRequestFaults(const Json &request, bool counting)
{
    return RequestRules(request).check(counting);
}

QStringList anthropicStreamFaults(const QByteArray &stream)
{
    return StreamRules().check(stream);
}

} // namespace omni::test

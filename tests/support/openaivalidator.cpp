// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/openaivalidator.h"

#include "tests/support/faults.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

bool isName(const QByteArray &name)
{
    static const QRegularExpression legal(QStringLiteral("^[a-zA-Z0-9_-]{1,64}$"));
    return legal.match(QString::fromUtf8(name)).hasMatch();
}

const QSet<QByteArray> &requestFields()
{
    static const QSet<QByteArray> fields{"model",
                                         "messages",
                                         "tools",
                                         "tool_choice",
                                         "parallel_tool_calls",
                                         "temperature",
                                         "top_p",
                                         "frequency_penalty",
                                         "presence_penalty",
                                         "seed",
                                         "n",
                                         "stop",
                                         "logprobs",
                                         "top_logprobs",
                                         "logit_bias",
                                         "max_tokens",
                                         "max_completion_tokens",
                                         "reasoning_effort",
                                         "response_format",
                                         "stream",
                                         "stream_options",
                                         "user",
                                         "metadata",
                                         "service_tier",
                                         "prompt_cache_key",
                                         "verbosity",
                                         "store",
                                         "prediction",
                                         "modalities",
                                         "audio",
                                         "web_search_options",
                                         "safety_identifier"};
    return fields;
}

class RequestCheck
{
public:
    explicit RequestCheck(Faults &faults)
        : m_faults(faults)
    {}

    void check(const Json &body)
    {
        for (const JsonMember &member : body.members()) {
            m_faults.expect(requestFields().contains(member.key), QString::fromUtf8(member.key),
                            "unknown field");
            m_faults.expect(!member.value.isNull(), QString::fromUtf8(member.key), "null");
        }
        m_faults.expect(!body["model"].toBytes().isEmpty(), QStringLiteral("model"), "missing");
        m_faults.expect(body["messages"].size() > 0, QStringLiteral("messages"), "empty");
        for (qsizetype i = 0; i < body["messages"].size(); ++i)
            message(body["messages"].at(i), item(QStringLiteral("messages"), i));
        m_faults.expect(m_open.isEmpty(), QStringLiteral("messages"), "a call without its result");
        tools(body);
        ranges(body);
    }

private:
    void message(const Json &message, const QString &at)
    {
        const QByteArray &role = message["role"].toBytes();
        m_faults.expect(
            QList<QByteArray>{"system", "developer", "user", "assistant", "tool"}.contains(role),
            at, "a role");
        if (role == "tool") {
            m_faults.expect(m_open.remove(message["tool_call_id"].toBytes()), at,
                            "a result without an open call");
        } else {
            m_faults.expect(m_open.isEmpty(), at, "the results must follow their calls at once");
        }
        const bool hasCalls = message["tool_calls"].size() > 0;
        m_faults.expect(!message.contains("tool_calls") || hasCalls, at, "tool_calls is empty");
        const Json &content = message["content"];
        const bool mayBeNull = role == "assistant" && (hasCalls || message.contains("refusal"));
        m_faults.expect(content.isString() || content.isArray() || mayBeNull, at, "no content");
        m_faults.expect(!content.isArray() || content.size() > 0, at, "no parts");
        for (qsizetype i = 0; i < content.size(); ++i)
            part(content.at(i), item(at + QStringLiteral(".content"), i), role);
        for (qsizetype i = 0; i < message["tool_calls"].size(); ++i)
            call(message["tool_calls"].at(i), item(at + QStringLiteral(".tool_calls"), i));
    }

    void part(const Json &part, const QString &at, const QByteArray &role)
    {
        const QByteArray &type = part["type"].toBytes();
        if (type == "text") {
            m_faults.expect(part["text"].isString(), at, "text is no string");
        } else if (m_faults.expect(role == "user", at, "only users may send media")) {
            const QByteArray &url = part["image_url"]["url"].toBytes();
            const bool isImage =
                type == "image_url" && (url.startsWith("http") || url.startsWith("data:image/"));
            const bool isAudio = type == "input_audio" &&
                                 !part["input_audio"]["data"].toBytes().isEmpty() &&
                                 !part["input_audio"]["format"].toBytes().isEmpty();
            const bool isFile =
                type == "file" && (part["file"]["file_id"].isString() ||
                                   (part["file"]["file_data"].toBytes().startsWith("data:") &&
                                    part["file"]["filename"].isString()));
            m_faults.expect(isImage || isAudio || isFile || type == "video_url", at,
                            "no part of Chat Completions");
        }
    }

    void call(const Json &call, const QString &at)
    {
        const bool isCustom = call["type"].toBytes() == "custom";
        m_faults.expect(isCustom || call["type"].toBytes() == "function", at, "type");
        const QByteArray &id = call["id"].toBytes();
        m_faults.expect(!id.isEmpty() && !m_open.contains(id), at, "the id is missing or twice");
        m_open.insert(id);
        const Json &body = call[isCustom ? "custom" : "function"];
        m_faults.expect(isName(body["name"].toBytes()), at, "the name is not legal");
        if (!isCustom)
            m_faults.expect(Json::parse(body["arguments"].toBytes()).has_value(), at,
                            "the arguments are no JSON text");
    }

    void tools(const Json &body)
    {
        m_faults.expect(!body.contains("tools") || body["tools"].size() > 0,
                        QStringLiteral("tools"), "empty");
        if (!body.contains("tools"))
            m_faults.expect(!body.contains("tool_choice") && !body.contains("parallel_tool_calls"),
                            QStringLiteral("tool_choice"), "without tools");
        QSet<QByteArray> names;
        for (qsizetype i = 0; i < body["tools"].size(); ++i) {
            const Json &tool = body["tools"].at(i);
            const QString at = item(QStringLiteral("tools"), i);
            const Json &function = tool[tool["type"].toBytes() == "custom" ? "custom" : "function"];
            if (!m_faults.expect(function.isObject(), at, "neither function nor custom"))
                continue;
            const QByteArray &name = function["name"].toBytes();
            m_faults.expect(isName(name) && !names.contains(name), at,
                            "the name is wrong or twice");
            names.insert(name);
            if (tool["type"].toBytes() == "function")
                m_faults.expect(function["parameters"].isObject(), at, "no schema");
        }
        const Json &choice = body["tool_choice"];
        if (choice.isObject() && choice["type"].toBytes() == "function")
            m_faults.expect(names.contains(choice["function"]["name"].toBytes()),
                            QStringLiteral("tool_choice"), "names no tool");
    }

    void ranges(const Json &body)
    {
        if (body.contains("temperature"))
            m_faults.expect(body["temperature"].toDouble(-1) >= 0 &&
                                body["temperature"].toDouble(3) <= 2,
                            QStringLiteral("temperature"), "out of range");
        m_faults.expect(body["stop"].isNull() ||
                            (body["stop"].size() >= 1 && body["stop"].size() <= 4),
                        QStringLiteral("stop"), "one to four strings");
        m_faults.expect(!body.contains("stream_options") || body["stream"].toBool(),
                        QStringLiteral("stream_options"), "only with stream");
        m_faults.expect(body["user"].toBytes().size() <= 64, QStringLiteral("user"), "too long");
        const QList<QByteArray> efforts{"none", "minimal", "low", "medium", "high", "xhigh"};
        m_faults.expect(body["reasoning_effort"].isNull() ||
                            efforts.contains(body["reasoning_effort"].toBytes()),
                        QStringLiteral("reasoning_effort"), "no level");
        const Json &shape = body["response_format"];
        if (shape["type"].toBytes() == "json_schema")
            m_faults.expect(isName(shape["json_schema"]["name"].toBytes()),
                            QStringLiteral("response_format"), "the schema needs a name");
    }

    Faults &m_faults;
    QSet<QByteArray> m_open;
};

bool isFinish(const Json &reason)
{
    return QList<QByteArray>{"stop", "length", "tool_calls", "content_filter", "function_call"}
        .contains(reason.toBytes());
}

void checkUsage(Faults &faults, const Json &usage, const QString &at)
{
    for (const char *key : {"prompt_tokens", "completion_tokens", "total_tokens"})
        faults.expect(usage[key].asInt().value_or(-1) >= 0, at, key);
}

void checkHead(Faults &faults, const Json &body, const char *object, const QString &at)
{
    faults.expect(!body["id"].toBytes().isEmpty(), at, "no id");
    faults.expect(body["object"].toBytes() == object, at, "object");
    faults.expect(body["created"].asInt().has_value(), at, "created");
    faults.expect(body["model"].isString(), at, "model");
    faults.expect(body["choices"].isArray(), at, "choices");
}

/// One choice of a stream, over all its chunks.
struct Flow
{
    bool hasRole = false;
    bool isFinished = false;
    bool hasCalls = false;
    bool isLegacy = false;
    QMap<qint64, QByteArray> arguments;
    QSet<QByteArray> ids;
};

void checkCalls(Faults &faults, const Json &calls, Flow &flow, const QString &at)
{
    faults.expect(calls.size() > 0, at, "tool_calls is empty");
    for (const Json &call : calls.items()) {
        const qint64 index = call["index"].toInt(-1);
        const bool isNew = !flow.arguments.contains(index);
        flow.hasCalls = true;
        if (isNew) {
            faults.expect(index == flow.arguments.size(), at, "the calls' indexes have a gap");
            const QByteArray &id = call["id"].toBytes();
            faults.expect(!id.isEmpty() && !flow.ids.contains(id), at, "the call's id");
            flow.ids.insert(id);
            const QByteArray kind = call["type"].toBytes();
            faults.expect(kind == "function" || kind == "custom", at, "the call's type");
            faults.expect(!call[QByteArrayView(kind)]["name"].toBytes().isEmpty(), at,
                          "the call's name");
        } else {
            faults.expect(!call.contains("id") && !call["function"].contains("name"), at,
                          "id and name only stand in the first piece");
        }
        const bool isCustom = call.contains("custom");
        flow.arguments[index] += isCustom ? QByteArray() : call["function"]["arguments"].toBytes();
        if (isCustom)
            flow.arguments[index] = "{}";
    }
}

void checkDelta(Faults &faults, const Json &choice, Flow &flow, const QString &at)
{
    const Json &delta = choice["delta"];
    faults.expect(delta.isObject(), at, "no delta");
    faults.expect(choice.contains("finish_reason"), at, "no finish_reason");
    faults.expect(!flow.isFinished, at, "something follows the finish");
    if (delta.contains("role")) {
        faults.expect(!flow.hasRole, at, "the role stands twice");
        faults.expect(delta["role"].toBytes() == "assistant", at, "role");
        flow.hasRole = true;
    }
    faults.expect(flow.hasRole, at, "the role is missing in the first delta");
    if (delta.contains("content"))
        faults.expect(delta["content"].isString() || delta["content"].isNull(), at, "content");
    if (delta.contains("tool_calls"))
        checkCalls(faults, delta["tool_calls"], flow, at);
    flow.isLegacy = flow.isLegacy || delta.contains("function_call");
    if (choice["finish_reason"].isNull())
        return;
    flow.isFinished = true;
    faults.expect(isFinish(choice["finish_reason"]), at, "an unknown finish_reason");
    const bool saysCalls = choice["finish_reason"].toBytes() == "tool_calls";
    if (!flow.isLegacy)
        faults.expect(!saysCalls || flow.hasCalls, at, "tool_calls without calls");
    faults.expect(choice["finish_reason"].toBytes() != "stop" || !flow.hasCalls, at,
                  "stop although tools are called");
}

} // namespace

QStringList openAiRequestFaults(const Json &body)
{
    Faults faults;
    RequestCheck(faults).check(body);
    return faults.all;
}

QStringList openAiAnswerFaults(const Json &body)
{
    Faults faults;
    checkHead(faults, body, "chat.completion", QStringLiteral("answer"));
    faults.expect(body["choices"].size() > 0, QStringLiteral("choices"), "empty");
    for (qsizetype i = 0; i < body["choices"].size(); ++i) {
        const Json &choice = body["choices"].at(i);
        const QString at = item(QStringLiteral("choices"), i);
        const Json &message = choice["message"];
        faults.expect(choice["index"].toInt(-1) == i, at, "index");
        faults.expect(isFinish(choice["finish_reason"]), at, "finish_reason");
        faults.expect(message["role"].toBytes() == "assistant", at, "role");
        faults.expect(message["content"].isString() || message["content"].isNull(), at, "content");
        faults.expect(message.contains("refusal"), at, "refusal");
        faults.expect(!message.contains("tool_calls") || message["tool_calls"].size() > 0, at,
                      "tool_calls is empty");
        for (const Json &call : message["tool_calls"].items()) {
            faults.expect(!call["id"].toBytes().isEmpty(), at, "a call's id");
            if (call["type"].toBytes() == "function")
                faults.expect(!call["function"]["name"].toBytes().isEmpty() &&
                                  Json::parse(call["function"]["arguments"].toBytes()).has_value(),
                              at, "a call's function");
        }
    }
    if (body.contains("usage"))
        checkUsage(faults, body["usage"], QStringLiteral("usage"));
    return faults.all;
}

QStringList openAiStreamFaults(QByteArrayView sse, bool wantsUsage)
{
    Faults faults;
    QMap<qint64, Flow> flows;
    QByteArray id;
    bool hasUsage = false;
    bool isDone = false;
    qsizetype at = 0;
    int number = 0;
    while (at < sse.size()) {
        const qsizetype end = sse.indexOf("\n\n", at);
        const QString here = QStringLiteral("event %1").arg(number++);
        if (!faults.expect(end >= 0, here, "no blank line behind it"))
            break;
        const QByteArrayView line = sse.sliced(at, end - at);
        at = end + 2;
        if (line.startsWith(':'))
            continue;
        faults.expect(!isDone, here, "something follows [DONE]");
        if (!faults.expect(line.startsWith("data: ") && !line.contains('\n'), here, "no data line"))
            continue;
        if (line.sliced(6) == QByteArrayView("[DONE]")) {
            isDone = true;
            continue;
        }
        const auto chunk = Json::parse(line.sliced(6));
        if (!faults.expect(chunk.has_value(), here, "no JSON"))
            continue;
        checkHead(faults, *chunk, "chat.completion.chunk", here);
        if (id.isEmpty())
            id = (*chunk)["id"].toBytes();
        faults.expect((*chunk)["id"].toBytes() == id, here, "the id changes");
        faults.expect(!hasUsage, here, "something follows the usage");
        if ((*chunk)["choices"].size() == 0) {
            hasUsage = true;
            checkUsage(faults, (*chunk)["usage"], here);
        } else if (wantsUsage) {
            faults.expect(chunk->contains("usage") && (*chunk)["usage"].isNull(), here,
                          "usage must be null before the end");
        }
        for (const Json &choice : (*chunk)["choices"].items())
            checkDelta(faults, choice, flows[choice["index"].toInt(-1)], here);
    }
    const QString whole = QStringLiteral("stream");
    faults.expect(isDone, whole, "no [DONE]");
    faults.expect(hasUsage == wantsUsage, whole, "usage where none was asked for, or none");
    faults.expect(!flows.isEmpty(), whole, "no choice");
    for (const Flow &flow : flows) {
        faults.expect(flow.isFinished, whole, "a choice never finished");
        for (const QByteArray &arguments : flow.arguments)
            faults.expect(Json::parse(arguments).has_value(), whole,
                          "the arguments are no JSON text");
    }
    return faults.all;
}

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/responsesitems.h"

#include "tests/support/responsesvalidator.h"

#include <QMap>
#include <QRegularExpression>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

struct Prefix
{
    const char *type;
    const char *prefix;
};

constexpr Prefix Prefixes[] = {
    {"message", "msg_"},
    {"reasoning", "rs_"},
    {"function_call", "fc_"},
    {"custom_tool_call", "ctc_"},
    {"web_search_call", "ws_"},
    {"file_search_call", "fs_"},
    {"code_interpreter_call", "ci_"},
    {"image_generation_call", "ig_"},
    {"compaction", "cmp_"},
};

QByteArray prefixOf(const QByteArray &type)
{
    for (const Prefix &each : Prefixes) {
        if (type == each.type)
            return each.prefix;
    }
    return {};
}

bool isName(const QByteArray &name)
{
    static const QRegularExpression legal(QStringLiteral("^[a-zA-Z0-9_-]{1,64}$"));
    return legal.match(QString::fromUtf8(name)).hasMatch();
}

bool isObjectText(const QByteArray &text)
{
    const auto json = Json::parse(text);
    return json && json->isObject();
}

void checkOutputPart(ResponsesFaults &faults, const Json &part, const QString &at)
{
    const QByteArray &type = part["type"].toBytes();
    if (type == "output_text") {
        faults.expect(part["text"].isString(), at, "text");
        faults.expect(part["annotations"].isArray(), at, "annotations");
        for (const Json &each : part["annotations"].items()) {
            faults.expect(each["type"].isString(), at, "an annotation's type");
            if (each["type"].toBytes() == "url_citation")
                faults.expect(each["url"].isString() && each["title"].isString() &&
                                  each["start_index"].isNumber() && each["end_index"].isNumber(),
                              at, "url_citation");
        }
    } else if (type == "refusal") {
        faults.expect(part["refusal"].isString(), at, "refusal");
    } else {
        faults.expect(false, at, "output_text or refusal");
    }
}

const QSet<QByteArray> &requestFields()
{
    static const QSet<QByteArray> fields{"model",
                                         "input",
                                         "instructions",
                                         "tools",
                                         "tool_choice",
                                         "parallel_tool_calls",
                                         "temperature",
                                         "top_p",
                                         "top_logprobs",
                                         "max_output_tokens",
                                         "max_tool_calls",
                                         "reasoning",
                                         "text",
                                         "include",
                                         "store",
                                         "stream",
                                         "stream_options",
                                         "previous_response_id",
                                         "conversation",
                                         "prompt",
                                         "background",
                                         "truncation",
                                         "context_management",
                                         "metadata",
                                         "service_tier",
                                         "user",
                                         "safety_identifier",
                                         "prompt_cache_key",
                                         "prompt_cache_retention",
                                         "prompt_cache_options",
                                         "moderation"};
    return fields;
}

class RequestCheck
{
public:
    explicit RequestCheck(ResponsesFaults &faults)
        : m_faults(faults)
    {}

    void run(const Json &body)
    {
        for (const JsonMember &member : body.members())
            expect(requestFields().contains(member.key), QString::fromUtf8(member.key),
                   "OpenAI has no such field");
        expect(!body["model"].toBytes().isEmpty(), QStringLiteral("model"), "is missing");
        const Json &limit = body["max_output_tokens"];
        expect(limit.isNull() || limit.toInt() >= 16, QStringLiteral("max_output_tokens"),
               "the least is 16");
        tools(body);
        const Json &format = body["text"]["format"];
        if (format["type"].toBytes() == "json_schema")
            expect(isName(format["name"].toBytes()) && format["schema"].isObject(),
                   QStringLiteral("text.format"), "name and schema");
        m_isStateful = !body["previous_response_id"].isNull() || !body["conversation"].isNull();
        m_isStored = body["store"].isNull() || body["store"].toBool();
        if (body["input"].isString())
            return;
        if (!expect(body["input"].isArray(), QStringLiteral("input"), "a string or an array"))
            return;
        const auto &items = body["input"].items();
        for (qsizetype i = 0; i < items.size(); ++i)
            item(items, i);
        if (!m_isStateful) {
            for (const QByteArray &open : std::as_const(m_calls))
                expect(false, QString::fromUtf8(open), "the call has no output");
        }
    }

private:
    bool expect(bool good, const QString &at, const char *what)
    {
        return m_faults.expect(good, at, what);
    }

    void tools(const Json &body)
    {
        const Json &list = body["tools"];
        if (list.isNull()) {
            expect(body["tool_choice"].isNull() || body["tool_choice"].isString(),
                   QStringLiteral("tool_choice"), "there are no tools");
            return;
        }
        expect(list.isArray() && list.size() > 0, QStringLiteral("tools"), "an array");
        QSet<QByteArray> names;
        for (const Json &each : list.items())
            tool(each, names);
        const Json &choice = body["tool_choice"];
        if (choice["type"].toBytes() == "function" || choice["type"].toBytes() == "custom")
            expect(names.contains(choice["name"].toBytes()), QStringLiteral("tool_choice"),
                   "names no tool");
    }

    void tool(const Json &json, QSet<QByteArray> &names)
    {
        const QByteArray &type = json["type"].toBytes();
        const QString at = QStringLiteral("tools.") + QString::fromUtf8(json["name"].toBytes());
        if (!expect(!type.isEmpty(), at, "type"))
            return;
        if (type == "namespace") {
            QSet<QByteArray> inside;
            for (const Json &each : json["tools"].items())
                tool(each, inside);
            names.unite(inside);
            return;
        }
        if (type != "function" && type != "custom")
            return;
        const QByteArray &name = json["name"].toBytes();
        expect(isName(name), at, "the name's characters");
        expect(!names.contains(name), at, "two tools of one name");
        names.insert(name);
        const Json &schema = json["parameters"];
        expect(schema.isNull() || schema["type"].toBytes() == "object", at,
               "the schema's type must be object");
        expect(!json.contains("function"), at, "tools are flat here");
    }

    void item(const QList<Json> &items, qsizetype i)
    {
        const Json &json = items.at(i);
        const QString at = QStringLiteral("input[%1]").arg(i);
        const QByteArray &type = json["type"].toBytes();
        const QByteArray prefix = prefixOf(type.isEmpty() ? QByteArray("message") : type);
        const QByteArray &id = json["id"].toBytes();
        expect(id.isEmpty() || prefix.isEmpty() || id.startsWith(prefix), at, "the id's prefix");
        if (type.isEmpty() || type == "message") {
            message(json, at);
        } else if (type == "function_call" || type == "custom_tool_call") {
            const QByteArray &call = json["call_id"].toBytes();
            expect(!call.isEmpty() && call.size() <= 64, at, "call_id");
            expect(isName(json["name"].toBytes()), at, "name");
            expect(json[type == "function_call" ? "arguments" : "input"].isString(), at,
                   "arguments");
            if (type == "function_call")
                expect(isObjectText(json["arguments"].toBytes()), at, "arguments are no object");
            m_calls.insert(call);
        } else if (type == "function_call_output" || type == "custom_tool_call_output") {
            const QByteArray &call = json["call_id"].toBytes();
            expect(m_isStateful || m_calls.contains(call), at, "a result without its call");
            m_calls.remove(call);
            expect(json["output"].isString() || json["output"].isArray(), at, "output");
            inputParts(json["output"], at);
        } else if (type == "reasoning") {
            reasoning(items, i, at);
        }
    }

    void reasoning(const QList<Json> &items, qsizetype i, const QString &at)
    {
        const Json &json = items.at(i);
        expect(json["summary"].isArray(), at, "summary");
        expect(m_isStored || json["encrypted_content"].isString(), at,
               "nothing is stored it could be found in");
        const Json next = i + 1 < items.size() ? items.at(i + 1) : Json();
        const QByteArray &type = next["type"].toBytes();
        const bool isAssistants = type == "reasoning" || type.endsWith("_call") ||
                                  next["role"].toBytes() == "assistant" || type == "compaction";
        expect(isAssistants, at, "reasoning without the item it led to");
    }

    void message(const Json &json, const QString &at)
    {
        static const QSet<QByteArray> roles{"user", "assistant", "system", "developer"};
        const QByteArray &role = json["role"].toBytes();
        expect(roles.contains(role), at, "role");
        const Json &content = json["content"];
        expect(content.isString() || content.isArray(), at, "content");
        if (role != "assistant") {
            inputParts(content, at);
            return;
        }
        for (const Json &part : content.items())
            expect(part["type"].toBytes() == "output_text" || part["type"].toBytes() == "refusal",
                   at, "an assistant says output_text or refusal");
    }

    void inputParts(const Json &content, const QString &at)
    {
        for (const Json &part : content.items()) {
            const QByteArray &type = part["type"].toBytes();
            if (type == "input_text")
                expect(part["text"].isString(), at, "text");
            else if (type == "input_image")
                expect(part["image_url"].isString() || part["file_id"].isString(), at, "an image");
            else if (type == "input_file")
                expect(part["file_data"].isString() || part["file_url"].isString() ||
                           part["file_id"].isString(),
                       at, "a file");
            else
                expect(type == "input_audio", at, "input_text, input_image or input_file");
        }
    }

    ResponsesFaults &m_faults;
    QSet<QByteArray> m_calls;
    bool m_isStateful = false;
    bool m_isStored = true;
};

} // namespace

void checkOutputItem(ResponsesFaults &faults, const Json &item, const QString &at, bool isWhole)
{
    const QByteArray &type = item["type"].toBytes();
    const QByteArray &id = item["id"].toBytes();
    faults.expect(!type.isEmpty(), at, "type");
    faults.expect(!id.isEmpty(), at, "id");
    faults.expect(id.startsWith(prefixOf(type)), at, "the id's prefix");
    static const QSet<QByteArray> states{"completed", "in_progress", "incomplete"};
    if (type == "message") {
        faults.expect(item["role"].toBytes() == "assistant", at, "role");
        faults.expect(states.contains(item["status"].toBytes()), at, "status");
        faults.expect(item["content"].isArray(), at, "content");
        for (const Json &part : item["content"].items())
            checkOutputPart(faults, part, at);
    } else if (type == "reasoning") {
        faults.expect(item["summary"].isArray(), at, "summary");
        for (const Json &part : item["summary"].items())
            faults.expect(part["type"].toBytes() == "summary_text" && part["text"].isString(), at,
                          "summary_text");
    } else if (type == "function_call" || type == "custom_tool_call") {
        faults.expect(!item["call_id"].toBytes().isEmpty(), at, "call_id");
        faults.expect(!item["name"].toBytes().isEmpty(), at, "name");
        const bool isFunction = type == "function_call";
        faults.expect(item[isFunction ? "arguments" : "input"].isString(), at, "arguments");
        faults.expect(!isWhole || !isFunction || isObjectText(item["arguments"].toBytes()), at,
                      "arguments are no object");
        faults.expect(states.contains(item["status"].toBytes()), at, "status");
    }
    if (isWhole)
        faults.expect(item["status"].toBytes() != "in_progress", at, "it is not whole");
}

QStringList responsesRequestFaults(const Json &body)
{
    ResponsesFaults faults;
    RequestCheck(faults).run(body);
    return faults.all;
}

} // namespace omni::test

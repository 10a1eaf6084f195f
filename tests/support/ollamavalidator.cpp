// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/ollamavalidator.h"

#include "tests/support/faults.h"

#include <QDateTime>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

bool isBase64(const QByteArray &text)
{
    return !text.isEmpty() &&
           QByteArray::fromBase64Encoding(text, QByteArray::Base64Encoding |
                                                    QByteArray::AbortOnBase64DecodingErrors)
                   .decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

void checkCalls(Faults &faults, const Json &calls, const QString &path)
{
    faults.expect(calls.isNull() || calls.size() > 0, path, "an empty list");
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Json call = calls.at(i);
        const QString here = item(path, i);
        faults.expect(call["id"].isNull() || call["id"].isString(), here + QStringLiteral(".id"),
                      "no string");
        faults.expect(!call["function"]["name"].toBytes().isEmpty(),
                      here + QStringLiteral(".function.name"), "missing");
        faults.expect(call["function"]["arguments"].isObject(),
                      here + QStringLiteral(".function.arguments"), "no object");
    }
}

class RequestCheck
{
public:
    explicit RequestCheck(Faults &faults)
        : m_faults(faults)
    {}

    void check(const Json &body)
    {
        m_faults.expect(!body["model"].toBytes().isEmpty(), QStringLiteral("model"), "missing");
        m_faults.expect(body["stream"].isBool(), QStringLiteral("stream"), "no boolean");
        m_faults.expect(body["messages"].size() > 0, QStringLiteral("messages"), "empty");
        for (qsizetype i = 0; i < body["messages"].size(); ++i)
            message(body["messages"].at(i), item(QStringLiteral("messages"), i));
        m_faults.expect(m_open == 0, QStringLiteral("messages"), "a call without its result");
        for (qsizetype i = 0; i < body["tools"].size(); ++i)
            tool(body["tools"].at(i), item(QStringLiteral("tools"), i));
        options(body["options"]);
        const Json &format = body["format"];
        m_faults.expect(format.isNull() || format.isObject() || format == Json("json") ||
                            format == Json(""),
                        QStringLiteral("format"), "neither json nor a schema");
        const QByteArray &level = body["think"].toBytes();
        m_faults.expect(body["think"].isNull() || body["think"].isBool() || level == "low" ||
                            level == "medium" || level == "high" || level == "max",
                        QStringLiteral("think"), "no boolean and no level");
    }

private:
    void message(const Json &message, const QString &path)
    {
        const QByteArray &role = message["role"].toBytes();
        m_faults.expect(role == "system" || role == "user" || role == "assistant" || role == "tool",
                        path + QStringLiteral(".role"), "unknown");
        m_faults.expect(message["content"].isString(), path + QStringLiteral(".content"),
                        "no string");
        for (qsizetype i = 0; i < message["images"].size(); ++i)
            m_faults.expect(isBase64(message["images"].at(i).toBytes()),
                            item(path + QStringLiteral(".images"), i), "no base64");
        m_faults.expect(message["thinking"].isNull() || message["thinking"].isString(),
                        path + QStringLiteral(".thinking"), "no string");
        if (role == "tool")
            m_faults.expect(m_open-- > 0, path, "a result without its call");
        else
            m_faults.expect(m_open == 0, path, "calls without their results before it");
        checkCalls(m_faults, message["tool_calls"], path + QStringLiteral(".tool_calls"));
        m_faults.expect(message["tool_calls"].isNull() || role == "assistant", path,
                        "calls of somebody else than the assistant");
        if (role != "tool")
            m_open = message["tool_calls"].size();
    }

    void tool(const Json &tool, const QString &path)
    {
        const Json &function = tool["function"];
        m_faults.expect(tool["type"] == Json("function"), path + QStringLiteral(".type"),
                        "not function");
        m_faults.expect(!function["name"].toBytes().isEmpty(),
                        path + QStringLiteral(".function.name"), "missing");
        m_faults.expect(function["parameters"]["type"] == Json("object"),
                        path + QStringLiteral(".function.parameters"), "no schema of an object");
    }

    void options(const Json &options)
    {
        for (const char *key : {"num_predict", "num_ctx", "seed", "top_k"})
            m_faults.expect(options[key].isNull() || options[key].asInt(),
                            QStringLiteral("options.") + QLatin1String(key), "no whole number");
        for (const char *key :
             {"temperature", "top_p", "min_p", "frequency_penalty", "presence_penalty"})
            m_faults.expect(options[key].isNull() || options[key].isNumber(),
                            QStringLiteral("options.") + QLatin1String(key), "no number");
        m_faults.expect(options["stop"].isNull() || options["stop"].isArray(),
                        QStringLiteral("options.stop"), "no list");
    }

    Faults &m_faults;
    qsizetype m_open = 0;
};

void checkCommon(Faults &faults, const Json &body, bool isGenerate)
{
    faults.expect(!body["model"].toBytes().isEmpty(), QStringLiteral("model"), "missing");
    QByteArray time = body["created_at"].toBytes();
    faults.expect(QDateTime::fromString(QString::fromLatin1(time.left(19)), Qt::ISODate).isValid(),
                  QStringLiteral("created_at"), "no time");
    faults.expect(body["done"].isBool(), QStringLiteral("done"), "missing");
    for (const char *key : {"prompt_eval_count", "eval_count", "total_duration", "load_duration",
                            "prompt_eval_duration", "eval_duration"})
        faults.expect(body[key].isNull() || body[key].asInt(), QString::fromLatin1(key),
                      "no whole number");
    const Json &said = isGenerate ? body : body["message"];
    if (isGenerate) {
        faults.expect(body["response"].isString(), QStringLiteral("response"), "missing");
        faults.expect(!body.contains("message"), QStringLiteral("message"), "not in this form");
    } else {
        faults.expect(said["role"] == Json("assistant"), QStringLiteral("message.role"), "wrong");
        faults.expect(said["content"].isString(), QStringLiteral("message.content"), "missing");
        faults.expect(!body.contains("response"), QStringLiteral("response"), "not in this form");
        checkCalls(faults, said["tool_calls"], QStringLiteral("message.tool_calls"));
    }
    faults.expect(said["thinking"].isNull() || said["thinking"].isString(),
                  QStringLiteral("thinking"), "no string");
}

} // namespace

QStringList ollamaRequestFaults(const Json &body)
{
    Faults faults;
    RequestCheck(faults).check(body);
    return faults.all;
}

QStringList ollamaAnswerFaults(const Json &body, bool isGenerate)
{
    Faults faults;
    checkCommon(faults, body, isGenerate);
    faults.expect(body["done"].toBool(), QStringLiteral("done"), "false in a whole answer");
    return faults.all;
}

QStringList ollamaStreamFaults(const QByteArray &ndjson, bool isGenerate)
{
    Faults faults;
    faults.expect(ndjson.endsWith('\n'), QStringLiteral("end"), "no line end");
    const QList<QByteArray> lines = ndjson.trimmed().split('\n');
    QByteArray model;
    QByteArray time;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto json = Json::parse(lines.at(i));
        const QString path = item(QStringLiteral("lines"), i);
        if (!faults.expect(json && json->isObject(), path, "no JSON object"))
            continue;
        checkCommon(faults, *json, isGenerate);
        const bool isLast = i == lines.size() - 1;
        faults.expect((*json)["done"].toBool() == isLast, path, "done in the wrong line");
        faults.expect(isLast || !json->contains("eval_count"), path, "usage before the end");
        if (i == 0) {
            model = (*json)["model"].toBytes();
            time = (*json)["created_at"].toBytes();
        }
        faults.expect((*json)["model"].toBytes() == model, path, "another model");
        faults.expect((*json)["created_at"].toBytes() == time, path, "another time");
    }
    return faults.all;
}

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/conversevalidator.h"

#include "tests/support/faults.h"

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

class ConverseCheck
{
public:
    explicit ConverseCheck(Faults &faults)
        : m_faults(faults)
    {}

    void check(const Json &body)
    {
        static const QSet<QByteArray> known{"messages",
                                            "system",
                                            "inferenceConfig",
                                            "toolConfig",
                                            "guardrailConfig",
                                            "additionalModelRequestFields",
                                            "additionalModelResponseFieldPaths",
                                            "promptVariables",
                                            "requestMetadata",
                                            "performanceConfig",
                                            "outputConfig",
                                            "serviceTier"};
        for (const JsonMember &member : body.members())
            m_faults.expect(known.contains(member.key), QString::fromUtf8(member.key),
                            "unknown field");
        tools(body["toolConfig"]);
        for (qsizetype i = 0; i < body["system"].size(); ++i)
            block(body["system"].at(i), item(QStringLiteral("system"), i));
        const Json &messages = body["messages"];
        m_faults.expect(messages.size() > 0, QStringLiteral("messages"), "empty");
        m_faults.expect(messages.at(0)["role"] == Json("user"), QStringLiteral("messages[0]"),
                        "not the user's");
        for (qsizetype i = 0; i < messages.size(); ++i)
            message(messages.at(i), item(QStringLiteral("messages"), i));
        m_faults.expect(m_open.isEmpty(), QStringLiteral("messages"), "calls without results");
        m_faults.expect(m_marks <= 4, QStringLiteral("cachePoint"), "more than four");
        inference(body["inferenceConfig"]);
    }

private:
    void message(const Json &message, const QString &path)
    {
        const QByteArray &role = message["role"].toBytes();
        m_faults.expect(role == "user" || role == "assistant", path, "unknown role");
        m_faults.expect(message["content"].size() > 0, path, "no content");
        const QSet<QByteArray> wanted = std::exchange(m_open, {});
        QSet<QByteArray> given;
        for (qsizetype i = 0; i < message["content"].size(); ++i) {
            const Json each = message["content"].at(i);
            const QString here = item(path + QStringLiteral(".content"), i);
            block(each, here);
            if (each.contains("toolResult"))
                m_faults.expect(!given.contains(idOf(each["toolResult"])), here, "a second result");
            if (each.contains("toolResult"))
                given.insert(idOf(each["toolResult"]));
            if (each.contains("toolUse"))
                m_open.insert(idOf(each["toolUse"]));
        }
        m_faults.expect(given == wanted, path, "results and calls do not pair");
        m_faults.expect(given.isEmpty() || role == "user", path, "results of the assistant");
        m_faults.expect(m_open.isEmpty() || role == "assistant", path, "calls of the user");
    }

    static QByteArray idOf(const Json &use) { return use["toolUseId"].toBytes(); }

    void block(const Json &block, const QString &path)
    {
        static const QSet<QByteArray> kinds{
            "text",       "image",        "document",   "video",
            "toolUse",    "json",         "toolResult", "reasoningContent",
            "cachePoint", "guardContent", "audio",      "citationsContent"};
        if (!m_faults.expect(block.size() == 1, path, "not one member"))
            return;
        const QByteArray kind = block.members().front().key;
        const Json body = block.members().front().value;
        m_faults.expect(kinds.contains(kind), path, "an unknown block");
        if (kind == "text")
            m_faults.expect(!body.toBytes().trimmed().isEmpty(), path, "blank text");
        else if (kind == "image")
            media(body, path, {"png", "jpeg", "gif", "webp"});
        else if (kind == "document")
            document(body, path);
        else if (kind == "toolUse")
            toolUse(body, path);
        else if (kind == "toolResult")
            toolResult(body, path);
        else if (kind == "cachePoint")
            ++m_marks;
    }

    void media(const Json &body, const QString &path, const QByteArrayList &formats)
    {
        m_faults.expect(formats.contains(body["format"].toBytes()), path, "an unknown format");
        m_faults.expect(body["source"]["bytes"].isString() || body["source"]["text"].isString(),
                        path, "no data");
    }

    void document(const Json &body, const QString &path)
    {
        static const QRegularExpression legal(QStringLiteral("^[a-zA-Z0-9 ()\\[\\]-]{1,200}$"));
        media(body, path, {"pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md"});
        m_faults.expect(legal.match(body["name"].toText()).hasMatch(), path, "an illegal name");
    }

    void toolUse(const Json &body, const QString &path)
    {
        m_faults.expect(isName(idOf(body)), path, "an illegal id");
        m_faults.expect(m_tools.contains(body["name"].toBytes()), path, "an undeclared tool");
        m_faults.expect(body["input"].isObject(), path, "input that is no object");
    }

    void toolResult(const Json &body, const QString &path)
    {
        m_faults.expect(isName(idOf(body)), path, "an illegal id");
        m_faults.expect(body["content"].size() > 0, path, "an empty result");
        const QByteArray &status = body["status"].toBytes();
        m_faults.expect(status == "success" || status == "error", path, "no status");
        for (qsizetype i = 0; i < body["content"].size(); ++i)
            block(body["content"].at(i), item(path + QStringLiteral(".content"), i));
    }

    void tools(const Json &config)
    {
        m_faults.expect(config.isNull() || config["tools"].size() > 0, QStringLiteral("toolConfig"),
                        "no tools");
        for (qsizetype i = 0; i < config["tools"].size(); ++i) {
            const QString path = item(QStringLiteral("toolConfig.tools"), i);
            const Json tool = config["tools"].at(i);
            if (tool.contains("cachePoint"))
                ++m_marks;
            if (!tool.contains("toolSpec"))
                continue;
            const QByteArray name = tool["toolSpec"]["name"].toBytes();
            m_faults.expect(isName(name), path, "an illegal name");
            m_faults.expect(!m_tools.contains(name), path, "a name twice");
            m_faults.expect(tool["toolSpec"]["inputSchema"]["json"]["type"] == Json("object"), path,
                            "no schema of an object");
            const Json &description = tool["toolSpec"]["description"];
            m_faults.expect(description.isNull() || !description.toBytes().isEmpty(), path,
                            "an empty description");
            m_tools.insert(name);
        }
        const Json &choice = config["toolChoice"];
        m_faults.expect(choice.isNull() || choice.size() == 1, QStringLiteral("toolChoice"),
                        "not one member");
    }

    void inference(const Json &config)
    {
        static const QSet<QByteArray> known{"maxTokens", "temperature", "topP", "stopSequences"};
        for (const JsonMember &member : config.members())
            m_faults.expect(known.contains(member.key), QStringLiteral("inferenceConfig"),
                            "unknown field");
        m_faults.expect(config["maxTokens"].isNull() || config["maxTokens"].toInt() > 0,
                        QStringLiteral("inferenceConfig.maxTokens"), "no positive number");
    }

    Faults &m_faults;
    QSet<QByteArray> m_tools;
    QSet<QByteArray> m_open;
    int m_marks = 0;
};

} // namespace

QStringList converseRequestFaults(const Json &body)
{
    Faults faults;
    ConverseCheck(faults).check(body);
    return faults.all;
}

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/kirovalidator.h"

#include "tests/support/faults.h"

#include <QSet>
#include <QUuid>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

class KiroCheck
{
public:
    explicit KiroCheck(Faults &faults)
        : m_faults(faults)
    {}

    void check(const Json &body)
    {
        fields(body, {}, {"conversationState", "profileArn"});
        const Json &state = body["conversationState"];
        const QString path = QStringLiteral("conversationState");
        fields(state, path, {"chatTriggerType", "conversationId", "currentMessage", "history"});
        m_faults.expect(state["chatTriggerType"] == Json("MANUAL"), path, "not MANUAL");
        m_faults.expect(!QUuid::fromString(state["conversationId"].toText()).isNull(), path,
                        "no UUID");
        tools(state["currentMessage"]["userInputMessage"]["userInputMessageContext"]["tools"]);
        const Json &history = state["history"];
        for (qsizetype i = 0; i < history.size(); ++i) {
            const QString here = item(QStringLiteral("history"), i);
            const Json turn = history.at(i);
            const char *kind = i % 2 == 0 ? "userInputMessage" : "assistantResponseMessage";
            if (!m_faults.expect(turn.size() == 1 && turn.contains(kind), here, "out of turn"))
                continue;
            if (i % 2 == 0)
                user(turn[kind], here, false);
            else
                assistant(turn[kind], here);
        }
        m_faults.expect(history.size() % 2 == 0, QStringLiteral("history"), "ends with the user");
        user(state["currentMessage"]["userInputMessage"], QStringLiteral("currentMessage"), true);
    }

private:
    void fields(const Json &object, const QString &path, const QByteArrayList &known)
    {
        m_faults.expect(object.isObject(), path, "no object");
        for (const JsonMember &member : object.members())
            m_faults.expect(known.contains(member.key), path + u'.' + QString::fromUtf8(member.key),
                            "unknown field");
    }

    void user(const Json &message, const QString &path, bool isCurrent)
    {
        fields(message, path,
               {"content", "modelId", "origin", "images", "userInputMessageContext"});
        m_faults.expect(!message["content"].toBytes().isEmpty(), path, "no content");
        m_faults.expect(!message["modelId"].toBytes().isEmpty(), path, "no model");
        m_faults.expect(message["origin"] == Json("AI_EDITOR"), path, "another origin");
        for (const Json &image : message["images"].items()) {
            m_faults.expect(!image["format"].toBytes().isEmpty(), path, "an image without format");
            m_faults.expect(!image["source"]["bytes"].toBytes().isEmpty(), path,
                            "an image without data");
        }
        const Json &context = message["userInputMessageContext"];
        m_faults.expect(context.isNull() || context.size() > 0, path, "an empty context");
        m_faults.expect(isCurrent || !context.contains("tools"), path, "tools in the history");
        QSet<QByteArray> given;
        for (const Json &result : context["toolResults"].items()) {
            const QByteArray &status = result["status"].toBytes();
            m_faults.expect(status == "success" || status == "error", path, "no status");
            m_faults.expect(result["content"].size() > 0, path, "a result without content");
            given.insert(result["toolUseId"].toBytes());
        }
        m_faults.expect(given == m_open, path, "results and calls do not pair");
        m_open.clear();
    }

    void assistant(const Json &message, const QString &path)
    {
        fields(message, path, {"content", "toolUses"});
        m_faults.expect(!message["content"].toBytes().isEmpty(), path, "no content");
        for (const Json &use : message["toolUses"].items()) {
            m_faults.expect(m_tools.contains(use["name"].toBytes()), path, "an undeclared tool");
            m_faults.expect(use["input"].isObject(), path, "input that is no object");
            m_open.insert(use["toolUseId"].toBytes());
        }
    }

    void tools(const Json &tools)
    {
        for (qsizetype i = 0; i < tools.size(); ++i) {
            const QString path = item(QStringLiteral("tools"), i);
            const Json spec = tools.at(i)["toolSpecification"];
            const Json &schema = spec["inputSchema"]["json"];
            const QByteArray &name = spec["name"].toBytes();
            m_faults.expect(!name.isEmpty() && name.size() <= 64, path, "an illegal name");
            m_faults.expect(!m_tools.contains(name), path, "a name twice");
            m_faults.expect(!spec["description"].toBytes().trimmed().isEmpty(), path,
                            "no description");
            m_faults.expect(schema["type"] == Json("object") && schema["required"].isArray(), path,
                            "no schema of an object");
            m_tools.insert(name);
        }
    }

    Faults &m_faults;
    QSet<QByteArray> m_tools;
    QSet<QByteArray> m_open;
};

} // namespace

QStringList kiroRequestFaults(const Json &body)
{
    Faults faults;
    KiroCheck(faults).check(body);
    return faults.all;
}

} // namespace omni::test

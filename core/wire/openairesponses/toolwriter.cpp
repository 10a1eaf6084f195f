// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/toolwriter.h"

#include <QSet>

#include <algorithm>

namespace omni::wire::openairesponses {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;
using Mode = ToolChoice::Mode;

namespace {

class ToolsWriter
{
public:
    ToolsWriter(JsonOut &out, const ChatRequest &request, ToolNames &names, Losses &losses)
        : m_out(out)
        , m_request(request)
        , m_names(names)
        , m_losses(losses)
    {}

    base::Result<void> write()
    {
        const auto &tools = m_request.tools;
        for (size_t i = 0; i < tools.size(); ++i) {
            if (auto good = choose(tools[i], i); !good)
                return good;
        }
        if (m_offered.empty())
            return {};
        m_out.key("tools").beginArray();
        for (size_t i = 0; i < m_offered.size();) {
            if (m_offered[i]->nameSpace.isEmpty())
                tool(*m_offered[i++]);
            else
                i = space(i);
        }
        m_out.endArray();
        return {};
    }

    void writeChoice()
    {
        const ToolChoice &choice = m_request.toolChoice;
        const Json &kept = m_request.extensions.of(Mine)["tool_choice"];
        if (choice.mode == Mode::Unset || m_offered.empty())
            return;
        m_out.key("tool_choice");
        if (!kept.isNull())
            m_out.value(kept);
        else if (choice.mode == Mode::Named)
            named(choice.names.empty() ? QByteArray() : choice.names.front());
        else if (choice.mode == Mode::Allowed)
            allowed(choice);
        else
            m_out.text(choice.mode == Mode::Any    ? "required"
                       : choice.mode == Mode::None ? "none"
                                                   : "auto");
    }

private:
    /// Web search is the one tool that several providers run; every other stays at home.
    static bool isWebSearch(const ToolSpec &tool)
    {
        return tool.builtIn["type"].toBytes().startsWith("web_search") ||
               tool.builtIn.contains("googleSearch");
    }

    base::Result<void> choose(const ToolSpec &tool, size_t index)
    {
        if (tool.extensions.of(Mine)[FromInputKey].toBool())
            return {};
        const QByteArray path = "tools[" + QByteArray::number(qint64(index)) + ']';
        if (tool.kind == ToolKind::BuiltIn && tool.builtInFormat != Mine) {
            if (isWebSearch(tool)) {
                m_losses.append(Loss{path, "the search's settings are the provider's own"});
                m_offered.push_back(&tool);
                return {};
            }
            const auto &named = m_request.toolChoice.names;
            if (std::find(named.begin(), named.end(), tool.name) != named.end())
                return base::fail({.code = base::ErrorCode::Unsupported,
                                   .detail = QStringLiteral("the upstream has no tool %1")
                                                 .arg(QString::fromUtf8(tool.name)),
                                   .field = QString::fromUtf8(path)});
            m_losses.append(Loss{path, "a tool that only its own provider runs"});
            return {};
        }
        m_offered.push_back(&tool);
        return {};
    }

    /// The namespace whose first tool is at `i`; gives the place behind its last one.
    size_t space(size_t i)
    {
        const QByteArray &name = m_offered[i]->nameSpace;
        m_out.beginObject();
        m_out.textMember("type", "namespace");
        m_out.textMember("name", name);
        writeMembers(m_out, m_offered[i]->extensions.of(Mine)[NamespaceKey]);
        m_out.key("tools").beginArray();
        const size_t first = i;
        for (; i < m_offered.size() && m_offered[i]->nameSpace == name; ++i) {
            if (i > first && m_offered[i]->extensions.of(Mine).contains(NamespaceKey))
                break;
            tool(*m_offered[i]);
        }
        m_out.endArray();
        m_out.endObject();
        return i;
    }

    void tool(const ToolSpec &tool)
    {
        if (tool.kind == ToolKind::BuiltIn) {
            if (tool.builtInFormat == Mine)
                m_out.value(tool.builtIn);
            else
                m_out.raw(R"({"type":"web_search"})");
            return;
        }
        const bool isFreeForm = tool.kind == ToolKind::FreeForm;
        m_out.beginObject();
        m_out.textMember("type", isFreeForm ? "custom" : "function");
        m_out.textMember("name", m_names.legal(tool.name));
        m_out.textMemberIfSet("description", tool.description);
        if (isFreeForm) {
            if (!tool.grammar.isNull())
                m_out.key("format").value(tool.grammar);
        } else {
            function(tool);
        }
        for (const JsonMember &member : tool.extensions.of(Mine).members()) {
            if (member.key != NamespaceKey)
                m_out.key(member.key).value(member.value);
        }
        m_out.endObject();
    }

    void function(const ToolSpec &tool)
    {
        const bool isOwn = m_request.origin == Mine;
        if (tool.parameters.isObject() && (isOwn || tool.parameters.size() > 0))
            m_out.key("parameters").value(tool.parameters);
        else if (!isOwn)
            m_out.key("parameters").raw(R"({"type":"object","properties":{}})");
        // Here the default is strict, elsewhere it is not.
        if (tool.strict || !isOwn)
            m_out.key("strict").boolean(tool.strict.value_or(false));
    }

    void named(const QByteArray &name)
    {
        const auto found = std::find_if(m_offered.begin(), m_offered.end(),
                                        [&](const ToolSpec *tool) { return tool->name == name; });
        m_out.beginObject();
        if (found != m_offered.end() && (*found)->kind == ToolKind::BuiltIn) {
            m_out.textMember("type", (*found)->builtInFormat == Mine
                                         ? (*found)->builtIn["type"].toBytes()
                                         : QByteArray("web_search"));
        } else {
            const bool isFreeForm =
                found != m_offered.end() && (*found)->kind == ToolKind::FreeForm;
            m_out.textMember("type", isFreeForm ? "custom" : "function");
            m_out.textMember("name", m_names.legal(name));
        }
        m_out.endObject();
    }

    void allowed(const ToolChoice &choice)
    {
        m_out.beginObject();
        m_out.textMember("type", "allowed_tools");
        m_out.textMember("mode", choice.required ? "required" : "auto");
        m_out.key("tools").beginArray();
        for (const QByteArray &name : choice.names)
            named(name);
        m_out.endArray();
        m_out.endObject();
    }

    JsonOut &m_out;
    const ChatRequest &m_request;
    ToolNames &m_names;
    Losses &m_losses;
    std::vector<const ToolSpec *> m_offered;
};

} // namespace

base::Result<void> writeTools(JsonOut &out, const ChatRequest &request, ToolNames &names,
                              Losses &losses)
{
    ToolsWriter writer(out, request, names, losses);
    if (auto good = writer.write(); !good)
        return good;
    writer.writeChoice();
    return {};
}

} // namespace omni::wire::openairesponses

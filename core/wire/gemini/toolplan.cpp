// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/toolplan.h"

#include "core/wire/gemini/schema.h"
#include "core/wire/gemini/words.h"
#include "core/wire/toolschemas.h"

#include <QSet>

namespace omni::wire::gemini {

using base::Json;
using chat::ChatRequest;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;
using Mode = ToolChoice::Mode;

namespace {

constexpr int LongestToolName = 64;

class Planner
{
public:
    Planner(const ChatRequest &request, const Traits &traits, ToolNames &names, Losses &losses)
        : m_request(request)
        , m_traits(traits)
        , m_names(names)
        , m_losses(losses)
    {}

    base::Result<ToolPlan> run()
    {
        for (size_t i = 0; i < m_request.tools.size(); ++i) {
            const ToolSpec &tool = m_request.tools[i];
            const QByteArray path = "tools[" + QByteArray::number(qint64(i)) + ']';
            if (tool.cache)
                m_losses.append(Loss{path + ".cache_control", "has no counterpart"});
            if (tool.kind == ToolKind::BuiltIn)
                addBuiltIn(tool, path);
            else
                addFunction(tool, path);
        }
        if (m_traits.toolsAlone && m_plan.functions.size() > 0 && m_plan.builtIns.size() > 0) {
            m_plan.builtIns = Json::array();
            m_losses.append(
                Loss{"tools", "the model takes no built-in tool beside functions: they stay"});
        }
        if (auto good = choose(); !good)
            return base::fail(good.error());
        return std::move(m_plan);
    }

private:
    void addFunction(const ToolSpec &tool, const QByteArray &path)
    {
        const QByteArray name =
            m_names.legal(tool.nameSpace, tool.name, tool.kind == ToolKind::FreeForm);
        if (m_offered.contains(name)) {
            m_losses.append(Loss{path, "a second tool of the same name"});
            return;
        }
        m_offered.insert(name);
        m_allStrict = m_allStrict && tool.strict.value_or(false);
        m_anyStrict = m_anyStrict || tool.strict.value_or(false);
        Json declaration = Json::object({{"name", name}});
        if (!tool.description.isEmpty())
            declaration.set("description", tool.description);
        const Json &own = tool.extensions.of(Mine);
        if (tool.kind == ToolKind::FreeForm) {
            m_losses.append(Loss{path, "a free-form tool became one with an `input` text"});
            if (!tool.grammar.isNull())
                m_losses.append(Loss{path + ".format", "the grammar became a description"});
            setSchema(declaration, freeFormSchema(tool.grammar), path);
        } else if (own["parameters"].isObject()) {
            declaration.set("parameters", own["parameters"]);
        } else if (!tool.parameters.isNull()) {
            setSchema(declaration, objectSchema(tool.parameters, path + ".parameters", m_losses),
                      path);
        } else {
            setPlaceholder(declaration);
        }
        addMissing(declaration, leftOver(own, {"parameters"}));
        m_plan.functions.append(declaration);
    }

    void setSchema(Json &declaration, const Json &schema, const QByteArray &path)
    {
        if (m_traits.fullSchemas) {
            declaration.set("parametersJsonSchema", schema);
            return;
        }
        const ReducedSchema reduced = reduceSchema(schema);
        if (!reduced.lost.isEmpty())
            m_losses.append(
                Loss{path + ".parameters", "the schema was reduced: " + reduced.lost.join(", ")});
        if (reduced.schema["properties"].size() > 0)
            declaration.set("parameters", reduced.schema);
        else
            setPlaceholder(declaration);
    }

    /// Where calls are checked, a schema without any property is refused.
    void setPlaceholder(Json &declaration)
    {
        if (!m_traits.validatedTools)
            return;
        Json properties = Json::object(
            {{PlaceholderProperty,
              Json::object({{"type", "string"}, {"description", "Leave this empty."}})}});
        declaration.set("parameters",
                        Json::object({{"type", "object"}, {"properties", properties}}));
    }

    void addBuiltIn(const ToolSpec &tool, const QByteArray &path)
    {
        if (tool.builtInFormat == Mine) {
            m_plan.builtIns.append(tool.builtIn);
            return;
        }
        const QByteArray &type = tool.builtIn["type"].toBytes();
        if (!type.startsWith("web_search")) {
            m_losses.append(Loss{path, "another provider's own tool"});
            m_refused.insert(tool.name.isEmpty() ? type : tool.name);
            return;
        }
        m_plan.builtIns.append(Json::object({{"googleSearch", Json::object()}}));
        m_losses.append(Loss{path, "the search's settings are the provider's own"});
    }

    base::Result<void> choose()
    {
        const ToolChoice &choice = m_request.toolChoice;
        if (m_request.parallelToolCalls == false)
            m_losses.append(Loss{"parallel_tool_calls", "there is no such switch"});
        for (const QByteArray &name : choice.names) {
            if (m_refused.contains(name))
                return base::fail({.code = base::ErrorCode::Unsupported,
                                   .detail = QStringLiteral("tool_choice: the tool \"%1\" exists "
                                                            "at its own provider only")
                                                 .arg(QString::fromUtf8(name)),
                                   .field = QStringLiteral("tool_choice")});
        }
        if (m_plan.functions.size() == 0)
            return {};
        const bool checked = m_allStrict || m_traits.validatedTools;
        if (m_anyStrict && !checked)
            m_losses.append(Loss{"tools", "calls are checked against all schemas or none: none"});
        switch (choice.mode) {
        case Mode::Unset:
            m_plan.mode = checked ? "VALIDATED" : "";
            break;
        case Mode::Auto:
            m_plan.mode = checked ? "VALIDATED" : "AUTO";
            break;
        case Mode::None:
            m_plan.mode = "NONE";
            break;
        case Mode::Any:
            m_plan.mode = "ANY";
            break;
        case Mode::Named:
        case Mode::Allowed:
            m_plan.mode = choice.mode == Mode::Named || choice.required ? "ANY" : "VALIDATED";
            for (const QByteArray &name : choice.names)
                m_plan.names.push_back(m_names.chosen(name));
            break;
        }
        return {};
    }

    const ChatRequest &m_request;
    const Traits &m_traits;
    ToolNames &m_names;
    Losses &m_losses;
    ToolPlan m_plan;
    QSet<QByteArray> m_offered;
    QSet<QByteArray> m_refused;
    bool m_allStrict = true;
    bool m_anyStrict = false;
};

} // namespace

ToolNames geminiToolNames()
{
    return ToolNames(LongestToolName, ".:", ToolNames::Start::Letter);
}

base::Result<ToolPlan> planTools(const ChatRequest &request, const Traits &traits, ToolNames &names,
                                 Losses &losses)
{
    return Planner(request, traits, names, losses).run();
}

void writeTools(JsonOut &out, const ToolPlan &plan, const Json &extra)
{
    if (plan.functions.size() > 0 || plan.builtIns.size() > 0) {
        out.key("tools").beginArray();
        if (plan.functions.size() > 0)
            out.value(Json::object({{"functionDeclarations", plan.functions}}));
        for (const Json &builtIn : plan.builtIns.items())
            out.value(builtIn);
        out.endArray();
    }
    Json calling = Json::object();
    if (!plan.mode.isEmpty())
        calling.set("mode", plan.mode);
    const Json &own = extra["functionCallingConfig"];
    for (const base::JsonMember &member : own.members())
        calling.set(member.key, member.value);
    if (!plan.names.empty()) {
        Json names = Json::array();
        for (const QByteArray &name : plan.names)
            names.append(name);
        calling.set("allowedFunctionNames", names);
    }
    Json config = leftOver(extra, {"functionCallingConfig"});
    if (calling.size() > 0 && plan.functions.size() > 0)
        config.set("functionCallingConfig", calling);
    if (!config.isNull())
        out.key("toolConfig").value(config);
}

} // namespace omni::wire::gemini

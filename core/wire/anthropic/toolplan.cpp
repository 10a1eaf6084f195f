// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/toolplan.h"

#include "core/wire/anthropic/blockencoder.h"
#include "core/wire/anthropic/words.h"
#include "core/wire/toolschemas.h"

#include <QSet>

namespace omni::wire::anthropic {

using base::Json;
using chat::ChatRequest;
using chat::ResponseShape;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;
using Mode = ToolChoice::Mode;

namespace {

constexpr char WebSearchType[] = "web_search_20250305";
constexpr char JsonObjectHint[] =
    "Answer with one JSON object and nothing else: no prose, no code fence.";
constexpr char JsonToolHint[] = "Give your final answer by calling the tool omniroute_json_output.";
constexpr char AnyToolHint[] = "Answer with a call of one of the tools.";

class Planner
{
public:
    Planner(const ChatRequest &request, const Traits &traits, ToolNames &names, Losses &losses)
        : m_request(request)
        , m_traits(traits)
        , m_names(names)
        , m_losses(losses)
    {}

    base::Result<ToolPlan> run(bool thinks, Conversation &conversation)
    {
        for (size_t i = 0; i < m_request.tools.size(); ++i)
            addTool(m_request.tools[i], "tools[" + QByteArray::number(qint64(i)) + ']');
        renameHistory(conversation);
        if (auto good = chooseTool(); !good)
            return base::fail(good.error());
        shapeAnswer();
        if (m_plan.tools.empty()) {
            m_plan.choice = {};
            m_plan.disableParallel.reset();
        }
        if (thinks)
            unforce();
        return std::move(m_plan);
    }

private:
    void addTool(const ToolSpec &tool, const QByteArray &path)
    {
        ToolSpec spec = tool;
        if (tool.kind == ToolKind::BuiltIn) {
            addBuiltIn(tool, path);
            return;
        }
        if (tool.kind == ToolKind::FreeForm) {
            spec.parameters = freeFormSchema(tool.grammar);
            spec.kind = ToolKind::Function;
            m_losses.append(Loss{path, "a free-form tool became one with an `input` text"});
            if (!tool.grammar.isNull())
                m_losses.append(Loss{path + ".format", "the grammar became a description"});
        } else {
            spec.parameters = objectSchema(tool.parameters, path + ".parameters", m_losses);
        }
        spec.name = m_names.legal(tool.nameSpace, tool.name, tool.kind == ToolKind::FreeForm);
        if (!m_offered.contains(spec.name)) {
            m_offered.insert(spec.name);
            m_plan.tools.push_back(std::move(spec));
        } else {
            m_losses.append(Loss{path, "a second tool of the same name"});
        }
    }

    void addBuiltIn(const ToolSpec &tool, const QByteArray &path)
    {
        ToolSpec spec = tool;
        if (tool.builtInFormat != Mine) {
            if (!tool.builtIn["type"].toBytes().startsWith("web_search")) {
                m_losses.append(Loss{path, "another provider's own tool"});
                m_refused.insert(tool.name.isEmpty() ? tool.builtIn["type"].toBytes() : tool.name);
                return;
            }
            spec.name = "web_search";
            spec.builtIn = Json::object({{"type", WebSearchType}, {"name", "web_search"}});
            m_losses.append(Loss{path, "the search's settings are the provider's own"});
        }
        m_offered.insert(spec.name);
        m_plan.tools.push_back(std::move(spec));
    }

    /// Calls in the history carry the new names; names that nobody offers any more still need a
    /// declaration when there would be no tool list at all.
    void renameHistory(Conversation &conversation)
    {
        const bool declare = m_plan.tools.empty();
        for (chat::Part *part : callsOf(conversation)) {
            auto *call = part->as<chat::ToolCallPart>();
            call->name = m_names.legal(call->nameSpace, call->name, call->isFreeForm);
            if (!declare || m_offered.contains(call->name))
                continue;
            m_offered.insert(call->name);
            m_plan.tools.push_back(
                {.name = call->name, .parameters = Json::object({{"type", "object"}})});
        }
        m_declaredFromHistory = declare && !m_plan.tools.empty();
    }

    static std::vector<chat::Part *> callsOf(Conversation &conversation)
    {
        std::vector<chat::Part *> calls;
        for (Turn &turn : conversation.turns) {
            for (chat::Part &part : turn.parts) {
                if (part.as<chat::ToolCallPart>())
                    calls.push_back(&part);
            }
        }
        return calls;
    }

    base::Result<void> chooseTool()
    {
        m_plan.choice = m_declaredFromHistory ? ToolChoice() : m_request.toolChoice;
        if (m_request.parallelToolCalls && m_traits.parallelToolCalls)
            m_plan.disableParallel = !*m_request.parallelToolCalls;
        ToolChoice &choice = m_plan.choice;
        if (choice.mode != Mode::Named && choice.mode != Mode::Allowed)
            return {};
        for (QByteArray &name : choice.names) {
            if (m_refused.contains(name))
                return base::fail({.code = base::ErrorCode::Unsupported,
                                   .detail = QStringLiteral("tool_choice: the tool \"%1\" exists "
                                                            "at its own provider only")
                                                 .arg(QString::fromUtf8(name)),
                                   .field = QStringLiteral("tool_choice")});
            name = m_names.chosen(name);
        }
        if (choice.mode == Mode::Allowed) {
            std::erase_if(m_plan.tools, [&](const ToolSpec &tool) {
                return std::find(choice.names.begin(), choice.names.end(), tool.name) ==
                       choice.names.end();
            });
            choice.mode = choice.required ? Mode::Any : Mode::Auto;
            choice.names.clear();
        }
        return {};
    }

    void shapeAnswer()
    {
        const ResponseShape &shape = m_request.shape;
        if (shape.kind == ResponseShape::Kind::JsonObject) {
            m_plan.instruction = JsonObjectHint;
        } else if (shape.kind == ResponseShape::Kind::JsonSchema && m_traits.structuredOutput) {
            m_plan.nativeShape = true;
        } else if (shape.kind == ResponseShape::Kind::JsonSchema) {
            const bool alone =
                m_plan.tools.empty() || m_declaredFromHistory || m_plan.choice.mode == Mode::None;
            m_plan.tools.push_back(
                {.name = JsonOutputTool,
                 .description =
                     shape.description.isEmpty()
                         ? QByteArray("The final answer, in the form that was asked for.")
                         : shape.description,
                 .parameters = objectSchema(shape.schema, "response_format", m_losses)});
            if (alone)
                m_plan.choice = {.mode = Mode::Named, .names = {JsonOutputTool}};
            else if (m_plan.choice.mode != Mode::Named)
                m_plan.choice = {.mode = Mode::Any};
        }
    }

    /// Thinking and a forced tool exclude each other: the wish goes into words.
    void unforce()
    {
        ToolChoice &choice = m_plan.choice;
        if (choice.mode == Mode::Any && m_plan.tools.back().name != JsonOutputTool)
            m_plan.instruction = AnyToolHint;
        else if (choice.mode == Mode::Named && choice.names.front() != JsonOutputTool)
            m_plan.instruction = "Answer with a call of the tool " + choice.names.front() + '.';
        else if (choice.mode == Mode::Named || choice.mode == Mode::Any)
            m_plan.instruction = JsonToolHint;
        else
            return;
        m_losses.append(
            Loss{"tool_choice", "cannot be forced while the model thinks: it was asked to"});
        choice = {.mode = Mode::Auto};
    }

    const ChatRequest &m_request;
    const Traits &m_traits;
    ToolNames &m_names;
    Losses &m_losses;
    ToolPlan m_plan;
    QSet<QByteArray> m_offered;
    QSet<QByteArray> m_refused;
    bool m_declaredFromHistory = false;
};

void writeTool(JsonOut &out, const ToolSpec &tool)
{
    out.beginObject();
    if (tool.kind == ToolKind::BuiltIn) {
        writeMembers(out, tool.builtIn);
    } else {
        out.textMember("name", tool.name);
        out.textMemberIfSet("description", tool.description);
        out.key("input_schema").value(tool.parameters);
        if (tool.strict)
            out.key("strict").boolean(*tool.strict);
        writeMembers(out, tool.extensions.of(Mine));
    }
    if (tool.cache)
        writeCacheMark(out, *tool.cache);
    out.endObject();
}

void writeChoice(JsonOut &out, const ToolPlan &plan)
{
    const Mode mode = plan.choice.mode;
    // The switch has no home without a choice; true is the default and needs none.
    if (mode == Mode::Unset && !plan.disableParallel.value_or(false))
        return;
    out.key("tool_choice").beginObject();
    if (mode == Mode::Named) {
        out.textMember("type", "tool");
        out.textMember("name", plan.choice.names.front());
    } else {
        out.textMember("type", mode == Mode::Any ? "any" : mode == Mode::None ? "none" : "auto");
    }
    if (plan.disableParallel && mode != Mode::None)
        out.key("disable_parallel_tool_use").boolean(*plan.disableParallel);
    out.endObject();
}

} // namespace

base::Result<ToolPlan> planTools(const ChatRequest &request, const Traits &traits, bool thinks,
                                 ToolNames &names, Conversation &conversation, Losses &losses)
{
    return Planner(request, traits, names, losses).run(thinks, conversation);
}

void writeTools(JsonOut &out, const ToolPlan &plan)
{
    if (plan.tools.empty())
        return;
    out.key("tools").beginArray();
    for (const ToolSpec &tool : plan.tools)
        writeTool(out, tool);
    out.endArray();
    writeChoice(out, plan);
}

} // namespace omni::wire::anthropic

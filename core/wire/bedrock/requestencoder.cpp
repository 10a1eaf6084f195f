// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/blocks.h"
#include "core/wire/bedrock/request.h"
#include "core/wire/bedrock/turns.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/effort.h"
#include "core/wire/members.h"
#include "core/wire/requestfacts.h"
#include "core/wire/toolschemas.h"

#include <QSet>

#include <algorithm>

namespace omni::wire::bedrock {

using base::Json;
using chat::ChatRequest;
using chat::Part;
using chat::ResponseShape;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;
using Mode = ToolChoice::Mode;

namespace {

constexpr int MaxToolName = 64;
constexpr qint64 SmallestBudget = 1024;
constexpr qint64 MiddleBudget = 8192;
constexpr qint64 DefaultMaxTokens = 8192;

class RequestWriter
{
public:
    RequestWriter(const ChatRequest &request, const Traits &traits)
        : m_request(request)
        , m_traits(traits)
        , m_out(m_encoded.body)
        , m_names(MaxToolName)
        , m_blocks(m_out, traits, m_names, m_encoded.losses)
        , m_mine(request.extensions.of(Mine))
    {}

    base::Result<EncodedRequest> write();

private:
    base::Result<void> conversation();
    base::Result<void> blocks(const std::vector<Part> &parts, const QByteArray &path);
    void countMarks(const Turns &turns);
    void planThinking();
    void inference();
    void tools();
    void tool(const ToolSpec &tool, const QByteArray &path);
    void historyTools(const QSet<QByteArray> &declared);
    bool isOffered(const ToolSpec &tool) const;
    void toolChoice();
    void shape();
    void additional();
    void rest();
    void lost(const char *path, const char *why) { m_encoded.losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    const Traits &m_traits;
    EncodedRequest m_encoded;
    JsonOut m_out;
    ToolNames m_names;
    BlockWriter m_blocks;
    const Json &m_mine;
    Turns m_turns;
    std::optional<qint64> m_maxTokens;
    Json m_thinking; ///< null = not said
};

base::Result<EncodedRequest> RequestWriter::write()
{
    m_turns = arrange(m_request, m_traits, m_encoded.losses);
    countMarks(m_turns);
    planThinking();
    m_out.beginObject();
    if (auto good = conversation(); !good)
        return base::fail(good.error());
    inference();
    tools();
    shape();
    additional();
    rest();
    m_out.endObject();
    m_encoded.body = withTraits(m_encoded.body, m_traits);
    m_encoded.renamedTools = m_names.renamed();
    return std::move(m_encoded);
}

void RequestWriter::countMarks(const Turns &turns)
{
    const auto marksIn = [](const std::vector<Part> &parts) {
        return int(std::count_if(parts.begin(), parts.end(),
                                 [](const Part &part) { return part.cache.has_value(); }));
    };
    int marks = marksIn(turns.system);
    for (const chat::Message &turn : turns.turns)
        marks += marksIn(turn.parts);
    if (marks > 0 && !m_traits.cacheMarks)
        lost("messages", "cache marks: the model takes none");
    m_blocks.setMarksToSkip(std::max(0, marks - m_traits.maxCacheMarks));
}

/// The models that think are asked in their own maker's words, which Converse passes on. The
/// budget counts against the limit.
void RequestWriter::planThinking()
{
    m_maxTokens = m_request.maxOutputTokens;
    const chat::ReasoningWish &wish = m_request.reasoning;
    if (wish.isEmpty())
        return;
    if (!m_traits.reasoningEffort) {
        if (!isOff(wish))
            lost("thinking", "the model has no thinking to control");
        return;
    }
    if (isOff(wish))
        return;
    if (m_traits.adaptiveThinking) {
        m_thinking = Json::object({{"type", "adaptive"}});
        return;
    }
    qint64 budget = std::max(budgetOf(wish).value_or(MiddleBudget), SmallestBudget);
    if (wish.budget && *wish.budget < 0)
        budget = MiddleBudget;
    const qint64 most = m_traits.maxOutputTokens.value_or(DefaultMaxTokens);
    m_maxTokens = m_maxTokens.value_or(most);
    if (*m_maxTokens <= budget)
        m_maxTokens = *m_maxTokens + budget;
    m_thinking = Json::object({{"type", "enabled"}, {"budget_tokens", budget}});
}

base::Result<void> RequestWriter::blocks(const std::vector<Part> &parts, const QByteArray &path)
{
    m_out.beginArray();
    for (size_t i = 0; i < parts.size(); ++i) {
        const QByteArray here = path + '[' + QByteArray::number(qint64(i)) + ']';
        if (auto good = m_blocks.write(parts[i], here); !good)
            return good;
    }
    m_out.endArray();
    return {};
}

base::Result<void> RequestWriter::conversation()
{
    if (!m_turns.system.empty()) {
        m_out.key("system");
        if (auto good = blocks(m_turns.system, "system"); !good)
            return good;
    }
    m_out.key("messages").beginArray();
    for (size_t i = 0; i < m_turns.turns.size(); ++i) {
        const chat::Message &turn = m_turns.turns[i];
        m_out.beginObject();
        m_out.textMember("role", turn.role == chat::Role::Assistant ? "assistant" : "user");
        m_out.key("content");
        const QByteArray path = "messages[" + QByteArray::number(qint64(i)) + "].content";
        if (auto good = blocks(turn.parts, path); !good)
            return good;
        m_out.endObject();
    }
    m_out.endArray();
    return {};
}

void RequestWriter::inference()
{
    const chat::Sampling &wish = m_request.sampling;
    Json config = m_mine["inferenceConfig"];
    if (m_maxTokens)
        config.set("maxTokens", *m_maxTokens);
    const bool mayTune = m_traits.sampling && m_thinking.isNull();
    if (!mayTune && !(wish.temperature + wish.topP + wish.topK).isEmpty())
        lost("sampling", "not taken by the model, or not together with thinking");
    if (mayTune && !wish.temperature.isEmpty())
        config.set("temperature", Json::number(wish.temperature));
    if (mayTune && !wish.topP.isEmpty())
        config.set("topP", Json::number(wish.topP));
    if (!wish.stop.empty()) {
        Json stops = Json::array();
        for (const QByteArray &stop : wish.stop)
            stops.append(stop);
        config.set("stopSequences", std::move(stops));
    }
    if (!config.isNull())
        m_out.key("inferenceConfig").value(config);
    for (const auto &[name, value] :
         {std::pair{"frequency_penalty", &wish.frequencyPenalty},
          std::pair{"presence_penalty", &wish.presencePenalty}, std::pair{"seed", &wish.seed}}) {
        if (!value->isEmpty())
            lost(name, "Converse has no such field");
    }
    if (wish.count.value_or(1) > 1)
        lost("n", "Converse gives one answer");
    if (wish.logprobs == true)
        lost("logprobs", "Converse tells none");
}

bool RequestWriter::isOffered(const ToolSpec &tool) const
{
    const ToolChoice &choice = m_request.toolChoice;
    if (choice.mode == Mode::Allowed &&
        std::find(choice.names.begin(), choice.names.end(), tool.name) == choice.names.end())
        return false;
    return tool.kind != ToolKind::BuiltIn || tool.builtInFormat == Mine;
}

void RequestWriter::tools()
{
    const bool isOff = m_request.toolChoice.mode == Mode::None;
    QSet<QByteArray> declared;
    const qsizetype begin = m_out.buffer().size();
    m_out.key("toolConfig").beginObject();
    m_out.key("tools").beginArray();
    const qsizetype empty = m_out.buffer().size();
    for (size_t i = 0; i < m_request.tools.size() && !isOff; ++i) {
        const ToolSpec &each = m_request.tools[i];
        const QByteArray path = "tools[" + QByteArray::number(qint64(i)) + ']';
        if (!isOffered(each)) {
            if (each.kind == ToolKind::BuiltIn)
                m_encoded.losses.append(Loss{path, "a tool that only its own provider runs"});
            continue;
        }
        tool(each, path);
        declared.insert(m_names.legal(each.nameSpace, each.name, each.kind == ToolKind::FreeForm));
    }
    const bool hasOwn = m_out.buffer().size() > empty;
    historyTools(declared);
    if (m_out.buffer().size() == empty) {
        m_out.buffer().truncate(begin);
        return;
    }
    m_out.endArray();
    if (hasOwn)
        toolChoice();
    m_out.endObject();
}

/// A history with calls is refused without their tools.
void RequestWriter::historyTools(const QSet<QByteArray> &declared)
{
    QSet<QByteArray> known = declared;
    for (const chat::Message &turn : m_turns.turns) {
        for (const Part &part : turn.parts) {
            const auto *call = part.as<chat::ToolCallPart>();
            if (!call)
                continue;
            const QByteArray name = m_names.legal(call->nameSpace, call->name, call->isFreeForm);
            if (known.contains(name))
                continue;
            known.insert(name);
            tool({.kind = call->isFreeForm ? ToolKind::FreeForm : ToolKind::Function,
                  .name = call->name,
                  .nameSpace = call->nameSpace},
                 "tools");
        }
    }
}

void RequestWriter::tool(const ToolSpec &tool, const QByteArray &path)
{
    if (tool.kind == ToolKind::BuiltIn) {
        m_out.value(tool.builtIn);
        return;
    }
    const bool isFreeForm = tool.kind == ToolKind::FreeForm;
    m_out.beginObject();
    m_out.key("toolSpec").beginObject();
    m_out.textMember("name", m_names.legal(tool.nameSpace, tool.name, isFreeForm));
    m_out.textMemberIfSet("description", tool.description);
    m_out.key("inputSchema").beginObject();
    m_out.key("json").value(
        isFreeForm ? freeFormSchema(tool.grammar)
                   : objectSchema(tool.parameters, path + ".parameters", m_encoded.losses));
    m_out.endObject();
    if (tool.strict == true)
        m_out.key("strict").boolean(true);
    m_out.endObject();
    m_out.endObject();
    if (tool.cache && m_traits.cacheMarks)
        m_out.raw(R"({"cachePoint":{"type":"default"}})");
}

void RequestWriter::toolChoice()
{
    const ToolChoice &choice = m_request.toolChoice;
    if (m_request.parallelToolCalls == false)
        lost("parallel_tool_calls", "Converse has no such switch");
    if (choice.mode == Mode::Unset || choice.mode == Mode::None)
        return;
    const bool forces = choice.mode == Mode::Any || choice.mode == Mode::Named || choice.required;
    if (forces && !m_thinking.isNull()) {
        lost("tool_choice", "a model that thinks cannot be made to call a tool");
        return;
    }
    m_out.key("toolChoice").beginObject();
    if (choice.mode == Mode::Named && !choice.names.empty()) {
        m_out.key("tool").beginObject();
        m_out.textMember("name", m_names.chosen(choice.names.front()));
        m_out.endObject();
    } else {
        m_out.key(forces ? "any" : "auto").raw("{}");
    }
    m_out.endObject();
}

void RequestWriter::shape()
{
    const ResponseShape &shape = m_request.shape;
    const bool isSchema = shape.kind == ResponseShape::Kind::JsonSchema;
    if (!isSchema || !m_traits.structuredOutput) {
        if (isSchema || shape.kind == ResponseShape::Kind::JsonObject)
            lost("response_format", "it became an instruction");
        return;
    }
    Json inner = Json::object({{"name", shape.name.isEmpty() ? QByteArray("answer") : shape.name},
                               {"schema", shape.schema.toJson()}});
    if (!shape.description.isEmpty())
        inner.set("description", shape.description);
    m_out.key("outputConfig")
        .value(Json::object(
            {{"textFormat",
              Json::object({{"type", "json_schema"},
                            {"structure", Json::object({{"jsonSchema", std::move(inner)}})}})}}));
}

void RequestWriter::additional()
{
    Json fields = m_mine["additionalModelRequestFields"];
    if (!m_thinking.isNull() && !fields.contains("thinking"))
        fields.set("thinking", m_thinking);
    else if (m_thinking.isNull() && m_traits.sampling && !m_request.sampling.topK.isEmpty())
        fields.set("top_k", Json::number(m_request.sampling.topK));
    if (!fields.isNull())
        m_out.key("additionalModelRequestFields").value(fields);
}

void RequestWriter::rest()
{
    for (const base::JsonMember &member : m_mine.members()) {
        const bool isSaid = member.key == "inferenceConfig" ||
                            member.key == "additionalModelRequestFields" ||
                            (member.key == "system" && !m_turns.system.empty());
        if (!isSaid)
            m_out.key(member.key).value(member.value);
    }
    for (const auto &[owner, object] : m_request.extensions.objects) {
        if (owner == Mine)
            continue;
        for (const base::JsonMember &member : object.members())
            m_encoded.losses.append(Loss{member.key, "Converse has no such field"});
    }
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    return RequestWriter(request, traits).write();
}

} // namespace omni::wire::bedrock

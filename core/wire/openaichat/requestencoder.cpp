// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/requestencoder.h"

#include "core/wire/effort.h"
#include "core/wire/jsonout.h"
#include "core/wire/openaichat/messagewriter.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"
#include "core/wire/toolschemas.h"

#include <QCryptographicHash>

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Format;
using chat::ResponseShape;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;

namespace {

constexpr int MaxToolName = 64;
constexpr qsizetype MaxUserId = 64;
constexpr size_t MaxStops = 4;

class RequestWriter
{
public:
    RequestWriter(const ChatRequest &request, const Traits &traits)
        : m_request(request)
        , m_traits(traits)
        , m_out(m_encoded.body)
        , m_names(MaxToolName)
        , m_extension(request.extensions.of(Format::OpenAiChat))
    {
        m_barred =
            traits.refusedFields.isEmpty() ? QList<QByteArray>() : traits.refusedFields.split(',');
        if (!traits.extraBody.isEmpty()) {
            if (auto extra = Json::parse(traits.extraBody))
                m_extra = *extra;
        }
    }

    base::Result<EncodedRequest> write();

private:
    /// True when the field may be written; refused ones are noted, those the traits set are left
    /// to them.
    bool may(QByteArrayView key);
    void numberMember(QByteArrayView key, const QByteArray &text);
    void textMember(QByteArrayView key, const QByteArray &text);
    void messages();
    void sampling();
    void limit();
    void reasoning();
    base::Result<void> tools();
    bool isOffered(const ToolSpec &tool) const;
    void tool(const ToolSpec &tool);
    void toolChoice();
    void namedTool(const QByteArray &name);
    void shape();
    void stream();
    void meta();
    void rest();
    void lost(const char *path, const char *why) { m_encoded.losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    const Traits &m_traits;
    EncodedRequest m_encoded;
    JsonOut m_out;
    ToolNames m_names;
    const Json &m_extension;
    QList<QByteArray> m_barred;
    Json m_extra;
};

base::Result<EncodedRequest> RequestWriter::write()
{
    m_encoded.body.reserve(4096);
    m_out.beginObject();
    m_out.textMember("model", m_request.model);
    messages();
    if (auto good = tools(); !good)
        return base::fail(good.error());
    sampling();
    limit();
    reasoning();
    shape();
    stream();
    meta();
    rest();
    m_out.endObject();
    m_encoded.renamedTools = m_names.renamed();
    return std::move(m_encoded);
}

bool RequestWriter::may(QByteArrayView key)
{
    if (std::any_of(m_barred.begin(), m_barred.end(),
                    [&](const QByteArray &barred) { return key == barred; })) {
        m_encoded.losses.append(Loss{key.toByteArray(), "the upstream refuses the field"});
        return false;
    }
    return !m_extra.contains(key);
}

void RequestWriter::numberMember(QByteArrayView key, const QByteArray &text)
{
    if (!text.isEmpty() && may(key))
        m_out.key(key).raw(text);
}

void RequestWriter::textMember(QByteArrayView key, const QByteArray &text)
{
    if (!text.isEmpty() && may(key))
        m_out.textMember(key, text);
}

void RequestWriter::messages()
{
    std::vector<chat::Message> shaped = withPairedTools(m_request.messages, m_encoded.losses);
    if (m_request.shape.kind == ResponseShape::Kind::JsonSchema && !m_traits.structuredOutput)
        askForShape(shaped, m_request.shape);
    if (!m_traits.systemRole)
        foldSystemTurns(shaped);
    m_out.key("messages");
    MessageWriter(m_out, m_traits, m_names, m_encoded.losses).write(shaped);
}

void RequestWriter::sampling()
{
    const chat::Sampling &wish = m_request.sampling;
    if (m_traits.sampling) {
        numberMember("temperature", wish.temperature);
        numberMember("top_p", wish.topP);
        numberMember("frequency_penalty", wish.frequencyPenalty);
        numberMember("presence_penalty", wish.presencePenalty);
        if (wish.logprobs && may("logprobs"))
            m_out.key("logprobs").boolean(*wish.logprobs);
        if (wish.topLogprobs && may("top_logprobs"))
            m_out.key("top_logprobs").number(*wish.topLogprobs);
    } else if (!wish.temperature.isEmpty() || !wish.topP.isEmpty() ||
               !wish.frequencyPenalty.isEmpty() || !wish.presencePenalty.isEmpty() ||
               wish.logprobs || wish.topLogprobs) {
        lost("sampling", "the model takes no sampling settings");
    }
    // From a Chat client they stand in the extensions and go on from there.
    if (!wish.topK.isEmpty() && !m_extension.contains("top_k"))
        lost("top_k", "Chat Completions has no such field");
    if (!wish.minP.isEmpty() && !m_extension.contains("min_p"))
        lost("min_p", "Chat Completions has no such field");
    numberMember("seed", wish.seed);
    if (wish.count && may("n"))
        m_out.key("n").number(*wish.count);
    if (!wish.stop.empty() && may("stop")) {
        if (wish.stop.size() > MaxStops)
            lost("stop", "only the first four stop sequences are kept");
        m_out.key("stop").beginArray();
        for (size_t i = 0; i < std::min(wish.stop.size(), MaxStops); ++i)
            m_out.text(wish.stop[i]);
        m_out.endArray();
    }
}

void RequestWriter::limit()
{
    const char *key = m_traits.maxCompletionTokens ? "max_completion_tokens" : "max_tokens";
    if (m_request.maxOutputTokens && may(key))
        m_out.key(key).number(*m_request.maxOutputTokens);
}

void RequestWriter::reasoning()
{
    // The client's own spelling of the wish goes on as it came, with the extensions.
    if (m_extension.contains("reasoning") || m_extension.contains("thinking") ||
        m_extension.contains("enable_thinking"))
        return;
    QByteArray effort = effortOf(m_request.reasoning);
    if (effort.isEmpty())
        return;
    if (!m_traits.reasoningEffort) {
        if (effort != "none")
            lost("reasoning_effort", "the model takes no reasoning effort");
        return;
    }
    // Few models know a level above high: only a client that names it gets it.
    if (m_request.reasoning.effort.isEmpty() && (effort == "xhigh" || effort == "max"))
        effort = "high";
    textMember("reasoning_effort", effort == "max" ? QByteArray("xhigh") : effort);
}

bool RequestWriter::isOffered(const ToolSpec &tool) const
{
    return tool.kind != ToolKind::BuiltIn || tool.builtInFormat == Format::OpenAiChat;
}

base::Result<void> RequestWriter::tools()
{
    const auto &tools = m_request.tools;
    for (size_t i = 0; i < tools.size(); ++i) {
        if (isOffered(tools[i]))
            continue;
        const QByteArray path = "tools[" + QByteArray::number(qint64(i)) + ']';
        const auto &named = m_request.toolChoice.names;
        if (std::find(named.begin(), named.end(), tools[i].name) != named.end())
            return base::fail({.code = base::ErrorCode::Unsupported,
                               .detail = QStringLiteral("the upstream has no tool %1")
                                             .arg(QString::fromUtf8(tools[i].name)),
                               .field = QString::fromUtf8(path)});
        m_encoded.losses.append(Loss{path, "a tool that only its own provider runs"});
    }
    const bool any = std::any_of(tools.begin(), tools.end(),
                                 [&](const ToolSpec &tool) { return isOffered(tool); });
    if (!any || !may("tools"))
        return {};
    m_out.key("tools").beginArray();
    for (const ToolSpec &each : tools) {
        if (isOffered(each))
            tool(each);
    }
    m_out.endArray();
    toolChoice();
    if (m_request.parallelToolCalls) {
        if (!m_traits.parallelToolCalls)
            lost("parallel_tool_calls", "the upstream has no such switch");
        else if (may("parallel_tool_calls"))
            m_out.key("parallel_tool_calls").boolean(*m_request.parallelToolCalls);
    }
    return {};
}

void RequestWriter::tool(const ToolSpec &tool)
{
    if (tool.kind == ToolKind::BuiltIn) {
        m_out.value(tool.builtIn);
        return;
    }
    const bool isFreeForm = tool.kind == ToolKind::FreeForm;
    const bool isCustom = isFreeForm && m_traits.freeFormTools;
    const char *kind = isCustom ? "custom" : "function";
    m_out.beginObject();
    m_out.textMember("type", kind);
    m_out.key(kind).beginObject();
    m_out.textMember("name", m_names.legal(tool.nameSpace, tool.name, isFreeForm && !isCustom));
    m_out.textMemberIfSet("description", tool.description);
    if (isFreeForm && !isCustom) {
        m_out.key("parameters").value(freeFormSchema(tool.grammar));
    } else if (isCustom) {
        if (!tool.grammar.isNull())
            m_out.key("format").value(tool.grammar);
    } else {
        if (tool.parameters.isObject() && tool.parameters.size() > 0)
            m_out.key("parameters").value(tool.parameters);
        else
            m_out.key("parameters").raw(R"({"type":"object","properties":{}})");
        if (tool.strict)
            m_out.key("strict").boolean(*tool.strict);
    }
    m_out.endObject();
    for (const JsonMember &member : tool.extensions.of(Format::OpenAiChat).members())
        m_out.key(member.key).value(member.value);
    if (tool.cache && m_traits.cacheMarks) {
        m_out.key("cache_control").beginObject();
        m_out.textMember("type", "ephemeral");
        m_out.textMemberIfSet("ttl", tool.cache->ttl);
        m_out.endObject();
    }
    m_out.endObject();
}

void RequestWriter::namedTool(const QByteArray &name)
{
    const auto &tools = m_request.tools;
    const auto found = std::find_if(tools.begin(), tools.end(),
                                    [&](const ToolSpec &tool) { return tool.name == name; });
    const bool isCustom =
        found != tools.end() && found->kind == ToolKind::FreeForm && m_traits.freeFormTools;
    const char *kind = isCustom ? "custom" : "function";
    m_out.beginObject();
    m_out.textMember("type", kind);
    m_out.key(kind).beginObject();
    m_out.textMember("name", m_names.chosen(name));
    m_out.endObject();
    m_out.endObject();
}

void RequestWriter::toolChoice()
{
    const ToolChoice &choice = m_request.toolChoice;
    if (choice.mode == ToolChoice::Mode::Unset || !may("tool_choice"))
        return;
    m_out.key("tool_choice");
    switch (choice.mode) {
    case ToolChoice::Mode::None:
        m_out.text("none");
        break;
    case ToolChoice::Mode::Any:
        m_out.text(m_traits.toolChoiceRequiredIsAny ? "any" : "required");
        break;
    case ToolChoice::Mode::Named:
        namedTool(choice.names.empty() ? QByteArray() : choice.names.front());
        break;
    case ToolChoice::Mode::Allowed:
        m_out.beginObject();
        m_out.textMember("type", "allowed_tools");
        m_out.key("allowed_tools").beginObject();
        m_out.textMember("mode", choice.required ? "required" : "auto");
        m_out.key("tools").beginArray();
        for (const QByteArray &name : choice.names)
            namedTool(name);
        m_out.endArray();
        m_out.endObject();
        m_out.endObject();
        break;
    case ToolChoice::Mode::Unset:
    case ToolChoice::Mode::Auto:
        m_out.text("auto");
    }
}

void RequestWriter::shape()
{
    const ResponseShape &shape = m_request.shape;
    if (shape.kind == ResponseShape::Kind::Unset)
        return;
    const bool isSchema = shape.kind == ResponseShape::Kind::JsonSchema;
    if (isSchema && !m_traits.structuredOutput) {
        lost("response_format", "the schema became an instruction");
        return;
    }
    if (!may("response_format"))
        return;
    m_out.key("response_format").beginObject();
    if (isSchema) {
        m_out.textMember("type", "json_schema");
        m_out.key("json_schema").beginObject();
        m_out.textMember("name", shape.name.isEmpty() ? QByteArray("answer") : shape.name);
        m_out.textMemberIfSet("description", shape.description);
        if (!shape.schema.isNull())
            m_out.key("schema").value(shape.schema);
        if (shape.strict)
            m_out.key("strict").boolean(*shape.strict);
        m_out.endObject();
    } else {
        m_out.textMember("type", shape.kind == ResponseShape::Kind::Text ? "text" : "json_object");
    }
    m_out.endObject();
}

void RequestWriter::stream()
{
    if (!m_request.stream)
        return;
    m_out.key("stream").boolean(true);
    // Usage is asked for even when the client did not: it is what we count by.
    if (!m_traits.streamUsage || !may("stream_options"))
        return;
    m_out.key("stream_options").beginObject();
    m_out.key("include_usage").boolean(true);
    for (const JsonMember &member : m_extension["stream_options"].members())
        m_out.key(member.key).value(member.value);
    m_out.endObject();
}

void RequestWriter::meta()
{
    // OpenAI refuses long ids; a digest still tells users apart.
    const QByteArray &user = m_request.userId;
    textMember("user", user.size() > MaxUserId
                           ? QCryptographicHash::hash(user, QCryptographicHash::Sha256).toHex()
                           : user);
    if (m_request.metadata.size() > 0 && may("metadata"))
        m_out.key("metadata").value(m_request.metadata);
    textMember("service_tier", m_request.serviceTier == "standard_only" ? QByteArray("default")
                                                                        : m_request.serviceTier);
    textMember("prompt_cache_key", m_request.cacheKey);
    textMember("verbosity", m_request.verbosity);
    if (m_request.store && may("store"))
        m_out.key("store").boolean(*m_request.store);
    if (m_request.cache && m_traits.cacheMarks && may("cache_control")) {
        m_out.key("cache_control").beginObject();
        m_out.textMember("type", "ephemeral");
        m_out.textMemberIfSet("ttl", m_request.cache->ttl);
        m_out.endObject();
    }
    if (!m_request.previousResponseId.isEmpty())
        lost("previous_response_id", "Chat Completions keeps no conversation");
}

void RequestWriter::rest()
{
    for (const JsonMember &member : m_extension.members()) {
        if (member.key != "stream_options" && may(member.key))
            m_out.key(member.key).value(member.value);
    }
    for (const auto &[owner, object] : m_request.extensions.objects) {
        if (owner == Format::OpenAiChat)
            continue;
        for (const JsonMember &member : object.members())
            m_encoded.losses.append(Loss{member.key, "Chat Completions has no such field"});
    }
    for (const JsonMember &member : m_extra.members())
        m_out.key(member.key).value(member.value);
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    return RequestWriter(request, traits).write();
}

} // namespace omni::wire::openaichat

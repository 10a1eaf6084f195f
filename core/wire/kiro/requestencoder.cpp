// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/kiro/requestencoder.h"

#include "core/wire/conversationid.h"
#include "core/wire/jsonout.h"
#include "core/wire/kiro/turns.h"
#include "core/wire/media.h"
#include "core/wire/requestfacts.h"
#include "core/wire/toolnames.h"
#include "core/wire/tooloffer.h"
#include "core/wire/toolschemas.h"

#include <QHash>

namespace omni::wire::kiro {

using base::Json;
using chat::ChatRequest;
using chat::ToolSpec;

namespace {

constexpr int MaxToolName = 64;

/// `png` for `image/png`; what the bytes are counts more than what they are called.
QByteArray imageFormat(const chat::MediaPart &image)
{
    const QByteArray real = mediaTypeOf(image.data);
    const QByteArray &type = real.isEmpty() ? image.mediaType : real;
    const QByteArray format = type.mid(type.indexOf('/') + 1);
    if (format == "jpg")
        return "jpeg";
    return format.isEmpty() ? QByteArray("png") : format;
}

class RequestWriter
{
public:
    explicit RequestWriter(const ChatRequest &request)
        : m_request(request)
        , m_out(m_encoded.body)
        , m_names(MaxToolName)
    {}

    base::Result<EncodedRequest> write();

private:
    void userMessage(const Turn &turn, bool isCurrent);
    void assistantMessage(const Turn &turn);
    void context(const Turn &turn, bool isCurrent);
    void result(const chat::ToolResultPart &result);
    void tool(const ToolSpec &tool, const QByteArray &path);
    void tools();
    void noteLosses();
    void lost(const char *path, const char *why) { m_encoded.losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    EncodedRequest m_encoded;
    JsonOut m_out;
    ToolNames m_names;
    std::vector<Turn> m_turns;
    std::vector<const ToolSpec *> m_tools;
    std::vector<ToolSpec> m_historyTools;
};

base::Result<EncodedRequest> RequestWriter::write()
{
    auto offered = offeredTools(m_request, m_encoded.losses);
    if (!offered)
        return base::fail(offered.error());
    m_tools = std::move(*offered);
    m_turns = arrange(m_request, m_encoded.losses);
    m_out.beginObject();
    m_out.key("conversationState").beginObject();
    m_out.textMember("chatTriggerType", "MANUAL");
    m_out.textMember("conversationId", conversationId(m_request));
    m_out.key("currentMessage").beginObject();
    userMessage(m_turns.back(), true);
    m_out.endObject();
    m_out.key("history").beginArray();
    for (size_t i = 0; i + 1 < m_turns.size(); ++i) {
        m_out.beginObject();
        if (m_turns[i].isAssistant)
            assistantMessage(m_turns[i]);
        else
            userMessage(m_turns[i], false);
        m_out.endObject();
    }
    m_out.endArray();
    m_out.endObject();
    m_out.endObject();
    noteLosses();
    m_encoded.renamedTools = m_names.renamed();
    return std::move(m_encoded);
}

void RequestWriter::userMessage(const Turn &turn, bool isCurrent)
{
    m_out.key("userInputMessage").beginObject();
    m_out.textMember("content", turn.text);
    m_out.textMember("modelId", m_request.model);
    m_out.textMember("origin", "AI_EDITOR");
    if (!turn.images.empty()) {
        m_out.key("images").beginArray();
        for (const chat::MediaPart &image : turn.images) {
            m_out.beginObject();
            m_out.textMember("format", imageFormat(image));
            m_out.key("source").beginObject();
            m_out.textMember("bytes", image.data);
            m_out.endObject();
            m_out.endObject();
        }
        m_out.endArray();
    }
    context(turn, isCurrent);
    m_out.endObject();
}

void RequestWriter::context(const Turn &turn, bool isCurrent)
{
    const qsizetype begin = m_out.buffer().size();
    m_out.key("userInputMessageContext").beginObject();
    const qsizetype empty = m_out.buffer().size();
    if (!turn.results.empty()) {
        m_out.key("toolResults").beginArray();
        for (const chat::ToolResultPart &each : turn.results)
            result(each);
        m_out.endArray();
    }
    if (isCurrent)
        tools();
    if (m_out.buffer().size() == empty)
        m_out.buffer().truncate(begin);
    else
        m_out.endObject();
}

void RequestWriter::result(const chat::ToolResultPart &result)
{
    m_out.beginObject();
    m_out.textMember("toolUseId", legalCallId(result.callId));
    m_out.textMember("status", result.isError ? "error" : "success");
    m_out.key("content").beginArray();
    for (const chat::Part &part : result.content) {
        m_out.beginObject();
        m_out.textMember("text", part.as<chat::TextPart>()->text);
        m_out.endObject();
    }
    m_out.endArray();
    m_out.endObject();
}

/// A history with calls wants their tools declared, whether or not they are offered any more.
void RequestWriter::tools()
{
    QHash<QByteArray, bool> known;
    for (const ToolSpec *tool : m_tools)
        known[flatToolName(tool->nameSpace, tool->name)] = true;
    for (const Turn &turn : m_turns) {
        for (const chat::ToolCallPart &call : turn.calls) {
            bool &isKnown = known[flatToolName(call.nameSpace, call.name)];
            if (!isKnown)
                m_historyTools.push_back(
                    {.kind = call.isFreeForm ? chat::ToolKind::FreeForm : chat::ToolKind::Function,
                     .name = call.name,
                     .nameSpace = call.nameSpace});
            isKnown = true;
        }
    }
    if (m_tools.empty() && m_historyTools.empty())
        return;
    m_out.key("tools").beginArray();
    for (size_t i = 0; i < m_tools.size(); ++i)
        tool(*m_tools[i], "tools[" + QByteArray::number(qint64(i)) + ']');
    for (const ToolSpec &each : m_historyTools)
        tool(each, "tools");
    m_out.endArray();
}

void RequestWriter::tool(const ToolSpec &tool, const QByteArray &path)
{
    const bool isFreeForm = tool.kind == chat::ToolKind::FreeForm;
    const QByteArray name = m_names.legal(tool.nameSpace, tool.name, isFreeForm);
    Json schema = isFreeForm
                      ? freeFormSchema(tool.grammar)
                      : objectSchema(tool.parameters, path + ".parameters", m_encoded.losses);
    if (!schema.contains("required"))
        schema.set("required", Json::array());
    m_out.beginObject();
    m_out.key("toolSpecification").beginObject();
    m_out.textMember("name", name);
    // An empty description is refused.
    m_out.textMember("description",
                     tool.description.trimmed().isEmpty() ? "Tool: " + name : tool.description);
    m_out.key("inputSchema").beginObject();
    m_out.key("json").value(schema);
    m_out.endObject();
    m_out.endObject();
    m_out.endObject();
    if (tool.strict == true)
        m_encoded.losses.append(Loss{path + ".strict", "Kiro does not check arguments"});
}

void RequestWriter::assistantMessage(const Turn &turn)
{
    m_out.key("assistantResponseMessage").beginObject();
    m_out.textMember("content", turn.text);
    if (!turn.calls.empty()) {
        m_out.key("toolUses").beginArray();
        for (const chat::ToolCallPart &call : turn.calls) {
            m_out.beginObject();
            m_out.textMember("toolUseId", legalCallId(call.id));
            m_out.textMember("name", m_names.legal(call.nameSpace, call.name, call.isFreeForm));
            m_out.key("input").raw(argumentsAsObject(call));
            m_out.endObject();
        }
        m_out.endArray();
    }
    m_out.endObject();
}

void RequestWriter::noteLosses()
{
    const chat::Sampling &wish = m_request.sampling;
    if (!(wish.temperature + wish.topP + wish.topK + wish.minP + wish.seed + wish.frequencyPenalty +
          wish.presencePenalty)
             .isEmpty())
        lost("sampling", "Kiro takes no sampling settings");
    if (m_request.maxOutputTokens)
        lost("max_tokens", "Kiro takes no limit");
    if (!wish.stop.empty())
        lost("stop", "Kiro takes no stop sequences");
    if (wish.count.value_or(1) > 1)
        lost("n", "Kiro gives one answer");
    if (wish.logprobs == true)
        lost("logprobs", "Kiro tells none");
    if (!m_request.reasoning.isEmpty())
        lost("reasoning_effort", "Kiro decides itself how much its models think");
    for (const auto &[owner, object] : m_request.extensions.objects) {
        for (const base::JsonMember &member : object.members())
            m_encoded.losses.append(Loss{member.key, "Kiro has no such field"});
    }
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    auto encoded = RequestWriter(request).write();
    if (encoded)
        encoded->body = withTraits(encoded->body, traits);
    return encoded;
}

} // namespace omni::wire::kiro

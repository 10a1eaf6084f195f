// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/connectreader.h"
#include "core/wire/conversationid.h"
#include "core/wire/cursor/codec.h"
#include "core/wire/cursor/protobuf.h"
#include "core/wire/cursor/turns.h"
#include "core/wire/cursor/words.h"
#include "core/wire/effort.h"
#include "core/wire/toolnames.h"
#include "core/wire/tooloffer.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::cursor {

using chat::ChatRequest;
using chat::ToolSpec;

namespace {

constexpr int MaxToolName = 64 - int(sizeof(ToolPrefix)) + 1;

enum Speaker
{
    User = 1,
    Assistant = 2
};
enum Mode
{
    Ask = 1,
    Agent = 2
};

struct CallIds
{
    QByteArray call;
    QByteArray model;
};

/// Cursor's own ids hold two; those of others stand for the first.
CallIds idsOf(const QByteArray &id)
{
    const QByteArray whole = originalCallId(id);
    const qsizetype mark = whole.indexOf(ModelCallMark);
    if (mark < 0)
        return {whole, {}};
    return {whole.left(mark), whole.mid(mark + qsizetype(sizeof(ModelCallMark)) - 1)};
}

class RequestWriter
{
public:
    RequestWriter(const ChatRequest &request, const Surroundings &surroundings)
        : m_request(request)
        , m_surroundings(surroundings)
        , m_names(MaxToolName)
    {}

    base::Result<EncodedRequest> write();

private:
    [[nodiscard]] QByteArray messageId(size_t index) const
    {
        return conversationId(m_request, QByteArray::number(qint64(index)));
    }
    ProtoWriter message(const Turn &turn, size_t index, bool isLast);
    ProtoWriter result(const Result &result, int index);
    ProtoWriter tool(const ToolSpec &tool, const QByteArray &path);
    void fixedFields(ProtoWriter &out) const;
    [[nodiscard]] ProtoWriter metadata() const;
    [[nodiscard]] int thinkingLevel() const;
    void noteLosses();
    void lost(const char *path, const char *why) { m_losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    const Surroundings &m_surroundings;
    ToolNames m_names;
    Losses m_losses;
    bool m_isAgent = false;
};

base::Result<EncodedRequest> RequestWriter::write()
{
    namespace f = field::request;
    const auto tools = offeredTools(m_request, m_losses);
    if (!tools)
        return base::fail(tools.error());
    const std::vector<Turn> turns = arrange(m_request, m_losses);
    if (turns.empty())
        return base::fail({.code = base::ErrorCode::InvalidRequest,
                           .detail = QStringLiteral("messages: something must be said"),
                           .field = QStringLiteral("messages")});
    m_isAgent = !tools->empty();
    ProtoWriter out;
    for (size_t i = 0; i < turns.size(); ++i)
        out.message(f::Messages, message(turns[i], i, i + 1 == turns.size()));
    fixedFields(out);
    out.bytes(f::Conversation, conversationId(m_request));
    out.message(f::Metadata, metadata());
    out.number(f::IsAgentic, m_isAgent ? 1 : 0);
    if (m_isAgent)
        out.bytes(f::SupportedTools, "\1");
    for (size_t i = 0; i < turns.size(); ++i)
        out.message(f::MessageIds,
                    ProtoWriter()
                        .bytes(1, messageId(i))
                        .number(3, quint64(turns[i].isAssistant ? Assistant : User)));
    for (size_t i = 0; i < tools->size(); ++i)
        out.message(f::McpTools,
                    tool(*(*tools)[i], "tools[" + QByteArray::number(qint64(i)) + ']'));
    out.number(f::LargeContext, 0).number(f::Unknown38, 0);
    out.number(f::Mode, quint64(m_isAgent ? Agent : Ask)).bytes(f::Unknown47, {});
    out.number(f::DisableTools, m_isAgent ? 0 : 1);
    out.number(f::ThinkingLevel, quint64(thinkingLevel()));
    out.number(f::Unknown51, 0).number(f::Unknown53, 1);
    out.bytes(f::ModeName, m_isAgent ? "Agent" : "Ask");
    noteLosses();
    EncodedRequest encoded;
    encoded.body = net::connectFrame(ProtoWriter().message(1, out).data());
    encoded.losses = std::move(m_losses);
    encoded.renamedTools = m_names.renamed();
    return encoded;
}

ProtoWriter RequestWriter::message(const Turn &turn, size_t index, bool isLast)
{
    namespace f = field::message;
    ProtoWriter out;
    out.bytes(f::Content, turn.text);
    out.number(f::Role, quint64(turn.isAssistant ? Assistant : User));
    out.bytes(f::Id, messageId(index));
    int position = 0;
    for (const Result &each : turn.results)
        out.message(f::ToolResults, result(each, position++));
    out.number(f::IsAgentic, m_isAgent ? 1 : 0);
    out.number(f::Mode, quint64(m_isAgent ? Agent : Ask));
    if (isLast && m_isAgent)
        out.bytes(f::SupportedTools, "\1");
    return out;
}

ProtoWriter RequestWriter::result(const Result &result, int index)
{
    namespace a = field::toolanswer;
    namespace c = field::toolcall;
    namespace f = field::result;
    const chat::ToolCallPart &call = result.call;
    const CallIds ids = idsOf(call.id);
    const QByteArray legal = m_names.legal(call.nameSpace, call.name, call.isFreeForm);
    const QByteArray name = ToolPrefix + legal;
    const QByteArray arguments = argumentsAsObject(call);
    const ProtoWriter mcpTool =
        ProtoWriter().bytes(c::McpName, legal).bytes(c::McpArguments, arguments);
    const ProtoWriter wholeCall =
        ProtoWriter()
            .number(c::Tool, quint64(a::McpTool))
            .bytes(c::Id, ids.call)
            .bytes(c::Name, name)
            .bytes(c::RawArguments, arguments)
            .message(c::McpParams, ProtoWriter().message(c::McpTools, mcpTool));
    ProtoWriter answer;
    answer.number(a::Tool, quint64(a::McpTool));
    answer.message(a::McpResult,
                   ProtoWriter().bytes(a::McpName, legal).bytes(a::McpText, result.text));
    answer.bytes(a::CallId, ids.call)
        .text(a::ModelCallId, ids.model)
        .number(a::Index, quint64(index));
    return ProtoWriter()
        .bytes(f::CallId, ids.call)
        .bytes(f::Name, name)
        .number(f::Index, quint64(index))
        .bytes(f::RawArguments, arguments)
        .message(f::Result, answer)
        .message(f::ToolCall, wholeCall)
        .text(f::ModelCallId, ids.model);
}

ProtoWriter RequestWriter::tool(const ToolSpec &tool, const QByteArray &path)
{
    const bool isFreeForm = tool.kind == chat::ToolKind::FreeForm;
    const base::Json schema = isFreeForm
                                  ? freeFormSchema(tool.grammar)
                                  : objectSchema(tool.parameters, path + ".parameters", m_losses);
    return ProtoWriter()
        .bytes(1, ToolPrefix + m_names.legal(tool.nameSpace, tool.name, isFreeForm))
        .text(2, tool.description)
        .bytes(3, schema.toJson())
        .bytes(4, ServerName);
}

/// What the editor always sends; the meaning of most of it is unknown.
void RequestWriter::fixedFields(ProtoWriter &out) const
{
    namespace f = field::request;
    out.number(f::Unknown2, 1).bytes(f::Instruction, {}).number(f::Unknown4, 1);
    out.message(f::Model, ProtoWriter().bytes(1, m_request.model).bytes(4, {}));
    out.bytes(f::WebTool, {}).number(f::Unknown13, 1);
    out.message(f::Setting, ProtoWriter()
                                .bytes(1, "cursor\\aisettings")
                                .bytes(3, {})
                                .message(6, ProtoWriter().bytes(1, {}).bytes(2, {}))
                                .number(8, 1)
                                .number(9, 1));
    out.number(f::Unknown19, 1);
}

ProtoWriter RequestWriter::metadata() const
{
    return ProtoWriter()
        .text(1, m_surroundings.platform)
        .text(2, m_surroundings.architecture)
        .text(3, m_surroundings.version)
        .text(4, m_surroundings.folder)
        .text(5, m_surroundings.time);
}

int RequestWriter::thinkingLevel() const
{
    const QByteArray effort = effortOf(m_request.reasoning);
    if (effort == "high" || effort == "xhigh" || effort == "max")
        return 2;
    return effort == "medium" ? 1 : 0;
}

void RequestWriter::noteLosses()
{
    const chat::Sampling &wish = m_request.sampling;
    if (!(wish.temperature + wish.topP + wish.topK + wish.minP + wish.seed + wish.frequencyPenalty +
          wish.presencePenalty)
             .isEmpty())
        lost("sampling", "Cursor takes no sampling settings");
    if (m_request.maxOutputTokens)
        lost("max_tokens", "Cursor takes no limit");
    if (!wish.stop.empty())
        lost("stop", "Cursor takes no stop sequences");
    if (wish.count.value_or(1) > 1)
        lost("n", "Cursor gives one answer");
    if (wish.logprobs == true)
        lost("logprobs", "Cursor tells none");
    for (const auto &[owner, object] : m_request.extensions.objects) {
        for (const base::JsonMember &member : object.members())
            m_losses.append(Loss{member.key, "Cursor has no such field"});
    }
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &,
                                           const Surroundings &surroundings)
{
    return RequestWriter(request, surroundings).write();
}

} // namespace omni::wire::cursor

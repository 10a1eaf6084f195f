// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/requestencoder.h"

#include "core/wire/effort.h"
#include "core/wire/members.h"
#include "core/wire/ollama/messagewriter.h"
#include "core/wire/ollama/options.h"
#include "core/wire/ollama/words.h"
#include "core/wire/requestfacts.h"
#include "core/wire/systemturns.h"
#include "core/wire/tooloffer.h"
#include "core/wire/toolpairs.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::ollama {

using base::Json;
using chat::ChatRequest;
using chat::ResponseShape;
using chat::ToolSpec;

namespace {

constexpr int MaxToolName = 64;

class RequestWriter
{
public:
    RequestWriter(const ChatRequest &request, const Traits &traits)
        : m_request(request)
        , m_traits(traits)
        , m_out(m_encoded.body)
        , m_names(MaxToolName)
        , m_mine(request.extensions.of(Mine))
    {}

    base::Result<EncodedRequest> write();

private:
    base::Result<void> messages();
    base::Result<void> tools();
    void tool(const ToolSpec &tool, size_t index);
    void shape();
    void think();
    void sampling();
    void rest();
    void options();
    void lost(const char *path, const char *why) { m_encoded.losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    const Traits &m_traits;
    EncodedRequest m_encoded;
    JsonOut m_out;
    ToolNames m_names;
    const Json &m_mine;
};

base::Result<EncodedRequest> RequestWriter::write()
{
    m_encoded.body.reserve(4096);
    m_out.beginObject();
    m_out.textMember("model", m_request.model);
    if (auto good = messages(); !good)
        return base::fail(good.error());
    if (auto good = tools(); !good)
        return base::fail(good.error());
    // Said in any case: nothing means "yes" here.
    m_out.key("stream").boolean(m_request.stream);
    shape();
    think();
    sampling();
    options();
    rest();
    m_out.endObject();
    m_encoded.renamedTools = m_names.renamed();
    return std::move(m_encoded);
}

base::Result<void> RequestWriter::messages()
{
    std::vector<chat::Message> shaped = withPairedTools(m_request.messages, m_encoded.losses);
    if (m_request.shape.kind == ResponseShape::Kind::JsonSchema && !m_traits.structuredOutput)
        askForShape(shaped, m_request.shape);
    if (!m_traits.systemRole)
        foldSystemTurns(shaped);
    return writeMessages(m_out, shaped, m_names, m_encoded.losses);
}

base::Result<void> RequestWriter::tools()
{
    const auto offered = offeredTools(m_request, m_encoded.losses);
    if (!offered)
        return base::fail(offered.error());
    if (offered->empty())
        return {};
    m_out.key("tools").beginArray();
    for (size_t i = 0; i < offered->size(); ++i)
        tool(*(*offered)[i], i);
    m_out.endArray();
    return {};
}

void RequestWriter::tool(const ToolSpec &tool, size_t index)
{
    const Json &kept = tool.extensions.of(Mine);
    const QByteArray path = "tools[" + QByteArray::number(qint64(index)) + ']';
    const bool isFreeForm = tool.kind == chat::ToolKind::FreeForm;
    m_out.beginObject();
    m_out.textMember("type", "function");
    m_out.key("function").beginObject();
    m_out.textMember("name", m_names.legal(tool.nameSpace, tool.name, isFreeForm));
    m_out.textMemberIfSet("description", tool.description);
    m_out.key("parameters")
        .value(isFreeForm ? freeFormSchema(tool.grammar)
                          : objectSchema(tool.parameters, path + ".parameters", m_encoded.losses));
    writeMembers(m_out, kept["function"]);
    m_out.endObject();
    writeMembers(m_out, kept["tool"]);
    m_out.endObject();
    if (tool.strict == true)
        m_encoded.losses.append(Loss{path + ".strict", "Ollama does not check arguments"});
    if (isFreeForm && !tool.grammar.isNull())
        m_encoded.losses.append(Loss{path + ".format", "Ollama knows no grammars"});
}

void RequestWriter::shape()
{
    const ResponseShape &shape = m_request.shape;
    if (shape.kind == ResponseShape::Kind::JsonObject) {
        m_out.textMember("format", "json");
    } else if (shape.kind == ResponseShape::Kind::JsonSchema) {
        if (!m_traits.structuredOutput)
            lost("response_format", "the schema became an instruction");
        else if (shape.schema.isObject())
            m_out.key("format").value(shape.schema);
        else
            m_out.textMember("format", "json");
    }
}

void RequestWriter::think()
{
    const chat::ReasoningWish &wish = m_request.reasoning;
    if (wish.isEmpty())
        return;
    if (isOff(wish)) {
        m_out.key("think").boolean(false);
        return;
    }
    const QByteArray effort = effortOf(wish);
    if (effort.isEmpty()) {
        if (wish.budget || wish.adaptive)
            m_out.key("think").boolean(true);
    } else if (!m_traits.reasoningEffort) {
        m_out.key("think").boolean(true);
        lost("reasoning_effort", "the model thinks or does not: it knows no levels");
    } else if (effort == "minimal" || effort == "low") {
        m_out.textMember("think", "low");
    } else if (effort == "medium") {
        m_out.textMember("think", "medium");
    } else {
        m_out.textMember("think", effort == "max" && wish.effort == effort ? "max" : "high");
    }
}

void RequestWriter::sampling()
{
    const chat::Sampling &wish = m_request.sampling;
    if (wish.logprobs)
        m_out.key("logprobs").boolean(*wish.logprobs);
    if (wish.topLogprobs)
        m_out.key("top_logprobs").number(*wish.topLogprobs);
    if (wish.count.value_or(1) > 1)
        lost("n", "Ollama gives one answer");
    if (!m_traits.sampling && !(wish.temperature + wish.topP + wish.topK).isEmpty())
        lost("sampling", "the model takes no sampling settings");
}

/// The traits' own options override single options, not all of them.
void RequestWriter::options()
{
    const Json extra = Json::parse(m_traits.extraBody).value_or(Json());
    writeOptions(m_out, m_request, m_traits, m_mine["options"], extra["options"]);
}

void RequestWriter::rest()
{
    for (const base::JsonMember &member : m_mine.members()) {
        const bool isSaid =
            member.key == "options" || (member.key == "tools" && !m_request.tools.empty()) ||
            (member.key == "format" && m_request.shape.kind != ResponseShape::Kind::Unset);
        if (!isSaid)
            m_out.key(member.key).value(member.value);
    }
    for (const auto &[owner, object] : m_request.extensions.objects) {
        if (owner == Mine)
            continue;
        for (const base::JsonMember &member : object.members())
            m_encoded.losses.append(Loss{member.key, "Ollama has no such field"});
    }
    if (m_request.store == true)
        lost("store", "Ollama keeps nothing");
    if (!m_request.previousResponseId.isEmpty())
        lost("previous_response_id", "Ollama keeps no conversation");
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    auto encoded = RequestWriter(request, traits).write();
    if (!encoded)
        return encoded;
    Traits outer = traits;
    if (auto extra = Json::parse(traits.extraBody)) {
        extra->remove("options");
        outer.extraBody = extra->size() > 0 ? extra->toJson() : QByteArray();
    }
    encoded->body = withTraits(encoded->body, outer);
    return encoded;
}

} // namespace omni::wire::ollama

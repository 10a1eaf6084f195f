// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/requestencoder.h"

#include "core/wire/effort.h"
#include "core/wire/openairesponses/inputwriter.h"
#include "core/wire/openairesponses/toolwriter.h"
#include "core/wire/requestfacts.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"

#include <QCryptographicHash>

#include <algorithm>

namespace omni::wire::openairesponses {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Message;
using chat::ResponseShape;
using chat::Role;

namespace {

constexpr int MaxToolName = 64;
constexpr qsizetype MaxUserId = 64;
constexpr qint64 SmallestLimit = 16;
constexpr char EncryptedReasoning[] = "reasoning.encrypted_content";
constexpr char Logprobs[] = "message.output_text.logprobs";

class RequestWriter
{
public:
    RequestWriter(const ChatRequest &request, const Traits &traits)
        : m_request(request)
        , m_traits(traits)
        , m_out(m_encoded.body)
        , m_names(MaxToolName)
        , m_extension(request.extensions.of(Mine))
    {}

    base::Result<EncodedRequest> write();

private:
    JsonOut &field(QByteArrayView key)
    {
        m_keys.append(key.toByteArray());
        return m_out.key(key);
    }
    void textField(QByteArrayView key, const QByteArray &text)
    {
        if (!text.isEmpty())
            field(key).text(text);
    }
    void numberField(QByteArrayView key, const QByteArray &text)
    {
        if (!text.isEmpty())
            field(key).raw(text);
    }
    [[nodiscard]] bool isOwn() const { return m_request.origin == Mine; }
    [[nodiscard]] bool thinks() const
    {
        return m_traits.reasoningEffort && !m_request.reasoning.isEmpty() &&
               !isOff(m_request.reasoning);
    }
    std::vector<Message> shapedMessages();
    base::Result<void> conversation();
    void sampling();
    void reasoning();
    void text();
    void include();
    void state();
    void meta();
    void tier();
    void rest();
    void refusals();
    void lost(const char *path, const char *why) { m_encoded.losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    const Traits &m_traits;
    EncodedRequest m_encoded;
    JsonOut m_out;
    ToolNames m_names;
    const Json &m_extension;
    QByteArrayList m_keys;
};

base::Result<EncodedRequest> RequestWriter::write()
{
    m_encoded.body.reserve(4096);
    m_out.beginObject();
    field("model").text(m_request.model);
    if (auto good = conversation(); !good)
        return base::fail(good.error());
    if (auto good = writeTools(m_out, m_request, m_names, m_encoded.losses); !good)
        return base::fail(good.error());
    if (m_request.parallelToolCalls && !m_request.tools.empty() && m_traits.parallelToolCalls)
        field("parallel_tool_calls").boolean(*m_request.parallelToolCalls);
    sampling();
    reasoning();
    text();
    include();
    if (m_request.stream)
        field("stream").boolean(true);
    state();
    meta();
    rest();
    m_out.endObject();
    refusals();
    m_encoded.body = withTraits(m_encoded.body, m_traits);
    m_encoded.renamedTools = m_names.renamed();
    return std::move(m_encoded);
}

/// With a state at OpenAI, results may belong to calls that only OpenAI knows.
std::vector<Message> RequestWriter::shapedMessages()
{
    const bool isWhole = m_request.previousResponseId.isEmpty() &&
                         !m_extension.contains("conversation") && !m_extension.contains("prompt");
    const auto refersBack = [](const Message &message) {
        return std::any_of(message.parts.begin(), message.parts.end(), [](const chat::Part &part) {
            const auto *opaque = part.as<chat::OpaquePart>();
            return opaque && opaque->json["type"].toBytes() == "item_reference";
        });
    };
    const auto &messages = m_request.messages;
    std::vector<Message> shaped;
    if (isWhole && std::none_of(messages.begin(), messages.end(), refersBack)) {
        Losses changes;
        shaped = withPairedTools(messages, changes);
        // A good list stays in the client's own order.
        if (isOwn() && changes.isEmpty())
            shaped = messages;
        m_encoded.losses += changes;
    } else {
        shaped = messages;
    }
    if (m_request.shape.kind == ResponseShape::Kind::JsonSchema && !m_traits.structuredOutput)
        askForShape(shaped, m_request.shape);
    if (!m_traits.systemRole && !m_traits.developerRole)
        foldSystemTurns(shaped);
    return shaped;
}

base::Result<void> RequestWriter::conversation()
{
    const std::vector<Message> messages = shapedMessages();
    size_t first = 0;
    QByteArray instructions;
    // Another dialect's first system prompt stands in front; ours stay where the client put them.
    const auto isInstruction = [&](const Message &message) {
        if (message.role != Role::System && message.role != Role::Developer)
            return false;
        const bool isText =
            std::all_of(message.parts.begin(), message.parts.end(),
                        [](const chat::Part &part) { return part.as<chat::TextPart>(); });
        return isText && (!isOwn() || message.extensions.of(Mine).contains(InstructionsKey));
    };
    if (!messages.empty() && isInstruction(messages.front())) {
        for (const chat::Part &part : messages.front().parts) {
            if (!instructions.isEmpty())
                instructions += "\n\n";
            instructions += part.as<chat::TextPart>()->text;
        }
        first = 1;
    }
    if (instructions.isEmpty() && m_extension["instructions"].toBytes().isEmpty())
        instructions = m_traits.defaultInstructions;
    textField("instructions", instructions);
    field("input");
    InputWriter input(m_out, m_request, m_traits, m_names, m_encoded.losses);
    input.write(messages, first);
    if (input.error())
        return base::fail(*input.error());
    return {};
}

void RequestWriter::sampling()
{
    const chat::Sampling &wish = m_request.sampling;
    const bool any = !wish.temperature.isEmpty() || !wish.topP.isEmpty() || wish.topLogprobs;
    if (m_traits.sampling) {
        numberField("temperature", wish.temperature);
        numberField("top_p", wish.topP);
        if (wish.topLogprobs)
            field("top_logprobs").number(*wish.topLogprobs);
    } else if (any) {
        lost("sampling", "the model takes no sampling settings");
    }
    if (isOwn()) {
        numberField("frequency_penalty", wish.frequencyPenalty);
        numberField("presence_penalty", wish.presencePenalty);
    } else if (!wish.frequencyPenalty.isEmpty() || !wish.presencePenalty.isEmpty()) {
        lost("penalties", "Responses has no such fields");
    }
    if (!wish.stop.empty())
        lost("stop", "Responses has no stop sequences");
    if (!wish.seed.isEmpty())
        lost("seed", "Responses has no such field");
    if (!wish.topK.isEmpty())
        lost("top_k", "Responses has no such field");
    if (!wish.minP.isEmpty())
        lost("min_p", "Responses has no such field");
    if (wish.count.value_or(1) > 1)
        lost("n", "an answer has one message only");
    if (!m_request.maxOutputTokens)
        return;
    if (*m_request.maxOutputTokens < SmallestLimit && !isOwn())
        lost("max_tokens", "OpenAI takes no limit below 16: it was raised");
    field("max_output_tokens")
        .number(isOwn() ? *m_request.maxOutputTokens
                        : std::max(*m_request.maxOutputTokens, SmallestLimit));
}

void RequestWriter::reasoning()
{
    const chat::ReasoningWish &wish = m_request.reasoning;
    QByteArray effort = effortOf(wish);
    if (!m_traits.reasoningEffort) {
        if (!effort.isEmpty() && effort != "none")
            lost("reasoning.effort", "the model takes no reasoning effort");
        return;
    }
    // Few models know a level above high: only a client that names it gets it.
    if (wish.effort.isEmpty() && (effort == "xhigh" || effort == "max"))
        effort = "high";
    if (effort == "max")
        effort = "xhigh";
    QByteArray summary = wish.summary;
    // Other dialects show the thinking unless they were told not to.
    if (!isOwn() && summary.isEmpty() && thinks() && wish.includeThoughts.value_or(true) &&
        wish.display != "omitted")
        summary = "auto";
    const Json &kept = m_extension["reasoning"];
    if (effort.isEmpty() && summary.isEmpty() && kept.isNull())
        return;
    field("reasoning").beginObject();
    m_out.textMemberIfSet("effort", effort);
    m_out.textMemberIfSet("summary", summary);
    writeMembers(m_out, kept);
    m_out.endObject();
}

void RequestWriter::text()
{
    const ResponseShape &shape = m_request.shape;
    const Json &kept = m_extension["text"];
    const bool isSchema = shape.kind == ResponseShape::Kind::JsonSchema;
    const bool isAsked = isSchema && !m_traits.structuredOutput;
    if (isAsked)
        lost("text.format", "the schema became an instruction");
    const bool hasFormat = shape.kind != ResponseShape::Kind::Unset && !isAsked;
    if (!hasFormat && m_request.verbosity.isEmpty() && kept.isNull())
        return;
    field("text").beginObject();
    if (hasFormat) {
        m_out.key("format").beginObject();
        m_out.textMember("type", isSchema                                  ? "json_schema"
                                 : shape.kind == ResponseShape::Kind::Text ? "text"
                                                                           : "json_object");
        if (isSchema) {
            m_out.textMember("name", shape.name.isEmpty() ? QByteArray("answer") : shape.name);
            m_out.textMemberIfSet("description", shape.description);
            m_out.key("schema").value(shape.schema.isNull() ? Json::object({{"type", "object"}})
                                                            : shape.schema);
            if (shape.strict)
                m_out.key("strict").boolean(*shape.strict);
        }
        m_out.endObject();
    }
    m_out.textMemberIfSet("verbosity", m_request.verbosity);
    writeMembers(m_out, kept);
    m_out.endObject();
}

/// Where nothing is stored, the reasoning comes back to us or it is lost for the next turn.
void RequestWriter::include()
{
    if (isOwn()) {
        if (m_extension.contains("include"))
            field("include").value(m_extension["include"]);
        return;
    }
    Json list;
    if (thinks())
        list.append(EncryptedReasoning);
    if (m_request.sampling.logprobs.value_or(false) && m_traits.sampling)
        list.append(Logprobs);
    if (!list.isNull())
        field("include").value(list);
}

/// Other dialects keep nothing at the vendor unless the client asked for it.
void RequestWriter::state()
{
    if (m_request.store || !isOwn())
        field("store").boolean(m_request.store.value_or(false));
    textField("previous_response_id", m_request.previousResponseId);
}

void RequestWriter::meta()
{
    // OpenAI refuses long ids; a digest still tells users apart.
    const QByteArray &user = m_request.userId;
    textField("user", user.size() > MaxUserId && !isOwn()
                          ? QCryptographicHash::hash(user, QCryptographicHash::Sha256).toHex()
                          : user);
    if (m_request.metadata.isObject())
        field("metadata").value(m_request.metadata);
    tier();
    textField("prompt_cache_key", m_request.cacheKey);
    if (m_request.cache)
        lost("cache_control", "OpenAI caches by itself");
}

void RequestWriter::tier()
{
    const QByteArray &wish = m_request.serviceTier;
    const QByteArray tier = wish == "standard_only" ? QByteArray("default") : wish;
    if (!m_traits.serviceTiers.isEmpty() && !m_traits.serviceTiers.split(',').contains(tier)) {
        if (!tier.isEmpty())
            lost("service_tier", "the upstream has no such tier");
        return;
    }
    textField("service_tier", tier);
}

void RequestWriter::rest()
{
    for (const JsonMember &member : m_extension.members()) {
        const bool isWritten = member.key == "include" || member.key == "text" ||
                               member.key == "reasoning" || member.key == "tool_choice";
        const bool isReplaced =
            member.key == "instructions" && !m_traits.defaultInstructions.isEmpty();
        if (!isWritten && !isReplaced)
            field(member.key).value(member.value);
    }
    for (const auto &[owner, object] : m_request.extensions.objects) {
        if (owner == Mine)
            continue;
        for (const JsonMember &member : object.members())
            m_encoded.losses.append(Loss{member.key, "Responses has no such field"});
    }
}

void RequestWriter::refusals()
{
    for (const QByteArray &refused : m_traits.refusedFields.split(',')) {
        if (m_keys.contains(refused))
            m_encoded.losses.append(Loss{refused, "the upstream refuses the field"});
    }
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    return RequestWriter(request, traits).write();
}

} // namespace omni::wire::openairesponses

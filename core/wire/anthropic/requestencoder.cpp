// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/requestencoder.h"

#include "core/wire/anthropic/betas.h"
#include "core/wire/anthropic/blockencoder.h"
#include "core/wire/anthropic/words.h"
#include "core/wire/requestfacts.h"

namespace omni::wire::anthropic {

using base::Json;
using chat::ChatRequest;
using chat::Part;
using chat::Role;
using chat::ToolSpec;

namespace {

constexpr int LongestToolName = 128;

/// At most as many marks as the API takes. The earliest go: a later mark covers all before it.
void limitCacheMarks(ToolPlan &tools, Conversation &conversation, int room, Losses &losses)
{
    std::vector<std::optional<chat::CacheMark> *> marks;
    for (ToolSpec &tool : tools.tools) {
        if (!tool.cache)
            continue;
        if (tool.extensions.of(Mine)["defer_loading"].toBool()) {
            losses.append(
                Loss{"tools", "no cache mark may stand on the deferred tool " + tool.name});
            tool.cache.reset();
        } else {
            marks.push_back(&tool.cache);
        }
    }
    const auto collect = [&](std::vector<Part> &parts) {
        for (Part &part : parts) {
            if (part.cache)
                marks.push_back(&part.cache);
            auto *result = part.as<chat::ToolResultPart>();
            for (size_t i = 0; result && i < result->content.size(); ++i) {
                if (result->content[i].cache)
                    marks.push_back(&result->content[i].cache);
            }
        }
    };
    collect(conversation.system);
    for (Turn &turn : conversation.turns)
        collect(turn.parts);
    const size_t most = size_t(std::max(room, 0));
    for (size_t i = 0; i + most < marks.size(); ++i) {
        marks[i]->reset();
        losses.append(Loss{"cache_control", "one mark too many: the earliest was removed"});
    }
}

void writeMessages(JsonOut &out, const Conversation &conversation)
{
    if (!conversation.system.empty()) {
        out.key("system");
        writeContent(out, conversation.system);
    }
    out.key("messages").beginArray();
    for (const Turn &turn : conversation.turns) {
        out.beginObject();
        out.textMember("role", turn.role == Role::Assistant ? "assistant"
                               : turn.role == Role::System  ? "system"
                                                            : "user");
        out.key("content");
        writeContent(out, turn.parts);
        writeMembers(out, turn.extra);
        out.endObject();
    }
    out.endArray();
}

void writeThinking(JsonOut &out, const ThinkingPlan &plan, const Json &extra)
{
    using Mode = ThinkingPlan::Mode;
    if (plan.mode == Mode::Unsaid)
        return;
    out.key("thinking").beginObject();
    if (plan.mode == Mode::Disabled) {
        out.textMember("type", "disabled");
    } else if (plan.mode == Mode::Adaptive) {
        out.textMember("type", "adaptive");
    } else {
        out.textMember("type", "enabled");
        out.key("budget_tokens").number(plan.budget);
    }
    if (plan.isOn()) {
        out.textMemberIfSet("display", plan.display);
        writeMembers(out, extra["thinking"]);
    }
    out.endObject();
}

void writeOutputConfig(JsonOut &out, const ChatRequest &request, const ThinkingPlan &thinking,
                       const ToolPlan &tools)
{
    const Json &extra = request.extensions.of(Mine)["output_config"];
    Json config;
    if (!thinking.effort.isEmpty())
        config.set("effort", thinking.effort);
    if (tools.nativeShape) {
        Json format = Json::object({{"type", "json_schema"}, {"schema", request.shape.schema}});
        addMissing(format, extra["format"]);
        config.set("format", format);
    }
    addMissing(config, leftOver(extra, {"effort", "format"}));
    if (config.size() > 0)
        out.key("output_config").value(config);
}

void writeSampling(JsonOut &out, const ChatRequest &request, const Traits &traits, bool thinks,
                   Losses &losses)
{
    const chat::Sampling &sampling = request.sampling;
    const auto lost = [&](const char *field, const char *why) { losses.append(Loss{field, why}); };
    const auto write = [&](const char *field, const QByteArray &number, bool allowed,
                           const char *why) {
        if (number.isEmpty())
            return;
        if (traits.sampling && allowed)
            out.key(field).raw(number);
        else
            lost(field, traits.sampling ? why : "the model takes no sampling settings");
    };
    const double temperature = sampling.temperature.toDouble();
    if (temperature > 1 && !thinks && traits.sampling) {
        out.key("temperature").raw("1");
        lost("temperature", "at most 1: it was clamped");
    } else {
        write("temperature", sampling.temperature, !thinks || temperature == 1,
              "must be 1 while the model thinks");
    }
    const bool both = !sampling.temperature.isEmpty() && !thinks;
    write("top_p", sampling.topP, !both && (!thinks || sampling.topP.toDouble() >= 0.95),
          both ? "not together with temperature" : "at least 0.95 while the model thinks");
    write("top_k", sampling.topK, !thinks, "not while the model thinks");
    QList<QByteArray> stops;
    for (const QByteArray &stop : sampling.stop) {
        if (stop.trimmed().isEmpty())
            lost("stop", "a stop sequence of white space is refused");
        else
            stops.append(stop);
    }
    if (stops.isEmpty())
        return;
    out.key("stop_sequences").beginArray();
    for (const QByteArray &stop : stops)
        out.text(stop);
    out.endArray();
}

void writeIdentity(JsonOut &out, const ChatRequest &request, Losses &losses)
{
    const Json &extra = request.extensions.of(Mine)["metadata"];
    if (!request.userId.isEmpty() || !extra.isNull()) {
        out.key("metadata").beginObject();
        out.textMemberIfSet("user_id", request.userId);
        writeMembers(out, extra);
        out.endObject();
    }
    const QByteArray &tier = request.serviceTier;
    if (tier == "auto" || tier == "standard_only")
        out.textMember("service_tier", tier);
    else if (tier == "default")
        out.textMember("service_tier", "standard_only");
    else if (!tier.isEmpty())
        losses.append(Loss{"service_tier", "there is no tier " + tier});
    if (request.cache)
        writeCacheMark(out, *request.cache);
}

/// What other formats can say and this one cannot.
void noteLosses(const ChatRequest &request, Losses &losses)
{
    const chat::Sampling &sampling = request.sampling;
    const auto note = [&](bool given, const char *field) {
        if (given)
            losses.append(Loss{field, "has no counterpart"});
    };
    note(!sampling.seed.isEmpty(), "seed");
    note(!sampling.minP.isEmpty(), "min_p");
    note(!sampling.frequencyPenalty.isEmpty(), "frequency_penalty");
    note(!sampling.presencePenalty.isEmpty(), "presence_penalty");
    note(sampling.logprobs.value_or(false), "logprobs");
    note(!request.metadata.isNull(), "metadata");
    note(!request.cacheKey.isEmpty(), "prompt_cache_key");
    note(!request.verbosity.isEmpty(), "verbosity");
    note(request.store.value_or(false), "store");
    for (const auto &[format, object] : request.extensions.objects) {
        if (format == Mine)
            continue;
        for (const base::JsonMember &member : object.members())
            losses.append(Loss{member.key, "only its own format knows this field"});
    }
}

base::Result<void> checkPossible(const ChatRequest &request)
{
    const auto refuse = [](const char *field, const char *why) {
        return base::fail(
            {.code = base::ErrorCode::Unsupported,
             .detail = QLatin1String(field) + QStringLiteral(": ") + QLatin1String(why),
             .field = QLatin1String(field)});
    };
    if (request.sampling.count.value_or(1) > 1)
        return refuse("n", "Anthropic gives one answer a request");
    if (!request.previousResponseId.isEmpty())
        return refuse("previous_response_id", "Anthropic keeps no conversation");
    return {};
}

QByteArray writeBody(const ChatRequest &request, const Traits &traits,
                     const Conversation &conversation, const ThinkingPlan &thinking,
                     const ToolPlan &tools, Losses &losses)
{
    const Json &extra = request.extensions.of(Mine);
    QByteArray body;
    body.reserve(4096);
    JsonOut out(body);
    out.beginObject();
    out.textMember("model", request.model);
    out.key("max_tokens").number(thinking.maxTokens);
    if (request.stream)
        out.key("stream").boolean(true);
    writeMessages(out, conversation);
    writeTools(out, tools);
    writeThinking(out, thinking, extra);
    writeOutputConfig(out, request, thinking, tools);
    writeSampling(out, request, traits, thinking.isOn(), losses);
    writeIdentity(out, request, losses);
    writeMembers(out, leftOver(extra, {"thinking", "output_config", "metadata"}));
    out.endObject();
    return withTraits(body, traits);
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    if (auto possible = checkPossible(request); !possible)
        return base::fail(possible.error());
    EncodedRequest encoded;
    auto conversation = arrange(request, traits, encoded.losses);
    if (!conversation)
        return base::fail(conversation.error());
    const ThinkingPlan thinking = planThinking(request, traits, *conversation, encoded.losses);
    ToolNames names(LongestToolName);
    auto tools = planTools(request, traits, thinking.isOn(), names, *conversation, encoded.losses);
    if (!tools)
        return base::fail(tools.error());
    if (!tools->instruction.isEmpty())
        conversation->system.emplace_back(chat::TextPart{.text = tools->instruction});
    limitCacheMarks(*tools, *conversation, traits.maxCacheMarks - (request.cache ? 1 : 0),
                    encoded.losses);
    noteLosses(request, encoded.losses);
    encoded.body = writeBody(request, traits, *conversation, thinking, *tools, encoded.losses);
    encoded.renamedTools = names.renamed();
    const QByteArray betas = betasFor(request, *conversation, thinking, *tools);
    if (!betas.isEmpty())
        encoded.headers.append({"anthropic-beta", betas});
    return encoded;
}

} // namespace omni::wire::anthropic

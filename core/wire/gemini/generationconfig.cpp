// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/generationconfig.h"

#include "core/wire/gemini/schema.h"
#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

using base::Json;
using chat::ChatRequest;
using chat::ResponseShape;

namespace {

constexpr char JsonType[] = "application/json";
constexpr size_t MaxStops = 5;

bool decodeThinking(FieldReader &in, const Json &written, const FieldPath &where,
                    chat::ReasoningWish &wish, Json &rest)
{
    if (written.isNull())
        return true;
    if (!in.object(written, where))
        return false;
    const Json thinking = camelKeys(written);
    QByteArray level;
    if (!in.boolean(thinking["includeThoughts"], where["includeThoughts"], wish.includeThoughts) ||
        !in.integer(thinking["thinkingBudget"], where["thinkingBudget"], wish.budget) ||
        !in.text(thinking["thinkingLevel"], where["thinkingLevel"], level))
        return false;
    if (wish.budget && !level.isEmpty())
        return in.wrong(where["thinkingLevel"], "cannot stand beside thinkingBudget");
    if (wish.budget && *wish.budget < -1)
        return in.wrong(where["thinkingBudget"], "must be -1 or more");
    level = level.toLower();
    if (level != "thinking_level_unspecified")
        wish.effort = level;
    if (!wish.effort.isEmpty() && wish.effort != "minimal" && wish.effort != "low" &&
        wish.effort != "medium" && wish.effort != "high")
        return in.wrong(where["thinkingLevel"], "must be minimal, low, medium or high");
    // Thoughts stay inside unless they are asked for.
    if (!wish.includeThoughts)
        wish.includeThoughts = false;
    rest.setIfPresent("thinkingConfig",
                      leftOver(thinking, {"includeThoughts", "thinkingBudget", "thinkingLevel"}));
    return true;
}

bool decodeShape(FieldReader &in, const Json &config, const FieldPath &where, ResponseShape &shape,
                 Json &rest)
{
    QByteArray type;
    if (!in.text(config["responseMimeType"], where["responseMimeType"], type))
        return false;
    const Json &whole = config["responseJsonSchema"];
    const Json &reduced = config["responseSchema"];
    if (!whole.isNull() && !reduced.isNull())
        return in.wrong(where["responseJsonSchema"], "cannot stand beside responseSchema");
    for (const char *key : {"responseSchema", "responseJsonSchema"}) {
        if (!config[key].isNull() && !in.object(config[key], where[key]))
            return false;
    }
    // Bare enum words and whatever else is no JSON: only this API can answer so.
    if (!type.isEmpty() && type != JsonType && type != "text/plain") {
        rest.set("responseMimeType", type);
        rest.setIfPresent("responseSchema", reduced);
        rest.setIfPresent("responseJsonSchema", whole);
        return true;
    }
    if (!reduced.isNull()) {
        shape.kind = ResponseShape::Kind::JsonSchema;
        shape.schema = toJsonSchema(reduced);
        shape.extensions.put(Mine, Json::object({{"responseSchema", reduced}}));
    } else if (!whole.isNull()) {
        shape.kind = ResponseShape::Kind::JsonSchema;
        shape.schema = whole;
    } else if (!type.isEmpty()) {
        shape.kind = type == JsonType ? ResponseShape::Kind::JsonObject : ResponseShape::Kind::Text;
    }
    return true;
}

bool decodeStops(FieldReader &in, const Json &stops, const FieldPath &where,
                 std::vector<QByteArray> &out)
{
    if (stops.isNull())
        return true;
    if (!in.array(stops, where))
        return false;
    if (size_t(stops.size()) > MaxStops)
        return in.wrong(where, "at most 5 are allowed");
    for (qsizetype i = 0; i < stops.size(); ++i) {
        if (!stops.at(i).isString())
            return in.wrong(where.at(i), "a string is wanted");
        out.push_back(stops.at(i).toBytes());
    }
    return true;
}

bool decodeSampling(FieldReader &in, const Json &config, const FieldPath &where,
                    ChatRequest &request)
{
    chat::Sampling &sampling = request.sampling;
    const auto number = [&](const char *key, QByteArray &out) {
        return in.number(config[key], where[key], out);
    };
    if (!number("temperature", sampling.temperature) || !number("topP", sampling.topP) ||
        !number("topK", sampling.topK) || !number("seed", sampling.seed) ||
        !number("presencePenalty", sampling.presencePenalty) ||
        !number("frequencyPenalty", sampling.frequencyPenalty) ||
        !in.integer(config["candidateCount"], where["candidateCount"], sampling.count) ||
        !in.integer(config["maxOutputTokens"], where["maxOutputTokens"], request.maxOutputTokens) ||
        !in.boolean(config["responseLogprobs"], where["responseLogprobs"], sampling.logprobs) ||
        !in.integer(config["logprobs"], where["logprobs"], sampling.topLogprobs) ||
        !decodeStops(in, config["stopSequences"], where["stopSequences"], sampling.stop))
        return false;
    if (sampling.count && *sampling.count < 1)
        return in.wrong(where["candidateCount"], "must be at least 1");
    if (request.maxOutputTokens && *request.maxOutputTokens < 1)
        return in.wrong(where["maxOutputTokens"], "must be at least 1");
    return true;
}

void writeNumber(JsonOut &out, const char *key, const QByteArray &number)
{
    if (!number.isEmpty())
        out.key(key).raw(number);
}

void writeSampling(JsonOut &out, const ChatRequest &request, const Traits &traits, Losses &losses)
{
    const chat::Sampling &sampling = request.sampling;
    if (traits.sampling) {
        writeNumber(out, "temperature", sampling.temperature);
        writeNumber(out, "topP", sampling.topP);
        writeNumber(out, "topK", sampling.topK);
        writeNumber(out, "presencePenalty", sampling.presencePenalty);
        writeNumber(out, "frequencyPenalty", sampling.frequencyPenalty);
    } else if (sampling != chat::Sampling{.count = sampling.count, .stop = sampling.stop}) {
        losses.append(Loss{"temperature", "the model takes no sampling fields"});
    }
    writeNumber(out, "seed", sampling.seed);
    if (sampling.count)
        out.key("candidateCount").number(*sampling.count);
    if (sampling.logprobs)
        out.key("responseLogprobs").boolean(*sampling.logprobs);
    if (sampling.topLogprobs)
        out.key("logprobs").number(*sampling.topLogprobs);
    if (!sampling.minP.isEmpty())
        losses.append(Loss{"min_p", "has no counterpart"});
    if (sampling.stop.empty())
        return;
    if (sampling.stop.size() > MaxStops)
        losses.append(Loss{"stop", "five sequences at most: the rest was left out"});
    out.key("stopSequences").beginArray();
    for (size_t i = 0; i < std::min(sampling.stop.size(), MaxStops); ++i)
        out.text(sampling.stop[i]);
    out.endArray();
}

void writeLimit(JsonOut &out, const ChatRequest &request, const Traits &traits, Losses &losses)
{
    if (!request.maxOutputTokens)
        return;
    qint64 limit = *request.maxOutputTokens;
    if (traits.maxOutputTokens && limit > *traits.maxOutputTokens) {
        limit = *traits.maxOutputTokens;
        losses.append(Loss{"max_tokens", "more than the model can write: its limit was set"});
    }
    out.key("maxOutputTokens").number(limit);
}

} // namespace

bool decodeConfig(FieldReader &in, const Json &written, const FieldPath &where,
                  ChatRequest &request, Json &rest)
{
    if (written.isNull())
        return true;
    if (!in.object(written, where))
        return false;
    const Json config = camelKeys(written);
    Json left =
        leftOver(config, {"temperature", "topP", "topK", "seed", "presencePenalty",
                          "frequencyPenalty", "candidateCount", "maxOutputTokens",
                          "responseLogprobs", "logprobs", "stopSequences", "responseMimeType",
                          "responseSchema", "responseJsonSchema", "thinkingConfig"});
    if (!decodeSampling(in, config, where, request) ||
        !decodeShape(in, config, where, request.shape, left) ||
        !decodeThinking(in, config["thinkingConfig"], where["thinkingConfig"], request.reasoning,
                        left))
        return false;
    rest.setIfPresent("generationConfig", left);
    return true;
}

void writeConfig(JsonOut &out, const ChatRequest &request, const Traits &traits,
                 const ShapePlan &shape, const Json &thinking, Losses &losses)
{
    QByteArray text;
    JsonOut config(text);
    config.beginObject();
    writeSampling(config, request, traits, losses);
    writeLimit(config, request, traits, losses);
    config.textMemberIfSet("responseMimeType", shape.mimeType);
    if (!shape.schema.isNull())
        config.key("responseJsonSchema").value(shape.schema);
    if (!shape.reducedSchema.isNull())
        config.key("responseSchema").value(shape.reducedSchema);
    if (!thinking.isNull())
        config.key("thinkingConfig").value(thinking);
    writeMembers(config,
                 leftOver(request.extensions.of(Mine)["generationConfig"], {"thinkingConfig"}));
    config.endObject();
    if (text.size() > 2)
        out.key("generationConfig").raw(text);
}

} // namespace omni::wire::gemini

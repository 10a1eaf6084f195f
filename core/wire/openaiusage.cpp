// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaiusage.h"

#include "core/wire/members.h"

#include <algorithm>
#include <span>

namespace omni::wire {

using base::Json;
using base::JsonMember;
using chat::TokenCount;
using chat::Usage;

namespace {

using Counter = std::optional<TokenCount>;

struct Row
{
    const char *key;
    Counter Usage::*field;
};

constexpr Row InputDetails[] = {
    {"cached_tokens", &Usage::cachedRead},
    {"cache_write_tokens", &Usage::cacheWrite},
    {"audio_tokens", &Usage::audioInput},
    {"image_tokens", &Usage::imageInput},
};
constexpr Row OutputDetails[] = {
    {"reasoning_tokens", &Usage::reasoning},
    {"audio_tokens", &Usage::audioOutput},
    {"accepted_prediction_tokens", &Usage::acceptedPrediction},
    {"rejected_prediction_tokens", &Usage::rejectedPrediction},
};
/// Spellings outside OpenAI's own; they count only where OpenAI's field is missing.
constexpr Row Variants[] = {
    {"prompt_cache_hit_tokens", &Usage::cachedRead},
    {"cached_tokens", &Usage::cachedRead},
    {"num_cached_tokens", &Usage::cachedRead},
    {"cache_read_input_tokens", &Usage::cachedRead},
    {"cache_creation_input_tokens", &Usage::cacheWrite},
    {"reasoning_tokens", &Usage::reasoning},
    {"audio_prompt_tokens", &Usage::audioInput},
    {"input_tokens", &Usage::input},
    {"output_tokens", &Usage::output},
};

void take(Counter &into, const Json &value)
{
    if (!into && value.isNumber())
        into = value.asInt();
}

bool isKnownDetail(std::span<const Row> rows, const QByteArray &key)
{
    return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return key == row.key; });
}

Json detailsLeftOver(const Json &details, std::span<const Row> rows)
{
    Json rest;
    for (const JsonMember &member : details.members()) {
        if (!member.value.isNull() && !isKnownDetail(rows, member.key))
            rest.set(member.key, member.value);
    }
    return rest;
}

void writeDetails(JsonOut &out, const char *key, const Usage &usage, std::span<const Row> rows,
                  const Json &leftOver)
{
    const bool any = std::any_of(rows.begin(), rows.end(),
                                 [&](const Row &row) { return (usage.*row.field).has_value(); });
    if (!any && leftOver.isNull())
        return;
    out.key(key).beginObject();
    for (const Row &row : rows) {
        if (const Counter &counter = usage.*row.field)
            out.key(row.key).number(*counter);
    }
    for (const JsonMember &member : leftOver.members())
        out.key(member.key).value(member.value);
    out.endObject();
}

} // namespace

Usage decodeOpenAiUsage(const Json &json)
{
    Usage usage;
    if (!json.isObject())
        return usage;
    take(usage.input, json["prompt_tokens"]);
    take(usage.output, json["completion_tokens"]);
    for (const Row &row : InputDetails)
        take(usage.*row.field, json["prompt_tokens_details"][row.key]);
    for (const Row &row : OutputDetails)
        take(usage.*row.field, json["completion_tokens_details"][row.key]);
    // Claude's own counting leaves the cached tokens out of `input_tokens`.
    const bool isClaudeStyle = !usage.input && json["input_tokens"].isNumber();
    for (const Row &row : Variants)
        take(usage.*row.field, json[row.key]);
    if (isClaudeStyle && usage.input)
        usage.input = *usage.input + usage.cachedRead.value_or(0) + usage.cacheWrite.value_or(0);
    take(usage.webSearches, json["server_tool_use_details"]["web_search_requests"]);
    Counter total;
    take(total, json["total_tokens"]);
    if (usage.input.value_or(0) == 0 && usage.output.value_or(0) == 0 && total.value_or(0) == 0)
        return {};
    if (total && usage.input && usage.output) {
        const TokenCount sum = *usage.input + *usage.output;
        const TokenCount thought = usage.reasoning.value_or(0);
        // xAI does not count reasoning as output, only in the total.
        if (thought > 0 && *total == sum + thought)
            usage.output = *usage.output + thought;
        else if (*total != sum)
            usage.total = total;
    }
    return usage;
}

Json openAiUsageLeftOver(const Json &json)
{
    Json rest = leftOver(json, {"prompt_tokens", "completion_tokens", "total_tokens",
                                "prompt_tokens_details", "completion_tokens_details"});
    rest.setIfPresent("prompt_tokens_details",
                      detailsLeftOver(json["prompt_tokens_details"], InputDetails));
    rest.setIfPresent("completion_tokens_details",
                      detailsLeftOver(json["completion_tokens_details"], OutputDetails));
    return rest;
}

void writeOpenAiUsage(JsonOut &out, const Usage &usage, const Json &leftOver)
{
    const TokenCount input = usage.input.value_or(0);
    const TokenCount output = usage.output.value_or(0);
    out.beginObject();
    out.key("prompt_tokens").number(input);
    out.key("completion_tokens").number(output);
    out.key("total_tokens").number(usage.total.value_or(input + output));
    writeDetails(out, "prompt_tokens_details", usage, InputDetails,
                 leftOver["prompt_tokens_details"]);
    writeDetails(out, "completion_tokens_details", usage, OutputDetails,
                 leftOver["completion_tokens_details"]);
    for (const JsonMember &member : leftOver.members()) {
        if (member.key != "prompt_tokens_details" && member.key != "completion_tokens_details")
            out.key(member.key).value(member.value);
    }
    out.endObject();
}

} // namespace omni::wire

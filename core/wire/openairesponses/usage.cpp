// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/usage.h"

#include "core/wire/members.h"

namespace omni::wire::openairesponses {

using base::Json;
using chat::TokenCount;
using chat::Usage;

namespace {

void take(std::optional<TokenCount> &into, const Json &value)
{
    if (value.isNumber())
        into = value.asInt();
}

void writeDetails(JsonOut &out, const char *key, const Json &rest,
                  std::initializer_list<std::pair<const char *, std::optional<TokenCount>>> known)
{
    out.key(key).beginObject();
    for (const auto &[name, count] : known) {
        if (count)
            out.key(name).number(*count);
    }
    writeMembers(out, rest);
    out.endObject();
}

} // namespace

Usage decodeUsage(const Json &json)
{
    Usage usage;
    if (!json.isObject())
        return usage;
    take(usage.input, json["input_tokens"]);
    take(usage.output, json["output_tokens"]);
    const Json &read = json["input_tokens_details"];
    take(usage.cachedRead, read["cached_tokens"]);
    take(usage.cacheWrite, read["cache_write_tokens"]);
    take(usage.audioInput, read["audio_tokens"]);
    take(usage.imageInput, read["image_tokens"]);
    const Json &written = json["output_tokens_details"];
    take(usage.reasoning, written["reasoning_tokens"]);
    take(usage.audioOutput, written["audio_tokens"]);
    std::optional<TokenCount> total;
    take(total, json["total_tokens"]);
    if (usage.input.value_or(0) == 0 && usage.output.value_or(0) == 0 && total.value_or(0) == 0)
        return {};
    if (total && *total != usage.input.value_or(0) + usage.output.value_or(0))
        usage.total = total;
    return usage;
}

Json usageLeftOver(const Json &json)
{
    Json rest = leftOver(json, {"input_tokens", "output_tokens", "total_tokens",
                                "input_tokens_details", "output_tokens_details"});
    rest.setIfPresent("input_tokens_details",
                      leftOver(json["input_tokens_details"], {"cached_tokens", "cache_write_tokens",
                                                              "audio_tokens", "image_tokens"}));
    rest.setIfPresent("output_tokens_details", leftOver(json["output_tokens_details"],
                                                        {"reasoning_tokens", "audio_tokens"}));
    return rest;
}

void writeUsage(JsonOut &out, const Usage &usage, const Json &leftOver)
{
    const TokenCount input = usage.input.value_or(0);
    const TokenCount output = usage.output.value_or(0);
    out.beginObject();
    out.key("input_tokens").number(input);
    writeDetails(out, "input_tokens_details", leftOver["input_tokens_details"],
                 {{"cached_tokens", usage.cachedRead.value_or(0)},
                  {"cache_write_tokens", usage.cacheWrite},
                  {"audio_tokens", usage.audioInput},
                  {"image_tokens", usage.imageInput}});
    out.key("output_tokens").number(output);
    writeDetails(
        out, "output_tokens_details", leftOver["output_tokens_details"],
        {{"reasoning_tokens", usage.reasoning.value_or(0)}, {"audio_tokens", usage.audioOutput}});
    out.key("total_tokens").number(usage.total.value_or(input + output));
    for (const base::JsonMember &member : leftOver.members()) {
        if (member.key != "input_tokens_details" && member.key != "output_tokens_details")
            out.key(member.key).value(member.value);
    }
    out.endObject();
}

} // namespace omni::wire::openairesponses

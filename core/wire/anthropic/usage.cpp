// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/usage.h"

#include "core/wire/anthropic/words.h"

namespace omni::wire::anthropic {

using base::Json;
using chat::Usage;

DecodedUsage decodeUsage(const Json &json)
{
    DecodedUsage decoded;
    Usage &usage = decoded.usage;
    usage.cachedRead = json["cache_read_input_tokens"].asInt();
    usage.cacheWrite = json["cache_creation_input_tokens"].asInt();
    // `input_tokens` is the fresh part alone.
    if (const auto fresh = json["input_tokens"].asInt())
        usage.input = *fresh + usage.cachedRead.value_or(0) + usage.cacheWrite.value_or(0);
    usage.output = json["output_tokens"].asInt();
    const Json &creation = json["cache_creation"];
    usage.cacheWrite5m = creation["ephemeral_5m_input_tokens"].asInt();
    usage.cacheWrite1h = creation["ephemeral_1h_input_tokens"].asInt();
    usage.webSearches = json["server_tool_use"]["web_search_requests"].asInt();
    usage.reasoning = json["output_tokens_details"]["thinking_tokens"].asInt();
    decoded.tier = json["service_tier"].toBytes();
    decoded.rest = leftOver(json, {"cache_read_input_tokens", "cache_creation_input_tokens",
                                   "input_tokens", "output_tokens", "cache_creation",
                                   "server_tool_use", "output_tokens_details"});
    const auto keep = [&](const char *key, std::initializer_list<QByteArrayView> known) {
        decoded.rest.setIfPresent(key, leftOver(json[key], known));
    };
    keep("cache_creation", {"ephemeral_5m_input_tokens", "ephemeral_1h_input_tokens"});
    keep("server_tool_use", {"web_search_requests"});
    keep("output_tokens_details", {"thinking_tokens"});
    return decoded;
}

Json encodeUsage(const Usage &usage, const QByteArray &tier, const Json &rest, bool whole)
{
    Json json = Json::object();
    const auto set = [](Json &object, const char *key, const std::optional<qint64> &count) {
        if (count)
            object.set(key, *count);
    };
    if (usage.input)
        json.set("input_tokens", std::max<qint64>(0, *usage.input - usage.cachedRead.value_or(0) -
                                                         usage.cacheWrite.value_or(0)));
    else if (whole)
        json.set("input_tokens", 0);
    set(json, "cache_creation_input_tokens", usage.cacheWrite);
    set(json, "cache_read_input_tokens", usage.cachedRead);
    if (usage.cacheWrite5m || usage.cacheWrite1h) {
        Json creation = Json::object();
        set(creation, "ephemeral_5m_input_tokens", usage.cacheWrite5m);
        set(creation, "ephemeral_1h_input_tokens", usage.cacheWrite1h);
        json.set("cache_creation", creation);
    }
    if (usage.output)
        json.set("output_tokens", *usage.output);
    else if (whole)
        json.set("output_tokens", 0);
    if (usage.webSearches)
        json.set("server_tool_use", Json::object({{"web_search_requests", *usage.webSearches}}));
    if (usage.reasoning)
        json.set("output_tokens_details", Json::object({{"thinking_tokens", *usage.reasoning}}));
    if (!tier.isEmpty())
        json.set("service_tier", tier);
    addMissing(json, rest);
    return json;
}

} // namespace omni::wire::anthropic

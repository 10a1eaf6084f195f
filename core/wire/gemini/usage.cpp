// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/usage.h"

#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

using base::Json;
using chat::Usage;

namespace {

std::optional<qint64> countOf(const Json &details, QByteArrayView modality)
{
    for (const Json &detail : details.items()) {
        if (QByteArrayView(detail["modality"].toBytes()) == modality)
            return detail["tokenCount"].asInt();
    }
    return std::nullopt;
}

std::optional<qint64> sumOf(const std::optional<qint64> &a, const std::optional<qint64> &b)
{
    if (!a && !b)
        return std::nullopt;
    return a.value_or(0) + b.value_or(0);
}

void setCount(Json &object, const char *key, const std::optional<qint64> &count)
{
    if (count)
        object.set(key, *count);
}

/// Details that other vendors give; the upstream's own list wins.
void addDetails(Json &object, const char *key, const std::optional<qint64> &total,
                std::initializer_list<std::pair<const char *, std::optional<qint64>>> others,
                const Json &rest)
{
    if (!total || rest.contains(key))
        return;
    qint64 text = *total;
    Json list = Json::array();
    for (const auto &[modality, count] : others) {
        if (!count)
            continue;
        text -= *count;
        list.append(Json::object({{"modality", modality}, {"tokenCount", *count}}));
    }
    if (list.size() == 0)
        return;
    Json all = Json::array(
        {Json::object({{"modality", "TEXT"}, {"tokenCount", std::max<qint64>(0, text)}})});
    for (const Json &detail : list.items())
        all.append(detail);
    object.set(key, all);
}

} // namespace

DecodedUsage decodeUsage(const Json &json)
{
    DecodedUsage decoded;
    if (!json.isObject())
        return decoded;
    Usage &usage = decoded.usage;
    usage.toolInput = json["toolUsePromptTokenCount"].asInt();
    usage.input = sumOf(json["promptTokenCount"].asInt(), usage.toolInput);
    usage.cachedRead = json["cachedContentTokenCount"].asInt();
    usage.reasoning = json["thoughtsTokenCount"].asInt();
    usage.output = sumOf(json["candidatesTokenCount"].asInt(), usage.reasoning);
    if (const auto total = json["totalTokenCount"].asInt()) {
        if (*total != usage.input.value_or(0) + usage.output.value_or(0))
            usage.total = total;
    }
    usage.audioInput = countOf(json["promptTokensDetails"], "AUDIO");
    usage.imageInput = countOf(json["promptTokensDetails"], "IMAGE");
    usage.audioOutput = countOf(json["candidatesTokensDetails"], "AUDIO");
    decoded.rest =
        leftOver(json, {"promptTokenCount", "toolUsePromptTokenCount", "cachedContentTokenCount",
                        "thoughtsTokenCount", "candidatesTokenCount", "totalTokenCount"});
    return decoded;
}

Json encodeUsage(const Usage &usage, const Json &rest)
{
    Json json;
    if (usage.input)
        json.set("promptTokenCount", *usage.input - usage.toolInput.value_or(0));
    if (usage.output) {
        const qint64 said = std::max<qint64>(0, *usage.output - usage.reasoning.value_or(0));
        // Where thinking was all, the API counts no candidate.
        if (said > 0 || !usage.reasoning)
            json.set("candidatesTokenCount", said);
    }
    if (usage.input || usage.output || usage.total)
        json.set("totalTokenCount",
                 usage.total.value_or(usage.input.value_or(0) + usage.output.value_or(0)));
    setCount(json, "cachedContentTokenCount", usage.cachedRead);
    setCount(json, "toolUsePromptTokenCount", usage.toolInput);
    setCount(json, "thoughtsTokenCount", usage.reasoning);
    addDetails(json, "promptTokensDetails", usage.input,
               {{"AUDIO", usage.audioInput}, {"IMAGE", usage.imageInput}}, rest);
    addDetails(json, "candidatesTokensDetails", usage.output, {{"AUDIO", usage.audioOutput}}, rest);
    addMissing(json, rest);
    return json;
}

} // namespace omni::wire::gemini

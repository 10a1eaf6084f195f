// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/traitsjson.h"

#include "core/catalog/fieldreader.h"

namespace omni::catalog {

using base::Json;
using chat::Traits;

namespace {

struct Flag
{
    const char *name;
    bool Traits::*member;
};

constexpr Flag Flags[] = {
    {"developerRole", &Traits::developerRole},
    {"systemRole", &Traits::systemRole},
    {"streamUsage", &Traits::streamUsage},
    {"maxCompletionTokens", &Traits::maxCompletionTokens},
    {"sampling", &Traits::sampling},
    {"reasoningEffort", &Traits::reasoningEffort},
    {"reasoningInHistory", &Traits::reasoningInHistory},
    {"adaptiveThinking", &Traits::adaptiveThinking},
    {"structuredOutput", &Traits::structuredOutput},
    {"cacheMarks", &Traits::cacheMarks},
    {"toolResultMedia", &Traits::toolResultMedia},
    {"freeFormTools", &Traits::freeFormTools},
    {"parallelToolCalls", &Traits::parallelToolCalls},
    {"remoteMedia", &Traits::remoteMedia},
    {"storesResponses", &Traits::storesResponses},
    {"toolChoiceRequiredIsAny", &Traits::toolChoiceRequiredIsAny},
    {"fullSchemas", &Traits::fullSchemas},
    {"toolsAlone", &Traits::toolsAlone},
    {"validatedTools", &Traits::validatedTools},
};

} // namespace

std::optional<base::Error> readTraits(const Json &object, const QByteArray &path, Traits *traits)
{
    FieldReader reader(object, path);
    for (const Flag &flag : Flags)
        reader.flag(flag.name, &(traits->*flag.member));
    std::optional<qint64> idLength = traits->toolCallIdLength;
    reader.count("toolCallIdLength", &idLength);
    traits->toolCallIdLength = int(*idLength);
    std::optional<qint64> marks = traits->maxCacheMarks;
    reader.count("maxCacheMarks", &marks);
    traits->maxCacheMarks = int(*marks);
    reader.count("maxOutputTokens", &traits->maxOutputTokens);
    reader.bytes("defaultInstructions", &traits->defaultInstructions);
    reader.bytes("serviceTiers", &traits->serviceTiers);
    std::optional<qint64> budget = traits->minThinkingBudget;
    reader.count("minThinkingBudget", &budget);
    traits->minThinkingBudget = *budget;
    reader.bytes("thinkingLevels", &traits->thinkingLevels);
    const Json &extra = reader.raw("extraBody");
    if (extra.isObject())
        traits->extraBody = extra.toJson();
    else if (!extra.isNull())
        reader.complain("extraBody", "must be an object");
    reader.bytes("refusedFields", &traits->refusedFields);
    return reader.error();
}

Json traitsJson(const Traits &traits, const Traits &normal)
{
    Json object = Json::object();
    for (const Flag &flag : Flags) {
        if (traits.*flag.member != normal.*flag.member)
            object.set(flag.name, traits.*flag.member);
    }
    if (traits.toolCallIdLength != normal.toolCallIdLength)
        object.set("toolCallIdLength", traits.toolCallIdLength);
    if (traits.maxCacheMarks != normal.maxCacheMarks)
        object.set("maxCacheMarks", traits.maxCacheMarks);
    if (traits.maxOutputTokens != normal.maxOutputTokens && traits.maxOutputTokens)
        object.set("maxOutputTokens", *traits.maxOutputTokens);
    if (traits.defaultInstructions != normal.defaultInstructions)
        object.set("defaultInstructions", traits.defaultInstructions);
    if (traits.serviceTiers != normal.serviceTiers)
        object.set("serviceTiers", traits.serviceTiers);
    if (traits.minThinkingBudget != normal.minThinkingBudget)
        object.set("minThinkingBudget", traits.minThinkingBudget);
    if (traits.thinkingLevels != normal.thinkingLevels)
        object.set("thinkingLevels", traits.thinkingLevels);
    if (traits.extraBody != normal.extraBody)
        object.set("extraBody", Json::parse(traits.extraBody).value_or(Json::object()));
    if (traits.refusedFields != normal.refusedFields)
        object.set("refusedFields", traits.refusedFields);
    return object;
}

} // namespace omni::catalog

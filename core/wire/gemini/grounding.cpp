// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/grounding.h"

namespace omni::wire::gemini {

using base::Json;

namespace {

Json citation(const QByteArray &url, const QByteArray &title)
{
    Json made = Json::object({{"type", "url_citation"}, {"url", url}});
    made.set("title", title.isEmpty() ? url : title);
    return made;
}

/// The page, file or map entry that a chunk stands for.
Json sourceOf(const Json &chunk)
{
    for (const char *key : {"web", "retrievedContext", "maps"}) {
        const Json &source = chunk[key];
        if (source.isObject() && !source["uri"].toBytes().isEmpty())
            return citation(source["uri"].toBytes(), source["title"].toBytes());
    }
    return {};
}

Json tokenOf(const Json &candidate)
{
    Json bytes = Json::array();
    for (const char c : candidate["token"].toBytes())
        bytes.append(int(uchar(c)));
    return Json::object({{"token", candidate["token"]},
                         {"logprob", candidate["logProbability"]},
                         {"bytes", bytes}});
}

Json candidateOf(const Json &token)
{
    return Json::object({{"token", token["token"]}, {"logProbability", token["logprob"]}});
}

} // namespace

Json citationsOf(const Json &candidate)
{
    Json all;
    const Json &grounding = candidate["groundingMetadata"];
    const Json &chunks = grounding["groundingChunks"];
    QList<qsizetype> cited;
    for (const Json &support : grounding["groundingSupports"].items()) {
        for (const Json &index : support["groundingChunkIndices"].items()) {
            Json made = sourceOf(chunks.at(qsizetype(index.toInt(-1))));
            if (made.isNull())
                continue;
            const QByteArray &text = support["segment"]["text"].toBytes();
            if (!text.isEmpty())
                made.set("cited_text", text);
            cited.append(qsizetype(index.toInt()));
            all.append(made);
        }
    }
    for (qsizetype i = 0; i < chunks.size(); ++i) {
        const Json made = cited.contains(i) ? Json() : sourceOf(chunks.at(i));
        if (!made.isNull())
            all.append(made);
    }
    const Json &metadata = candidate["citationMetadata"];
    for (const char *key : {"citationSources", "citations"}) {
        for (const Json &source : metadata[key].items()) {
            if (!source["uri"].toBytes().isEmpty())
                all.append(citation(source["uri"].toBytes(), source["title"].toBytes()));
        }
    }
    return all;
}

Json groundingOf(const Json &citations)
{
    Json chunks = Json::array();
    Json supports = Json::array();
    for (const Json &each : citations.items()) {
        const Json &place = each["url_citation"].isObject() ? each["url_citation"] : each;
        const QByteArray &url = place["url"].toBytes();
        if (url.isEmpty())
            continue;
        chunks.append(Json::object(
            {{"web", Json::object({{"uri", url}, {"title", place["title"].toBytes()}})}}));
        const QByteArray &text = place["cited_text"].toBytes();
        if (text.isEmpty())
            continue;
        supports.append(
            Json::object({{"segment", Json::object({{"text", text}})},
                          {"groundingChunkIndices", Json::array({Json(chunks.size() - 1)})}}));
    }
    if (chunks.size() == 0)
        return {};
    Json grounding = Json::object({{"groundingChunks", chunks}});
    if (supports.size() > 0)
        grounding.set("groundingSupports", supports);
    return grounding;
}

Json openAiLogprobs(const Json &result)
{
    if (!result["chosenCandidates"].isArray())
        return {};
    Json content = Json::array();
    const Json &chosen = result["chosenCandidates"];
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        Json token = tokenOf(chosen.at(i));
        Json top = Json::array();
        for (const Json &other : result["topCandidates"].at(i)["candidates"].items())
            top.append(tokenOf(other));
        token.set("top_logprobs", top);
        content.append(token);
    }
    return Json::object({{"content", content}});
}

Json logprobsResult(const Json &openAi)
{
    if (!openAi["content"].isArray())
        return {};
    Json chosen = Json::array();
    Json top = Json::array();
    for (const Json &token : openAi["content"].items()) {
        chosen.append(candidateOf(token));
        Json others = Json::array();
        for (const Json &other : token["top_logprobs"].items())
            others.append(candidateOf(other));
        top.append(Json::object({{"candidates", others}}));
    }
    return Json::object({{"chosenCandidates", chosen}, {"topCandidates", top}});
}

} // namespace omni::wire::gemini

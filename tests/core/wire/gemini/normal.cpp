// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/wire/gemini/normal.h"

namespace omni::wiretest {

using base::Json;
using base::JsonMember;

namespace {

/// Below these the client's own words begin.
const QByteArrayList Foreign{"args",       "response",       "parametersJsonSchema",
                             "parameters", "responseSchema", "responseJsonSchema"};

QByteArray camel(const QByteArray &key)
{
    QByteArrayList words = key.split('_');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i] = words[i].left(1).toUpper() + words[i].mid(1);
    return words.join();
}

Json camelAll(const Json &value, int depth)
{
    if (value.isArray()) {
        Json out = Json::array();
        for (const Json &item : value.items())
            out.append(camelAll(item, depth));
        return out;
    }
    if (!value.isObject())
        return value;
    Json out = Json::object();
    for (const JsonMember &member : value.members()) {
        const QByteArray key = camel(member.key);
        // What is no field of ours keeps its spelling further down.
        const bool known = depth > 0 || key == "contents" || key == "tools" ||
                           key == "toolConfig" || key == "generationConfig" ||
                           key == "systemInstruction";
        const bool deeper = known && !Foreign.contains(key) && key != "fileSearch";
        if (key == "inlineData") {
            Json blob = camelAll(member.value, depth + 1);
            QByteArray data = blob["data"].toBytes();
            blob.set("data", data.replace('-', '+').replace('_', '/'));
            out.set(key, blob);
            continue;
        }
        out.set(key, deeper ? camelAll(member.value, depth + 1) : member.value);
    }
    return out;
}

Json gatheredTools(const Json &tools)
{
    Json functions = Json::array();
    Json others = Json::array();
    for (const Json &entry : tools.items()) {
        for (const JsonMember &member : entry.members()) {
            if (member.key != "functionDeclarations") {
                others.append(Json::object({member}));
                continue;
            }
            for (Json function : member.value.items()) {
                if (function["description"].toBytes().isEmpty())
                    function.remove("description");
                functions.append(function);
            }
        }
    }
    Json all = Json::array();
    if (functions.size() > 0)
        all.append(Json::object({{"functionDeclarations", functions}}));
    for (const Json &other : others.items())
        all.append(other);
    return all;
}

} // namespace

Json normalRequest(const Json &request)
{
    Json out = camelAll(request, 0);
    Json contents = Json::array();
    for (Json content : out["contents"].items()) {
        if (!content.contains("role"))
            content.set("role", "user");
        const Json last = contents.size() > 0 ? contents.at(contents.size() - 1) : Json();
        if (content["role"].toBytes() == "model" && last["role"].toBytes() == "model" &&
            last.toJson().contains("functionCall")) {
            Json::Array before = contents.items();
            Json parts = last["parts"];
            for (const Json &part : content["parts"].items())
                parts.append(part);
            before.last().set("parts", parts);
            contents = Json(before);
        } else if (content["parts"].size() > 0) {
            contents.append(content);
        }
    }
    out.set("contents", contents);
    if (out.contains("tools"))
        out.set("tools", gatheredTools(out["tools"]));
    Json config = out["generationConfig"];
    if (config.contains("thinkingConfig") &&
        !config["thinkingConfig"].contains("includeThoughts")) {
        Json thinking = config["thinkingConfig"];
        thinking.set("includeThoughts", false);
        config.set("thinkingConfig", thinking);
        out.set("generationConfig", config);
    }
    if (config.size() == 0)
        out.remove("generationConfig");
    return out;
}

Json normalAnswer(const Json &answer)
{
    Json out = answer;
    Json candidates = Json::array();
    for (qsizetype i = 0; i < answer["candidates"].size(); ++i) {
        Json candidate = answer["candidates"].at(i);
        Json content = candidate["content"];
        content.set("role", "model");
        candidate.set("content", content);
        candidate.set("index", qint64(i));
        candidates.append(candidate);
    }
    if (candidates.size() > 0)
        out.set("candidates", candidates);
    return out;
}

} // namespace omni::wiretest

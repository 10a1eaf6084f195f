// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaicompletions/logprobs.h"

#include <algorithm>

namespace omni::wire::openaicompletions {

using base::Json;
using base::JsonMember;

namespace {

qint64 charactersIn(const QByteArray &utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char byte) { return (uchar(byte) & 0xC0U) != 0x80U; });
}

} // namespace

Json chatLogprobs(const Json &legacy)
{
    const Json &tokens = legacy["tokens"];
    if (tokens.size() == 0)
        return {};
    Json content = Json::array();
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        Json top = Json::array();
        const Json alternatives = legacy["top_logprobs"].at(i);
        for (const JsonMember &member : alternatives.members())
            top.append(Json::object(
                {{"token", member.key}, {"logprob", member.value}, {"bytes", nullptr}}));
        content.append(Json::object({{"token", tokens.at(i)},
                                     {"logprob", legacy["token_logprobs"].at(i)},
                                     {"bytes", nullptr},
                                     {"top_logprobs", std::move(top)}}));
    }
    return Json::object({{"content", std::move(content)}});
}

Json legacyLogprobs(const Json &chat, qint64 offset)
{
    const Json &content = chat["content"];
    if (content.size() == 0)
        return {};
    Json tokens = Json::array();
    Json values = Json::array();
    Json tops = Json::array();
    Json offsets = Json::array();
    for (const Json &entry : content.items()) {
        tokens.append(entry["token"]);
        values.append(entry["logprob"]);
        Json top = Json::object();
        for (const Json &each : entry["top_logprobs"].items())
            top.set(each["token"].toBytes(), each["logprob"]);
        tops.append(std::move(top));
        offsets.append(offset);
        offset += charactersIn(entry["token"].toBytes());
    }
    return Json::object({{"tokens", std::move(tokens)},
                         {"token_logprobs", std::move(values)},
                         {"top_logprobs", std::move(tops)},
                         {"text_offset", std::move(offsets)}});
}

} // namespace omni::wire::openaicompletions

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/options.h"

namespace omni::wire::ollama {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Sampling;

namespace {

struct Number
{
    const char *key;
    QByteArray Sampling::*field;
};

constexpr Number Numbers[] = {
    {"temperature", &Sampling::temperature},
    {"top_p", &Sampling::topP},
    {"top_k", &Sampling::topK},
    {"min_p", &Sampling::minP},
    {"frequency_penalty", &Sampling::frequencyPenalty},
    {"presence_penalty", &Sampling::presencePenalty},
    {"seed", &Sampling::seed},
};

bool readStop(FieldReader &reader, const Json &stop, const FieldPath &at, Sampling &sampling)
{
    if (stop.isString()) {
        sampling.stop.push_back(stop.toBytes());
        return true;
    }
    if (!reader.array(stop, at))
        return !reader.failed();
    qsizetype index = 0;
    for (const Json &each : stop.items()) {
        if (!each.isString())
            return reader.wrong(at.at(index), "a string is wanted");
        sampling.stop.push_back(each.toBytes());
        ++index;
    }
    return true;
}

bool readOption(FieldReader &reader, const JsonMember &member, const FieldPath &at,
                ChatRequest &request, Json &rest)
{
    for (const Number &number : Numbers) {
        if (member.key == number.key)
            return reader.number(member.value, at, request.sampling.*number.field);
    }
    if (member.key == "stop")
        return readStop(reader, member.value, at, request.sampling);
    if (member.key == "num_predict") {
        std::optional<qint64> limit;
        if (!reader.integer(member.value, at, limit))
            return false;
        // -1 and -2 mean "no limit" and "until the context is full": nobody else's words.
        if (limit && *limit > 0) {
            request.maxOutputTokens = limit;
            return true;
        }
    }
    rest.set(member.key, member.value);
    return true;
}

} // namespace

bool readOptions(FieldReader &reader, const Json &options, const FieldPath &at,
                 ChatRequest &request, Json &rest)
{
    if (!reader.object(options, at))
        return !reader.failed();
    rest = Json::object();
    for (const JsonMember &member : options.members()) {
        if (!member.value.isNull() &&
            !readOption(reader, member, at[QByteArrayView(member.key)], request, rest))
            return false;
    }
    return true;
}

void writeOptions(JsonOut &out, const ChatRequest &request, const Traits &traits, const Json &rest,
                  const Json &extra)
{
    Json options = rest;
    if (traits.sampling) {
        for (const Number &number : Numbers) {
            const QByteArray &value = request.sampling.*number.field;
            if (!value.isEmpty())
                options.set(number.key, Json::number(value));
        }
    }
    if (request.maxOutputTokens)
        options.set("num_predict", *request.maxOutputTokens);
    if (!request.sampling.stop.empty()) {
        Json stop = Json::array();
        for (const QByteArray &each : request.sampling.stop)
            stop.append(each);
        options.set("stop", std::move(stop));
    }
    for (const JsonMember &member : extra.members())
        options.set(member.key, member.value);
    if (!options.isNull())
        out.key("options").value(options);
}

} // namespace omni::wire::ollama

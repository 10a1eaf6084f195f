// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/fields.h"
#include "core/wire/openaicompletions/request.h"

#include <array>

namespace omni::wire::openaicompletions {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Message;
using chat::Role;
using chat::Sampling;
using chat::TextPart;

namespace {

constexpr int MaxLogprobs = 5;
constexpr qsizetype MaxStops = 4;

struct Number
{
    const char *key;
    QByteArray Sampling::*field;
    bool isForeign; ///< no field of OpenAI's: kept as it is for the upstreams that know it
};

constexpr std::array<Number, 7> Numbers{{
    {"temperature", &Sampling::temperature, false},
    {"top_p", &Sampling::topP, false},
    {"frequency_penalty", &Sampling::frequencyPenalty, false},
    {"presence_penalty", &Sampling::presencePenalty, false},
    {"seed", &Sampling::seed, false},
    {"top_k", &Sampling::topK, true},
    {"min_p", &Sampling::minP, true},
}};

class RequestReader
{
public:
    explicit RequestReader(FieldReader &reader)
        : m_reader(reader)
    {}

    bool read(const Json &body);
    ChatRequest out;

private:
    bool member(const JsonMember &member);
    bool number(const JsonMember &member, const FieldPath &at, bool &known);
    bool limits(const JsonMember &member, const FieldPath &at, bool &known);
    bool prompt(const Json &json);
    bool suffix(const Json &json);
    bool logprobs(const Json &json);
    bool stop(const Json &json);
    bool streamOptions(const Json &json);

    FieldReader &m_reader;
    FieldPath m_root;
    Json m_rest = Json::object();
    QByteArray m_suffix;
};

bool RequestReader::read(const Json &body)
{
    if (!body.isObject())
        return m_reader.wrong(m_root, "the body must be a JSON object");
    if (!body["model"].isString() || body["model"].toBytes().isEmpty())
        return m_reader.wrong(m_root["model"], "a model's name is wanted, as a string");
    out.model = body["model"].toBytes();
    if (!suffix(body["suffix"]) || !prompt(body["prompt"]))
        return false;
    for (const JsonMember &each : body.members()) {
        if (!each.value.isNull() && !member(each))
            return false;
    }
    out.extensions.put(Mine, std::move(m_rest));
    return true;
}

bool RequestReader::suffix(const Json &json)
{
    QByteArray text;
    if (!m_reader.text(json, m_root["suffix"], text))
        return false;
    if (text.isEmpty())
        return true;
    Message turn{.role = Role::System};
    turn.parts.emplace_back(
        TextPart{.text = "Write only the text that belongs between the user's text and this "
                         "continuation of it:\n" +
                         text});
    turn.extensions.put(Mine, Json::object({{"suffix", text}}));
    out.messages.push_back(std::move(turn));
    m_reader.lost(m_root["suffix"], "where the upstream has no such field it is an instruction");
    return true;
}

bool RequestReader::prompt(const Json &json)
{
    const FieldPath at = m_root["prompt"];
    QByteArray text;
    if (json.isArray()) {
        if (json.size() != 1 || !json.at(0).isString())
            return m_reader.wrong(at, json.at(0).isString()
                                          ? "one prompt is wanted: send several one by one"
                                          : "text is wanted, as a string: tokens of one model "
                                            "mean nothing to another");
        text = json.at(0).toBytes();
        m_rest.set("promptIsList", true);
    } else if (json.isString()) {
        text = json.toBytes();
    } else {
        return m_reader.wrong(at, "text is wanted, as a string");
    }
    if (text.isEmpty())
        return m_reader.wrong(at, "the prompt is empty");
    Message turn{.role = Role::User};
    turn.parts.emplace_back(TextPart{.text = text});
    out.messages.push_back(std::move(turn));
    return true;
}

bool RequestReader::member(const JsonMember &member)
{
    const QByteArray &key = member.key;
    if (key == "model" || key == "prompt" || key == "suffix")
        return true;
    const FieldPath at = m_root[QByteArrayView(key)];
    bool known = false;
    if (!number(member, at, known) || !limits(member, at, known))
        return false;
    if (known)
        return true;
    if (key == "logprobs")
        return logprobs(member.value);
    if (key == "stop")
        return stop(member.value);
    if (key == "stream")
        return m_reader.boolean(member.value, at, out.stream);
    if (key == "stream_options")
        return streamOptions(member.value);
    if (key == "user")
        return m_reader.text(member.value, at, out.userId);
    if (key == "echo") {
        bool echo = false;
        if (!m_reader.boolean(member.value, at, echo))
            return false;
        if (echo)
            return m_reader.wrong(at, "the prompt cannot be repeated by this model: false is "
                                      "wanted");
    }
    m_rest.set(key, member.value);
    return true;
}

bool RequestReader::number(const JsonMember &member, const FieldPath &at, bool &known)
{
    for (const Number &number : Numbers) {
        if (member.key != number.key)
            continue;
        known = true;
        if (number.isForeign)
            m_rest.set(member.key, member.value);
        return m_reader.number(member.value, at, out.sampling.*number.field);
    }
    return true;
}

bool RequestReader::limits(const JsonMember &member, const FieldPath &at, bool &known)
{
    if (known)
        return true;
    known = true;
    if (member.key == "max_tokens") {
        if (!m_reader.integer(member.value, at, out.maxOutputTokens))
            return false;
        return *out.maxOutputTokens > 0 || m_reader.wrong(at, "must be greater than 0");
    }
    if (member.key == "n") {
        if (!m_reader.integer(member.value, at, out.sampling.count))
            return false;
        return *out.sampling.count > 0 || m_reader.wrong(at, "must be greater than 0");
    }
    if (member.key == "best_of") {
        std::optional<qint64> best;
        if (!m_reader.integer(member.value, at, best))
            return false;
        m_rest.set("best_of", member.value);
        return *best > 0 || m_reader.wrong(at, "must be greater than 0");
    }
    known = false;
    return true;
}

/// A number here, a switch and a number in the newer interface.
bool RequestReader::logprobs(const Json &json)
{
    const FieldPath at = m_root["logprobs"];
    if (!m_reader.integer(json, at, out.sampling.topLogprobs))
        return false;
    if (*out.sampling.topLogprobs < 0 || *out.sampling.topLogprobs > MaxLogprobs)
        return m_reader.wrong(at, "a number from 0 to 5 is wanted");
    out.sampling.logprobs = true;
    return true;
}

bool RequestReader::stop(const Json &json)
{
    const FieldPath at = m_root["stop"];
    if (json.isString()) {
        out.sampling.stop.push_back(json.toBytes());
        return true;
    }
    if (!json.isArray())
        return m_reader.wrong(at, "a string or an array of strings is wanted");
    if (json.size() > MaxStops)
        return m_reader.wrong(at, "at most four stop sequences are allowed");
    qsizetype index = 0;
    for (const Json &each : json.items()) {
        if (!each.isString())
            return m_reader.wrong(at.at(index), "a string is wanted");
        out.sampling.stop.push_back(each.toBytes());
        ++index;
    }
    return true;
}

bool RequestReader::streamOptions(const Json &json)
{
    const FieldPath at = m_root["stream_options"];
    if (!m_reader.object(json, at) ||
        !m_reader.boolean(json["include_usage"], at["include_usage"], out.includeUsage))
        return !m_reader.failed();
    return true;
}

} // namespace

base::Result<DecodedRequest> decodeRequest(const Json &body)
{
    FieldReader fields;
    RequestReader reader(fields);
    if (!reader.read(body))
        return base::fail(*fields.error);
    return DecodedRequest{std::move(reader.out), std::move(fields.losses)};
}

} // namespace omni::wire::openaicompletions

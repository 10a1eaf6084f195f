// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/tokencounts.h"

#include <array>

namespace omni::wire {

using base::Json;
using chat::Format;

namespace {

/// Anthropic counts what would be read, and refuses every other field.
constexpr std::array<QByteArrayView, 6> CountedFields{"messages", "model",       "system",
                                                      "tools",    "tool_choice", "thinking"};

/// What says how to answer has no place in a count of the input.
constexpr std::array UncountedFields{"stream",  "stream_options",    "store",
                                     "include", "max_output_tokens", "background"};

} // namespace

Json countedRequest(Format format, const Json &body)
{
    Json request = body;
    // Counting asks for no length of the answer; the decoder wants one.
    if (format == Format::Anthropic && !request.contains("max_tokens"))
        request.set("max_tokens", 1);
    if (format == Format::Gemini && request["generateContentRequest"].isObject())
        return body["generateContentRequest"];
    return request;
}

QByteArray countBody(Format format, const QByteArray &request, const QByteArray &model)
{
    auto json = Json::parse(request);
    if (!json)
        return request;
    if (format == Format::Gemini) {
        json->set("model", Json("models/" + model));
        return Json::object({{"generateContentRequest", *json}}).toJson();
    }
    if (format == Format::CodeAssist) {
        Json counted = Json::object({{"model", "models/" + model}});
        counted.set("contents", (*json)["request"]["contents"]);
        return Json::object({{"request", counted}}).toJson();
    }
    if (format == Format::Anthropic) {
        Json counted = Json::object();
        for (const base::JsonMember &member : json->members()) {
            if (std::find(CountedFields.begin(), CountedFields.end(), member.key) !=
                CountedFields.end())
                counted.set(member.key, member.value);
        }
        return counted.toJson();
    }
    for (const char *field : UncountedFields)
        json->remove(field);
    return json->toJson();
}

std::optional<chat::TokenCount> readCount(Format format, QByteArrayView body)
{
    const auto json = Json::parse(body);
    if (!json)
        return std::nullopt;
    const bool isGoogle = format == Format::Gemini || format == Format::CodeAssist;
    return (*json)[isGoogle ? "totalTokens" : "input_tokens"].asInt();
}

QByteArray writeCount(Format format, chat::TokenCount count)
{
    Json json = Json::object();
    if (format == Format::OpenAiResponses)
        json.set("object", "response.input_tokens");
    json.set(format == Format::Gemini ? "totalTokens" : "input_tokens", Json(count));
    return json.toJson();
}

} // namespace omni::wire

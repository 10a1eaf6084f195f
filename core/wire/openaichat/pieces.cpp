// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/pieces.h"

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::Format;
using chat::Part;
using chat::ReasoningPart;

namespace {

ReasoningPart reasoningOfDetail(const Json &detail)
{
    ReasoningPart part;
    const QByteArray &type = detail["type"].toBytes();
    if (type == "reasoning.encrypted")
        part.encrypted = detail["data"].toBytes();
    else if (type == "reasoning.summary")
        part.text = detail["summary"].toBytes();
    else
        part.text = detail["text"].toBytes();
    part.signature = detail["signature"].toBytes();
    part.id = detail["id"].toBytes();
    part.origin =
        detail["format"].toBytes() == AnthropicDetails ? Format::Anthropic : Format::OpenAiChat;
    return part;
}

} // namespace

Json leftOver(const Json &object, std::initializer_list<QByteArrayView> known)
{
    Json::Object rest;
    for (const JsonMember &member : object.members()) {
        if (!member.value.isNull() &&
            std::find(known.begin(), known.end(), QByteArrayView(member.key)) == known.end())
            rest.append(member);
    }
    return rest.isEmpty() ? Json() : Json(std::move(rest));
}

std::vector<Part> reasoningOf(const Json &message)
{
    std::vector<Part> parts;
    const bool isContent = message["reasoning_content"].isString();
    const QByteArray &text =
        isContent ? message["reasoning_content"].toBytes() : message["reasoning"].toBytes();
    const Json &details = message["reasoning_details"];
    if (text.isEmpty() && details.items().isEmpty())
        return parts;
    for (const Json &detail : details.items()) {
        ReasoningPart part = reasoningOfDetail(detail);
        const bool opaque = !part.signature.isEmpty() || !part.encrypted.isEmpty();
        if (!part.text.isEmpty() || opaque)
            parts.emplace_back(std::move(part));
    }
    if (parts.empty()) {
        parts.emplace_back(ReasoningPart{.text = text, .origin = Format::OpenAiChat});
    } else if (!text.isEmpty() && std::none_of(parts.begin(), parts.end(), [](const Part &part) {
                   return !part.as<ReasoningPart>()->text.isEmpty();
               })) {
        // The details hold only what is opaque: the words stand in the plain field.
        parts.front().as<ReasoningPart>()->text = text;
    }
    Json kept = Json::object();
    if (!details.items().isEmpty())
        kept.set("reasoning_details", details);
    if (!isContent && !text.isEmpty())
        kept.set("field", "reasoning");
    parts.front().extensions.put(Format::OpenAiChat, std::move(kept));
    return parts;
}

std::optional<chat::CacheMark> cacheMarkOf(const Json &object)
{
    const Json &mark = object["cache_control"];
    if (!mark.isObject())
        return std::nullopt;
    return chat::CacheMark{mark["ttl"].toBytes()};
}

chat::ToolCallPart toolCallOf(const Json &call)
{
    chat::ToolCallPart part;
    part.id = call["id"].toBytes();
    const Json &custom = call["custom"];
    // Some fill in every field of the type, empty.
    if (custom.isObject() && (call["type"].toBytes() == "custom" || !call["function"].isObject())) {
        part.isFreeForm = true;
        part.name = custom["name"].toBytes();
        part.arguments = custom["input"].toBytes();
    } else {
        const Json &function = call["function"];
        part.name = function["name"].toBytes();
        // Some upstreams write the object itself instead of its text.
        const Json &arguments = function["arguments"];
        part.arguments = arguments.isObject() ? arguments.toJson() : arguments.toBytes();
    }
    const QByteArray &signature = call["extra_content"]["google"]["thought_signature"].toBytes();
    if (!signature.isEmpty()) {
        part.signature = signature;
        part.signatureOrigin = Format::Gemini;
    }
    return part;
}

} // namespace omni::wire::openaichat

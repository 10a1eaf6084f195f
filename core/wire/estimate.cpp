// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"

namespace omni::wire {

namespace {

constexpr chat::TokenCount CharactersPerToken = 4;
constexpr chat::TokenCount TokensPerImage = 1'100;
constexpr chat::TokenCount TokensPerMessage = 4;

chat::TokenCount tokensOf(const QByteArray &text)
{
    return (text.size() + CharactersPerToken - 1) / CharactersPerToken;
}

chat::TokenCount tokensOf(const std::vector<chat::Part> &parts)
{
    chat::TokenCount sum = 0;
    for (const chat::Part &part : parts) {
        if (const auto *text = part.as<chat::TextPart>())
            sum += tokensOf(text->text);
        else if (const auto *media = part.as<chat::MediaPart>())
            sum += media->text.isEmpty() ? TokensPerImage : tokensOf(media->text);
        else if (const auto *reasoning = part.as<chat::ReasoningPart>())
            sum += tokensOf(reasoning->text);
        else if (const auto *call = part.as<chat::ToolCallPart>())
            sum += tokensOf(call->name) + tokensOf(call->arguments);
        else if (const auto *result = part.as<chat::ToolResultPart>())
            sum += tokensOf(result->content);
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            sum += tokensOf(refusal->text);
        else if (const auto *opaque = part.as<chat::OpaquePart>())
            sum += tokensOf(opaque->json.toJson());
    }
    return sum;
}

} // namespace

chat::TokenCount estimateTokens(const chat::ChatRequest &request)
{
    chat::TokenCount sum = 0;
    for (const chat::Message &message : request.messages)
        sum += TokensPerMessage + tokensOf(message.parts);
    for (const chat::ToolSpec &tool : request.tools)
        sum +=
            tokensOf(tool.name) + tokensOf(tool.description) + tokensOf(tool.parameters.toJson());
    return sum;
}

} // namespace omni::wire

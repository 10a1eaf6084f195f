// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/turns.h"

#include "core/wire/bedrock/words.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"

#include <algorithm>

namespace omni::wire::bedrock {

using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;

namespace {

constexpr char Filler[] = "continue";

bool isBlank(const Part &part)
{
    const auto *text = part.as<TextPart>();
    return text && text->text.trimmed().isEmpty();
}

/// What has a block here. Only thinking that Bedrock itself signed comes back: other vendors' is
/// refused.
bool hasBlock(const Part &part)
{
    if (const auto *thought = part.as<chat::ReasoningPart>())
        return thought->origin == Mine && !(thought->signature + thought->encrypted).isEmpty();
    if (const auto *refusal = part.as<chat::RefusalPart>())
        return !refusal->text.trimmed().isEmpty();
    const auto *opaque = part.as<chat::OpaquePart>();
    // A part that was streamed is in no form in which it could go back.
    return !opaque || (opaque->format == Mine && !opaque->json.contains("deltas"));
}

void dropForeign(std::vector<Part> &parts, size_t index, Losses &losses)
{
    const auto drop = [](std::vector<Part> &from) {
        return std::erase_if(from, [](const Part &part) { return !hasBlock(part); });
    };
    size_t dropped = drop(parts);
    for (Part &part : parts) {
        if (auto *result = part.as<chat::ToolResultPart>())
            dropped += drop(result->content);
    }
    if (dropped > 0)
        losses.append(Loss{"messages[" + QByteArray::number(qint64(index)) + ']',
                           "reasoning or parts of another provider"});
    std::erase_if(parts, isBlank);
}

void add(Turns &out, Message message)
{
    if (message.parts.empty())
        return;
    auto &turns = out.turns;
    const bool isApart = message.extensions.of(Mine)["apart"].toBool();
    if (!turns.empty() && turns.back().role == message.role && !isApart) {
        auto &parts = turns.back().parts;
        parts.insert(parts.end(), message.parts.begin(), message.parts.end());
        return;
    }
    turns.push_back(std::move(message));
}

Message filler()
{
    Message turn{.role = Role::User};
    turn.parts.emplace_back(TextPart{.text = Filler});
    return turn;
}

} // namespace

Turns arrange(const chat::ChatRequest &request, const Traits &traits, Losses &losses)
{
    std::vector<Message> messages = withPairedTools(request.messages, losses);
    const auto kind = request.shape.kind;
    if (kind == chat::ResponseShape::Kind::JsonObject ||
        (kind == chat::ResponseShape::Kind::JsonSchema && !traits.structuredOutput))
        askForShape(messages, request.shape);
    if (!traits.systemRole)
        foldSystemTurns(messages);
    Turns out;
    for (size_t i = 0; i < messages.size(); ++i) {
        Message &message = messages[i];
        dropForeign(message.parts, i, losses);
        const bool isSystem = message.role == Role::System || message.role == Role::Developer;
        if (isSystem && out.turns.empty()) {
            out.system.insert(out.system.end(), message.parts.begin(), message.parts.end());
            continue;
        }
        // In the middle it stays where it was said, so that what stands before can be cached.
        if (isSystem && !message.parts.empty())
            message.parts.insert(message.parts.begin(),
                                 Part(TextPart{.text = "[System instructions]"}));
        if (message.role != Role::Assistant)
            message.role = Role::User;
        add(out, std::move(message));
    }
    if (out.turns.empty() || out.turns.front().role != Role::User)
        out.turns.insert(out.turns.begin(), filler());
    return out;
}

} // namespace omni::wire::bedrock

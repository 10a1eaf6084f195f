// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/retag.h"

#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

using chat::Format;
using chat::Part;

namespace {

void mark(Part &part)
{
    if (auto *reasoning = part.as<chat::ReasoningPart>(); reasoning && reasoning->origin == Mine)
        reasoning->origin = Format::CodeAssist;
    if (auto *call = part.as<chat::ToolCallPart>(); call && call->signatureOrigin == Mine)
        call->signatureOrigin = Format::CodeAssist;
}

void unmark(Part &part)
{
    if (auto *reasoning = part.as<chat::ReasoningPart>()) {
        const bool own = reasoning->origin == Format::CodeAssist;
        // Thoughts that nobody signed may be anybody's.
        if (own || (reasoning->origin == Mine && reasoning->signature.isEmpty()))
            reasoning->origin = Mine;
        else
            reasoning->origin.reset();
    } else if (auto *call = part.as<chat::ToolCallPart>()) {
        if (call->signatureOrigin == Format::CodeAssist)
            call->signatureOrigin = Mine;
        else
            call->signatureOrigin.reset();
    }
}

} // namespace

void markAsCodeAssist(chat::ChatResponse &response)
{
    for (chat::Choice &choice : response.choices) {
        for (Part &part : choice.message.parts)
            mark(part);
    }
}

void markAsCodeAssist(chat::StreamEvents &events)
{
    for (chat::StreamEvent &event : events) {
        if (auto *opened = std::get_if<chat::event::PartOpened>(&event))
            mark(opened->part);
        auto *grew = std::get_if<chat::event::PartGrew>(&event);
        if (grew && grew->field == chat::event::Field::Signature && grew->origin == Mine)
            grew->origin = Format::CodeAssist;
    }
}

void unmarkForCodeAssist(chat::ChatRequest &request)
{
    for (chat::Message &message : request.messages) {
        for (Part &part : message.parts)
            unmark(part);
    }
}

} // namespace omni::wire::gemini

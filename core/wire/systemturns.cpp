// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/systemturns.h"

#include <algorithm>

namespace omni::wire {

using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;

namespace {

bool isSystem(const Message &message)
{
    return message.role == Role::System || message.role == Role::Developer;
}

} // namespace

void foldSystemTurns(std::vector<Message> &messages)
{
    QByteArray text;
    for (const Message &message : messages) {
        if (!isSystem(message))
            continue;
        for (const Part &part : message.parts) {
            const auto *said = part.as<TextPart>();
            if (!said || said->text.isEmpty())
                continue;
            if (!text.isEmpty())
                text += "\n\n";
            text += said->text;
        }
    }
    std::erase_if(messages, isSystem);
    if (text.isEmpty())
        return;
    auto user = std::find_if(messages.begin(), messages.end(),
                             [](const Message &message) { return message.role == Role::User; });
    if (user == messages.end())
        user = messages.insert(messages.begin(), Message{.role = Role::User});
    const QByteArray labelled = "[System instructions]\n" + text + "\n\n[User message]\n";
    // One string stays one string; with images the text goes in front of them.
    auto *first = user->parts.empty() ? nullptr : user->parts.front().as<TextPart>();
    if (first)
        first->text.prepend(labelled);
    else
        user->parts.insert(user->parts.begin(), Part(TextPart{.text = labelled}));
}

void askForShape(std::vector<Message> &messages, const chat::ResponseShape &shape)
{
    QByteArray words = "Answer with one JSON value and nothing else: no code fence, no remarks.";
    if (!shape.description.isEmpty())
        words += " It is: " + shape.description + '.';
    if (!shape.schema.isNull())
        words += " It must be valid against this JSON schema:\n" + shape.schema.toJson();
    Message turn{.role = Role::System};
    turn.parts.emplace_back(TextPart{.text = words});
    const auto place = std::find_if_not(messages.begin(), messages.end(), isSystem);
    messages.insert(place, std::move(turn));
}

} // namespace omni::wire

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/cursor/turns.h"

#include "core/wire/media.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"

#include <algorithm>

namespace omni::wire::cursor {

using chat::MediaPart;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;
using chat::ToolCallPart;
using chat::ToolResultPart;

namespace {

class Arranger
{
public:
    explicit Arranger(Losses &losses)
        : m_losses(losses)
    {}

    std::vector<Turn> run(const std::vector<Message> &messages);

private:
    QByteArray textOf(const std::vector<Part> &parts);
    QByteArray textOf(const MediaPart &media);
    void result(const ToolResultPart &result, Turn &turn);
    void lost(const char *why)
    {
        m_losses.append(Loss{"messages[" + QByteArray::number(m_index) + ']', QByteArray(why)});
    }

    Losses &m_losses;
    std::vector<ToolCallPart> m_calls; ///< of the last assistant's turn
    int m_index = 0;
};

std::vector<Turn> Arranger::run(const std::vector<Message> &messages)
{
    std::vector<Turn> turns;
    for (const Message &message : messages) {
        Turn turn{.isAssistant = message.role == Role::Assistant};
        turn.text = textOf(message.parts);
        if (turn.isAssistant)
            m_calls.clear();
        for (const Part &part : message.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                m_calls.push_back(*call);
            else if (const auto *answer = part.as<ToolResultPart>())
                result(*answer, turn);
        }
        if (!turn.text.isEmpty() || !turn.results.empty())
            turns.push_back(std::move(turn));
        ++m_index;
    }
    return turns;
}

QByteArray Arranger::textOf(const MediaPart &media)
{
    if (!media.text.isEmpty())
        return media.fileName.isEmpty() ? media.text : media.fileName + "\n\n" + media.text;
    lost("media: no field for it is known, a note stands in its place");
    return noteFor(media);
}

QByteArray Arranger::textOf(const std::vector<Part> &parts)
{
    QByteArray all;
    for (const Part &part : parts) {
        QByteArray said;
        if (const auto *text = part.as<TextPart>())
            said = text->text;
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            said = refusal->text;
        else if (const auto *media = part.as<MediaPart>())
            said = textOf(*media);
        else if (part.as<chat::ReasoningPart>())
            lost("reasoning: Cursor takes none in the history");
        else if (part.as<chat::OpaquePart>())
            lost("a part that only its own format understands");
        if (!all.isEmpty() && !said.isEmpty())
            all += "\n\n";
        all += said;
    }
    return all;
}

void Arranger::result(const ToolResultPart &result, Turn &turn)
{
    Result made;
    const auto call = std::find_if(m_calls.begin(), m_calls.end(), [&](const ToolCallPart &each) {
        return each.id == result.callId;
    });
    if (call != m_calls.end())
        made.call = *call;
    made.text = textOf(result.content);
    if (result.isError)
        made.text.prepend("Error: ");
    turn.results.push_back(std::move(made));
}

} // namespace

std::vector<Turn> arrange(const chat::ChatRequest &request, Losses &losses)
{
    std::vector<Message> messages = withPairedTools(request.messages, losses);
    if (request.shape.kind == chat::ResponseShape::Kind::JsonObject ||
        request.shape.kind == chat::ResponseShape::Kind::JsonSchema) {
        askForShape(messages, request.shape);
        losses.append(Loss{"response_format", "it became an instruction"});
    }
    // Cursor's own instructions cannot be replaced: the field for them is not honoured.
    foldSystemTurns(messages);
    return Arranger(losses).run(messages);
}

} // namespace omni::wire::cursor

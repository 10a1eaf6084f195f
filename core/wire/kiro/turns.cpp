// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/kiro/turns.h"

#include "core/wire/media.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"

namespace omni::wire::kiro {

using chat::MediaKind;
using chat::MediaPart;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;
using chat::ToolCallPart;
using chat::ToolResultPart;

namespace {

/// Empty content is refused.
constexpr char UserFiller[] = "continue";
constexpr char AssistantFiller[] = "...";

void say(QByteArray &into, const QByteArray &text)
{
    if (text.isEmpty())
        return;
    if (!into.isEmpty())
        into += "\n\n";
    into += text;
}

class Arranger
{
public:
    explicit Arranger(Losses &losses)
        : m_losses(losses)
    {}

    std::vector<Turn> run(const std::vector<Message> &messages);

private:
    Turn &turnOf(bool isAssistant);
    void add(Turn &turn, const Part &part);
    void addMedia(Turn &turn, const MediaPart &media, QByteArray &text);
    void addResult(Turn &turn, const ToolResultPart &result);
    void lost(const char *why)
    {
        m_losses.append(Loss{"messages[" + QByteArray::number(m_index) + ']', QByteArray(why)});
    }

    Losses &m_losses;
    std::vector<Turn> m_turns;
    int m_index = 0;
};

std::vector<Turn> Arranger::run(const std::vector<Message> &messages)
{
    turnOf(false);
    for (const Message &message : messages) {
        Turn &turn = turnOf(message.role == Role::Assistant);
        for (const Part &part : message.parts)
            add(turn, part);
        ++m_index;
    }
    turnOf(false);
    for (Turn &turn : m_turns) {
        if (turn.text.isEmpty())
            turn.text = turn.isAssistant ? AssistantFiller : UserFiller;
    }
    return std::move(m_turns);
}

Turn &Arranger::turnOf(bool isAssistant)
{
    if (m_turns.empty() || m_turns.back().isAssistant != isAssistant)
        m_turns.push_back({.isAssistant = isAssistant});
    return m_turns.back();
}

void Arranger::add(Turn &turn, const Part &part)
{
    if (const auto *text = part.as<TextPart>())
        say(turn.text, text->text);
    else if (const auto *refusal = part.as<chat::RefusalPart>())
        say(turn.text, refusal->text);
    else if (const auto *media = part.as<MediaPart>())
        addMedia(turn, *media, turn.text);
    else if (const auto *call = part.as<ToolCallPart>())
        turn.calls.push_back(*call);
    else if (const auto *result = part.as<ToolResultPart>())
        addResult(turn, *result);
    else
        lost(part.as<chat::ReasoningPart>() ? "reasoning: Kiro takes none in the history"
                                            : "a part that only its own format understands");
}

void Arranger::addMedia(Turn &turn, const MediaPart &media, QByteArray &text)
{
    if (!media.text.isEmpty()) {
        say(text, media.fileName.isEmpty() ? media.text : media.fileName + "\n\n" + media.text);
    } else if (media.kind == MediaKind::Image && !media.data.isEmpty() && !turn.isAssistant) {
        turn.images.push_back(media);
    } else {
        say(text, noteFor(media));
        lost("media that Kiro cannot take: a note stands in its place");
    }
}

/// Images of a result go beside it, in the same turn.
void Arranger::addResult(Turn &turn, const ToolResultPart &result)
{
    ToolResultPart kept{.callId = result.callId, .name = result.name, .isError = result.isError};
    QByteArray text;
    for (const Part &part : result.content) {
        if (const auto *said = part.as<TextPart>())
            say(text, said->text);
        else if (const auto *media = part.as<MediaPart>())
            addMedia(turn, *media, text);
        else
            lost("a part of a tool result");
    }
    kept.content.emplace_back(TextPart{.text = text});
    turn.results.push_back(std::move(kept));
}

} // namespace

std::vector<Turn> arrange(const chat::ChatRequest &request, Losses &losses)
{
    std::vector<Message> messages = withPairedTools(request.messages, losses);
    const auto kind = request.shape.kind;
    if (kind == chat::ResponseShape::Kind::JsonObject ||
        kind == chat::ResponseShape::Kind::JsonSchema) {
        askForShape(messages, request.shape);
        losses.append(Loss{"response_format", "it became an instruction"});
    }
    foldSystemTurns(messages);
    return Arranger(losses).run(messages);
}

} // namespace omni::wire::kiro

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/chat/streamevent.h"

namespace omni::chat {

namespace {

bool partHasContent(const Part &part)
{
    if (const auto *text = part.as<TextPart>())
        return !text->text.isEmpty();
    if (const auto *reasoning = part.as<ReasoningPart>())
        return !reasoning->text.isEmpty() || !reasoning->encrypted.isEmpty();
    if (const auto *refusal = part.as<RefusalPart>())
        return !refusal->text.isEmpty();
    return true;
}

void grow(Part &part, const event::PartGrew &grew)
{
    using event::Field;
    if (auto *text = part.as<TextPart>()) {
        if (grew.field == Field::Text)
            text->text += grew.delta;
        else if (grew.field == Field::Citation) {
            if (auto json = base::Json::parse(grew.delta))
                text->citations.append(*json);
            if (grew.origin)
                text->citationsFormat = grew.origin;
        }
    } else if (auto *refusal = part.as<RefusalPart>()) {
        refusal->text += grew.delta;
    } else if (auto *reasoning = part.as<ReasoningPart>()) {
        if (grew.origin)
            reasoning->origin = grew.origin;
        switch (grew.field) {
        case Field::Signature:
            reasoning->signature += grew.delta;
            break;
        case Field::Encrypted:
            reasoning->encrypted += grew.delta;
            break;
        case Field::Summary:
            if (reasoning->summary.size() <= size_t(grew.subIndex))
                reasoning->summary.resize(size_t(grew.subIndex) + 1);
            reasoning->summary[size_t(grew.subIndex)] += grew.delta;
            break;
        default:
            reasoning->text += grew.delta;
        }
    } else if (auto *call = part.as<ToolCallPart>()) {
        if (grew.field == Field::Signature) {
            call->signature += grew.delta;
            if (grew.origin)
                call->signatureOrigin = grew.origin;
        } else {
            call->arguments += grew.delta;
        }
    } else if (auto *opaque = part.as<OpaquePart>()) {
        if (auto json = base::Json::parse(grew.delta)) {
            base::Json deltas = opaque->json["deltas"];
            deltas.append(*json);
            opaque->json.set("deltas", deltas);
        }
    }
}

} // namespace

bool isContent(const StreamEvent &event)
{
    if (const auto *opened = std::get_if<event::PartOpened>(&event))
        return partHasContent(opened->part);
    if (const auto *grew = std::get_if<event::PartGrew>(&event))
        return !grew->delta.isEmpty();
    return false;
}

Choice &ResponseBuilder::choiceAt(int index)
{
    while (m_response.choices.size() <= size_t(index)) {
        m_response.choices.emplace_back();
        m_response.choices.back().message.role = Role::Assistant;
    }
    return m_response.choices[size_t(index)];
}

void ResponseBuilder::add(const StreamEvent &event)
{
    if (const auto *started = std::get_if<event::Started>(&event)) {
        m_response.id = started->id;
        m_response.model = started->model;
        m_response.createdSeconds = started->createdSeconds;
        m_response.extensions = started->extensions;
        choiceAt(0);
    } else if (const auto *opened = std::get_if<event::PartOpened>(&event)) {
        auto &parts = choiceAt(opened->choice).message.parts;
        if (m_places.size() <= size_t(opened->index))
            m_places.resize(size_t(opened->index) + 1);
        m_places[size_t(opened->index)] = {opened->choice, parts.size()};
        parts.push_back(opened->part);
    } else if (const auto *grew = std::get_if<event::PartGrew>(&event)) {
        if (size_t(grew->index) < m_places.size()) {
            const Place place = m_places[size_t(grew->index)];
            grow(choiceAt(place.choice).message.parts[place.part], *grew);
        }
    } else if (const auto *usage = std::get_if<event::UsageChanged>(&event)) {
        m_response.usage.mergeCumulative(usage->usage);
    } else if (const auto *finished = std::get_if<event::Finished>(&event)) {
        Choice &choice = choiceAt(finished->choice);
        choice.finish = finished->reason;
        choice.stopSequence = finished->stopSequence;
        choice.extensions = finished->extensions;
        choice.logprobs = finished->logprobs;
        m_finished = true;
    } else if (const auto *failed = std::get_if<event::Failed>(&event)) {
        m_error = failed->error;
    }
}

StreamEvents eventsOf(const ChatResponse &response)
{
    StreamEvents events;
    events.emplace_back(
        event::Started{response.id, response.model, response.createdSeconds, response.extensions});
    int index = 0;
    for (size_t i = 0; i < response.choices.size(); ++i) {
        for (const Part &part : response.choices[i].message.parts) {
            events.emplace_back(event::PartOpened{index, part, int(i)});
            events.emplace_back(event::PartClosed{index});
            ++index;
        }
    }
    if (!response.usage.isEmpty())
        events.emplace_back(event::UsageChanged{response.usage});
    for (size_t i = 0; i < response.choices.size(); ++i) {
        const Choice &choice = response.choices[i];
        events.emplace_back(event::Finished{choice.finish, choice.stopSequence, int(i),
                                            choice.extensions, choice.logprobs});
    }
    return events;
}

} // namespace omni::chat

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/toolrestorer.h"

#include <algorithm>

namespace omni::wire {

using chat::event::Field;
using chat::event::PartClosed;
using chat::event::PartGrew;
using chat::event::PartOpened;

const RenamedTool *ToolRestorer::restoreName(chat::ToolCallPart &call) const
{
    const auto found =
        std::find_if(m_renamed.begin(), m_renamed.end(),
                     [&](const RenamedTool &tool) { return tool.sent == call.name; });
    if (found == m_renamed.end())
        return nullptr;
    call.name = found->name;
    call.nameSpace = found->nameSpace;
    return &*found;
}

void ToolRestorer::restore(chat::ChatResponse &response) const
{
    for (chat::Choice &choice : response.choices) {
        for (chat::Part &part : choice.message.parts) {
            auto *call = part.as<chat::ToolCallPart>();
            const RenamedTool *tool = call ? restoreName(*call) : nullptr;
            if (!tool || !tool->isFreeForm || call->isFreeForm)
                continue;
            call->arguments = freeFormTextOf(call->arguments);
            call->isFreeForm = true;
        }
    }
}

void ToolRestorer::openFreeForm(PartOpened opened, chat::StreamEvents &out)
{
    auto &call = *opened.part.as<chat::ToolCallPart>();
    call.isFreeForm = true;
    FreeFormText &text = m_texts[opened.index];
    call.arguments = text.feed(call.arguments);
    out.emplace_back(std::move(opened));
}

chat::StreamEvents ToolRestorer::restored(chat::StreamEvents events)
{
    chat::StreamEvents out;
    out.reserve(events.size());
    for (chat::StreamEvent &event : events)
        restore(std::move(event), out);
    return out;
}

void ToolRestorer::restore(chat::StreamEvent event, chat::StreamEvents &out)
{
    if (auto *opened = std::get_if<PartOpened>(&event)) {
        auto *call = opened->part.as<chat::ToolCallPart>();
        const RenamedTool *tool = call ? restoreName(*call) : nullptr;
        if (tool && tool->isFreeForm && !call->isFreeForm) {
            openFreeForm(std::move(*opened), out);
            return;
        }
    } else if (auto *grew = std::get_if<PartGrew>(&event)) {
        const auto found = m_texts.find(grew->index);
        if (found != m_texts.end() && grew->field == Field::Arguments) {
            grew->delta = found->second.feed(grew->delta);
            if (grew->delta.isEmpty())
                return;
        }
    } else if (const auto *closed = std::get_if<PartClosed>(&event)) {
        const auto found = m_texts.find(closed->index);
        if (found != m_texts.end()) {
            const QByteArray rest = found->second.finish();
            if (!rest.isEmpty())
                out.emplace_back(PartGrew{closed->index, Field::Arguments, rest, 0, std::nullopt});
            m_texts.erase(found);
        }
    }
    out.push_back(std::move(event));
}

} // namespace omni::wire

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/streamevent.h"
#include "core/wire/freeform.h"
#include "core/wire/renamedtool.h"

#include <map>

namespace omni::wire {

/// Gives the calls of an answer the names, namespaces and kinds that the client declared its tools
/// with. One per answer.
class ToolRestorer
{
public:
    explicit ToolRestorer(RenamedTools renamed)
        : m_renamed(std::move(renamed))
    {}

    /// The events as the client is to get them. The text of a free-form call comes as soon as it is
    /// known, so there may be fewer, or more at the call's end.
    [[nodiscard]] chat::StreamEvents restored(chat::StreamEvents events);
    void restore(chat::ChatResponse &response) const;

private:
    void restore(chat::StreamEvent event, chat::StreamEvents &out);
    [[nodiscard]] const RenamedTool *restoreName(chat::ToolCallPart &call) const;
    void openFreeForm(chat::event::PartOpened opened, chat::StreamEvents &out);

    RenamedTools m_renamed;
    std::map<int, FreeFormText> m_texts; ///< of the free-form calls that are open, by part
};

} // namespace omni::wire

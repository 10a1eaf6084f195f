// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"
#include "core/wire/toolnames.h"

namespace omni::wire::openaichat {

/// Writes the `messages` array. Gives the media of tool results, which most upstreams take in user
/// messages only, a user message of their own.
class MessageWriter
{
public:
    MessageWriter(JsonOut &out, const Traits &traits, ToolNames &names, Losses &losses)
        : m_out(out)
        , m_traits(traits)
        , m_names(names)
        , m_losses(losses)
    {}

    void write(const std::vector<chat::Message> &messages);

private:
    void message(const chat::Message &message);
    void assistant(const chat::Message &message);
    void reasoning(const chat::Message &message);
    void toolCall(const chat::Part &part, const chat::ToolCallPart &call);
    void toolResults(const chat::Message &message);
    void toolResult(const chat::Part &part, const chat::ToolResultPart &result,
                    std::vector<chat::Part> &media);
    void content(const std::vector<const chat::Part *> &parts, chat::Role role);
    bool part(const chat::Part &part);
    void media(const chat::Part &part, const chat::MediaPart &media);
    void textItem(QByteArrayView text, const chat::Part *part);
    void cacheMark(const chat::Part &part);
    void extensions(const chat::Extensions &extensions);
    void lost(const char *why);
    void countMarks(const std::vector<chat::Message> &messages);
    [[nodiscard]] QByteArray callId(const QByteArray &id) const
    {
        return callIdOfLength(id, m_traits.toolCallIdLength);
    }

    JsonOut &m_out;
    const Traits &m_traits;
    ToolNames &m_names;
    Losses &m_losses;
    qsizetype m_index = 0; ///< of the canonical message, for losses
    int m_marksToSkip = 0; ///< cache marks in front of the last `maxCacheMarks`
};

} // namespace omni::wire::openaichat

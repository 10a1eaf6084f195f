// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/fields.h"
#include "core/wire/jsonout.h"
#include "core/wire/toolnames.h"

namespace omni::wire::bedrock {

/// The block as a part; nothing when it is a cache mark (which goes to the part before it) or, with
/// the reader's error, when it is wrong.
bool readBlock(FieldReader &reader, const base::Json &block, const FieldPath &at,
               std::vector<chat::Part> &out);

/// Writes the blocks of one message and what it lost on the way.
class BlockWriter
{
public:
    BlockWriter(JsonOut &out, const Traits &traits, ToolNames &names, Losses &losses)
        : m_out(out)
        , m_traits(traits)
        , m_names(names)
        , m_losses(losses)
    {}

    /// One block for the part, and a cache mark behind it; nothing for blank text. The part must
    /// have a block here. Unsupported with the field for media that Converse does not take.
    [[nodiscard]] base::Result<void> write(const chat::Part &part, const QByteArray &path);
    void setMarksToSkip(int marks) { m_marksToSkip = marks; }

private:
    base::Result<void> media(const chat::MediaPart &media, const QByteArray &path);
    base::Result<void> document(const chat::MediaPart &media, const QByteArray &path);
    base::Result<void> toolResult(const chat::ToolResultPart &result, const QByteArray &path);
    void text(const QByteArray &text);
    void reasoning(const chat::ReasoningPart &thought);
    void toolUse(const chat::ToolCallPart &call);
    void cacheMark(const chat::Part &part, const QByteArray &path);

    JsonOut &m_out;
    const Traits &m_traits;
    ToolNames &m_names;
    Losses &m_losses;
    int m_marksToSkip = 0;
    int m_documents = 0;
};

} // namespace omni::wire::bedrock

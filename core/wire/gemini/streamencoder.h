// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"

#include <map>

namespace omni::wire::gemini {

/// Writes chunks as server-sent events. Texts go out as they come; a call goes out whole, when it
/// is complete, since the format never cuts one.
class StreamEncoder final : public wire::StreamEncoder
{
public:
    explicit StreamEncoder(const Options &options)
        : m_options(options)
    {}

    [[nodiscard]] QByteArray encode(const chat::StreamEvent &event) override;
    [[nodiscard]] QByteArray finish() override;

private:
    enum class Kind
    {
        Text,
        Thought,
        Call,
        Other
    };
    struct OpenPart
    {
        Kind kind = Kind::Other;
        int choice = 0;
        chat::Part part; ///< a call as far as it is known; a thought without its text
        bool hasText = false;
        int summary = -1;
    };

    void start(const chat::event::Started &started);
    void onOpened(const chat::event::PartOpened &opened);
    void onGrew(const chat::event::PartGrew &grew);
    void growThought(OpenPart &open, const chat::event::PartGrew &grew);
    void growCall(OpenPart &open, const chat::event::PartGrew &grew) const;
    void onClosed(int index);
    void beginChunk();
    void endChunk(int choice);
    void writeText(int choice, QByteArrayView text);
    void writeThoughtChunk(int choice, QByteArrayView text, const QByteArray &signature);
    void writeWhole(int choice, const chat::Part &part);
    void writeEnd(JsonOut &out, const chat::event::Finished &end);

    Options m_options;
    QByteArray m_out;
    QByteArray m_tail; ///< model and id, as they stand in every chunk
    base::Json m_startExtra;
    std::map<int, OpenPart> m_open;
    std::map<int, chat::event::Finished> m_ends;
    std::map<int, base::Json> m_citations; ///< foreign ones, by choice
    chat::Usage m_usage;
    bool m_started = false;
    bool m_saidAnything = false;
    bool m_isOver = false;
};

} // namespace omni::wire::gemini

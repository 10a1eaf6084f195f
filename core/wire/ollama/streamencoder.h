// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"
#include "core/wire/ollama/words.h"

#include <map>

namespace omni::wire::ollama {

/// Writes one JSON object a line. Tool calls are held back until they are complete; the last line
/// waits for `finish`, since usage may come after the reason.
class LineEncoder : public StreamEncoder
{
public:
    LineEncoder(Options options, Form form)
        : m_options(std::move(options))
        , m_form(form)
    {}

    [[nodiscard]] QByteArray encode(const chat::StreamEvent &event) override;
    [[nodiscard]] QByteArray finish() override;

private:
    struct OpenPart
    {
        enum class Kind
        {
            Text,
            Reasoning,
            Call,
            Other
        };
        Kind kind = Kind::Other;
        int summaryIndex = -1;
        chat::ToolCallPart call;
    };

    void start(const chat::event::Started &started);
    void open(const chat::event::PartOpened &opened);
    void grow(const chat::event::PartGrew &grew);
    void close(int index);
    void writeText(const QByteArray &text);
    void writeThinking(const QByteArray &text);
    void writeCall(const chat::ToolCallPart &call);
    void writeLast();

    Options m_options;
    Form m_form;
    QByteArray m_head; ///< `{"model":…,"created_at":…`, the same in every line
    QByteArray m_out;
    std::map<int, OpenPart> m_parts;
    std::optional<chat::event::Finished> m_finished;
    chat::Usage m_usage;
    bool m_ended = false;
};

} // namespace omni::wire::ollama

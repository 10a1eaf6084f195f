// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/jsonout.h"

#include <map>

namespace omni::wire::openaichat {

/// Writes `chat.completion.chunk` events. Chat has no notion of parts: text, reasoning and refusal
/// each flow into one field, and tool calls are told apart by their index, so any interleaving of
/// the upstream is legal here.
class ChunkEncoder : public StreamEncoder
{
public:
    explicit ChunkEncoder(Options options)
        : m_options(std::move(options))
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
            Refusal,
            Call,
            Other
        };
        Kind kind = Kind::Other;
        int choice = 0;
        int callIndex = 0;
        bool isFreeForm = false;
        bool isLegacy = false;
        bool hasArguments = false;
        int summaryIndex = -1;
        qsizetype characters = 0;      ///< of this text part
        qsizetype begin = 0;           ///< characters of the choice in front of it
        chat::ReasoningPart reasoning; ///< gathered when its maker signs it
        std::optional<chat::Format> citations;
    };
    struct ChoiceState
    {
        bool hasRole = false;
        bool isFinished = false;
        bool isLegacy = false;
        int calls = 0;
        int details = 0;
        qsizetype characters = 0;
    };

    void start(const chat::event::Started &started);
    void ensureStarted();
    ChoiceState &choiceFor(int index);
    void open(const chat::event::PartOpened &opened);
    void openCall(const chat::Part &part, const chat::ToolCallPart &call, OpenPart &into);
    void grow(const chat::event::PartGrew &grew);
    void growReasoning(OpenPart &part, const chat::event::PartGrew &grew);
    void arguments(OpenPart &part, QByteArrayView delta);
    void citation(const OpenPart &part, const base::Json &citation);
    void close(int index);
    void finished(const chat::event::Finished &finished);
    /// One chunk whose delta is `{"field":"text"}`.
    void textDelta(int choice, QByteArrayView field, QByteArrayView text);
    void beginDelta(int choice);
    void endDelta();

    Options m_options;
    QByteArray m_prefix; ///< `data: {…,"choices":[{"index":`, the same in every chunk
    QByteArray m_suffix;
    QByteArray m_out;
    std::map<int, OpenPart> m_parts;
    std::map<int, ChoiceState> m_choices;
    chat::Usage m_usage;
    bool m_started = false;
    bool m_finished = false;
    bool m_ended = false;
};

} // namespace omni::wire::openaichat

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

#include <map>

namespace omni::wire::anthropic {

/// Writes `message_start` … `message_stop`. The format has one block open at a time: what an
/// upstream says beside the open block waits until that is closed.
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
        None,
        Text,
        Reasoning,
        ToolCall,
        Opaque
    };
    /// A part that opened while another one was being written.
    struct Waiting
    {
        chat::Part part;
        std::vector<chat::event::PartGrew> growth;
        bool isClosed = false;
    };

    void onOpened(const chat::event::PartOpened &opened);
    void onGrew(const chat::event::PartGrew &grew);
    void onClosed(int index);

    void writeStart();
    void beginBlock(int part, const chat::Part &content);
    void beginReasoning(const chat::ReasoningPart &reasoning);
    void writeGrowth(const chat::event::PartGrew &grew);
    void growReasoning(const chat::event::PartGrew &grew);
    void writeDelta(const char *type, const char *member, QByteArrayView text);
    void writeTextDelta(QByteArrayView text);
    void writeJsonDelta(QByteArrayView delta);
    void endBlock();
    void endReasoning();
    void endToolCall();
    /// Writes waiting parts up to the first that is still open, which then is the current one.
    void writeWaiting();
    void writeEnd();

    Options m_options;
    QByteArray m_out;
    chat::event::Started m_startEvent;
    chat::event::Finished m_finishEvent;
    chat::Usage m_usage;
    std::map<int, Waiting> m_waiting;

    Kind m_kind = Kind::None;
    int m_part = -1;                 ///< canonical index of the open block
    int m_blocks = 0;                ///< blocks begun so far; the open one's index is one less
    int m_summary = -1;              ///< the last summary written
    chat::ReasoningPart m_reasoning; ///< what the open thinking block still owes as a signature
    chat::ToolCallPart m_call;
    bool m_hasArguments = false;
    bool m_hasCalls = false;
    bool m_hasRefusal = false;
    bool m_isStarted = false;
    bool m_isFinished = false;
    bool m_isOver = false; ///< the end or an error was told: nothing follows
};

} // namespace omni::wire::anthropic

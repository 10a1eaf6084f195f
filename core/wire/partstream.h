// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/streamevent.h"

namespace omni::wire {

/// Makes the events of a stream whose parts come one after another: for decoders of wires that say
/// neither where a part begins nor where it ends. Once it has ended or failed nothing follows.
class PartStream
{
public:
    enum class Kind
    {
        None,
        Text,
        Reasoning,
        Call
    };

    /// `origin` is whose the reasoning is.
    explicit PartStream(chat::Format origin)
        : m_origin(origin)
    {}

    /// The first call counts; what needs a start makes an empty one.
    void start(chat::event::Started started = {});
    /// Lets the open part grow, after opening one of this kind (text or reasoning) where there is
    /// none. Nothing for an empty delta.
    void grow(Kind kind, const QByteArray &delta,
              chat::event::Field field = chat::event::Field::Text);
    void openCall(chat::Part call);
    void growCall(const QByteArray &arguments);
    void close();
    void add(chat::StreamEvent event)
    {
        if (!m_ended)
            m_events.push_back(std::move(event));
    }

    /// Closes what is open, says the usage where something was counted, and ends. `reason` becomes
    /// ToolCalls where calls were made and nothing stronger is said.
    void finish(const chat::Usage &usage, chat::event::Finished finished);
    void fail(base::Error error);
    void fail(const QString &why);

    [[nodiscard]] Kind openKind() const { return m_open; }
    [[nodiscard]] const QByteArray &openCallId() const { return m_callId; }
    /// Of the open call, so far.
    [[nodiscard]] const QByteArray &openArguments() const { return m_arguments; }
    /// A call is open whose arguments are no whole JSON.
    [[nodiscard]] bool hasHalfCall() const;
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] bool isStarted() const { return m_started; }
    [[nodiscard]] bool isEnded() const { return m_ended; }
    /// The answer's length in tokens, at four characters a token.
    [[nodiscard]] chat::Usage estimatedUsage() const;

    [[nodiscard]] chat::StreamEvents take() { return std::exchange(m_events, {}); }

private:
    chat::Format m_origin;
    chat::StreamEvents m_events;
    Kind m_open = Kind::None;
    QByteArray m_callId;
    QByteArray m_arguments;
    qint64 m_characters = 0;
    int m_parts = 0;
    int m_calls = 0;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace omni::wire

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/core/gateway/gatewayhouse.h"

namespace omni::test {

/// A client of one dialect in a conversation. It keeps what an SDK keeps: the conversation as the
/// answers of its own dialect told it.
class DialectClient
{
public:
    DialectClient(GatewayHouse &house, chat::Format dialect, bool stream);

    void say(const QByteArray &text);
    /// Offers `get_weather(city)` from now on.
    void offerTool();
    /// The same result for each call of the last answer.
    void giveResults(const QByteArray &text);
    /// Asks, and takes the answer into the conversation. False when there is none, or when the
    /// dialect's validator finds something wrong with it: `trouble` says what.
    [[nodiscard]] bool turn(const QByteArray &model);

    [[nodiscard]] const QByteArray &trouble() const { return m_trouble; }
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] std::vector<chat::ToolCallPart> calls() const;
    [[nodiscard]] chat::FinishReason finish() const;
    [[nodiscard]] const chat::Usage &usage() const { return m_answer.usage; }

private:
    bool fail(const QByteArray &why);
    [[nodiscard]] bool readAnswer(const Heard &heard);

    GatewayHouse &m_house;
    chat::Format m_dialect;
    bool m_stream;
    chat::ChatRequest m_talk;
    chat::ChatResponse m_answer;
    QByteArray m_trouble;
};

/// What a client's own decoder makes of a stream.
[[nodiscard]] chat::ResponseBuilder readStream(const wire::Codec &codec, const QByteArray &bytes);

/// What the dialect's validator finds wrong with an answer.
[[nodiscard]] QStringList answerFaults(chat::Format dialect, const Heard &heard);

} // namespace omni::test

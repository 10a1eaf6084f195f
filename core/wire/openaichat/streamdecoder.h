// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/surrogates.h"

#include <map>

namespace omni::wire::openaichat {

/// Reads `chat.completion.chunk` events of OpenAI and of those who imitate it (translation.md
/// §4.1).
///
/// `Finished` is held back until usage, `[DONE]` or the end of the connection: usage comes after
/// the finish reason, and an error may still follow it.
class ChunkDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    struct Call
    {
        std::optional<qint64> wireIndex;
        QByteArray id;
        QByteArray name;
        QByteArray arguments; ///< everything so far
        int part = -1;        ///< -1 until the name is known
        bool isFreeForm = false;
        bool isLegacy = false;
        base::Json extra;
    };
    struct ChoiceState
    {
        int text = -1; ///< open part, or -1
        int reasoning = -1;
        int refusal = -1;
        std::vector<Call> calls;
        chat::FinishReason reason = chat::FinishReason::Unknown;
        base::Json logprobs;
        base::Json rest;
        bool hasReason = false;
        bool hasContent = false;
        bool isFinished = false;
    };
    enum class Kind
    {
        Text,
        Reasoning,
        Refusal,
        Calls
    };

    void chunk(const base::Json &json);
    void start(const base::Json &json);
    void choice(const base::Json &json);
    void delta(const base::Json &delta, ChoiceState &state, int choice);
    void content(const base::Json &content, ChoiceState &state, int choice);
    void reasoning(const base::Json &delta, ChoiceState &state, int choice);
    void annotations(const base::Json &list, ChoiceState &state);
    void toolCall(const base::Json &json, ChoiceState &state, int choice, bool isLegacy);
    Call &callFor(const base::Json &json, ChoiceState &state, const QByteArray &id,
                  const QByteArray &name);
    void openCall(Call &call, ChoiceState &state, int choice);
    void grow(int &part, chat::Part opened, const QByteArray &text, int choice);
    void close(int &part);
    void closeOthers(ChoiceState &state, Kind kept);
    void closeAll(ChoiceState &state);
    void usage(const base::Json &json);
    void keepLogprobs(const base::Json &logprobs, ChoiceState &state);
    void finishChoices(bool isCut);
    bool finishChoice(ChoiceState &state, int index, bool isCut);
    void fail(base::Error error);
    void fail(const QString &why);
    [[nodiscard]] chat::StreamEvents take() { return std::exchange(m_events, {}); }

    chat::StreamEvents m_events;
    std::map<int, ChoiceState> m_choices;
    SurrogateJoiner m_halves;
    base::Json m_early; ///< fields of chunks in front of the first choice
    QByteArray m_id;
    int m_parts = 0;
    int m_callCount = 0;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace omni::wire::openaichat

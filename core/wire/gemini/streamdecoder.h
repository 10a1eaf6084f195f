// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/gemini/partialargs.h"
#include "core/wire/surrogates.h"

#include <map>

namespace omni::wire::gemini {

/// Reads the chunks of `streamGenerateContent`: each is a whole answer that holds what is new. The
/// format has no end mark, so the end is the connection's.
class StreamDecoder final : public wire::StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents decodeChunk(const base::Json &chunk);
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    enum class Kind
    {
        None,
        Text,
        Thought
    };
    struct Choice
    {
        Kind kind = Kind::None;
        int open = -1; ///< the part that grows
        int calls = 0;
        bool isFinished = false;
        QByteArray finish;
        base::Json rest;
        std::optional<chat::Part> call; ///< one whose arguments are still coming
        PartialArgs args;
    };

    void onChunk(const base::Json &chunk);
    void start(const base::Json &chunk);
    void onCandidate(const base::Json &candidate, int index);
    bool onPart(const base::Json &part, int index);
    void onText(const base::Json &part, int index, bool isThought);
    void onPartialCall(const base::Json &part, int index);
    void flushCall(int index);
    void openWhole(chat::Part part, int index);
    /// The part to grow; opens one where another kind is open.
    int openAs(Kind kind, int index);
    void close(Choice &choice);
    void tellUsage();
    void end(int index);
    void fail(base::Error error);

    chat::StreamEvents m_events;
    std::map<int, Choice> m_choices;
    QByteArray m_id;
    base::Json m_usage; ///< as far as the chunks told it
    base::Json m_feedback;
    SurrogateJoiner m_halves;
    int m_parts = 0;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace omni::wire::gemini

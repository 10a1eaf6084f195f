// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

#include <map>

namespace omni::wire::openaicompletions {

/// Reads `text_completion` chunks. `Finished` is held back until the stream's end: usage comes
/// after the reason.
class ChunkDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    struct ChoiceState
    {
        int part = -1; ///< its text; -1 until it says something
        QByteArray reason;
        base::Json logprobs;
        base::Json rest;
    };

    void chunk(const base::Json &json);
    void choice(const base::Json &json);
    void end(bool isCut);
    void fail(base::Error error);
    void fail(const QString &why);

    chat::StreamEvents m_events;
    std::map<int, ChoiceState> m_choices;
    int m_parts = 0;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace omni::wire::openaicompletions

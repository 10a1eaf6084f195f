// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire::ollama {

/// Reads the lines of `/api/chat` and `/api/generate`. Tool calls come whole, in a line before the
/// last one.
class LineDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    void line(const base::Json &json);
    void start(const base::Json &json);
    void say(bool isThought, const QByteArray &text);
    void call(const base::Json &json);
    void close();
    void done(const base::Json &json);
    void fail(base::Error error);
    void fail(const QString &why);

    chat::StreamEvents m_events;
    QByteArray m_createdAt;
    base::Json m_logprobs;
    int m_parts = 0;
    int m_calls = 0;
    int m_open = -1; ///< the text or thinking that grows
    bool m_isThought = false;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace omni::wire::ollama

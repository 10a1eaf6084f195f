// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/ollama/words.h"
#include "core/wire/partstream.h"

namespace omni::wire::ollama {

/// Reads the lines of `/api/chat` and `/api/generate`. Tool calls come whole, in a line before the
/// last one.
class LineDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_parts.isEnded(); }

private:
    void line(const base::Json &json);
    void start(const base::Json &json);
    void call(const base::Json &json);
    void done(const base::Json &json);

    PartStream m_parts{Mine};
    QByteArray m_createdAt;
    base::Json m_logprobs;
};

} // namespace omni::wire::ollama

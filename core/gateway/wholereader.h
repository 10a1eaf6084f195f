// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/answerreader.h"

namespace omni::gateway {

/// One JSON answer, read to its end; goes out as it came, translated, or as a stream.
class WholeReader final : public AnswerReader
{
public:
    explicit WholeReader(const AnswerSpec &spec)
        : m_spec(spec)
    {}
    [[nodiscard]] AnswerPiece feed(const QByteArray &data) override;
    [[nodiscard]] AnswerPiece finish() override;

private:
    [[nodiscard]] base::Result<chat::ChatResponse> decode();
    /// A stream of lines although a whole answer was asked for.
    [[nodiscard]] bool isManyLines() const;
    [[nodiscard]] AnswerPiece readAsStream();
    void stream(const chat::ChatResponse &response, AnswerPiece &piece);

    AnswerSpec m_spec;
    QByteArray m_body;
};

} // namespace omni::gateway

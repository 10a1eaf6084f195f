// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/answerreader.h"
#include "core/net/framereader.h"
#include "core/wire/toolrestorer.h"

namespace omni::gateway {

/// A stream whose events go out as they came, with the model's name changed. A decoder listens in
/// for usage, the commit point, the end and errors.
class RawStreamReader final : public AnswerReader
{
public:
    RawStreamReader(const AnswerSpec &spec, net::Framing framing);
    [[nodiscard]] AnswerPiece feed(const QByteArray &data) override;
    [[nodiscard]] AnswerPiece finish() override;

private:
    void relay(const net::Frame &event, AnswerPiece &piece);
    void append(const net::Frame &event, const QByteArray &data, AnswerPiece &piece) const;

    AnswerSpec m_spec;
    net::Framing m_framing; ///< the client's
    bool m_keepsFrames;     ///< the upstream's is the same
    std::unique_ptr<net::FrameReader> m_frames;
    std::unique_ptr<wire::StreamDecoder> m_decoder;
    bool m_sawEvent = false;
    bool m_isPastCommit = false; ///< an event before had content
};

/// A stream that is decoded and said again in the client's format, as a stream or as a whole.
class TranslatedStreamReader final : public AnswerReader
{
public:
    TranslatedStreamReader(const AnswerSpec &spec, net::Framing framing);
    [[nodiscard]] AnswerPiece feed(const QByteArray &data) override;
    [[nodiscard]] AnswerPiece finish() override;

    [[nodiscard]] QByteArray failure(const base::Error &error, int status) override
    {
        return m_encoder ? m_encoder->encodeFailure(error, status) : QByteArray();
    }

private:
    void take(chat::StreamEvents events, AnswerPiece &piece);
    void end(AnswerPiece &piece);

    AnswerSpec m_spec;
    std::unique_ptr<net::FrameReader> m_frames;
    std::unique_ptr<wire::StreamDecoder> m_decoder;
    std::unique_ptr<wire::StreamEncoder> m_encoder;
    chat::ResponseBuilder m_whole;
    wire::ToolRestorer m_tools;
    std::optional<wire::SignatureTap> m_signatures;
    bool m_sawEvent = false;
    bool m_isOver = false;
};

/// Nothing came although the upstream said 200 (F17).
[[nodiscard]] base::Error emptyAnswer();

} // namespace omni::gateway

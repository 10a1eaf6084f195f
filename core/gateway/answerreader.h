// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/streamevent.h"
#include "core/wire/codec.h"
#include "core/wire/signaturecache.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace omni::gateway {

/// What stands between an upstream's answer and a client.
struct AnswerSpec
{
    const wire::Codec *upstream = nullptr;
    const wire::Codec *client = nullptr;
    bool clientStreams = false;
    /// Both speak the same format and the client's start frame is still ours to choose: the
    /// upstream's own bytes go out.
    bool isRaw = false;
    wire::StreamEncoder::Options encoding; ///< `model` is the name the client asked for
    wire::RenamedTools renamedTools;
    /// Learns what the upstream bound to its calls; null where the client's own bytes carry it.
    wire::SignatureCache *signatures = nullptr;
    /// The start frame went out during an earlier attempt: it is not sent again.
    std::optional<chat::event::Started> alreadyStarted;
};

/// What came of some of the upstream's bytes.
struct AnswerPiece
{
    QByteArray bytes;        ///< for the client
    bool hasContent = false; ///< holds something a person would see: the commit point
    bool isEnd = false;      ///< the answer is complete
    std::optional<base::Error> error;
};

/// Reads one answer as it arrives and says it in the client's format. Pure: no I/O, no clock.
class AnswerReader
{
public:
    virtual ~AnswerReader() = default;
    [[nodiscard]] virtual AnswerPiece feed(const QByteArray &data) = 0;
    /// The connection ended well; an answer that is not complete by now is an error.
    [[nodiscard]] virtual AnswerPiece finish() = 0;
    /// The error as the last thing of the stream that the client got from here; empty when any
    /// error of the client's format will do.
    [[nodiscard]] virtual QByteArray failure(const base::Error &, int /*status*/) { return {}; }

    [[nodiscard]] const chat::Usage &usage() const { return m_usage; }
    [[nodiscard]] const std::optional<chat::event::Started> &started() const { return m_started; }
    /// A part of the answer has begun, if only with its frame.
    [[nodiscard]] bool hasOpenedPart() const { return m_hasOpenedPart; }
    /// What the client's format could not carry so far.
    [[nodiscard]] const wire::Losses &losses() const { return m_losses; }
    /// Bytes of text, reasoning and arguments so far, for a live estimate.
    [[nodiscard]] qint64 contentBytes() const { return m_contentBytes; }

protected:
    void note(const chat::StreamEvent &event);

    chat::Usage m_usage;
    std::optional<chat::event::Started> m_started;
    wire::Losses m_losses;
    qint64 m_contentBytes = 0;
    bool m_hasOpenedPart = false;
};

/// `streamed` is how the upstream cuts what it sent, whatever was asked of it; nothing = a whole
/// answer.
[[nodiscard]] std::unique_ptr<AnswerReader> makeAnswerReader(const AnswerSpec &spec,
                                                             std::optional<net::Framing> streamed);

enum class BodyKind
{
    Undecided, ///< nothing but white space so far
    JsonObject,
    JsonArray,
    EventStream,
    WebPage,
    Other
};
/// What the body is, from its first bytes: vendors' content types are not to be trusted.
[[nodiscard]] BodyKind sniffBody(QByteArrayView begin);

/// How an answer of that kind is read; `isReadable` is false when it cannot be.
struct Reading
{
    bool isReadable = true;
    std::optional<net::Framing> streamed; ///< nothing = a whole answer
};
[[nodiscard]] Reading readingOf(BodyKind kind, const AnswerSpec &spec);

} // namespace omni::gateway

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace omni::net {

/// How a streamed body is cut into messages.
enum class Framing
{
    Sse,       ///< server-sent events
    Ndjson,    ///< one JSON a line
    JsonArray, ///< the elements of one JSON array (Gemini without `alt=sse`)
    AwsEvents, ///< `application/vnd.amazon.eventstream`
    Connect    ///< Connect protocol: flags, length, message
};

/// One message of a stream.
struct Frame
{
    /// SSE `event:`; AWS `:event-type` or `:exception-type`; Connect `end` for the last frame.
    QByteArray name;
    /// The `data:` lines, the NDJSON line, the array's element, the payload.
    QByteArray data;
    QByteArray id; ///< SSE only
    /// The bytes of the message as they came, blank line included; for pass-through. Blank lines
    /// between two events belong to the second one. A byte order mark is left out.
    QByteArray raw;
    /// Nothing to decode (a comment, or a block without any `data` field): only `raw` is set.
    bool isComment = false;
    bool operator==(const Frame &) const = default;
};

/// Splits a byte stream into messages. They are the same however the bytes are cut.
class FrameReader
{
public:
    static constexpr qsizetype MaxFrameBytes = 32 << 20;

    virtual ~FrameReader() = default;
    /// The messages completed by these bytes. Empty once the reader has failed.
    [[nodiscard]] virtual QList<Frame> feed(QByteArrayView bytes) = 0;
    /// The connection ended: the last message, if it was complete but for its end mark.
    [[nodiscard]] virtual QList<Frame> finish() = 0;
    /// What is wrong with the stream's framing (a message over the limit, a wrong checksum), for
    /// the log and the client; empty while all is well.
    [[nodiscard]] virtual QString fault() const = 0;
};

[[nodiscard]] std::unique_ptr<FrameReader> makeFrameReader(Framing framing);

} // namespace omni::net

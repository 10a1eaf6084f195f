// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/streamevent.h"
#include "core/chat/traits.h"
#include "core/net/framereader.h"
#include "core/wire/renamedtool.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace omni::wire {

/// Something the target format cannot carry. `path` is the field in the source, e.g.
/// `tools[2].strict`.
struct Loss
{
    QByteArray path;
    QByteArray reason;
    bool operator==(const Loss &) const = default;
};
using Losses = QList<Loss>;

using Traits = chat::Traits;

struct EncodedRequest
{
    QByteArray body;
    Losses losses;
    /// Tools that the upstream knows otherwise than the client; see ToolRestorer.
    RenamedTools renamedTools;
    /// Feature headers the body needs (`anthropic-beta`), name and value.
    QList<std::pair<QByteArray, QByteArray>> headers;
};

struct DecodedRequest
{
    chat::ChatRequest request;
    Losses losses;
};

/// Turns the events of an upstream into canonical ones. One per stream; keeps state between calls.
class StreamDecoder
{
public:
    virtual ~StreamDecoder() = default;

    /// One message of the wire, `name` and `data` as net::Frame has them. Nonsense gives a `Failed`
    /// event, never a crash.
    [[nodiscard]] virtual chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) = 0;

    /// The connection ended. Closes what is open; a stream that never finished ends with `Failed`.
    [[nodiscard]] virtual chat::StreamEvents finish() = 0;

    /// The format's own end mark was seen (`[DONE]`, `message_stop`): what follows is ignored.
    [[nodiscard]] virtual bool isEnded() const = 0;
};

/// Turns canonical events into the client's format. One per stream; the events must be a legal
/// sequence (see chat::StreamEvent), and what is written is one too, whatever the upstream
/// interleaved. `Failed` writes nothing: its bytes come from Codec::encodeStreamError, which knows
/// status and request id.
class StreamEncoder
{
public:
    struct Options
    {
        QByteArray model;          ///< the name the client asked for; stands in every chunk
        bool includeUsage = false; ///< OpenAI: send the usage chunk
        QByteArray fallbackId;     ///< used when the upstream gave no id
        qint64 createdSeconds = 0;
        /// Fields of the client's request that its format repeats in an answer; null for none.
        base::Json echo;
    };
    virtual ~StreamEncoder() = default;

    /// Bytes to send for this event; may be empty (held back).
    [[nodiscard]] virtual QByteArray encode(const chat::StreamEvent &event) = 0;
    /// What remains to be sent after a good end, e.g. `data: [DONE]`.
    [[nodiscard]] virtual QByteArray finish() = 0;
    /// The error as the last thing of this very stream, for formats that number their events.
    /// Empty when Codec::encodeStreamError says it as well.
    [[nodiscard]] virtual QByteArray encodeFailure(const base::Error &, int /*status*/)
    {
        return {};
    }
    /// What the format could not carry so far.
    [[nodiscard]] virtual Losses losses() const { return {}; }
};

/// What a whole answer to this client says that its upstream did not: id, time, the name of the
/// model, the repeated fields.
void completeAnswer(chat::ChatResponse &response, chat::Format client,
                    const StreamEncoder::Options &options);

/// One vendor format, both ways. Stateless and pure; shared by all requests of a thread.
class Codec
{
public:
    virtual ~Codec() = default;
    [[nodiscard]] virtual chat::Format format() const = 0;
    /// False for a wire that only upstreams speak (see UpstreamCodec): nothing is to be encoded for
    /// a client.
    [[nodiscard]] virtual bool servesClients() const { return true; }

    /// Strict: an error's `field` is the path of the wrong value.
    [[nodiscard]] virtual base::Result<DecodedRequest>
    decodeRequest(const base::Json &body) const = 0;
    /// Applies the traits; `request.model` must already be the upstream's model id.
    [[nodiscard]] virtual base::Result<EncodedRequest>
    encodeRequest(const chat::ChatRequest &request, const Traits &traits) const = 0;

    [[nodiscard]] virtual base::Result<chat::ChatResponse>
    decodeResponse(const base::Json &body) const = 0;
    [[nodiscard]] virtual QByteArray encodeResponse(const chat::ChatResponse &response,
                                                    Losses *losses = nullptr) const = 0;

    /// How a stream of this format is cut into messages.
    [[nodiscard]] virtual net::Framing framing() const { return net::Framing::Sse; }
    [[nodiscard]] virtual std::unique_ptr<StreamDecoder> streamDecoder() const = 0;
    [[nodiscard]] virtual std::unique_ptr<StreamEncoder>
    streamEncoder(const StreamEncoder::Options &options) const = 0;

    /// What an upstream's error answer means. `body` may be anything. Sets code, detail (the
    /// upstream's own message, cut at 2 KiB), retryAfter when the body says so, upstreamStatus.
    [[nodiscard]] virtual base::Error decodeError(int status, QByteArrayView body) const = 0;
    /// The whole error body for a client; `status` is the HTTP status it goes out with.
    [[nodiscard]] virtual QByteArray encodeError(const base::Error &error, int status,
                                                 QByteArrayView requestId) const = 0;
    /// The error as the last thing of a stream that already began.
    [[nodiscard]] virtual QByteArray encodeStreamError(const base::Error &error, int status,
                                                       QByteArrayView requestId) const = 0;
    /// Keeps a waiting client's connection alive. `started` = the stream's first event was sent.
    [[nodiscard]] virtual QByteArray encodePing(bool started) const = 0;
};

} // namespace omni::wire

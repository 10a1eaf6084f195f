// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

namespace omni::gateway {

/// The client's side of one exchange; implemented by the http room over a socket, by tests over a
/// buffer. After `finish`, `abort` or the client's departure nothing is written any more.
class ReplySink
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    virtual ~ReplySink() = default;

    /// A whole answer; adds Content-Length.
    virtual void sendWhole(int status, const Headers &headers, const QByteArray &body) = 0;
    /// Status and headers of a stream; they go out with the first `sendChunk`, or at once when
    /// `flushNow` (pings while the upstream still thinks).
    virtual void beginStream(const Headers &headers, bool flushNow) = 0;
    virtual void sendChunk(const QByteArray &bytes) = 0;
    /// A good end: the connection can be used again.
    virtual void endStream() = 0;
    /// A bad end after an error event: the connection closes, so that no client takes it for
    /// complete.
    virtual void abortStream() = 0;

    /// The client is gone: called once, possibly from inside a write. Null to forget.
    virtual void onGone(std::function<void()> callback) = 0;
    /// True while the client reads slower than we write (over 256 KiB waiting).
    [[nodiscard]] virtual bool isCongested() const = 0;
    /// Called when congestion ends (under 128 KiB waiting).
    virtual void onDrained(std::function<void()> callback) = 0;
};

} // namespace omni::gateway

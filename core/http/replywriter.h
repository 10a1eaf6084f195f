// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/answer.h"
#include "core/http/connectionguard.h"

namespace omni::http {

/// Writes one answer to one connection: whole, or as a stream of chunks framed by hand.
///
/// The client may leave during any write, and its `onGone` callback may delete this object from
/// inside it: no member is touched after a write.
class ReplyWriter final : public gateway::ReplySink, public AnswerSide
{
public:
    ReplyWriter(ConnectionGuard &guard, const Limits &limits, AnswerFacts facts,
                chat::Format dialect);
    /// An answer that never came becomes a 500; a stream that was left open is cut.
    ~ReplyWriter() override;
    ReplyWriter(const ReplyWriter &) = delete;
    ReplyWriter &operator=(const ReplyWriter &) = delete;

    void sendWhole(int status, const Headers &headers, const QByteArray &body) override;
    void sendError(const base::Error &error, int status);
    void beginStream(const Headers &headers, bool flushNow) override;
    void sendChunk(const QByteArray &bytes) override;
    void endStream() override;
    void abortStream() override;
    void onGone(std::function<void()> callback) override { m_onGone = std::move(callback); }
    [[nodiscard]] bool isCongested() const override;
    void onDrained(std::function<void()> callback) override { m_onDrained = std::move(callback); }

    void clientGone() override;
    void bytesLeft() override;

private:
    enum class Stage
    {
        Fresh,
        HeadHeld, ///< a stream's head waits for its first bytes
        Streaming,
        Over
    };

    void settle();
    [[nodiscard]] ConnectionGuard *release();

    ConnectionGuard *m_guard;
    const Limits &m_limits;
    AnswerFacts m_facts;
    chat::Format m_dialect;
    Stage m_stage = Stage::Fresh;
    QByteArray m_head;
    mutable bool m_wasCongested = false;
    std::function<void()> m_onGone;
    std::function<void()> m_onDrained;
};

} // namespace omni::http

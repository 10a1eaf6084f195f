// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/arraybody.h"
#include "core/gateway/attempt.h"
#include "core/gateway/gateway.h"

namespace omni::gateway {

/// One request's way: plan, attempts in order, the commit point, the answer, one record.
/// Owns everything about the request and dies with it. Gateway thread.
class Exchange final : public Attempt::Listener
{
public:
    Exchange(Gateway &gateway, InboundRequest request, std::unique_ptr<ReplySink> sink);
    ~Exchange() override;

    void start();
    /// Called a few times a second: pings, held start frames, budget.
    void tick();
    /// A user's Cancel, or the program ends.
    void cancel();

    [[nodiscard]] const QByteArray &id() const { return m_request.requestId; }
    /// The client has its answer.
    [[nodiscard]] bool isOver() const { return m_phase == Phase::Over; }
    /// Nothing is left to wait for: the upstream's connection can be used again or was cut.
    [[nodiscard]] bool mayBeDeleted() const { return isOver() && (!m_attempt || m_isReleased); }
    [[nodiscard]] LiveExchange live() const;

private:
    enum class Phase
    {
        Waiting, ///< for a rest to end, or for the keyring
        Trying,
        Answering, ///< past the commit point
        Over
    };

    // The loop (exchange.cpp)
    void plan();
    void tryNext();
    [[nodiscard]] base::Result<void> tryCandidate(const route::Candidate &candidate);
    [[nodiscard]] base::Result<const chat::ChatRequest *> decoded();
    /// Only what the client wrote as this upstream reads it may go on as it came.
    [[nodiscard]] bool mustTranslate(const catalog::Provider &provider) const;
    [[nodiscard]] AnswerSpec answerSpec(const providers::Outgoing &outgoing) const;
    void attemptFailed(const base::Error &error);
    void giveUp();
    [[nodiscard]] bool waitForPlan();

    // The answer (exchangeanswer.cpp)
    void onPiece(AnswerPiece piece) override;
    void onFailed(const base::Error &error) override;
    void onReleased() override;
    void begin(bool flushNow);
    void send(const QByteArray &bytes);
    void sendStreamError(const base::Error &error, int status);
    void flushStartFrame();
    void ping();
    void answered(const AnswerPiece &piece);
    void failClient(const base::Error &error);
    void clientGone();
    [[nodiscard]] ReplySink::Headers headers() const;

    // Conversations of the Responses dialect (exchangestate.cpp)
    void expandState();
    /// What the gateway cannot keep for the client: nothing, or why the request is refused.
    [[nodiscard]] std::optional<base::Error> refusedState();
    [[nodiscard]] bool forgetsReasoning(const base::Error &error);
    void keepAnswer(const QByteArray &bytes);
    [[nodiscard]] QByteArray compacted(const QByteArray &answer) const;

    // The record (exchangerecord.cpp)
    void recordSkipped(const route::Candidate &candidate);
    void closeAttemptRecord(usage::AttemptRecord::Outcome outcome, const base::Error *error);
    void finish(int status, const std::optional<base::Error> &error);
    [[nodiscard]] qint64 sinceStartMs() const;

    Gateway &m_gateway;
    InboundRequest m_request;
    std::unique_ptr<ReplySink> m_sink;
    std::shared_ptr<const catalog::Catalog> m_catalog;
    const wire::Codec *m_client = nullptr;
    wire::RequestFacts m_facts;
    std::optional<chat::ChatRequest> m_decoded;
    QByteArray m_written; ///< Responses: the body as the client sent it, references unresolved
    /// The response that the request goes on from is not ours: only who keeps it can answer.
    std::optional<base::Error> m_unknownState;
    bool m_hasForgotten = false; ///< the reasoning of the history was taken out
    /// What is to be made short; the summary of it is what is asked for.
    std::optional<chat::ChatRequest> m_compacting;

    Phase m_phase = Phase::Trying;
    route::Plan m_plan;
    qsizetype m_next = 0;
    std::unique_ptr<Attempt> m_attempt;
    /// Models that answered "not that one": (provider, model).
    QList<std::pair<catalog::ProviderId, QByteArray>> m_refusedModels;
    QList<base::Error> m_errors;
    int m_tried = 0;

    bool m_isReleased = false;
    bool m_hasBegun = false; ///< status and headers of a stream are out
    std::optional<chat::event::Started> m_sentStart;
    QByteArray m_held;                ///< bytes before the commit point
    std::optional<ArrayBody> m_array; ///< the client wants its stream as one JSON array
    base::Clock::TimePoint m_started;
    base::Clock::TimePoint m_lastSent;
    std::optional<base::Clock::TimePoint> m_firstPiece;
    std::optional<base::Clock::TimePoint> m_waitUntil;
    std::optional<base::Clock::TimePoint> m_over;
    std::optional<qint64> m_firstByteWallMs;
    usage::ExchangeRecord m_record;
};

/// "path: reason", no more of them and no longer than a record may hold.
[[nodiscard]] QStringList lossTexts(const wire::Losses &losses);
/// The same as the value of a header: printable ASCII of bounded length.
[[nodiscard]] QByteArray lossHeader(const QStringList &losses);
/// Why no candidate can be tried now, with the earliest moment one can (none when never).
[[nodiscard]] base::Error nobodyCanAnswer(const route::Plan &plan, const QString &wanted,
                                          base::Clock::TimePoint now);
/// Which of the attempts' errors the client gets: the last one that is about the answer, not about
/// one account's key; for limits with the earliest moment at which any target is back.
[[nodiscard]] base::Error chooseError(const QList<base::Error> &errors);

} // namespace omni::gateway

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/answerhead.h"
#include "core/net/headerblock.h"
#include "core/net/httpclient.h"
#include "core/net/socketset.h"
#include "core/net/target.h"

#include <curl/curl.h>

#include <chrono>

namespace omni::net {

class CurlJob;
class CurlReply;

/// What the jobs share with the loop that drives them.
struct LoopState
{
    using TimePoint = std::chrono::steady_clock::time_point;

    TimePoint now; ///< read once a wake-up
    TimePoint nextDeadline = TimePoint::max();
    std::vector<CurlJob *> ready; ///< have something to deliver
    QList<quint16> ownPorts;
    SocketSet *sockets = nullptr;
};

/// One transfer: an easy handle with all that its callbacks need, used again and again. The
/// callbacks of libcurl only write here; the loop delivers when libcurl has returned, so that
/// nothing of ours ever runs inside libcurl.
class CurlJob
{
public:
    enum class Phase : quint8
    {
        Connecting, ///< until the request may be written
        Waiting,    ///< until the first byte of the answer
        Receiving,
        Finished,
    };
    /// Why we ourselves stopped the transfer.
    enum class Fault : quint8
    {
        None,
        ConnectTimeout,
        FirstByteTimeout,
        IdleTimeout,
        TotalTimeout,
        HeadTooLarge,
        BodyTooLarge,
        RefusedAddress,
        NotSentTwice,
    };
    /// Decoded bytes from which on the ratio is watched, and the ratio.
    static constexpr qint64 BombBytes = 64LL << 20;
    static constexpr qint64 BombRatio = 100;
    /// libcurl reads on while there is something to read: what comes at once is cut here, and the
    /// rest waits until this much has been delivered.
    static constexpr qsizetype MaxPieceBytes = 256 << 10;

    explicit CurlJob(LoopState *loop);
    ~CurlJob();
    Q_DISABLE_COPY_MOVE(CurlJob)

    /// Sets every option that differs between requests. InvalidRequest: nothing may be sent.
    [[nodiscard]] base::Result<void> prepare(const HttpRequest &request, const Target &target,
                                             const QByteArray &proxy);
    /// Forgets the request.
    void reset();

    /// The earliest moment at which the job must be looked at.
    [[nodiscard]] LoopState::TimePoint deadline() const;
    /// The limit that has passed, if any. Grants more time to a body that is still going out.
    [[nodiscard]] Fault passedLimit();
    void setPhase(Phase phase);
    /// Starts the phase's time anew.
    void touch();
    void markReady();
    void fail(base::Error error);
    /// libcurl is done with it.
    void finish(CURLcode code);
    [[nodiscard]] bool isDelivered() const;

    CURL *easy = nullptr;
    CurlReply *reply = nullptr; ///< null: cancelled
    HttpReply::Callbacks callbacks;
    std::optional<base::Error> error;
    AnswerHead head;
    QByteArray data; ///< decoded, not yet delivered
    Phase phase = Phase::Finished;
    bool isAdded = false; ///< libcurl has it
    bool isReady = false; ///< stands in LoopState::ready
    bool isBusy = false;  ///< one of its callbacks runs
    bool isPaused = false;
    bool isHeld = false; ///< libcurl waits for curl_easy_pause(CONT)
    bool headDelivered = false;
    qsizetype slot = -1; ///< place among the loop's active jobs

private:
    void setConstantOptions();
    void setMethod(const QByteArray &method);
    [[nodiscard]] size_t takeHeaderLine(QByteArrayView line);
    [[nodiscard]] size_t takeBody(const char *bytes, size_t size);
    [[nodiscard]] int beforeRequest(const char *peer);
    [[nodiscard]] curl_socket_t openSocket(const curl_sockaddr &address);
    [[nodiscard]] bool isOwnListener(const Address &address, quint16 port) const;
    [[nodiscard]] const char *refusalOf(const Address &address) const;
    [[nodiscard]] long requestBytes() const;

    static size_t onHeader(char *bytes, size_t, size_t size, void *job);
    static size_t onBody(char *bytes, size_t, size_t size, void *job);
    static int onBeforeRequest(void *job, char *peer, char *, int, int);
    static curl_socket_t onOpenSocket(void *job, curlsocktype, curl_sockaddr *address);
    static int onCloseSocket(void *sockets, curl_socket_t socket);

    LoopState *m_loop;
    HeaderBlock m_headers;
    QByteArray m_body;
    QByteArray m_host;
    Timeouts m_timeouts;
    LoopState::TimePoint m_totalDeadline;
    LoopState::TimePoint m_phaseDeadline;
    Reach m_reach = Reach::Anywhere;
    Fault m_fault = Fault::None;
    const char *m_refusal = nullptr;
    bool m_viaProxy = false;
    int m_starts = 0;       ///< how often libcurl was about to write the request
    long m_bytesBefore = 0; ///< request bytes (a proxy's CONNECT) before ours
    qint64 m_decoded = 0;
    qint64 m_maxBody = 0;
    curl_off_t m_uploaded = 0;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
};

/// What the caller holds.
class CurlReply final : public HttpReply
{
public:
    CurlReply(class CurlLoop *loop, CurlJob *job)
        : m_loop(loop)
        , m_job(job)
    {}
    ~CurlReply() override;
    Q_DISABLE_COPY_MOVE(CurlReply)

    void setPaused(bool paused) override;
    [[nodiscard]] bool mayHaveBeenDelivered() const override;

    /// The job ends; the reply stays with what is known.
    void detach();

private:
    CurlLoop *m_loop;
    CurlJob *m_job;
    bool m_delivered = false;
};

} // namespace omni::net

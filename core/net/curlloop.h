// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/curljob.h"

#include <QBasicTimer>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace omni::net {

/// One libcurl multi handle in Qt's event loop, with its pool of connections and one timer for
/// libcurl and for the limits of all requests.
///
/// A wake-up handles every socket that is ready, then collects what has ended, then delivers. Only
/// that last step runs callers' code, so callers may send, pause and delete replies at any moment.
class CurlLoop final : public QObject
{
public:
    using MakeSockets = std::function<std::unique_ptr<SocketSet>(SocketSet::Handler)>;

    explicit CurlLoop(const MakeSockets &makeSockets = makeSocketSet);
    ~CurlLoop() override;
    Q_DISABLE_COPY_MOVE(CurlLoop)

    [[nodiscard]] std::unique_ptr<HttpReply> send(const HttpRequest &request,
                                                  const base::Result<const Target *> &target,
                                                  const base::Result<QByteArray> &proxy,
                                                  HttpReply::Callbacks callbacks);
    void setOwnPorts(const QList<quint16> &ports) { m_state.ownPorts = ports; }
    [[nodiscard]] bool isIdle() const { return m_active.empty(); }

    /// For CurlReply.
    void cancel(CurlJob *job);
    void setPaused(CurlJob *job, bool paused);

protected:
    void timerEvent(QTimerEvent *event) override;
    void customEvent(QEvent *event) override;

private:
    using TimePoint = LoopState::TimePoint;

    void openMulti();
    /// The event loop begins anew.
    void turn();
    /// Hands the waiting requests to libcurl, one after the other.
    void start();
    void closeMulti();
    void onSockets(std::span<const SocketSet::Ready> ready);
    void drive(curl_socket_t socket, int bits);
    /// Lets libcurl run what is due now, then takes in what has ended.
    void collect();
    void sweep();
    void settle();
    void deliver(CurlJob *job);
    void resume(CurlJob *job);
    void schedule();
    void armTimer();
    [[nodiscard]] CurlJob *takeJob();
    void retire(CurlJob *job);
    void removeFromMulti(CurlJob *job);

    static int onSocket(CURL *, curl_socket_t socket, int what, void *loop, void *);
    static int onTimer(CURLM *, long ms, void *loop);

    CURLM *m_multi = nullptr;
    std::unique_ptr<SocketSet> m_sockets;
    LoopState m_state;
    std::vector<CurlJob *> m_active;
    std::vector<std::unique_ptr<CurlJob>> m_spare;
    std::vector<CurlJob *> m_delivering;
    std::vector<CurlJob *> m_starting;
    QBasicTimer m_timer;
    TimePoint m_armedFor = TimePoint::max();
    TimePoint m_curlDue = TimePoint::max();
    TimePoint m_restsFrom = TimePoint::max();
    bool m_isDelivering = false;
    bool m_isScheduled = false;
    bool m_hasStarted = false; ///< in this turn of the event loop
};

} // namespace omni::net

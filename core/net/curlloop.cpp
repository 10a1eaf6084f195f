// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/curlloop.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace omni::net {

namespace {

using Clock = std::chrono::steady_clock;

constexpr long MaxConnections = 4096;
constexpr size_t MaxSpareJobs = 256;
/// Limits are looked at no more often than this, however many requests there are.
constexpr std::chrono::milliseconds SweepStep{20};
/// After this long without a request nothing in the pool may be used again (MAXAGE_CONN): libcurl
/// would keep the sockets open until somebody asks.
constexpr std::chrono::seconds RestAfter{35};

} // namespace

CurlLoop::CurlLoop(const MakeSockets &makeSockets)
    : m_sockets(makeSockets([this](std::span<const SocketSet::Ready> ready) { onSockets(ready); }))
{
    m_state.sockets = m_sockets.get();
    m_state.now = Clock::now();
}

void CurlLoop::openMulti()
{
    if (m_multi)
        return;
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, MaxConnections);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
            &CurlLoop::turn, Qt::UniqueConnection);
}

CurlLoop::~CurlLoop()
{
    while (!m_active.empty()) {
        CurlJob *job = m_active.back();
        if (job->reply)
            job->reply->detach();
        job->reply = nullptr;
        retire(job);
    }
    closeMulti();
}

void CurlLoop::closeMulti()
{
    curl_multi_cleanup(std::exchange(m_multi, nullptr));
    m_curlDue = TimePoint::max();
}

std::unique_ptr<HttpReply> CurlLoop::send(const HttpRequest &request,
                                          const base::Result<const Target *> &target,
                                          const base::Result<QByteArray> &proxy,
                                          HttpReply::Callbacks callbacks)
{
    m_state.now = Clock::now();
    CurlJob *job = takeJob();
    auto reply = std::make_unique<CurlReply>(this, job);
    job->reply = reply.get();
    job->callbacks = std::move(callbacks);
    if (!target) {
        job->fail(target.error());
    } else if (!proxy) {
        job->fail(proxy.error());
    } else if (auto prepared = job->prepare(request, **target, *proxy); !prepared) {
        job->fail(prepared.error());
    } else {
        openMulti();
        job->setPhase(CurlJob::Phase::Connecting);
        m_starting.push_back(job);
        // Alone it need not wait; only those that come behind it in the same turn go together.
        if (!std::exchange(m_hasStarted, true))
            start();
    }
    if (!m_state.ready.empty())
        schedule();
    armTimer();
    return reply;
}

void CurlLoop::turn()
{
    m_hasStarted = false;
    if (m_starting.empty())
        return;
    m_state.now = Clock::now();
    start();
}

void CurlLoop::start()
{
    for (CurlJob *job : std::exchange(m_starting, {})) {
        job->isAdded = curl_multi_add_handle(m_multi, job->easy) == CURLM_OK;
        if (!job->isAdded)
            job->finish(CURLE_FAILED_INIT);
    }
    // Runs up to the request's bytes where a connection waits in the pool.
    drive(CURL_SOCKET_TIMEOUT, 0);
    collect();
    if (!m_state.ready.empty())
        schedule();
    armTimer();
}

CurlJob *CurlLoop::takeJob()
{
    std::unique_ptr<CurlJob> job;
    if (m_spare.empty()) {
        job = std::make_unique<CurlJob>(&m_state);
    } else {
        job = std::move(m_spare.back());
        m_spare.pop_back();
    }
    job->slot = qsizetype(m_active.size());
    m_active.push_back(job.get());
    return job.release();
}

void CurlLoop::retire(CurlJob *job)
{
    removeFromMulti(job);
    std::erase(m_starting, job);
    m_active[size_t(job->slot)] = m_active.back();
    m_active[size_t(job->slot)]->slot = job->slot;
    m_active.pop_back();
    job->slot = -1;
    if (m_active.empty())
        m_restsFrom = m_state.now + RestAfter;
    if (job->isReady) {
        std::erase(m_state.ready, job);
        std::ranges::replace(m_delivering, job, static_cast<CurlJob *>(nullptr));
        job->isReady = false;
    }
    // What the callbacks hold may end other requests when it goes: last of all.
    const HttpReply::Callbacks callbacks = std::exchange(job->callbacks, {});
    job->reset();
    std::unique_ptr<CurlJob> owned(job);
    if (m_spare.size() < MaxSpareJobs)
        m_spare.push_back(std::move(owned));
}

void CurlLoop::removeFromMulti(CurlJob *job)
{
    if (!job->isAdded)
        return;
    job->isAdded = false;
    curl_multi_remove_handle(m_multi, job->easy);
}

void CurlLoop::cancel(CurlJob *job)
{
    job->reply = nullptr;
    // From one of its own callbacks: deliver() sees to it when that has returned.
    if (job->isBusy)
        return;
    m_state.now = Clock::now();
    retire(job);
    armTimer();
}

void CurlLoop::setPaused(CurlJob *job, bool paused)
{
    if (job->isPaused == paused)
        return;
    job->isPaused = paused;
    m_state.now = Clock::now();
    if (!paused) {
        if (job->phase == CurlJob::Phase::Receiving)
            job->setPhase(CurlJob::Phase::Receiving);
        resume(job);
        // Delivered from the event loop, not from inside this call.
        job->markReady();
        schedule();
    } else if (job->isAdded && job->head.isComplete()) {
        // Before that the head is still wanted, and the body stops at its first byte.
        job->isHeld = true;
        curl_easy_pause(job->easy, CURLPAUSE_RECV);
    }
}

/// libcurl hands over what it kept from inside its call.
void CurlLoop::resume(CurlJob *job)
{
    if (!std::exchange(job->isHeld, false) || !job->isAdded)
        return;
    const CURLcode code = curl_easy_pause(job->easy, CURLPAUSE_CONT);
    // What our own callback refuses in there is told to us alone; the transfer would hang.
    if (code == CURLE_OK || code == CURLE_BAD_FUNCTION_ARGUMENT)
        return;
    removeFromMulti(job);
    job->finish(code);
}

void CurlLoop::onSockets(std::span<const SocketSet::Ready> ready)
{
    m_state.now = Clock::now();
    for (const SocketSet::Ready &one : ready)
        drive(one.socket, one.bits);
    settle();
}

void CurlLoop::drive(curl_socket_t socket, int bits)
{
    int running = 0;
    if (m_multi)
        curl_multi_socket_action(m_multi, socket, bits, &running);
}

void CurlLoop::collect()
{
    if (!m_multi)
        return;
    // A few rounds only: sockets must get their turn.
    for (int round = 0; round < 4 && m_curlDue <= m_state.now; ++round) {
        m_curlDue = TimePoint::max();
        drive(CURL_SOCKET_TIMEOUT, 0);
    }
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        CurlJob *job = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &job);
        removeFromMulti(job);
        job->finish(code);
    }
}

void CurlLoop::sweep()
{
    m_state.nextDeadline = TimePoint::max();
    for (CurlJob *job : m_active) {
        if (job->passedLimit() != CurlJob::Fault::None) {
            removeFromMulti(job);
            job->data.clear();
            job->finish(CURLE_OPERATION_TIMEDOUT);
        }
        m_state.nextDeadline = std::min(m_state.nextDeadline, job->deadline());
    }
    if (m_state.nextDeadline != TimePoint::max())
        m_state.nextDeadline = std::max(m_state.nextDeadline, m_state.now + SweepStep);
}

void CurlLoop::settle()
{
    collect();
    if (!m_isDelivering) {
        m_isDelivering = true;
        std::swap(m_delivering, m_state.ready);
        for (size_t i = 0; i < m_delivering.size(); ++i) {
            if (CurlJob *job = m_delivering[i])
                deliver(job);
        }
        m_delivering.clear();
        m_isDelivering = false;
    }
    if (!m_state.ready.empty())
        schedule();
    armTimer();
}

void CurlLoop::deliver(CurlJob *job)
{
    job->isReady = false;
    job->isBusy = true;
    if (job->head.isComplete() && !job->headDelivered) {
        job->headDelivered = true;
        if (job->callbacks.onHead)
            job->callbacks.onHead(job->head.status(), job->head.headers());
    }
    if (job->reply && !job->isPaused && !job->data.isEmpty()) {
        const QByteArray data = std::exchange(job->data, {});
        if (job->callbacks.onData)
            job->callbacks.onData(data);
    }
    bool isOver = !job->reply;
    if (job->reply && job->phase == CurlJob::Phase::Finished && job->data.isEmpty()) {
        isOver = true;
        job->reply->detach();
        if (job->error) {
            if (job->callbacks.onError)
                job->callbacks.onError(*job->error);
        } else if (job->callbacks.onDone) {
            job->callbacks.onDone();
        }
    }
    job->isBusy = false;
    if (isOver)
        retire(job);
    else if (job->isHeld && !job->isPaused)
        resume(job);
}

void CurlLoop::schedule()
{
    if (std::exchange(m_isScheduled, true))
        return;
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void CurlLoop::customEvent(QEvent *)
{
    m_isScheduled = false;
    m_state.now = Clock::now();
    settle();
}

void CurlLoop::armTimer()
{
    TimePoint due = std::min(m_curlDue, m_state.nextDeadline);
    if (m_active.empty() && m_multi)
        due = std::min(due, m_restsFrom);
    // A timer that fires too early looks again; only one that fires too late must be moved.
    if (due >= m_armedFor)
        return;
    m_armedFor = due;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - m_state.now).count();
    m_timer.start(int(std::clamp<qint64>(wait, 0, 3'600'000)), Qt::PreciseTimer, this);
}

void CurlLoop::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    m_armedFor = TimePoint::max();
    m_state.now = Clock::now();
    if (m_state.nextDeadline <= m_state.now)
        sweep();
    if (m_active.empty() && m_multi && m_restsFrom <= m_state.now)
        closeMulti();
    settle();
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *loop, void *)
{
    static_cast<CurlLoop *>(loop)->m_sockets->watch(socket, what);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long ms, void *loop)
{
    auto *self = static_cast<CurlLoop *>(loop);
    self->m_curlDue = ms < 0 ? TimePoint::max() : self->m_state.now + std::chrono::milliseconds(ms);
    return 0;
}

CurlReply::~CurlReply()
{
    if (m_job)
        m_loop->cancel(m_job);
}

void CurlReply::setPaused(bool paused)
{
    if (m_job)
        m_loop->setPaused(m_job, paused);
}

bool CurlReply::mayHaveBeenDelivered() const
{
    return m_job ? m_job->isDelivered() : m_delivered;
}

void CurlReply::detach()
{
    m_delivered = m_job->isDelivered();
    m_job = nullptr;
}

} // namespace omni::net

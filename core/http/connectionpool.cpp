// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/connectionpool.h"

#include "core/base/log.h"
#include "core/http/connectionguard.h"
#include "core/http/halfclose.h"

#include <QAbstractEventDispatcher>

#include <algorithm>

namespace omni::http {

namespace {

/// Connections beyond the limit that may be told so at the same time.
constexpr int FarewellRoom = 64;

} // namespace

ConnectionPool::ConnectionPool(const Limits &limits, const base::Clock &clock)
    : m_limits(limits)
    , m_clock(clock)
{
    m_timer.setTimerType(Qt::CoarseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { sweep(); });
}

ConnectionPool::~ConnectionPool()
{
    abortAll();
}

void ConnectionPool::start(ConnectionOwner &owner, std::function<QByteArray()> full)
{
    m_owner = &owner;
    m_full = std::move(full);
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                     &m_timer, [this] { flush(); });
}

void ConnectionPool::flushSoon(ConnectionGuard &guard)
{
    if (std::exchange(m_hasFlushed, true))
        m_unflushed.append(&guard);
    else
        guard.flush();
}

void ConnectionPool::flush()
{
    m_hasFlushed = false;
    for (qsizetype i = 0; i < m_unflushed.size(); ++i) {
        if (ConnectionGuard *guard = std::exchange(m_unflushed[i], nullptr))
            guard->flush();
    }
    m_unflushed.clear();
}

void ConnectionPool::accept(qintptr descriptor)
{
    const qsizetype total = m_guards.size() + m_parked.size();
    if (total >= m_limits.connections + FarewellRoom) {
        qCWarning(lcHttp, "Too many connections; one was closed unheard");
        return closeDescriptor(descriptor);
    }
    if (isPressed() && total < m_limits.connections)
        return m_parked.append(descriptor);
    open(descriptor);
}

void ConnectionPool::open(qintptr descriptor)
{
    auto *guard = new ConnectionGuard(descriptor, *m_owner, m_limits, m_clock);
    if (!guard->isOpen())
        return guard->deleteLater();
    m_guards.append(guard);
    ++m_unauthenticated;
    if (!m_timer.isActive())
        m_timer.start(m_limits.sweepEvery);
    const int ofPeer = guard->isLoopback() ? 0 : ++m_perPeer[guard->peer()];
    if (m_guards.size() + m_parked.size() > m_limits.connections || ofPeer > m_limits.perPeer) {
        qCWarning(lcHttp, "Too many connections; one was refused");
        guard->sendLast(m_full());
    }
}

void ConnectionPool::authenticated(ConnectionGuard &guard)
{
    if (guard.isAuthenticated())
        return;
    guard.setAuthenticated();
    --m_unauthenticated;
    unpark();
}

void ConnectionPool::remove(ConnectionGuard &guard)
{
    std::ranges::replace(m_unflushed, &guard, static_cast<ConnectionGuard *>(nullptr));
    if (!m_guards.removeOne(&guard))
        return;
    if (!guard.isAuthenticated())
        --m_unauthenticated;
    if (!guard.isLoopback()) {
        const auto it = m_perPeer.find(guard.peer());
        if (it != m_perPeer.end() && --*it <= 0)
            m_perPeer.erase(it);
    }
    unpark();
    if (m_guards.isEmpty())
        m_timer.stop();
}

void ConnectionPool::unpark()
{
    while (!m_parked.isEmpty() && !isPressed())
        open(m_parked.takeFirst());
}

void ConnectionPool::sweep()
{
    const auto now = m_clock.now();
    const bool pressed = isPressed();
    // A copy: connections may end meanwhile. They delete themselves later, never at once.
    const QList<ConnectionGuard *> guards = m_guards;
    for (ConnectionGuard *guard : guards) {
        if (guard->isOpen())
            guard->sweep(now, pressed);
    }
}

void ConnectionPool::closeSoon()
{
    const QList<ConnectionGuard *> guards = m_guards;
    for (ConnectionGuard *guard : guards) {
        if (guard->isOpen())
            guard->closeSoon();
    }
}

void ConnectionPool::abortAll()
{
    for (const qintptr descriptor : std::exchange(m_parked, {}))
        closeDescriptor(descriptor);
    flush();
    const QList<ConnectionGuard *> guards = m_guards;
    for (ConnectionGuard *guard : guards)
        guard->abort();
}

} // namespace omni::http

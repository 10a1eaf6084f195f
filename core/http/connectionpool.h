// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/http/limits.h"

#include <QHash>
#include <QList>
#include <QTimer>

namespace omni::http {

class ConnectionGuard;
class ConnectionOwner;

/// All connections: accepts, counts, limits and times them out with one timer.
///
/// Too many clients that have shown no key are not turned away but parked as bare descriptors, and
/// those before them get less time: a burst of honest clients is served, silent ones hold up
/// nobody for long.
class ConnectionPool
{
public:
    ConnectionPool(const Limits &limits, const base::Clock &clock);
    ~ConnectionPool();
    ConnectionPool(const ConnectionPool &) = delete;
    ConnectionPool &operator=(const ConnectionPool &) = delete;

    /// `owner` gets what the connections ask; `full` is the answer when there are too many.
    void start(ConnectionOwner &owner, std::function<QByteArray()> full);
    void accept(qintptr descriptor);
    /// The client has shown who it is.
    void authenticated(ConnectionGuard &guard);
    /// The first of a turn of the event loop goes out at once, the others together at its end.
    void flushSoon(ConnectionGuard &guard);
    /// To be called by the owner when a connection ended.
    void remove(ConnectionGuard &guard);
    [[nodiscard]] int count() const { return int(m_guards.size()); }

    /// Idle connections close, the others after their answer.
    void closeSoon();
    void abortAll();

private:
    void open(qintptr descriptor);
    void unpark();
    void sweep();
    void flush();
    [[nodiscard]] bool isPressed() const { return m_unauthenticated >= m_limits.unauthenticated; }

    const Limits &m_limits;
    const base::Clock &m_clock;
    ConnectionOwner *m_owner = nullptr;
    std::function<QByteArray()> m_full;
    QList<ConnectionGuard *> m_guards;
    QList<ConnectionGuard *> m_unflushed;
    QList<qintptr> m_parked;
    QHash<QString, int> m_perPeer;
    QTimer m_timer;
    int m_unauthenticated = 0;
    bool m_hasFlushed = false; ///< in this turn of the event loop
};

} // namespace omni::http

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/random.h"
#include "core/gateway/requesthandler.h"
#include "core/http/answer.h"
#include "core/http/connectionowner.h"
#include "core/http/hostcheck.h"
#include "core/http/keygate.h"

namespace omni::http {

class ConnectionPool;
class QtHttpAdapter;

/// Decides on each request, in the order of security.md §2, as soon as its head is there: nothing
/// of a body is read for somebody who may not send it.
class Gatekeeper : public ConnectionOwner
{
public:
    struct Parts
    {
        gateway::RequestHandler &handler;
        ConnectionPool &pool;
        QtHttpAdapter &adapter;
        const Limits &limits;
        const base::Clock &clock;
        base::Random &random;
    };
    Gatekeeper(const Parts &parts, KeyCheck keyCheck);

    void configure(const Server::Options &options);
    /// What a client hears when there are too many.
    [[nodiscard]] QByteArray fullAnswer();

    void admit(ConnectionGuard &guard) override;
    void serve(ConnectionGuard &guard) override;
    void framingFailed(ConnectionGuard &guard, FrameFault fault) override;
    void timedOut(ConnectionGuard &guard) override;
    void flushSoon(ConnectionGuard &guard) override;
    void closed(ConnectionGuard &guard) override;

private:
    /// An answer given instead of handing the request over.
    struct Verdict
    {
        int status = 0; ///< 0: go on
        QString text;
        Headers headers;
        std::optional<std::chrono::milliseconds> retryAfter;
    };

    [[nodiscard]] Verdict checkAll(ConnectionGuard &guard);
    [[nodiscard]] Verdict checkOrigin(ConnectionGuard &guard);
    [[nodiscard]] Verdict checkRoute(ConnectionGuard &guard);
    [[nodiscard]] Verdict checkKey(ConnectionGuard &guard);
    [[nodiscard]] Verdict checkHops(ConnectionGuard &guard);
    [[nodiscard]] Verdict checkBodyKind(ConnectionGuard &guard);
    [[nodiscard]] Verdict preflight(ConnectionGuard &guard);
    void answer(ConnectionGuard &guard, const Verdict &verdict);
    void run(ConnectionGuard &guard);
    [[nodiscard]] AnswerFacts factsOf(ConnectionGuard &guard);
    [[nodiscard]] QByteArray lastWords(const RequestHead &head, int status, const QString &text);
    [[nodiscard]] QByteArray newRequestId();
    [[nodiscard]] const QByteArray &date();

    Parts m_parts;
    KeyGate m_keys;
    HostCheck m_hosts;
    bool m_requireKey = true;
    QByteArray m_idPrefix;
    QByteArray m_ids;
    QByteArray m_date;
    base::Clock::TimePoint m_dateMade;
};

} // namespace omni::http

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/wire/openairesponses/state.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <list>

namespace omni::gateway {

/// Keeps the answers of the Responses dialect, so that `previous_response_id` works with upstreams
/// that have no state. In memory, per client key, bounded by age and size: the oldest go first.
/// Lives on the gateway thread.
///
/// How a request goes: `expand` in front of routing; after a good end `put` with the body as the
/// client sent it and the response object as the client got it.
class ResponseStore
{
public:
    struct Limits
    {
        std::chrono::seconds age = std::chrono::hours(24);
        qsizetype bytes = 64 << 20;
        qsizetype bytesPerKey = 32 << 20;
        int turnsPerKey = 2000;
    };

    explicit ResponseStore(const base::Clock &clock)
        : ResponseStore(clock, Limits())
    {}
    ResponseStore(const base::Clock &clock, Limits limits)
        : m_clock(clock)
        , m_limits(limits)
    {}

    /// The body with everything it refers to written out: what the response it goes on from said,
    /// and items by their id. A body that refers to nothing comes back as it is. InvalidRequest
    /// with the field `previous_response_id` when that response is not here: the client may have
    /// got it from an upstream that keeps its own (then the body may go there as it is).
    [[nodiscard]] base::Result<QByteArray> expand(const QString &keyId, const QByteArray &body);

    /// Keeps the answer unless the client said `store: false`, or it failed.
    void put(const QString &keyId, const QByteArray &body, const QByteArray &response);

    /// The response object; empty when it is not here.
    [[nodiscard]] QByteArray response(const QString &keyId, const QByteArray &id);
    /// A list of the items of its request; empty when it is not here.
    [[nodiscard]] QByteArray inputItems(const QString &keyId, const QByteArray &id);
    bool remove(const QString &keyId, const QByteArray &id);
    void removeKey(const QString &keyId);

    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_turns.size()); }

private:
    using Turn = wire::openairesponses::StoredTurn;
    struct Entry
    {
        QString keyId;
        base::Clock::TimePoint since;
        Turn turn;
    };
    using Entries = std::list<Entry>;
    struct KeyUse
    {
        qsizetype bytes = 0;
        int turns = 0;
    };

    [[nodiscard]] const Turn *find(const QString &keyId, const QByteArray &id);
    [[nodiscard]] base::Json itemOf(const QString &keyId, const QByteArray &id) const;
    void erase(Entries::iterator entry);
    void dropOld();
    void makeRoom(const QString &keyId);

    const base::Clock &m_clock;
    Limits m_limits;
    Entries m_turns; ///< oldest first
    QHash<std::pair<QString, QByteArray>, Entries::iterator> m_byId;
    QHash<QString, KeyUse> m_use;
    qsizetype m_bytes = 0;
};

} // namespace omni::gateway

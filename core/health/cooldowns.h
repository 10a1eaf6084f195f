// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/health/failure.h"

#include <QHash>
#include <QList>

namespace omni::health {

/// One thing that rests: a model on an account, or (empty model) the whole account.
struct Rest
{
    auth::AccountId account;
    QByteArray model;
    base::Clock::TimePoint until;
    base::ErrorCode reason = base::ErrorCode::UpstreamFailed;
};

/// Remembers which models and accounts must rest, and until when.
///
/// Lives on the gateway thread. Time comes from the Clock alone, so tests never sleep. Cooling
/// starts with (account, model); it widens to the account on account signals and when two of its
/// models fail within the same rest (DECISIONS 10).
class Cooldowns
{
public:
    explicit Cooldowns(const base::Clock &clock)
        : m_clock(clock)
    {}

    /// Rests for as long as the upstream asked; when it did not ask, for a delay that doubles with
    /// each failure in a row (3 s, at most 96 s). A second failure while it already rests changes
    /// nothing, so that requests that failed together do not add up.
    void reportFailure(const auth::AccountId &account, const QByteArray &model,
                       const base::Error &error);
    void reportSuccess(const auth::AccountId &account, const QByteArray &model);

    /// The rest that keeps this model on this account from being used now, if any.
    [[nodiscard]] std::optional<Rest> resting(const auth::AccountId &account,
                                              const QByteArray &model) const;
    /// Everything that rests now.
    [[nodiscard]] QList<Rest> all() const;
    /// An empty model clears everything of the account.
    void clear(const auth::AccountId &account, const QByteArray &model);
    void clearAll() { m_entries.clear(); }

private:
    struct Entry
    {
        base::Clock::TimePoint until{};
        int failuresInARow = 0;
        base::ErrorCode reason = base::ErrorCode::UpstreamFailed;
    };
    using Key = std::pair<auth::AccountId, QByteArray>;

    void rest(const Key &key, const base::Error &error);
    [[nodiscard]] int restingModels(const auth::AccountId &account) const;

    const base::Clock &m_clock;
    QHash<Key, Entry> m_entries;
};

} // namespace omni::health

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/health/cooldowns.h"

namespace omni::health {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds BaseDelay{3'000};
constexpr int LargestDoubling = 5;
constexpr int ModelsThatMeanTheAccount = 2;

milliseconds ownDelay(int failuresInARow)
{
    return BaseDelay * (1 << std::min(failuresInARow, LargestDoubling));
}

/// An account that refused its key or has no credit does not get better in seconds.
milliseconds smallestDelay(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::Unauthorized:
    case base::ErrorCode::Forbidden:
        return std::chrono::minutes(5);
    case base::ErrorCode::QuotaExhausted:
        return std::chrono::minutes(2);
    default:
        return milliseconds(0);
    }
}

} // namespace

void Cooldowns::reportFailure(const auth::AccountId &account, const QByteArray &model,
                              const base::Error &error)
{
    switch (classify(error).rest) {
    case RestScope::Nobody:
        return;
    case RestScope::Account:
        rest({account, {}}, error);
        return;
    case RestScope::Model:
        rest({account, model}, error);
        if (restingModels(account) >= ModelsThatMeanTheAccount &&
            error.code != base::ErrorCode::RateLimited)
            rest({account, {}}, error);
        return;
    }
}

void Cooldowns::rest(const Key &key, const base::Error &error)
{
    Entry &entry = m_entries[key];
    const auto now = m_clock.now();
    if (entry.until > now)
        return;
    // A Retry-After of zero is an answer too: the provider says "now".
    const milliseconds delay = error.retryAfter.value_or(
        std::max(ownDelay(entry.failuresInARow), smallestDelay(error.code)));
    entry.until = now + delay;
    entry.reason = error.code;
    ++entry.failuresInARow;
}

int Cooldowns::restingModels(const auth::AccountId &account) const
{
    const auto now = m_clock.now();
    int count = 0;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        // A limit on one model says nothing about the account's others.
        if (it.key().first == account && !it.key().second.isEmpty() && it->until > now &&
            it->reason != base::ErrorCode::RateLimited)
            ++count;
    }
    return count;
}

void Cooldowns::reportSuccess(const auth::AccountId &account, const QByteArray &model)
{
    if (m_entries.isEmpty())
        return;
    m_entries.remove({account, model});
    m_entries.remove({account, {}});
}

std::optional<Rest> Cooldowns::resting(const auth::AccountId &account,
                                       const QByteArray &model) const
{
    if (m_entries.isEmpty())
        return std::nullopt;
    const auto now = m_clock.now();
    std::optional<Rest> longest;
    for (const QByteArray &name : {QByteArray(), model}) {
        const auto it = m_entries.constFind({account, name});
        if (it != m_entries.constEnd() && it->until > now &&
            (!longest || it->until > longest->until))
            longest = Rest{account, name, it->until, it->reason};
    }
    return longest;
}

QList<Rest> Cooldowns::all() const
{
    const auto now = m_clock.now();
    QList<Rest> rests;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->until > now)
            rests.append({it.key().first, it.key().second, it->until, it->reason});
    }
    return rests;
}

void Cooldowns::clear(const auth::AccountId &account, const QByteArray &model)
{
    if (!model.isEmpty()) {
        m_entries.remove({account, model});
        return;
    }
    m_entries.removeIf([&](auto it) { return it.key().first == account; });
}

} // namespace omni::health

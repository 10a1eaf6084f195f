// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/snapshotmaker.h"

#include "core/engine/core.h"

namespace omni::engine {

namespace {

constexpr int ErrorsShown = 10;

qint64 wallMs(const base::Clock &clock, base::Clock::TimePoint moment)
{
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(moment - clock.now()).count();
    return clock.wall().toMSecsSinceEpoch() + left;
}

AccountState stateOf(const AccountView &view, auth::Accounts::SecretState secret)
{
    using Secret = auth::Accounts::SecretState;
    if (view.account.isPaused)
        return AccountState::Paused;
    if (secret == Secret::Locked)
        return AccountState::Locked;
    if (secret == Secret::Loading)
        return AccountState::Loading;
    if (!view.account.authTrouble.isEmpty())
        return AccountState::NeedsAttention;
    const bool wholeAccountCools =
        std::any_of(view.cooling.begin(), view.cooling.end(),
                    [](const CoolingView &cooling) { return cooling.model.isEmpty(); });
    return wholeAccountCools ? AccountState::Cooling : AccountState::Ready;
}

QList<AccountView> accountViews(const Core &core)
{
    const Storage &storage = *core.storage();
    const QList<health::Rest> rests = core.cooldowns().all();
    QList<AccountView> views;
    for (const auth::Account &account : storage.accounts->all()) {
        AccountView view{.account = account};
        if (const auto *provider = storage.catalog->current().find(account.provider)) {
            view.providerName = provider->name;
            view.prefix = provider->prefix;
        }
        for (const health::Rest &rest : rests) {
            if (rest.account == account.id)
                // Whole seconds, so that a clock's jitter is no change.
                view.cooling.append({rest.model, wallMs(core.clock(), rest.until) / 1000 * 1000,
                                     base::errorCodeName(rest.reason)});
        }
        view.isChecking = core.operations()->isChecking(account.id);
        view.state = stateOf(view, storage.accounts->secretState(account.id));
        // Seconds of use are no news; a minute is.
        view.account.lastUsedMs = view.account.lastUsedMs / 60'000 * 60'000;
        views.append(view);
    }
    return views;
}

QList<LiveRequest> liveRequests(const Core &core)
{
    QList<LiveRequest> live;
    const qint64 now = core.clock().wall().toMSecsSinceEpoch();
    for (const gateway::LiveExchange &exchange : core.gateway()->live()) {
        LiveRequest request{.id = exchange.id,
                            .program = exchange.program,
                            .model = exchange.model,
                            .account = exchange.account,
                            .startedMs = exchange.startedMs,
                            .outputTokens = exchange.outputTokens,
                            .isWaiting = exchange.isWaiting};
        if (exchange.outputTokens && exchange.firstByteMs && now > *exchange.firstByteMs)
            request.tokensPerSecond =
                double(*exchange.outputTokens) * 1000 / double(now - *exchange.firstByteMs);
        live.append(request);
    }
    return live;
}

DayView dayView(const usage::DayFigures &figures)
{
    DayView day;
    qint64 tokens = 0;
    qint64 cost = 0;
    for (size_t i = 0; i < figures.hours.size(); ++i) {
        const usage::DayFigures::Hour &hour = figures.hours.at(i);
        day.hours.at(i) = {hour.startMs, hour.requests};
        day.requests += hour.requests;
        day.answered += hour.answered;
        tokens += hour.tokens;
        cost += hour.costMicros;
    }
    if (figures.tokensKnown)
        day.tokens = tokens;
    if (figures.costKnown)
        day.costMicros = cost;
    return day;
}

} // namespace

QList<PlanLine> planLines(const route::Plan &plan, const base::Clock &clock)
{
    QList<PlanLine> lines;
    bool hasTaker = false;
    qsizetype lastUsable = -1;
    for (const route::Candidate &candidate : plan.candidates) {
        PlanLine line{.verdict = PlanLine::Verdict::Skipped,
                      .target = candidate.step,
                      .account = candidate.accountName,
                      .reason = candidate.skipped};
        if (candidate.until)
            line.untilMs = wallMs(clock, *candidate.until);
        if (candidate.skipped.isEmpty()) {
            line.verdict = hasTaker ? PlanLine::Verdict::Next : PlanLine::Verdict::Takes;
            if (hasTaker)
                lastUsable = lines.size();
            hasTaker = true;
        }
        lines.append(line);
    }
    if (lastUsable >= 0)
        lines[lastUsable].verdict = PlanLine::Verdict::Last;
    return lines;
}

Snapshot makeSnapshot(const Core &core)
{
    Snapshot snapshot;
    snapshot.server = core.server();
    snapshot.atMs = core.clock().wall().toMSecsSinceEpoch();
    if (const Storage *storage = core.storage()) {
        for (const catalog::Provider &provider : storage->catalog->current().providers())
            snapshot.providers.append({provider, storage->log->requestsOf(provider.id.text())});
        snapshot.accounts = accountViews(core);
        snapshot.combos = storage->combos->all();
        snapshot.activeCombo = core.gateway()->activeCombo();
        snapshot.keys = storage->keys->all();
        snapshot.live = liveRequests(core);
        for (const usage::ExchangeRecord &record : storage->log->recent()) {
            if (record.error && record.error->code != base::ErrorCode::Cancelled)
                snapshot.recentErrors.append(record);
            if (snapshot.recentErrors.size() == ErrorsShown)
                break;
        }
        snapshot.day = dayView(storage->log->lastDay());
        snapshot.modelIds = core.gateway()->modelIds();
    }
    snapshot.attention = findAttention(snapshot, core);
    return snapshot;
}

} // namespace omni::engine

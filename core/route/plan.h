// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/health/cooldowns.h"
#include "core/route/combo.h"

#include <QHash>

namespace omni::route {

/// Where one attempt goes.
struct Target
{
    catalog::ProviderId provider;
    auth::AccountId account;
    QByteArray model; ///< the upstream's id
    bool operator==(const Target &) const = default;
};

/// A target with the reason why it is not tried, if there is one. Without an account when the
/// provider has none.
struct Candidate
{
    Target target;
    QString accountName;
    QString step; ///< as the client or the combo named it
    /// `paused`, `cooling`, `locked`, `no_secret`, `no_account`, `no_format`, `unknown_model`,
    /// `context_too_small`, `no_tools`, `no_images`; empty = can be tried.
    QString skipped;
    /// For `cooling`.
    std::optional<base::Clock::TimePoint> until;
    base::ErrorCode coolingReason = base::ErrorCode::RateLimited;
    bool operator==(const Candidate &) const = default;
};

struct Plan
{
    QString combo; ///< empty when the model was named
    int waitSeconds = 0;
    QList<Candidate> candidates;
};

/// What is known of a request before it is decoded.
struct Wish
{
    QString model;
    QString forcedProvider; ///< of `/v1/providers/{provider}/…`
    QString forcedAccount;  ///< id or name
    bool needsTools = false;
    bool needsImages = false;
    qint64 inputTokens = 0; ///< estimated
};

/// The state that routing looks at; a snapshot by reference, valid during the call.
struct State
{
    const catalog::Catalog &catalog;
    const QList<auth::Account> &accounts;
    const QList<Combo> &combos;
    const QHash<QString, QString> &aliases;
    QString activeCombo;
    const health::Cooldowns &cooldowns;
    /// Tells `locked`, `no_secret` or nothing for an account.
    std::function<QString(const auth::Account &)> secretTrouble;
};

/// The ordered targets for a request. NotFound names the nearest model ids.
///
/// Names are read in this order: combo, alias, `prefix/model` or `provider-id/model`, a bare name
/// that exactly one set of accounts offers.
[[nodiscard]] base::Result<Plan> plan(const Wish &wish, const State &state);

/// The same for a combo that may not be saved yet.
[[nodiscard]] base::Result<Plan> planCombo(const Combo &combo, const Wish &wish,
                                           const State &state);

/// Every model id a client can ask for now: combos, then `prefix/model` of all accounts in use.
[[nodiscard]] QStringList modelIds(const State &state);

} // namespace omni::route

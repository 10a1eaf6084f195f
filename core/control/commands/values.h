// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/auth/clientkeys.h"
#include "core/base/clock.h"
#include "core/control/answer.h"
#include "core/route/combo.h"

/// What several handlers say in the same way.
namespace omni::control::handlers {

/// ISO 8601 in UTC; null for 0, which means never.
[[nodiscard]] base::Json timeJson(qint64 msSinceEpoch);
[[nodiscard]] base::Json timeJson(const Rooms &rooms, base::Clock::TimePoint when);
[[nodiscard]] base::Json stringsJson(const QStringList &texts);

/// `ready`, `cooling`, `refused`, `paused`, `locked`, `loading`.
[[nodiscard]] QString accountState(const Rooms &rooms, const auth::Account &account);
[[nodiscard]] base::Json accountJson(const Rooms &rooms, const auth::Account &account);
[[nodiscard]] base::Json comboJson(const Rooms &rooms, const route::Combo &combo);
[[nodiscard]] base::Json keyJson(const Rooms &rooms, const auth::ClientKey &key);

/// By id or prefix; when there is none, the answer has failed and names what is near.
[[nodiscard]] const catalog::Provider *providerFor(const Rooms &rooms, const QString &text,
                                                   Answer &answer);
/// The account that the argument names; when there is none or several, the answer has failed.
[[nodiscard]] const auth::Account *accountFor(const Rooms &rooms, const QString &text,
                                              Answer &answer);
[[nodiscard]] const route::Combo *comboFor(const Rooms &rooms, const QString &name, Answer &answer);

/// Fails the answer, or gives the result that `make` computes then.
using Finish = std::function<void(base::Result<void>)>;
[[nodiscard]] Finish finish(Answer &answer, std::function<base::Json()> make);

[[nodiscard]] inline bool isDryRun(const Request &request)
{
    return request.invocation.has(QStringLiteral("dry-run"));
}
/// Adds `"dry_run": true`.
[[nodiscard]] base::Json dryRun(base::Json json);

} // namespace omni::control::handlers

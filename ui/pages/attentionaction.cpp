// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/attentionaction.h"

namespace omni::ui::pages {

void actOn(const engine::AttentionItem &item, engine::EngineFace &engine, const OpenPage &open)
{
    using Kind = engine::AttentionItem::Kind;
    switch (item.kind) {
    case Kind::AccountRefused:
        open(QStringLiteral("providers"), QStringLiteral("account/") + item.targetId);
        return;
    case Kind::AccountLocked:
        engine.retryLockedAccounts();
        return;
    case Kind::ModelCooling:
        // The subject is `prefix/model`; the engine knows models without the prefix.
        engine.clearCooldown(item.targetId,
                             item.subject.mid(item.subject.indexOf(QLatin1Char('/')) + 1).toUtf8());
        return;
    case Kind::AccountCooling:
        engine.clearCooldown(item.targetId, {});
        return;
    case Kind::UnsafeSetting:
        open(QStringLiteral("settings"), QStringLiteral("server"));
        return;
    case Kind::ServerDown:
    case Kind::StoreTrouble:
    case Kind::RecentError:
        open(QStringLiteral("home"), {});
        return;
    }
}

} // namespace omni::ui::pages

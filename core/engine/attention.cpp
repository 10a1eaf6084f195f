// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/core.h"
#include "core/engine/snapshotmaker.h"

#include <QHostAddress>

namespace omni::engine {

namespace {

using Kind = AttentionItem::Kind;

constexpr qint64 ErrorIsNewsMs = 3'600'000;

void addAccount(QList<AttentionItem> &items, const AccountView &view)
{
    AttentionItem item{.subject = view.account.name,
                       .provider = view.providerName,
                       .targetId = view.account.id.text()};
    if (view.state == AccountState::NeedsAttention) {
        item.kind = Kind::AccountRefused;
        item.detail = view.account.authTrouble;
        items.append(item);
    } else if (view.state == AccountState::Locked) {
        item.kind = Kind::AccountLocked;
        items.append(item);
    }
}

void addCooling(QList<AttentionItem> &items, const AccountView &view)
{
    if (view.state == AccountState::NeedsAttention || view.state == AccountState::Paused)
        return;
    for (const CoolingView &cooling : view.cooling) {
        const bool isWhole = cooling.model.isEmpty();
        items.append(
            {.kind = isWhole ? Kind::AccountCooling : Kind::ModelCooling,
             .subject = isWhole ? view.account.name
                                : view.prefix + QLatin1Char('/') + QString::fromUtf8(cooling.model),
             .provider = view.providerName,
             .targetId = view.account.id.text(),
             .detail = cooling.reason,
             .untilMs = cooling.untilMs});
    }
}

void addUnsafeSettings(QList<AttentionItem> &items, const store::Settings &settings)
{
    const QString requireKey = QStringLiteral("server.requireKey");
    if (!settings.value(requireKey).toBool(true))
        items.append({.kind = Kind::UnsafeSetting, .subject = requireKey});
    const QString host = QStringLiteral("server.host");
    const QString address = settings.value(host).toText();
    if (!QHostAddress(address).isLoopback() && address != QLatin1String("localhost"))
        items.append({.kind = Kind::UnsafeSetting, .subject = host, .detail = address});
}

} // namespace

QList<AttentionItem> findAttention(const Snapshot &snapshot, const Core &core)
{
    QList<AttentionItem> items;
    if (snapshot.server.state == ServerState::Down)
        items.append({.kind = Kind::ServerDown, .detail = snapshot.server.downDetail});
    if (const Storage *storage = core.storage()) {
        if (const QString trouble = storage->database->trouble(); !trouble.isEmpty())
            items.append({.kind = Kind::StoreTrouble, .detail = trouble});
        addUnsafeSettings(items, *storage->settings);
    }
    for (const AccountView &view : snapshot.accounts)
        addAccount(items, view);
    for (const AccountView &view : snapshot.accounts)
        addCooling(items, view);
    for (const usage::ExchangeRecord &record : snapshot.recentErrors) {
        if (snapshot.atMs - record.startedMs > ErrorIsNewsMs)
            break;
        items.append({.kind = Kind::RecentError,
                      .subject = QString::fromUtf8(record.requestedModel),
                      .provider = record.provider,
                      .targetId = QString::fromUtf8(record.id),
                      .detail = record.error ? base::errorCodeName(record.error->code) : QString(),
                      .sinceMs = record.startedMs});
    }
    return items;
}

} // namespace omni::engine

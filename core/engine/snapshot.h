// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/auth/clientkeys.h"
#include "core/catalog/provider.h"
#include "core/route/combo.h"
#include "core/usage/exchangerecord.h"

#include <QDateTime>

#include <array>

namespace omni::engine {

enum class ServerState
{
    Starting,
    Running,
    Paused,
    Down,
    Stopped
};

struct ServerView
{
    ServerState state = ServerState::Starting;
    QString host;
    quint16 port = 0;
    /// Why it is down, in English for the log; `downCode` chooses the sentence of the UI.
    QString downDetail;
    enum class DownCode
    {
        None,
        PortTaken,
        CannotListen,
        DatabaseBroken,
        Other
    } downCode = DownCode::None;
    quint16 wantedPort = 0;
    quint16 nextFreePort = 0; ///< offered when the port is taken; 0 = none
    QString portHolder;       ///< program (pid) when it could be read
    QString version;
    qint64 startedMs = 0;
    /// `http://127.0.0.1:20128`; empty while not listening.
    [[nodiscard]] QString baseUrl() const;
    bool operator==(const ServerView &) const = default;
};

enum class AccountState
{
    Ready,
    Cooling,
    NeedsAttention,
    Paused,
    Locked,
    Loading
};

struct CoolingView
{
    QByteArray model; ///< empty = the whole account
    qint64 untilMs = 0;
    QString reason; ///< an ErrorCode's name
    bool operator==(const CoolingView &) const = default;
};

struct AccountView
{
    auth::Account account;
    QString providerName;
    QString prefix;
    AccountState state = AccountState::Ready;
    QList<CoolingView> cooling;
    bool isChecking = false;
    bool operator==(const AccountView &) const = default;
};

struct ProviderView
{
    catalog::Provider provider;
    int requestsToday = 0;
    bool operator==(const ProviderView &) const = default;
};

struct LiveRequest
{
    QByteArray id;
    QString program;
    QByteArray model; ///< with prefix, as routed; the requested name until a target was chosen
    QString account;
    qint64 startedMs = 0;
    std::optional<qint64> outputTokens; ///< so far, estimated from the text
    double tokensPerSecond = -1;        ///< under 0 = unknown
    bool isWaiting = true;              ///< nothing received yet
    bool operator==(const LiveRequest &) const = default;
};

struct HourBucket
{
    qint64 startMs = 0;
    int requests = 0;
    bool operator==(const HourBucket &) const = default;
};

/// The last 24 hours, oldest bucket first.
struct DayView
{
    int requests = 0;
    int answered = 0;
    std::optional<qint64> tokens;
    std::optional<qint64> costMicros;
    std::array<HourBucket, 24> hours;
    bool operator==(const DayView &) const = default;
};

struct AttentionItem
{
    enum class Kind
    {
        AccountRefused, ///< the provider refused the key
        AccountLocked,  ///< the keyring is locked or lost the secret
        ModelCooling,
        AccountCooling,
        ServerDown,
        StoreTrouble,  ///< the database cannot be written
        UnsafeSetting, ///< requests without a key are accepted, or the LAN can connect
        RecentError,   ///< a request that no target could answer
    };
    Kind kind = Kind::RecentError;
    QString subject; ///< account name, model id, setting
    QString provider;
    QString targetId; ///< account id or request id
    QString detail;
    qint64 sinceMs = 0;
    qint64 untilMs = 0;
    bool operator==(const AttentionItem &) const = default;
};

/// What the windows and the tray show. A value; sent a few times a second at most, only when it
/// changed.
struct Snapshot
{
    ServerView server;
    QList<ProviderView> providers;
    QList<AccountView> accounts; ///< in order of use
    QList<route::Combo> combos;
    /// Combo that takes requests whose model names none; empty = by model name.
    QString activeCombo;
    QList<auth::ClientKey> keys;
    QList<LiveRequest> live;
    QList<usage::ExchangeRecord> recentErrors; ///< newest first, at most 10
    QList<AttentionItem> attention;
    DayView day;
    /// Every model id a client could ask for, with prefix.
    QStringList modelIds;
    qint64 atMs = 0;

    [[nodiscard]] int accountsReady() const;
    /// The first client key that still works; null when there is none.
    [[nodiscard]] const auth::ClientKey *usableKey() const;
    bool operator==(const Snapshot &) const = default;
};

/// One line of "What would happen now?".
struct PlanLine
{
    enum class Verdict
    {
        Takes,
        Next,
        Last,
        Skipped
    };
    Verdict verdict = Verdict::Next;
    QString target;  ///< as the step says
    QString account; ///< label
    QString reason;  ///< for Skipped: `cooling`, `paused`, `no_account`, `unknown_model`,
                     ///< `context_too_small`, `locked`
    qint64 untilMs = 0;
    bool operator==(const PlanLine &) const = default;
};

} // namespace omni::engine

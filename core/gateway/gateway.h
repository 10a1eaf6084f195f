// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/accounts.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalog/livecatalog.h"
#include "core/gateway/budgets.h"
#include "core/gateway/requesthandler.h"
#include "core/health/cooldowns.h"
#include "core/net/httpclient.h"
#include "core/route/combos.h"
#include "core/route/plan.h"
#include "core/store/settings.h"
#include "core/usage/requestlog.h"

#include <QObject>

#include <vector>

class QTimer;

namespace omni::wire {
class SignatureCache;
}

namespace omni::gateway {

class Exchange;
class TokenCount;

/// The rooms that a request passes, by reference; they outlive the gateway.
struct Rooms
{
    const base::Clock &clock;
    base::Random &random;
    const store::Settings &settings;
    const catalog::LiveCatalog &catalog;
    auth::Accounts &accounts;
    route::Combos &combos;
    health::Cooldowns &cooldowns;
    net::HttpClient &client;
    usage::RequestLog &log;
};

/// A running request, for the Live list.
struct LiveExchange
{
    QByteArray id;
    QString program;
    QByteArray model; ///< with prefix once a target was chosen, else as requested
    QString account;
    qint64 startedMs = 0; ///< since the epoch
    std::optional<qint64> outputTokens;
    bool isWaiting = true;
    std::optional<qint64> firstByteMs; ///< since the epoch
};

/// Takes requests, runs one Exchange each, keeps the list of those running. Gateway thread.
class Gateway : public QObject, public RequestHandler
{
    Q_OBJECT

public:
    explicit Gateway(const Rooms &rooms, QObject *parent = nullptr);
    ~Gateway() override;

    void handle(InboundRequest request, std::unique_ptr<ReplySink> sink) override;
    [[nodiscard]] QList<ListedModel> models(const QStringList &allowedModels) const override;
    [[nodiscard]] ResponseStore &responses() override { return m_responses; }

    /// While paused new requests get 503; running ones go on.
    void setPaused(bool paused) { m_paused = paused; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Combo that takes requests whose model names none; empty = by model name.
    void setActiveCombo(const QString &name);
    [[nodiscard]] const QString &activeCombo() const { return m_activeCombo; }

    [[nodiscard]] QList<LiveExchange> live() const;
    /// False when no such request runs.
    bool cancel(const QByteArray &requestId);
    void cancelAll();
    /// What would happen to a request at this moment.
    [[nodiscard]] base::Result<route::Plan> preview(const route::Combo &combo,
                                                    const route::Wish &wish) const;
    [[nodiscard]] QStringList modelIds() const;
    [[nodiscard]] const Rooms &rooms() const { return m_rooms; }
    [[nodiscard]] const Budgets &budgets() const { return m_budgets; }

signals:
    /// A request came, went, or began to answer.
    void liveChanged();
    /// The last running request ended.
    void idle();

private:
    friend class Exchange;
    friend class TokenCount;
    [[nodiscard]] route::State state() const;
    /// The client has its answer.
    void ended(Exchange *exchange);
    /// It may be deleted, from the event loop: with the next tick or once there are many.
    void queueSweep();
    void sweep();
    void onTick();

    Rooms m_rooms;
    Budgets m_budgets;
    ResponseStore m_responses;
    std::unique_ptr<wire::SignatureCache> m_signatures;
    QString m_activeCombo;
    bool m_paused = false;
    int m_deletable = 0; ///< since the last sweep
    bool m_isSweepQueued = false;
    int m_answering = 0; ///< of those running, how many have no whole answer yet
    QTimer *m_tick;      ///< one for all: pings, budgets, waits; stands still while nothing runs
    std::vector<std::unique_ptr<Exchange>> m_running;
    std::vector<std::unique_ptr<TokenCount>> m_counts;
};

/// The rows of this room: budgets, pings.
[[nodiscard]] QList<store::SettingRow> settingRows();

} // namespace omni::gateway

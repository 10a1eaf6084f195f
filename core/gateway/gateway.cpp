// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/gateway.h"

#include "core/auth/clientkeys.h"
#include "core/gateway/exchange.h"
#include "core/gateway/tokencount.h"
#include "core/wire/formats.h"
#include "core/wire/statuscodes.h"

#include <QTimer>

namespace omni::gateway {

using base::ErrorCode;

namespace {

constexpr int TickMs = 250;
/// So many that may be deleted are not left to the next tick.
constexpr int SweepAt = 64;

void refuse(const InboundRequest &request, ReplySink &sink, const base::Error &error)
{
    const wire::Codec *codec = request.form ? request.form : wire::codecFor(request.dialect);
    const int status = wire::clientStatus(error, request.dialect);
    sink.sendWhole(status, {{"content-type", "application/json"}},
                   codec->encodeError(error, status, request.requestId));
}

} // namespace

Gateway::Gateway(const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
    , m_responses(rooms.clock)
    , m_signatures(std::make_unique<wire::SignatureCache>())
    , m_tick(new QTimer(this))
{
    m_tick->setInterval(TickMs);
    connect(m_tick, &QTimer::timeout, this, &Gateway::onTick);
    const auto readSettings = [this] { m_budgets = readBudgets(m_rooms.settings); };
    connect(&rooms.settings, &store::Settings::changed, this, readSettings);
    readSettings();
}

Gateway::~Gateway() = default;

void Gateway::handle(InboundRequest request, std::unique_ptr<ReplySink> sink)
{
    if (m_paused)
        return refuse(
            request, *sink,
            {.code = ErrorCode::Overloaded,
             .detail = QStringLiteral("OmniRoute is paused; resume it in the tray menu")});
    if (!m_tick->isActive())
        m_tick->start();
    if (request.operation == Operation::CountTokens) {
        m_counts.push_back(
            std::make_unique<TokenCount>(*this, std::move(request), std::move(sink)));
        m_counts.back()->start();
        return;
    }
    ++m_answering;
    m_running.push_back(std::make_unique<Exchange>(*this, std::move(request), std::move(sink)));
    m_running.back()->start();
    emit liveChanged();
}

void Gateway::onTick()
{
    // An exchange that ends meanwhile stays in the list until `sweep`.
    for (size_t i = 0; i < m_running.size(); ++i)
        m_running.at(i)->tick();
    sweep();
    if (m_running.empty() && m_counts.empty())
        m_tick->stop();
}

void Gateway::ended(Exchange *exchange)
{
    emit liveChanged();
    if (exchange->mayBeDeleted())
        queueSweep();
    if (--m_answering == 0)
        emit idle();
}

void Gateway::queueSweep()
{
    // Not now: the exchange is on the call stack. A turn of the event loop for each would cost more
    // than what is left of it.
    if (++m_deletable >= SweepAt && !std::exchange(m_isSweepQueued, true))
        QMetaObject::invokeMethod(this, &Gateway::sweep, Qt::QueuedConnection);
}

void Gateway::sweep()
{
    m_isSweepQueued = false;
    m_deletable = 0;
    std::erase_if(m_running, [](const auto &exchange) { return exchange->mayBeDeleted(); });
    std::erase_if(m_counts, [](const auto &count) { return count->isOver(); });
}

route::State Gateway::state() const
{
    return {.catalog = m_rooms.catalog.current(),
            .accounts = m_rooms.accounts.all(),
            .combos = m_rooms.combos.all(),
            .aliases = m_rooms.combos.aliases(),
            .activeCombo = m_activeCombo,
            .cooldowns = m_rooms.cooldowns,
            .secretTrouble = [this](const auth::Account &account) {
                using State = auth::Accounts::SecretState;
                switch (m_rooms.accounts.secretState(account.id)) {
                case State::Locked:
                    return QStringLiteral("locked");
                case State::Loading:
                    return QStringLiteral("loading");
                case State::None: {
                    const auto *provider = m_rooms.catalog.current().find(account.provider);
                    const bool needsNone =
                        provider &&
                        (provider->isLocal || provider->auth.contains(catalog::AuthKind::None));
                    return needsNone ? QString() : QStringLiteral("no_secret");
                }
                case State::Ready:
                    break;
                }
                return QString();
            }};
}

QList<LiveExchange> Gateway::live() const
{
    QList<LiveExchange> all;
    for (const auto &exchange : m_running) {
        if (!exchange->isOver())
            all.append(exchange->live());
    }
    return all;
}

bool Gateway::cancel(const QByteArray &requestId)
{
    for (size_t i = 0; i < m_running.size(); ++i) {
        if (m_running.at(i)->id() == requestId && !m_running.at(i)->isOver()) {
            m_running.at(i)->cancel();
            return true;
        }
    }
    return false;
}

void Gateway::cancelAll()
{
    for (size_t i = 0; i < m_running.size(); ++i)
        m_running.at(i)->cancel();
}

void Gateway::setActiveCombo(const QString &name)
{
    m_activeCombo = name;
}

base::Result<route::Plan> Gateway::preview(const route::Combo &combo, const route::Wish &wish) const
{
    return route::planCombo(combo, wish, state());
}

QStringList Gateway::modelIds() const
{
    return route::modelIds(state());
}

namespace {

/// As the catalog has it; else as an account's imported list has it.
const catalog::Model *knownModel(const auth::Accounts &accounts, const catalog::Provider &provider,
                                 const QByteArray &id)
{
    if (const catalog::Model *known = provider.model(id))
        return known;
    for (const auth::Account &account : accounts.all()) {
        if (account.provider != provider.id)
            continue;
        for (const catalog::Model &model : account.models) {
            if (model.id == id)
                return &model;
        }
    }
    return nullptr;
}

} // namespace

QList<ListedModel> Gateway::models(const QStringList &allowedModels) const
{
    const catalog::Catalog &catalog = m_rooms.catalog.current();
    QList<ListedModel> listed;
    for (const QString &id : modelIds()) {
        const bool isAllowed =
            allowedModels.isEmpty() ||
            std::any_of(allowedModels.begin(), allowedModels.end(),
                        [&](const QString &glob) { return auth::globMatches(glob, id); });
        if (!isAllowed)
            continue;
        ListedModel model{.id = id.toUtf8(), .owner = "omniroute", .name = id};
        const qsizetype slash = id.indexOf(QLatin1Char('/'));
        const catalog::Provider *provider =
            slash > 0 ? catalog.findByPrefix(QStringView(id).left(slash)) : nullptr;
        if (provider) {
            model.owner = provider->id.text().toUtf8();
            if (const catalog::Model *known =
                    knownModel(m_rooms.accounts, *provider, id.mid(slash + 1).toUtf8())) {
                model.name = known->name.isEmpty() ? id : known->name;
                model.contextWindow = known->contextWindow;
                model.maxOutput = known->maxOutput;
                model.capabilities = known->capabilities;
            }
        }
        listed.append(model);
    }
    return listed;
}

} // namespace omni::gateway

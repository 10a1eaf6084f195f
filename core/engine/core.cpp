// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/core.h"

#include "core/base/log.h"
#include "core/control/controlserver.h"
#include "core/engine/snapshotmaker.h"

#include <QTimer>

namespace omni::engine {

namespace {

constexpr int SnapshotMs = 200;

QString stored(const store::Settings &settings, const char *key)
{
    return settings.value(QLatin1String(key)).toText();
}

QStringList listed(const store::Settings &settings, const char *key)
{
    QStringList items;
    for (const QString &item : stored(settings, key).split(QLatin1Char(','), Qt::SkipEmptyParts))
        items.append(item.trimmed());
    return items;
}

http::Server::Options serverOptions(const store::Settings &settings)
{
    return {.requireKey = settings.value(QStringLiteral("server.requireKey")).toBool(true),
            .extraHosts = listed(settings, "server.extraHosts"),
            .allowedOrigins = listed(settings, "server.allowedOrigins"),
            .maxBodyBytes = settings.value(QStringLiteral("server.maxBodyMiB")).toInt(64) << 20};
}

} // namespace

Core::Core(Config config)
    : m_config(std::move(config))
    , m_cooldowns(m_clock)
{
    m_server.version = QStringLiteral(OMNI_VERSION);
    m_server.startedMs = m_clock.wall().toMSecsSinceEpoch();
}

void Core::start()
{
    m_snapshotTimer = new QTimer(this);
    m_snapshotTimer->setSingleShot(true);
    m_snapshotTimer->setInterval(SnapshotMs);
    connect(m_snapshotTimer, &QTimer::timeout, this, &Core::takeSnapshot);

    auto storage = Storage::open(m_config, m_clock, m_random);
    if (!storage) {
        m_server.state = ServerState::Down;
        m_server.downCode = ServerView::DownCode::DatabaseBroken;
        m_server.downDetail = storage.error().detail;
        takeSnapshot();
        emit failed(storage.error());
        return;
    }
    m_storage = std::move(*storage);
    build();
    watch();
    serveControl();
    makeFirstKey();
    const store::Settings &settings = *m_storage->settings;
    listen(m_config.host.value_or(stored(settings, "server.host")),
           m_config.port.value_or(quint16(settings.value(QStringLiteral("server.port")).toInt())));
}

void Core::build()
{
    m_client = net::makeCurlClient();
    m_gateway = std::make_unique<gateway::Gateway>(gateway::Rooms{.clock = m_clock,
                                                                  .random = m_random,
                                                                  .settings = *m_storage->settings,
                                                                  .catalog = *m_storage->catalog,
                                                                  .accounts = *m_storage->accounts,
                                                                  .combos = *m_storage->combos,
                                                                  .cooldowns = m_cooldowns,
                                                                  .client = *m_client,
                                                                  .log = *m_storage->log});
    m_operations = std::make_unique<control::Operations>(*m_gateway, *m_storage->catalog,
                                                         *m_storage->accounts, *m_client, m_clock);
    m_front = std::make_unique<http::Server>(
        *m_gateway, [this](QByteArrayView key) { return m_storage->keys->check(key); }, m_clock,
        m_random);
    for (const char *key : {"server.requireKey", "route.activeCombo"})
        applySetting(QLatin1String(key));
}

void Core::watch()
{
    connect(m_storage->settings.get(), &store::Settings::changed, this, &Core::applySetting);
    connect(m_storage->catalog.get(), &catalog::LiveCatalog::changed, this, &Core::touch);
    connect(m_storage->accounts.get(), &auth::Accounts::changed, this, &Core::touch);
    connect(m_storage->keys.get(), &auth::ClientKeys::changed, this, &Core::touch);
    connect(m_storage->combos.get(), &route::Combos::changed, this, &Core::touch);
    connect(m_storage->log.get(), &usage::RequestLog::added, this, &Core::touch);
    connect(m_gateway.get(), &gateway::Gateway::liveChanged, this, &Core::touch);
    connect(m_operations.get(), &control::Operations::checkingChanged, this, &Core::touch);
}

void Core::applySetting(const QString &key)
{
    const store::Settings &settings = *m_storage->settings;
    if (key == QLatin1String("route.activeCombo"))
        m_gateway->setActiveCombo(settings.value(key).toText());
    else if (key.startsWith(QLatin1String("server.")))
        m_front->setOptions(serverOptions(settings));
    // Another address holds from now on; another port is chosen with usePort or at the next start.
    const bool isHostOurs = key == QLatin1String("server.host") && !m_config.host;
    if (const QString host = stored(settings, "server.host");
        isHostOurs && m_server.state != ServerState::Starting && host != m_server.host)
        listen(host, m_server.port != 0 ? m_server.port : m_server.wantedPort);
    tellSettings();
    touch();
}

void Core::tellSettings()
{
    QHash<QString, QString> values;
    for (const store::SettingRow &row : m_storage->settings->rows())
        values.insert(row.key, QString::fromUtf8(m_storage->settings->value(row.key).toJson()));
    emit settingsChanged(values);
}

void Core::makeFirstKey()
{
    if (!m_storage->keys->all().isEmpty())
        return;
    m_storage->keys->create({.name = QStringLiteral("First key")}, this,
                            [](base::Result<auth::ClientKeys::Created> made) {
                                if (!made)
                                    qCWarning(lcAuth).noquote()
                                        << "the first client key could not be stored:"
                                        << made.error().detail;
                            });
}

void Core::listen(const QString &host, quint16 port)
{
    m_front->stopListening();
    m_server.host = host;
    m_server.wantedPort = port;
    m_server.downCode = ServerView::DownCode::None;
    m_server.downDetail.clear();
    const auto bound = m_front->listen(host, port);
    if (bound) {
        m_server.port = *bound;
        m_client->setOwnPorts({*bound});
        m_server.state = m_gateway->isPaused() ? ServerState::Paused : ServerState::Running;
        touch();
        emit listening(m_server.baseUrl());
        return;
    }
    m_server.port = 0;
    m_server.state = ServerState::Down;
    m_server.downDetail = bound.error().detail;
    const http::PortHolder holder = http::portHolder(port);
    m_server.portHolder =
        holder.program.isEmpty()
            ? QString()
            : QStringLiteral("%1 (%2)").arg(holder.program, QString::number(holder.pid));
    m_server.nextFreePort = http::Server::nextFreePort(host, port);
    m_server.downCode = bound.error().code == base::ErrorCode::Forbidden
                            ? ServerView::DownCode::CannotListen
                            : ServerView::DownCode::PortTaken;
    touch();
    emit failed(bound.error());
}

void Core::setPaused(bool paused)
{
    if (!m_gateway)
        return;
    m_gateway->setPaused(paused);
    if (m_server.port != 0)
        m_server.state = paused ? ServerState::Paused : ServerState::Running;
    touch();
}

void Core::touch()
{
    if (m_config.wantsSnapshots && m_snapshotTimer && !m_snapshotTimer->isActive())
        m_snapshotTimer->start();
}

void Core::takeSnapshot()
{
    if (!m_config.wantsSnapshots)
        return;
    Snapshot snapshot = makeSnapshot(*this);
    // Running requests grow, rests end: look again while there are any.
    if (!snapshot.live.isEmpty() || !m_cooldowns.all().isEmpty())
        QTimer::singleShot(3 * SnapshotMs, this, &Core::touch);
    const qint64 now = std::exchange(snapshot.atMs, 0);
    if (m_lastSnapshot == snapshot)
        return;
    m_lastSnapshot = snapshot;
    snapshot.atMs = now;
    emit snapshotReady(snapshot);
}

void Core::stop(std::chrono::milliseconds patience)
{
    if (std::exchange(m_isStopping, true))
        return;
    m_server.state = ServerState::Stopped;
    if (!m_storage)
        return emit stopped();
    if (m_front)
        m_front->stopListening();
    m_gateway->setPaused(true);
    if (m_gateway->live().isEmpty())
        return finishStop();
    connect(m_gateway.get(), &gateway::Gateway::idle, this, &Core::finishStop,
            Qt::QueuedConnection);
    QTimer::singleShot(patience, this, &Core::finishStop);
}

} // namespace omni::engine

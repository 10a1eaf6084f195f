// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"
#include "core/control/controlserver.h"
#include "core/control/datafolder.h"
#include "core/control/rooms.h"
#include "core/engine/core.h"

namespace omni::engine {

namespace {

QString stateName(ServerState state)
{
    switch (state) {
    case ServerState::Starting:
        return QStringLiteral("starting");
    case ServerState::Running:
        return QStringLiteral("running");
    case ServerState::Paused:
        return QStringLiteral("paused");
    case ServerState::Down:
        return QStringLiteral("down");
    case ServerState::Stopped:
        break;
    }
    return QStringLiteral("stopped");
}

} // namespace

Core::~Core() = default;

void Core::serveControl()
{
    const control::Rooms rooms{
        .clock = m_clock,
        .database = *m_storage->database,
        .settings = *m_storage->settings,
        .catalog = *m_storage->catalog,
        .accounts = *m_storage->accounts,
        .keys = *m_storage->keys,
        .combos = *m_storage->combos,
        .cooldowns = m_cooldowns,
        .gateway = *m_gateway,
        .log = *m_storage->log,
        .operations = *m_operations,
        .info =
            [this] {
                return control::InstanceInfo{.version = m_server.version,
                                             .url = m_server.baseUrl(),
                                             .state = stateName(m_server.state),
                                             .downDetail = m_server.downDetail,
                                             .startedMs = m_server.startedMs,
                                             .dataFolder = m_config.dataDir,
                                             .secretsBackend = m_storage->secrets->backend(),
                                             .hasWindows = m_config.wantsSnapshots};
            },
        .stop = [this] { emit stopWanted(); },
        .raise = m_config.wantsSnapshots ? std::function<void()>([this] { emit raiseWanted(); })
                                         : nullptr};
    m_control = std::make_unique<control::ControlServer>(control::dispatcher(rooms));
    if (auto open = m_control->listen(control::socketPath(m_config.dataDir)); !open)
        qCWarning(lcControl).noquote()
            << "commands cannot reach this instance:" << open.error().detail;
}

void Core::finishStop()
{
    if (!m_gateway)
        return;
    m_gateway->cancelAll();
    m_front->closeAll();
    m_control.reset();
    m_operations.reset();
    m_front.reset();
    m_gateway.reset();
    m_client.reset();
    m_storage->close();
    emit stopped();
}

} // namespace omni::engine

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

namespace omni::base {
class Clock;
}
namespace omni::store {
class Database;
class Settings;
} // namespace omni::store
namespace omni::catalog {
class LiveCatalog;
}
namespace omni::auth {
class Accounts;
class ClientKeys;
} // namespace omni::auth
namespace omni::route {
class Combos;
}
namespace omni::health {
class Cooldowns;
}
namespace omni::usage {
class RequestLog;
}
namespace omni::gateway {
class Gateway;
}

namespace omni::control {

class Operations;

/// What only the one who built everything knows.
struct InstanceInfo
{
    QString version;
    QString url;   ///< `http://127.0.0.1:20128`; empty while not listening
    QString state; ///< `starting`, `running`, `paused`, `down`
    QString downDetail;
    qint64 startedMs = 0; ///< since the epoch
    QString dataFolder;
    QString secretsBackend;
    bool hasWindows = false;
};

/// What commands work on, by reference; everything outlives the server. Gateway thread.
struct Rooms
{
    const base::Clock &clock;
    store::Database &database;
    store::Settings &settings;
    catalog::LiveCatalog &catalog;
    auth::Accounts &accounts;
    auth::ClientKeys &keys;
    route::Combos &combos;
    health::Cooldowns &cooldowns;
    gateway::Gateway &gateway;
    usage::RequestLog &log;
    Operations &operations;

    std::function<InstanceInfo()> info;
    /// Begins the end of the process; returns at once.
    std::function<void()> stop;
    /// Shows the window; empty when there is none.
    std::function<void()> raise;
};

} // namespace omni::control

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/operations.h"
#include "core/engine/snapshot.h"
#include "core/engine/storage.h"
#include "core/http/server.h"

#include <QObject>

class QTimer;

namespace omni::control {
class ControlServer;
}

namespace omni::engine {

/// Everything that lives on the gateway thread: what is remembered, what works, and the snapshot
/// that is taken of both a few times a second.
class Core : public QObject
{
    Q_OBJECT

public:
    explicit Core(Config config);
    ~Core() override;

    /// Opens the storage and listens. Says `listening` or `failed`.
    void start();
    /// Takes no more requests, lets running ones end (at most `patience`), writes what is queued,
    /// says `stopped`.
    void stop(std::chrono::milliseconds patience);
    void listen(const QString &host, quint16 port);
    void setPaused(bool paused);

    /// Null when the storage could not be opened; then nothing but the error can be shown.
    [[nodiscard]] Storage *storage() const { return m_storage.get(); }
    [[nodiscard]] gateway::Gateway *gateway() const { return m_gateway.get(); }
    [[nodiscard]] control::Operations *operations() const { return m_operations.get(); }
    [[nodiscard]] const health::Cooldowns &cooldowns() const { return m_cooldowns; }
    [[nodiscard]] health::Cooldowns &cooldowns() { return m_cooldowns; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const ServerView &server() const { return m_server; }
    [[nodiscard]] const Config &config() const { return m_config; }

    /// What is shown has changed; a snapshot follows within 200 ms.
    void touch();

signals:
    void listening(const QString &baseUrl);
    void failed(const omni::base::Error &error);
    void stopped();
    /// Somebody asked over the control socket.
    void stopWanted();
    void raiseWanted();
    void snapshotReady(const omni::engine::Snapshot &snapshot);
    /// Every setting as JSON text, at start and after each change.
    void settingsChanged(const QHash<QString, QString> &values);

private:
    void build();
    void watch();
    void serveControl();
    void applySetting(const QString &key);
    void tellSettings();
    void makeFirstKey();
    void takeSnapshot();
    void finishStop();

    Config m_config;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    ServerView m_server;
    health::Cooldowns m_cooldowns;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<gateway::Gateway> m_gateway;
    std::unique_ptr<control::Operations> m_operations;
    std::unique_ptr<http::Server> m_front;
    std::unique_ptr<control::ControlServer> m_control;
    QTimer *m_snapshotTimer = nullptr;
    std::optional<Snapshot> m_lastSnapshot;
    bool m_isStopping = false;
};

} // namespace omni::engine

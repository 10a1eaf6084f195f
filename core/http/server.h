// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/clientkeys.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/gateway/requesthandler.h"
#include "core/http/limits.h"
#include "core/store/settings.h"

#include <QObject>

#include <functional>
#include <memory>

namespace omni::http {

/// Who holds a port, as far as the system tells.
struct PortHolder
{
    QString program; ///< empty when it could not be read
    qint64 pid = 0;
};
[[nodiscard]] PortHolder portHolder(quint16 port);

/// Says whose key this is: `auth::ClientKeys::check` in the program, anything in tests.
using KeyCheck = std::function<base::Result<auth::ClientKey>(QByteArrayView clearText)>;

/// The inbound server: guard, router, endpoints. Gateway thread.
class Server : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        bool requireKey = true;
        QStringList extraHosts; ///< further values of `Host` that are ours
        QStringList allowedOrigins;
        qint64 maxBodyBytes = 64LL << 20;
    };
    Server(gateway::RequestHandler &handler, KeyCheck keyCheck, const base::Clock &clock,
           base::Random &random, QObject *parent = nullptr);
    /// With other limits, for tests.
    Server(gateway::RequestHandler &handler, KeyCheck keyCheck, const base::Clock &clock,
           base::Random &random, const Limits &limits, QObject *parent = nullptr);
    ~Server() override;

    void setOptions(const Options &options);

    /// Listens on `host` (for a loopback host on 127.0.0.1 and ::1 alike); 0 = any free port.
    /// The error says who holds the port, when that can be read. Never moves silently.
    [[nodiscard]] base::Result<quint16> listen(const QString &host, quint16 port);
    /// The next port above `port` that is free now; 0 when none of the next 50 is.
    [[nodiscard]] static quint16 nextFreePort(const QString &host, quint16 port);
    /// Takes no more connections; running answers go on, idle connections close.
    void stopListening();
    /// Cuts every connection.
    void closeAll();
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] int connectionCount() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The rows of this room: `server.port`, `server.host`, `server.requireKey`, `server.maxBodyMiB`, …
[[nodiscard]] QList<store::SettingRow> settingRows();

} // namespace omni::http

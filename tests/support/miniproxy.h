// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

namespace omni::test {

/// A proxy on loopback that speaks SOCKS5 and HTTP (CONNECT and absolute targets). Whatever host a
/// client asks for, the connection goes to 127.0.0.1 at the asked port.
class MiniProxy : public QTcpServer
{
    Q_OBJECT

public:
    struct Seen
    {
        QByteArray kind;        ///< socks5, connect or forward
        QByteArray target;      ///< host:port as asked; names arrive as names
        QByteArray credentials; ///< user:password, empty when none came
    };

    explicit MiniProxy(QObject *parent = nullptr);
    /// Clients must log in with this; empty: no login is asked for.
    void setCredentials(const QByteArray &userAndPassword) { m_credentials = userAndPassword; }
    [[nodiscard]] QByteArray address(const QByteArray &scheme) const;
    [[nodiscard]] const QList<Seen> &seen() const { return m_seen; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Session;
    friend class Session;

    QByteArray m_credentials;
    QList<Seen> m_seen;
};

} // namespace omni::test

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>

namespace omni::store {
class Database;
class SecretStore;
} // namespace omni::store

namespace omni::auth {

/// One of our own keys, given to a client. `sk-omr-` and 256 random bits; looked up by SHA-256.
struct ClientKey
{
    QString id;
    QString name;
    QByteArray sha256;
    QString hint;              ///< last four characters
    QStringList allowedModels; ///< globs; empty = all
    int requestsPerMinute = 0; ///< 0 = no limit
    qint64 createdMs = 0;
    qint64 expiresMs = 0; ///< 0 = never
    qint64 revokedMs = 0; ///< 0 = in use
    qint64 lastUsedMs = 0;
    bool operator==(const ClientKey &) const = default;
};

/// All client keys. Lives on the gateway thread, like Accounts.
class ClientKeys : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;
    struct Created
    {
        ClientKey key;
        base::Secret clearText;
    };
    using CreatedDone = std::function<void(base::Result<Created>)>;

    ClientKeys(store::Database &database, store::SecretStore &secrets, const base::Clock &clock,
               base::Random &random, QObject *parent = nullptr);
    ~ClientKeys() override;
    base::Result<void> load();

    [[nodiscard]] const QList<ClientKey> &all() const { return m_keys; }
    /// By id, or by the name of a key in use.
    [[nodiscard]] const ClientKey *find(const QString &idOrName) const;
    /// Unauthorized (unknown, revoked), Forbidden (expired), RateLimited with retryAfter.
    /// A good check counts towards the key's rate.
    [[nodiscard]] base::Result<ClientKey> check(QByteArrayView clearText);

    /// Takes name, allowed models, rate and expiry from `wish`. InvalidRequest when the name is
    /// empty or in use.
    void create(const ClientKey &wish, QObject *context, CreatedDone done);
    /// A new secret for the same key; the old one stops working at once.
    void rotate(const QString &id, QObject *context, CreatedDone done);
    void revoke(const QString &id, QObject *context, Done done);
    /// The clear text again, from the secret store; never one that does not work.
    void reveal(const QString &id, QObject *context,
                std::function<void(base::Result<base::Secret>)> done);

signals:
    void changed();

private:
    struct Minted
    {
        QByteArray sha256;
        QString hint;
        base::Secret clearText;
    };
    [[nodiscard]] Minted mint();
    ClientKey *mine(const QString &id);
    void index();
    /// Stores the clear text, then the row, then changes what `check` sees.
    void store(ClientKey key, const Minted &minted, QObject *context, CreatedDone done);
    [[nodiscard]] std::optional<base::Error> overRate(const ClientKey &key);
    void writeUses();

    store::Database &m_database;
    store::SecretStore &m_secrets;
    const base::Clock &m_clock;
    base::Random &m_random;
    QList<ClientKey> m_keys;
    QHash<QByteArray, qsizetype> m_byHash;
    /// Of keys with a limit: when they were used in the last minute.
    QHash<QString, std::deque<base::Clock::TimePoint>> m_recent;
    QSet<QString> m_used; ///< since the last write
    QTimer m_useTimer;
};

/// `*` any run, `?` one character; without case. `glm/*` matches every model of that prefix.
[[nodiscard]] bool globMatches(QStringView glob, QStringView text);

} // namespace omni::auth

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace omni::store {
class Database;
class SecretStore;
} // namespace omni::store

namespace omni::auth {

/// All accounts, in memory and on disk. Lives on the gateway thread. Memory is the truth for
/// readers; every change goes to the database's writer, and `done` reports when it is safe.
class Accounts : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;
    using Added = std::function<void(base::Result<Account>)>;

    Accounts(store::Database &database, store::SecretStore &secrets, const base::Clock &clock,
             base::Random &random, QObject *parent = nullptr);

    /// Reads the table, then asks the secret store for every credential (asynchronously).
    base::Result<void> load();

    [[nodiscard]] const QList<Account> &all() const { return m_accounts; }
    [[nodiscard]] const Account *find(const AccountId &id) const;
    /// By id, or by name when only one account has it.
    [[nodiscard]] const Account *findByText(const QString &idOrName) const;
    /// Of one provider, in the order in which they are used.
    [[nodiscard]] QList<Account> ofProvider(const catalog::ProviderId &provider) const;

    enum class SecretState
    {
        None,
        Loading,
        Ready,
        Locked
    };
    [[nodiscard]] SecretState secretState(const AccountId &id) const;
    /// Forbidden when the keyring is locked or lost it, Unauthorized when there is none.
    [[nodiscard]] base::Result<Credential> credential(const AccountId &id) const;
    /// Asks the secret store again for those that are locked.
    void retryLocked();

    /// Stores the secret first, then the row; gives the account its id.
    void add(Account account, const base::Secret &secret, QObject *context, Added done);
    /// Everything but id, provider and secret.
    void update(const Account &account, QObject *context, Done done);
    void replaceSecret(const AccountId &id, const base::Secret &secret, QObject *context,
                       Done done);
    void setPaused(const AccountId &id, bool paused, QObject *context, Done done);
    /// Order of all accounts of one provider.
    void reorder(const catalog::ProviderId &provider, const QList<AccountId> &order,
                 QObject *context, Done done);
    /// Takes it out of use at once; the secret is deleted after `undoMs`, until then `restore`
    /// brings it back.
    void remove(const AccountId &id, int undoMs, QObject *context, Done done);
    void restore(const AccountId &id, QObject *context, Done done);

    /// In memory at once, on disk with the next batch.
    void noteUsed(const AccountId &id);
    void noteAuthTrouble(const AccountId &id, const QString &what);

signals:
    /// Anything but `lastUsedMs` changed.
    void changed();

private:
    store::Database &m_database;
    store::SecretStore &m_secrets;
    const base::Clock &m_clock;
    base::Random &m_random;
    QList<Account> m_accounts;
    QList<Account> m_removed;
    QHash<AccountId, base::Secret> m_credentials;
    QHash<AccountId, SecretState> m_states;
};

} // namespace omni::auth

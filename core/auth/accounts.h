// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/auth/credentials.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <QObject>
#include <QSet>
#include <QTimer>

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
    ~Accounts() override;

    /// Reads the table, then asks the secret store for every credential (asynchronously).
    base::Result<void> load();

    [[nodiscard]] const QList<Account> &all() const { return m_accounts; }
    [[nodiscard]] const Account *find(const AccountId &id) const;
    /// By id, or by name when only one account has it.
    [[nodiscard]] const Account *findByText(const QString &idOrName) const;
    /// Of one provider, in the order in which they are used.
    [[nodiscard]] QList<Account> ofProvider(const catalog::ProviderId &provider) const;

    using SecretState = auth::SecretState;
    [[nodiscard]] SecretState secretState(const AccountId &id) const;
    /// Forbidden when the keyring is locked, lost it or was not read yet; Unauthorized when there
    /// is none.
    [[nodiscard]] base::Result<Credential> credential(const AccountId &id) const;
    /// The account that has this very secret, or null.
    [[nodiscard]] const Account *findBySecret(const base::Secret &secret) const;
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

    /// In memory at once, on disk within some seconds.
    void noteUsed(const AccountId &id);
    /// Empty after a good check, which is noted too.
    void noteAuthTrouble(const AccountId &id, const QString &what);

signals:
    /// Anything but `lastUsedMs` changed.
    void changed();

private:
    Account *mine(const AccountId &id);
    void sort();
    void save(const Account &account, QObject *context, Done done);
    void finishRemoval(const AccountId &id);
    void removeSecret(const QString &key);
    void writeUses();

    store::Database &m_database;
    Credentials m_credentials;
    const base::Clock &m_clock;
    base::Random &m_random;
    /// In the order in which they are used.
    QList<Account> m_accounts;
    /// Can still be restored.
    QList<Account> m_removed;
    QSet<AccountId> m_used; ///< since the last write
    QTimer m_useTimer;
};

} // namespace omni::auth

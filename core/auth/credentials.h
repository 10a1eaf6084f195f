// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace omni::store {
class SecretStore;
}

namespace omni::auth {

/// Whether an account's secret is at hand.
enum class SecretState
{
    None,
    Loading,
    Ready,
    Locked ///< the keyring is locked, lost it, or gave something else
};

/// The credentials of all accounts, read from the secret store and kept in memory. Every secret it
/// sees is starred in the log from then on.
class Credentials : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;

    explicit Credentials(store::SecretStore &secrets, QObject *parent = nullptr);

    /// Where the secret store has an account's secret.
    [[nodiscard]] static QString key(const AccountId &id);

    [[nodiscard]] SecretState state(const AccountId &id) const;
    /// Forbidden while it is locked or not read yet, Unauthorized when there is none.
    [[nodiscard]] base::Result<Credential> find(const AccountId &id) const;

    /// Asks the secret store; `stateChanged` tells the outcome.
    void load(const AccountId &id);
    void retryLocked();
    void store(const AccountId &id, const Credential &credential, Done done);
    /// From memory alone.
    void forget(const AccountId &id);
    /// From the secret store, by its key there.
    void removeStored(const QString &key, Done done);

signals:
    void stateChanged(const omni::auth::AccountId &id);

private:
    struct Held
    {
        SecretState state = SecretState::None;
        Credential credential;
        QString why; ///< of Locked
    };
    void take(const AccountId &id, const base::Result<base::Secret> &stored);

    store::SecretStore &m_secrets;
    QHash<AccountId, Held> m_held;
};

/// Salted; two fingerprints of the same secret differ.
[[nodiscard]] QString fingerprint(const base::Secret &secret, base::Random &random);
[[nodiscard]] bool hasFingerprint(const base::Secret &secret, const QString &fingerprint);

/// The last four characters, for people; empty when that would show too much of it.
[[nodiscard]] QString secretHint(const base::Secret &secret);

} // namespace omni::auth

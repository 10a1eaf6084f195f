// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QObject>

#include <functional>
#include <memory>

namespace omni::store {

/// The one place where secrets rest: the OS keychain, a sealed file, or memory (tests).
/// Asynchronous; callbacks come on the calling thread and not after `context` died.
/// Errors: NotFound (never stored, or the keyring is locked or changed: never a reason to delete
/// anything), Forbidden (locked, wrong passphrase), Timeout (nobody answered the prompt),
/// Unsupported (no keyring).
class SecretStore
{
public:
    using ReadDone = std::function<void(base::Result<base::Secret>)>;
    using WriteDone = std::function<void(base::Result<void>)>;

    virtual ~SecretStore() = default;
    /// `keychain`, `file` or `memory`, as on the command line.
    [[nodiscard]] virtual QString backend() const = 0;
    virtual void read(const QString &key, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &key, const base::Secret &value, QObject *context,
                       WriteDone done) = 0;
    /// Deleting what is not there is no error.
    virtual void remove(const QString &key, QObject *context, WriteDone done) = 0;
    /// Called when a store that was locked is open again, so that a read is worth another try
    /// without bothering the user.
    virtual void onUnlocked(QObject *context, std::function<void()> callback) = 0;
};

[[nodiscard]] std::unique_ptr<SecretStore> makeMemorySecretStore();
/// Service `OmniRoute`; see qt-desktop.md §5 for the traps it handles.
[[nodiscard]] std::unique_ptr<SecretStore> makeKeychainSecretStore();
/// One libsodium-sealed file (Argon2id). Forbidden when the passphrase is wrong; a broken file is
/// never overwritten.
[[nodiscard]] base::Result<std::unique_ptr<SecretStore>>
makeFileSecretStore(const QString &path, const base::Secret &passphrase);

} // namespace omni::store

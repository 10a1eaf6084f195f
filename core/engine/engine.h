// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/accountdraft.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/engine/snapshot.h"

#include <QObject>

#include <functional>
#include <memory>

namespace omni::engine {

using auth::AccountDraft;
using auth::CheckReport;
using auth::CustomProviderDraft;

/// The whole gateway behind one object that lives on the UI thread. Methods post to the gateway
/// thread; answers and signals come back on the thread of the caller.
///
/// An interface so that pages can be shown and tested on prepared snapshots.
class EngineFace : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    using Done = std::function<void(base::Result<void>)>;
    template<typename T>
    using Got = std::function<void(base::Result<T>)>;

    [[nodiscard]] virtual const Snapshot &snapshot() const = 0;

    // Server
    virtual void setPaused(bool paused) = 0;
    /// Stops listening and listens on the other port, now and at later starts.
    virtual void usePort(quint16 port, QObject *context, Done done) = 0;
    virtual void cancelRequest(const QByteArray &requestId) = 0;

    // Accounts and providers
    virtual void checkKey(const AccountDraft &draft, const base::Secret &key, QObject *context,
                          Got<CheckReport> done) = 0;
    /// `check` false = "Save anyway". The result is the new account's id.
    virtual void addAccount(const AccountDraft &draft, const base::Secret &key, bool check,
                            QObject *context, Got<QString> done) = 0;
    /// Makes the provider only; follow with addAccount. The result is the provider's id.
    virtual void addCustomProvider(const CustomProviderDraft &draft, QObject *context,
                                   Got<QString> done) = 0;
    virtual void testAccount(const QString &id, QObject *context, Got<CheckReport> done) = 0;
    virtual void setAccountPaused(const QString &id, bool paused) = 0;
    virtual void renameAccount(const QString &id, const QString &name, QObject *context,
                               Done done) = 0;
    virtual void replaceAccountKey(const QString &id, const base::Secret &key, QObject *context,
                                   Done done) = 0;
    /// Undone by restoreAccount within ten seconds.
    virtual void removeAccount(const QString &id) = 0;
    virtual void restoreAccount(const QString &id) = 0;
    virtual void reorderAccounts(const QString &providerId, const QStringList &ids) = 0;
    /// An empty model clears every cooldown of the account.
    virtual void clearCooldown(const QString &accountId, const QByteArray &model) = 0;
    virtual void retryLockedAccounts() = 0;

    // Combos
    virtual void saveCombo(const QString &oldName, const route::Combo &combo, QObject *context,
                           Done done) = 0;
    virtual void removeCombo(const QString &name) = 0;
    virtual void useCombo(const QString &name) = 0;
    /// What would happen to a request for this combo, saved or not, at this moment.
    virtual void previewPlan(const route::Combo &combo, bool needsTools, bool needsImages,
                             qint64 inputTokens, QObject *context, Got<QList<PlanLine>> done) = 0;

    // Client keys
    struct NewKey
    {
        QString id;
        base::Secret clearText;
    };
    virtual void createKey(const auth::ClientKey &wish, QObject *context, Got<NewKey> done) = 0;
    virtual void rotateKey(const QString &id, QObject *context, Got<NewKey> done) = 0;
    virtual void revokeKey(const QString &id) = 0;
    virtual void revealKey(const QString &id, QObject *context, Got<base::Secret> done) = 0;

    // Settings: key → JSON text, as `omniroute setting` shows them
    [[nodiscard]] virtual QString setting(const QString &key) const = 0;
    virtual void setSetting(const QString &key, const QString &jsonValue, QObject *context,
                            Done done) = 0;

signals:
    void snapshotChanged();
    /// A command without `done` failed; the text is for the log, the code chooses the sentence.
    void commandFailed(const base::Error &error);
};

} // namespace omni::engine

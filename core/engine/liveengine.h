// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/config.h"
#include "core/engine/engine.h"

#include <QPointer>
#include <QThread>

#include <chrono>

namespace omni::engine {

class Core;

/// The engine of the running program: owns the gateway thread and posts every command to it.
class LiveEngine final : public EngineFace
{
    Q_OBJECT

public:
    explicit LiveEngine(Config config, QObject *parent = nullptr);
    /// Stops at once when `stop` was not called.
    ~LiveEngine() override;

    /// Starts the thread; `listening` or `failed` follows.
    void start();
    /// Accepts no more, lets running answers end (at most `patience`), writes everything down;
    /// `stopped` follows.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(30));

    [[nodiscard]] const Snapshot &snapshot() const override { return m_snapshot; }
    void setPaused(bool paused) override;
    void usePort(quint16 port, QObject *context, Done done) override;
    void cancelRequest(const QByteArray &requestId) override;

    void checkKey(const AccountDraft &draft, const base::Secret &key, QObject *context,
                  Got<CheckReport> done) override;
    void addAccount(const AccountDraft &draft, const base::Secret &key, bool check,
                    QObject *context, Got<QString> done) override;
    void addCustomProvider(const CustomProviderDraft &draft, QObject *context,
                           Got<QString> done) override;
    void testAccount(const QString &id, QObject *context, Got<CheckReport> done) override;
    void setAccountPaused(const QString &id, bool paused) override;
    void renameAccount(const QString &id, const QString &name, QObject *context,
                       Done done) override;
    void replaceAccountKey(const QString &id, const base::Secret &key, QObject *context,
                           Done done) override;
    void removeAccount(const QString &id) override;
    void restoreAccount(const QString &id) override;
    void reorderAccounts(const QString &providerId, const QStringList &ids) override;
    void clearCooldown(const QString &accountId, const QByteArray &model) override;
    void retryLockedAccounts() override;

    void saveCombo(const QString &oldName, const route::Combo &combo, QObject *context,
                   Done done) override;
    void removeCombo(const QString &name) override;
    void useCombo(const QString &name) override;
    void previewPlan(const route::Combo &combo, bool needsTools, bool needsImages,
                     qint64 inputTokens, QObject *context, Got<QList<PlanLine>> done) override;

    void createKey(const auth::ClientKey &wish, QObject *context, Got<NewKey> done) override;
    void rotateKey(const QString &id, QObject *context, Got<NewKey> done) override;
    void revokeKey(const QString &id) override;
    void revealKey(const QString &id, QObject *context, Got<base::Secret> done) override;

    [[nodiscard]] QString setting(const QString &key) const override;
    void setSetting(const QString &key, const QString &jsonValue, QObject *context,
                    Done done) override;

signals:
    void listening(const QString &baseUrl);
    void failed(const omni::base::Error &error);
    void stopped();
    /// Asked for over the control socket: `omniroute stop`, a second start.
    void stopWanted();
    void raiseWanted();

private:
    /// Runs `command` on the gateway thread; when the storage never opened, `refused` is told.
    void post(std::function<void(Core &)> command, Done refused = {});
    /// `done`, callable on the gateway thread, delivered here while `context` lives.
    template<typename R>
    [[nodiscard]] std::function<void(R)> here(QObject *context, std::function<void(R)> done);
    /// For commands without an answer: a failure becomes `commandFailed`.
    [[nodiscard]] Done orReport();

    QThread m_thread;
    Core *m_core = nullptr; ///< lives and dies on m_thread
    Snapshot m_snapshot;
    QHash<QString, QString> m_settings; ///< what was set or read, for `setting`
};

template<typename R>
std::function<void(R)> LiveEngine::here(QObject *context, std::function<void(R)> done)
{
    const QPointer<QObject> guard(context);
    const bool hasContext = context != nullptr;
    return [this, guard, hasContext, done = std::move(done)](R result) {
        QMetaObject::invokeMethod(
            this,
            [guard, hasContext, done, result] {
                if (done && (guard || !hasContext))
                    done(result);
            },
            Qt::QueuedConnection);
    };
}

} // namespace omni::engine

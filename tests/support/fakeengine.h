// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"

#include <QHash>
#include <QStringList>

namespace omni::test {

/// An engine that shows prepared snapshots, writes down what it is told, and does the simple things
/// at once (pause, remove, settings). Answers come synchronously.
class FakeEngine : public engine::EngineFace
{
    Q_OBJECT

public:
    explicit FakeEngine(QObject *parent = nullptr);

    /// Shows another state and emits snapshotChanged().
    void show(const engine::Snapshot &snapshot);
    /// What was called, e.g. `setPaused true`, `cancelRequest req-1`.
    [[nodiscard]] QStringList calls() const { return m_calls; }
    void forgetCalls() { m_calls.clear(); }
    /// The next commands with an answer fail with this.
    void failWith(std::optional<base::Error> error) { m_error = std::move(error); }
    void setCheckReport(const engine::CheckReport &report) { m_report = report; }
    /// Checks of keys and accounts get no answer until releaseChecks().
    void holdChecks() { m_holdsChecks = true; }
    void releaseChecks();
    /// The key that was handed over last.
    [[nodiscard]] QByteArray lastKey() const { return m_lastKey.reveal(); }
    [[nodiscard]] engine::CustomProviderDraft lastProvider() const { return m_lastProvider; }
    /// Instead of fakePlan() on the snapshot shown.
    void setPlan(const QList<engine::PlanLine> &plan) { m_plan = plan; }

    [[nodiscard]] const engine::Snapshot &snapshot() const override { return m_snapshot; }
    void setPaused(bool paused) override;
    void usePort(quint16 port, QObject *context, Done done) override;
    void cancelRequest(const QByteArray &requestId) override;
    void checkKey(const engine::AccountDraft &draft, const base::Secret &key, QObject *context,
                  Got<engine::CheckReport> done) override;
    void addAccount(const engine::AccountDraft &draft, const base::Secret &key, bool check,
                    QObject *context, Got<QString> done) override;
    void addCustomProvider(const engine::CustomProviderDraft &draft, QObject *context,
                           Got<QString> done) override;
    void testAccount(const QString &id, QObject *context, Got<engine::CheckReport> done) override;
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
                     qint64 inputTokens, QObject *context,
                     Got<QList<engine::PlanLine>> done) override;
    void createKey(const auth::ClientKey &wish, QObject *context, Got<NewKey> done) override;
    void rotateKey(const QString &id, QObject *context, Got<NewKey> done) override;
    void revokeKey(const QString &id) override;
    void revealKey(const QString &id, QObject *context, Got<base::Secret> done) override;
    [[nodiscard]] QString setting(const QString &key) const override;
    void setSetting(const QString &key, const QString &jsonValue, QObject *context,
                    Done done) override;

private:
    void note(const QString &call) { m_calls.append(call); }
    void finish(const Done &done);
    void answerCheck(QObject *context, const Got<engine::CheckReport> &done);
    void changed();

    engine::Snapshot m_snapshot;
    QStringList m_calls;
    std::optional<base::Error> m_error;
    engine::CheckReport m_report{.isGood = true, .status = 200, .latencyMs = 180, .modelCount = 42};
    bool m_holdsChecks = false;
    QList<std::function<void()>> m_held;
    base::Secret m_lastKey;
    engine::CustomProviderDraft m_lastProvider;
    std::optional<QList<engine::PlanLine>> m_plan;
    QHash<QString, QString> m_settings;
    QList<engine::AccountView> m_removed;
};

} // namespace omni::test

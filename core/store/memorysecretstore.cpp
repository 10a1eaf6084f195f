// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/secretstore.h"

#include <QHash>
#include <QMetaObject>

namespace omni::store {

namespace {

/// Forgets everything at the end; for tests and for trying things out.
class MemorySecretStore final : public SecretStore
{
public:
    QString backend() const override { return QStringLiteral("memory"); }

    void read(const QString &key, QObject *context, ReadDone done) override
    {
        const auto found = m_values.constFind(key);
        base::Result<base::Secret> outcome =
            found != m_values.constEnd()
                ? base::Result<base::Secret>(*found)
                : base::fail(base::ErrorCode::NotFound,
                             QStringLiteral("no secret is stored as %1").arg(key));
        later(context, [done = std::move(done), outcome = std::move(outcome)] { done(outcome); });
    }

    void write(const QString &key, const base::Secret &value, QObject *context,
               WriteDone done) override
    {
        m_values.insert(key, value);
        later(context, [done = std::move(done)] { done({}); });
    }

    void remove(const QString &key, QObject *context, WriteDone done) override
    {
        m_values.remove(key);
        later(context, [done = std::move(done)] { done({}); });
    }

    void onUnlocked(QObject *, std::function<void()>) override {} // never locked

private:
    /// As asynchronous as a keychain, so that callers are right from the start.
    template<typename Function>
    static void later(QObject *context, Function function)
    {
        QMetaObject::invokeMethod(context, std::move(function), Qt::QueuedConnection);
    }

    QHash<QString, base::Secret> m_values;
};

} // namespace

std::unique_ptr<SecretStore> makeMemorySecretStore()
{
    return std::make_unique<MemorySecretStore>();
}

} // namespace omni::store

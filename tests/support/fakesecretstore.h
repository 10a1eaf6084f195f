// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/store/secretstore.h"

#include <QHash>
#include <QPointer>

namespace omni::test {

/// A keyring that a test can lock, break and hold up. Answers in the next turn of the loop, or when
/// `answerAll` is called while it is held.
class FakeSecretStore final : public store::SecretStore
{
public:
    QHash<QString, QByteArray> values;
    bool isLocked = false;
    bool isHeld = false;
    int reads = 0;

    QString backend() const override { return QStringLiteral("keychain"); }

    void read(const QString &key, QObject *context, ReadDone done) override
    {
        ++reads;
        later(context, [this, key, done = std::move(done)] {
            // A locked keyring says the same as an empty one.
            if (isLocked || !values.contains(key))
                done(base::fail(base::ErrorCode::NotFound, QStringLiteral("entry not found")));
            else
                done(base::Secret(values.value(key)));
        });
    }
    void write(const QString &key, const base::Secret &value, QObject *context,
               WriteDone done) override
    {
        later(context, [this, key, value, done = std::move(done)] {
            if (isLocked)
                return done(base::fail(base::ErrorCode::Forbidden,
                                       QStringLiteral("the keyring is locked")));
            values.insert(key, value.reveal());
            done({});
        });
    }
    void remove(const QString &key, QObject *context, WriteDone done) override
    {
        later(context, [this, key, done = std::move(done)] {
            if (isLocked)
                return done(base::fail(base::ErrorCode::Forbidden,
                                       QStringLiteral("the keyring is locked")));
            values.remove(key);
            done({});
        });
    }
    void onUnlocked(QObject *, std::function<void()> callback) override
    {
        m_unlocked = std::move(callback);
    }

    void unlock()
    {
        isLocked = false;
        m_unlocked();
    }
    void answerAll()
    {
        for (const auto &answer : std::exchange(m_held, {})) {
            if (answer.first)
                answer.second();
        }
    }

private:
    void later(QObject *context, std::function<void()> answer)
    {
        if (isHeld)
            m_held.append({context, std::move(answer)});
        else
            QMetaObject::invokeMethod(context, std::move(answer), Qt::QueuedConnection);
    }

    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_held;
    std::function<void()> m_unlocked;
};

} // namespace omni::test

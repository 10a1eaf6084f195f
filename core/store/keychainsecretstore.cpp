// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"
#include "core/store/secretservice.h"
#include "core/store/secretstore.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace omni::store {

using base::ErrorCode;
using base::fail;
using base::Secret;
using namespace std::chrono_literals;

namespace {

const QString Service = QStringLiteral("OmniRoute");
/// A prompt can wait for ever; we do not.
constexpr auto JobTimeout = 60s;
/// While the keyring is locked it is asked, without a prompt, whether it still is.
constexpr auto PollEvery = 3s;
/// At a cold start the desktop's keyring may come up after us and say "not found" first.
constexpr auto MissingRetryAfter = 15s;
constexpr int MissingRetries = 3;

base::Error errorOf(const QKeychain::Job &job)
{
    const QString why = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.code = ErrorCode::NotFound,
                .detail =
                    QStringLiteral("the keychain has no entry %1/%2").arg(Service, job.key())};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::CouldNotDeleteEntry:
        return {.code = ErrorCode::Forbidden,
                .detail = QStringLiteral("the keychain is locked or refused: %1").arg(why)};
    default:
        return {.code = ErrorCode::Unsupported,
                .detail =
                    QStringLiteral("no keychain answers (%1); start the desktop's keyring, or "
                                   "use --secrets file")
                        .arg(why)};
    }
}

base::Error locked()
{
    return {.code = ErrorCode::Forbidden,
            .detail = QStringLiteral("the keychain is locked; unlock the desktop's keyring")};
}

/// The OS keychain through QtKeychain. One job at a time, so that a locked keyring asks the user
/// once for a whole batch and not once for each entry.
class KeychainSecretStore final : public QObject, public SecretStore
{
public:
    KeychainSecretStore()
    {
        m_poll.setInterval(PollEvery);
        connect(&m_poll, &QTimer::timeout, this, &KeychainSecretStore::poll);
    }

    QString backend() const override { return QStringLiteral("keychain"); }

    void read(const QString &key, QObject *context, ReadDone done) override
    {
        const QPointer<QObject> asker(context);
        enqueue({key,
                 [this, key, asker, done] {
                     auto *job = new QKeychain::ReadPasswordJob(Service);
                     run(job, key, [this, asker, job, done](const Outcome &outcome) {
                         if (outcome)
                             m_missingRetries = 0;
                         if (asker)
                             done(outcome ? base::Result<Secret>(Secret(job->textData().toUtf8()))
                                          : fail(outcome.error()));
                     });
                 },
                 [asker, done = std::move(done)](const base::Error &error) {
                     if (asker)
                         done(fail(error));
                 }});
    }

    void write(const QString &key, const Secret &value, QObject *context, WriteDone done) override
    {
        change(key, context, std::move(done), [value] {
            auto *job = new QKeychain::WritePasswordJob(Service);
            job->setTextData(QString::fromUtf8(value.reveal()));
            return job;
        });
    }

    void remove(const QString &key, QObject *context, WriteDone done) override
    {
        change(key, context, std::move(done),
               [] { return new QKeychain::DeletePasswordJob(Service); });
    }

    void onUnlocked(QObject *context, std::function<void()> callback) override
    {
        m_listeners.append({context, std::move(callback)});
    }

private:
    using Outcome = base::Result<void>;
    struct Task
    {
        QString key;
        std::function<void()> start;
        std::function<void(const base::Error &)> refuse;
    };

    template<typename MakeJob>
    void change(const QString &key, QObject *context, WriteDone done, MakeJob makeJob)
    {
        const QPointer<QObject> asker(context);
        enqueue({key,
                 [this, key, asker, done, makeJob] {
                     run(makeJob(), key, [asker, done](const Outcome &outcome) {
                         if (asker)
                             done(outcome);
                     });
                 },
                 [asker, done = std::move(done)](const base::Error &error) {
                     if (asker)
                         done(fail(error));
                 }});
    }

    void enqueue(Task task)
    {
        m_tasks.append(std::move(task));
        if (!m_isBusy) {
            m_isBusy = true;
            QMetaObject::invokeMethod(this, &KeychainSecretStore::startNext, Qt::QueuedConnection);
        }
    }

    void startNext()
    {
        if (m_tasks.isEmpty()) {
            m_isBusy = false;
            m_wasRefused = false; // the next batch may ask the user again
            return;
        }
        const Task task = m_tasks.takeFirst();
        if (!m_wasRefused)
            return task.start();
        // The user has just said no, or cannot be asked: not again for the rest of the batch.
        askLockState(Service, task.key, this, [this, task](LockState state) {
            if (state != LockState::Locked)
                return task.start();
            task.refuse(locked());
            startNext();
        });
    }

    /// Starts the job and tells once how it ended. A late end after a timeout is only noted.
    void run(QKeychain::Job *job, const QString &key, std::function<void(const Outcome &)> done)
    {
        job->setKey(key);
        job->setInsecureFallback(false);
        auto *timer = new QTimer(this);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this, timer, done] {
            timer->deleteLater();
            noteLocked();
            done(fail(ErrorCode::Timeout,
                      QStringLiteral("the keychain did not answer within a minute; is it waiting "
                                     "for a password?")));
            startNext();
        });
        connect(job, &QKeychain::Job::finished, this,
                [this, job, key, timer = QPointer<QTimer>(timer), done] {
                    if (!timer || !timer->isActive()) { // answered by the timeout already
                        if (job->error() == QKeychain::NoError)
                            tellUnlocked();
                        return;
                    }
                    timer->stop();
                    timer->deleteLater();
                    finish(job, key, done);
                });
        timer->start(JobTimeout);
        job->start();
    }

    void finish(QKeychain::Job *job, const QString &key,
                const std::function<void(const Outcome &)> &done)
    {
        const bool isDelete = qobject_cast<QKeychain::DeletePasswordJob *>(job) != nullptr;
        const auto error = job->error();
        if (error == QKeychain::NoError && !isDelete) {
            done({});
            return startNext();
        }
        const bool isMissing = error == QKeychain::EntryNotFound;
        if (error != QKeychain::NoError && !isMissing) {
            const base::Error what = errorOf(*job);
            if (what.code == ErrorCode::Forbidden)
                noteLocked();
            done(fail(what));
            return startNext();
        }
        // A locked keyring answers like an empty one, to reads and to deletes.
        const base::Error missing = errorOf(*job);
        askLockState(Service, key, this, [this, isDelete, missing, done](LockState state) {
            if (state == LockState::Locked) {
                noteLocked();
                done(fail(locked()));
            } else if (isDelete) {
                done({});
            } else {
                noteMissing();
                done(fail(missing));
            }
            startNext();
        });
    }

    void noteLocked()
    {
        m_wasRefused = true;
        m_poll.start();
    }

    void noteMissing()
    {
        if (m_missingRetries >= MissingRetries || m_isRetryPlanned)
            return;
        ++m_missingRetries;
        m_isRetryPlanned = true;
        QTimer::singleShot(MissingRetryAfter, this, [this] {
            m_isRetryPlanned = false;
            tellUnlocked();
        });
    }

    void poll()
    {
        if (m_isBusy)
            return;
        askLockState(Service, QString(), this, [this](LockState state) {
            if (state == LockState::Unlocked && m_poll.isActive())
                tellUnlocked();
        });
    }

    void tellUnlocked()
    {
        m_poll.stop();
        m_listeners.removeIf([](const Listener &listener) { return !listener.context; });
        const QList<Listener> listeners = m_listeners;
        for (const Listener &listener : listeners) {
            if (listener.context)
                listener.callback();
        }
    }

    struct Listener
    {
        QPointer<QObject> context;
        std::function<void()> callback;
    };

    QList<Task> m_tasks;
    bool m_isBusy = false;
    bool m_wasRefused = false;
    int m_missingRetries = 0;
    bool m_isRetryPlanned = false;
    QTimer m_poll;
    QList<Listener> m_listeners;
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainSecretStore()
{
    return std::make_unique<KeychainSecretStore>();
}

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/writer.h"

#include "core/base/log.h"
#include "core/store/backups.h"
#include "core/store/databasefile.h"

#include <QDateTime>

namespace omni::store {

using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

namespace {

constexpr auto FirstBackupAfter = 60s; ///< a start has better things to do
constexpr auto BackupCheckEvery = 1h;
constexpr qint64 BackupAgeSeconds = 24 * 3600;

bool canWait(const Writer::Item &item)
{
    return item.kind == Writer::Kind::Later;
}

} // namespace

Writer::Writer(const QString &dir)
    : m_dir(dir)
{}

Writer::~Writer()
{
    stop();
}

base::Result<void> Writer::start(bool dailyBackup)
{
    m_backsUpDaily = dailyBackup;
    m_backupAt = std::chrono::steady_clock::now() + FirstBackupAfter;
    std::promise<base::Result<void>> ready;
    auto opened = ready.get_future();
    m_thread = std::thread([this, &ready] { run(&ready); });
    auto outcome = opened.get();
    if (!outcome)
        m_thread.join();
    return outcome;
}

void Writer::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard locker(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    deliver();
}

void Writer::push(Item item)
{
    if (!item.context)
        item.context = this;
    bool wakes = true;
    {
        std::unique_lock locker(m_mutex);
        if (m_isStopping) {
            locker.unlock();
            answer(item, fail(ErrorCode::Cancelled, QStringLiteral("the program is ending")));
            return;
        }
        if (canWait(item)) {
            if (m_later + m_waiting >= MaxQueued) {
                locker.unlock();
                if (m_dropped++ == 0)
                    qCWarning(lcStore) << "the disk does not keep up: usage rows are dropped";
                return;
            }
            if (m_later++ == 0)
                m_oldestLater = std::chrono::steady_clock::now();
            wakes = m_later == 1 || m_later == MaxBatch;
        } else {
            ++m_urgent;
        }
        m_queue.push_back(std::move(item));
    }
    if (wakes)
        m_wake.notify_one();
}

void Writer::backUp(QObject *context, std::function<void(base::Result<QString>)> done)
{
    auto path = std::make_shared<QString>();
    push({.kind = Kind::Backup,
          .context = context,
          .done =
              [path, done = std::move(done)](base::Result<void> outcome) {
                  done(outcome ? base::Result<QString>(*path) : fail(outcome.error()));
              },
          .backup = path});
}

QString Writer::trouble() const
{
    const std::lock_guard locker(m_mutex);
    return m_trouble;
}

/// With the mutex held.
bool Writer::isDue(Time now) const
{
    return m_isStopping || m_urgent > 0 || m_later >= MaxBatch ||
           (m_later > 0 && now >= m_oldestLater + BatchEvery) ||
           (!m_refused.empty() && now >= m_retryAt) || (m_backsUpDaily && now >= m_backupAt);
}

void Writer::run(std::promise<base::Result<void>> *ready)
{
    auto opened = Connection::open(databaseFile(m_dir), Connection::Mode::ReadWrite);
    auto outcome = opened ? setSynchronous(true, **opened) : fail(opened.error());
    if (!outcome) {
        ready->set_value(outcome);
        return;
    }
    Connection &connection = **opened;
    ready->set_value({});

    bool isStopping = false;
    while (!isStopping) {
        std::deque<Item> items;
        {
            std::unique_lock locker(m_mutex);
            while (!isDue(std::chrono::steady_clock::now())) {
                Time until = Time::max();
                if (m_later > 0)
                    until = m_oldestLater + BatchEvery;
                if (!m_refused.empty())
                    until = std::min(until, m_retryAt);
                if (m_backsUpDaily)
                    until = std::min(until, m_backupAt);
                if (until == Time::max())
                    m_wake.wait(locker);
                else
                    m_wake.wait_until(locker, until);
            }
            isStopping = m_isStopping;
            items.swap(m_queue);
            m_later = 0;
            m_urgent = 0;
        }
        retry(connection, isStopping);
        work(std::move(items), connection);
        backUpDaily(connection);
    }
    retry(connection, true);
    if (m_waiting > 0)
        qCWarning(lcStore).noquote()
            << QStringLiteral("%1 usage rows are lost: %2").arg(m_waiting).arg(trouble());
    // Not being able to tidy up loses nothing.
    (void)connection.run(QStringLiteral("PRAGMA optimize"));
}

void Writer::work(std::deque<Item> items, Connection &connection)
{
    std::vector<Item> batch;
    const auto flush = [&] {
        if (!batch.empty())
            writeBatch(std::exchange(batch, {}), connection);
    };
    for (Item &item : items) {
        if (canWait(item)) {
            batch.push_back(std::move(item));
            if (batch.size() == MaxBatch)
                flush();
            continue;
        }
        flush();
        answer(item, writeOne(item, connection));
    }
    flush();
}

base::Result<void> Writer::setSynchronous(bool full, Connection &connection)
{
    if (m_isFull == full)
        return {};
    auto done = connection.run(full ? QStringLiteral("PRAGMA synchronous = FULL")
                                    : QStringLiteral("PRAGMA synchronous = NORMAL"));
    if (done)
        m_isFull = full;
    return done;
}

base::Result<void> Writer::writeOne(const Item &item, Connection &connection)
{
    if (item.kind == Kind::Read)
        return item.job(connection.sql());
    if (item.kind == Kind::Backup) {
        const auto path = makeBackup(connection, m_dir);
        if (!path)
            return fail(path.error());
        *item.backup = *path;
        return {};
    }
    auto done = setSynchronous(true, connection);
    if (done)
        done = connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!done) {
        noteTrouble(done.error().detail);
        return done;
    }
    if (auto outcome = item.job(connection.sql()); !outcome) {
        // There is nothing to roll back when SQLite did so itself, as with a full disk.
        if (!connection.run(QStringLiteral("ROLLBACK")))
            noteTrouble(outcome.error().detail);
        return outcome;
    }
    done = connection.run(QStringLiteral("COMMIT"));
    if (!done) {
        (void)connection.run(QStringLiteral("ROLLBACK"));
        noteTrouble(done.error().detail);
        return fail(ErrorCode::Internal,
                    QStringLiteral("the change was not saved: %1; free some space on the disk and "
                                   "try again")
                        .arg(done.error().detail));
    }
    ++m_commits;
    noteSuccess();
    return {};
}

void Writer::writeBatch(std::vector<Item> batch, Connection &connection)
{
    // Behind a batch that waits, so that rows stay in order.
    if (m_refused.empty() && tryBatch(batch, connection))
        return;
    if (m_refused.empty())
        m_retryAt = std::chrono::steady_clock::now() + RetryEvery;
    m_waiting += int(batch.size());
    m_refused.push_back(std::move(batch));
}

/// False when a job was refused: nothing of the batch stands then.
base::Result<bool> Writer::runTogether(const std::vector<Item> &batch, Connection &connection)
{
    if (auto begun = connection.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    for (const Item &item : batch) {
        if (!item.job(connection.sql())) {
            (void)connection.run(QStringLiteral("ROLLBACK")); // may be gone already
            return false;
        }
    }
    return true;
}

/// One job that does not fit must not take the others with it.
base::Result<void> Writer::runApart(const std::vector<Item> &batch, Connection &connection)
{
    auto done = connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    for (const Item &item : batch) {
        if (done)
            done = connection.run(QStringLiteral("SAVEPOINT job"));
        if (!done)
            break;
        if (auto outcome = item.job(connection.sql()); !outcome) {
            qCWarning(lcStore).noquote() << "a usage row was refused:" << outcome.error().detail;
            // Fails when the whole transaction is gone, as with a full disk.
            done = connection.run(QStringLiteral("ROLLBACK TO job"));
        }
        if (done)
            done = connection.run(QStringLiteral("RELEASE job"));
    }
    return done;
}

base::Result<void> Writer::tryBatch(const std::vector<Item> &batch, Connection &connection)
{
    auto done = setSynchronous(false, connection);
    if (done) {
        // Nearly always nothing is refused; a savepoint for each job would cost as much as the job.
        const auto together = runTogether(batch, connection);
        if (!together)
            done = fail(together.error());
        else if (!*together)
            done = runApart(batch, connection);
    }
    if (done)
        done = connection.run(QStringLiteral("COMMIT"));
    if (!done) {
        (void)connection.run(QStringLiteral("ROLLBACK")); // may be gone already
        noteTrouble(done.error().detail);
        return done;
    }
    ++m_commits;
    noteSuccess();
    return {};
}

void Writer::retry(Connection &connection, bool isLast)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_refused.empty() || (!isLast && now < m_retryAt))
        return;
    while (!m_refused.empty()) {
        if (!tryBatch(m_refused.front(), connection)) {
            m_retryAt = now + RetryEvery;
            return;
        }
        m_waiting -= int(m_refused.front().size());
        m_refused.pop_front();
    }
}

void Writer::backUpDaily(Connection &connection)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_backsUpDaily || now < m_backupAt)
        return;
    m_backupAt = now + BackupCheckEvery;
    const QList<Backup> backups = listBackups(m_dir);
    if (!backups.isEmpty() &&
        backups.constFirst().made.secsTo(QDateTime::currentDateTimeUtc()) < BackupAgeSeconds)
        return;
    if (const auto made = makeBackup(connection, m_dir); !made)
        qCWarning(lcStore).noquote() << made.error().detail;
}

void Writer::noteSuccess()
{
    {
        const std::lock_guard locker(m_mutex);
        if (m_trouble.isEmpty())
            return;
        m_trouble.clear();
    }
    qCInfo(lcStore) << "the database can be written again";
}

void Writer::noteTrouble(const QString &what)
{
    {
        const std::lock_guard locker(m_mutex);
        if (!std::exchange(m_trouble, what).isEmpty())
            return; // said already
    }
    qCWarning(lcStore).noquote() << "the database cannot be written:" << what;
}

void Writer::answer(Item &item, base::Result<void> outcome)
{
    if (!item.done)
        return;
    {
        const std::lock_guard locker(m_mutex);
        m_answers.push_back({item.context, std::move(item.done), std::move(outcome)});
        if (m_answers.size() > 1)
            return;
    }
    QMetaObject::invokeMethod(this, &Writer::deliver, Qt::QueuedConnection);
}

void Writer::deliver()
{
    std::vector<Answer> answers;
    {
        const std::lock_guard locker(m_mutex);
        answers.swap(m_answers);
    }
    for (Answer &answer : answers) {
        if (answer.context)
            answer.done(std::move(answer.outcome));
    }
}

} // namespace omni::store

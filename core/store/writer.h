// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/store/connection.h"
#include "core/store/database.h"

#include <QPointer>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace omni::store {

/// The thread that owns the connection which writes, and its queue.
///
/// Made, fed and stopped on one thread; the answers come there too.
class Writer : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxQueued = 50'000;
    static constexpr int MaxBatch = 500;
    static constexpr std::chrono::milliseconds BatchEvery{200};
    /// How long a batch rests when the disk was full.
    static constexpr std::chrono::milliseconds RetryEvery{1000};

    explicit Writer(const QString &dir);
    ~Writer() override;

    /// Returns when the thread has its connection, or why it has none.
    base::Result<void> start(bool dailyBackup);
    /// Works off the queue, stops the thread, delivers the answers that are due.
    void stop();

    enum class Kind
    {
        Write,
        Later,
        Read,   ///< no transaction
        Backup, ///< a read that may take long
    };
    struct Item
    {
        Kind kind = Kind::Later;
        Database::Job job;
        QPointer<QObject> context;
        Database::Done done;
        std::shared_ptr<QString> backup; ///< receives the path of a Backup
    };
    /// Without a context the answer comes as long as the writer lives.
    void push(Item item);
    void backUp(QObject *context, std::function<void(base::Result<QString>)> done);

    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    [[nodiscard]] qint64 commits() const { return m_commits; }
    [[nodiscard]] QString trouble() const;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Answer
    {
        QPointer<QObject> context;
        Database::Done done;
        base::Result<void> outcome;
    };

    void run(std::promise<base::Result<void>> *ready);
    [[nodiscard]] bool isDue(Time now) const;
    void work(std::deque<Item> items, Connection &connection);
    void writeBatch(std::vector<Item> batch, Connection &connection);
    [[nodiscard]] base::Result<void> tryBatch(const std::vector<Item> &batch,
                                              Connection &connection);
    [[nodiscard]] static base::Result<bool> runTogether(const std::vector<Item> &batch,
                                                        Connection &connection);
    [[nodiscard]] static base::Result<void> runApart(const std::vector<Item> &batch,
                                                     Connection &connection);
    [[nodiscard]] base::Result<void> writeOne(const Item &item, Connection &connection);
    [[nodiscard]] base::Result<void> setSynchronous(bool full, Connection &connection);
    void retry(Connection &connection, bool isLast);
    void backUpDaily(Connection &connection);
    void noteSuccess();
    void noteTrouble(const QString &what);
    void answer(Item &item, base::Result<void> outcome);
    void deliver();

    const QString m_dir;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::deque<Item> m_queue;
    int m_later = 0;  ///< of the queue, how many can wait
    int m_urgent = 0; ///< and how many cannot
    Time m_oldestLater;
    bool m_isStopping = false;
    std::vector<Answer> m_answers;
    QString m_trouble;

    std::atomic<qint64> m_dropped = 0;
    std::atomic<qint64> m_commits = 0;
    std::atomic<int> m_waiting = 0; ///< jobs in batches that the disk refused

    // The thread's own.
    std::deque<std::vector<Item>> m_refused;
    Time m_retryAt;
    bool m_isFull = false; ///< of `synchronous`
    bool m_backsUpDaily = false;
    Time m_backupAt;
};

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>

namespace omni::store {

/// One SQLite file in WAL mode with numbered migrations and one writer thread.
///
/// Reads happen once, at start, on the thread that opened it. After that every write goes through
/// the queue; nothing waits for it. Used from the thread that opened it, contexts live there too.
class Database
{
public:
    /// Runs on the writer thread, inside a transaction; an error rolls it back. It may run again
    /// when the disk was full, or when another job of its batch was refused.
    using Job = std::function<base::Result<void>(QSqlDatabase &)>;
    using Done = std::function<void(base::Result<void>)>;

    struct Options
    {
        QString migrations = QStringLiteral(":/migrations"); ///< folder of `NNNN_*.sql`
        bool dailyBackup = true;
    };

    /// Opens or makes `dir/omniroute.db`: backs up before a migration, checks, migrates. The error
    /// says what happened, why and what to do; a file that cannot be used is left as it is (see
    /// backups.h for what can be done with it).
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const QString &dir,
                                                                      const Options &options);
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const QString &dir)
    {
        return open(dir, Options());
    }
    virtual ~Database() = default;

    /// Configuration: its own transaction with synchronous=FULL. `done` comes on the thread of
    /// `context` once the data is safe.
    virtual void write(Job job, QObject *context, Done done) = 0;
    /// Usage rows: batched, a commit every 200 ms or 500 jobs, synchronous=NORMAL. Dropped and
    /// counted when the queue holds more than 50,000.
    virtual void writeLater(Job job) = 0;
    /// A read on the writer thread after everything queued before it; for logs and traces.
    virtual void read(Job job, QObject *context, Done done) = 0;
    /// A verified copy in `dir/backups`, made on the writer thread; gives its path.
    virtual void backUp(QObject *context, std::function<void(base::Result<QString>)> done) = 0;
    /// A connection for the calling thread, to load state at start. Read-only.
    [[nodiscard]] virtual base::Result<QSqlDatabase> startReader() = 0;
    /// Commits what is queued and stops the thread. Called once, before destruction.
    virtual void close() = 0;

    [[nodiscard]] virtual qint64 droppedJobs() const = 0;
    /// Transactions that reached the file; a batch counts once.
    [[nodiscard]] virtual qint64 commits() const = 0;
    /// The last write failed (disk full, …); cleared by the next success. Empty = healthy.
    [[nodiscard]] virtual QString trouble() const = 0;
};

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/database.h"

#include "core/store/databasefile.h"
#include "core/store/filesafety.h"
#include "core/store/writer.h"

namespace omni::store {

using base::fail;

namespace {

class SqliteDatabase final : public Database
{
public:
    explicit SqliteDatabase(const QString &dir)
        : m_file(databaseFile(dir))
        , m_writer(dir)
    {}
    ~SqliteDatabase() override { end(); }

    base::Result<void> start(bool dailyBackup) { return m_writer.start(dailyBackup); }

    void write(Job job, QObject *context, Done done) override
    {
        m_writer.push({.kind = Writer::Kind::Write,
                       .job = std::move(job),
                       .context = context,
                       .done = std::move(done)});
    }
    void writeLater(Job job) override
    {
        m_writer.push({.kind = Writer::Kind::Later, .job = std::move(job)});
    }
    void read(Job job, QObject *context, Done done) override
    {
        m_writer.push({.kind = Writer::Kind::Read,
                       .job = std::move(job),
                       .context = context,
                       .done = std::move(done)});
    }
    void backUp(QObject *context, std::function<void(base::Result<QString>)> done) override
    {
        m_writer.backUp(context, std::move(done));
    }

    base::Result<QSqlDatabase> startReader() override
    {
        if (!m_reader) {
            auto opened = Connection::open(m_file, Connection::Mode::ReadOnly);
            if (!opened)
                return fail(opened.error());
            m_reader = std::move(*opened);
        }
        return m_reader->sql();
    }

    void close() override { end(); }

    qint64 droppedJobs() const override { return m_writer.dropped(); }
    qint64 commits() const override { return m_writer.commits(); }
    QString trouble() const override { return m_writer.trouble(); }

private:
    void end()
    {
        m_reader.reset(); // first: the last connection to close tidies the journal away
        m_writer.stop();
    }

    const QString m_file;
    Writer m_writer;
    std::unique_ptr<Connection> m_reader;
};

} // namespace

base::Result<std::unique_ptr<Database>> Database::open(const QString &dir, const Options &options)
{
    const auto migrations = readMigrations(options.migrations);
    if (!migrations)
        return fail(migrations.error());
    if (auto ready = prepareDataDir(dir); !ready)
        return fail(ready.error());
    if (auto ready = prepareDatabaseFile(dir, *migrations); !ready)
        return fail(ready.error());
    auto database = std::make_unique<SqliteDatabase>(dir);
    if (auto started = database->start(options.dailyBackup); !started)
        return fail(started.error());
    return database;
}

} // namespace omni::store

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/usage/exchangerecord.h"

#include <QObject>

#include <array>
#include <functional>

namespace omni::store {
class Database;
}

namespace omni::usage {

/// Figures of the last 24 hours, in buckets of a clock hour, oldest first.
struct DayFigures
{
    struct Hour
    {
        qint64 startMs = 0;
        int requests = 0;
        int answered = 0;
        qint64 tokens = 0;
        qint64 costMicros = 0;
        int withTokens = 0; ///< requests that `tokens` is of
        int withCost = 0;
    };
    std::array<Hour, 24> hours;
    /// Some request had these figures. The sums leave out those that had none.
    bool tokensKnown = false;
    bool costKnown = false;
};

/// Remembers every exchange: the last ones in memory, all in the database. Gateway thread.
class RequestLog : public QObject
{
    Q_OBJECT

public:
    static constexpr int KeptInMemory = 500;

    RequestLog(store::Database &database, const base::Clock &clock, QObject *parent = nullptr);

    /// Reads the figures of the last 24 hours and the newest records.
    base::Result<void> load();
    void add(const ExchangeRecord &record);

    /// Newest first.
    [[nodiscard]] const QList<ExchangeRecord> &recent() const { return m_recent; }
    [[nodiscard]] DayFigures lastDay() const;
    /// In the last 24 hours, as far as it is in memory.
    [[nodiscard]] int requestsOf(const QString &provider) const;

    using Found = std::function<void(base::Result<ExchangeRecord>)>;
    /// From memory or the database; NotFound when the id is unknown.
    void find(const QByteArray &id, QObject *context, Found done);

signals:
    void added(const omni::usage::ExchangeRecord &record);

private:
    void count(const ExchangeRecord &record);
    /// Moves the window of hours so that it ends with the current one.
    void roll() const;

    store::Database &m_database;
    const base::Clock &m_clock;
    QList<ExchangeRecord> m_recent;
    mutable DayFigures m_figures;
};

} // namespace omni::usage

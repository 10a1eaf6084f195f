// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/usage/requestlog.h"

#include "core/base/log.h"
#include "core/store/database.h"
#include "core/usage/exchangestore.h"

namespace omni::usage {

namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr qint64 DayMs = 24 * HourMs;

QString logLine(const ExchangeRecord &record)
{
    return QStringLiteral("request %1 %2 %3/%4 %5 in %6 ms, %7 attempts")
        .arg(QString::fromUtf8(record.id), QString::number(record.status), record.provider,
             QString::fromUtf8(record.model), record.account, QString::number(record.totalMs),
             QString::number(record.attempts.size()));
}

} // namespace

RequestLog::RequestLog(store::Database &database, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
{}

base::Result<void> RequestLog::load()
{
    auto reader = m_database.startReader();
    if (!reader)
        return base::fail(reader.error());
    const qint64 since = m_clock.wall().toMSecsSinceEpoch() - DayMs;
    auto records = readExchanges(*reader, since, KeptInMemory);
    if (!records)
        return base::fail(records.error());
    m_recent = *records;
    // The figures are of all requests of the day, also of those that are not kept in memory.
    m_figures = {};
    roll();
    const auto hours = readHours(*reader, m_figures.hours.front().startMs);
    if (!hours)
        return base::fail(hours.error());
    for (const DayFigures::Hour &stored : *hours) {
        for (DayFigures::Hour &hour : m_figures.hours) {
            if (hour.startMs == stored.startMs)
                hour = stored;
        }
    }
    return {};
}

void RequestLog::add(const ExchangeRecord &record)
{
    m_recent.prepend(record);
    if (m_recent.size() > KeptInMemory)
        m_recent.removeLast();
    count(record);
    m_database.writeLater([record](QSqlDatabase &sql) { return insertExchange(sql, record); });
    // Each request stands in the database; a line for each costs more than its way through the
    // rooms, so only those that failed get one.
    if (record.isAnswered())
        qCDebug(lcGateway).noquote() << logLine(record);
    else
        qCInfo(lcGateway).noquote() << logLine(record);
    emit added(record);
}

void RequestLog::roll() const
{
    const qint64 hour = m_clock.wall().toMSecsSinceEpoch() / HourMs * HourMs;
    DayFigures::Hour &last = m_figures.hours.back();
    if (last.startMs == hour)
        return;
    std::array<DayFigures::Hour, 24> moved;
    for (size_t i = 0; i < moved.size(); ++i) {
        moved.at(i).startMs = hour - qint64(moved.size() - 1 - i) * HourMs;
        for (const DayFigures::Hour &old : m_figures.hours) {
            if (old.startMs == moved.at(i).startMs)
                moved.at(i) = old;
        }
    }
    m_figures.hours = moved;
}

void RequestLog::count(const ExchangeRecord &record)
{
    roll();
    for (DayFigures::Hour &hour : m_figures.hours) {
        if (record.startedMs < hour.startMs || record.startedMs >= hour.startMs + HourMs)
            continue;
        ++hour.requests;
        hour.answered += record.isAnswered() ? 1 : 0;
        if (record.usage.input || record.usage.output) {
            hour.tokens += record.usage.input.value_or(0) + record.usage.output.value_or(0);
            ++hour.withTokens;
        }
        if (record.costMicros) {
            hour.costMicros += *record.costMicros;
            ++hour.withCost;
        }
    }
}

DayFigures RequestLog::lastDay() const
{
    roll();
    DayFigures figures = m_figures;
    for (const DayFigures::Hour &hour : figures.hours) {
        figures.tokensKnown = figures.tokensKnown || hour.withTokens > 0;
        figures.costKnown = figures.costKnown || hour.withCost > 0;
    }
    return figures;
}

int RequestLog::requestsOf(const QString &provider) const
{
    const qint64 since = m_clock.wall().toMSecsSinceEpoch() - DayMs;
    return int(std::count_if(m_recent.begin(), m_recent.end(), [&](const ExchangeRecord &record) {
        return record.provider == provider && record.startedMs >= since;
    }));
}

void RequestLog::find(const QByteArray &id, QObject *context, Found done)
{
    for (const ExchangeRecord &record : m_recent) {
        if (record.id == id)
            return done(record);
    }
    auto found = std::make_shared<ExchangeRecord>();
    m_database.read(
        [id, found](QSqlDatabase &sql) -> base::Result<void> {
            auto record = readExchange(sql, id);
            if (!record)
                return base::fail(record.error());
            *found = *record;
            return {};
        },
        context,
        [found, done = std::move(done)](base::Result<void> outcome) {
            if (outcome)
                done(*found);
            else
                done(base::fail(outcome.error()));
        });
}

} // namespace omni::usage

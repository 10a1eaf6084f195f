// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/usage/exchangestore.h"

#include "core/store/preparedquery.h"
#include "core/usage/trace.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace omni::usage {

using base::ErrorCode;

namespace {

#define EXCHANGE_COLUMNS                                                                           \
    "id, started_ms, client_key_id, client_key_name, program, dialect, requested_model, combo, "   \
    "is_stream, provider, account_id, account, model, status, error_code, error_detail, "          \
    "input_tokens, cached_tokens, cache_write_tokens, output_tokens, reasoning_tokens, "           \
    "is_estimated, cost_micros, first_byte_ms, total_ms, trace, losses"

/// Values are bound by name: Qt makes up a name for each place, each time, where there is none, and
/// that was nearly half of what a row costs.
struct Insertion
{
    Insertion()
    {
        for (const QString &column : QStringLiteral(EXCHANGE_COLUMNS).split(QStringLiteral(", ")))
            places.append(u':' + column);
        statement =
            QStringLiteral("INSERT OR REPLACE INTO exchanges (" EXCHANGE_COLUMNS ") VALUES (%1)")
                .arg(places.join(u','));
    }
    QStringList places;
    QString statement;
};

base::Failure failed(const QSqlQuery &query)
{
    return base::fail(ErrorCode::Internal,
                      QStringLiteral("the exchanges table: %1").arg(query.lastError().text()));
}

QVariant orNull(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant(QMetaType::fromType<qint64>());
}

std::optional<qint64> orNothing(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<qint64>(value.toLongLong());
}

ExchangeRecord recordAt(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    ExchangeRecord record;
    record.id = next().toByteArray();
    record.startedMs = next().toLongLong();
    record.clientKeyId = next().toString();
    record.clientKeyName = next().toString();
    record.program = next().toString();
    record.dialect = chat::formatFromName(next().toByteArray()).value_or(chat::Format::OpenAiChat);
    record.requestedModel = next().toByteArray();
    record.combo = next().toString();
    record.stream = next().toBool();
    record.provider = next().toString();
    record.accountId = next().toString();
    record.account = next().toString();
    record.model = next().toByteArray();
    record.status = next().toInt();
    const QString code = next().toString();
    const QString detail = next().toString();
    if (const auto known = base::errorCodeFromName(code))
        record.error = base::Error{.code = *known, .detail = detail};
    record.usage.input = orNothing(next());
    record.usage.cachedRead = orNothing(next());
    record.usage.cacheWrite = orNothing(next());
    record.usage.output = orNothing(next());
    record.usage.reasoning = orNothing(next());
    record.usage.isEstimated = next().toBool();
    record.costMicros = orNothing(next());
    record.firstByteMs = orNothing(next()).value_or(-1);
    record.totalMs = next().toLongLong();
    record.attempts = attemptsFromJson(next().toByteArray());
    const QString losses = next().toString();
    if (!losses.isEmpty())
        record.losses = losses.split(QLatin1Char('\n'));
    return record;
}

} // namespace

base::Result<void> insertExchange(QSqlDatabase &sql, const ExchangeRecord &record)
{
    static const Insertion insertion;
    QSqlQuery &query = store::preparedQuery(sql, insertion.statement);
    const chat::Usage &usage = record.usage;
    const QVariantList values{
        QString::fromUtf8(record.id),
        record.startedMs,
        record.clientKeyId,
        record.clientKeyName,
        record.program,
        QString::fromLatin1(chat::formatName(record.dialect)),
        QString::fromUtf8(record.requestedModel),
        record.combo,
        record.stream,
        record.provider,
        record.accountId,
        record.account,
        QString::fromUtf8(record.model),
        record.status,
        record.error ? base::errorCodeName(record.error->code) : QString(),
        record.error ? record.error->detail : QString(),
        orNull(usage.input),
        orNull(usage.cachedRead),
        orNull(usage.cacheWrite),
        orNull(usage.output),
        orNull(usage.reasoning),
        usage.isEstimated,
        orNull(record.costMicros),
        record.firstByteMs < 0 ? QVariant(QMetaType::fromType<qint64>())
                               : QVariant(record.firstByteMs),
        record.totalMs,
        QString::fromUtf8(attemptsJson(record.attempts)),
        record.losses.join(QLatin1Char('\n')),
    };
    for (qsizetype i = 0; i < values.size(); ++i) {
        // A null QString would be bound as NULL; an empty text is meant.
        const bool isEmptyText =
            values.at(i).typeId() == QMetaType::QString && values.at(i).toString().isNull();
        query.bindValue(insertion.places.at(i),
                        isEmptyText ? QVariant(QLatin1String("")) : values.at(i));
    }
    if (!query.exec())
        return failed(query);
    query.finish();
    return {};
}

base::Result<QList<ExchangeRecord>> readExchanges(QSqlDatabase &sql, qint64 sinceMs, int limit)
{
    QSqlQuery query(sql);
    query.prepare(
        QStringLiteral("SELECT " EXCHANGE_COLUMNS
                       " FROM exchanges WHERE started_ms >= ? ORDER BY started_ms DESC LIMIT ?"));
    query.bindValue(0, sinceMs);
    query.bindValue(1, limit);
    if (!query.exec())
        return failed(query);
    QList<ExchangeRecord> records;
    while (query.next())
        records.append(recordAt(query));
    return records;
}

base::Result<QList<DayFigures::Hour>> readHours(QSqlDatabase &sql, qint64 sinceMs)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral(
        "SELECT started_ms / 3600000 * 3600000 AS hour, count(*), "
        "sum(status BETWEEN 200 AND 299 AND error_code = ''), "
        "sum(coalesce(input_tokens, 0) + coalesce(output_tokens, 0)), "
        "sum(coalesce(cost_micros, 0)), "
        "sum(input_tokens IS NOT NULL OR output_tokens IS NOT NULL), sum(cost_micros IS NOT NULL) "
        "FROM exchanges WHERE started_ms >= ? GROUP BY hour ORDER BY hour"));
    query.bindValue(0, sinceMs);
    if (!query.exec())
        return failed(query);
    QList<DayFigures::Hour> hours;
    while (query.next())
        hours.append({.startMs = query.value(0).toLongLong(),
                      .requests = query.value(1).toInt(),
                      .answered = query.value(2).toInt(),
                      .tokens = query.value(3).toLongLong(),
                      .costMicros = query.value(4).toLongLong(),
                      .withTokens = query.value(5).toInt(),
                      .withCost = query.value(6).toInt()});
    return hours;
}

base::Result<ExchangeRecord> readExchange(QSqlDatabase &sql, const QByteArray &id)
{
    QSqlQuery query(sql);
    query.prepare(QStringLiteral("SELECT " EXCHANGE_COLUMNS " FROM exchanges WHERE id = ?"));
    query.bindValue(0, QString::fromUtf8(id));
    if (!query.exec())
        return failed(query);
    if (!query.next())
        return base::fail(ErrorCode::NotFound,
                          QStringLiteral("no request with the id \"%1\" is remembered")
                              .arg(QString::fromUtf8(id)));
    return recordAt(query);
}

} // namespace omni::usage

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/health/failure.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace omni::health {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds LongestRest = std::chrono::hours(24 * 30);

std::optional<milliseconds> bounded(double ms)
{
    if (ms < 0)
        return std::nullopt;
    return std::min(milliseconds(qint64(ms)), LongestRest);
}

std::optional<milliseconds> untilMoment(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return std::nullopt;
    return bounded(double(std::max<qint64>(0, now.msecsTo(moment))));
}

/// `1h2m3.5s`, `600ms`; at least one unit must be there.
std::optional<milliseconds> parseUnits(const QString &text)
{
    static const QRegularExpression piece(QStringLiteral("(\\d+(?:\\.\\d+)?)(ms|d|h|m|s)"));
    double total = 0;
    qsizetype covered = 0;
    auto matches = piece.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString unit = match.captured(2);
        const double factor = unit == QLatin1String("ms")  ? 1
                              : unit == QLatin1String("s") ? 1e3
                              : unit == QLatin1String("m") ? 6e4
                              : unit == QLatin1String("h") ? 3.6e6
                                                           : 8.64e7;
        total += match.captured(1).toDouble() * factor;
        covered += match.capturedLength();
    }
    return covered > 0 && covered == text.size() ? bounded(total) : std::nullopt;
}

std::optional<milliseconds> parseMoment(QByteArrayView raw, const QDateTime &now)
{
    const QString text = QString::fromLatin1(raw).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber) {
        // Above a year of seconds it can only be a point in time.
        constexpr double Year = 31'536'000;
        if (number > Year * 1e3)
            return untilMoment(QDateTime::fromMSecsSinceEpoch(qint64(number), Qt::UTC), now);
        if (number > Year)
            return untilMoment(QDateTime::fromMSecsSinceEpoch(qint64(number * 1e3), Qt::UTC), now);
        return bounded(number * 1e3);
    }
    if (const auto units = parseUnits(text))
        return units;
    if (const QDateTime iso = QDateTime::fromString(text, Qt::ISODate); iso.isValid())
        return untilMoment(iso, now);
    QDateTime http =
        QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    http.setTimeSpec(Qt::UTC);
    return untilMoment(http, now);
}

} // namespace

FailureClass classify(const base::Error &error)
{
    using base::ErrorCode;
    switch (error.code) {
    case ErrorCode::InvalidRequest:
    case ErrorCode::ContentRefused:
    case ErrorCode::Unsupported:
        return {.rest = RestScope::Nobody, .triesNext = false};
    case ErrorCode::NotFound:
    case ErrorCode::ContextTooLong:
        return {.rest = RestScope::Nobody, .triesNext = true, .onlyOtherModel = true};
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::QuotaExhausted:
        return {.rest = RestScope::Account};
    case ErrorCode::RateLimited:
    case ErrorCode::Overloaded:
    case ErrorCode::UpstreamFailed:
    case ErrorCode::Timeout:
    case ErrorCode::Network:
        return {.rest = RestScope::Model};
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        break;
    }
    return {.rest = RestScope::Nobody, .triesNext = false};
}

std::optional<milliseconds> retryDelay(const RetryHeaders &headers, const QDateTime &now)
{
    if (!headers.retryAfterMs.isEmpty()) {
        bool ok = false;
        const double ms = headers.retryAfterMs.toByteArray().trimmed().toDouble(&ok);
        if (ok)
            return bounded(ms);
    }
    if (const auto after = parseMoment(headers.retryAfter, now))
        return after;
    return parseMoment(headers.reset, now);
}

} // namespace omni::health

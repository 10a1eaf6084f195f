// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/expiry.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

namespace {

std::optional<QDateTime> fromNow(const QString &text, const QDateTime &now)
{
    static const QRegularExpression span(u"^(\\d{1,5})([mhdw])$"_s);
    const auto match = span.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).toLongLong();
    switch (match.captured(2).at(0).unicode()) {
    case 'm':
        return now.addSecs(count * 60);
    case 'h':
        return now.addSecs(count * 3600);
    case 'w':
        return now.addDays(count * 7);
    default:
        return now.addDays(count);
    }
}

std::optional<QDateTime> absolute(const QString &text)
{
    static const QRegularExpression day(u"^\\d{4}-\\d\\d-\\d\\d$"_s);
    if (day.match(text).hasMatch()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date.endOfDay(Qt::UTC)) : std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

} // namespace

base::Result<QDateTime> parseExpiry(const QString &text, const QDateTime &now)
{
    auto time = fromNow(text, now);
    if (!time)
        time = absolute(text);
    if (!time)
        return base::fail(base::ErrorCode::InvalidRequest,
                          u"\"%1\" is no time; write 30d, 12h, 2027-01-31 or "
                          "2027-01-31T18:00:00Z."_s.arg(text));
    if (*time <= now)
        return base::fail(base::ErrorCode::InvalidRequest, u"%1 is past."_s.arg(text));
    return *time;
}

} // namespace omni::control

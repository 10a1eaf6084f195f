// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace omni::ui::text {

namespace {

/// The translation context of everything here.
struct Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

/// One decimal unless it is zero or the number has three digits already.
QString oneDecimal(double value)
{
    const double rounded = std::round(value * 10) / 10;
    const bool isWhole = rounded >= 100 || rounded == std::floor(rounded);
    return QLocale().toString(rounded, 'f', isWhole ? 0 : 1);
}

} // namespace

QString unknown()
{
    return QStringLiteral("–");
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString compactNumber(qint64 value)
{
    if (value < 10'000)
        return number(value);
    if (value < 999'950)
        return Format::tr("%1 K", "thousands").arg(oneDecimal(double(value) / 1e3));
    if (value < 999'950'000)
        return Format::tr("%1 M", "millions").arg(oneDecimal(double(value) / 1e6));
    return Format::tr("%1 B", "billions").arg(oneDecimal(double(value) / 1e9));
}

QString percent(double share)
{
    const double value = share * 100;
    const bool isWhole = value >= 99.95 || value <= 0;
    return Format::tr("%1 %").arg(QLocale().toString(value, 'f', isWhole ? 0 : 1));
}

QString duration(qint64 milliseconds)
{
    const qint64 ms = std::max<qint64>(0, milliseconds);
    const auto n = [](qint64 value) { return QLocale().toString(value); };
    if (ms < Minute)
        return Format::tr("%1 s", "seconds").arg(n(ms / Second));
    if (ms < Hour)
        return Format::tr("%1 min", "minutes").arg(n(ms / Minute));
    if (ms < Day) {
        const qint64 minutes = ms % Hour / Minute;
        if (minutes == 0)
            return Format::tr("%1 h", "hours").arg(n(ms / Hour));
        return Format::tr("%1 h %2 min", "hours, minutes").arg(n(ms / Hour), n(minutes));
    }
    const qint64 hours = ms % Day / Hour;
    if (hours == 0)
        return Format::tr("%1 d", "days").arg(n(ms / Day));
    return Format::tr("%1 d %2 h", "days, hours").arg(n(ms / Day), n(hours));
}

QString seconds(qint64 milliseconds)
{
    if (milliseconds >= Minute)
        return duration(milliseconds);
    const double value = double(std::max<qint64>(0, milliseconds)) / double(Second);
    return Format::tr("%1 s", "seconds").arg(QLocale().toString(value, 'f', 1));
}

QString countdown(qint64 milliseconds)
{
    const qint64 ms = std::max<qint64>(0, milliseconds);
    if (ms >= Hour)
        return duration(ms);
    // A started second still has to be waited for.
    const qint64 left = (ms + Second - 1) / Second;
    return QStringLiteral("%1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'));
}

QString spokenDuration(qint64 milliseconds)
{
    const qint64 ms = std::max<qint64>(0, milliseconds);
    const auto hours = Format::tr("%n hour(s)", nullptr, int(ms / Hour));
    const auto minutes = Format::tr("%n minute(s)", nullptr, int(ms % Hour / Minute));
    const auto secs = Format::tr("%n second(s)", nullptr, int(ms % Minute / Second));
    if (ms >= Hour)
        return Format::tr("%1 %2", "hours, minutes in words").arg(hours, minutes);
    if (ms >= Minute)
        return Format::tr("%1 %2", "hours, minutes in words").arg(minutes, secs);
    return secs;
}

QString age(qint64 thenMs, qint64 nowMs)
{
    if (thenMs <= 0)
        return Format::tr("never");
    const qint64 ms = std::max<qint64>(0, nowMs - thenMs);
    if (ms < 5 * Second)
        return Format::tr("just now");
    if (ms < Day)
        return Format::tr("%1 ago").arg(duration(ms < Hour ? ms : ms / Hour * Hour));
    return date(thenMs);
}

QString clock(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).time().toString(QStringLiteral("HH:mm"));
}

QString date(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::ShortFormat);
}

QString money(std::optional<qint64> micros)
{
    if (!micros)
        return unknown();
    const double dollars = double(*micros) / 1e6;
    const bool isTiny = *micros > 0 && *micros < 10'000;
    return QLocale().toCurrencyString(dollars, QStringLiteral("$"), isTiny ? 3 : 2);
}

QString maskedClientKey(const QString &hint)
{
    return QStringLiteral("sk-omr-····%1").arg(hint);
}

QString maskedKey(const QString &hint)
{
    return QStringLiteral("····%1").arg(hint);
}

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    const qsizetype head = (length - 1) / 2;
    const qsizetype tail = length - 1 - head;
    return text.left(head) + QStringLiteral("…") + text.right(tail);
}

} // namespace omni::ui::text

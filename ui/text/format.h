// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace omni::ui::text {

/// What stands where a value is unknown.
[[nodiscard]] QString unknown();

/// `1,234` in the user's way of writing numbers.
[[nodiscard]] QString number(qint64 value);
/// At most four characters and a unit: `214`, `12.3 K`, `4.8 M`.
[[nodiscard]] QString compactNumber(qint64 value);
/// `99.1 %`; whole numbers from 99.95 up and for 0.
[[nodiscard]] QString percent(double share);

/// In words, two units at most: `41 min`, `2 h 10 min`, `3 d 4 h`; under a minute `12 s`.
[[nodiscard]] QString duration(qint64 milliseconds);
/// For what runs now: `12.4 s`, from a minute on as duration().
[[nodiscard]] QString seconds(qint64 milliseconds);
/// `11:42` under an hour, else as duration(). Never negative.
[[nodiscard]] QString countdown(qint64 milliseconds);
/// The same for screen readers: "11 minutes 42 seconds".
[[nodiscard]] QString spokenDuration(qint64 milliseconds);
/// `just now`, `12 s ago`, `3 min ago`, `2 h ago`, then the date. 0 = never.
[[nodiscard]] QString age(qint64 thenMs, qint64 nowMs);
/// Local time, `13:05`.
[[nodiscard]] QString clock(qint64 ms);
/// Local date, short.
[[nodiscard]] QString date(qint64 ms);

/// Millionths of a dollar: `$1.26`; below a cent three digits, so that little is not nothing.
[[nodiscard]] QString money(std::optional<qint64> micros);

/// `sk-omr-····7Q2f`.
[[nodiscard]] QString maskedClientKey(const QString &hint);
/// `····4c1e` for a provider's key of which only the end is known.
[[nodiscard]] QString maskedKey(const QString &hint);
/// At most `length` characters; the middle goes.
[[nodiscard]] QString shortened(const QString &text, qsizetype length = 40);

} // namespace omni::ui::text

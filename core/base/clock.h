// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

#include <chrono>

namespace omni::base {

/// Where time comes from. Timers and cooldowns use `now()`, which never jumps; `wall()` is only for
/// display, token expiry and quota resets.
class Clock
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    virtual ~Clock() = default;
    [[nodiscard]] virtual TimePoint now() const = 0;
    /// UTC.
    [[nodiscard]] virtual QDateTime wall() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override;
    [[nodiscard]] QDateTime wall() const override;
};

/// Time by hand, for tests.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override { return m_now; }
    [[nodiscard]] QDateTime wall() const override { return m_wall; }
    void advance(std::chrono::milliseconds by);
    void setWall(const QDateTime &wall) { m_wall = wall; }

private:
    TimePoint m_now{std::chrono::hours(24)};
    QDateTime m_wall = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
};

} // namespace omni::base

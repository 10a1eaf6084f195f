// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/clock.h"

namespace omni::base {

Clock::TimePoint SystemClock::now() const
{
    return std::chrono::steady_clock::now();
}

QDateTime SystemClock::wall() const
{
    return QDateTime::currentDateTimeUtc();
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    m_now += by;
    m_wall = m_wall.addMSecs(by.count());
}

} // namespace omni::base

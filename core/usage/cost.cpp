// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/usage/cost.h"

#include <cmath>

namespace omni::usage {

std::optional<qint64> costMicros(const chat::Usage &usage, const catalog::Price &price)
{
    if (!price.input || !price.output || !usage.input || !usage.output)
        return std::nullopt;
    const qint64 cached = usage.cachedRead.value_or(0);
    const qint64 written = usage.cacheWrite.value_or(0);
    const qint64 fresh = std::max<qint64>(0, *usage.input - cached - written);
    // Dollars for a million tokens are micro-dollars for one.
    const double micros = double(fresh) * *price.input +
                          double(cached) * price.cachedRead.value_or(*price.input) +
                          double(written) * price.cacheWrite.value_or(*price.input) +
                          double(*usage.output) * *price.output;
    return qint64(std::llround(micros));
}

} // namespace omni::usage

// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/effort.h"

#include <array>
#include <limits>

namespace omni::wire {

namespace {

struct Level
{
    const char *word;
    qint64 most; ///< the largest budget that still counts as this level
    qint64 budget;
};

constexpr std::array<Level, 7> Levels{{
    {"none", 0, 0},
    {"minimal", 512, 1024},
    {"low", 1024, 1024},
    {"medium", 8192, 8192},
    {"high", 24576, 24576},
    {"xhigh", 65536, 32768},
    {"max", std::numeric_limits<qint64>::max(), 128000},
}};

} // namespace

QByteArray effortOf(const chat::ReasoningWish &wish)
{
    if (!wish.effort.isEmpty() || !wish.budget || *wish.budget < 0)
        return wish.effort;
    for (const Level &level : Levels) {
        if (*wish.budget <= level.most)
            return QByteArray(level.word);
    }
    return {};
}

std::optional<qint64> budgetOf(const chat::ReasoningWish &wish)
{
    if (wish.budget)
        return wish.budget;
    for (const Level &level : Levels) {
        if (wish.effort == level.word)
            return level.budget;
    }
    return std::nullopt;
}

} // namespace omni::wire
